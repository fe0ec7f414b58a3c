//! Every time zone that the browser knows, by city and country.

use handbill_core::TimeZoneId;
use handbill_core::parts::concat;
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
    /// By which it is asked for.
    pub id: TimeZoneId,
    /// The city in its name, in English, as the IANA database has it.
    pub city: String,
    /// What a language calls the time there, mostly by country, as in `Germany Time`; nothing before it is asked for.
    pub area: String,
    /// All of it, folded: what is searched.
    pub words: String,
}

/// Every time zone that the browser knows, by city. Nothing but UTC where it has no list of them.
pub fn all() -> Vec<KnownZone> {
    let listed = supported_values_of("timeZone").unwrap_or_default();
    let ids = listed.iter().filter_map(|id| id.as_string());
    let ids = ids.chain(["UTC".to_owned()]);
    let mut zones: Vec<KnownZone> = Vec::new();
    for id in ids.filter_map(|id| TimeZoneId::new(&id)) {
        // Some browsers list a zone by its former name and by its present one.
        let is_known = |zone: &KnownZone| zone.id.current_name() == id.current_name();
        if !id.as_str().starts_with("Etc/") && !zones.iter().any(is_known) {
            let city = id.city();
            // Some list a zone by its present name alone, and people remember the other.
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
    /// Asks what a language calls the time there. It takes a browser a third of a millisecond, and a phone a whole one.
    pub fn name(&mut self, tag: &str) {
        let pairs = [
            ("timeZone", self.id.as_str()),
            ("timeZoneName", "shortGeneric"),
        ];
        // British English says CET where English says Germany Time, by which one finds it.
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

/// An instant at which zones are called as they are today, in milliseconds since 1970.
const RECENT: f64 = 1.7e12;
