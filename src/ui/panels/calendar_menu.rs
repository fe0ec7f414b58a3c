//! The ways into a calendar: links to calendar services, and one file.

use handbill_core::calendar::{Appointment, Service, Status, ics};
use handbill_core::fragment::slug;
use handbill_core::strings::concat;

use crate::browser::clock::Clock;
use crate::browser::device::{Device, is_in_app};
use crate::browser::file::File;
use crate::ui::model::context::Ctx;
use crate::ui::reactive::hold;
use crate::ui::view::{Element, IntoView, View, el};

/// The ways for one appointment, the best for this device first.
///
/// `hosted` is the address of a calendar file that the author keeps up to date, which calendars can subscribe to.
pub fn calendar_menu(ctx: Ctx, appointment: &Appointment, hosted: Option<&str>) -> View {
    let display = ctx.display.get_untracked();
    let messages = display.messages;
    let device = Device::here();
    let is_mobile = device != Device::Desktop;
    let service_link = |service: &Service| {
        let subscription = hosted.and_then(|url| service.subscription(url, &appointment.title));
        let url = subscription.unwrap_or_else(|| service.link(appointment, is_mobile));
        link(ctx, &url, service.name())
            .attr("target", "_blank")
            .attr("rel", "noopener")
    };
    let file_link = || file_link(ctx, messages.calendar_file(), appointment, hosted);
    let services = Service::ALL.iter();
    let links: Vec<Element> = if is_in_app() {
        // Browsers inside other apps take no files. They follow links, and people can copy text.
        services.take(1).map(service_link).collect()
    } else if appointment.status == Status::Cancelled {
        // A link would only add a second entry.
        vec![file_link()]
    } else {
        let place = usize::from(device == Device::Android);
        let mut links: Vec<Element> = services.map(service_link).collect();
        links.insert(place, file_link());
        links
    };
    let list = el("ul").class("services").attr("role", "list");
    for link in links {
        list.append(el("li").child(link));
    }
    let text = is_in_app().then(|| {
        let text = concat(&[&appointment.title, "\n", &appointment.notes()]);
        [
            display.message("p", messages.copy_this()).class("note"),
            el("p").class("notes").child(text),
        ]
    });
    [list.into_view(), text.into_view()].into_view()
}

/// A link that the page hears of before it is followed, and may take over.
fn link(ctx: Ctx, url: &str, label: &str) -> Element {
    let target = url.to_owned();
    el("a")
        .child(label)
        .attr("href", url)
        .on("click", move |click| {
            if !ctx.dispatch("handbill:calendar", ("url", &target)) {
                click.prevent_default();
            }
        })
}

/// The calendar file: the one that the author keeps up to date, else one that is made here.
fn file_link(ctx: Ctx, label: &str, appointment: &Appointment, hosted: Option<&str>) -> Element {
    if let Some(url) = hosted {
        return link(ctx, url, label);
    }
    let text = ics::file(std::slice::from_ref(appointment), None, Clock::System.now());
    let file = File::new(&text, ics::MEDIA_TYPE);
    let name = concat(&[&slug(&appointment.title), ".ics"]);
    let link = link(ctx, file.url(), label).attr("download", &name);
    // Its address is good as long as the panel is open.
    hold(file);
    link
}
