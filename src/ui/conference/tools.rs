//! Search, filters, *My programme*, list or timetable, and how much is found.

use handbill_core::conference::find::Choice;
use handbill_core::conference::{Facets, Query};
use handbill_core::number::decimal;
use handbill_core::snapshot::Phase;
use handbill_core::strings::concat;
use leptos::prelude::{Get, GetUntracked, GetValue};

use super::context::{Conference, Handle};
use super::navigation::go_to;
use super::take::take;
use crate::ui::reactive::effect;
use crate::ui::view::{Element, IntoView, View, el};

/// The member of the query that a filter sets.
type Facet = fn(&mut Query) -> &mut Option<String>;

/// All tools above the days.
pub fn tools(conference: Handle) -> View {
    let row = el("div").class("row").child(now_button(conference));
    if !conference.get_value().is_many {
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

fn search(conference: Handle) -> View {
    let opened = conference.get_value();
    let label = opened
        .message("label", opened.words.search)
        .class("label")
        .attr("for", "find-field");
    let field = el("input")
        .class("field")
        .attr("id", "find-field")
        .attr("type", "search")
        .attr("autocomplete", "off")
        .attr("enterkeyhint", "search");
    let (typed, filled) = (field.clone(), field.clone());
    effect(move || {
        let query = conference.get_value().query.get();
        if filled.value() != query.text {
            filled.set_value(&query.text);
        }
    });
    let field = field.on("input", move |_| {
        let conference = conference.get_value();
        conference.change(false, |query| query.text = typed.value());
    });
    [label, field].into_view()
}

fn filters(handle: Handle) -> View {
    let conference = handle.get_value();
    let words = conference.words;
    let facets = Facets::new(&conference.view.loaded.event, &conference.details);
    if facets.is_empty() {
        return View::Empty;
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
    let row = el("div").class("choices");
    for (name, label, choices, facet) in all {
        if !choices.is_empty() {
            row.append(filter(handle, name, label, &choices, facet));
        }
    }
    let summary = conference.message("summary", words.filter);
    el("details")
        .class("more filters")
        .child(summary)
        .child(row)
        .into_view()
}

fn filter(
    conference: Handle,
    name: &str,
    label: &str,
    choices: &[Choice],
    facet: Facet,
) -> Element {
    let opened = conference.get_value();
    let id = concat(&["find-", name]);
    let any = opened.message("option", opened.words.any).attr("value", "");
    let select = el("select").class("field").attr("id", &id).child(any);
    for Choice { value, count } in choices {
        let count = concat(&[" (", &decimal(*count as u32), ")"]);
        let option = el("option").attr("value", value);
        select.append(option.child(value.as_str()).child(count));
    }
    let (chosen, filled) = (select.clone(), select.clone());
    effect(move || {
        let mut query = conference.get_value().query.get();
        filled.set_value(facet(&mut query).as_deref().unwrap_or_default());
    });
    let select = select.on("change", move |_| {
        let value = Some(chosen.value()).filter(|value| !value.is_empty());
        let conference = conference.get_value();
        conference.change(true, |query| *facet(query) = value);
    });
    let label = opened.message("label", label).class("label");
    el("div")
        .class("filter")
        .child(label.attr("for", &id))
        .child(select)
}

/// The way to what is on now.
fn now_button(conference: Handle) -> Element {
    let opened = conference.get_value();
    let button = opened.button(opened.words.now).class("switch");
    let (whole, ctx) = (button.clone(), opened.view.ctx);
    effect(move || {
        let snapshot = ctx.snapshot.get();
        let is_live = matches!(snapshot.phase, Phase::Live | Phase::Break);
        whole.set_shown(is_live && !snapshot.on.is_empty());
    });
    button.on("click", move |_| {
        if let Some(entry) = ctx.snapshot.get_untracked().on.first() {
            go_to(conference, *entry);
        }
    })
}

/// Only starred entries, or all.
fn mine_button(conference: Handle) -> Element {
    let opened = conference.get_value();
    let button = opened.button(opened.words.mine).class("switch");
    let count = el("span").class("count");
    let (whole, number) = (button.clone(), count.clone());
    effect(move || {
        let conference = conference.get_value();
        whole.set_flag("aria-pressed", conference.query.get().starred);
        let count = conference.picks.get().len() as u32;
        number.replace(concat(&[" (", &decimal(count), ")"]));
    });
    button.child(count).on("click", move |_| {
        let conference = conference.get_value();
        conference.change(true, |query| query.starred = !query.starred);
    })
}

/// The list or the timetable. The style sheet shows the button where there is room for a timetable.
fn view_button(conference: Handle) -> View {
    let opened = conference.get_value();
    if !opened.is_parallel {
        return View::Empty;
    }
    let button = opened.button(opened.words.grid).class("switch view");
    let whole = button.clone();
    effect(move || whole.set_flag("aria-pressed", conference.get_value().is_grid()));
    button
        .on("click", move |_| {
            let conference = conference.get_value();
            let view = if conference.is_grid() { "list" } else { "grid" };
            conference.change(true, |query| query.view = Some(view.to_owned()));
        })
        .into_view()
}

/// How much is found, said whenever that changes; and the way back to everything.
fn found(conference: Handle) -> Element {
    let opened = conference.get_value();
    let status = el("p").class("found").attr("role", "status");
    let all = opened.button(opened.words.clear).class("switch");
    let (said, back) = (status.clone(), all.clone());
    effect(move || {
        let conference = conference.get_value();
        back.set_shown(conference.query.get().is_filter());
        said.replace(found_message(&conference));
    });
    let all = all.on("click", move |_| {
        let conference = conference.get_value();
        conference.change(true, |query| {
            *query = Query {
                day: query.day,
                view: query.view.take(),
                ..Query::default()
            };
        });
        conference.focus_search();
    });
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
        Some(conference.message("span", words.found).child(number))
    } else if query.starred && conference.picks.get().is_empty() {
        Some(conference.message("span", words.mine_empty))
    } else {
        Some(conference.message("span", words.nothing))
    }
}
