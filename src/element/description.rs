//! The description of the event for search engines: schema.org JSON-LD in the head of the page. It comes with the deferred
//! part of the program.

use handbill_core::json_ld;
use handbill_core::url::Url;

use crate::browser::head::Block;
use crate::browser::intl::zones::IntlZones;
use crate::browser::page;
use crate::ui::model::loaded_event::LoadedEvent;

/// Writes it; it stays until the result is dropped. Nothing where the page describes an event by itself.
#[inline(never)]
pub fn write(loaded: &LoadedEvent) -> Option<Block> {
    let resolve = |url: &Url| loaded.resolve(url);
    let address = page::address();
    let text = json_ld(
        &loaded.event,
        &loaded.timeline,
        &IntlZones,
        &resolve,
        address.as_deref(),
    );
    Block::write(&text)
}
