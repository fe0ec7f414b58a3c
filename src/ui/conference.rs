//! What it takes to find one's way through a large programme. It comes as a part of its own.

use std::any::Any;
use std::rc::Rc;

use handbill_core::conference::changes::{Change, changes};
use handbill_core::conference::{Details, Index, Query, Words, details, names};
use handbill_core::snapshot::Phase;

use super::announcement::Announced;
use super::context::Shown;
use super::entry_link::button_of;
use super::markup::{Element, Markup};
use super::programme::{Programme, ShownDay};
use super::save_button::position_of;
use super::signal::{Derived, Source};
use crate::browser::intl::fold::fold;
use crate::browser::{history, idle};

mod board;
mod extra;
mod news;
mod offer;
mod picks;
mod show;
mod stars;
mod tabs;
mod take;
mod tools;

use picks::Picks;

/// The most entries that need no search.
const FEW: usize = 10;

/// A large programme, and what a visitor does with it.
pub struct Conference {
    programme: Rc<Programme>,
    /// Whether there are more entries than one looks through: one searches, stars, and goes from day to day.
    is_many: bool,
    /// In which language, as long as the view lives.
    shown: Shown,
    words: &'static Words,
    /// By [`Event::entries`](handbill_core::Event::entries).
    details: Vec<Details>,
    /// What the entries are called in addresses, in the order of the timeline.
    names: Vec<String>,
    memory: Rc<Memory>,
    picks: Picks,
    /// The entries that are found, in order.
    found: Derived<Vec<usize>>,
}

/// What outlives a view: where the visitor is, and what the programme said before.
struct Memory {
    announced: Rc<Announced>,
    changes: Rc<Vec<Change>>,
    /// What is looked for.
    query: Source<Query>,
    /// The entry by whose day one knows which day stands open, whatever the zone.
    place: Source<usize>,
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
    let document = announced.document.node();
    let details = document.map(|node| details(&node)).unwrap_or_default();
    let memory = Memory::of(programme);
    let names = names(&announced.event, &announced.timeline);
    let picks = Picks::new(announced, &names);
    let index = Index::new(&announced.event, &announced.timeline, &details, &fold);
    let (query, picked) = (memory.query.clone(), picks.clone());
    let found = Derived::new(move || {
        let is_picked = |entry: usize| picked.get().contains(&entry);
        index.find(&query.get(), &fold, &is_picked)
    });
    let conference = Rc::new(Conference {
        is_many: announced.timeline.entries.len() > FEW,
        programme: programme.clone(),
        words: Words::of(&shown.locale.tag),
        shown,
        details,
        names,
        memory,
        picks,
        found,
    });
    programme.anchor.leave();
    news::show(&conference);
    stars::show(&conference);
    extra::show(&conference);
    let parts = vec![
        offer::offer(&conference),
        tools::tools(&conference),
        tabs::tabs(&conference),
    ];
    show::keep(&conference);
    board::keep(&conference);
    let there = conference.clone();
    let pointing = history::on_change(Box::new(move || {
        let asked = Query::read(&history::fragment());
        // Other places on the page are no business of the programme's.
        if asked.is_some() || history::fragment().is_empty() {
            there.ask(asked.unwrap_or_default());
        }
    }));
    programme.tools.element().keep(Rc::new(pointing));
    Markup::Many(parts)
}

impl Memory {
    /// What is kept of the view before; else what the address of the page asks for.
    fn of(programme: &Programme) -> Rc<Self> {
        let announced = programme.announced.clone();
        let before = programme.kept.take();
        let before = before.and_then(|kept: Rc<dyn Any>| kept.downcast::<Self>().ok());
        let memory = Rc::new(match before {
            Some(before) => {
                let changes = match Rc::ptr_eq(&before.announced, &announced) {
                    true => before.changes.clone(),
                    false => {
                        let parts = |of: &Rc<Announced>| (of.clone(), of.clone());
                        let ((old, _), (new, _)) = (parts(&before.announced), parts(&announced));
                        let pair = (&old.event, &old.timeline);
                        Rc::new(changes(pair, (&new.event, &new.timeline)))
                    }
                };
                let last = announced.timeline.entries.len().saturating_sub(1);
                if *before.place.get_untracked() > last {
                    before.place.set(last);
                }
                Self {
                    announced,
                    changes,
                    query: before.query.clone(),
                    place: before.place.clone(),
                }
            }
            None => {
                let fragment = history::fragment();
                let query = Query::read(&fragment).unwrap_or_default();
                let visited = button_of(&announced, &fragment);
                let visited = visited.and_then(|id| position_of(&id));
                let snapshot = programme.ctx.snapshot.get_untracked();
                let current = snapshot.on.first().copied().or(snapshot.next);
                let current = current.filter(|_| snapshot.phase != Phase::Ended);
                let place = place_of(&programme.days.get_untracked(), &query);
                Self {
                    announced,
                    changes: Rc::default(),
                    place: Source::new(visited.or(place).or(current).unwrap_or_default()),
                    query: Source::new(query),
                }
            }
        });
        programme.kept.replace(Some(memory.clone()));
        memory
    }
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
        history::point_to(&query.fragment(), is_new);
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

/// The first entry of the day that is asked for.
fn place_of(days: &[ShownDay], query: &Query) -> Option<usize> {
    let date = query.day?;
    let day = days.iter().find(|day| day.day.date == Some(date))?;
    day.day.rows.first().map(|row| row.entry)
}

/// Which of the days an entry is on.
fn day_of(days: &[ShownDay], entry: usize) -> usize {
    let is_there = |day: &ShownDay| day.day.rows.iter().any(|row| row.entry == entry);
    days.iter().position(is_there).unwrap_or_default()
}
