//! What other programs exchange with this one, by serde.
//!
//! An [`Event`](crate::Event) is written as a document, which [`read`](crate::read()) reads: serde's own way back would fail
//! as a whole where that names what is wrong. A [`Problem`] is told and never taken back. A
//! [`Snapshot`](crate::Snapshot) goes both ways.

use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::problem::Problem;

mod event;
mod time;

/// An object with `path`, `kind` (a word for machines) and `message` (a sentence for people).
impl Serialize for Problem {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Problem", 3)?;
        object.serialize_field("path", &self.path)?;
        object.serialize_field("kind", self.kind.name())?;
        object.serialize_field("message", &self.kind.to_string())?;
        object.end()
    }
}
