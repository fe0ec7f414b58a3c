//! The status chip above the name, and the live region that tells screen readers of its changes.

use handbill_core::event::EventStatus;
use handbill_core::snapshot::Phase;
use handbill_core::strings::concat;

use crate::browser::intl::format;
use crate::ui::model::context::Ctx;
use crate::ui::reactive::effect;
use crate::ui::view::{Element, IntoView, View, el};

/// The status, and the time left until the start. Empty where there is nothing to say.
pub fn status_chip(ctx: Ctx, status: EventStatus) -> View {
    let chip = move || {
        let display = ctx.display.get();
        let text = display.messages.state(status, ctx.standing.get().0)?;
        // The countdown is a reactive child of its own: each tick changes one text.
        let countdown = move || {
            let [start, _] = ctx.countdowns.get();
            let tag = &ctx.display.get().locale.tag;
            start.map(|left| concat(&[" · ", &format::countdown(tag, left)]))
        };
        let text = display.message("span", text);
        Some(
            el("p")
                .class("state")
                .part("state")
                .child(text)
                .child(countdown),
        )
    };
    chip.into_view()
}

/// A live region that says each new phase once. The first one is read with the rest of the page.
pub fn live_region(ctx: Ctx) -> Element {
    let region = el("p").class("status").attr("role", "status");
    let (spoken, mut known) = (region.clone(), None);
    effect(move || {
        let (phase, _) = ctx.standing.get();
        if let Some(name) = phase_name(phase) {
            ctx.dispatch("handbill:phase", ("phase", name));
        }
        if known.replace(phase).is_some_and(|before| before != phase) {
            let display = ctx.display.get();
            let message = display.messages.state(EventStatus::Scheduled, phase);
            spoken.replace(message.map(|message| display.message("span", message)));
        }
    });
    region
}

/// The value of `detail.phase`.
fn phase_name(phase: Phase) -> Option<&'static str> {
    match phase {
        Phase::Unscheduled => None,
        Phase::Upcoming | Phase::Soon => Some("upcoming"),
        Phase::Live | Phase::Break => Some("live"),
        Phase::Ended => Some("ended"),
    }
}
