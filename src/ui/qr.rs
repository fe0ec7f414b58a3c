//! An address as a square that cameras read: a QR code (ISO/IEC 18004). It comes as a part of its own.

use handbill_core::number::decimal;
use handbill_core::parts::concat;
use qrcodegen::{QrCode, QrCodeEcc};

use super::markup::{Element, drawing};
use crate::browser::page;

/// How much is left free around the square, in modules.
const QUIET: i32 = 4;

/// Shows the address that is the value of this button, or, where the button stands in a sheet, prints the page with it.
#[inline(never)]
pub fn open(button: &Element) {
    let code = qr(&button.value());
    match (button.around(".opened"), code) {
        (Some(sheet), Some(code)) => {
            // Below the sheet, which is not printed itself; once.
            if button.around(".calendar:has(.qr)").is_none() {
                sheet.after(&code);
            }
            page::print();
        }
        (Some(_), None) => page::print(),
        (None, Some(code)) => {
            button.after(&code.attribute("class", "qr shown-code"));
            button.remove();
        }
        (None, None) => {}
    }
}

/// The square for an address; nothing for one that is too long for any.
fn qr(address: &str) -> Option<Element> {
    let code = QrCode::encode_binary(address.as_bytes(), QrCodeEcc::Medium).ok()?;
    let number = |number: i32| decimal(number.unsigned_abs());
    let whole = number(code.size() + 2 * QUIET);
    let mut path = String::new();
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
            for part in ["M", &number(x + QUIET), " ", &number(y + QUIET), "h1v1h-1z"] {
                path.push_str(part);
            }
        }
    }
    let square = drawing("svg")
        .attribute("class", "qr")
        .attribute("role", "img")
        .attribute("aria-label", address)
        .attribute("viewBox", &concat(&["0 0 ", &whole, " ", &whole]));
    // Cameras want it dark on light, whatever the scheme of the page.
    let paper = drawing("path")
        .attribute("fill", "#fff")
        .attribute("d", &concat(&["M0 0h", &whole, "v", &whole, "H0z"]));
    let ink = drawing("path").attribute("d", &path);
    Some(square.child(paper).child(ink))
}
