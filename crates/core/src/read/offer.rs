//! How to take part.

use super::Reading;
use crate::event::{Availability, Registration};
use crate::node::Node;
use crate::problem::ProblemKind;
use crate::time::EventTime;

/// The shorthand `registration`, else the best of `offers`.
pub fn registration<'a>(reading: &mut Reading<'a>, event: &'a Node<'a>) -> Option<Registration> {
    let mut offers = reading.each(event, "registration", |reading, node| {
        if node.get("url").is_none() && matches!(node, Node::Map(_)) {
            reading.report_at("url", ProblemKind::Missing);
        }
        Some(offer(reading, node))
    });
    if offers.is_empty() {
        offers = reading.each(event, "offers", |reading, node| Some(offer(reading, node)));
    }
    // As long as there is some ticket, the event is not full.
    let is_worse = |offer: &Registration| {
        (
            offer.url.is_none(),
            offer.availability != Availability::Open,
        )
    };
    offers.into_iter().min_by_key(is_worse)
}

fn offer<'a>(reading: &mut Reading<'a>, node: &'a Node<'a>) -> Registration {
    if !matches!(node, Node::Map(_)) {
        return Registration {
            url: reading.address(node),
            ..Registration::default()
        };
    }
    let (opens, opens_at) = first_time(reading, node, ["opens", "validFrom"]);
    let (closes, closes_at) = first_time(reading, node, ["closes", "validThrough"]);
    Registration {
        url: reading.url(node, "url"),
        opens,
        closes,
        availability: reading.availability(node).unwrap_or_default(),
        paths: [opens_at, closes_at],
    }
}

/// The time under the first of two names that is there, and where it stands.
fn first_time<'a>(
    reading: &mut Reading<'a>,
    node: &'a Node<'a>,
    keys: [&'static str; 2],
) -> (Option<EventTime>, String) {
    let key = keys[usize::from(node.get(keys[0]).is_none())];
    (reading.time(node, key), reading.path_to(key))
}
