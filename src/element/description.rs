//! The description of the event for search engines: schema.org JSON-LD in the head of the page. It comes with the deferred
//! part of the program.

use handbill_core::json_ld;
use handbill_core::url::Url;
use leptos::prelude::{SetValue, StoredValue};

use crate::browser::head::Block;
use crate::browser::intl::zones::IntlZones;
use crate::browser::page;
use crate::ui::model::loaded_event::LoadedEvent;

/// Writes it in place of the one before. Nothing where the element is gone, or the page describes an event by itself.
pub fn keep(loaded: &LoadedEvent, place: StoredValue<Option<Block>>) {
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
    if place.try_set_value(None).is_none() {
        place.set_value(Block::write(&text));
    }
}
