//! The widget from a real web server, by the configuration that README recommends.

use std::fs;
use std::path::Path;

use handbill_e2e::document::sample;
use handbill_e2e::server::dist;
use handbill_e2e::snippet::element;
use handbill_e2e::{Page, Server};
use nginx::Nginx;
use serde_json::json;

#[path = "deploy/nginx.rs"]
mod nginx;

/// The server with two ways to the same files, and a document; nothing where there is no nginx.
fn served() -> Option<Nginx> {
    let program = nginx::find().or_else(|| {
        println!("passed over: there is no nginx on this machine");
        None
    })?;
    let nginx = Nginx::start(&program, |site| {
        for folder in ["handbill", "handbill@0.1.0"] {
            nginx::copy(&dist(), &site.join(folder))?;
        }
        fs::write(
            site.join("handbill/frame.html"),
            "<!doctype html><title>Frame</title>",
        )?;
        nginx::compress(&site.join("handbill@0.1.0/handbill-app_bg.wasm"))?;
        fs::create_dir(site.join("events"))?;
        fs::write(site.join("events/event.json"), sample().to_string())?;
        fs::write(site.join(".secret"), "nobody's")
    });
    Some(nginx.expect("nginx starts"))
}

fn page(server: &Server, script: &str, document: &str) -> Page {
    let page = Page::open(server, &format!("{script}{}", element(document)));
    page.see("A Morning on Soil");
    assert!(page.entry("Earthworms").text.contains("17:45"));
    assert_eq!(page.console(), [""; 0]);
    page
}

#[test]
fn the_widget_comes_up_on_another_origin() {
    let Some(nginx) = served() else { return };
    for folder in ["handbill", "handbill@0.1.0"] {
        let server = Server::start().expect("a server");
        let script = nginx.url(&format!("/{folder}/handbill.js"));
        let script = format!(r#"<script async src="{script}"></script>"#);
        page(&server, &script, &nginx.url("/events/event.json"));
        assert_eq!(server.requests(), ["/page.html"], "all came from nginx");
    }
}

#[test]
fn the_package_is_imported_as_a_module() {
    let Some(nginx) = served() else { return };
    let server = Server::start().expect("a server");
    let module = nginx.url("/handbill/handbill-module.js");
    let script = format!(r#"<script type="module">import {module:?}</script>"#);
    page(&server, &script, &nginx.url("/events/event.json"));
}

#[test]
fn the_hashes_that_are_published_let_the_script_in_and_no_other() {
    let Some(nginx) = served() else { return };
    let hashes = fs::read_to_string(dist().join("integrity.json")).expect("the hashes");
    let hashes: serde_json::Value = serde_json::from_str(&hashes).expect("JSON");
    let script = |hash: &str| {
        let address = nginx.url("/handbill/handbill.js");
        format!(
            r#"<script async src="{address}" integrity="{hash}" crossorigin="anonymous"></script>"#
        )
    };
    let server = Server::start().expect("a server");
    let hash = hashes["handbill.js"].as_str().expect("a hash");
    page(&server, &script(hash), &nginx.url("/events/event.json"));
    let other = hashes["handbill-app.js"].as_str().expect("a hash");
    let page = Page::open(
        &server,
        &format!("{}{}", script(other), element("/event.json")),
    );
    page.settle();
    let known = page.run("return !!customElements.get('handbill-event')", &[]);
    assert_eq!(known, json!(false), "another script was let in");
}

#[test]
fn every_file_has_its_type_and_what_other_origins_need() {
    let Some(nginx) = served() else { return };
    const KEPT: &str = "public, max-age=31536000, immutable";
    for (path, kind, cache) in [
        (
            "/handbill/handbill.js",
            "text/javascript; charset=utf-8",
            "no-cache",
        ),
        (
            "/handbill@0.1.0/handbill.js",
            "text/javascript; charset=utf-8",
            KEPT,
        ),
        (
            "/handbill@0.1.0/handbill-app_bg.wasm",
            "application/wasm",
            KEPT,
        ),
        (
            "/handbill/handbill-app_bg.wasm",
            "application/wasm",
            "no-cache",
        ),
        (
            "/handbill/handbill.d.ts",
            "text/plain; charset=utf-8",
            "no-cache",
        ),
        (
            "/handbill/event.schema.json",
            "application/json; charset=utf-8",
            "no-cache",
        ),
        (
            "/events/event.json",
            "application/json; charset=utf-8",
            "no-cache",
        ),
        (
            "/handbill/frame.html",
            "text/html; charset=utf-8",
            "no-cache",
        ),
    ] {
        let reply = nginx.get(path, &[]);
        assert_eq!(reply.status, 200, "{path}");
        for (name, value) in [
            ("content-type", kind),
            ("cache-control", cache),
            ("access-control-allow-origin", "*"),
            ("access-control-expose-headers", "Date, Age"),
            ("timing-allow-origin", "*"),
            ("cross-origin-resource-policy", "cross-origin"),
            ("x-content-type-options", "nosniff"),
        ] {
            assert_eq!(reply.header(name), Some(value), "{name} of {path}");
        }
        assert!(reply.header("date").is_some(), "{path} has a date");
        let policy = reply.header("content-security-policy");
        assert_eq!(
            policy.is_some(),
            path.ends_with("frame.html"),
            "{path}: {policy:?}"
        );
    }
}

#[test]
fn what_has_not_changed_is_not_sent_again() {
    let Some(nginx) = served() else { return };
    let first = nginx.get("/handbill/handbill.js", &[]);
    let tag = first.header("etag").expect("an ETag");
    let again = nginx.get("/handbill/handbill.js", &[("if-none-match", tag)]);
    assert_eq!(again.status, 304);
    assert_eq!(again.header("access-control-allow-origin"), Some("*"));
}

#[test]
fn files_are_sent_compressed() {
    let Some(nginx) = served() else { return };
    for path in [
        "/handbill/handbill-app.js",
        "/handbill@0.1.0/handbill-app_bg.wasm",
    ] {
        let plain = nginx.get(path, &[]);
        assert_eq!(plain.header("content-encoding"), None, "{path}");
        let reply = nginx.get(path, &[("accept-encoding", "gzip")]);
        assert_eq!(reply.header("content-encoding"), Some("gzip"), "{path}");
        assert_eq!(reply.header("vary"), Some("Accept-Encoding"), "{path}");
        assert!(
            reply.length < plain.length,
            "{path}: {} bytes",
            reply.length
        );
    }
}

#[test]
fn what_is_not_there_is_not_kept_and_can_be_told_from_silence() {
    let Some(nginx) = served() else { return };
    for path in [
        "/events/none.json",
        "/handbill@0.1.0/none.js",
        "/.secret",
        "/handbill@0.1.0/handbill-app_bg.wasm.gz",
    ] {
        let reply = nginx.get(path, &[]);
        assert_eq!(reply.status, 404, "{path}");
        assert_eq!(reply.header("cache-control"), None, "{path}");
        assert_eq!(
            reply.header("access-control-allow-origin"),
            Some("*"),
            "{path}"
        );
    }
}

#[test]
fn the_configuration_is_the_one_of_the_repository() {
    let config = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../deploy/nginx.conf");
    let config = fs::read_to_string(config).expect("deploy/nginx.conf");
    for line in nginx::REPLACED {
        assert_eq!(
            config.matches(line).count(),
            1,
            "{line} in deploy/nginx.conf"
        );
    }
}
