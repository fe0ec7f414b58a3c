//! Which module may know what: one reads the clock, one talks to `Intl`, one touches storage; `browser` knows no
//! Leptos, and `ui` no browser.

use crate::file::File;
use crate::finding::{Finding, finding, hold, lines};
use crate::source::{Source, line_at, lines_with, places_of};

/// Words that belong to one module, and what the others do instead.
struct Preserve {
    words: &'static [&'static str],
    module: &'static str,
    instead: &'static str,
}

const PRESERVES: [Preserve; 3] = [
    Preserve {
        words: &[
            "Date::now",
            "Date::new_0",
            "Date.now",
            "new Date()",
            "performance.now",
            "performance()",
            "Utc::now",
            "Local::now",
            "Instant::now",
            "SystemTime",
        ],
        module: "src/browser/clock",
        instead: "one module reads the clock, so that a page can freeze it; take `now` from the context",
    },
    Preserve {
        words: &[
            "Intl",
            "toLocaleString",
            "toLocaleDateString",
            "toLocaleTimeString",
            "to_locale_string",
            "to_locale_date_string",
            "to_locale_time_string",
        ],
        module: "src/browser/intl",
        instead: "one module talks to Intl and keeps what it costs to make; ask it",
    },
    Preserve {
        words: &[
            "local_storage",
            "session_storage",
            "localStorage",
            "sessionStorage",
        ],
        module: "src/browser/storage",
        instead: "one module touches storage, which may be forbidden at any call; ask it",
    },
];

/// Each of these words belongs to one module.
fn preserves(file: &File) -> Vec<Finding> {
    // The script is there before any module is. It tells local times by `Intl`, and wakes that up; it has no clock.
    let is_script = file.path == "src/handbill.js";
    if !file.path.starts_with("src/") || !matches!(file.extension(), "rs" | "js") {
        return Vec::new();
    }
    let text = Source::of(file).spoken;
    let mut found = Vec::new();
    for Preserve {
        words,
        module,
        instead,
    } in PRESERVES
    {
        if file.is_in(module) || is_script && module == "src/browser/intl" {
            continue;
        }
        for word in words {
            for line in lines_with(&text, word) {
                found.push(finding(
                    line,
                    format!("`{word}` belongs in {module}: {instead}"),
                ));
            }
        }
    }
    found
}

/// `browser` wraps one browser API a file and knows neither Leptos nor who uses it.
fn browser_knows_no_leptos(file: &File) -> Vec<Finding> {
    if !file.is_in("src/browser") {
        return Vec::new();
    }
    let code = Source::of(file).code;
    words(
        &code,
        &["leptos", "leptos_dom", "reactive_graph", "tachys"],
        "browser knows no Leptos: return plain values, and let ui or element make signals of them",
    )
    .chain(words(
        &code,
        &["crate::ui", "crate::element"],
        "browser knows nobody who uses it: take what it needs as an argument",
    ))
    .collect()
}

/// `ui` describes what is shown; what it needs of the browser comes through the context.
fn ui_knows_no_browser(file: &File) -> Vec<Finding> {
    if !file.is_in("src/ui") {
        return Vec::new();
    }
    let code = Source::of(file).code;
    let api = words(
        &code,
        &[
            "js_sys",
            "wasm_bindgen",
            "wasm_bindgen_futures",
            "gloo",
            "gloo_timers",
            "gloo_net",
            "gloo_utils",
        ],
        "ui knows no browser API: put this into a module of src/browser",
    );
    let page = words(
        &code,
        &["document()", "head()", "body()", "window()"],
        "nothing is written outside the shadow root: let element do it, or do without",
    );
    let element = words(
        &code,
        &["crate::element"],
        "ui does not know where it is mounted: pass a callback through the context",
    );
    let names = web_sys_names(&code)
        .into_iter()
        .filter(|(_, name)| !name.ends_with("Event") && name != "EventTarget")
        .map(|(line, name)| {
            finding(
                line,
                format!("of web_sys, ui knows only events, not {name}: put this into src/browser"),
            )
        });
    api.chain(page).chain(element).chain(names).collect()
}

fn words(code: &str, words: &[&str], message: &str) -> impl Iterator<Item = Finding> {
    let found: Vec<Finding> = words
        .iter()
        .flat_map(|word| {
            lines_with(code, word)
                .into_iter()
                .map(move |line| finding(line, format!("`{word}`: {message}")))
        })
        .collect();
    found.into_iter()
}

/// The names that are taken from web_sys, with their lines: `web_sys::Event` and `web_sys::{Event, Node}`.
fn web_sys_names(code: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for at in places_of(code, "web_sys") {
        let after = code[at + "web_sys".len()..].trim_start();
        let path = after.strip_prefix("::").unwrap_or("").trim_start();
        let group = path
            .strip_prefix('{')
            .map(|group| &group[..group.find('}').unwrap_or(group.len())]);
        let line = line_at(code, at);
        match group {
            Some(group) => found.extend(
                group
                    .split(',')
                    .map(|name| (line, first_word(name)))
                    .filter(|(_, name)| !name.is_empty()),
            ),
            // `use web_sys;` is as good as all of its names.
            None => found.push((line, first_word(path))),
        }
    }
    found
}

fn first_word(text: &str) -> String {
    text.trim_start()
        .chars()
        .take_while(|c| c.is_alphanumeric() || *c == '_')
        .collect()
}

#[test]
fn clock_intl_and_storage_have_one_module_each() {
    hold(preserves);
}

#[test]
fn browser_and_ui_are_apart() {
    hold(browser_knows_no_leptos);
    hold(ui_knows_no_browser);
}

#[test]
fn catches_words_outside_their_module() {
    let of = |path, text| lines(preserves, path, text);
    assert_eq!(of("src/ui/when.rs", "let now = js_sys::Date::now();"), [1]);
    assert_eq!(
        of("src/browser/clock.rs", "let now = js_sys::Date::now();"),
        [0; 0]
    );
    assert_eq!(
        of(
            "src/handbill.js",
            "var now = new Date();\nnew Date(text); new Intl.DateTimeFormat()"
        ),
        [1]
    );
    assert_eq!(
        of("src/element.rs", "Reflect::get(&global, &\"Intl\".into())"),
        [1]
    );
    assert_eq!(
        of("src/browser/intl/format.rs", "Intl::DateTimeFormat::new()"),
        [0; 0]
    );
    assert_eq!(
        of("src/browser/intl_other.rs", "Intl::DateTimeFormat::new()"),
        [1]
    );
    assert_eq!(
        of(
            "src/browser/zone.rs",
            "// as Intl says\nwindow.local_storage()"
        ),
        [2]
    );
    assert_eq!(of("tests/web/clock.rs", "Date::now()"), [0; 0]);
}

#[test]
fn catches_leptos_in_browser() {
    let of = |text| lines(browser_knows_no_leptos, "src/browser/clock.rs", text);
    assert_eq!(of("//! Knows no leptos.\nuse leptos::prelude::*;"), [2]);
    assert_eq!(of("use crate::ui::Context;"), [1]);
    assert_eq!(
        lines(
            browser_knows_no_leptos,
            "src/ui.rs",
            "use leptos::prelude::*;"
        ),
        [0; 0]
    );
}

#[test]
fn catches_the_browser_in_ui() {
    let of = |text| lines(ui_knows_no_browser, "src/ui/when.rs", text);
    assert_eq!(of("use wasm_bindgen::JsCast;"), [1]);
    assert_eq!(of("let page = document();"), [1]);
    assert_eq!(
        of("use web_sys::{KeyboardEvent, EventTarget};\nfn f(event: web_sys::MouseEvent) {}"),
        [0; 0]
    );
    assert_eq!(of("use web_sys::{\n    Event,\n    Node,\n};"), [1]);
    assert_eq!(
        of("fn f(node: &web_sys::HtmlElement) {}\nuse web_sys;"),
        [1, 2]
    );
    assert_eq!(of("use crate::element::Host;"), [1]);
}
