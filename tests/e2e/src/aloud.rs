//! What a screen reader says of the widget, from one end to the other.

use anyhow::Result;
use serde_json::json;

use crate::Page;
use crate::page::{READER, in_one_line};

const ALOUD: &str = include_str!("aloud.js");

impl Page {
    /// Everything in the first element that `selector` finds, as assistive technology is told it: a line for each thing
    /// with a role and its name, and for each text; what is inside another stands further in.
    #[track_caller]
    pub fn aloud(&self, selector: &str) -> String {
        let lines = self.try_aloud(selector);
        lines.unwrap_or_else(|error| panic!("{selector}, read aloud: {error:#}"))
    }

    fn try_aloud(&self, selector: &str) -> Result<String> {
        let session = &self.browser.session;
        let ask = |what: &str| {
            format!(
                "{READER}\n{ALOUD}\nconst lines = aloud(document.querySelector(arguments[0])); return {what}"
            )
        };
        let selector = [json!(selector)];
        let elements = ask("lines.map(({ element }) => element).filter(Boolean)");
        let mut elements = session.elements(&elements, &selector)?.into_iter();
        let lines = ask("lines.map((line) => ({ ...line, element: !!line.element }))");
        let lines = session.run(&lines, &selector)?;
        let mut text = String::new();
        for line in lines.as_array().into_iter().flatten() {
            let is_element = line["element"] == json!(true);
            let element = if is_element { elements.next() } else { None };
            let words = match element {
                Some(element) => {
                    let role = session.role(&element)?;
                    let name = in_one_line(&session.name(&element)?);
                    let level = line["level"].as_str().unwrap_or_default();
                    // Engines disagree on whether these have the names of what is in them.
                    let name = match role.as_str() {
                        "article" | "list" | "listitem" => String::new(),
                        _ => format!(" “{name}”"),
                    };
                    format!(
                        "{role}{}{level}{name}",
                        if level.is_empty() { "" } else { " " }
                    )
                }
                None => in_one_line(line["text"].as_str().unwrap_or_default()),
            };
            let depth = line["depth"].as_u64().unwrap_or_default();
            for _ in 0..depth {
                text.push_str("  ");
            }
            text.push_str(&words);
            text.push('\n');
        }
        Ok(text)
    }
}
