use handbill_e2e::document::sample;
use handbill_e2e::{Reply, Server};
use serde_json::{Value, json};

use super::{APOLOGY, Apart, NAME, SANDBOX, fits, heard, height, press};

#[test]
fn the_page_hears_what_happens_in_the_frame() {
    for attributes in ["", SANDBOX] {
        let apart = Apart::new();
        let page = apart.open(&[apart.script(), apart.frame(attributes, "")].concat());
        page.wait_until("the page hears that it is there", || {
            heard(&page, "handbill:load").len() == 1
        });
        assert_eq!(
            heard(&page, "handbill:phase"),
            [json!({"phase": "upcoming"})]
        );
        page.enter("#frame");
        press(&page, "Register");
        page.leave();
        page.wait_until("the page hears of the visitor's wish", || {
            heard(&page, "handbill:register") == [json!({"url": apart.documents.url("/register")})]
        });
        page.wait_until("a window of its own opens", || page.windows() == 2);
        page.wait_until("registration is asked for", || {
            apart.documents.requests().contains(&"/register".to_owned())
        });
        assert_eq!(
            page.run("return location.pathname", &[]),
            json!("/page.html"),
            "the page stays"
        );
        assert_eq!(heard(&page, "handbill:error"), [Value::Null; 0]);
    }
}

#[test]
fn whoever_does_not_allow_frames_without_rights_is_named() {
    for is_widget in [true, false] {
        let apart = Apart::new();
        let strict = if is_widget {
            &apart.widget
        } else {
            &apart.documents
        };
        // Allowed is one page, which a frame without rights is not.
        for path in [
            "/event.json",
            "/dist/handbill-app.js",
            "/dist/handbill-app_bg.wasm",
        ] {
            let reply = match path {
                "/event.json" => Reply::json(sample()),
                _ => file(path),
            };
            strict.put(
                path,
                reply.header("Access-Control-Allow-Origin", apart.widget.origin()),
            );
        }
        let page = apart.open(&[apart.script(), apart.frame(SANDBOX, "")].concat());
        page.wait_until("the page hears of it", || {
            !heard(&page, "handbill:error").is_empty()
        });
        let told = heard(&page, "handbill:error")[0].to_string();
        assert!(
            told.contains(if is_widget { "could not start" } else { "CORS" }),
            "{told}"
        );
        page.enter("#frame");
        page.see(APOLOGY);
        page.leave();
        // With the rights of its origin the same frame works.
        page.run("document.querySelector('#frame').removeAttribute('sandbox'); document.querySelector('#frame').src += '&again'", &[]);
        page.wait_until("it is there", || heard(&page, "handbill:load").len() == 1);
    }
}

#[test]
fn under_a_strict_policy_of_its_own_the_frame_works() {
    for attributes in ["", SANDBOX] {
        let apart = Apart::new();
        let (widget, documents) = (apart.widget.origin(), apart.documents.origin());
        let policy = format!(
            "default-src 'none'; script-src {widget} 'wasm-unsafe-eval'; connect-src {widget} {documents}; img-src data:; report-uri /refused; base-uri 'none'; frame-ancestors {}",
            apart.page.origin()
        );
        let frame = std::fs::read_to_string(handbill_e2e::server::dist().join("frame.html"))
            .expect("the frame");
        let frame = Reply::new("text/html; charset=utf-8", frame)
            .header("Content-Security-Policy", &policy);
        apart.widget.put("/dist/frame.html", frame);
        let page = apart.open(&[apart.script(), apart.frame(attributes, "")].concat());
        fits(&page);
        assert_eq!(page.refusals(), [""; 0]);
        assert!(!apart.widget.requests().contains(&"/refused".to_owned()));
    }
}

#[test]
fn strangers_change_nothing() {
    let apart = Apart::new();
    let stranger = Server::start().expect("a stranger");
    let shout = "<script>
        const all = [{ handbill: 'height', height: 9999 }, { handbill: 'event', type: 'load' }];
        const shout = () => { for (const one of all) parent.postMessage(one, '*') };
        setInterval(shout, 20); shout()</script>";
    stranger.put("/advert.html", Reply::page(shout));
    stranger.put("/frame.html", Reply::page(shout));
    let advert = format!(
        r#"<iframe id="advert" src="{}"></iframe>"#,
        stranger.url("/advert.html")
    );
    let page = apart.open(&[apart.script(), apart.frame("", ""), advert].concat());
    fits(&page);
    let before = height(&page);
    let loads = heard(&page, "handbill:load").len();
    // The frame itself is led away to somebody else.
    page.run(
        "window.heard = 0; addEventListener('message', ({ data }) => window.heard += data?.handbill === 'height');
         frames[0].location = arguments[0]",
        &[json!(stranger.url("/frame.html?led=away"))],
    );
    page.run("window.shouted = 0; addEventListener('message', ({ source }) => window.shouted += source === frames[0])", &[]);
    page.wait_until("both shout", || {
        page.run("return heard > 20 && shouted > 20", &[]) == json!(true)
    });
    assert_eq!(height(&page), before);
    assert_eq!(
        page.run("return document.querySelector('#advert').clientHeight", &[]),
        json!(150)
    );
    assert_eq!(heard(&page, "handbill:load").len(), loads);
    // A message of the page's own is none of the frame's either.
    page.run("postMessage({ handbill: 'height', height: 9999 }, '*'); postMessage(null, '*'); postMessage('text', '*')", &[]);
    page.settle();
    assert_eq!(height(&page), before);
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn where_nothing_can_be_kept_a_clock_can_be_chosen() {
    let apart = Apart::new();
    let page = apart.open(&apart.frame(SANDBOX, "lang=en-GB"));
    page.enter("#frame");
    page.see(NAME);
    let refused = page.run(
        "try { return localStorage.length } catch (error) { return error.name }",
        &[],
    );
    assert_eq!(refused, json!("SecurityError"));
    // The driver cannot look for roles inside a frame.
    let shadow = "const found = (q) => document.querySelector('handbill-event').shadowRoot.querySelector(q);";
    page.run(
        &format!("{shadow} found('button[aria-expanded]').click()"),
        &[],
    );
    page.wait_until("the choice is there", || {
        page.run(&format!("{shadow} return !!found('fieldset')"), &[]) == json!(true)
    });
    page.run(
        &format!("{shadow} found('label:nth-of-type(2) input').click()"),
        &[],
    );
    page.wait_until("the event's clock is shown", || {
        page.entry("Earthworms").text.starts_with("13:00")
    });
}

/// A file of the built widget.
fn file(path: &str) -> Reply {
    let name = path.trim_start_matches("/dist/");
    let bytes = std::fs::read(handbill_e2e::server::dist().join(name)).expect("the widget");
    let kind = if name.ends_with("wasm") {
        "application/wasm"
    } else {
        "text/javascript"
    };
    Reply::new(kind, bytes)
}
