//! The messages of the interface, by language: English from the start, others once their files have been fetched.

use std::cell::RefCell;

use handbill_core::messages::{ConferenceMessages, Messages, language};

/// A language that is known. A page needs a few, and keeps them.
#[derive(Clone, Copy)]
struct Locale {
    /// The text of its file; `None` for English.
    file: Option<&'static str>,
    messages: &'static Messages,
    /// Read from the file when they are first needed.
    conference: Option<&'static ConferenceMessages>,
}

thread_local! {
    /// The last one of a language counts.
    static LOCALES: RefCell<Vec<Locale>> = const { RefCell::new(Vec::new()) };
}

/// The messages in the language of a BCP 47 tag; in English while that language is not known.
pub fn messages(tag: &str) -> &'static Messages {
    known(tag).messages
}

/// The messages for large programmes, in the same way.
pub fn conference_messages(tag: &str) -> &'static ConferenceMessages {
    let locale = known(tag);
    if let Some(messages) = locale.conference {
        return messages;
    }
    let messages = locale.file.and_then(ConferenceMessages::parse);
    let messages = Box::leak(Box::new(
        messages.unwrap_or_else(ConferenceMessages::english),
    ));
    keep(Locale {
        conference: Some(messages),
        ..locale
    });
    messages
}

/// Whether the messages in a language, by its name in [`LANGUAGES`](handbill_core::messages::LANGUAGES), are here.
pub fn is_known(language: &str) -> bool {
    language == "en" || find(language).is_some()
}

/// Takes the text of a file in `locales/`; false where it is none.
pub fn learn(file: String) -> bool {
    let file: &str = file.leak();
    let messages = Messages::parse(file);
    let is_one = messages.is_some();
    if let Some(messages) = messages {
        keep(Locale::new(Some(file), messages));
    }
    is_one
}

impl Locale {
    fn new(file: Option<&'static str>, messages: Messages) -> Self {
        Self {
            file,
            messages: Box::leak(Box::new(messages)),
            conference: None,
        }
    }
}

fn known(tag: &str) -> Locale {
    find(language(tag))
        .or_else(|| find("en"))
        .unwrap_or_else(|| {
            let english = Locale::new(None, Messages::english());
            keep(english);
            english
        })
}

fn find(language: &str) -> Option<Locale> {
    LOCALES.with_borrow(|locales| {
        let mut locales = locales.iter().rev();
        locales
            .find(|known| known.messages.lang() == language)
            .copied()
    })
}

fn keep(locale: Locale) {
    LOCALES.with_borrow_mut(|locales| locales.push(locale));
}
