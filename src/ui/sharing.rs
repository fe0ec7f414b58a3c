//! A link to pass on: to copy, and by the device's own way. It comes with the deferred part of the program.

use super::context::Shown;
use super::markup::{Element, Markup, element};
use crate::browser::{clipboard, share};

/// The controls for a page and what it is called.
pub fn sharing(shown: &Shown, title: &str, address: &str) -> Markup {
    let messages = shown.messages;
    let answer = element("p", "answer").attribute("role", "status");
    let (words, heard, link) = (shown.clone(), answer.clone(), address.to_owned());
    let copy = button(shown, messages.copy_link).on("click", move |_| {
        let (words, heard, link) = (words.clone(), heard.clone(), link.clone());
        clipboard::copy(
            &link.clone(),
            Box::new(move |is_copied| {
                if is_copied {
                    heard.replace(words.words("span", "", words.messages.link_copied));
                } else {
                    // What no script may copy, a hand can.
                    heard.replace(element("span", "link").child(link.as_str()));
                }
            }),
        );
    });
    let passed_on = share::is_possible().then(|| {
        let (title, address) = (title.to_owned(), address.to_owned());
        button(shown, messages.share).on("click", move |_| share::share(&title, &address))
    });
    let row = element("div", "row").child(copy).child(passed_on);
    Markup::Many(vec![row.into(), answer.into()])
}

fn button(shown: &Shown, label: &str) -> Element {
    shown
        .words("button", "switch", label)
        .attribute("type", "button")
}
