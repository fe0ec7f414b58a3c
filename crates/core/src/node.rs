//! A dynamic value of JSON, filled from whatever the host has: text through serde, or the browser's own parser.

/// The deepest nesting that is read. Real documents stay below ten; a deeper one is a mistake or an attack.
pub const MAX_DEPTH: usize = 64;

/// One value of a document, with the members of an object in the order of the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as it was written: nothing here calculates with it.
    Number(Box<str>),
    /// A string.
    Text(Box<str>),
    /// An array.
    List(Vec<Node>),
    /// An object. Where a key stands twice, the last one counts, as in ECMAScript.
    Map(Vec<(Box<str>, Node)>),
}

impl Node {
    /// The member `key` of an object, unless it is `null`.
    pub fn get(&self, key: &str) -> Option<&Node> {
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
    pub fn items(&self) -> &[Node] {
        match self {
            Self::List(items) => items,
            one => std::slice::from_ref(one),
        }
    }
}

#[cfg(feature = "json")]
mod json {
    use std::fmt;

    use serde::de::{
        Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor,
    };

    use super::{MAX_DEPTH, Node};

    impl<'de> Deserialize<'de> for Node {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            Depth(0).deserialize(deserializer)
        }
    }

    /// Fills a node that lies this many containers deep.
    #[derive(Clone, Copy)]
    struct Depth(usize);

    impl<'de> DeserializeSeed<'de> for Depth {
        type Value = Node;

        fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
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
        type Value = Node;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a value of JSON")
        }

        fn visit_unit<E>(self) -> Result<Node, E> {
            Ok(Node::Null)
        }

        fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
            Ok(Node::Bool(value))
        }

        fn visit_i64<E>(self, value: i64) -> Result<Node, E> {
            Ok(Node::Number(value.to_string().into()))
        }

        fn visit_u64<E>(self, value: u64) -> Result<Node, E> {
            Ok(Node::Number(value.to_string().into()))
        }

        fn visit_f64<E>(self, value: f64) -> Result<Node, E> {
            Ok(Node::Number(value.to_string().into()))
        }

        fn visit_str<E>(self, value: &str) -> Result<Node, E> {
            Ok(Node::Text(value.into()))
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
            let depth = self.deeper()?;
            let mut list = Vec::new();
            while let Some(item) = items.next_element_seed(depth)? {
                list.push(item);
            }
            Ok(Node::List(list))
        }

        fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Node, A::Error> {
            let depth = self.deeper()?;
            let mut map = Vec::new();
            while let Some(key) = members.next_key::<Box<str>>()? {
                map.push((key, members.next_value_seed(depth)?));
            }
            Ok(Node::Map(map))
        }
    }
}
