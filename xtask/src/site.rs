//! The demo page, and the files that lie beside the program. What they are stands once, in `index.html`, for Trunk, which
//! serves them while one develops; Trunk cannot split, so the release build copies them by the same list.

use std::fs;
use std::path::Path;

use crate::Result;
use crate::dist::{files, flag, minifier};
use crate::process::run;
use crate::tools::Tools;
use crate::workspace::root;

/// Copies the page without its directives, the folders as they are, and the scripts minified.
pub fn copy(tools: &Tools, into: &Path) -> Result {
    let page = fs::read_to_string(root().join("index.html"))?;
    let (directives, page): (Vec<&str>, Vec<&str>) =
        { page.split_inclusive('\n') }.partition(|line| line.contains("data-trunk"));
    fs::write(into.join("index.html"), page.concat())?;
    let mut scripts = Vec::new();
    for directive in directives {
        let Some(href) = value(directive, "href") else {
            continue;
        };
        let from = root().join(href);
        let name = from.file_name().unwrap_or_default();
        match value(directive, "rel") {
            Some("copy-dir") => copy_dir(&from, &into.join(name))?,
            Some("copy-file") if href.ends_with(".js") => scripts.push(from),
            Some("copy-file") => _ = fs::copy(&from, into.join(name))?,
            other => {
                return Err(format!(
                    "index.html has a directive {other:?}, which only Trunk knows"
                )
                .into());
            }
        }
    }
    // No format: what authors paste stays a classic script.
    run(minifier(tools).args(scripts).arg(flag("--outdir=", into)))
}

/// The value of an attribute of a tag.
fn value<'a>(tag: &'a str, attribute: &str) -> Option<&'a str> {
    tag.split(&format!(" {attribute}=\""))
        .nth(1)?
        .split('"')
        .next()
}

/// Copies all files under a folder.
pub fn copy_dir(from: &Path, into: &Path) -> Result {
    for file in files(from)? {
        let target = into.join(file.strip_prefix(from)?);
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::copy(&file, target)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::value;

    #[test]
    fn directives_are_read() {
        let tag = r#"<link data-trunk rel="copy-file" href="src/frame.html">"#;
        assert_eq!(value(tag, "rel"), Some("copy-file"));
        assert_eq!(value(tag, "href"), Some("src/frame.html"));
        assert_eq!(value(tag, "data-bin"), None);
    }
}
