//! What a visitor can take along: the ways into a calendar, and a link to pass on. It comes with the deferred part of
//! the program.

use std::rc::Rc;

use handbill_core::calendar::{Appointment, Source, Which};
use handbill_core::url::Url;

use super::announcement::Announced;
use super::calendar_menu;
use super::entry_link;
use super::markup::element;
use super::opened::Opened;
use super::sharing::sharing;
use crate::browser::address::resolve;
use crate::browser::intl::zones::IntlZones;
use crate::browser::page;

/// Opens it for an event or an entry.
pub fn open(sheet: &Rc<Opened>, announced: &Rc<Announced>, which: Which) {
    let shown = sheet.ctx.shown.get_untracked();
    let resolve = |url: &Url| resolve(url, &announced.address);
    let address = match which {
        Which::Whole => page::address(),
        Which::Entry(position) => entry_link::address(announced, position),
    };
    let source = Source {
        event: &announced.event,
        timeline: &announced.timeline,
        zones: &IntlZones,
        messages: shown.messages,
        page: address.as_deref(),
        resolve: &resolve,
    };
    let appointment = Appointment::new(&source, which);
    let title = match which {
        Which::Whole => &announced.event.name,
        Which::Entry(position) => {
            let index = announced.timeline.entries[position].index;
            &announced.event.entries[index].name
        }
    };
    sheet.room.fill(|| {
        let mut whole = element("div", "ways");
        if let Some(appointment) = &appointment {
            let hosted = announced.event.calendar.as_ref();
            let hosted = hosted.filter(|_| which == Which::Whole).map(resolve);
            whole = whole.child(calendar_menu::ways(sheet, appointment, hosted.as_deref()));
        }
        if let Some(address) = &address {
            let printed = announced.registration.as_ref().unwrap_or(address);
            let printed = (which == Which::Whole).then_some(printed.as_str());
            whole = whole.child(sharing(&shown, title, address, printed));
        }
        sheet.closing(whole)
    });
}
