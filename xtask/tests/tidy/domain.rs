//! `crates/core` knows no clock, no browser and no slow road through text.

use crate::finding::{Finding, finding, hold, lines};
use crate::repository::{self, File};
use crate::source::{Source, lines_with};

const CORE: &str = "crates/core/src";
const DEPENDENCIES: [&str; 2] = ["chrono", "serde"];

/// The domain may depend on these few crates, and on chrono without its clock.
fn dependencies(file: &File) -> Vec<Finding> {
    if file.path != "crates/core/Cargo.toml" {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (line, name, value) in dependency_lines(&file.text, "dependencies") {
        if !DEPENDENCIES.contains(&name) {
            found.push(finding(
                line,
                format!(
                    "core may depend on {}, not on {name}: have the host pass what it needs",
                    DEPENDENCIES.join(", ")
                ),
            ));
        }
        if name == "chrono"
            && !value.contains("workspace = true")
            && !value.contains("default-features = false")
        {
            found.push(finding(
                line,
                "chrono's default features bring its clock; take `workspace = true`",
            ));
        }
        found.extend(clock_feature(line, name, value));
    }
    found
}

/// The same for the version of chrono that all members share.
fn shared_chrono(file: &File) -> Vec<Finding> {
    if file.path != "Cargo.toml" {
        return Vec::new();
    }
    let mut found = Vec::new();
    for section in ["workspace.dependencies", "dependencies"] {
        for (line, name, value) in dependency_lines(&file.text, section) {
            if name == "chrono"
                && !value.contains("workspace = true")
                && !value.contains("default-features = false")
            {
                found.push(finding(
                    line,
                    "chrono's default features bring its clock; add `default-features = false`",
                ));
            }
            found.extend(clock_feature(line, name, value));
        }
    }
    found
}

fn clock_feature(line: usize, name: &str, value: &str) -> Option<Finding> {
    let has_clock = ["\"clock\"", "\"now\"", "\"wasmbind\""]
        .iter()
        .any(|feature| value.contains(feature));
    (name == "chrono" && has_clock).then(|| {
        finding(
            line,
            "nothing asks chrono what time it is; drop the feature, and take `now` as an argument",
        )
    })
}

/// Line, name and value of each dependency in a section of a manifest, `[SECTION.NAME]` included.
fn dependency_lines<'a>(manifest: &'a str, section: &str) -> Vec<(usize, &'a str, &'a str)> {
    let mut inside = false;
    let mut found = Vec::new();
    for (number, line) in (1..).zip(manifest.lines()) {
        if let Some(header) = line.trim().strip_prefix('[') {
            let header = header.trim_end_matches(']');
            inside = header == section
                || header.starts_with("target.") && header.ends_with(&format!(".{section}"));
            if let Some(name) = header
                .strip_prefix(section)
                .and_then(|rest| rest.strip_prefix('.'))
            {
                found.push((number, name, ""));
            }
        } else if inside && let Some((name, value)) = line.split_once('=') {
            // `chrono.workspace = true` is `chrono = { workspace = true }`.
            let (name, dotted) = name.trim().split_once('.').unwrap_or((name.trim(), ""));
            let value = if dotted.is_empty() { value } else { line };
            found.push((number, name, value));
        }
    }
    found
}

/// A sixth of a visitor's download has been saved by doing without these.
fn takes_no_slow_road(file: &File) -> Vec<Finding> {
    if !file.path.starts_with(CORE) || file.is_test() {
        return Vec::new();
    }
    let code = Source::of(file).code;
    let mut found = Vec::new();
    for word in [
        ".format(",
        "parse_from_str",
        "parse_from_rfc3339",
        "parse_from_rfc2822",
        "to_rfc3339",
        "regex",
    ] {
        for line in lines_with(&code, word) {
            found.push(finding(
                line,
                format!("`{word}` costs every visitor 5 to 15 KiB: read and write times with the functions of `time`"),
            ));
        }
    }
    for word in ["f32", "f64"] {
        for line in lines_with(&code, word) {
            found.push(finding(
                line,
                format!("the model has no floats ({word}): count in whole seconds or thousandths"),
            ));
        }
    }
    found
}

#[test]
fn core_depends_on_little() {
    hold(dependencies);
    hold(shared_chrono);
    let manifest = &repository::at("crates/core/Cargo.toml").text;
    assert!(
        !dependency_lines(manifest, "dependencies").is_empty(),
        "the manifest of core was not understood"
    );
}

#[test]
fn core_takes_no_slow_road() {
    hold(takes_no_slow_road);
}

#[test]
fn catches_dependencies() {
    let of_core = |text| lines(dependencies, "crates/core/Cargo.toml", text);
    assert_eq!(
        of_core(
            "[dependencies]\nserde = \"1\"\nchrono.workspace = true\n\n[dev-dependencies]\nproptest = \"1\""
        ),
        [0; 0]
    );
    assert_eq!(of_core("[dependencies]\nregex = \"1\""), [2]);
    assert_eq!(of_core("[dependencies.regex]\nversion = \"1\""), [1]);
    assert_eq!(
        of_core("[target.'cfg(unix)'.dependencies]\nlibc = \"0.2\""),
        [2]
    );
    assert_eq!(of_core("[dependencies]\nchrono = \"0.4\""), [2]);
    assert_eq!(
        of_core("[dependencies]\nchrono = { workspace = true, features = [\"clock\"] }"),
        [2]
    );
    let of_root = |text| lines(shared_chrono, "Cargo.toml", text);
    assert_eq!(
        of_root(
            "[workspace.dependencies]\nchrono = { version = \"0.4\", default-features = false }"
        ),
        [0; 0]
    );
    assert_eq!(of_root("[workspace.dependencies]\nchrono = \"0.4\""), [2]);
    assert_eq!(
        of_root("[dependencies]\nchrono = { workspace = true, features = [\"now\"] }"),
        [2]
    );
}

#[test]
fn catches_slow_roads() {
    let of = |text| lines(takes_no_slow_road, "crates/core/src/a.rs", text);
    assert_eq!(of("date.format(\"%Y\")"), [1]);
    assert_eq!(of("NaiveDate::parse_from_str(text, FORM)"), [1]);
    assert_eq!(of("price: f64,"), [1]);
    assert_eq!(
        of("format!(\"{x}\");\n#[cfg(test)]\nmod tests { fn f() { a.format(\"\") } }"),
        [0; 0]
    );
}
