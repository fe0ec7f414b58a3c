//! How an event is shown: in which time zone and language, and at which heading level.

use handbill_core::Zone;
use handbill_core::language::primary;
use handbill_core::messages::Messages;

use crate::browser::intl::format::Locale;
use crate::locale;
use crate::ui::view::{Element, el};

/// The time zone, language and heading level of one element, as they count at the moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Display {
    /// The zone whose clock is shown.
    pub zone: Zone,
    /// The language, and the hour cycle.
    pub locale: Locale,
    /// The messages of the interface in that language.
    pub messages: &'static Messages,
    /// The level of the announcement's own heading, 1 to 6.
    pub heading_level: u8,
}

impl Display {
    /// With the messages of the locale's language.
    pub fn new(zone: Zone, locale: Locale, heading_level: u8) -> Self {
        Self {
            zone,
            messages: locale::messages(&locale.tag),
            locale,
            heading_level,
        }
    }

    /// An element with a message of the interface, marked with its language where that is not the one around it.
    pub fn message(&self, tag: &str, message: &str) -> Element {
        let whole = el(tag);
        let lang = self.messages.lang();
        if primary(&self.locale.tag).eq_ignore_ascii_case(lang) {
            return whole.child(message);
        }
        // English in a Hebrew page: its full stop belongs to its own end, the whole to the side of the page.
        let inner = el("span").attr("dir", "ltr").child(message);
        whole.attr("lang", lang).child(inner)
    }
}
