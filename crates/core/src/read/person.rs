//! People, their roles, and the organisations behind them.

use super::value::bare_text;
use super::{Reading, word};
use crate::event::{Contribution, Organization, Person};
use crate::node::Node;

/// Where those stand who take part.
const PEOPLE: [&str; 2] = ["performer", "contributor"];

/// How many stand where those do who take part.
pub fn count<'a>(reading: &Reading<'a>, node: &'a Node<'a>) -> usize {
    PEOPLE.iter().map(|key| reading.count(node, key)).sum()
}

/// Everybody who takes part in an event or an entry.
pub fn contributions<'a>(reading: &mut Reading<'a>, node: &'a Node<'a>) -> Vec<Contribution> {
    let mut all = Vec::with_capacity(count(reading, node));
    visit_people(reading, node, &mut |reading, node, role| {
        if let Some(person) = person(reading, node) {
            let role = role.cloned();
            all.push(Contribution { person, role });
        }
    });
    all
}

/// What is done with somebody: with a name alone or an object, and the role that they have.
type Visit<'v, 'a> = &'v mut dyn FnMut(&mut Reading<'a>, &'a Node<'a>, Option<&String>);

/// Visits everybody who takes part: a name alone, a person, or those in a schema.org `Role`.
pub fn visit_people<'a>(reading: &mut Reading<'a>, node: &'a Node<'a>, visit: Visit<'_, 'a>) {
    for key in &PEOPLE {
        reading.visit(node, key, &mut |reading, node| {
            let role = reading.first_text(node, &["roleName", "characterName"]);
            // A `Role` repeats the property that it stands in: performer → Role → performer → Person.
            // Roles within roles mean nothing, and references could lead from one to itself.
            let around = PEOPLE
                .iter()
                .find(|key| node.get(key).is_some() && word::is_a(node, "Role"));
            match around {
                Some(key) => reading.visit(node, key, &mut |reading, node| {
                    visit(reading, node, role.as_ref());
                }),
                None => visit(reading, node, role.as_ref()),
            }
        });
    }
}

/// A name alone, or an object with one.
pub fn person<'a>(reading: &mut Reading<'a>, node: &'a Node<'a>) -> Option<Person> {
    if let Some(name) = bare_text(node) {
        return Some(Person {
            name: name.into(),
            ..Person::default()
        });
    }
    Some(Person {
        name: name(reading, node)?,
        honorific_prefix: reading.text(node, "honorificPrefix"),
        honorific_suffix: reading.text(node, "honorificSuffix"),
        job_title: reading.text(node, "jobTitle"),
        affiliation: reading.first_text(node, &["affiliation", "worksFor"]),
        url: reading.url(node, "url"),
    })
}

/// A name alone, or an object with a name and an address.
pub fn organization<'a>(reading: &mut Reading<'a>, node: &'a Node<'a>) -> Option<Organization> {
    Some(Organization {
        name: match bare_text(node) {
            Some(name) => name.into(),
            None => name(reading, node)?,
        },
        url: reading.url(node, "url"),
    })
}

/// `name`, else `givenName` and `familyName`.
fn name<'a>(reading: &mut Reading<'a>, node: &'a Node<'a>) -> Option<String> {
    let mut parts = reading.text(node, "givenName").unwrap_or_default();
    if let Some(family) = reading.text(node, "familyName") {
        parts.push_str(if parts.is_empty() { "" } else { " " });
        parts.push_str(&family);
    }
    if parts.is_empty() {
        reading.need(node, "name");
    }
    let whole = reading.text(node, "name");
    whole.or((!parts.is_empty()).then_some(parts))
}
