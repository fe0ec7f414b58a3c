use handbill_e2e::document::BEFORE;
use handbill_e2e::snippet::{SCRIPT, element, element_with, snippet};
use handbill_e2e::{Ability, Page};
use serde_json::{Value, json};

use super::{is_whole, server};

/// What a careless style sheet says about everything on its page.
const RULES: [&str; 16] = [
    "display: none !important",
    "display: inline !important",
    "position: relative !important; inset: auto !important",
    "float: left !important",
    "font: italic 7px/1 monospace !important",
    "color: transparent !important",
    "margin: 0 !important; padding: 9px !important",
    "visibility: hidden !important",
    "animation: away 1s infinite !important; transition: all 9s !important",
    "all: unset !important",
    "all: revert !important",
    "text-align: right !important; text-indent: 5em !important; text-transform: uppercase !important",
    "white-space: nowrap !important; word-break: break-all !important; hyphens: auto !important",
    "pointer-events: none !important; user-select: none !important; cursor: wait !important",
    "direction: rtl !important; unicode-bidi: bidi-override !important",
    "list-style: square !important; box-sizing: content-box !important; letter-spacing: 1em !important",
];

/// How everything inside the element looks.
const LOOKS: &str = "
    const properties = ['display', 'position', 'float', 'visibility', 'opacity', 'color', 'backgroundColor',
      'fontFamily', 'fontSize', 'fontStyle', 'fontWeight', 'lineHeight', 'letterSpacing', 'textAlign', 'textIndent',
      'textTransform', 'whiteSpace', 'wordBreak', 'hyphens', 'direction', 'animationName', 'cursor', 'pointerEvents',
      'userSelect', 'marginTop', 'paddingLeft', 'listStyleType', 'boxSizing', 'gridTemplateAreas', 'flexDirection'];
    const root = document.querySelector('handbill-event').shadowRoot;
    return [...root.querySelectorAll('*')].map((one) => {
      const style = getComputedStyle(one);
      return one.localName + '.' + one.className + ' ' + properties.map((name) => name + ': ' + style[name]).join('; ')
    })";

/// Gives everything on the page this rule.
const RULE: &str = "
    window.hostile ??= document.head.appendChild(document.createElement('style'));
    hostile.textContent = `@keyframes away { to { opacity: 0 } } body, body * { ${arguments[0]} }`";

#[track_caller]
fn differences(before: &Value, after: &Value) -> Vec<(Value, Value)> {
    let list = |looks: &Value| looks.as_array().cloned().unwrap_or_default();
    let (before, after) = (list(before), list(after));
    assert!(before.len() > 20, "there is something to see: {before:?}");
    assert_eq!(before.len(), after.len());
    let pairs = before.into_iter().zip(after);
    pairs.filter(|(before, after)| before != after).collect()
}

#[test]
fn rules_for_everything_leave_its_looks_alone() {
    let server = server();
    // Where the page gives it room of its own, no rule about the outside changes the inside.
    let page = Page::open(&server, &format!("<main>{}</main>", snippet("/event.json")));
    is_whole(&page, "no rules");
    let before = page.run(LOOKS, &[]);
    for rule in RULES {
        page.run(RULE, &[json!(rule.replace("display: none", "left: 0"))]);
        if rule.starts_with("display: none") {
            // What is around it must stay for it to be seen at all.
            page.run(
                "hostile.textContent = `main * { ${arguments[0]} }`",
                &[json!(rule)],
            );
        }
        let after = page.run(LOOKS, &[]);
        assert_eq!(differences(&before, &after), [], "{rule}");
        let size = "const box = document.querySelector('handbill-event').getBoundingClientRect(); return [box.width, box.height]";
        let size = page.run(size, &[]);
        for side in [&size[0], &size[1]] {
            assert!(
                side.as_f64().is_some_and(|side| side > 200.0),
                "{rule}: {size}"
            );
        }
        is_whole(&page, rule);
    }
}

#[test]
fn a_small_root_font_leaves_its_sizes_alone() {
    let server = server();
    let page = Page::open(&server, &snippet("/event.json"));
    is_whole(&page, "no rules");
    let before = page.run(LOOKS, &[]);
    let rule = "document.documentElement.style.fontSize = arguments[0]; document.body.style.fontSize = arguments[1]";
    for (root, body) in [
        ("62.5%", "1.6rem"),
        ("200%", "1rem"),
        ("200%", "0.5rem"),
        ("1px", "0"),
    ] {
        page.run(rule, &[json!(root), json!(body)]);
        let after = page.run(LOOKS, &[]);
        assert_eq!(differences(&before, &after), [], "{root} and {body}");
    }
}

/// The direction of the text and the side on which a line of the programme begins.
const SIDES: &str = "
    const line = arguments[0].getBoundingClientRect();
    const host = document.querySelector('handbill-event').getBoundingClientRect();
    return [getComputedStyle(arguments[0]).direction, line.left - host.left < host.right - line.right ? 'left' : 'right']";

#[test]
fn its_language_gives_the_direction_and_not_the_page() {
    for (page_goes, language, when, expected) in [
        ("rtl", "en-GB", "When", ["ltr", "left"]),
        ("ltr", "ar", "الموعد", ["rtl", "right"]),
        ("rtl", "he", "When", ["rtl", "right"]),
    ] {
        let server = server();
        let element = format!(
            r#"<handbill-event lang="{language}" now="{BEFORE}" src="/event.json"></handbill-event>"#
        );
        let page = Page::open(&server, &format!("{SCRIPT}{element}"));
        page.run(
            "document.documentElement.dir = arguments[0]",
            &[json!(page_goes)],
        );
        let title = page.control("heading", when);
        let sides = page.run_on(&title, SIDES);
        assert_eq!(
            sides,
            json!(expected),
            "{language} in a page that goes {page_goes}"
        );
    }
}

#[test]
fn enlarged_or_turned_it_is_used_as_ever() {
    for style in [
        "zoom: 1.5",
        "transform: scale(0.8) rotate(2deg); transform-origin: 0 0",
        "position: fixed; inset: 0; overflow: auto; perspective: 10cm; will-change: transform",
    ] {
        if style.starts_with("zoom") && !Ability::Zoom.is_here() {
            continue;
        }
        let server = server();
        let body = format!(
            r#"{SCRIPT}<main style="{style}">{}</main>"#,
            element("/event.json")
        );
        let page = Page::open(&server, &body);
        is_whole(&page, style);
        page.click(&page.control("button", "Change time zone"));
        page.click(&page.control("radio", "Event time"));
        page.wait_until("the clock has changed", || {
            page.entry("Earthworms").text.starts_with("13:00")
        });
    }
}

#[test]
fn rules_about_empty_and_unknown_elements_do_not_hide_it() {
    let server = server();
    let hide = "<style>:empty { display: none !important } :not(:defined) { visibility: hidden } main > * { opacity: 1 }</style>";
    let element = element_with(r#"src="/event.json""#, "");
    let page = Page::open(&server, &format!("{hide}{SCRIPT}<main>{element}</main>"));
    is_whole(&page, hide);
}
