//! The attributes of the element: their names, their values and what counts where they are absent.
//!
//! | Attribute | Value | Default |
//! |---|---|---|
//! | `time-zone` | `viewer`, `event`, or an IANA identifier | `event` for on-site events, else `viewer` |
//! | `lang` | a BCP 47 tag | the nearest `lang`, else the browser's |
//! | `hour-cycle` | `h12`, `h23` | what the language uses |
//! | `now` | an RFC 3339 timestamp, which freezes the clock | the visitor's clock |
//! | `heading-level` | 1 to 6 | 2 |
//! | `view` | `list`, `grid` | `grid` where there are parallel tracks and room for it |
//! | `json-ld` | none: describes the event in the page's head | absent |
//! | `color-scheme` | `light`, `dark`, `auto` | `auto`; needs no code, the style sheet reads it |

use handbill_core::problem::KnownValues;
use handbill_core::time::parse::timestamp;
use handbill_core::{Problem, ProblemKind};
use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

use crate::browser::clock::Clock;
use crate::ui::model::settings::{Settings, ZonePreference};

/// After how many milliseconds the author wants the document loaded again; nothing where that is not wanted.
pub fn refresh_interval(element: &HtmlElement) -> Option<u32> {
    // As a browser reads a number: the standard library's way is several KiB.
    let minutes = JsValue::from(element.get_attribute("refresh")?).unchecked_into_f64();
    (minutes > 0.0).then(|| ((minutes * 60_000.0) as u32).max(1000))
}

/// The attributes of an element as they stand. One that makes no sense counts as absent, and is a problem.
/// `tag` is the language: `lang`, or what counts in its place.
pub fn settings(element: &HtmlElement, tag: &str) -> (Settings, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut report = |name: &str, kind| {
        problems.push(Problem {
            path: name.into(),
            kind,
        })
    };
    let value = |name| {
        element
            .get_attribute(name)
            .filter(|value| !value.is_empty())
    };
    let zone = match value("time-zone") {
        None => ZonePreference::Automatic,
        Some(wish) => ZonePreference::parse(&wish).unwrap_or_else(|| {
            report("time-zone", ProblemKind::UnknownZone(wish));
            ZonePreference::Automatic
        }),
    };
    let clock = match value("now") {
        None => Clock::System,
        Some(now) => timestamp(&now).map(Clock::Fixed).unwrap_or_else(|| {
            report("now", ProblemKind::NoOffset(now));
            Clock::System
        }),
    };
    let mut unknown = |name, found, known| report(name, ProblemKind::UnknownValue { found, known });
    let mut word = |name, words: [&'static str; 2], known| {
        let found = value(name)?;
        let word = words.iter().copied().find(|word| *word == found);
        if word.is_none() {
            unknown(name, found, known);
        }
        word
    };
    let hour_cycle = word("hour-cycle", ["h12", "h23"], KnownValues::HourCycle);
    let view = word("view", ["list", "grid"], KnownValues::View);
    let heading_level = match value("heading-level") {
        None => 2,
        Some(level) => match level.as_bytes() {
            [digit @ b'1'..=b'6'] => digit - b'0',
            _ => {
                unknown("heading-level", level, KnownValues::HeadingLevel);
                2
            }
        },
    };
    let settings = Settings {
        zone,
        lang: tag.to_owned(),
        hour_cycle,
        view,
        json_ld: element.has_attribute("json-ld"),
        clock,
        heading_level,
    };
    (settings, problems)
}
