//! A link to pass on: to copy, to share by the device's own menu, or to print as a QR code.

use std::sync::Arc;

use leptos::task::spawn_local;

use crate::browser::{clipboard, page, share};
use crate::lazy;
use crate::ui::elements::button::button;
use crate::ui::model::display::Display;
use crate::ui::view::{Element, IntoView, View, el};

/// The buttons for a page, by its title and address; and to print it with a QR code, where `printed` is an address.
pub fn sharing(display: &Arc<Display>, title: &str, url: &str, printed: Option<&str>) -> View {
    let messages = display.messages;
    let answer = el("p").class("answer").attr("role", "status");
    let print = printed.map(|url| print_button(display, url));
    let row = el("div")
        .class("row")
        .child(copy_button(display, url, &answer))
        .child(share::is_possible().then(|| {
            let (title, url) = (title.to_owned(), url.to_owned());
            button(display, messages.share)
                .class("switch")
                .on("click", move |_| share::share(&title, &url))
        }))
        .child(print);
    [row, answer].into_view()
}

fn copy_button(display: &Arc<Display>, url: &str, answer: &Element) -> Element {
    let (display, answer, url) = (display.clone(), answer.clone(), url.to_owned());
    let button = button(&display, display.messages.copy_link).class("switch");
    button.on("click", move |_| {
        let (display, answer, link) = (display.clone(), answer.clone(), url.clone());
        let then = move |is_copied| {
            if is_copied {
                answer.replace(display.message("span", display.messages.link_copied));
            } else {
                // What no script may copy, a hand can.
                answer.replace(el("span").class("link").child(link));
            }
        };
        clipboard::copy(&url, Box::new(then));
    })
}

/// Prints the page, with a QR code of the address below the panel.
fn print_button(display: &Arc<Display>, url: &str) -> Element {
    let button = code_button(display, display.messages.print, url, |button, code| {
        // The panel itself is not printed. One code is enough.
        if let Some(panel) = button.around(".opened")
            && button.around(".calendar:has(.qr)").is_none()
            && let Some(code) = code
        {
            panel.after(&code);
        }
        page::print();
    });
    button.class("switch code")
}

/// A button that hands its QR code to `show`, once the chunk has come. There is none for an address that is too long.
pub fn code_button(
    display: &Arc<Display>,
    message: &str,
    url: &str,
    show: fn(&Element, Option<Element>),
) -> Element {
    let whole = button(display, message).attr("value", url);
    let (pressed, display, url) = (whole.clone(), display.clone(), url.to_owned());
    whole.on("click", move |_| {
        let (button, display, url) = (pressed.clone(), display.clone(), url.clone());
        spawn_local(async move {
            match lazy::qr_code(url).await {
                Ok(code) => show(&button, code),
                Err(_) => {
                    let message = display.message("span", display.messages.not_loaded);
                    let apology = el("p").class("note").attr("role", "alert");
                    button.after(&apology.child(message));
                }
            }
        });
    })
}
