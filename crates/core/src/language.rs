//! BCP 47 language tags.

/// The primary language of a tag: its first letters.
pub fn primary(tag: &str) -> &str {
    let end = tag.bytes().position(|byte| !byte.is_ascii_alphabetic());
    &tag[..end.unwrap_or(tag.len())]
}

/// The index of the best match for a tag by RFC 4647 lookup (§3.4): the whole tag, else the tag without its last parts.
/// Of duplicates, the last.
pub fn nearest(tags: &[&str], tag: &str) -> Option<usize> {
    let mut wanted = tag;
    loop {
        if let Some(at) = tags.iter().rposition(|one| is_same(one, wanted)) {
            return Some(at);
        }
        wanted = without_last(wanted)?;
        // A part of one letter says what follows it.
        if let Some(before) = without_last(wanted)
            && wanted.len() == before.len() + 2
        {
            wanted = before;
        }
    }
}

/// A tag without its last part; `None` where there is only one.
fn without_last(tag: &str) -> Option<&str> {
    let at = tag.bytes().rposition(|byte| matches!(byte, b'-' | b'_'))?;
    Some(&tag[..at])
}

/// Whether two tags are the same, without regard to case. Some systems write `pt_BR`.
fn is_same(one: &str, other: &str) -> bool {
    let folded = |byte: u8| match byte {
        b'_' => b'-',
        byte => byte.to_ascii_lowercase(),
    };
    one.bytes().map(folded).eq(other.bytes().map(folded))
}

/// Whether a reader of one tag's language reads the other's: the same primary language, in the same script where both name
/// one.
pub fn is_alike(one: &str, other: &str) -> bool {
    let is_same = match (script(one), script(other)) {
        (Some(one), Some(other)) => one.eq_ignore_ascii_case(other),
        _ => true,
    };
    is_same && primary(one).eq_ignore_ascii_case(primary(other))
}

/// The script that a tag names: its part of four letters.
fn script(tag: &str) -> Option<&[u8]> {
    let mut parts = tag.as_bytes().split(|byte| matches!(byte, b'-' | b'_'));
    parts.find(|part| part.len() == 4)
}

/// Whether a language is written from right to left.
pub fn is_right_to_left(tag: &str) -> bool {
    match script(tag) {
        Some(script) => is_in("arab hebr syrc thaa nkoo adlm rohg", script),
        None => is_in(
            "ar arc ckb dv fa he iw ks nqo ps sd ug ur yi",
            primary(tag).as_bytes(),
        ),
    }
}

fn is_in(list: &str, word: &[u8]) -> bool {
    list.as_bytes()
        .split(|byte| *byte == b' ')
        .any(|known| known.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::{is_alike, is_right_to_left, nearest, primary};

    #[test]
    fn the_primary_language_is_the_first_part() {
        for (tag, language) in [("fr", "fr"), ("pt-BR", "pt"), ("ar_EG", "ar"), ("", "")] {
            assert_eq!(primary(tag), language);
        }
    }

    #[test]
    fn a_tag_is_answered_by_the_longest_beginning_of_it() {
        let tags = [
            "en", "pt", "pt-BR", "zh-Hant", "pt", "fr", "sr_Latn", "de-AT",
        ];
        for (tag, found) in [
            ("pt-br", Some(2)),
            ("PT_br", Some(2)),
            ("pt-AO", Some(4)),
            ("FR", Some(5)),
            ("en_GB", Some(0)),
            ("zh-Hant", Some(3)),
            ("zh-Hant-TW", Some(3)),
            ("zh-hant-hk-x-private", Some(3)),
            ("zh-Hant-u-nu-hanidec", Some(3)),
            ("sr-latn-RS", Some(6)),
            ("zh", None),
            ("zh-TW", None),
            ("de", None),
            ("de-CH", None),
            ("por", None),
            ("p", None),
            ("", None),
            ("-", None),
            ("_x-", None),
        ] {
            assert_eq!(nearest(&tags, tag), found, "{tag}");
        }
    }

    #[test]
    fn languages_are_told_apart_by_name_and_script() {
        for (one, other, alike) in [
            ("en", "en-GB", true),
            ("EN_us", "en-GB", true),
            ("zh-Hant", "zh-Hans-CN", false),
            ("zh-Hant", "zh-TW", true),
            ("de", "en", false),
            ("de", "", false),
        ] {
            assert_eq!(is_alike(one, other), alike, "{one} {other}");
            assert_eq!(is_alike(other, one), alike, "{one} {other}");
        }
    }

    #[test]
    fn direction_follows_language_and_script() {
        for tag in ["ar", "ar-EG", "FA", "he-IL", "ur", "uz-Arab-AF", "az_Arab"] {
            assert!(is_right_to_left(tag), "{tag}");
        }
        for tag in ["", "en", "fr-CA", "ar-Latn", "zh-Hant", "ru"] {
            assert!(!is_right_to_left(tag), "{tag}");
        }
    }
}
