//! What a large programme remembers when its view is made anew: for another language, or after a refresh.

use std::any::Any;
use std::rc::Rc;

use handbill_core::conference::Query;
use handbill_core::conference::changes::{Change, changes};
use handbill_core::snapshot::Phase;

use super::super::announcement::Announced;
use super::super::entry_link::entry_of;
use super::super::programme::{Programme, ShownDay};
use super::super::signal::Source;
use super::address;

/// What outlives a view: where the visitor is, and what the programme said before.
pub struct Memory {
    announced: Rc<Announced>,
    pub changes: Rc<Vec<Change>>,
    /// What is looked for.
    pub query: Source<Query>,
    /// The entry by whose day one knows which day stands open, whatever the zone.
    pub place: Source<usize>,
}

impl Memory {
    /// What is kept of the view before; else what the address of the page asks for.
    pub fn of(programme: &Programme) -> Rc<Self> {
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
                let fragment = address::fragment(&programme.kept);
                let query = Query::read(&fragment).unwrap_or_default();
                let visited = entry_of(&announced, &fragment);
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

/// The first entry of the day that is asked for.
pub fn place_of(days: &[ShownDay], query: &Query) -> Option<usize> {
    let date = query.day?;
    let day = days.iter().find(|day| day.day.date == Some(date))?;
    day.day.rows.first().map(|row| row.entry)
}
