use std::fs;
use std::path::Path;

use handbill_e2e::gallery::{LOOKS, Look};
use handbill_e2e::{Ability, Page, Preferences, Server};
use serde_json::Value;

/// Every rule but those that are still tried out; the size of targets is off unless asked for.
const JUDGE: &str = r"
    return axe.run({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } }).then(({ violations }) =>
        violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) =>
            `${id} (${help})\n  at ${target.flat().join(' ')}\n  ${failureSummary.replaceAll('\n', '\n  ')}`)))";

/// Opens the ways into a calendar in every state, those of the first entry, and what is described at length; and the
/// choice of a clock once, which is the same everywhere and knows hundreds of places.
const OPEN: &str = r"
    const opened = new Set();
    for (const [number, { shadowRoot }] of document.querySelectorAll('handbill-event').entries()) {
        for (const button of shadowRoot?.querySelectorAll('button[aria-expanded=false]') ?? []) {
            const kind = button.id === 'zones' ? button.id : number + button.id.replace(/\d+$/, '');
            if (opened.has(kind) || !button.checkVisibility()) continue;
            opened.add(kind);
            button.click();
        }
        for (const summary of shadowRoot?.querySelectorAll('summary') ?? []) summary.click();
    }";

/// Whether every sheet is filled, the choice of a clock among them.
const IS_OPEN: &str = r"
    const roots = [...document.querySelectorAll('handbill-event')].map(({ shadowRoot }) => shadowRoot).filter(Boolean);
    return roots.some((root) => root.querySelector('[role=combobox]')) &&
        roots.every((root) => [...root.querySelectorAll('[aria-expanded=true] + *')].every((sheet) => sheet.firstChild))";

/// All states on one page.
fn gallery(look: Look) -> (Server, Page) {
    let server = Server::with_widget().expect("the widget");
    let page = Page::gallery(&server, None, look);
    (server, page)
}

/// Opens all that can be opened, once for each kind, in every state.
#[track_caller]
pub fn open(page: &Page) {
    page.run(OPEN, &[]);
    page.wait_until("all is open", || page.run(IS_OPEN, &[]) == true);
}

/// What axe-core has to say of the page.
#[track_caller]
fn faults(page: &Page) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../node_modules/axe-core/axe.min.js");
    let axe = fs::read_to_string(&path).unwrap_or_else(|error| {
        panic!(
            "{} cannot be read ({error}); `cargo xtask setup` installs it",
            path.display()
        )
    });
    page.run(&axe, &[]);
    let found = page.run(JUDGE, &[]);
    let found = found.as_array().map(Vec::as_slice).unwrap_or_default();
    let faults = found.iter().filter_map(Value::as_str);
    faults.map(str::to_owned).collect()
}

#[track_caller]
fn is_faultless(page: &Page, case: &str) {
    let faults = faults(page);
    let count = faults.len();
    assert!(count == 0, "{case}, {count} faults:\n{}", faults.join("\n"));
}

#[test]
fn what_cannot_be_read_inside_the_widget_is_found() {
    let server = Server::with_widget().expect("the widget");
    let page = Page::gallery(&server, Some("live"), LOOKS[0]);
    page.run(
        "document.documentElement.style.setProperty('--handbill-quiet', '#aaa')",
        &[],
    );
    let faults = faults(&page);
    assert!(
        !faults.is_empty()
            && faults
                .iter()
                .all(|fault| fault.starts_with("color-contrast")),
        "{faults:#?}"
    );
}

/// With all open, which has everything that there is while it is closed.
#[track_caller]
fn every_state_is_faultless(look: Look) {
    let (_server, page) = gallery(look);
    open(&page);
    is_faultless(&page, &format!("{look:?}"));
}

#[test]
fn every_state_in_light_colours() {
    every_state_is_faultless(LOOKS[0]);
}

#[test]
fn every_state_in_dark_colours() {
    every_state_is_faultless(LOOKS[1]);
}

#[test]
fn every_state_in_arabic() {
    every_state_is_faultless(LOOKS[2]);
}

#[test]
fn every_state_in_colours_of_the_visitor_s_and_without_motion() {
    if !Ability::Preferences.is_here() {
        return;
    }
    let (_server, page) = gallery(LOOKS[0]);
    page.prefer(Preferences {
        forced_colours: true,
        less_motion: true,
        ..Preferences::default()
    });
    let told = "return ['(forced-colors: active)', '(prefers-reduced-motion: reduce)'].every((query) => matchMedia(query).matches)";
    page.wait_until("the page is told", || page.run(told, &[]) == true);
    open(&page);
    is_faultless(&page, "forced colours");
}
