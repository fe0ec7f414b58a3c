//! The one thing to do: register, or a note on why that is not possible.

use std::cell::Cell;
use std::sync::Arc;

use handbill_core::snapshot::RegistrationPhase;
use handbill_core::strings::concat;
use handbill_core::{CivilDate, Timestamp};

use crate::browser::in_view::InView;
use crate::browser::intl::format;
use crate::browser::intl::zones::IntlZones;
use crate::ui::model::context::Ctx;
use crate::ui::model::display::Display;
use crate::ui::model::loaded_event::LoadedEvent;
use crate::ui::model::zone_label::zone_label;
use crate::ui::reactive::hold;
use crate::ui::view::{Element, IntoView, View, el};

/// The link or note for this moment. It is built again only when registration changes.
pub fn register(ctx: Ctx, loaded: &Arc<LoadedEvent>) -> Element {
    let loaded = loaded.clone();
    el("div")
        .class("register")
        .part("register")
        .child(move || control(ctx, &loaded, &ctx.display.get(), ctx.standing.get().1))
}

/// The link once more, within reach of the thumb, while `first` is out of view.
///
/// The style sheet shows it on narrow screens only, and keeps room for it at the end of the announcement.
pub fn register_bar(ctx: Ctx, loaded: &Arc<LoadedEvent>, first: &Element) -> Element {
    let bar = el("div").class("reach").part("reach").attr("inert", "");
    let (watched, is_inert) = (bar.clone(), Cell::new(true));
    hold(InView::watch(
        first.dom(),
        Box::new(move |is_in_view| {
            if is_inert.replace(is_in_view) != is_in_view {
                watched.set_attr("inert", is_in_view.then_some(""));
            }
        }),
    ));
    let loaded = loaded.clone();
    bar.child(move || {
        let display = ctx.display.get();
        let label = match ctx.standing.get().1 {
            RegistrationPhase::Open(_) => display.messages.register(),
            RegistrationPhase::WaitingList => display.messages.join_waiting_list(),
            _ => return None,
        };
        register_link(ctx, &loaded, &display, label)
    })
}

fn control(
    ctx: Ctx,
    loaded: &LoadedEvent,
    display: &Display,
    registration: RegistrationPhase,
) -> View {
    let messages = display.messages;
    let register = |label| register_link(ctx, loaded, display, label).into_view();
    match registration {
        RegistrationPhase::None => View::Empty,
        RegistrationPhase::OpensAt(at) => {
            let moment = moment(display, at, loaded.timeline.opens_on);
            dated(ctx, display, messages.registration_opens(), moment)
        }
        RegistrationPhase::Open(None) => register(messages.register()),
        RegistrationPhase::Open(Some(at)) => [
            register(messages.register()),
            dated(
                ctx,
                display,
                messages.registration_closes(),
                moment(display, at, loaded.timeline.closes_on),
            ),
        ]
        .into_view(),
        RegistrationPhase::WaitingList => register(messages.join_waiting_list()),
        RegistrationPhase::Full => note(display, messages.full()).into_view(),
        RegistrationPhase::Closed => note(display, messages.registration_closed()).into_view(),
        RegistrationPhase::Over => {
            let url = loaded.recording.as_deref();
            url.map(|url| link(display, url, messages.watch_recording()))
                .into_view()
        }
    }
}

/// The page hears of registration first, and may take it over.
fn register_link(
    ctx: Ctx,
    loaded: &LoadedEvent,
    display: &Display,
    label: &str,
) -> Option<Element> {
    let url = loaded.registration.clone()?;
    let link = link(display, &url, label);
    Some(link.on("click", move |click| {
        if !ctx.dispatch("handbill:register", ("url", &url)) {
            click.prevent_default();
        }
    }))
}

/// A real link that looks like a button.
fn link(display: &Display, url: &str, label: &str) -> Element {
    display
        .message("a", label)
        .class("button")
        .part("register-link")
        .attr("href", url)
        .attr("rel", "noopener")
}

fn note(display: &Display, message: &str) -> Element {
    el("p")
        .class("note")
        .child(display.message("span", message))
}

/// A note with the moment that it is about, and the time left until then.
fn dated(ctx: Ctx, display: &Display, message: &str, moment: String) -> View {
    let countdown = move || {
        let [_, left] = ctx.countdowns.get();
        let tag = &ctx.display.get().locale.tag;
        left.map(|left| concat(&[" (", &format::countdown(tag, left), ")"]))
    };
    note(display, message)
        .child(" ")
        .child(moment)
        .child(countdown)
        .into_view()
}

/// A date and time in the zone that is shown, with the name of the zone; or a day of the event's own calendar.
fn moment(display: &Display, at: Timestamp, day: Option<CivilDate>) -> String {
    if let Some(day) = day {
        return format::date(&display.locale, day);
    }
    let civil = display.zone.civil_at(&IntlZones, at);
    let moment = format::date_and_time(&display.locale, civil);
    let name = zone_label(&display.zone, at, display.messages);
    concat(&[&moment, display.messages.comma(), &name])
}
