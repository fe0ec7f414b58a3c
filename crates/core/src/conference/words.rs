//! The words of the interface for programmes of the size of a conference, one table per language.

use crate::language::primary;

mod ar;
mod de;
mod en;
mod es;
mod fr;
mod pt;
mod ru;
mod zh;

/// Every word that the interface for such a programme says by itself. A language that lacks one does not compile.
#[derive(Debug)]
pub struct Words {
    /// Name of the row of days to choose from, for screen readers.
    pub days: &'static str,
    /// Over the field in which the programme is searched.
    pub search: &'static str,
    /// Opens the choice of what is shown.
    pub filter: &'static str,
    /// In a filter, the choice that leaves out nothing.
    pub any: &'static str,
    /// Over the filter by track.
    pub track: &'static str,
    /// Over the filter by room.
    pub room: &'static str,
    /// Over the filter by format, such as talk or workshop.
    pub format: &'static str,
    /// Over the filter by the language in which an entry is held.
    pub language: &'static str,
    /// Before the number of entries found, whatever that is.
    pub found: &'static str,
    /// In place of the programme where no entry was found.
    pub nothing: &'static str,
    /// Takes back the search and all filters.
    pub clear: &'static str,
    /// Shows the programme as a list, as a choice.
    pub list: &'static str,
    /// Shows the programme as a grid of times and rooms, as a choice.
    pub grid: &'static str,
    /// Goes to what is on at the moment.
    pub now: &'static str,
    /// Marks an entry for oneself, beside [`Messages::save`](crate::text::Messages::save): another word than that.
    pub star: &'static str,
    /// Shows only what is starred.
    pub mine: &'static str,
    /// In place of the programme where nothing is starred.
    pub mine_empty: &'static str,
    /// At a starred entry, before the names of others that overlap with it.
    pub clash: &'static str,
    /// At an entry, before the time at which it was to start.
    pub moved: &'static str,
    /// At an entry, before the room that it was to be in.
    pub moved_room: &'static str,
    /// Opens what else is said of an entry.
    pub more: &'static str,
    /// Before the other entries that a person takes part in.
    pub also: &'static str,
    /// The link to a recording of an entry that has no name.
    pub recording: &'static str,
    /// The link to a page about an entry that has no name.
    pub page: &'static str,
    /// The link to what belongs to an entry, such as slides, that has no name.
    pub material: &'static str,
    /// At an entry, before the name of the language in which it is held.
    pub spoken: &'static str,
    /// Opens the ways to take one's own programme along: calendar file, link and code.
    pub take: &'static str,
    /// Shows the link to one's own programme as a QR code.
    pub code: &'static str,
    /// Over the choice that comes with a link to a programme of somebody else.
    pub offer: &'static str,
    /// Adds what the link brings to what is starred.
    pub merge: &'static str,
    /// Stars what the link brings and nothing else.
    pub replace: &'static str,
    /// Leaves what is starred as it was.
    pub dismiss: &'static str,
    /// Something that was starred, here or by whoever made the link, was not found.
    pub gone: &'static str,
    /// The browser has no place for what is starred: it is lost with the page.
    pub not_kept: &'static str,
}

/// The languages that are spoken here, with their words: those of [`Messages`](crate::text::Messages).
static LANGUAGES: [(&str, &Words); 8] = [
    ("en", &en::WORDS),
    ("ar", &ar::WORDS),
    ("de", &de::WORDS),
    ("es", &es::WORDS),
    ("fr", &fr::WORDS),
    ("pt", &pt::WORDS),
    ("ru", &ru::WORDS),
    ("zh", &zh::WORDS),
];

impl Words {
    /// The words in a language, by its BCP 47 tag; in English where that language is not spoken here.
    pub fn of(tag: &str) -> &'static Self {
        let language = primary(tag);
        let mut languages = LANGUAGES.iter();
        let known = languages.find(|(name, _)| name.eq_ignore_ascii_case(language));
        known.map_or(&en::WORDS, |(_, words)| words)
    }
}

#[cfg(test)]
mod tests {
    use super::{LANGUAGES, Words};
    use crate::text::Messages;

    #[test]
    fn words_are_in_the_language_of_the_tag() {
        for (tag, days) in [
            ("fr", "Jours"),
            ("pt-BR", "Dias"),
            ("ZH-Hant-TW", "日期"),
            ("ar_EG", "الأيام"),
            ("arc", "Days"),
            ("", "Days"),
        ] {
            assert_eq!(Words::of(tag).days, days, "{tag}");
        }
    }

    #[test]
    fn the_languages_are_those_of_the_messages() {
        for (name, _) in LANGUAGES {
            assert_eq!(Messages::of(name).lang, name);
        }
    }

    #[test]
    fn starring_is_not_called_saving() {
        for (name, words) in LANGUAGES {
            assert_ne!(words.star, Messages::of(name).save, "{name}");
        }
    }
}
