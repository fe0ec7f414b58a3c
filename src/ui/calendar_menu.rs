//! The ways into a calendar: real links, and one file. It comes with the deferred part of the program.

use std::rc::Rc;

use handbill_core::calendar::{Appointment, Service, Status, ics};
use handbill_core::fragment::slug;
use handbill_core::parts::concat;

use super::context::Shown;
use super::markup::{Element, Markup, element};
use super::opened::Opened;
use crate::browser::clock::Clock;
use crate::browser::device::{Device, is_in_app};
use crate::browser::file::File;

/// The ways for one appointment, what fits the device first. `hosted` is a file that the author keeps up to date
/// somewhere, which calendars can follow.
pub fn ways(sheet: &Rc<Opened>, appointment: &Appointment, hosted: Option<&str>) -> Markup {
    let shown = sheet.ctx.shown.get_untracked();
    let device = Device::here();
    let is_mobile = device != Device::Desktop;
    let link_to = |service: &Service| {
        let subscription = hosted.and_then(|url| service.subscription(url, &appointment.title));
        let url = subscription.unwrap_or_else(|| service.link(appointment, is_mobile));
        link(sheet, &url, service.name())
            .attribute("target", "_blank")
            .attribute("rel", "noopener")
    };
    let file = || file(sheet, &shown, appointment, hosted);
    let services = Service::ALL.iter();
    let items: Vec<Element> = if is_in_app() {
        // Views of the web inside other apps take no files. Links they take, and people can copy.
        services.take(1).map(link_to).collect()
    } else if appointment.status == Status::Cancelled {
        // A link would only add a second entry.
        vec![file()]
    } else {
        let place = usize::from(device == Device::Android);
        let mut items: Vec<Element> = services.map(link_to).collect();
        items.insert(place, file());
        items
    };
    let mut list = element("ul", "services").attribute("role", "list");
    for item in items {
        list = list.child(element("li", "").child(item));
    }
    let notes = is_in_app().then(|| {
        let apology = shown.words("p", "note", shown.messages.copy_this);
        let text = concat(&[&appointment.title, "\n", &appointment.notes()]);
        let notes = element("p", "notes").child(text);
        Markup::Many(vec![apology.into(), notes.into()])
    });
    Markup::Many(vec![list.into(), notes.into()])
}

/// A link that the page hears of before it is followed, and may take over.
fn link(sheet: &Rc<Opened>, url: &str, label: &str) -> Element {
    let (ctx, target) = (sheet.ctx.clone(), url.to_owned());
    element("a", "")
        .child(label)
        .attribute("href", url)
        .on("click", move |click| {
            if !(ctx.notify)("handbill:calendar", ("url", &target)) {
                click.prevent_default();
            }
        })
}

/// The file: the one that the author keeps up to date, else one that is made here.
fn file(
    sheet: &Rc<Opened>,
    shown: &Shown,
    appointment: &Appointment,
    hosted: Option<&str>,
) -> Element {
    let label = shown.messages.calendar_file;
    let name = concat(&[&slug(&appointment.title), ".ics"]);
    if let Some(url) = hosted {
        return link(sheet, url, label);
    }
    let text = ics::file(std::slice::from_ref(appointment), None, Clock::System.now());
    let file = Rc::new(File::new(&text, ics::MEDIA_TYPE));
    let link = link(sheet, file.url(), label).attribute("download", &name);
    // The address is good as long as the menu is open.
    link.keep(file)
}
