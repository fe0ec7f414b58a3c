//! What a button has opened: a sheet below it. It comes with the deferred part of the program.

use std::cell::Cell;
use std::rc::Rc;

use handbill_core::calendar::Which;

use super::announcement::Announced;
use super::context::Ctx;
use super::markup::{Element, Markup, element};
use super::opener::AllOpened;
use super::room::Room;
use super::save_button::{SAVE, position_of};
use super::zone_switch::ZONES;
use super::{save_panel, zone_choice};
use crate::browser::dom::key_of;

/// A sheet, open or not.
pub struct Opened {
    /// What is true for this visitor.
    pub ctx: Rc<Ctx>,
    /// What is in the sheet.
    pub room: Room,
    button: Element,
    is_open: Cell<bool>,
}

/// Opens what a button is for, or closes it again.
#[inline(never)]
pub fn toggle(ctx: &Rc<Ctx>, announced: &Rc<Announced>, all: &AllOpened, button: &Element) {
    let mut all = all.borrow_mut();
    let kept = all.get_or_insert_with(|| Box::new(Vec::<Rc<Opened>>::new()));
    // Nobody else puts anything there.
    let Some(sheets) = kept.downcast_mut::<Vec<Rc<Opened>>>() else {
        return;
    };
    let id = button.id();
    let sheet = match sheets.iter().find(|sheet| sheet.button.id() == id) {
        Some(sheet) => sheet.clone(),
        None => {
            let sheet = Rc::new(Opened {
                ctx: ctx.clone(),
                room: Room::new(element("div", "opened")),
                button: button.clone(),
                is_open: Cell::new(false),
            });
            button.after(&sheet.room.element());
            sheets.push(sheet.clone());
            sheet
        }
    };
    drop(all);
    if sheet.is_open.get() {
        return sheet.close();
    }
    sheet.set(true);
    sheet.room.element().dress();
    match id.as_str() {
        ZONES => zone_choice::open(&sheet, announced),
        SAVE => save_panel::open(&sheet, announced, Which::Whole),
        id => {
            if let Some(position) = position_of(id) {
                save_panel::open(&sheet, announced, Which::Entry(position));
            }
        }
    }
}

impl Opened {
    /// Closes the sheet, and gives the focus back to its button.
    pub fn close(&self) {
        self.set(false);
        self.room.clear();
        self.button.focus();
    }

    /// Lets Escape close the sheet from anywhere inside a part of it.
    pub fn closing(self: &Rc<Self>, whole: Element) -> Markup {
        let sheet = self.clone();
        // Where it bubbles to from fields and buttons alike.
        Markup::from(whole.on("keydown", move |event| {
            if key_of(&event).as_deref() == Some("Escape") {
                sheet.close();
            }
        }))
    }

    fn set(&self, is_open: bool) {
        self.is_open.set(is_open);
        let expanded = if is_open { "true" } else { "false" };
        self.button.set("aria-expanded", Some(expanded));
    }
}
