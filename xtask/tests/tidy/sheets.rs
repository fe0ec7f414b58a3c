//! Each part has its sheet: `style/NAME.css` belongs to `src/ui/NAME.rs`, and is part of the one that is adopted.

use crate::repository::{self, File};

/// Sheets that belong to no part: what all parts share, and what a part keeps apart.
const SHARED: [&str; 4] = ["conference/cell", "host", "print", "tokens"];

/// What is wrong with the sheets of these files, as sentences.
fn faults(files: &[File]) -> Vec<String> {
    let is_there = |path: &str| files.iter().any(|file| file.path == path);
    let listed = files
        .iter()
        .find(|file| file.path == "build.rs")
        .map(|file| listed(&file.text))
        .unwrap_or_default();
    let sheets: Vec<&str> = files
        .iter()
        .filter_map(|file| file.path.strip_prefix("style/")?.strip_suffix(".css"))
        .collect();
    let mut faults = Vec::new();
    for sheet in &sheets {
        let path = format!("style/{sheet}.css");
        if !SHARED.contains(sheet) && !is_there(&format!("src/ui/{sheet}.rs")) {
            faults.push(format!(
                "{path}:1: no part of this name: name it after its file in src/ui"
            ));
        }
        if !listed.contains(sheet) {
            faults.push(format!(
                "{path}:1: no visitor gets it: add it to SHEETS or LATER in build.rs, or delete it"
            ));
        }
    }
    let gone = listed.iter().filter(|sheet| !sheets.contains(sheet));
    faults.extend(gone.map(|sheet| format!("build.rs:1: there is no style/{sheet}.css")));
    faults
}

/// The names in the lists of sheets that the build script gathers.
fn listed(script: &str) -> Vec<&str> {
    let lists = [
        "const SHEETS",
        "const LATER",
        "const CONFERENCE",
        "const CELL",
    ]
    .into_iter()
    .filter_map(|list| {
        let (_, rest) = script.split_once(list)?;
        rest.split(';').nth(1)
    });
    lists
        .flat_map(|list| list.split('"').skip(1).step_by(2))
        .collect()
}

#[test]
fn each_part_has_its_sheet() {
    let faults = faults(repository::all());
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn catches_sheets_without_a_part() {
    let script = |names: &str| {
        let text = format!("const SHEETS: [&str; 2] = [{names}];\nfn main() {{ \"other\"; }}");
        File::sample("build.rs", &text)
    };
    let [sheet, part, host] =
        ["style/when.css", "src/ui/when.rs", "style/host.css"].map(|path| File::sample(path, ""));
    let good = [sheet, part, host, script("\"when\", \"host\"")];
    assert_eq!(faults(&good).len(), 0);
    let orphan = File::sample("style/where.css", "");
    assert_eq!(faults(&[orphan, script("\"where\"")]).len(), 1, "no part");
    let unlisted = File::sample("style/host.css", "");
    assert_eq!(faults(&[unlisted, script("")]).len(), 1, "not listed");
    assert_eq!(faults(&[script("\"gone\"")]).len(), 1, "no such sheet");
}
