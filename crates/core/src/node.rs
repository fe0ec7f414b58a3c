//! A dynamic value of JSON, filled from whatever the host has: text through serde, or the browser's own parser.

use std::borrow::Cow;

/// The deepest nesting that is read. Real documents stay below ten; a deeper one is a mistake or an attack.
pub const MAX_DEPTH: usize = 64;

/// One value of a document, with the members of an object in the order of the source. Texts are those of the source
/// where they can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node<'t> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as it was written: nothing here calculates with it.
    Number(Cow<'t, str>),
    /// A string.
    Text(Cow<'t, str>),
    /// An array.
    List(Vec<Node<'t>>),
    /// An object. Where a key stands twice, the last one counts, as in ECMAScript.
    Map(Vec<(Cow<'t, str>, Node<'t>)>),
}

impl<'t> Node<'t> {
    /// Reads what the browser has written of a document that it has parsed; nothing where that is nested too deep.
    ///
    /// Each value begins with a mark: `"` a string and `n` a number, which end with a zero, `t` and `f` truth, `z` null,
    /// `[` a list and `{` an object, which end with `]` and `}`, and `:` a key, which ends with a zero. No string has a
    /// zero in it. This takes a tenth of the time that it takes to ask the browser for each value by itself.
    pub fn read(written: &'t str) -> Option<Self> {
        let mut rest = Written { rest: written };
        let mark = rest.mark()?;
        rest.node(mark, 0)
    }

    /// The member `key` of an object, unless it is `null`.
    pub fn get(&self, key: &str) -> Option<&Node<'t>> {
        let Self::Map(members) = self else {
            return None;
        };
        members
            .iter()
            .rev()
            .find(|(name, _)| &**name == key)
            .map(|(_, node)| node)
            .filter(|node| **node != Self::Null)
    }

    /// The items of an array, or the value itself as the only item: schema.org allows either everywhere.
    pub fn items(&self) -> &[Node<'t>] {
        match self {
            Self::List(items) => items,
            one => std::slice::from_ref(one),
        }
    }
}

/// What is left to read.
struct Written<'t> {
    rest: &'t str,
}

impl<'t> Written<'t> {
    fn mark(&mut self) -> Option<u8> {
        let mark = *self.rest.as_bytes().first()?;
        self.rest = self.rest.get(1..)?;
        Some(mark)
    }

    fn text(&mut self) -> Option<Cow<'t, str>> {
        let end = self.rest.bytes().position(|byte| byte == 0)?;
        let text = self.rest.get(..end)?;
        self.rest = self.rest.get(end + 1..)?;
        Some(Cow::Borrowed(text))
    }

    fn node(&mut self, mark: u8, depth: usize) -> Option<Node<'t>> {
        Some(match mark {
            b'z' => Node::Null,
            b't' | b'f' => Node::Bool(mark == b't'),
            b'n' => Node::Number(self.text()?),
            b'"' => Node::Text(self.text()?),
            _ if depth == MAX_DEPTH => return None,
            b'[' => {
                let mut items = Vec::new();
                loop {
                    match self.mark()? {
                        b']' => break Node::List(items),
                        mark => items.push(self.node(mark, depth + 1)?),
                    }
                }
            }
            b'{' => {
                let mut members = Vec::new();
                while self.mark()? == b':' {
                    let key = self.text()?;
                    let mark = self.mark()?;
                    members.push((key, self.node(mark, depth + 1)?));
                }
                Node::Map(members)
            }
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Node<'_> {
        Node::Text(text.into())
    }

    #[test]
    fn what_the_browser_writes_is_read() {
        let written = "{:name\0\"Öffnung\0:n\0n1.5\0:list\0[tfz[]{}]:}\0\"{\0}";
        let list = vec![
            Node::Bool(true),
            Node::Bool(false),
            Node::Null,
            Node::List(vec![]),
            Node::Map(vec![]),
        ];
        let expected = Node::Map(vec![
            ("name".into(), text("Öffnung")),
            ("n".into(), Node::Number("1.5".into())),
            ("list".into(), Node::List(list)),
            ("}".into(), text("{")),
        ]);
        assert_eq!(Node::read(written), Some(expected));
        assert_eq!(Node::read("\"\0"), Some(text("")));
    }

    #[test]
    fn depth_has_an_end() {
        let nested = |depth: usize| ["[".repeat(depth), "]".repeat(depth)].concat();
        assert!(Node::read(&nested(MAX_DEPTH)).is_some());
        assert_eq!(Node::read(&nested(MAX_DEPTH + 1)), None);
    }

    #[test]
    fn what_ends_too_early_is_nothing() {
        for written in [
            "", "{", "[", "[t", "{:a", "{:a\0", "{:a\0t", "\"a", "n", "x", "ö",
        ] {
            assert_eq!(Node::read(written), None, "{written}");
        }
    }
}

#[cfg(feature = "json")]
mod json {
    use std::borrow::Cow;
    use std::fmt;

    use serde::de::{
        Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor,
    };

    use super::{MAX_DEPTH, Node};

    impl<'de> Deserialize<'de> for Node<'static> {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            Depth(0).deserialize(deserializer)
        }
    }

    /// Fills a node that lies this many containers deep.
    #[derive(Clone, Copy)]
    struct Depth(usize);

    impl<'de> DeserializeSeed<'de> for Depth {
        type Value = Node<'static>;

        fn deserialize<D: Deserializer<'de>>(
            self,
            deserializer: D,
        ) -> Result<Node<'static>, D::Error> {
            deserializer.deserialize_any(self)
        }
    }

    impl Depth {
        fn deeper<E: Error>(self) -> Result<Self, E> {
            if self.0 < MAX_DEPTH {
                Ok(Self(self.0 + 1))
            } else {
                Err(E::custom("too deep"))
            }
        }
    }

    impl<'de> Visitor<'de> for Depth {
        type Value = Node<'static>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a value of JSON")
        }

        fn visit_unit<E>(self) -> Result<Node<'static>, E> {
            Ok(Node::Null)
        }

        fn visit_bool<E>(self, value: bool) -> Result<Node<'static>, E> {
            Ok(Node::Bool(value))
        }

        fn visit_i64<E>(self, value: i64) -> Result<Node<'static>, E> {
            Ok(Node::Number(value.to_string().into()))
        }

        fn visit_u64<E>(self, value: u64) -> Result<Node<'static>, E> {
            Ok(Node::Number(value.to_string().into()))
        }

        fn visit_f64<E>(self, value: f64) -> Result<Node<'static>, E> {
            Ok(Node::Number(value.to_string().into()))
        }

        fn visit_str<E>(self, value: &str) -> Result<Node<'static>, E> {
            Ok(Node::Text(Cow::Owned(value.into())))
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node<'static>, A::Error> {
            let depth = self.deeper()?;
            let mut list = Vec::new();
            while let Some(item) = items.next_element_seed(depth)? {
                list.push(item);
            }
            Ok(Node::List(list))
        }

        fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Node<'static>, A::Error> {
            let depth = self.deeper()?;
            let mut map = Vec::new();
            while let Some(key) = members.next_key::<String>()? {
                map.push((Cow::Owned(key), members.next_value_seed(depth)?));
            }
            Ok(Node::Map(map))
        }
    }
}
