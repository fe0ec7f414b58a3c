//! The pure domain of Handbill.
