//! People, their roles, and the organisations behind them.

use super::{Reading, plain_text, word};
use crate::event::{Contribution, Organization, Person};
use crate::node::Node;
use crate::problem::ProblemKind;

/// A name alone, a person, or a schema.org `Role` around one.
pub fn contribution<'a>(reading: &mut Reading<'a>, node: &'a Node) -> Option<Contribution> {
    let role = reading.first_text(node, &["roleName", "characterName"]);
    // A `Role` repeats the property that it stands in: performer → Role → performer → Person.
    if word::is_a(node, "Role") {
        for key in ["performer", "contributor"] {
            if let Some(inner) = reading.each(node, key, contribution).into_iter().next() {
                return Some(Contribution {
                    role: role.or(inner.role),
                    ..inner
                });
            }
        }
    }
    Some(Contribution {
        person: person(reading, node)?,
        role,
    })
}

fn person<'a>(reading: &mut Reading<'a>, node: &'a Node) -> Option<Person> {
    if let Node::Text(name) = node {
        return Some(Person {
            name: name.trim().into(),
            ..Person::default()
        });
    }
    let name = reading.text(node, "name").or_else(|| {
        let parts: Vec<String> = ["givenName", "familyName"]
            .into_iter()
            .filter_map(|key| reading.text(node, key))
            .collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    });
    let Some(name) = name else {
        reading.report_at("name", ProblemKind::Missing);
        return None;
    };
    Some(Person {
        honorific_prefix: reading.text(node, "honorificPrefix"),
        name,
        honorific_suffix: reading.text(node, "honorificSuffix"),
        job_title: reading.text(node, "jobTitle"),
        affiliation: reading.first_text(node, &["affiliation", "worksFor"]),
        url: reading.url(node, "url"),
    })
}

/// A name alone, or an object with a name and an address.
pub fn organization<'a>(reading: &mut Reading<'a>, node: &'a Node) -> Option<Organization> {
    let Some(name) = plain_text(node) else {
        reading.report_at("name", ProblemKind::Missing);
        return None;
    };
    Some(Organization {
        name,
        url: reading.url(node, "url"),
    })
}
