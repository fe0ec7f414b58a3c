//! URLs that are safe as links.

use crate::strings::{split_once, trim};

/// A URL that is safe as a link: `https:`, `http:`, `mailto:`, or relative to the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Url(Box<str>);

impl Url {
    /// Takes a URL with a safe scheme, or with none.
    ///
    /// Browsers drop tabs and line breaks inside a URL, and blanks and controls around it, before they look at its scheme
    /// (WHATWG URL §4.4). So they are dropped here: a URL that looks relative must be relative in browsers.
    pub fn new(text: &str) -> Option<Self> {
        let mut without_controls = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(at) = rest.bytes().position(|byte| byte < b' ') {
            without_controls.push_str(&rest[..at]);
            rest = &rest[at + 1..];
        }
        without_controls.push_str(rest);
        let clean = trim(&without_controls);
        let is_safe = match scheme(clean) {
            Some(scheme) => ["https", "http", "mailto"]
                .iter()
                .any(|safe| scheme.eq_ignore_ascii_case(safe)),
            None => true,
        };
        (is_safe && !clean.is_empty()).then(|| Self(clean.into()))
    }

    /// The URL as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The scheme of a URL (RFC 3986 §3.1).
pub(crate) fn scheme(text: &str) -> Option<&str> {
    let (scheme, _) = split_once(text, b':')?;
    let formed = scheme
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'));
    (formed
        && scheme
            .as_bytes()
            .first()
            .is_some_and(u8::is_ascii_alphabetic))
    .then_some(scheme)
}

#[cfg(test)]
mod tests {
    use super::Url;

    #[test]
    fn safe_addresses_are_kept() {
        for good in [
            "https://a.example/x?y=1#z",
            "HTTP://a.example",
            "mailto:a@b.example",
            "photo.svg",
            "/x",
            "?q=a:b",
            "./a:b",
            "#x",
        ] {
            assert_eq!(Url::new(good).as_ref().map(Url::as_str), Some(good));
        }
        assert_eq!(
            Url::new(" https://a.example\n").as_ref().map(Url::as_str),
            Some("https://a.example")
        );
    }

    #[test]
    fn other_schemes_are_not() {
        let dangerous = [
            "javascript:alert(1)",
            " JavaScript:alert(1)",
            "java\nscript:alert(1)",
            "\u{1}javascript:x",
            "data:text/html,x",
            "vbscript:x",
            "blob:x",
            "file:///etc/passwd",
        ];
        for bad in dangerous.into_iter().chain(["", "  "]) {
            assert_eq!(Url::new(bad), None, "{bad:?}");
        }
    }
}
