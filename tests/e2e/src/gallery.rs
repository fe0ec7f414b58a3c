//! The demo's page of all states: which there are, where each stands, and when all of it is shown.

use std::fs;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::server::dist;
use crate::session::Session;
use crate::{Page, Server};

/// A language and the colours of the page, as they stand in its address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Such as `en`.
    pub lang: &'static str,
    /// `light` or `dark`.
    pub scheme: &'static str,
}

/// The looks in which everything is looked at.
pub const LOOKS: [Look; 3] = [
    Look {
        lang: "en",
        scheme: "light",
    },
    Look {
        lang: "en",
        scheme: "dark",
    },
    Look {
        lang: "ar",
        scheme: "light",
    },
];

/// Whether each event is there, but for the one that cannot be read. What waits to be looked at is looked at.
const IS_SHOWN: &str = r"
    if (document.readyState !== 'complete' || !customElements.get('handbill-event')) return false;
    const events = [...document.querySelectorAll('handbill-event')];
    const waiting = events.filter((event) => !event.shadowRoot?.querySelector('article') && !event.querySelector('script'));
    waiting.find((event) => event.getAttribute('loading') === 'lazy')?.scrollIntoView();
    return events.length > 0 && waiting.length === 0";

/// The names of all states, in the order of the page.
pub fn states() -> Result<Vec<String>> {
    let path = dist().join("demo/gallery.html");
    let page = fs::read_to_string(&path).with_context(|| {
        format!(
            "there is no {}: run `cargo xtask dist` first",
            path.display()
        )
    })?;
    let names = page.split("<section id=\"").skip(1);
    let names: Vec<String> = names
        .filter_map(|rest| Some(rest.split_once('"')?.0.to_owned()))
        .collect();
    ensure!(!names.is_empty(), "{} has no states", path.display());
    Ok(names)
}

/// The address of one state, or of all.
pub fn address(server: &Server, state: Option<&str>, look: Look) -> String {
    let Look { lang, scheme } = look;
    let state = state.map_or_else(String::new, |state| format!("&state={state}"));
    server.url(&format!(
        "/dist/demo/gallery.html?lang={lang}&scheme={scheme}{state}"
    ))
}

/// Waits until every event of the page is shown.
pub fn wait(session: &Session) -> Result<()> {
    let deadline = Instant::now() + Duration::from_secs(20);
    while session.run(IS_SHOWN, &[])? != json!(true) {
        ensure!(
            Instant::now() < deadline,
            "not every event of the gallery is shown"
        );
        thread::sleep(Duration::from_millis(20));
    }
    Ok(())
}

impl Page {
    /// Goes to one state of the gallery, or to all, and waits until everything is there.
    #[track_caller]
    pub fn gallery(server: &Server, state: Option<&str>, look: Look) -> Self {
        let page = Self::visit(&address(server, state, look));
        wait(&page.browser.session).unwrap_or_else(|error| panic!("{look:?}: {error:#}"));
        page
    }
}
