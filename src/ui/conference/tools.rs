//! What one looks for: words, filters, what is starred; and the view.

use std::rc::Rc;

use handbill_core::conference::find::Choice;
use handbill_core::conference::{Facets, Query};
use handbill_core::number::decimal;
use handbill_core::parts::concat;
use handbill_core::snapshot::Phase;

use super::super::effect::follow;
use super::super::markup::{Element, Markup, element};
use super::Conference;
use super::take::take;

/// One filter: what it is called in the address of a query.
type Facet = fn(&mut Query) -> &mut Option<String>;

/// The search, the filters, the view, and how much is found.
pub fn tools(conference: &Rc<Conference>) -> Markup {
    let row = element("div", "row").child(current(conference));
    if !conference.is_many {
        return row.child(view(conference)).into();
    }
    let whole = element("div", "find")
        .attribute("role", "search")
        .child(search(conference))
        .child(row.child(mine(conference)).child(view(conference)))
        .child(filters(conference));
    Markup::Many(vec![
        whole.into(),
        found(conference).into(),
        take(conference),
    ])
}

fn search(conference: &Rc<Conference>) -> Markup {
    let label = conference
        .words("label", "label", conference.words.search)
        .attribute("for", "find-field");
    let field = element("input", "field")
        .attribute("id", "find-field")
        .attribute("type", "search")
        .attribute("autocomplete", "off")
        .attribute("enterkeyhint", "search");
    let (typed, there) = (field.clone(), conference.clone());
    let field = field.on("input", move |_| {
        there.change(false, |query| query.text = typed.value());
    });
    let (there, filled) = (conference.clone(), field.clone());
    follow(Box::new(move || {
        let query = there.memory.query.get();
        if filled.value() != query.text {
            filled.set_value(&query.text);
        }
    }));
    Markup::Many(vec![label.into(), field.into()])
}

fn filters(conference: &Rc<Conference>) -> Markup {
    let words = conference.words;
    let facets = Facets::new(&conference.programme.announced.event, &conference.details);
    if facets.is_empty() {
        return Markup::Nothing;
    }
    let all: [(&str, &str, Vec<Choice>, Facet); 4] = [
        ("track", words.track, facets.tracks, |query| {
            &mut query.track
        }),
        ("room", words.room, facets.rooms, |query| &mut query.room),
        ("format", words.format, facets.formats, |query| {
            &mut query.format
        }),
        ("language", words.language, facets.languages, |query| {
            &mut query.language
        }),
    ];
    let mut row = element("div", "choices");
    for (id, label, choices, facet) in all {
        if !choices.is_empty() {
            row = row.child(filter(conference, id, label, &choices, facet));
        }
    }
    let summary = conference.words("summary", "", words.filter);
    element("details", "more filters")
        .child(summary)
        .child(row)
        .into()
}

fn filter(
    conference: &Rc<Conference>,
    id: &str,
    label: &str,
    choices: &[Choice],
    facet: Facet,
) -> Element {
    let id = concat(&["find-", id]);
    let any = conference
        .words("option", "", conference.words.any)
        .attribute("value", "");
    let mut select = element("select", "field").attribute("id", &id).child(any);
    for Choice { value, count } in choices {
        let count = concat(&[" (", &decimal(*count as u32), ")"]);
        let option = element("option", "").attribute("value", value);
        select = select.child(option.child(value.as_str()).child(count));
    }
    let (chosen, there) = (select.clone(), conference.clone());
    let select = select.on("change", move |_| {
        let value = Some(chosen.value()).filter(|value| !value.is_empty());
        there.change(true, |query| *facet(query) = value);
    });
    let (there, filled) = (conference.clone(), select.clone());
    follow(Box::new(move || {
        let mut query = (*there.memory.query.get()).clone();
        filled.set_value(facet(&mut query).as_deref().unwrap_or_default());
    }));
    let label = conference.words("label", "label", label);
    element("div", "filter")
        .child(label.attribute("for", &id))
        .child(select)
}

/// The way to what is on.
fn current(conference: &Rc<Conference>) -> Element {
    let button = conference.button("switch", conference.words.now);
    let (there, whole) = (conference.clone(), button.clone());
    follow(Box::new(move || {
        let snapshot = there.programme.ctx.snapshot.get();
        let is_live = matches!(snapshot.phase, Phase::Live | Phase::Break);
        whole.show(is_live && !snapshot.on.is_empty());
    }));
    let there = conference.clone();
    button.on("click", move |_| {
        let snapshot = there.programme.ctx.snapshot.get_untracked();
        if let Some(entry) = snapshot.on.first() {
            there.go_to(*entry);
        }
    })
}

/// Only what is starred, or all.
fn mine(conference: &Rc<Conference>) -> Element {
    let button = conference.button("switch", conference.words.mine);
    let count = element("span", "count");
    let (there, whole, number) = (conference.clone(), button.clone(), count.clone());
    follow(Box::new(move || {
        let is_on = there.memory.query.get().starred;
        whole.set("aria-pressed", Some(if is_on { "true" } else { "false" }));
        let count = there.picks.get().len() as u32;
        number.replace(concat(&[" (", &decimal(count), ")"]));
    }));
    let there = conference.clone();
    button.child(count).on("click", move |_| {
        there.change(true, |query| query.starred = !query.starred);
    })
}

/// The list or the timetable. Style shows it where there is room for a timetable.
fn view(conference: &Rc<Conference>) -> Markup {
    if !conference.is_parallel {
        return Markup::Nothing;
    }
    let button = conference.button("switch view", conference.words.grid);
    let (there, whole) = (conference.clone(), button.clone());
    follow(Box::new(move || {
        let pressed = if there.is_grid() { "true" } else { "false" };
        whole.set("aria-pressed", Some(pressed));
    }));
    let there = conference.clone();
    button
        .on("click", move |_| {
            let view = if there.is_grid() { "list" } else { "grid" };
            there.change(true, |query| query.view = Some(view.to_owned()));
        })
        .into()
}

/// How much is found, said once it changes; and the way back to everything.
fn found(conference: &Rc<Conference>) -> Element {
    let words = conference.words;
    let status = element("p", "found").attribute("role", "status");
    let all = conference.button("switch", words.clear);
    let (there, said, back) = (conference.clone(), status.clone(), all.clone());
    follow(Box::new(move || {
        let query = there.memory.query.get();
        let count = there.found.get().len();
        back.show(query.is_filter());
        let text = if !query.is_filter() {
            Markup::Nothing
        } else if count > 0 {
            let number = concat(&[" ", &decimal(count as u32)]);
            there.words("span", "", words.found).child(number).into()
        } else if query.starred && there.picks.get().is_empty() {
            there.words("span", "", words.mine_empty).into()
        } else {
            there.words("span", "", words.nothing).into()
        };
        said.replace(text);
    }));
    let there = conference.clone();
    let all = all.on("click", move |_| {
        there.change(true, |query| {
            *query = Query {
                day: query.day,
                view: query.view.take(),
                ..Query::default()
            };
        });
        let field = there.programme.whole.first("#find-field");
        if let Some(field) = field {
            field.focus();
        }
    });
    element("div", "row").child(status).child(all)
}
