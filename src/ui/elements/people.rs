//! The people of an event or an entry: role, name and work.

use handbill_core::event::{Contribution, Person};
use handbill_core::messages::Messages;

use crate::ui::view::{IntoView, View, el};

/// Everybody who takes part, as a list. Empty where nobody is named.
pub fn people(contributions: &[Contribution], messages: &Messages) -> View {
    if contributions.is_empty() {
        return View::Empty;
    }
    let people: Vec<View> = contributions
        .iter()
        .map(|contribution| person(contribution, messages))
        .collect();
    // Safari drops the list role of a list without bullets, unless it is written down.
    el("ul")
        .class("people")
        .attr("role", "list")
        .child(people)
        .into_view()
}

/// Role, name with honorifics, job title and affiliation.
fn person(contribution: &Contribution, messages: &Messages) -> View {
    let Contribution { person, role } = contribution;
    let role = role.as_deref().map(|role| {
        let role = if role.eq_ignore_ascii_case("moderator") {
            messages.moderator()
        } else {
            role
        };
        el("span").class("role").child(role).child(messages.colon())
    });
    let work = work_of(person);
    let work = (!work.is_empty()).then(|| {
        let comma = comma_after(&person.name);
        el("span").class("work").child(comma).child(work)
    });
    el("li")
        .class("person")
        .child(role)
        .child(el("span").class("name").child(name_of(person)))
        .child(work)
        .into_view()
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

/// The texts that are there, in one line.
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
