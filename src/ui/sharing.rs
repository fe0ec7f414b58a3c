//! A link to pass on: to copy, and by the device's own way. It comes with the deferred part of the program.

use super::context::Shown;
use super::markup::{Element, Markup, element};
use super::opener::CODE;
use crate::browser::{clipboard, share};

/// The controls for a page and what it is called; and to print it, with where to register, where that is
/// an address.
pub fn sharing(shown: &Shown, title: &str, address: &str, registration: Option<&str>) -> Markup {
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
    // What is pressed here is heard by the view as a whole, which has the square for cameras come.
    let printed = registration.map(|registration| {
        button(shown, messages.print)
            .attribute("class", CODE)
            .attribute("value", registration)
    });
    let row = element("div", "row")
        .child(copy)
        .child(passed_on)
        .child(printed);
    Markup::Many(vec![row.into(), answer.into()])
}

fn button(shown: &Shown, label: &str) -> Element {
    shown
        .words("button", "switch", label)
        .attribute("type", "button")
}
