//! A dynamic value of JSON.

use std::borrow::Cow;

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
    /// An object.
    Map(Members<'t>),
}

/// The members of an object. Where a key stands twice, the last one counts, as in ECMAScript.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Members<'t>(
    /// Keys, which are texts, and values by turns: what reads lists reads these as well.
    Vec<Node<'t>>,
);

impl<'t> Members<'t> {
    /// Keys, which are texts, and values by turns, as [`all`](Self::all) returns them.
    pub(crate) fn of(all: Vec<Node<'t>>) -> Self {
        Self(all)
    }

    /// Each key with its value.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&str, &Node<'t>)> {
        self.0.chunks_exact(2).map(|pair| match &pair[0] {
            Node::Text(key) => (&**key, &pair[1]),
            _ => ("", &pair[1]),
        })
    }

    /// Keys and values by turns.
    pub fn all(&self) -> &[Node<'t>] {
        &self.0
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.0.len() / 2
    }
}

impl<'t> FromIterator<(Cow<'t, str>, Node<'t>)> for Members<'t> {
    fn from_iter<I: IntoIterator<Item = (Cow<'t, str>, Node<'t>)>>(members: I) -> Self {
        let members = members.into_iter();
        Self(
            members
                .flat_map(|(key, value)| [Node::Text(key), value])
                .collect(),
        )
    }
}

impl<'t> Node<'t> {
    /// The member `key` of an object, unless it is `null`.
    pub fn get(&self, key: &str) -> Option<&Node<'t>> {
        let Self::Map(members) = self else {
            return None;
        };
        let mut members = members.iter().rev();
        members
            .find(|(name, _)| *name == key)
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
