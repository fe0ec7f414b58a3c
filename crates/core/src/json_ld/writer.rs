//! JSON, written by hand: what visitors download has no use for a serialiser.

use crate::parts::{concat, joined};

/// A text of JSON while it is written from its beginning to its end.
pub struct Writer(String);

impl Writer {
    /// Begins with the one object that the text is.
    pub fn new() -> Self {
        Self("{".into())
    }

    /// Closes that object.
    pub fn finish(mut self) -> String {
        self.close();
        self.0
    }

    /// Begins an object of a schema.org type: the value of a key, or an item of a list.
    pub fn open(&mut self, kind: &str) {
        self.separate();
        self.0.push('{');
        self.text("@type", kind);
    }

    /// Ends an object.
    pub fn close(&mut self) {
        self.0.push('}');
    }

    /// Begins an object of a schema.org type under a key.
    pub fn open_at(&mut self, key: &str, kind: &str) {
        self.key(key);
        self.open(kind);
    }

    /// Begins a list under a key.
    pub fn open_list(&mut self, key: &str) {
        self.key(key);
        self.0.push('[');
    }

    /// Ends a list.
    pub fn close_list(&mut self) {
        self.0.push(']');
    }

    /// A member that is a text.
    pub fn text(&mut self, key: &str, value: &str) {
        self.key(key);
        self.quote(value);
    }

    /// A member that is a text, where there is one.
    pub fn optional(&mut self, key: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.text(key, value);
        }
    }

    /// A member whose value is written already, and needs no quotes: a number.
    pub fn bare(&mut self, key: &str, value: &str) {
        self.key(key);
        self.0.push_str(value);
    }

    /// A member that is a word of schema.org's own lists, in full: some search engines take no shorter form.
    pub fn word(&mut self, key: &str, word: &str) {
        self.text(key, &concat(&["https://schema.org/", word]));
    }

    /// A member that is a text in paragraphs, which the reader parts again at the blank lines.
    pub fn paragraphs(&mut self, key: &str, paragraphs: &[String]) {
        if !paragraphs.is_empty() {
            self.text(key, &joined(paragraphs, "\n\n"));
        }
    }

    fn key(&mut self, key: &str) {
        self.separate();
        self.quote(key);
        self.0.push(':');
    }

    /// Every value ends in a character that opens nothing, so the last one tells whether something stands before.
    fn separate(&mut self) {
        if !self.0.ends_with(['{', '[', ':']) {
            self.0.push(',');
        }
    }

    /// A string with the escapes of JSON, and those that let it stand in a page.
    ///
    /// Without `<`, nothing in it can end a `<script>` or begin a comment there. The two line separators end a line in
    /// older JavaScript, where the text may be pasted as well.
    fn quote(&mut self, text: &str) {
        self.0.push('"');
        for char in text.chars() {
            match char {
                '"' | '\\' => {
                    self.0.push('\\');
                    self.0.push(char);
                }
                '\n' => self.0.push_str("\\n"),
                '\0'..='\u{1f}' | '<' | '\u{2028}' | '\u{2029}' => self.escape(char),
                _ => self.0.push(char),
            }
        }
        self.0.push('"');
    }

    fn escape(&mut self, char: char) {
        self.0.push_str("\\u");
        for shift in [12, 8, 4, 0] {
            let digit = u32::from(char) >> shift & 15;
            self.0.extend(char::from_digit(digit, 16));
        }
    }
}
