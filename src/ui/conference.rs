//! What it takes to find one's way through a large programme. It comes as a part of its own.

use std::cell::OnceCell;
use std::rc::Rc;

use handbill_core::conference::{Details, Index, Query, Words, details, names};

use super::announcement::Announced;
use super::context::Shown;
use super::markup::{Element, Markup};
use super::programme::{FEW, Programme, ShownDay};
use super::signal::{Derived, Source};
use crate::browser::idle;
use crate::browser::intl::fold::fold;

mod address;
mod blocks;
mod board;
mod extra;
mod memory;
mod news;
mod offer;
mod picks;
mod show;
mod stars;
mod tabs;
mod take;
mod tools;

use memory::{Memory, place_of};
use picks::Picks;
use stars::Stars;

/// A large programme, and what a visitor does with it.
pub struct Conference {
    programme: Rc<Programme>,
    /// Whether there are more entries than one looks through: one searches, stars, and goes from day to day.
    is_many: bool,
    /// Whether anything runs beside anything else, so that a timetable says more than a list.
    is_parallel: bool,
    /// In which language, as long as the view lives.
    shown: Shown,
    words: &'static Words,
    /// By [`Event::entries`](handbill_core::Event::entries).
    details: Rc<Vec<Details>>,
    /// What the entries are called in addresses, in the order of the timeline.
    names: Vec<String>,
    memory: Rc<Memory>,
    picks: Picks,
    /// The entries that are found, in order.
    found: Derived<Vec<usize>>,
    stars: Stars,
    /// Whether the page is being printed.
    is_printing: Source<bool>,
}

/// Puts it above the programme, once that is in its page.
#[inline(never)]
pub fn open(programme: &Rc<Programme>) {
    let programme = Rc::downgrade(programme);
    idle::soon(move || {
        if let Some(programme) = programme.upgrade() {
            programme.tools.fill(|| start(&programme));
        }
    });
}

fn start(programme: &Rc<Programme>) -> Markup {
    let announced = &programme.announced;
    let shown = (*programme.ctx.shown.get_untracked()).clone();
    let details = details(&announced.document);
    let memory = Memory::of(programme);
    let names = names(&announced.event, &announced.timeline);
    let picks = Picks::new(announced, &names);
    let details = Rc::new(details);
    let found = found(announced, &details, &memory, &picks);
    let conference = Rc::new(Conference {
        is_many: announced.timeline.entries.len() > FEW,
        is_parallel: board::is_parallel(programme),
        programme: programme.clone(),
        words: Words::of(&shown.locale.tag),
        shown,
        details,
        names,
        memory,
        picks,
        found,
        stars: Stars::new(&announced.event),
        is_printing: Source::new(false),
    });
    programme.anchor.leave();
    dress(&conference);
    stars::keep(&conference);
    extra::keep(&conference);
    let parts = vec![
        offer::offer(&conference),
        tools::tools(&conference),
        tabs::tabs(&conference),
    ];
    show::keep(&conference);
    let there = conference.clone();
    let pointing = address::on_change(&programme.kept, move |fragment| {
        let asked = Query::read(&fragment);
        // Other places on the page are no business of the programme's.
        if asked.is_some() || fragment.is_empty() {
            there.ask(asked.unwrap_or_default());
        }
    });
    programme.tools.element().keep(Rc::new(pointing));
    Markup::Many(parts)
}

/// What is found. The words are made ready when something is first looked for.
fn found(
    announced: &Rc<Announced>,
    details: &Rc<Vec<Details>>,
    memory: &Memory,
    picks: &Picks,
) -> Derived<Vec<usize>> {
    let (announced, details) = (announced.clone(), details.clone());
    let (query, picks) = (memory.query.clone(), picks.clone());
    let index = OnceCell::new();
    Derived::new(move || {
        let query = query.get();
        if !query.is_filter() {
            return (0..announced.timeline.entries.len()).collect();
        }
        let new = || Index::new(&announced.event, &announced.timeline, &details, &fold);
        let index = index.get_or_init(new);
        let is_picked = |entry: usize| picks.get().contains(&entry);
        index.find(&query, &fold, &is_picked)
    })
}

/// Says more at each line, as soon as there is one.
fn dress(conference: &Rc<Conference>) {
    let news = news::notes(conference);
    // The lines outlive the conference where the view is taken down.
    let there = Rc::downgrade(conference);
    conference
        .programme
        .lines
        .dress(Box::new(move |position, line| {
            let Some(conference) = there.upgrade() else {
                return;
            };
            for (_, note) in news.iter().filter(|(entry, _)| *entry == position) {
                _ = line.what.clone().child(note.clone());
            }
            conference.stars.dress(&conference, position, line);
            extra::dress(&conference, position, line);
        }));
}

impl Conference {
    /// Asks for something else, as an address says it.
    fn ask(&self, query: Query) {
        if let Some(place) = place_of(&self.programme.days.get_untracked(), &query) {
            self.memory.place.set(place);
        }
        self.memory.query.set(query);
    }

    /// Changes what is asked for, and the address with it: in a new step, or, while somebody types, in the same.
    fn change(&self, is_new: bool, change: impl FnOnce(&mut Query)) {
        let mut query = (*self.memory.query.get_untracked()).clone();
        change(&mut query);
        address::point_to(&self.programme.kept, &query.fragment(), is_new);
        self.memory.query.set(query);
    }

    /// Words of the interface in an element.
    fn words(&self, tag: &str, class: &str, words: &str) -> Element {
        self.shown.words(tag, class, words)
    }

    /// A button with words of the interface.
    fn button(&self, class: &str, words: &str) -> Element {
        self.words("button", class, words)
            .attribute("type", "button")
    }

    /// What an entry is called.
    fn name(&self, entry: usize) -> &str {
        let announced = &self.programme.announced;
        let timed = &announced.timeline.entries[entry];
        &announced.event.entries[timed.index].name
    }
}

/// Which of the days an entry is on.
fn day_of(days: &[ShownDay], entry: usize) -> usize {
    let is_there = |day: &ShownDay| day.day.rows.iter().any(|row| row.entry == entry);
    days.iter().position(is_there).unwrap_or_default()
}
