//! The panel of *Add to calendar* and *Save*: ways into a calendar, and a link to pass on.

use std::rc::Rc;

use handbill_core::calendar::{Appointment, Source, Which};
use handbill_core::url::Url;

use super::calendar_menu::calendar_menu;
use super::panel::Panel;
use super::sharing::sharing;
use crate::browser::intl::zones::IntlZones;
use crate::browser::page;
use crate::ui::model::entry_link::entry_url;
use crate::ui::model::loaded_event::LoadedEvent;
use crate::ui::view::el;

/// Opens the panel for the event or an entry.
pub fn open(panel: &Rc<Panel>, loaded: &LoadedEvent, which: Which) {
    let display = panel.ctx.display.get_untracked();
    let resolve = |url: &Url| loaded.resolve(url);
    let (url, title) = match which {
        Which::Whole => (page::address(), &loaded.event.name),
        Which::Entry(position) => (entry_url(loaded, position), &loaded.entry(position).name),
    };
    let source = Source {
        event: &loaded.event,
        timeline: &loaded.timeline,
        zones: &IntlZones,
        messages: display.messages,
        page: url.as_deref(),
        resolve: &resolve,
    };
    let appointment = Appointment::new(&source, which);
    let is_whole = which == Which::Whole;
    let hosted = loaded.event.calendar.as_ref();
    let hosted = hosted.filter(|_| is_whole).map(resolve);
    panel.open(|| {
        let menu = appointment
            .as_ref()
            .map(|appointment| calendar_menu(panel.ctx, appointment, hosted.as_deref()));
        let sharing = url.as_ref().map(|url| {
            let printed = loaded.registration.as_ref().unwrap_or(url);
            let printed = is_whole.then_some(printed.as_str());
            sharing(&display, title, url, printed)
        });
        panel.close_on_escape(el("div").class("ways").child(menu).child(sharing))
    });
}
