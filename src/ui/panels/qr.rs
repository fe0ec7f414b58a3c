//! A QR code (ISO/IEC 18004) as a drawing. It comes with a chunk of its own.

use handbill_core::number::decimal;
use handbill_core::strings::concat;
use qrcodegen::{QrCode, QrCodeEcc};

use crate::ui::view::{Element, svg};

/// The quiet zone around the code, in modules.
const QUIET: i32 = 4;

/// The QR code of an address; nothing for an address that is too long for one.
pub fn code(address: &str) -> Option<Element> {
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
    let square = svg("svg")
        .attr("class", "qr")
        .attr("role", "img")
        .attr("aria-label", address)
        .attr("viewBox", &concat(&["0 0 ", &whole, " ", &whole]));
    // Cameras want it dark on light, whatever the scheme of the page.
    let paper = svg("path")
        .attr("fill", "#fff")
        .attr("d", &concat(&["M0 0h", &whole, "v", &whole, "H0z"]));
    let ink = svg("path").attr("d", &path);
    Some(square.child(paper).child(ink))
}
