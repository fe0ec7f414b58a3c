//! The lines of a programme. Each is made when it is first to be seen: nobody looks at a thousand at once.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use handbill_core::Snapshot;

use super::announcement::Announced;
use super::context::Shown;
use super::entry::{EntryState, Line};

/// Does something to a line that has just been made; the position of its entry comes first.
type Dress = Box<dyn Fn(usize, &Line)>;

/// One line for each entry, in the order of the timeline.
pub struct Lines {
    announced: Rc<Announced>,
    shown: Shown,
    made: Vec<OnceCell<Box<Line>>>,
    now: RefCell<Rc<Snapshot>>,
    dress: RefCell<Option<Dress>>,
}

impl Lines {
    /// None is made yet. The language is the same as long as they live.
    pub fn new(announced: &Rc<Announced>, shown: &Shown, now: Rc<Snapshot>) -> Rc<Self> {
        let count = announced.timeline.entries.len();
        Rc::new(Self {
            announced: announced.clone(),
            shown: shown.clone(),
            made: (0..count).map(|_| OnceCell::new()).collect(),
            now: RefCell::new(now),
            dress: RefCell::default(),
        })
    }

    /// The line of the entry at `position` of the timeline.
    pub fn get(&self, position: usize) -> &Line {
        let place = &self.made[position];
        if let Some(line) = place.get() {
            return line;
        }
        let line =
            place.get_or_init(|| Box::new(Line::new(&self.announced, position, &self.shown)));
        self.show_state(position, line);
        if let Some(dress) = &*self.dress.borrow() {
            dress(position, line);
        }
        line
    }

    /// The same, if it has been made.
    pub fn known(&self, position: usize) -> Option<&Line> {
        self.made.get(position)?.get().map(|line| &**line)
    }

    /// Those that have been made, and the positions of their entries.
    pub fn made(&self) -> impl DoubleEndedIterator<Item = (usize, &Line)> {
        let lines = self.made.iter().enumerate();
        lines.filter_map(|(position, line)| Some((position, &**line.get()?)))
    }

    /// What comes later has more to say at each line: at those that are there, and at each one that will be.
    pub fn dress(&self, dress: Dress) {
        for (position, line) in self.made() {
            dress(position, line);
        }
        self.dress.replace(Some(dress));
    }

    /// Shows how the event stands. Lines whose state is the same are not touched.
    pub fn show_states(&self, now: Rc<Snapshot>) {
        self.now.replace(now);
        for (position, line) in self.made() {
            self.show_state(position, line);
        }
    }

    fn show_state(&self, position: usize, line: &Line) {
        let state = EntryState::of(&self.announced.timeline, &self.now.borrow(), position);
        line.show_state(state, self.shown.messages);
    }
}
