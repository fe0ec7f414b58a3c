//! The element as visitors meet it.
