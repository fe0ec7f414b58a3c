//! The description of the event for search engines: schema.org JSON-LD in the head of the page. It is in a chunk.

use std::sync::Arc;

use handbill_core::json_ld;
use handbill_core::url::Url;

use crate::browser::head::Block;
use crate::browser::intl::zones::IntlZones;
use crate::browser::page;
use crate::ui::model::loaded_event::LoadedEvent;
use crate::ui::signal::RwSignal;

/// Writes it in place of the one before. Nothing where the element is gone, or the page describes an event by itself.
pub fn keep(loaded: &LoadedEvent, place: RwSignal<Option<Arc<Block>>>) {
    let resolve = |url: &Url| loaded.resolve(url);
    let address = page::address();
    let text = json_ld(
        &loaded.event,
        &loaded.timeline,
        &IntlZones,
        &resolve,
        address.as_deref(),
    );
    // The old block goes first: it would pass for one of the page's own.
    if !place.is_disposed() {
        place.set(None);
        place.set(Block::write(&text).map(Arc::new));
    }
}
