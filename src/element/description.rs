//! The description of the event for search engines: schema.org JSON-LD in the head of the page. It comes with the deferred
//! part of the program.

use handbill_core::json_ld;
use handbill_core::url::Url;

use crate::browser::address::resolve;
use crate::browser::head::Block;
use crate::browser::intl::zones::IntlZones;
use crate::browser::page;
use crate::ui::announcement::Announced;

/// Writes it; it is there as long as what is returned. Nothing where the page describes an event by itself.
#[inline(never)]
pub fn write(announced: &Announced) -> Option<Box<dyn std::any::Any>> {
    let resolve = |url: &Url| resolve(url, &announced.address);
    let address = page::address();
    let text = json_ld(
        &announced.event,
        &announced.timeline,
        &IntlZones,
        &resolve,
        address.as_deref(),
    );
    let block = Block::write(&text)?;
    Some(Box::new(block))
}
