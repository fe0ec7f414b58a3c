//! Plain text in place of HTML. A host whose visitors download the code may leave it out until a document needs it.

use crate::problem::ProblemKind;
use crate::read::{entity, html};
use crate::strings::contains;

/// Turns HTML into plain text.
pub trait PlainText: Sync {
    /// The HTML that a text contains.
    fn found(&self, text: &str) -> Option<ProblemKind>;
    /// A text of one line, without HTML.
    fn line(&self, text: &str) -> String;
    /// A text of several lines, without HTML. The addresses of links follow their texts.
    fn prose(&self, text: &str) -> String;
    /// A URL with its character references decoded; nothing where there are none.
    fn decoded(&self, url: &str) -> Option<String>;
}

/// What turns HTML into plain text; nothing leaves texts as they are.
pub type Html = Option<&'static dyn PlainText>;

/// Turns all HTML that authors' editors write into plain text.
pub struct FromHtml;

impl PlainText for FromHtml {
    fn found(&self, text: &str) -> Option<ProblemKind> {
        html::found(text)
    }

    fn line(&self, text: &str) -> String {
        html::line(text)
    }

    fn prose(&self, text: &str) -> String {
        html::prose(text)
    }

    fn decoded(&self, url: &str) -> Option<String> {
        entity::is_in(url).then(|| entity::decode(url))
    }
}

/// Whether some text of a document may contain HTML, in JSON as it stands: `<p>`, `&amp;`, or their escapes.
pub fn may_be_in(document: &str) -> bool {
    let mut bytes = document.bytes().enumerate();
    bytes.any(|(at, byte)| match byte {
        b'<' => !document[at + 1..].starts_with(' '),
        b'&' => entity::name(&document[at + 1..]).is_some(),
        _ => false,
    }) || contains(document, "\\u003")
        || contains(document, "\\u0026")
}

#[cfg(test)]
mod tests {
    use super::may_be_in;

    #[test]
    fn documents_with_html_are_told_from_others() {
        for text in [
            "<p>Join us</p>",
            "Fish &amp; chips",
            "8 &#8211; 9",
            "\\u003cp\\u003eJoin",
            "\\u003Cbr",
            "Q\\u0026amp;A",
        ] {
            assert!(may_be_in(&format!("{{\"name\": \"{text}\"}}")), "{text}");
        }
        for text in [
            "a < b",
            "https://a.example/?a=1&b=2",
            "Q & A",
            "L\\u00e4ndle",
        ] {
            assert!(!may_be_in(&format!("{{\"name\": \"{text}\"}}")), "{text}");
        }
    }
}
