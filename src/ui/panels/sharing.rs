//! A link to pass on: to copy, to share by the device's own menu, or to print as a QR code.

use std::sync::Arc;

use leptos::task::spawn_local;

use crate::browser::{clipboard, share};
use crate::ui::elements::button::{button, code_button};
use crate::ui::model::display::Display;
use crate::ui::view::{Element, IntoView, View, el};

/// The buttons for a page, by its title and address; and to print it with a QR code, where `printed` is an address.
pub fn sharing(display: &Arc<Display>, title: &str, url: &str, printed: Option<&str>) -> View {
    let messages = display.messages;
    let answer = el("p").class("answer").attr("role", "status");
    let print = printed.map(|url| code_button(display, messages.print(), url));
    let row = el("div")
        .class("row")
        .child(copy_button(display, url, &answer))
        .child(share::is_possible().then(|| {
            let (title, url) = (title.to_owned(), url.to_owned());
            button(display, messages.share())
                .class("switch")
                .on("click", move |_| spawn_local(share::share(&title, &url)))
        }))
        .child(print);
    [row, answer].into_view()
}

fn copy_button(display: &Arc<Display>, url: &str, answer: &Element) -> Element {
    let (display, answer, url) = (display.clone(), answer.clone(), url.to_owned());
    let button = button(&display, display.messages.copy_link()).class("switch");
    button.on("click", move |_| {
        let (display, answer, link) = (display.clone(), answer.clone(), url.clone());
        let copied = clipboard::copy(&link);
        spawn_local(async move {
            if copied.await {
                answer.replace(display.message("span", display.messages.link_copied()));
            } else {
                // What no script may copy, a hand can.
                answer.replace(el("span").class("link").child(link));
            }
        });
    })
}
