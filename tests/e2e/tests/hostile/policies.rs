use std::fs;
use std::path::Path;

use handbill_e2e::document::sample;
use handbill_e2e::snippet::{CONTENT_TEXT, SCRIPT, element};
use handbill_e2e::{Page, Reply, Server};
use serde_json::json;

use super::{is_whole, server};

/// What the README asks for, with the origins of its example.
fn policy_of_the_readme() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../README.md");
    let readme = fs::read_to_string(path).expect("the README");
    let policy = readme
        .lines()
        .find_map(|line| line.strip_prefix("Content-Security-Policy: "));
    policy.expect("the README names a policy").to_owned()
}

const PIXEL: &str = "<svg xmlns='http://www.w3.org/2000/svg' width='8' height='8'><rect width='8' height='8'/></svg>";

/// A page with a policy of its own, a widget from a second origin, a document and its picture from a third.
struct Apart {
    page: Server,
    widget: Server,
    documents: Server,
}

impl Apart {
    fn new() -> Self {
        let widget = Server::with_widget().expect("the widget");
        let documents = Server::start().expect("a third origin");
        for server in [&widget, &documents] {
            server.header("Access-Control-Allow-Origin", "*");
        }
        let mut event = sample();
        event["image"] = json!({"url": "picture.svg", "caption": "A spade"});
        documents.put("/event.json", Reply::json(event));
        documents.put("/picture.svg", Reply::new("image/svg+xml", PIXEL));
        Self {
            page: Server::start().expect("a page"),
            widget,
            documents,
        }
    }

    /// The page under this policy, once it has loaded.
    fn open(&self, policy: &str) -> Page {
        let policy = format!("{policy}; report-uri /refused")
            .replace("https://cdn.example", self.widget.origin())
            .replace("https://www.example", self.documents.origin());
        let script = SCRIPT.replace("/dist/", &self.widget.url("/dist/"));
        let body = format!("{script}{}", element(&self.documents.url("/event.json")));
        // The suite's own recorder must come from an origin that the policy allows.
        let recorder = Reply::script(include_str!("../../src/recorder.js"));
        self.widget.put("/recorder.js", recorder);
        let page = format!(
            r#"<!doctype html><html lang="en"><meta charset="utf-8"><title>Strict</title><link rel="icon" href="{}">
            <script src="{}"></script>{body}</html>"#,
            self.documents.url("/picture.svg"),
            self.widget.url("/recorder.js")
        );
        let page =
            Reply::new("text/html; charset=utf-8", page).header("Content-Security-Policy", &policy);
        self.page.put("/page.html", page);
        Page::visit(&self.page.url("/page.html"))
    }

    /// Whether a browser has reported that the policy forbade something.
    fn has_refused(&self) -> bool {
        self.page.requests().contains(&"/refused".to_owned())
    }
}

#[test]
fn the_policy_of_the_readme_is_enough() {
    let apart = Apart::new();
    let policy = policy_of_the_readme();
    assert!(policy.starts_with("default-src 'none'; "), "{policy}");
    let page = apart.open(&policy);
    is_whole(&page, &policy);
    let picture = page.control("img", "A spade");
    assert_eq!(
        page.run_on(&picture, "return arguments[0].naturalWidth > 0"),
        json!(true)
    );
    assert_eq!(page.refusals(), [""; 0]);
    assert!(!apart.has_refused());
}

#[test]
fn nothing_in_the_policy_of_the_readme_is_superfluous() {
    let whole = policy_of_the_readme();
    let sources: Vec<&str> = whole
        .split([' ', ';'])
        .filter(|part| part.starts_with("https:") || part.starts_with("'wasm"))
        .collect();
    assert!(sources.len() > 3, "{whole}");
    for (index, directive) in whole.split("; ").enumerate().skip(1) {
        for source in directive.split(' ').skip(1) {
            let poorer: Vec<String> = whole
                .split("; ")
                .enumerate()
                .map(|(at, one)| {
                    if at == index {
                        one.replace(&format!(" {source}"), "")
                    } else {
                        one.to_owned()
                    }
                })
                .collect();
            let poorer = poorer.join("; ");
            let apart = Apart::new();
            let page = apart.open(&poorer);
            page.wait_until(&format!("something is missed under {poorer}"), || {
                apart.has_refused() || !page.complaints().is_empty()
            });
        }
    }
}

#[test]
fn where_trusted_types_are_required_it_works() {
    let server = server();
    let policy = "require-trusted-types-for 'script'; trusted-types 'none'";
    let body = format!("{SCRIPT}{}", element("/event.json"));
    server.put(
        "/page.html",
        Reply::page(&body).header("Content-Security-Policy", policy),
    );
    let page = Page::visit(&server.url("/page.html"));
    is_whole(&page, policy);
    page.run("document.querySelector('handbill-event').refresh()", &[]);
    is_whole(&page, policy);
}

#[test]
fn a_folder_that_is_called_like_a_policy_is_not_taken_for_one() {
    let server = server();
    let script =
        fs::read_to_string(handbill_e2e::server::dist().join("handbill.js")).expect("the widget");
    server.put("/csp/handbill.js", Reply::script(&script));
    let body = format!(
        "<script src='/csp/handbill.js'></script>{}",
        element("/event.json")
    );
    let page = Page::open(&server, &body);
    page.event("handbill:error");
    let complaints = page.complaints();
    // Its other files are not there.
    assert!(complaints[0].contains("could not start"), "{complaints:?}");
    assert!(!complaints[0].contains("not allowed"), "{complaints:?}");
    page.see(CONTENT_TEXT);
}
