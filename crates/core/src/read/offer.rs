//! Registration: `registration` and `offers`.

use crate::event::{Availability, Registration};
use crate::node::Node;
use crate::problem::ProblemKind;
use crate::read::cursor::Cursor;
use crate::time::EventTime;

/// Reads the shorthand `registration`, else the best of `offers`.
pub fn registration<'a>(cursor: &mut Cursor<'a>, event: &'a Node<'a>) -> Option<Registration> {
    let mut offers = cursor.each(event, "registration", |cursor, node| {
        if node.get("url").is_none() && matches!(node, Node::Object(_)) {
            cursor.report_at("url", ProblemKind::Missing);
        }
        Some(offer(cursor, node))
    });
    if offers.is_empty() {
        offers = cursor.each(event, "offers", |cursor, node| Some(offer(cursor, node)));
    }
    // The event is not full while there are tickets of any kind.
    let is_worse = |offer: &Registration| {
        (
            offer.url.is_none(),
            offer.availability != Availability::Open,
        )
    };
    offers.into_iter().min_by_key(is_worse)
}

fn offer<'a>(cursor: &mut Cursor<'a>, node: &'a Node<'a>) -> Registration {
    if !matches!(node, Node::Object(_)) {
        return Registration {
            url: cursor.address(node),
            ..Registration::default()
        };
    }
    let (opens, opens_at) = first_time(cursor, node, ["opens", "validFrom"]);
    let (closes, closes_at) = first_time(cursor, node, ["closes", "validThrough"]);
    Registration {
        url: cursor.url(node, "url"),
        opens,
        closes,
        availability: cursor.availability(node).unwrap_or_default(),
        paths: [opens_at, closes_at],
    }
}

/// The time under the first of two names that is present, and its path.
fn first_time<'a>(
    cursor: &mut Cursor<'a>,
    node: &'a Node<'a>,
    keys: [&'static str; 2],
) -> (Option<EventTime>, String) {
    let key = keys[usize::from(node.get(keys[0]).is_none())];
    (cursor.time(node, key), cursor.path_to(key))
}
