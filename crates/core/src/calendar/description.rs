//! The description of an appointment, in plain text.

use crate::calendar::plain_text::{add, line};
use crate::calendar::source::Source;
use crate::event::{Contribution, Entry};
use crate::messages::Messages;
use crate::strings::{concat, join, trim};

/// The description and the people, in paragraphs with a blank line between them.
///
/// An entry begins with the name of its event: a calendar shows "Opening" without any context.
pub fn description(source: &Source<'_>, entry: Option<&Entry>) -> String {
    let (event, messages) = (source.event, source.messages);
    let mut text = String::new();
    let mut paragraph = |paragraph: &str| {
        let start = text.len();
        add(trim(paragraph), &mut text);
        if text.len() > start && start > 0 {
            text.insert_str(start, "\n\n");
        }
    };
    let (paragraphs, contributions) = match entry {
        Some(entry) => {
            if !entry.name.is_empty() {
                paragraph(&line(&event.name));
            }
            entry.format.iter().for_each(|format| paragraph(format));
            (&entry.description, &entry.contributions)
        }
        None => {
            event.theme.iter().for_each(|theme| paragraph(theme));
            (&event.description, &event.contributions)
        }
    };
    paragraphs.iter().for_each(|text| paragraph(text));
    let people: Vec<String> = contributions
        .iter()
        .map(|one| person(one, messages))
        .collect();
    paragraph(&join(&people, "\n"));
    let organizers: Vec<String> = event.organizers.iter().map(|one| line(&one.name)).collect();
    if !organizers.is_empty() {
        paragraph(&concat(&[
            messages.organised_by(),
            " ",
            &join(&organizers, messages.comma()),
        ]));
    }
    text
}

/// One person, as in "Moderator: Ms Stefania Giannini, Assistant Director-General for Education, UNESCO".
fn person(contribution: &Contribution, messages: &Messages) -> String {
    let Contribution { person, role } = contribution;
    let mut text = String::new();
    let mut part = |separator: &str, part: Option<&str>| {
        if let Some(part) = part {
            text.push_str(if text.is_empty() { "" } else { separator });
            text.push_str(&line(part));
        }
    };
    part("", person.honorific_prefix.as_deref());
    part(" ", Some(&person.name));
    part(" ", person.honorific_suffix.as_deref());
    part(", ", person.job_title.as_deref());
    part(", ", person.affiliation.as_deref());
    match role.as_deref() {
        Some(role) if role.eq_ignore_ascii_case("moderator") => {
            concat(&[messages.moderator(), messages.colon(), &text])
        }
        Some(role) => concat(&[&line(role), ": ", &text]),
        None => text,
    }
}
