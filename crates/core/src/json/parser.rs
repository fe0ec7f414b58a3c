//! A recursive descent parser over the bytes of a text.

use std::borrow::Cow;

use crate::node::{Members, Node};

/// The deepest nesting. Real documents stay below ten; a deeper one is a mistake or an attack.
pub const MAX_DEPTH: usize = 64;

/// Takes an item of the streamed array.
pub type Take<'f> = &'f mut dyn FnMut(&Node<'_>);

/// The parser, at some byte of the text.
pub struct Parser<'t, 'f> {
    text: &'t str,
    /// The bytes read so far; one more than the length after a read past the end.
    pub at: usize,
    /// A stack of the items in all open arrays and objects. Each takes its own from the top when it is closed, so that its
    /// `Vec` never grows and has no spare capacity.
    items: Vec<Node<'t>>,
    /// Whether parsing ended at [`MAX_DEPTH`].
    pub is_too_deep: bool,
    /// The key of the streamed array.
    key: &'f str,
    take: Take<'f>,
    /// Whether the current member of the top object is the streamed array.
    is_taking: bool,
    /// The number of streamed arrays so far.
    pub taken: usize,
}

impl<'t, 'f> Parser<'t, 'f> {
    /// At the beginning of a text. The items of the array under `key` of the top object go to `take`.
    pub fn new(text: &'t str, key: &'f str, take: Take<'f>) -> Self {
        Self {
            text,
            at: 0,
            items: Vec::new(),
            is_too_deep: false,
            key,
            take,
            is_taking: false,
            taken: 0,
        }
    }

    /// The whole text: one value, with nothing but whitespace around it.
    pub fn whole(&mut self) -> Option<Node<'t>> {
        let first = self.token()?;
        let node = self.value(first, 0)?;
        self.token().is_none().then_some(node)
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn next(&mut self) -> Option<u8> {
        let next = self.peek();
        self.at += 1;
        next
    }

    /// Reads the next byte if it is this one.
    fn eat(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    /// Reads up to the next byte that is not whitespace.
    fn token(&mut self) -> Option<u8> {
        loop {
            let next = self.next()?;
            if !is_blank(next) {
                return Some(next);
            }
        }
    }

    /// A value, whose first byte has been read.
    fn value(&mut self, token: u8, depth: usize) -> Option<Node<'t>> {
        match token {
            b'"' => Some(Node::String(self.string()?)),
            b'n' => self.word("ull", Node::Null),
            b't' => self.word("rue", Node::Bool(true)),
            b'f' => self.word("alse", Node::Bool(false)),
            b'[' | b'{' if depth == MAX_DEPTH => {
                self.is_too_deep = true;
                None
            }
            b'[' | b'{' => {
                let is_map = token == b'{';
                // In ASCII, the closing bracket is the second character after the opening one.
                let end = token + 2;
                let first = self.items.len();
                let mut token = self.token()?;
                while token != end {
                    if is_map {
                        let key = (token == b'"').then(|| self.string())??;
                        let is_wanted = key == self.key;
                        self.items.push(Node::String(key));
                        token = (self.token()? == b':').then(|| self.token())??;
                        if depth == 0 {
                            self.is_taking = is_wanted && token == b'[';
                            self.taken += usize::from(self.is_taking);
                        }
                    }
                    let item = self.value(token, depth + 1)?;
                    if depth == 1 && self.is_taking {
                        (self.take)(&item);
                    } else {
                        self.items.push(item);
                    }
                    token = self.more(end)?;
                }
                let items = self.items.split_off(first);
                Some(match is_map {
                    true => Node::Object(Members::of(items)),
                    false => Node::Array(items),
                })
            }
            _ => {
                self.at -= 1;
                Some(Node::Number(Cow::Borrowed(self.number()?)))
            }
        }
    }

    /// Reads what follows an item: the closing bracket, or a comma and the first byte of the next item.
    fn more(&mut self, end: u8) -> Option<u8> {
        match self.token()? {
            b',' => self.token().filter(|token| *token != end),
            token => Some(token).filter(|token| *token == end),
        }
    }

    fn word(&mut self, rest: &str, node: Node<'t>) -> Option<Node<'t>> {
        let is_there = rest.bytes().all(|byte| self.next() == Some(byte));
        is_there.then_some(node)
    }

    fn number(&mut self) -> Option<&'t str> {
        let from = self.at;
        self.eat(b'-');
        // No digit may follow a leading zero.
        let is_whole = self.eat(b'0') || self.digits();
        let is_good = is_whole
            && (!self.eat(b'.') || self.digits())
            && (!(self.eat(b'e') || self.eat(b'E')) || {
                let _ = self.eat(b'+') || self.eat(b'-');
                self.digits()
            });
        if !is_good {
            // The wrong byte is the next one.
            self.next();
            return None;
        }
        self.text.get(from..self.at)
    }

    fn digits(&mut self) -> bool {
        let from = self.at;
        while let Some(b'0'..=b'9') = self.peek() {
            self.at += 1;
        }
        self.at > from
    }

    /// A string, whose opening quote has been read.
    fn string(&mut self) -> Option<Cow<'t, str>> {
        let mut unescaped = None::<String>;
        loop {
            // Most bytes of a document pass here.
            let rest = self.text.as_bytes().get(self.at..)?;
            let is_mark = |byte: &u8| *byte < b' ' || *byte == b'"' || *byte == b'\\';
            let Some(length) = rest.iter().position(is_mark) else {
                self.at = self.text.len() + 1;
                return None;
            };
            let piece = self.text.get(self.at..self.at + length)?;
            self.at += length + 1;
            match rest[length] {
                b'"' => {
                    return Some(match unescaped {
                        None => Cow::Borrowed(piece),
                        Some(before) => Cow::Owned(before + piece),
                    });
                }
                b'\\' => {
                    let unescaped = unescaped.get_or_insert_default();
                    unescaped.push_str(piece);
                    unescaped.push(self.escaped()?);
                }
                _ => return None,
            }
        }
    }

    /// The character of an escape, whose backslash has been read.
    fn escaped(&mut self) -> Option<char> {
        Some(match self.next()? {
            token @ (b'"' | b'\\' | b'/') => token.into(),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => self.unicode()?,
            _ => return None,
        })
    }

    /// The character of a `\u` escape, or of two that are a surrogate pair.
    fn unicode(&mut self) -> Option<char> {
        let mut code = self.code()?;
        let after = self.at;
        let low = match code & 0xfc00 == 0xd800 && self.eat(b'\\') && self.eat(b'u') {
            true => self.code()?,
            false => 0,
        };
        if low & 0xfc00 == 0xdc00 {
            code = 0x1_0000 + ((code & 0x3ff) << 10) + (low & 0x3ff);
        } else {
            // The second escape is a character of its own.
            self.at = after;
        }
        let character = char::from_u32(code).filter(|character| *character != '\0');
        Some(character.unwrap_or(char::REPLACEMENT_CHARACTER))
    }

    /// Four hexadecimal digits.
    fn code(&mut self) -> Option<u32> {
        let mut code = 0;
        for _ in 0..4 {
            code = code * 16 + char::from(self.next()?).to_digit(16)?;
        }
        Some(code)
    }
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}
