//! What lets buttons open what few visitors need, which comes with the deferred part of the program.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

use super::announcement::Announced;
use super::context::Ctx;
use super::markup::{Element, element};
use super::opened;
use super::qr;
use super::signal::Source;
use crate::browser::deferred::{self, Part};
use crate::browser::dom::near;

/// The style of a button that needs its `value`, an address, as a square for cameras.
pub const CODE: &str = "switch code";

/// What is open in one view; it is closed by dropping it.
pub type AllOpened = Rc<RefCell<Option<Box<dyn Any>>>>;

/// Lets the buttons inside `whole` open what they are for: one listener for all, however many entries there are.
///
/// Which button opens what goes by its `id`: see [`opened::toggle`].
pub fn open_by_buttons(
    whole: Element,
    ctx: &Rc<Ctx>,
    announced: Source<Announced>,
    all: &AllOpened,
) -> Element {
    let (ctx, all) = (ctx.clone(), all.clone());
    let apology = element("p", "note").attribute("role", "alert");
    whole.on("click", move |event| {
        let Some(button) = near(&event, "button[aria-expanded], .code").map(Element::from) else {
            return;
        };
        let (ctx, all, apology) = (ctx.clone(), all.clone(), apology.clone());
        let announced = announced.get_untracked();
        let is_code = button.around(".code").is_some();
        let part = if is_code { Part::Code } else { Part::More };
        deferred::load(
            part,
            Box::new(move |is_here| {
                if is_here {
                    apology.remove();
                    match is_code {
                        true => qr::open(&button),
                        false => opened::toggle(&ctx, &announced, &all, &button),
                    }
                } else {
                    let shown = ctx.shown.get_untracked();
                    apology.replace(shown.words("span", "", shown.messages.not_loaded));
                    button.after(&apology);
                }
            }),
        );
    })
}
