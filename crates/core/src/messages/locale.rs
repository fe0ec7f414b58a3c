//! Locale files, and how messages are read from them.

use std::borrow::Cow;

use crate::json;
use crate::language::primary;
use crate::node::Node;

/// The languages with a file in `locales/`.
pub const LANGUAGES: [&str; 8] = ["ar", "de", "en", "es", "fr", "pt", "ru", "zh"];

/// The file for English, which is the fallback for all others.
pub const ENGLISH: &str = include_str!("../../../../locales/en.json");

/// The one of [`LANGUAGES`] that a visitor with this BCP 47 tag gets.
pub fn language(tag: &str) -> &'static str {
    let wanted = primary(tag);
    let mut languages = LANGUAGES.into_iter();
    let known = languages.find(|known| known.eq_ignore_ascii_case(wanted));
    known.unwrap_or("en")
}

/// Defines a struct of messages that is read from a locale file. `$section` is the key of their object in the file; an
/// empty one stands for the top object.
macro_rules! texts {
    (
        $(#[doc = $about:literal])*
        pub struct $name:ident in $section:literal {
            $($(#[doc = $doc:literal])* $text:ident,)*
        }
    ) => {
        $(#[doc = $about])*
        #[derive(Debug)]
        pub struct $name {
            $($(#[doc = $doc])* pub $text: &'static str,)*
        }

        impl $name {
            /// The English messages.
            pub fn english() -> Self {
                let [$($text),*] = $crate::messages::locale::english($section, Self::KEYS);
                Self { $($text),* }
            }

            /// Reads a locale file. English fills in missing messages. `None` where the file is not a JSON object.
            pub fn parse(file: &'static str) -> Option<Self> {
                let [$($text),*] = $crate::messages::locale::parsed(file, $section, Self::KEYS)?;
                Some(Self { $($text),* })
            }

            /// The keys of all messages in a locale file.
            pub const KEYS: [&'static str; [$(stringify!($text)),*].len()] = [$(stringify!($text)),*];
        }
    };
}

pub(crate) use texts;

/// The English texts of some keys.
pub fn english<const COUNT: usize>(section: &str, keys: [&str; COUNT]) -> [&'static str; COUNT] {
    let mut texts = [""; COUNT];
    fill(ENGLISH, section, &keys, &mut texts);
    texts
}

/// The texts of some keys in a locale file; English where it has none. `None` where it is not a JSON object.
pub fn parsed<const COUNT: usize>(
    file: &'static str,
    section: &str,
    keys: [&str; COUNT],
) -> Option<[&'static str; COUNT]> {
    let mut texts = english(section, keys);
    fill(file, section, &keys, &mut texts).then_some(texts)
}

/// Overwrites `texts` with those of a locale file; false where it is not a JSON object.
fn fill(file: &'static str, section: &str, keys: &[&str], texts: &mut [&'static str]) -> bool {
    let Ok(file @ Node::Object(_)) = json::parse(file) else {
        return false;
    };
    let part = match section {
        "" => Some(&file),
        section => file.get(section),
    };
    for (key, text) in keys.iter().zip(texts) {
        match part.and_then(|part| part.get(key)) {
            Some(Node::String(Cow::Borrowed(found))) if !found.is_empty() => *text = found,
            // A text with an escape is a copy. There are few, and a file is read once.
            Some(Node::String(Cow::Owned(found))) => *text = found.clone().leak(),
            _ => {}
        }
    }
    true
}
