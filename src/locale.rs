//! The messages of the interface, by language: English from the start, others once their files have been fetched.

use std::cell::RefCell;

use handbill_core::messages::{ConferenceMessages, ENGLISH, Messages, language};

/// A language that is known. A page needs a few, and keeps them.
struct Locale {
    /// The text of its file.
    file: &'static str,
    messages: &'static Messages,
    /// Read from the file when they are first needed.
    conference: Option<&'static ConferenceMessages>,
}

thread_local! {
    /// English first.
    static LOCALES: RefCell<Vec<Locale>> = const { RefCell::new(Vec::new()) };
}

/// The messages in the language of a BCP 47 tag; in English while that language is not known.
pub fn messages(tag: &str) -> &'static Messages {
    with_locale(tag, |locale| locale.messages)
}

/// The messages for large programmes, in the same way.
pub fn conference_messages(tag: &str) -> &'static ConferenceMessages {
    with_locale(tag, |locale| {
        let file = locale.file;
        *locale.conference.get_or_insert_with(|| {
            let messages = ConferenceMessages::parse(file);
            Box::leak(Box::new(
                messages.unwrap_or_else(ConferenceMessages::english),
            ))
        })
    })
}

/// Whether the messages in a language, by its name in [`LANGUAGES`](handbill_core::messages::LANGUAGES), are here.
pub fn is_known(language: &str) -> bool {
    with_locales(|locales| locales.iter().any(|known| known.messages.lang == language))
}

/// Takes the text of a file in `locales/`; false where it is none.
pub fn learn(file: String) -> bool {
    let file: &str = file.leak();
    let messages = Messages::parse(file);
    let is_one = messages.is_some();
    with_locales(|locales| locales.extend(messages.map(|messages| Locale::new(file, messages))));
    is_one
}

impl Locale {
    fn new(file: &'static str, messages: Messages) -> Self {
        Self {
            file,
            messages: Box::leak(Box::new(messages)),
            conference: None,
        }
    }
}

fn with_locale<T>(tag: &str, work: impl FnOnce(&mut Locale) -> T) -> T {
    let language = language(tag);
    with_locales(|locales| {
        let known = locales
            .iter()
            .position(|known| known.messages.lang == language);
        work(&mut locales[known.unwrap_or(0)])
    })
}

fn with_locales<T>(work: impl FnOnce(&mut Vec<Locale>) -> T) -> T {
    LOCALES.with_borrow_mut(|locales| {
        if locales.is_empty() {
            locales.push(Locale::new(ENGLISH, Messages::english()));
        }
        work(locales)
    })
}
