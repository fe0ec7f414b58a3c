//! A link that brings somebody else's stars: the visitor is asked once what to do with them.

use std::rc::Rc;

use handbill_core::conference::picks::{in_fragment, read};

use super::context::Conference;
use super::page_fragment;
use crate::browser::idle;
use crate::ui::outlet::Outlet;
use crate::ui::reactive::hold;
use crate::ui::view::{Element, IntoView, View, el};

/// The question, where the address of the page brings stars.
pub fn offer(conference: &Rc<Conference>) -> View {
    let element = el("div").class("offer").attr("role", "status");
    let outlet = Rc::new(Outlet::new(element.clone()));
    let carried = conference.view.carried;
    ask(conference, &outlet, &page_fragment::get(carried));
    let conference = conference.clone();
    let follow = move |fragment: String| ask(&conference, &outlet, &fragment);
    hold(page_fragment::on_change(carried, follow));
    element.into_view()
}

fn ask(conference: &Rc<Conference>, outlet: &Rc<Outlet>, fragment: &str) {
    let code = in_fragment(fragment);
    let found = code.and_then(|code| read(&code, &conference.names));
    let own = conference.picks.get_untracked();
    let Some(found) = found.filter(|found| found.picked != *own) else {
        return;
    };
    let words = conference.words;
    let merged = [&own[..], &found.picked].concat();
    outlet.fill(|| {
        let gone =
            (!found.gone.is_empty()).then(|| conference.message("p", words.gone()).class("note"));
        let answer = |label, picked| answer(conference, outlet, label, picked);
        let replace =
            (!own.is_empty()).then(|| answer(words.replace(), Some(found.picked.clone())));
        let row = el("div")
            .class("row")
            .child(answer(words.merge(), Some(merged)))
            .child(replace)
            .child(answer(words.dismiss(), None));
        [
            conference.message("p", words.offer()).into_view(),
            gone.into_view(),
            row.into_view(),
        ]
    });
}

/// A button for one answer: the stars to keep, or none of the new ones.
fn answer(
    conference: &Rc<Conference>,
    outlet: &Rc<Outlet>,
    label: &str,
    picked: Option<Vec<usize>>,
) -> Element {
    let outlet = Rc::downgrade(outlet);
    let button = conference.button(label).class("switch");
    let listener = conference.listener(move |conference, _| {
        let (outlet, picked, conference) = (outlet.clone(), picked.clone(), conference.clone());
        // After the click: its listener goes with the question.
        idle::soon(move || {
            let Some(outlet) = outlet.upgrade().filter(|_| !conference.is_gone()) else {
                return;
            };
            let is_taken = picked.is_some();
            if let Some(picked) = picked {
                conference.picks.set(picked);
            }
            outlet.clear();
            conference.change(false, |query| query.starred = is_taken);
            conference.focus_search();
        });
    });
    button.on("click", listener)
}
