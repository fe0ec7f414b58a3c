//! The whole announcement: head, facts, description, people, programme, about.

use std::sync::Arc;

use handbill_core::event::{Event, Image, Section};
use handbill_core::language::is_right_to_left;
use handbill_core::number::decimal;
use handbill_core::snapshot::Phase;
use handbill_core::strings::concat;

use super::elements::button::{PanelKind, panel_button};
use super::elements::heading::heading;
use super::elements::people::people;
use super::elements::prose::{authored, prose};
use super::model::conference_state::Carried;
use super::model::context::{Ctx, Dispatch, Inputs};
use super::model::display::Display;
use super::model::loaded_event::LoadedEvent;
use super::panels::open_panels_on_click;
use super::programme::anchor::Anchor;
use super::programme::programme;
use super::reactive::effect;
use super::view::{Element, IntoView, View, el};

mod register;
mod status;
mod venue;
mod when;
mod zone_switch;

use register::{register, register_bar};
use status::{live_region, status_chip};
use venue::venue;
use when::when;

/// The view of one element. It is built off-document; the host attaches it once.
pub fn announcement(inputs: Inputs, dispatch: Dispatch) -> Element {
    let ctx = Ctx::new(inputs, dispatch);
    let carried = Carried::new(None);
    let whole = el("article").class("announcement").part("base");
    let framed = whole.clone();
    whole.child(live_region(ctx)).child(move || {
        // Only these build the whole view again. Another zone must not close what the reader has open.
        ctx.frame.get();
        let loaded = ctx.inputs.loaded.get();
        let display = ctx.display.get_untracked();
        let tag = &display.locale.tag;
        let direction = if is_right_to_left(tag) { "rtl" } else { "ltr" };
        framed.set_attr("lang", Some(tag));
        framed.set_attr("dir", Some(direction));
        open_panels_on_click(ctx, &loaded, &framed);
        parts(ctx, &loaded, carried, &display)
    })
}

fn parts(ctx: Ctx, loaded: &Arc<LoadedEvent>, carried: Carried, display: &Arc<Display>) -> View {
    let event = &loaded.event;
    // First of all that follows the zone: it notes the place of the reader before anything moves.
    let anchor = Anchor::new(ctx);
    let register = register(ctx, loaded);
    let has_bar =
        !event.entries.is_empty() && event.status.takes_place() && loaded.registration.is_some();
    let bar = has_bar.then(|| register_bar(ctx, loaded, &register));
    let facts = el("div")
        .class("facts")
        .child(when(ctx, loaded, display))
        .child(venue(loaded, display))
        .child(
            el("div")
                .class("act")
                .child(register)
                .child(save_button(ctx, loaded, display)),
        );
    let image = event.image.as_ref();
    let about = event.about.as_ref();
    [
        head(ctx, event, display).into_view(),
        facts.into_view(),
        image.map(|image| picture(loaded, image)).into_view(),
        el("div")
            .class("description")
            .child(prose(event, &event.description, display))
            .into_view(),
        people(&event.contributions, display.messages),
        organizers(event, display),
        programme(ctx, loaded, carried, anchor, display),
        about
            .map(|about| self::about(event, about, display))
            .into_view(),
        bar.into_view(),
    ]
    .into_view()
}

fn head(ctx: Ctx, event: &Event, display: &Display) -> Element {
    let title = (!event.name.is_empty()).then(|| {
        let title = heading(display.heading_level).class("title");
        authored(title, event, &event.name, display)
    });
    let theme = event.theme.as_deref();
    let theme = theme.map(|theme| authored(el("p").class("theme"), event, theme, display));
    el("header")
        .class("head")
        .child(status_chip(ctx, event.status))
        .child(title)
        .child(theme)
}

/// The button for the whole event. Empty for an event without a time; hidden when it is over.
///
/// A cancelled event has one as well: its file corrects what stands in a calendar already.
fn save_button(ctx: Ctx, loaded: &LoadedEvent, display: &Display) -> View {
    let timeline = &loaded.timeline;
    if timeline.starts_at().is_none() {
        return View::Empty;
    }
    let label = match timeline.status.takes_place() {
        true => display.messages.add_to_calendar(),
        false => display.messages.update_calendar(),
    };
    let button = panel_button(display, PanelKind::SaveEvent, label).class("button second");
    let whole = el("div").class("calendar").part("calendar").child(button);
    let hidden = whole.clone();
    effect(move || hidden.set_shown(ctx.standing.get().0 != Phase::Ended));
    whole.into_view()
}

fn picture(loaded: &LoadedEvent, image: &Image) -> Element {
    let picture = el("img").class("picture").part("image");
    for (name, size) in [("width", image.width), ("height", image.height)] {
        picture.set_attr(name, size.map(decimal).as_deref());
    }
    // WebKit takes a drawing with parts of its own for something else.
    if image.alt.is_some() {
        picture.set_attr("role", Some("img"));
    }
    if !image.sizes.is_empty() {
        let mut all = String::new();
        for (url, size) in &image.sizes {
            let before = if all.is_empty() { "" } else { ", " };
            all.push_str(&concat(&[before, &loaded.resolve(url), " ", size]));
        }
        picture.set_attr("sizes", Some("auto, 100vw"));
        picture.set_attr("srcset", Some(&all));
    }
    // `src` comes last: by then the browser knows that it may load lazily, and how much room to leave.
    picture
        .attr("loading", "lazy")
        .attr("alt", image.alt.as_deref().unwrap_or_default())
        .attr("src", &loaded.resolve(&image.url))
}

fn organizers(event: &Event, display: &Display) -> View {
    let mut names = String::new();
    for organizer in &event.organizers {
        let before = if names.is_empty() {
            ""
        } else {
            display.messages.comma()
        };
        names.push_str(&concat(&[before, &organizer.name]));
    }
    if names.is_empty() {
        return View::Empty;
    }
    el("p")
        .class("organizer")
        .child(display.message("span", display.messages.organised_by()))
        .child(" ")
        .child(names)
        .into_view()
}

fn about(event: &Event, about: &Section, display: &Display) -> Element {
    let title = about.name.as_deref().map(|name| {
        let title = heading(display.heading_level + 1).class("title");
        authored(title, event, name, display)
    });
    el("section")
        .class("about")
        .part("about")
        .child(title)
        .child(prose(event, &about.description, display))
}
