//! Somebody's part in an entry.

use handbill_core::event::{Contribution, Person};
use handbill_core::text::Messages;

use super::markup::{Markup, element};

/// Everybody who takes part, as a list. Nothing where nobody is named.
pub fn people(contributions: &[Contribution], messages: &Messages) -> Markup {
    if contributions.is_empty() {
        return Markup::Nothing;
    }
    let people: Vec<Markup> = contributions
        .iter()
        .map(|contribution| person(contribution, messages))
        .collect();
    // Safari forgets that a list without bullets is a list, unless it is told.
    element("ul", "people")
        .attribute("role", "list")
        .child(people)
        .into()
}

/// Role, name with honorifics, and what the person does where.
fn person(contribution: &Contribution, messages: &Messages) -> Markup {
    let Contribution { person, role } = contribution;
    let item = element("li", "person");
    let item = match role.as_deref() {
        Some(role) => {
            let role = if role.eq_ignore_ascii_case("moderator") {
                messages.moderator
            } else {
                role
            };
            item.child(element("span", "role").child(role).child(messages.colon))
        }
        None => item,
    };
    let item = item.child(element("span", "name").child(name_of(person)));
    let work = work_of(person);
    if work.is_empty() {
        item.into()
    } else {
        let comma = comma_after(&person.name);
        item.child(element("span", "work").child(comma).child(work))
            .into()
    }
}

fn name_of(person: &Person) -> String {
    joined(
        &[
            person.honorific_prefix.as_deref(),
            Some(&person.name),
            person.honorific_suffix.as_deref(),
        ],
        " ",
    )
}

fn work_of(person: &Person) -> String {
    joined(
        &[person.job_title.as_deref(), person.affiliation.as_deref()],
        COMMA,
    )
}

/// Stands for the comma of the script that the text before it is in.
pub const COMMA: &str = ",";

/// The comma that belongs after a text: that of its script, whatever the language around it.
fn comma_after(text: &str) -> &'static str {
    // The last character in UTF-8: of two bytes from U+0600 to U+06FF, of three from U+3000 to U+9FFF.
    match text.as_bytes() {
        [.., 0xd8..=0xdb, _] => "، ",
        [.., 0xe3..=0xe9, _, _] => "，",
        _ => ", ",
    }
}

/// What there is of several texts, in one line.
pub fn joined(parts: &[Option<&str>], separator: &str) -> String {
    let mut line = String::new();
    for part in parts.iter().flatten() {
        if !line.is_empty() {
            let separator = match separator {
                COMMA => comma_after(&line),
                separator => separator,
            };
            line.push_str(separator);
        }
        line.push_str(part);
    }
    line
}
