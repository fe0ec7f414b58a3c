//! Serialisation for other programs, by the feature `serde`.
//!
//! An [`Event`](crate::Event) serialises as a document. There is no `Deserialize` for it: that would fail as a whole, where
//! [`read`](crate::read()) reports problems. A [`Problem`] only serialises, too. A [`Snapshot`](crate::Snapshot) does both.

use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::problem::Problem;

mod event;
mod time;

/// As an object with `path`, `kind` (for machines) and `message` (for people).
impl Serialize for Problem {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Problem", 3)?;
        object.serialize_field("path", &self.path)?;
        object.serialize_field("kind", self.kind.name())?;
        object.serialize_field("message", &self.kind.to_string())?;
        object.end()
    }
}
