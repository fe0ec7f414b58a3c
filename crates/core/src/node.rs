//! A JSON value, borrowed from its text where possible.

use std::borrow::Cow;

/// A JSON value. The members of an object keep their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node<'t> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as written: nothing here calculates with it.
    Number(Cow<'t, str>),
    /// A string.
    String(Cow<'t, str>),
    /// An array.
    Array(Vec<Node<'t>>),
    /// An object.
    Object(Members<'t>),
}

/// The members of an object. Of duplicate keys, the last counts, as in ECMAScript.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Members<'t>(
    /// Keys and values in turn. The parser reads arrays and objects by the same code.
    Vec<Node<'t>>,
);

impl<'t> Members<'t> {
    /// From keys and values in turn, as [`all`](Self::all) returns them.
    pub(crate) fn of(all: Vec<Node<'t>>) -> Self {
        Self(all)
    }

    /// The keys with their values.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&str, &Node<'t>)> {
        self.0.chunks_exact(2).map(|pair| match &pair[0] {
            Node::String(key) => (&**key, &pair[1]),
            _ => ("", &pair[1]),
        })
    }

    /// The value under `key`, unless it is `null`.
    pub fn get(&self, key: &str) -> Option<&Node<'t>> {
        let mut members = self.iter().rev();
        let (_, node) = members.find(|(name, _)| *name == key)?;
        Some(node).filter(|node| **node != Node::Null)
    }

    /// Keys and values in turn.
    pub fn all(&self) -> &[Node<'t>] {
        &self.0
    }

    /// The number of members.
    pub fn count(&self) -> usize {
        self.0.len() / 2
    }
}

impl<'t> FromIterator<(Cow<'t, str>, Node<'t>)> for Members<'t> {
    fn from_iter<I: IntoIterator<Item = (Cow<'t, str>, Node<'t>)>>(members: I) -> Self {
        let members = members.into_iter();
        Self(
            members
                .flat_map(|(key, value)| [Node::String(key), value])
                .collect(),
        )
    }
}

impl<'t> Node<'t> {
    /// The member `key` of an object, unless it is `null`.
    pub fn get(&self, key: &str) -> Option<&Node<'t>> {
        match self {
            Self::Object(members) => members.get(key),
            _ => None,
        }
    }

    /// The items of an array, or keys and values of an object; nothing of any other value.
    pub fn values(&self) -> &[Node<'t>] {
        match self {
            Self::Array(items) => items,
            Self::Object(members) => members.all(),
            _ => &[],
        }
    }

    /// The items of an array, or the value itself as the only item: schema.org allows both everywhere.
    pub fn items(&self) -> &[Node<'t>] {
        match self {
            Self::Array(items) => items,
            one => std::slice::from_ref(one),
        }
    }
}
