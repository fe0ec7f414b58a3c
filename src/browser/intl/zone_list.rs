//! The list of time zones for the search, by city and country.

use handbill_core::TimeZoneId;
use handbill_core::strings::concat;
use js_sys::Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::fold::fold;
use super::{formatter, part_of};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = Intl, js_name = supportedValuesOf)]
    fn supported_values_of(key: &str) -> Result<Array, JsValue>;
}

/// A time zone that the browser knows.
pub struct KnownZone {
    /// The IANA identifier.
    pub id: TimeZoneId,
    /// The city of its identifier, in English.
    pub city: String,
    /// The name of its time in the language, mostly by country, as in `Germany Time`; empty until [`Self::name`].
    pub area: String,
    /// All names, folded for the search.
    pub words: String,
}

/// Every time zone that the browser knows, by city. UTC alone where it has no list.
pub fn all() -> Vec<KnownZone> {
    let listed = supported_values_of("timeZone").unwrap_or_default();
    let ids = listed.iter().filter_map(|id| id.as_string());
    let ids = ids.chain(["UTC".to_owned()]);
    let mut zones: Vec<KnownZone> = Vec::new();
    for id in ids.filter_map(|id| TimeZoneId::new(&id)) {
        // Some browsers list a zone by its former identifier and by its present one.
        let is_known = |zone: &KnownZone| zone.id.current_name() == id.current_name();
        if !id.as_str().starts_with("Etc/") && !zones.iter().any(is_known) {
            let city = id.city();
            // People remember the former identifier, too.
            let former = id.former_name().unwrap_or_default();
            let words = fold(&concat(&[
                &city,
                " ",
                id.as_str(),
                " ",
                id.current_name(),
                " ",
                former,
            ]));
            zones.push(KnownZone {
                id,
                city,
                area: String::new(),
                words,
            });
        }
    }
    zones.sort_unstable_by(|one, other| one.words.cmp(&other.words));
    zones
}

impl KnownZone {
    /// Looks its name up in a language. That takes a third of a millisecond, and a whole one on a phone.
    pub fn name(&mut self, tag: &str) {
        let pairs = [
            ("timeZone", self.id.as_str()),
            ("timeZoneName", "shortGeneric"),
        ];
        // British English says CET where English says Germany Time, and people search for the country.
        let tag = if tag.starts_with("en-") { "en" } else { tag };
        let name = formatter(tag, &pairs)
            .and_then(|formatter| part_of(&formatter, RECENT, "timeZoneName"));
        // An offset is no name.
        let is_name = |name: &String| !name.contains(|letter: char| letter.is_ascii_digit());
        self.area = name.filter(is_name).unwrap_or_default();
        self.words.push(' ');
        self.words.push_str(&fold(&self.area));
    }
}

/// A recent instant, for the present names of zones, in milliseconds since 1970.
const RECENT: f64 = 1.7e12;
