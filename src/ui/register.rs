//! The one thing to do: register, or what there is in its place.

use std::cell::Cell;
use std::rc::Rc;

use handbill_core::Timestamp;
use handbill_core::parts::concat;
use handbill_core::snapshot::RegistrationPhase;

use super::announcement::Announced;
use super::context::{Ctx, Shown, zone_name};
use super::markup::{Element, Markup, element, live};
use crate::browser::intl::format;
use crate::browser::intl::zones::IntlZones;

/// The control for this moment. It changes only when the state of registration does.
pub fn register(ctx: &Rc<Ctx>, announced: &Rc<Announced>) -> Element {
    let (ctx, announced) = (ctx.clone(), announced.clone());
    let control = move || control(&ctx, &announced, &ctx.shown.get(), ctx.standing.get().1);
    element("div", "register")
        .part("register")
        .child(live(control))
}

/// The link once more, within reach of the thumb, for as long as `first` is out of view. Style shows it on narrow screens
/// only, and keeps its place free at the end of the announcement: it never covers what cannot be moved from under it.
pub fn reach(ctx: &Rc<Ctx>, announced: &Rc<Announced>, first: &Element) -> Markup {
    let reach = element("div", "reach").part("reach").attribute("inert", "");
    let (there, inner, announced) = (reach.clone(), ctx.clone(), announced.clone());
    let link = live(move || {
        let shown = inner.shown.get();
        let label = match inner.standing.get().1 {
            RegistrationPhase::Open(_) => shown.messages.register,
            RegistrationPhase::WaitingList => shown.messages.join_waiting_list,
            _ => return None,
        };
        let url = announced.registration.as_deref()?;
        Some(heard_of(&inner, url, link(&shown, url, label)))
    });
    let known = Cell::new(true);
    let watched = first.when_in_view(Box::new(move |is_in_view| {
        if known.replace(is_in_view) != is_in_view {
            there.set("inert", is_in_view.then_some(""));
        }
    }));
    reach.keep(Rc::new(watched)).child(link).into()
}

fn control(
    ctx: &Rc<Ctx>,
    announced: &Announced,
    shown: &Shown,
    state: RegistrationPhase,
) -> Markup {
    let messages = shown.messages;
    let register = |label| {
        let url = announced.registration.as_deref();
        url.map(|url| heard_of(ctx, url, link(shown, url, label)))
            .into()
    };
    match state {
        RegistrationPhase::None => Markup::Nothing,
        RegistrationPhase::OpensAt(at) => dated(ctx, shown, messages.registration_opens, at),
        RegistrationPhase::Open(None) => register(messages.register),
        RegistrationPhase::Open(Some(at)) => Markup::Many(vec![
            register(messages.register),
            dated(ctx, shown, messages.registration_closes, at),
        ]),
        RegistrationPhase::WaitingList => register(messages.join_waiting_list),
        RegistrationPhase::Full => note(shown, messages.full).into(),
        RegistrationPhase::Closed => note(shown, messages.registration_closed).into(),
        RegistrationPhase::Over => {
            let url = announced.recording.as_deref();
            url.map(|url| link(shown, url, messages.watch_recording))
                .into()
        }
    }
}

/// A real link, styled as a button.
fn link(shown: &Shown, url: &str, label: &str) -> Element {
    shown
        .words("a", "button", label)
        .part("register-link")
        .attribute("href", url)
        .attribute("rel", "noopener")
}

/// The page hears of registration first and may take it over.
fn heard_of(ctx: &Rc<Ctx>, url: &str, link: Element) -> Element {
    let (ctx, target) = (ctx.clone(), url.to_owned());
    link.on("click", move |click| {
        if !(ctx.notify)("handbill:register", ("url", &target)) {
            click.prevent_default();
        }
    })
}

fn note(shown: &Shown, label: &str) -> Element {
    element("p", "note").child(shown.words("span", "", label))
}

/// A note with the moment it speaks of, and how far that is away.
fn dated(ctx: &Rc<Ctx>, shown: &Shown, label: &str, at: Timestamp) -> Markup {
    let ctx = ctx.clone();
    let left = live(move || {
        let [_, left] = *ctx.countdowns.get();
        let tag = &ctx.shown.get().locale.tag;
        left.map(|left| concat(&[" (", &format::countdown(tag, left), ")"]))
    });
    note(shown, label)
        .child(" ")
        .child(moment(shown, at))
        .child(left)
        .into()
}

/// A moment on the clock that is shown, with the name of the zone.
fn moment(shown: &Shown, at: Timestamp) -> String {
    let civil = shown.zone.civil_at(&IntlZones, at);
    let moment = format::date_and_time(&shown.locale, civil);
    let name = zone_name(&shown.zone, at, shown.messages);
    concat(&[&moment, shown.messages.comma, &name])
}
