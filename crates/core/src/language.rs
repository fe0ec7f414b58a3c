//! BCP 47 language tags.

/// The primary language of a tag: its first letters.
pub fn primary(tag: &str) -> &str {
    let end = tag.bytes().position(|byte| !byte.is_ascii_alphabetic());
    &tag[..end.unwrap_or(tag.len())]
}

/// The index of the best match for a tag: the whole tag, else its primary language. Of duplicates, the last.
pub fn nearest(tags: &[&str], tag: &str) -> Option<usize> {
    let find = |wanted: &str| {
        tags.iter()
            .rposition(|one| one.eq_ignore_ascii_case(wanted))
    };
    find(tag).or_else(|| find(primary(tag)))
}

/// Whether a language is written from right to left.
pub fn is_right_to_left(tag: &str) -> bool {
    let mut parts = tag.as_bytes().split(|byte| matches!(byte, b'-' | b'_'));
    let language = parts.next().unwrap_or_default();
    match parts.find(|part| part.len() == 4) {
        Some(script) => is_in("arab hebr syrc thaa nkoo adlm rohg", script),
        None => is_in("ar arc ckb dv fa he iw ks nqo ps sd ug ur yi", language),
    }
}

fn is_in(list: &str, word: &[u8]) -> bool {
    list.as_bytes()
        .split(|byte| *byte == b' ')
        .any(|known| known.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::{is_right_to_left, nearest, primary};

    #[test]
    fn the_primary_language_is_the_first_part() {
        for (tag, language) in [("fr", "fr"), ("pt-BR", "pt"), ("ar_EG", "ar"), ("", "")] {
            assert_eq!(primary(tag), language);
        }
    }

    #[test]
    fn a_tag_is_answered_in_itself_or_its_primary_language() {
        let tags = ["en", "pt", "pt-BR", "zh-Hant", "pt"];
        for (tag, found) in [
            ("pt-br", Some(2)),
            ("pt-AO", Some(4)),
            ("en_GB", Some(0)),
            ("zh-Hant", Some(3)),
            ("zh", None),
            ("por", None),
            ("", None),
        ] {
            assert_eq!(nearest(&tags, tag), found, "{tag}");
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
