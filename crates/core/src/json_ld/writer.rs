//! A JSON writer, much smaller than a general serialiser.

use crate::strings::{concat, join};

/// A JSON text while it is written.
pub struct Writer(String);

impl Writer {
    /// Opens the top object.
    pub fn new() -> Self {
        Self("{".into())
    }

    /// Closes the top object.
    pub fn finish(mut self) -> String {
        self.close();
        self.0
    }

    /// Opens an object of a schema.org type, as an item of a list or after a key.
    pub fn open(&mut self, kind: &str) {
        self.separate();
        self.0.push('{');
        self.text("@type", kind);
    }

    /// Closes an object.
    pub fn close(&mut self) {
        self.0.push('}');
    }

    /// Opens an object of a schema.org type under a key.
    pub fn open_at(&mut self, key: &str, kind: &str) {
        self.key(key);
        self.open(kind);
    }

    /// Opens a list under a key.
    pub fn open_list(&mut self, key: &str) {
        self.key(key);
        self.0.push('[');
    }

    /// Closes a list.
    pub fn close_list(&mut self) {
        self.0.push(']');
    }

    /// A member with a text.
    pub fn text(&mut self, key: &str, value: &str) {
        self.key(key);
        self.quote(value);
    }

    /// A member with a text, if there is one.
    pub fn optional(&mut self, key: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.text(key, value);
        }
    }

    /// A member whose value is printed already and needs no quotes: a number.
    pub fn bare(&mut self, key: &str, value: &str) {
        self.key(key);
        self.0.push_str(value);
    }

    /// A member with a value of a schema.org enumeration, as a URL: some search engines take no shorter form.
    pub fn word(&mut self, key: &str, word: &str) {
        self.text(key, &concat(&["https://schema.org/", word]));
    }

    /// A member with a text in paragraphs, separated by blank lines.
    pub fn paragraphs(&mut self, key: &str, paragraphs: &[String]) {
        if !paragraphs.is_empty() {
            self.text(key, &join(paragraphs, "\n\n"));
        }
    }

    fn key(&mut self, key: &str) {
        self.separate();
        self.quote(key);
        self.0.push(':');
    }

    /// Adds a comma, unless the value is the first: then the text ends with an opening bracket or a colon.
    fn separate(&mut self) {
        if !self.0.ends_with(['{', '[', ':']) {
            self.0.push(',');
        }
    }

    /// A string with the escapes of JSON and of scripts in a page.
    ///
    /// Without `<`, it can neither end a `<script>` nor open a comment. U+2028 and U+2029 end a line in older JavaScript,
    /// where the text may be pasted as well.
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
