//! The files with the words of a language, and how their texts are read.

use std::borrow::Cow;

use crate::json;
use crate::language::primary;
use crate::node::Node;

/// The languages that there are files for.
pub const LANGUAGES: [&str; 8] = ["ar", "de", "en", "es", "fr", "pt", "ru", "zh"];

/// The file for English, which counts where no other language is known.
pub const ENGLISH: &str = include_str!("../../../../locales/en.json");

/// Which of [`LANGUAGES`] a BCP 47 tag is answered in.
pub fn language(tag: &str) -> &'static str {
    let wanted = primary(tag);
    let mut languages = LANGUAGES.into_iter();
    let known = languages.find(|known| known.eq_ignore_ascii_case(wanted));
    known.unwrap_or("en")
}

/// Writes a struct of texts, and how it is read from the file of a language. `$section` is the key under which the texts
/// stand in it; they stand at its top where that is empty.
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
            /// In English.
            pub fn english() -> Self {
                let [$($text),*] = $crate::messages::locale::english($section, Self::KEYS);
                Self { $($text),* }
            }

            /// In the language of a file, and in English what that lacks. Nothing where it is no object of JSON.
            pub fn parse(file: &'static str) -> Option<Self> {
                let [$($text),*] = $crate::messages::locale::parsed(file, $section, Self::KEYS)?;
                Some(Self { $($text),* })
            }

            /// The names of all texts, by which they stand in a file.
            pub const KEYS: [&'static str; [$(stringify!($text)),*].len()] = [$(stringify!($text)),*];
        }
    };
}

pub(crate) use texts;

/// The texts under these keys, in English.
pub fn english<const COUNT: usize>(section: &str, keys: [&str; COUNT]) -> [&'static str; COUNT] {
    let mut texts = [""; COUNT];
    fill(ENGLISH, section, &keys, &mut texts);
    texts
}

/// The texts under these keys in a file, and in English where it has none. Nothing where it is no object of JSON.
pub fn parsed<const COUNT: usize>(
    file: &'static str,
    section: &str,
    keys: [&str; COUNT],
) -> Option<[&'static str; COUNT]> {
    let mut texts = english(section, keys);
    fill(file, section, &keys, &mut texts).then_some(texts)
}

/// Puts the texts of a file in place of others; false where it is no object of JSON.
fn fill(file: &'static str, section: &str, keys: &[&str], texts: &mut [&'static str]) -> bool {
    let Ok(file @ Node::Map(_)) = json::parse(file) else {
        return false;
    };
    let part = match section {
        "" => Some(&file),
        section => file.get(section),
    };
    for (key, text) in keys.iter().zip(texts) {
        match part.and_then(|part| part.get(key)) {
            Some(Node::Text(Cow::Borrowed(found))) if !found.is_empty() => *text = found,
            // An escape is in it. There are few, and they are read once.
            Some(Node::Text(Cow::Owned(found))) => *text = found.clone().leak(),
            _ => {}
        }
    }
    true
}
