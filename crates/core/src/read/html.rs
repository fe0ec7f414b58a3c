//! HTML in texts: tags are left out and character references decoded. The result is plain text, and stays plain text.

use crate::problem::ProblemKind;
use crate::read::entity::{self, decode};
use crate::strings::{self, contains_byte, trim};
use crate::url::Url;

mod tag;

use tag::{cut, name};

/// The HTML that a text contains: tags such as `<p>` and `</b>`, or character references such as `&amp;` and `&#8211;`.
pub fn found(text: &str) -> Option<ProblemKind> {
    if is_plain(text) {
        return None;
    }
    let bytes = text.as_bytes();
    let is_tag = |pair: &[u8]| matches!(pair, [b'<', b'a'..=b'z' | b'A'..=b'Z' | b'/']);
    let has_tag = || {
        let open = bytes.windows(2).position(is_tag)?;
        contains_byte(&bytes[open + 2..], b'>').then_some(ProblemKind::Html)
    };
    has_tag().or_else(|| entity::is_in(text).then_some(ProblemKind::Entity))
}

/// Whether a text cannot contain HTML. Nearly every text is plain, and each is asked.
fn is_plain(text: &str) -> bool {
    !text.bytes().any(|byte| matches!(byte, b'<' | b'&'))
}

/// A text of one line, without HTML.
pub fn line(text: &str) -> String {
    if is_plain(text) {
        return text.into();
    }
    if !kind(text).0 {
        return trim(&decode(text)).into();
    }
    let mut whole = String::new();
    for part in strings::split(&plain(text, false), b'\n').map(trim) {
        if !whole.is_empty() && !part.is_empty() {
            whole.push(' ');
        }
        whole.push_str(part);
    }
    whole
}

/// A text of several lines, without HTML. The addresses of links follow their texts.
pub fn prose(text: &str) -> String {
    if is_plain(text) {
        return text.into();
    }
    let plain = plain(text, true);
    // Some systems write the tags as references, too: `&lt;p&gt;Join us&lt;/p&gt;`.
    let inside = trim(&plain);
    let is_escaped = !contains_byte(text.as_bytes(), b'<')
        && inside.starts_with('<')
        && inside.ends_with('>')
        && kind(inside).1;
    if is_escaped {
        return self::plain(inside, true);
    }
    plain
}

/// Elements that begin and end paragraphs.
const BLOCKS: &str =
    "p div h1 h2 h3 h4 h5 h6 ul ol dl table blockquote section article header footer figure hr pre";
/// Elements that begin lines.
const LINES: &str = "br li tr dt dd";
/// Other elements that authors' editors write. Names that are on no list are text: a talk may be about `<template>`.
const OTHERS: &str = "a abbr b big center cite code del em font i iframe img ins mark q s small span strike strong sub sup td tbody th thead u";
/// Elements whose content is no text.
const HIDDEN: &str = "script style";

fn is_in(list: &str, name: &str) -> bool {
    strings::split(list, b' ').any(|one| one.eq_ignore_ascii_case(name))
}

/// Whether a text is HTML, and whether it has lines and paragraphs of its own, so that line breaks are only blanks.
fn kind(text: &str) -> (bool, bool) {
    let (mut is_html, mut has_lines) = (false, false);
    let mut rest = text;
    while let Some((_, tag, after)) = cut(rest) {
        let name = name(tag);
        let begins_line = is_in(BLOCKS, name) || is_in(LINES, name);
        has_lines |= begins_line;
        is_html |=
            begins_line || is_in(OTHERS, name) || is_in(HIDDEN, name) || tag.starts_with('!');
        rest = after;
    }
    (is_html, has_lines)
}

fn plain(text: &str, keeps_links: bool) -> String {
    let (is_html, has_lines) = kind(text);
    if !is_html {
        return decode(text);
    }
    let mut to = Plain {
        text: String::with_capacity(text.len()),
        has_lines,
        hidden: "",
        link: None,
    };
    let mut rest = text;
    while let Some((before, tag, after)) = cut(rest) {
        to.piece(before);
        to.tag(tag, keeps_links);
        rest = after;
    }
    to.piece(rest);
    to.text
}

/// A plain text while it is written.
struct Plain<'t> {
    text: String,
    has_lines: bool,
    /// The name of the open element whose content is no text; empty for none.
    hidden: &'t str,
    /// The URL of the open link, and where its text begins.
    link: Option<(Url, usize)>,
}

impl<'t> Plain<'t> {
    /// Adds what stands between two tags.
    fn piece(&mut self, piece: &str) {
        if !self.hidden.is_empty() {
            return;
        }
        if !self.has_lines {
            return self.text.push_str(&decode(piece));
        }
        // Line breaks are blanks here, but a blank line still separates paragraphs.
        let mut blank_lines = 0;
        for (index, line) in strings::split(piece, b'\n').enumerate() {
            if index == 0 {
                self.text.push_str(&decode(line));
                continue;
            }
            while self.text.ends_with([' ', '\t', '\r']) {
                self.text.pop();
            }
            let line = line.trim_ascii_start();
            self.text
                .push_str(if blank_lines == 1 { "\n\n" } else { " " });
            blank_lines = match line.is_empty() {
                true => blank_lines + 1,
                false => 0,
            };
            self.text.push_str(&decode(line));
        }
    }

    fn tag(&mut self, tag: &'t str, keeps_links: bool) {
        let (name, is_end) = (name(tag), tag.starts_with('/'));
        if !self.hidden.is_empty() {
            if is_end && name.eq_ignore_ascii_case(self.hidden) {
                self.hidden = "";
            }
        } else if is_in(HIDDEN, name) {
            self.hidden = if is_end { "" } else { name };
        } else if is_in(BLOCKS, name) {
            self.text.push_str("\n\n");
        } else if is_in(LINES, name) {
            let is_item = name.eq_ignore_ascii_case("li");
            match (is_end, is_item) {
                (false, true) => self.text.push_str("\n• "),
                (false, false) => self.text.push('\n'),
                (true, _) => {}
            }
        } else if is_in("td th", name) && !is_end {
            self.text.push(' ');
        } else if is_in("a", name) && keeps_links {
            self.end_link();
            if !is_end {
                self.link = address(tag).map(|url| (url, self.text.len()));
            }
        }
    }

    /// Adds the URL of a link behind its text.
    fn end_link(&mut self) {
        let Some((url, from)) = self.link.take() else {
            return;
        };
        let url = url.as_str();
        let shown = url.strip_prefix("mailto:").unwrap_or(url);
        let text = trim(self.text.get(from..).unwrap_or_default());
        if text.is_empty() || text == shown {
            return;
        }
        if text.starts_with("www.") || text.starts_with("http") {
            // The same address in short.
            self.text.truncate(from);
            self.text.push_str(shown);
            return;
        }
        for part in [" (", shown, ")"] {
            self.text.push_str(part);
        }
    }
}

/// The URL of a link: absolute, since nobody can follow another from a text.
fn address(tag: &str) -> Option<Url> {
    let at = tag.as_bytes().windows(5).position(|part| {
        part[0].is_ascii_whitespace() && part[1..].eq_ignore_ascii_case(b"href")
    })?;
    let value = tag.get(at + 5..)?.trim_ascii_start().strip_prefix('=')?;
    let value = value.trim_ascii_start();
    let value = match value.as_bytes().first()? {
        quote @ (b'"' | b'\'') => strings::before_first(value.get(1..)?, &[*quote]),
        _ => strings::before_first(value, b" \t\n\r"),
    };
    let url = Url::new(&decode(value))?;
    let is_absolute = ["https://", "http://", "mailto:"];
    let is_absolute = is_absolute
        .iter()
        .any(|scheme| url.as_str().starts_with(scheme));
    is_absolute.then_some(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_is_told_from_text() {
        for html in ["<p>Join us</p>", "a<br/>b", "Fish &amp; <b>chips</b>"] {
            assert_eq!(found(html), Some(ProblemKind::Html), "{html}");
        }
        for entity in ["Fish &amp; chips", "8 &#8211; 9", "&Ouml;l", "&frac12;"] {
            assert_eq!(found(entity), Some(ProblemKind::Entity), "{entity}");
        }
        for text in [
            "a < b and c > d",
            "R&D",
            "R&D; sales",
            "5 <6",
            "<3 >",
            "a > b <c",
            "Tom & Jerry; again",
            "AT&T",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }

    #[test]
    fn names_lose_tags_that_editors_write_and_keep_others() {
        for (html, text) in [
            ("<em>Hamlet</em>: a play", "Hamlet: a play"),
            ("Open<br>\nday", "Open day"),
            ("The <template> element", "The <template> element"),
            ("&lt;b&gt; is bold", "<b> is bold"),
            ("&amp;lt;", "&lt;"),
            ("<a href=\"https://a.example\">A</a>", "A"),
            ("if a <b then", "if a <b then"),
            ("x <b <i>y</i>", "x <b y"),
            ("<span title=\"a > b\">Hall</span>", "Hall"),
            ("A<!-- <b> -- > -->B", "AB"),
            ("A<script>if (a < b) { '</p>' }</script>B", "AB"),
        ] {
            assert_eq!(line(html), text, "{html}");
        }
    }

    #[test]
    fn descriptions_become_paragraphs() {
        let paragraphs = |html: &str| {
            let mut all = Vec::new();
            crate::read::text::split(&prose(html), &mut all);
            all
        };
        for (html, texts) in [
            (
                "<p>One</p>\n<p>Two<br />\nlines</p>\n",
                vec!["One", "Two\nlines"],
            ),
            ("<p>\n  Wrapped\n  text</p>", vec!["Wrapped text"]),
            (
                "One <b>bold</b>\nword\n\nTwo",
                vec!["One bold\nword", "Two"],
            ),
            ("One<br>\r\n\r\nTwo", vec!["One", "Two"]),
            (
                "<!-- wp:paragraph -->\n<p>One</p>\n<!-- /wp:paragraph -->",
                vec!["One"],
            ),
            (
                "<ul>\n<li>One</li>\n<li>Two</li>\n</ul>End",
                vec!["• One\n• Two", "End"],
            ),
            (
                "&lt;p&gt;It&amp;#8217;s on&lt;/p&gt;\\n".trim_end_matches("\\n"),
                vec!["It’s on"],
            ),
            (
                "Write &lt;p&gt; and &lt;/p&gt;.",
                vec!["Write <p> and </p>."],
            ),
            (
                "<p>See <a class=x href='https://a.example/?a=1&#038;b=2'>the page</a>.</p>",
                vec!["See the page (https://a.example/?a=1&b=2)."],
            ),
            (
                "<a href=\"https://www.a.example/\">www.a.example</a> <a href=\"mailto:jo@a.example\">jo@a.example</a>",
                vec!["https://www.a.example/ jo@a.example"],
            ),
            (
                "<a href=\"javascript:alert(1)\">One</a> <a href=\"java&#115;cript:x\">two</a> <a href=/x>three</a>",
                vec!["One two three"],
            ),
            ("<td>A</td><td>B</td>", vec!["A B"]),
        ] {
            assert_eq!(paragraphs(html), texts, "{html}");
        }
    }

    #[test]
    fn the_work_grows_with_the_text() {
        for part in [
            "<a ",
            "&a",
            "<!--",
            "<a href='",
            "&lt;p&gt;",
            "<script>",
            "\n ",
            "<b>",
            "<a href=\"https://a\">",
        ] {
            let long = part.repeat(100_000 / part.len());
            found(&long);
            line(&long);
            prose(&long);
        }
    }
}
