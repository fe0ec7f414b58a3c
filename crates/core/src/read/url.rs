//! URLs. Unsafe ones are left out and reported.

use crate::node::Node;
use crate::problem::ProblemKind;
use crate::read::cursor::{Cursor, Step};
use crate::strings::{self, trim};
use crate::url::Url;

impl<'a> Cursor<'a> {
    /// The URL under `key`: a text, or that of an object; the first of several.
    pub fn url(&mut self, map: &'a Node<'a>, key: &'static str) -> Option<Url> {
        self.only(map, key, Self::address)
    }

    /// The URL of a value: a text, or that of an object.
    pub fn address(&mut self, node: &'a Node<'a>) -> Option<Url> {
        if !matches!(node, Node::Object(_)) {
            return self.safe_url(node);
        }
        let keys = ["url", "contentUrl", "@id"];
        let Some(key) = keys.iter().find(|key| node.get(key).is_some()) else {
            self.report_at("url", ProblemKind::Missing);
            return None;
        };
        self.path.push(Step::Key(key));
        let url = self.safe_url(node.get(key)?);
        self.path.pop();
        url
    }

    fn safe_url(&mut self, node: &Node) -> Option<Url> {
        let Some(text) = url_text(node) else {
            self.report(ProblemKind::NotText);
            return None;
        };
        // References are decoded before the scheme is looked at.
        let decoded = self.html.and_then(|html| html.decoded(text));
        if decoded.is_some() {
            self.report(ProblemKind::Entity);
        }
        let text = decoded.as_deref().unwrap_or(text);
        let (url, text) = (Url::new(text), trim(text));
        if url.is_none() && !text.is_empty() {
            self.report(ProblemKind::UnsafeUrl(text.into()));
        } else if looks_absolute(text) {
            self.report(ProblemKind::NoScheme(text.into()));
        }
        url
    }
}

/// The text of a URL: a string, the first of several, or the `@id` of a JSON-LD reference.
fn url_text<'a>(node: &'a Node<'a>) -> Option<&'a str> {
    match node {
        Node::String(text) => Some(text),
        Node::Object(_) => ["@id", "@value"]
            .iter()
            .find_map(|key| node.get(key))
            .and_then(url_text),
        Node::Array(items) => items.first().and_then(url_text),
        _ => None,
    }
}

/// Whether a relative URL looks like a host or an email address without its scheme.
fn looks_absolute(text: &str) -> bool {
    let first = strings::before_first(text, b"/?#");
    let has = |mark| first.bytes().any(|byte| byte == mark);
    !has(b':') && (first.starts_with("www.") || has(b'@'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_without_a_scheme_are_told_from_relative_ones() {
        for absolute in ["www.example.org/x", "jo@example.org"] {
            assert!(looks_absolute(absolute), "{absolute}");
        }
        for other in [
            "https://www.example.org",
            "mailto:jo@example.org",
            "register",
            "/@jo",
            "img/www.svg",
            "?to=a@b",
        ] {
            assert!(!looks_absolute(other), "{other}");
        }
    }
}
