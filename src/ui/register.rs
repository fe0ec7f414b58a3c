//! The one thing to do: register, or what there is in its place.

use std::rc::Rc;
use std::sync::Arc;

use handbill_core::Timestamp;
use handbill_core::snapshot::RegistrationPhase;
use leptos::prelude::Get;

use super::announcement::Announced;
use super::context::{Ctx, Shown, zone_name};
use super::markup::{Element, Markup, element, live};
use crate::browser::intl::format;
use crate::browser::intl::zones::IntlZones;

/// The control for this moment. It changes only when the state of registration does.
pub fn register(ctx: &Rc<Ctx>, announced: &Arc<Announced>) -> Markup {
    let (ctx, announced) = (ctx.clone(), announced.clone());
    let control = move || control(&ctx, &announced, &ctx.shown.get(), ctx.standing.get().1);
    element("div", "register")
        .part("register")
        .child(live(control))
        .into()
}

fn control(
    ctx: &Rc<Ctx>,
    announced: &Announced,
    shown: &Shown,
    state: RegistrationPhase,
) -> Markup {
    let messages = shown.messages;
    let register = |label| {
        announced
            .registration
            .as_ref()
            .map(|url| link(ctx, url, label))
            .into()
    };
    match state {
        RegistrationPhase::None => Markup::Nothing,
        RegistrationPhase::OpensAt(at) => {
            dated(ctx, messages.registration_opens, moment(shown, at))
        }
        RegistrationPhase::Open(None) => register(messages.register),
        RegistrationPhase::Open(Some(at)) => Markup::Many(vec![
            register(messages.register),
            dated(ctx, messages.registration_closes, moment(shown, at)),
        ]),
        RegistrationPhase::WaitingList => register(messages.join_waiting_list),
        RegistrationPhase::Full => note(messages.full).into(),
        RegistrationPhase::Closed => note(messages.registration_closed).into(),
        RegistrationPhase::Over => announced
            .recording
            .as_ref()
            .map(|url| link(ctx, url, messages.watch_recording))
            .into(),
    }
}

/// A real link, styled as a button. The page hears of it first and may take it over.
fn link(ctx: &Rc<Ctx>, url: &str, label: &str) -> Element {
    let (ctx, target) = (ctx.clone(), url.to_owned());
    element("a", "button")
        .part("register-link")
        .attribute("href", url)
        .attribute("rel", "noopener")
        .child(label)
        .on("click", move |click| {
            if !(ctx.notify)("handbill:register", &target) {
                click.prevent_default();
            }
        })
}

fn note(label: &str) -> Element {
    element("p", "note").child(label)
}

/// A note with the moment it speaks of, and how far that is away.
fn dated(ctx: &Rc<Ctx>, label: &str, moment: String) -> Markup {
    let ctx = ctx.clone();
    let left = live(move || {
        let [_, left] = ctx.countdowns.get();
        let tag = ctx.shown.get().locale.tag;
        left.map(|left| [" (", &format::countdown(&tag, left), ")"].concat())
    });
    note(label).child(" ").child(moment).child(left).into()
}

/// A moment on the clock that is shown, with the name of the zone.
fn moment(shown: &Shown, at: Timestamp) -> String {
    let civil = shown.zone.civil_at(&IntlZones, at);
    [
        format::date_and_time(&shown.locale, civil),
        zone_name(&shown.zone, at, shown.messages),
    ]
    .join(", ")
}
