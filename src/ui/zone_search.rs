//! The search for the clock of any place: a combobox after the ARIA authoring practices, with a list box below the
//! field. It comes with the deferred part of the program.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use handbill_core::TimeZoneId;
use handbill_core::number::decimal;
use handbill_core::parts::concat;
use web_sys::Event;

use super::context::Shown;
use super::markup::{Element, Markup, element};
use crate::browser::dom::{key_of, near};
use crate::browser::idle;
use crate::browser::intl::fold::fold;
use crate::browser::intl::zone_list::{KnownZone, all};

/// What is done with the zone that was found.
pub type Answer = Box<dyn Fn(TimeZoneId)>;

/// The field, and the list below it, which opens once something is typed or an arrow is pressed.
pub fn search(shown: &Shown, answer: Answer) -> Markup {
    let search = Rc::new(Search {
        zones: RefCell::new(all()),
        tag: shown.locale.tag.clone(),
        matches: RefCell::default(),
        active: Cell::new(None),
        field: element("input", "field"),
        list: element("ul", "options"),
        empty: shown
            .words("p", "note", shown.messages.no_zone)
            .attribute("role", "status"),
        answer,
    });
    let view = view(&search, shown);
    search.close();
    name_from(search, 0);
    view
}

/// How many zones are given their names at a time: few enough for a phone to stay at hand.
const PIECE: usize = 24;

/// Asks for the names of the zones, piece by piece: all at once they would hold up a phone for half a second.
fn name_from(search: Rc<Search>, first: usize) {
    let mut zones = search.zones.borrow_mut();
    let last = zones.len().min(first + PIECE);
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
    /// Positions in `zones`, in the order of the list.
    matches: RefCell<Vec<(usize, Element)>>,
    /// Which of the matches the keyboard is on.
    active: Cell<Option<usize>>,
    field: Element,
    list: Element,
    empty: Element,
    answer: Answer,
}

fn view(search: &Rc<Search>, shown: &Shown) -> Markup {
    let (typed, pressed, chosen) = (search.clone(), search.clone(), search.clone());
    let field = search
        .field
        .clone()
        .attribute("id", "zone-field")
        .attribute("type", "text")
        .attribute("role", "combobox")
        .attribute("aria-controls", "zone-options")
        .attribute("aria-autocomplete", "list")
        .attribute("autocomplete", "off")
        .attribute("autocapitalize", "off")
        .attribute("spellcheck", "false")
        .on("input", move |_| typed.filter())
        .on("keydown", move |event| pressed.press(&event));
    let list = search
        .list
        .clone()
        .attribute("id", "zone-options")
        .attribute("role", "listbox")
        .attribute("aria-label", shown.messages.time_zone)
        // The field keeps the focus, so that one can go on typing.
        .on("mousedown", |event| event.prevent_default())
        .on("click", move |event| {
            if let Some(id) = near(&event, "[role=option]").map(|element| element.id()) {
                chosen.choose(id.strip_prefix("zone-").and_then(|n| n.parse().ok()));
            }
        });
    let label = shown
        .words("label", "label", shown.messages.find_zone)
        .attribute("for", "zone-field");
    element("div", "search")
        .child(label)
        .child(field)
        .child(list)
        .child(search.empty.clone())
        .into()
}

impl Search {
    /// Takes the list away.
    fn close(&self) {
        self.field.set("aria-expanded", Some("false"));
        self.go_to(None);
        self.list.show(false);
        self.empty.show(false);
        self.matches.take();
    }

    /// Lists the zones in whose city, country or name a word begins with what was typed: cities that begin so first.
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
            let option = element("li", "option")
                .attribute("role", "option")
                .attribute("id", &concat(&["zone-", &decimal(position as u32)]))
                .attribute("aria-selected", "false")
                .child(element("span", "city").child(zone.city.as_str()))
                .child(" ")
                .child(element("span", "area").child(zone.area.as_str()));
            (position, option)
        });
        let options: Vec<(usize, Element)> = options.collect();
        let nodes: Vec<Element> = options.iter().map(|(_, option)| option.clone()).collect();
        self.empty.show(nodes.is_empty());
        self.list.show(!nodes.is_empty());
        self.field.set(
            "aria-expanded",
            Some(if nodes.is_empty() { "false" } else { "true" }),
        );
        self.list.replace(nodes);
        self.matches.replace(options);
        self.go_to((!query.is_empty()).then_some(0));
    }

    /// Which zone the keyboard is on.
    fn marked(&self) -> Option<usize> {
        let matches = self.matches.borrow();
        matches
            .get(self.active.get()?)
            .map(|(position, _)| *position)
    }

    /// Moves the mark to one of the matches.
    fn go_to(&self, active: Option<usize>) {
        let matches = self.matches.borrow();
        let option = |place: Option<usize>| place.and_then(|place| matches.get(place));
        if let Some((_, option)) = option(self.active.replace(active)) {
            option.set("aria-selected", Some("false"));
        }
        match option(active) {
            Some((position, option)) => {
                option.set("aria-selected", Some("true"));
                option.reveal();
                let id = concat(&["zone-", &decimal(*position as u32)]);
                self.field.set("aria-activedescendant", Some(&id));
            }
            None => self.field.set("aria-activedescendant", None),
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
            (self.answer)(zone);
        }
    }
}
