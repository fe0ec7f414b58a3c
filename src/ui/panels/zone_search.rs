//! The search for a time zone by city or country: a combobox with a list box, after the ARIA authoring practices.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use handbill_core::TimeZoneId;
use handbill_core::number::decimal;
use handbill_core::strings::concat;
use web_sys::Event;

use crate::browser::dom::{key_of, near};
use crate::browser::idle;
use crate::browser::intl::fold::fold;
use crate::browser::intl::zone_list::{KnownZone, all};
use crate::ui::model::display::Display;
use crate::ui::view::{Element, IntoView, View, el};

/// The field and its list, which opens once something is typed or an arrow is pressed. `choose` gets the zone.
pub fn zone_search(display: &Display, choose: Box<dyn Fn(TimeZoneId)>) -> View {
    let search = Rc::new(Search {
        zones: RefCell::new(all()),
        tag: display.locale.tag.clone(),
        matches: RefCell::default(),
        active: Cell::new(None),
        field: el("input").class("field"),
        list: el("ul").class("options"),
        empty: display
            .message("p", display.messages.no_zone())
            .class("note")
            .attr("role", "status"),
        choose,
    });
    let view = view(&search, display);
    search.close();
    name_from(search, 0);
    view
}

/// How many zones are named in one task, so that a phone stays responsive.
const BATCH: usize = 24;

/// Names the zones in batches: all at once they would block a phone for half a second.
fn name_from(search: Rc<Search>, first: usize) {
    let mut zones = search.zones.borrow_mut();
    let last = zones.len().min(first + BATCH);
    for zone in &mut zones[first..last] {
        zone.name(&search.tag);
    }
    let is_done = last == zones.len();
    drop(zones);
    if is_done {
        if search.matches.borrow().is_empty() && search.field.value().is_empty() {
            return;
        }
        // What the keyboard is on stays, wherever it stands now.
        let marked = search.marked();
        search.filter();
        let matches = search.matches.borrow();
        let place = matches
            .iter()
            .position(|(position, _)| Some(*position) == marked);
        drop(matches);
        if place.is_some() {
            search.go_to(place);
        }
    } else if Rc::strong_count(&search) > 1 {
        // The view holds it as long as it is open.
        idle::soon(move || name_from(search, last));
    }
}

struct Search {
    zones: RefCell<Vec<KnownZone>>,
    /// The language in which they are named.
    tag: String,
    /// Positions in `zones`, in the order of the list, with their options.
    matches: RefCell<Vec<(usize, Element)>>,
    /// The active option, by its place in `matches`.
    active: Cell<Option<usize>>,
    field: Element,
    list: Element,
    empty: Element,
    choose: Box<dyn Fn(TimeZoneId)>,
}

fn view(search: &Rc<Search>, display: &Display) -> View {
    let (typed, pressed, chosen) = (search.clone(), search.clone(), search.clone());
    let field = search
        .field
        .clone()
        .attr("id", "zone-field")
        .attr("type", "text")
        .attr("role", "combobox")
        .attr("aria-controls", "zone-options")
        .attr("aria-autocomplete", "list")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .attr("spellcheck", "false")
        .on("input", move |_| typed.filter())
        .on("keydown", move |event| pressed.press(event));
    let list = search
        .list
        .clone()
        .attr("id", "zone-options")
        .attr("role", "listbox")
        .attr("aria-label", display.messages.time_zone())
        // The field keeps the focus, so that one can go on typing.
        .on("mousedown", |event| event.prevent_default())
        .on("click", move |event| {
            if let Some(id) = near(event, "[role=option]").map(|element| element.id()) {
                chosen.choose(id.strip_prefix("zone-").and_then(|n| n.parse().ok()));
            }
        });
    let label = display
        .message("label", display.messages.find_zone())
        .class("label")
        .attr("for", "zone-field");
    el("div")
        .class("search")
        .child(label)
        .child(field)
        .child(list)
        .child(search.empty.clone())
        .into_view()
}

impl Search {
    /// Hides the list.
    fn close(&self) {
        self.field.set_attr("aria-expanded", Some("false"));
        self.go_to(None);
        self.list.set_shown(false);
        self.empty.set_shown(false);
        self.matches.take();
    }

    /// Lists the zones with a word that begins with what was typed: cities that begin so come first.
    fn filter(&self) {
        let typed = self.field.value();
        let query = fold(typed.trim());
        let mut found: Vec<(bool, usize)> = Vec::new();
        let zones = self.zones.borrow();
        for (position, zone) in zones.iter().enumerate() {
            // A word begins at the start, or after one of these.
            let is_word = |at: usize| zone.words[..at].ends_with([' ', '/', '_', '-', '(', ',']);
            if zone.words.starts_with(&query) {
                found.push((false, position));
            } else if zone
                .words
                .char_indices()
                .any(|(at, _)| is_word(at) && zone.words[at..].starts_with(&query))
            {
                found.push((true, position));
            }
        }
        found.sort_unstable();
        let options = found.into_iter().map(|(_, position)| {
            let zone = &zones[position];
            let option = el("li")
                .class("option")
                .attr("role", "option")
                .attr("id", &concat(&["zone-", &decimal(position as u32)]))
                .attr("aria-selected", "false")
                .child(el("span").class("city").child(zone.city.as_str()))
                .child(" ")
                .child(el("span").class("area").child(zone.area.as_str()));
            (position, option)
        });
        let options: Vec<(usize, Element)> = options.collect();
        let nodes: Vec<Element> = options.iter().map(|(_, option)| option.clone()).collect();
        self.empty.set_shown(nodes.is_empty());
        self.list.set_shown(!nodes.is_empty());
        self.field.set_flag("aria-expanded", !nodes.is_empty());
        self.list.replace(nodes);
        self.matches.replace(options);
        self.go_to((!query.is_empty()).then_some(0));
    }

    /// The zone of the active option.
    fn marked(&self) -> Option<usize> {
        let matches = self.matches.borrow();
        matches
            .get(self.active.get()?)
            .map(|(position, _)| *position)
    }

    /// Makes another option the active one.
    fn go_to(&self, active: Option<usize>) {
        let matches = self.matches.borrow();
        let option = |place: Option<usize>| place.and_then(|place| matches.get(place));
        if let Some((_, option)) = option(self.active.replace(active)) {
            option.set_attr("aria-selected", Some("false"));
        }
        match option(active) {
            Some((position, option)) => {
                option.set_attr("aria-selected", Some("true"));
                option.reveal();
                let id = concat(&["zone-", &decimal(*position as u32)]);
                self.field.set_attr("aria-activedescendant", Some(&id));
            }
            None => self.field.set_attr("aria-activedescendant", None),
        }
    }

    fn press(&self, event: &Event) {
        let Some(key) = key_of(event) else { return };
        if key.starts_with("Arrow") && self.matches.borrow().is_empty() {
            self.filter();
        }
        let count = self.matches.borrow().len();
        let active = self.active.get();
        match key.as_str() {
            "ArrowDown" if count > 0 => {
                self.go_to(Some(active.map_or(0, |place| (place + 1) % count)));
            }
            "ArrowUp" if count > 0 => {
                self.go_to(Some((active.unwrap_or(count) + count - 1) % count));
            }
            "Enter" => self.choose(self.marked()),
            // The first press takes the list away, the next one the whole choice.
            "Escape" if count > 0 => {
                event.stop_propagation();
                self.close();
            }
            _ => return,
        }
        event.prevent_default();
    }

    fn choose(&self, position: Option<usize>) {
        let zone =
            position.and_then(|position| Some(self.zones.borrow().get(position)?.id.clone()));
        if let Some(zone) = zone {
            self.field.clear_value();
            self.close();
            (self.choose)(zone);
        }
    }
}
