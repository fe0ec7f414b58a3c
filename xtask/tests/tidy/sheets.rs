//! Each part has its sheet: `style/NAME.css` belongs to `src/ui/NAME.rs`, and is part of the one that is adopted.

use crate::file::{self, File};

/// Sheets that belong to no part: what all parts share.
const SHARED: [&str; 2] = ["host", "tokens"];

/// What is wrong with the sheets of these files, as sentences.
fn faults(files: &[File]) -> Vec<String> {
    let is_there = |path: &str| files.iter().any(|file| file.path == path);
    let mut faults = Vec::new();
    for sheet in files
        .iter()
        .filter_map(|file| file.path.strip_prefix("style/")?.strip_suffix(".css"))
    {
        let path = format!("style/{sheet}.css");
        if !SHARED.contains(&sheet) && !is_there(&format!("src/ui/{sheet}.rs")) {
            faults.push(format!(
                "{path}:1: no part of this name: name it after its file in src/ui"
            ));
        }
        let is_included = files
            .iter()
            .filter(|file| file.path.starts_with("src/"))
            .any(|file| {
                includes(&file.text)
                    .iter()
                    .any(|(_, target)| target.ends_with(&path))
            });
        if !is_included {
            faults.push(format!("{path}:1: no visitor gets it: add it to the include_str! of the others, or delete it"));
        }
    }
    for file in files.iter().filter(|file| file.path.starts_with("src/")) {
        for (line, target) in includes(&file.text) {
            if let Some(at) = target.find("style/").filter(|_| target.ends_with(".css"))
                && !is_there(&target[at..])
            {
                faults.push(format!(
                    "{}:{line}: there is no {}",
                    file.path,
                    &target[at..]
                ));
            }
        }
    }
    faults
}

/// Line and path of each `include_str!`.
fn includes(text: &str) -> Vec<(usize, &str)> {
    (1..)
        .zip(text.lines())
        .filter_map(|(number, line)| {
            let path = line.split("include_str!(\"").nth(1)?;
            Some((number, path.split('"').next()?))
        })
        .collect()
}

#[test]
fn each_part_has_its_sheet() {
    let faults = faults(file::all());
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn catches_sheets_without_a_part() {
    let include = |names: &[&str]| {
        let text: Vec<String> = names
            .iter()
            .map(|name| format!("include_str!(\"../../style/{name}.css\"),"))
            .collect();
        File::sample("src/browser/sheet.rs", &text.join("\n"))
    };
    let [sheet, part] = ["style/when.css", "src/ui/when.rs"].map(|path| File::sample(path, ""));
    let host = File::sample("style/host.css", "");
    assert_eq!(
        faults(&[sheet, part, host, include(&["when", "host"])]).len(),
        0
    );
    let orphan = File::sample("style/where.css", "");
    assert_eq!(faults(&[orphan, include(&["where"])]).len(), 1, "no part");
    assert_eq!(
        faults(&[File::sample("style/host.css", "")]).len(),
        1,
        "not included"
    );
    assert_eq!(faults(&[include(&["gone"])]).len(), 1, "no such sheet");
}
