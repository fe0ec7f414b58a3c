use handbill_e2e::gallery::{LOOKS, Look};
use handbill_e2e::{Ability, Page, Preferences, Server};
use serde_json::{Value, json};

use super::axe::open;

/// What sticks out of its event sideways, and of the window: what scrolls or hides inside itself counts as a whole.
const STICKING_OUT: &str = r"
    const out = [];
    for (const event of document.querySelectorAll('handbill-event')) {
        const room = event.getBoundingClientRect();
        const look = (element) => {
            const { left, right, width } = element.getBoundingClientRect();
            const over = Math.round(Math.max(right - room.right, room.left - left));
            if (width > 0 && over > 0) out.push(`${event.parentElement.id}: ${element.localName}.${element.className} by ${over} px`);
            if (getComputedStyle(element).overflowX === 'visible') [...element.children].forEach(look);
        };
        [...event.shadowRoot?.children ?? []].forEach(look);
    }
    const { scrollWidth, clientWidth } = document.scrollingElement;
    if (scrollWidth > clientWidth) {
        const wide = [...document.body.querySelectorAll('*')].filter((part) => part.getBoundingClientRect().right > clientWidth);
        out.push(`the page is ${scrollWidth} px wide in a window of ${clientWidth}: ${wide.map((part) => part.localName)}`);
    }
    return out.slice(-20)";

/// What is smaller than 24 by 24 pixels, but for links inside a text (WCAG 2.5.8).
const SMALL: &str = r"
    const small = [];
    for (const { shadowRoot, parentElement } of document.querySelectorAll('handbill-event')) {
        const targets = shadowRoot?.querySelectorAll('a[href], button, input, summary, [role=option]') ?? [];
        for (const target of targets) {
            if (!target.checkVisibility()) continue;
            const inText = target.localName === 'a' && getComputedStyle(target).display === 'inline';
            const { width, height } = target.getBoundingClientRect();
            if (!inText && (width < 24 || height < 24))
                small.push(`${parentElement.id}: ${target.localName} “${target.textContent}” ${width} × ${height}`);
        }
    }
    return [...new Set(small)]";

/// The size of the text, with which everything grows.
const GROWN: &str = "return getComputedStyle(document.querySelector('handbill-event').shadowRoot.querySelector('article')).fontSize";

/// All states on one page of this width, with all open.
fn narrow(look: Look, width: u32) -> (Server, Page) {
    let server = Server::with_widget().expect("the widget");
    let page = Page::gallery(&server, None, look);
    page.resize(width, 900);
    // As on a telephone, where bars take no room.
    page.run(
        "document.documentElement.style.scrollbarWidth = 'none'",
        &[],
    );
    open(&page);
    (server, page)
}

/// The script finds nothing.
#[track_caller]
fn finds_nothing(page: &Page, script: &str, case: &str) {
    let found = page.run(script, &[]);
    let found = found.as_array().map(Vec::as_slice).unwrap_or_default();
    let lines: Vec<&str> = found.iter().filter_map(Value::as_str).collect();
    assert_eq!(lines, [""; 0], "{case}");
}

#[test]
fn nothing_scrolls_sideways_on_a_narrow_screen() {
    for look in [LOOKS[0], LOOKS[2]] {
        let (_server, page) = narrow(look, 320);
        finds_nothing(&page, STICKING_OUT, look.lang);
    }
}

#[test]
fn nothing_scrolls_sideways_with_text_of_twice_the_size() {
    let (_server, page) = narrow(LOOKS[0], 320);
    page.run(
        "document.documentElement.style.setProperty('--handbill-font-size', '32px')",
        &[],
    );
    assert_eq!(page.run(GROWN, &[]), json!("32px"));
    finds_nothing(&page, STICKING_OUT, "as the page wishes");
    page.run(
        "document.documentElement.style.removeProperty('--handbill-font-size')",
        &[],
    );
    if Ability::LargeText.is_here() {
        page.prefer(Preferences {
            text: 200,
            ..Preferences::default()
        });
        page.wait_until("the text has grown", || page.run(GROWN, &[]) == "32px");
        finds_nothing(&page, STICKING_OUT, "as the visitor wishes");
    }
}

#[test]
fn a_finger_hits_everything() {
    for width in [320, 1280] {
        let (_server, page) = narrow(LOOKS[0], width);
        finds_nothing(&page, SMALL, &format!("{width} px"));
    }
}
