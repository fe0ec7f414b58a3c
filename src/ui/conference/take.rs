//! What is starred, to take along: as a calendar file, as a link, and as a square for cameras.

use std::rc::Rc;

use handbill_core::calendar::{Appointment, Source, Which, ics};
use handbill_core::conference::picks::fragment;
use handbill_core::fragment::slug;
use handbill_core::parts::concat;
use handbill_core::url::Url;

use super::super::effect::follow;
use super::super::markup::{Element, Markup, element};
use super::super::opener::CODE;
use super::super::room::Room;
use super::super::sharing::sharing;
use super::Conference;
use crate::browser::address::resolve;
use crate::browser::clock::Clock;
use crate::browser::file::File;
use crate::browser::intl::zones::IntlZones;
use crate::browser::page;

/// The ways, while only what is starred is shown.
pub fn take(conference: &Rc<Conference>) -> Markup {
    let room = Room::new(element("div", "take"));
    let (there, place) = (conference.clone(), room.clone());
    follow(Box::new(move || {
        let is_mine = there.memory.query.get().starred && !there.picks.get().is_empty();
        place.element().show(is_mine);
        match is_mine {
            true => place.fill(|| there.ways()),
            false => place.clear(),
        }
    }));
    room.element().into()
}

impl Conference {
    fn ways(&self) -> Markup {
        let announced = &self.programme.announced;
        let address = page::address();
        let resolve = |url: &Url| resolve(url, &announced.address);
        let source = Source {
            event: &announced.event,
            timeline: &announced.timeline,
            zones: &IntlZones,
            messages: self.shown.messages,
            page: address.as_deref(),
            resolve: &resolve,
        };
        let picked = self.picks.get();
        let all = picked.iter();
        let all = all.filter_map(|entry| Appointment::new(&source, Which::Entry(*entry)));
        let all: Vec<Appointment> = all.collect();
        let name = &announced.event.name;
        let text = ics::file(&all, Some(name), Clock::System.now());
        let file = Rc::new(File::new(&text, ics::MEDIA_TYPE));
        let label = self.shown.messages.calendar_file;
        let link = self
            .words("a", "", label)
            .attribute("href", file.url())
            .attribute("download", &concat(&[&slug(name), ".ics"]))
            .keep(file);
        let legend = self.words("p", "label", self.words.take);
        let passed_on = address.map(|address| {
            let link = concat(&[&address, &*fragment(&self.picks.code())]);
            let code: Element = self.button(CODE, self.words.code).attribute("value", &link);
            let parts = vec![sharing(&self.shown, name, &link, None), code.into()];
            Markup::Many(parts)
        });
        Markup::Many(vec![
            legend.into(),
            element("p", "").child(link).into(),
            passed_on.into(),
        ])
    }
}
