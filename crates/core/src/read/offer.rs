//! How to take part.

use super::Reading;
use crate::event::Registration;
use crate::node::Node;

/// The shorthand `registration`, else the first of `offers`.
pub fn registration<'a>(reading: &mut Reading<'a>, event: &'a Node) -> Option<Registration> {
    let shorthand = reading.each(event, "registration", |reading, node| {
        Some(offer(reading, node, "opens", "closes"))
    });
    let mut offers = reading.each(event, "offers", |reading, node| {
        Some(offer(reading, node, "validFrom", "validThrough"))
    });
    offers.splice(0..0, shorthand);
    offers.into_iter().next()
}

fn offer<'a>(
    reading: &mut Reading<'a>,
    node: &'a Node,
    opens: &'static str,
    closes: &'static str,
) -> Registration {
    if !matches!(node, Node::Map(_)) {
        return Registration {
            url: reading.own_url(node),
            ..Registration::default()
        };
    }
    Registration {
        url: reading.url(node, "url"),
        opens: reading.time(node, opens),
        closes: reading.time(node, closes),
        availability: reading.availability(node).unwrap_or_default(),
    }
}
