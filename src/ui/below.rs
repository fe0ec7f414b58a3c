//! The programme, and what stands below it. It is made last, and the piece of the program that makes it comes last.

use std::rc::Rc;

use handbill_core::event::Section;

use super::anchor::Anchor;
use super::announcement::Announced;
use super::context::{Ctx, Shown};
use super::heading::heading;
use super::markup::{Element, Markup, element};
use super::programme::{Kept, programme};
use super::prose::prose;
use super::register::reach;

/// Makes it. What stands above knows of this by its address alone, and can be made before.
pub type MakeBelow = fn(&Below) -> Markup;

/// What it is made of.
pub struct Below {
    /// What is true for this visitor.
    pub ctx: Rc<Ctx>,
    /// The document.
    pub announced: Rc<Announced>,
    /// What outlives this view.
    pub kept: Kept,
    /// The place of the reader.
    pub anchor: Rc<Anchor>,
    /// In which zone and language.
    pub shown: Shown,
    /// The control above.
    pub register: Element,
}

/// The programme, the closing section, and the link once more.
pub fn below(parts: &Below) -> Markup {
    let Below {
        ctx,
        announced,
        shown,
        ..
    } = parts;
    let event = &announced.event;
    let has_reach =
        !event.entries.is_empty() && event.status.takes_place() && announced.registration.is_some();
    let reach = match has_reach {
        true => reach(ctx, announced, &parts.register),
        false => Markup::Nothing,
    };
    let about = event.about.as_ref();
    Markup::Many(vec![
        programme(ctx, announced, &parts.kept, &parts.anchor, shown),
        about
            .map(|about| self::about(announced, about, shown))
            .into(),
        reach,
    ])
}

fn about(announced: &Announced, about: &Section, shown: &Shown) -> Markup {
    let title = about
        .name
        .as_deref()
        .map(|name| announced.written(heading(shown.heading_level + 1, "title"), name, shown));
    element("section", "about")
        .part("about")
        .child(title)
        .child(prose(announced, &about.description, shown))
        .into()
}
