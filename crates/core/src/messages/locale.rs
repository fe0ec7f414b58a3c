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

/// The English messages without those for conferences, as an object.
///
/// The two are constants of their own, so that the release build can move the other one to the chunk that reads it.
pub const INTERFACE: &str = text(&INTERFACE_BYTES);
const INTERFACE_BYTES: [u8; CONFERENCE_AT] = {
    let mut object = part(0);
    // The comma before the next member becomes the closing bracket.
    let mut end = CONFERENCE_AT - 1;
    while object[end] != b',' {
        end -= 1;
    }
    object[end] = b'}';
    object
};

/// The English messages for conferences, as an object.
pub const CONFERENCE: &str = text(&CONFERENCE_BYTES);
const CONFERENCE_BYTES: [u8; END - OBJECT_AT] = part(OBJECT_AT);

/// The key of that object in a locale file.
pub const CONFERENCE_KEY: &str = "conference";

/// Where its key is in the English file, which has it last, and where the object begins and the file ends.
const CONFERENCE_AT: usize = position(0, b"\"conference\"");
const OBJECT_AT: usize = position(CONFERENCE_AT, b"{");
const END: usize = position(OBJECT_AT, b"\n}");

/// The offset in the English file of the first of some bytes. A build fails where they are missing.
const fn position(from: usize, wanted: &[u8]) -> usize {
    let (file, mut at, mut matching) = (ENGLISH.as_bytes(), from, 0);
    while matching < wanted.len() {
        if file[at + matching] == wanted[matching] {
            matching += 1;
        } else {
            (at, matching) = (at + 1, 0);
        }
    }
    at
}

/// A part of the English file.
const fn part<const LENGTH: usize>(from: usize) -> [u8; LENGTH] {
    let mut part = [0; LENGTH];
    let mut at = 0;
    while at < LENGTH {
        part[at] = ENGLISH.as_bytes()[from + at];
        at += 1;
    }
    part
}

const fn text(bytes: &'static [u8]) -> &'static str {
    match std::str::from_utf8(bytes) {
        Ok(text) => text,
        // The parts begin and end at brackets.
        Err(_) => "",
    }
}

/// Defines a struct of messages that is read from a locale file: from the object under `$key`, or from the top object where
/// that is empty. `$english` is the English object. Its members have the order of the fields, which saves a list of keys in
/// what visitors download; a test holds that.
macro_rules! texts {
    (
        $(#[doc = $about:literal])*
        pub struct $name:ident in $key:expr, $english:expr => {
            $($(#[doc = $doc:literal])* $text:ident,)*
        }
    ) => {
        $(#[doc = $about])*
        #[derive(Debug)]
        pub struct $name {
            // One array, which a locale file fills as a whole.
            texts: [&'static str; [$(stringify!($text)),*].len()],
        }

        impl $name {
            /// The keys of all messages in a locale file.
            pub const KEYS: [&'static str; [$(stringify!($text)),*].len()] = [$(stringify!($text)),*];

            /// The English messages.
            pub fn english() -> Self {
                Self::read(None).0
            }

            /// Reads a locale file. English fills in missing messages. `None` where the file is not a JSON object.
            pub fn parse(file: &'static str) -> Option<Self> {
                let (messages, is_object) = Self::read(Some(file));
                is_object.then_some(messages)
            }

            fn read(file: Option<&'static str>) -> (Self, bool) {
                let mut texts = [""; Self::KEYS.len()];
                let is_object = $crate::messages::locale::fill(&mut texts, $english, file, $key);
                (Self { texts }, is_object)
            }
        }

        const _: () = {
            #[expect(non_camel_case_types, reason = "they are the keys")]
            enum Place { $($text),* }

            impl $name {
                $(
                    $(#[doc = $doc])*
                    pub fn $text(&self) -> &'static str {
                        self.texts[Place::$text as usize]
                    }
                )*
            }
        };
    };
}

pub(crate) use texts;

/// Fills in the texts of the English object and, in their place, those of a locale file. False where that is not a JSON
/// object.
pub fn fill(
    texts: &mut [&'static str],
    english: &'static str,
    file: Option<&'static str>,
    key: &str,
) -> bool {
    let file = file.map(json::parse);
    let translated = match &file {
        Some(Ok(object @ Node::Object(_))) if key.is_empty() => Some(object),
        Some(Ok(object @ Node::Object(_))) => object.get(key),
        None => None,
        _ => return false,
    };
    if let Ok(Node::Object(english)) = json::parse(english) {
        for ((key, own), text) in english.iter().zip(texts) {
            let translated = translated.and_then(|object| object.get(key));
            for value in [Some(own), translated] {
                match value {
                    Some(Node::String(Cow::Borrowed(found))) if !found.is_empty() => *text = found,
                    // A text with an escape is a copy. There are few, and a file is read once.
                    Some(Node::String(Cow::Owned(found))) => *text = found.clone().leak(),
                    _ => {}
                }
            }
        }
    }
    true
}
