//! Search, filters, *My programme*, list or timetable, and how much is found.

use std::rc::Rc;

use handbill_core::conference::find::Choice;
use handbill_core::conference::{Facets, Query};
use handbill_core::number::decimal;
use handbill_core::snapshot::Phase;
use handbill_core::strings::concat;

use super::context::Conference;
use super::navigation::go_to;
use super::take::take;
use crate::ui::reactive::effect;
use crate::ui::view::{Element, IntoView, View, el};

/// The member of the query that a filter sets.
type Facet = fn(&mut Query) -> &mut Option<String>;

/// All tools above the days.
pub fn tools(conference: &Rc<Conference>) -> View {
    let row = el("div").class("row").child(now_button(conference));
    if !conference.is_many {
        return row.child(view_button(conference)).into_view();
    }
    let whole = el("div")
        .class("find")
        .attr("role", "search")
        .child(search(conference))
        .child(
            row.child(mine_button(conference))
                .child(view_button(conference)),
        )
        .child(filters(conference));
    [
        whole.into_view(),
        found(conference).into_view(),
        take(conference),
    ]
    .into_view()
}

fn search(conference: &Rc<Conference>) -> View {
    let label = conference
        .message("label", conference.words.search())
        .class("label")
        .attr("for", "find-field");
    let field = el("input")
        .class("field")
        .attr("id", "find-field")
        .attr("type", "search")
        .attr("autocomplete", "off")
        .attr("enterkeyhint", "search");
    let (typed, filled) = (field.clone(), field.clone());
    conference.effect(move |conference| {
        let query = conference.query.get();
        if filled.value() != query.text {
            filled.set_value(&query.text);
        }
    });
    let listener = conference.listener(move |conference, _| {
        conference.change(false, |query| query.text = typed.value());
    });
    let field = field.on("input", listener);
    [label, field].into_view()
}

fn filters(conference: &Rc<Conference>) -> View {
    let words = conference.words;
    let facets = Facets::new(&conference.view.loaded.event, &conference.details);
    if facets.is_empty() {
        return View::Empty;
    }
    let all: [(&str, &str, Vec<Choice>, Facet); 4] = [
        ("track", words.track(), facets.tracks, |query| {
            &mut query.track
        }),
        ("room", words.room(), facets.rooms, |query| &mut query.room),
        ("format", words.format(), facets.formats, |query| {
            &mut query.format
        }),
        ("language", words.language(), facets.languages, |query| {
            &mut query.language
        }),
    ];
    let row = el("div").class("choices");
    for (name, label, choices, facet) in all {
        if !choices.is_empty() {
            row.append(filter(conference, name, label, &choices, facet));
        }
    }
    let summary = conference.message("summary", words.filter());
    el("details")
        .class("more filters")
        .child(summary)
        .child(row)
        .into_view()
}

fn filter(
    conference: &Rc<Conference>,
    name: &str,
    label: &str,
    choices: &[Choice],
    facet: Facet,
) -> Element {
    let id = concat(&["find-", name]);
    let any = conference
        .message("option", conference.words.any())
        .attr("value", "");
    let select = el("select").class("field").attr("id", &id).child(any);
    for Choice { value, count } in choices {
        let count = concat(&[" (", &decimal(*count as u32), ")"]);
        let option = el("option").attr("value", value);
        select.append(option.child(value.as_str()).child(count));
    }
    let (chosen, filled) = (select.clone(), select.clone());
    conference.effect(move |conference| {
        let mut query = conference.query.get();
        filled.set_value(facet(&mut query).as_deref().unwrap_or_default());
    });
    let listener = conference.listener(move |conference, _| {
        let value = Some(chosen.value()).filter(|value| !value.is_empty());
        conference.change(true, |query| *facet(query) = value);
    });
    let select = select.on("change", listener);
    let label = conference.message("label", label).class("label");
    el("div")
        .class("filter")
        .child(label.attr("for", &id))
        .child(select)
}

/// The way to what is on now.
fn now_button(conference: &Rc<Conference>) -> Element {
    let button = conference.button(conference.words.now()).class("switch");
    let (whole, ctx) = (button.clone(), conference.view.ctx);
    effect(move || {
        let snapshot = ctx.snapshot.get();
        let is_live = matches!(snapshot.phase, Phase::Live | Phase::Break);
        whole.set_shown(is_live && !snapshot.on.is_empty());
    });
    let listener = conference.listener(move |conference, _| {
        if let Some(entry) = ctx.snapshot.get_untracked().on.first() {
            go_to(conference, *entry);
        }
    });
    button.on("click", listener)
}

/// Only starred entries, or all.
fn mine_button(conference: &Rc<Conference>) -> Element {
    let button = conference.button(conference.words.mine()).class("switch");
    let count = el("span").class("count");
    let (whole, number) = (button.clone(), count.clone());
    conference.effect(move |conference| {
        whole.set_flag("aria-pressed", conference.query.get().starred);
        let count = conference.picks.get().len() as u32;
        number.replace(concat(&[" (", &decimal(count), ")"]));
    });
    let listener = conference.listener(|conference, _| {
        conference.change(true, |query| query.starred = !query.starred);
    });
    button.child(count).on("click", listener)
}

/// The list or the timetable. The style sheet shows the button where there is room for a timetable.
fn view_button(conference: &Rc<Conference>) -> View {
    if !conference.is_parallel {
        return View::Empty;
    }
    let button = conference
        .button(conference.words.grid())
        .class("switch view");
    let whole = button.clone();
    conference.effect(move |conference| whole.set_flag("aria-pressed", conference.is_grid()));
    let listener = conference.listener(|conference, _| {
        let view = if conference.is_grid() { "list" } else { "grid" };
        conference.change(true, |query| query.view = Some(view.to_owned()));
    });
    button.on("click", listener).into_view()
}

/// How much is found, said whenever that changes; and the way back to everything.
fn found(conference: &Rc<Conference>) -> Element {
    let status = el("p").class("found").attr("role", "status");
    let all = conference.button(conference.words.clear()).class("switch");
    let (said, back) = (status.clone(), all.clone());
    conference.effect(move |conference| {
        back.set_shown(conference.query.get().is_filter());
        said.replace(found_message(conference));
    });
    let listener = conference.listener(|conference, _| {
        conference.change(true, |query| {
            *query = Query {
                day: query.day,
                view: query.view.take(),
                ..Query::default()
            };
        });
        conference.focus_search();
    });
    let all = all.on("click", listener);
    el("div").class("row").child(status).child(all)
}

fn found_message(conference: &Conference) -> Option<Element> {
    let words = conference.words;
    let query = conference.query.get();
    let count = conference.found.get().len();
    if !query.is_filter() {
        None
    } else if count > 0 {
        let number = concat(&[" ", &decimal(count as u32)]);
        Some(conference.message("span", words.found()).child(number))
    } else if query.starred && conference.picks.get().is_empty() {
        Some(conference.message("span", words.mine_empty()))
    } else {
        Some(conference.message("span", words.nothing()))
    }
}
