//! A link that brings what somebody else has starred: it is asked once what to do with it.

use std::rc::Rc;

use handbill_core::conference::picks::{in_fragment, read};

use super::super::markup::{Element, Markup, element};
use super::super::room::Room;
use super::{Conference, address};

/// The question, where the address brings something.
pub fn offer(conference: &Rc<Conference>) -> Markup {
    let room = Room::new(element("div", "offer").attribute("role", "status"));
    let whole = room.element();
    let (there, place) = (conference.clone(), room.clone());
    let kept = conference.programme.kept.clone();
    conference.ask_about(&place, &address::fragment(&kept));
    let hearing = address::on_change(&kept, move |fragment| there.ask_about(&place, &fragment));
    whole.keep(Rc::new(hearing)).into()
}

impl Conference {
    fn ask_about(self: &Rc<Self>, room: &Room, fragment: &str) {
        let code = in_fragment(fragment);
        let found = code.and_then(|code| read(&code, &self.names));
        let own = self.picks.get_untracked();
        let Some(found) = found.filter(|found| found.picked != *own) else {
            return;
        };
        let whole = [&own[..], &found.picked].concat();
        let answers = [
            (self.words.merge, Some(whole), true),
            (
                self.words.replace,
                Some(found.picked.clone()),
                !own.is_empty(),
            ),
            (self.words.dismiss, None, true),
        ];
        room.fill(|| {
            let gone = (!found.gone.is_empty()).then(|| self.words("p", "note", self.words.gone));
            let mut row = element("div", "row");
            for (label, picked, is_shown) in answers {
                if is_shown {
                    row = row.child(self.answer(room, label, picked));
                }
            }
            Markup::Many(vec![
                self.words("p", "", self.words.offer).into(),
                gone.into(),
                row.into(),
            ])
        });
    }

    fn answer(self: &Rc<Self>, room: &Room, label: &str, picked: Option<Vec<usize>>) -> Element {
        let (there, room) = (self.clone(), room.clone());
        self.button("switch", label).on("click", move |_| {
            let picked = picked.clone();
            // After the click: what hears it goes with the question.
            let (there, room) = (there.clone(), room.clone());
            crate::browser::idle::soon(move || {
                let is_taken = picked.is_some();
                if let Some(picked) = picked {
                    there.picks.set(picked);
                }
                room.clear();
                there.change(false, |query| query.starred = is_taken);
                if let Some(field) = there.programme.whole.first("#find-field") {
                    field.focus();
                }
            });
        })
    }
}
