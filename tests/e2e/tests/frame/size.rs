use serde_json::json;

use super::{Apart, NAME, SANDBOX, fits, height, press};

#[test]
fn the_event_fills_the_frame_and_the_frame_fits_the_event() {
    for attributes in ["", SANDBOX] {
        let apart = Apart::new();
        let page = apart.open(&[apart.script(), apart.frame(attributes, "lang=en-GB")].concat());
        page.enter("#frame");
        let line = page.entry("Earthworms");
        assert!(line.text.contains("17:45"), "{line:?}");
        page.leave();
        fits(&page);
        let wide = height(&page);
        page.resize(400, 900);
        fits(&page);
        assert!(height(&page) > wide + 20.0, "on a narrow page it is higher");
        page.resize(1280, 900);
        fits(&page);
        page.enter("#frame");
        press(&page, "Change time zone");
        page.leave();
        page.wait_until("the frame has grown with it", || {
            height(&page) > wide + 20.0
        });
        fits(&page);
        let loud: Vec<_> = page
            .browser_log()
            .into_iter()
            .filter(|line| !line.starts_with("INFO"))
            .collect();
        assert_eq!(loud, [""; 0], "{attributes}");
    }
}

#[test]
fn a_script_that_comes_late_asks_for_the_height() {
    let apart = Apart::new();
    let page = apart.open(&apart.frame(SANDBOX, ""));
    page.enter("#frame");
    page.see(NAME);
    page.leave();
    assert_eq!(height(&page), 150.0, "nobody listens");
    page.run(
        "document.body.append(Object.assign(document.createElement('script'), { src: arguments[0] }))",
        &[json!(apart.widget.url("/dist/frame-host.js"))],
    );
    fits(&page);
}

#[test]
fn borders_of_the_page_s_own_style_cut_nothing_off() {
    let apart = Apart::new();
    let style =
        "<style>* { box-sizing: border-box } iframe { border: 9px solid; padding: 7px }</style>";
    let page = apart.open(&[style, &apart.script(), &apart.frame("", "")].concat());
    page.wait_until("the frame is as high as the event", || {
        page.enter("#frame");
        let inside = page.run("const root = document.documentElement; return root.scrollHeight > 300 && root.scrollHeight <= innerHeight", &[]);
        page.leave();
        inside == json!(true)
    });
}

#[test]
fn of_two_frames_each_has_its_own_height() {
    let apart = Apart::new();
    let second = apart
        .frame(SANDBOX, "")
        .replace("id=\"frame\"", "id=\"second\"")
        .replace("100%", "20em");
    let page = apart.open(&[apart.script(), second, apart.frame(SANDBOX, "")].concat());
    fits(&page);
    page.wait_until("the narrow one is the higher one", || {
        let second = page.run("return document.querySelector('#second').clientHeight", &[]);
        second
            .as_f64()
            .is_some_and(|second| second > height(&page) + 20.0)
    });
    page.wait_until("the page hears of both", || {
        let events = page
            .events()
            .into_iter()
            .filter(|event| event.kind == "handbill:load");
        let targets: Vec<String> = events.map(|event| event.target).collect();
        targets.len() == 2
            && targets.contains(&"frame".to_owned())
            && targets.contains(&"second".to_owned())
    });
}
