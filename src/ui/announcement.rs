//! The whole announcement: it puts the parts together and keeps the clock.

use std::rc::Rc;

use handbill_core::Timeline;
use handbill_core::event::{Event, Image};
use handbill_core::number::decimal;
use handbill_core::parts::concat;
use handbill_core::text::is_right_to_left;
use handbill_core::url::Url;

use super::anchor::Anchor;
use super::below::{Below, MakeBelow};
use super::context::{Ctx, Notify, Shown};
use super::heading::heading;
use super::markup::{Element, Markup, element, live};
use super::opener::{AllOpened, open_by_buttons};
use super::person::people;
use super::place::place;
use super::programme::Kept;
use super::prose::prose;
use super::register::register;
use super::save_button::save_button;
use super::settings::Settings;
use super::signal::Source;
use super::state::{state, status};
use super::when::when;
use crate::browser::address::resolve;
use crate::browser::intl::zones::IntlZones;

/// A document that is shown: its event, its times, and its addresses in full.
pub struct Announced {
    /// What the author wrote.
    pub event: Event,
    /// When all of it is.
    pub timeline: Timeline,
    /// Where to register.
    pub registration: Option<String>,
    /// Where the recording is.
    pub recording: Option<String>,
    /// Where the document is: addresses in it are relative to that.
    pub address: String,
    /// Whether the programme is of the size of a conference.
    pub is_large: bool,
    /// The document itself, for what is read of it later; empty where the programme is small.
    pub document: String,
    /// The entry that the address of the page has led to, by its position in the timeline.
    pub visited: Source<Option<usize>>,
}

impl Announced {
    /// Resolves the addresses of a document, which are relative to it.
    pub fn new(event: Event, timeline: Timeline, address: &str, document: String) -> Self {
        let resolve = |url: &Url| resolve(url, address);
        let registration = event
            .registration
            .as_ref()
            .and_then(|r| r.url.as_ref())
            .map(resolve);
        let recording = event.recording.as_ref().map(resolve);
        let is_large = timeline.is_conference(&event, &IntlZones);
        Self {
            event,
            timeline,
            registration,
            recording,
            address: address.to_owned(),
            is_large,
            document: if is_large { document } else { String::new() },
            visited: Source::new(None),
        }
    }

    /// Puts the author's words at the end of an element, marked as being in their language where another one is shown.
    pub fn written(&self, whole: Element, text: &str, shown: &Shown) -> Element {
        whole.set("lang", self.event.foreign_language(text, &shown.locale.tag));
        whole.child(text)
    }
}

/// The view of one element; its lower part as soon as there is something that makes it.
pub fn announcement(
    settings: Source<Settings>,
    announced: Source<Announced>,
    make_below: Source<Option<MakeBelow>>,
    notify: Notify,
) -> Element {
    let ctx = Rc::new(Ctx::new(settings, announced.clone(), notify));
    let opened = AllOpened::default();
    let kept = Kept::default();
    let whole = element("article", "announcement").part("base");
    let framed = whole.clone();
    open_by_buttons(whole, &ctx, announced.clone(), &opened)
        .child(status(&ctx))
        .child(live(move || {
            // Another zone changes times here and there, and must not take away what the reader has open.
            ctx.frame.get();
            opened.take();
            let shown = ctx.shown.get_untracked();
            // Browsers look at the style of everything inside again where these are set, even to what they are.
            let tag = &shown.locale.tag;
            framed.set("lang", Some(tag));
            framed.set(
                "dir",
                Some(if is_right_to_left(tag) { "rtl" } else { "ltr" }),
            );
            let (above, below) = parts(&ctx, &announced.get(), &kept, &shown);
            let make = make_below.clone();
            Markup::Many(vec![
                above,
                live(move || make.get().map(|make| make(&below))),
            ])
        }))
}

/// What stands above the programme, and what its lower part is made of.
fn parts(ctx: &Rc<Ctx>, announced: &Rc<Announced>, kept: &Kept, shown: &Shown) -> (Markup, Below) {
    let event = &announced.event;
    let anchor = Anchor::new(ctx);
    let register = register(ctx, announced);
    let mut head = element("header", "head").child(state(ctx, event.status));
    if !event.name.is_empty() {
        let title = heading(shown.heading_level, "title");
        head = head.child(announced.written(title, &event.name, shown));
    }
    if let Some(theme) = &event.theme {
        head = head.child(announced.written(element("p", "theme"), theme, shown));
    }
    let facts = element("div", "facts")
        .child(when(ctx, announced, shown))
        .child(place(announced, shown))
        .child(
            element("div", "act")
                .child(register.clone())
                .child(save_button(ctx, announced, shown)),
        );
    let above = Markup::Many(vec![
        head.into(),
        facts.into(),
        event
            .image
            .as_ref()
            .map(|image| picture(image, &announced.address))
            .into(),
        element("div", "description")
            .child(prose(announced, &event.description, shown))
            .into(),
        people(&event.contributions, shown.messages),
        organizers(event, shown),
    ]);
    let below = Below {
        ctx: ctx.clone(),
        announced: announced.clone(),
        kept: kept.clone(),
        anchor,
        shown: shown.clone(),
        register,
    };
    (above, below)
}

fn picture(image: &Image, address: &str) -> Markup {
    let picture = element("img", "picture").part("image");
    for (name, size) in [("width", image.width), ("height", image.height)] {
        picture.set(name, size.map(decimal).as_deref());
    }
    // WebKit takes a drawing with parts of its own for something else.
    if image.alternative.is_some() {
        picture.set("role", Some("img"));
    }
    if !image.sizes.is_empty() {
        let mut all = String::new();
        for (url, size) in &image.sizes {
            let before = if all.is_empty() { "" } else { ", " };
            all.push_str(&concat(&[before, &resolve(url, address), " ", size]));
        }
        picture.set("sizes", Some("auto, 100vw"));
        picture.set("srcset", Some(&all));
    }
    // The address comes last: by then the browser knows that it may wait, and how much room to leave.
    picture
        .attribute("loading", "lazy")
        .attribute("alt", image.alternative.as_deref().unwrap_or_default())
        .attribute("src", &resolve(&image.url, address))
        .into()
}

fn organizers(event: &Event, shown: &Shown) -> Markup {
    let mut names = String::new();
    for organizer in &event.organizers {
        let before = if names.is_empty() {
            ""
        } else {
            shown.messages.comma
        };
        names.push_str(&concat(&[before, &organizer.name]));
    }
    if names.is_empty() {
        return Markup::Nothing;
    }
    element("p", "organizer")
        .child(shown.words("span", "", shown.messages.organised_by))
        .child(" ")
        .child(names)
        .into()
}
