//! How the event stands: the chip above its name, and the words for those who hear the page.

use std::cell::Cell;
use std::rc::Rc;

use handbill_core::event::EventStatus;
use handbill_core::parts::concat;
use handbill_core::snapshot::Phase;

use super::context::Ctx;
use super::effect::follow;
use super::markup::{Element, Markup, element, live};
use crate::browser::intl::format;

/// What the state is, and how long it is until the start. Nothing where there is nothing to say.
pub fn state(ctx: &Rc<Ctx>, status: EventStatus) -> Markup {
    let ctx = ctx.clone();
    live(move || {
        let shown = ctx.shown.get();
        let text = shown.messages.state(status, ctx.standing.get().0);
        let (ctx, tag) = (ctx.clone(), shown.locale.tag.clone());
        text.map(|text| {
            // The countdown is a part of its own: each change of it is one text and nothing more.
            let left = live(move || {
                let [start, _] = *ctx.countdowns.get();
                start.map(|left| concat(&[" · ", &format::countdown(&tag, left)]))
            });
            let words = shown.words("span", "", text);
            element("p", "state").part("state").child(words).child(left)
        })
    })
}

/// Says a change of state once, to those who hear the page. The state at the beginning is read with the rest.
pub fn status(ctx: &Rc<Ctx>) -> Element {
    let region = element("p", "status").attribute("role", "status");
    let (spoken, ctx) = (region.clone(), ctx.clone());
    let known = Cell::new(None);
    follow(Box::new(move || {
        let (phase, _) = *ctx.standing.get();
        if let Some(phase) = course(phase) {
            (ctx.notify)("handbill:phase", ("phase", phase));
        }
        if known
            .replace(Some(phase))
            .is_some_and(|known| known != phase)
        {
            let shown = ctx.shown.get();
            let state = shown.messages.state(EventStatus::Scheduled, phase);
            spoken.replace(state.map(|state| shown.words("span", "", state)));
        }
    }));
    region
}

/// What the page is told of the course of the event.
fn course(phase: Phase) -> Option<&'static str> {
    match phase {
        Phase::Unscheduled => None,
        Phase::Upcoming | Phase::Soon => Some("upcoming"),
        Phase::Live | Phase::Break => Some("live"),
        Phase::Ended => Some("ended"),
    }
}
