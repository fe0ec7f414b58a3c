//! A part of the view has its styles in a sheet of the same name: `style/NAME.css` belongs to `src/ui/NAME.rs`.

use crate::repository;

/// Sheets that several parts share, or that are for one medium or container.
const SHARED: [&str; 3] = ["conference/cell", "host", "print"];

/// What is wrong with these sheets.
fn faults(paths: &[&str], build_script: &str) -> Vec<String> {
    let sheets = paths
        .iter()
        .filter_map(|path| path.strip_prefix("style/")?.strip_suffix(".css"));
    let mut faults = Vec::new();
    for sheet in sheets {
        let part = format!("src/ui/{sheet}.rs");
        if !SHARED.contains(&sheet) && !paths.contains(&&*part) {
            faults.push(format!("style/{sheet}.css:1: there is no {part}"));
        }
        if !build_script.contains(&format!("\"{sheet}\"")) {
            faults.push(format!("style/{sheet}.css:1: build.rs does not list it"));
        }
    }
    faults
}

#[test]
fn each_sheet_belongs_to_a_part() {
    let files = repository::all().iter();
    let paths: Vec<&str> = files.map(|file| &*file.path).collect();
    let faults = faults(&paths, &repository::at("build.rs").text);
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn finds_sheets_without_a_part() {
    let script = "const SHEETS: [&str; 2] = [\"when\", \"host\"];";
    let of = |paths| faults(paths, script).len();
    assert_eq!(
        of(&["style/when.css", "src/ui/when.rs", "style/host.css"]),
        0
    );
    assert_eq!(of(&["style/when.css"]), 1, "no part");
    assert_eq!(of(&["style/print.css"]), 1, "not listed");
}
