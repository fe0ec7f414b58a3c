//! Small elements that several rooms use: headings, prose, people, buttons.

pub mod button;
pub mod day_chip;
pub mod heading;
pub mod jump;
pub mod people;
pub mod prose;
