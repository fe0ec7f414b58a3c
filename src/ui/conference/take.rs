//! The starred entries to take along: as a calendar file, as a link, and as a QR code.

use std::rc::Rc;

use handbill_core::calendar::{Appointment, Source, Which, ics};
use handbill_core::conference::picks::fragment;
use handbill_core::fragment::slug;
use handbill_core::strings::concat;
use handbill_core::url::Url;

use super::context::Conference;
use crate::browser::clock::Clock;
use crate::browser::file::File;
use crate::browser::intl::zones::IntlZones;
use crate::browser::page;
use crate::ui::elements::button::code_button;
use crate::ui::outlet::Outlet;
use crate::ui::panels::sharing::sharing;
use crate::ui::reactive::hold;
use crate::ui::view::{IntoView, View, el};

/// The ways, while only starred entries are shown.
pub fn take(conference: &Rc<Conference>) -> View {
    let element = el("div").class("take");
    let outlet = Outlet::new(element.clone());
    conference.effect(move |conference| {
        let is_mine = conference.query.get().starred && !conference.picks.get().is_empty();
        outlet.element().set_shown(is_mine);
        match is_mine {
            true => outlet.fill(|| ways(conference)),
            false => outlet.clear(),
        }
    });
    element.into_view()
}

fn ways(conference: &Conference) -> View {
    let loaded = &conference.view.loaded;
    let (display, words) = (&conference.display, conference.words);
    let url = page::address();
    let resolve = |url: &Url| loaded.resolve(url);
    let source = Source {
        event: &loaded.event,
        timeline: &loaded.timeline,
        zones: &IntlZones,
        messages: display.messages,
        page: url.as_deref(),
        resolve: &resolve,
    };
    let picked = conference.picks.get();
    let appointments: Vec<Appointment> = { picked.iter() }
        .filter_map(|entry| Appointment::new(&source, Which::Entry(*entry)))
        .collect();
    let name = &loaded.event.name;
    let text = ics::file(&appointments, Some(name), Clock::System.now());
    let file = File::new(&text, ics::MEDIA_TYPE);
    let link = conference
        .message("a", display.messages.calendar_file())
        .attr("href", file.url())
        .attr("download", &concat(&[&slug(name), ".ics"]));
    hold(file);
    let shared = url.map(|url| {
        let link = concat(&[&url, &*fragment(&conference.picks.code())]);
        let code = code_button(display, words.code(), &link);
        [sharing(display, name, &link, None), code.into_view()]
    });
    [
        conference
            .message("p", words.take())
            .class("label")
            .into_view(),
        el("p").child(link).into_view(),
        shared.into_view(),
    ]
    .into_view()
}
