//! People, their roles, and organisations.

use crate::event::{Contribution, Organization, Person};
use crate::node::Node;
use crate::read::cursor::Cursor;
use crate::read::types;

/// The properties with people.
const PEOPLE: [&str; 2] = ["performer", "contributor"];

/// The number of values in these properties.
pub fn count<'a>(cursor: &Cursor<'a>, node: &'a Node<'a>) -> usize {
    PEOPLE.iter().map(|key| cursor.count(node, key)).sum()
}

/// Reads everybody who takes part in an event or an entry.
pub fn contributions<'a>(cursor: &mut Cursor<'a>, node: &'a Node<'a>) -> Vec<Contribution> {
    let mut all = Vec::with_capacity(count(cursor, node));
    visit_people(cursor, node, &mut |cursor, node, role| {
        if let Some(person) = person(cursor, node) {
            let role = role.cloned();
            all.push(Contribution { person, role });
        }
    });
    all
}

/// Takes the node of a person, and their role.
type Visit<'v, 'a> = &'v mut dyn FnMut(&mut Cursor<'a>, &'a Node<'a>, Option<&String>);

/// Visits everybody who takes part: a name alone, a person, or those in a schema.org `Role`.
pub fn visit_people<'a>(cursor: &mut Cursor<'a>, node: &'a Node<'a>, visit: Visit<'_, 'a>) {
    for key in &PEOPLE {
        cursor.visit(node, key, &mut |cursor, node| {
            let role = cursor.first_text(node, &["roleName", "characterName"]);
            // A `Role` repeats the property that it is the value of: performer → Role → performer → Person.
            // A role inside a role is not followed: references could make a circle.
            let around = PEOPLE
                .iter()
                .find(|key| node.get(key).is_some() && types::is_a(node, "Role"));
            match around {
                Some(key) => cursor.visit(node, key, &mut |cursor, node| {
                    visit(cursor, node, role.as_ref());
                }),
                None => visit(cursor, node, role.as_ref()),
            }
        });
    }
}

/// Reads a person: a name alone, or an object.
pub fn person<'a>(cursor: &mut Cursor<'a>, node: &'a Node<'a>) -> Option<Person> {
    if let Some(name) = cursor.bare(node) {
        return Some(Person {
            name,
            ..Person::default()
        });
    }
    Some(Person {
        name: name(cursor, node)?,
        honorific_prefix: cursor.text(node, "honorificPrefix"),
        honorific_suffix: cursor.text(node, "honorificSuffix"),
        job_title: cursor.text(node, "jobTitle"),
        affiliation: cursor.first_text(node, &["affiliation", "worksFor"]),
        url: cursor.url(node, "url"),
    })
}

/// Reads an organisation: a name alone, or an object.
pub fn organization<'a>(cursor: &mut Cursor<'a>, node: &'a Node<'a>) -> Option<Organization> {
    Some(Organization {
        name: match cursor.bare(node) {
            Some(name) => name,
            None => name(cursor, node)?,
        },
        url: cursor.url(node, "url"),
    })
}

/// `name`, else `givenName` and `familyName`.
fn name<'a>(cursor: &mut Cursor<'a>, node: &'a Node<'a>) -> Option<String> {
    let mut parts = cursor.text(node, "givenName").unwrap_or_default();
    if let Some(family) = cursor.text(node, "familyName") {
        parts.push_str(if parts.is_empty() { "" } else { " " });
        parts.push_str(&family);
    }
    if parts.is_empty() {
        cursor.need(node, "name");
    }
    let whole = cursor.text(node, "name");
    whole.or((!parts.is_empty()).then_some(parts))
}
