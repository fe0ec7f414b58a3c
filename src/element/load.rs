//! Loading the document of an element.

use handbill_core::read::MAX_BYTES;
use js_sys::{Array, JsString};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

use super::load_problem::LoadProblem;
use super::source::{self, Source};
use crate::browser::clock::ServerTime;
use crate::browser::failure;
use crate::browser::fetch::{Answer, NoAnswer, early, fetch};
use crate::browser::json::json;
use crate::ui::model::loaded_event::LoadedEvent;

/// A document that has been loaded, and not been read yet.
pub struct Document {
    /// Its text. Of one that is too large, as much as tells that.
    pub text: String,
    /// Where it came from in the end: addresses in it are relative to this URL.
    pub url: String,
    /// What it is called in sentences about it.
    pub name: String,
    /// When a server sent it.
    pub server_time: Option<ServerTime>,
}

impl Document {
    /// The one that is shown.
    pub fn of(shown: &LoadedEvent) -> Self {
        Self::here(shown.document.clone(), &shown.address, &shown.address)
    }

    /// A document that did not come over the network.
    fn here(text: String, url: &str, name: &str) -> Self {
        Self {
            text,
            url: url.to_owned(),
            name: name.to_owned(),
            server_time: None,
        }
    }

    /// A hash of the text (FNV-1a), by which the same document is known again.
    pub fn hash(&self) -> u64 {
        let bytes = self.text.bytes();
        bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        })
    }
}

/// Loads it. `known` is what [`handbill.js`](super::Host::new) has of it already.
pub async fn load(element: &HtmlElement, known: JsValue) -> Result<Document, LoadProblem> {
    if let Some(kept) = known.dyn_ref::<Array>() {
        return Ok(returned(kept));
    }
    let here = |text, name: &str| Document::here(text, &source::base(element), name);
    match Source::of(element).await {
        None => Err(LoadProblem::NoDocument),
        Some(Source::Script(text, name)) => Ok(here(text, &name)),
        Some(Source::Property(value)) => match json(&value) {
            Ok(text) => Ok(here(text, "The event")),
            Err(error) => Err(LoadProblem::Property {
                reason: failure::message(&error),
            }),
        },
        Some(Source::Url(url)) => {
            let answer = match known.is_undefined() {
                true => fetch(&url).await,
                false => early(&url, &known).await,
            };
            match answer {
                Ok(answer) => Ok(document(url, answer)),
                Err(NoAnswer::Status(status)) => Err(LoadProblem::Status { url, status }),
                Err(NoAnswer::TimedOut) => Err(LoadProblem::Network { url, reason: None }),
                Err(NoAnswer::Failed(reason)) => Err(LoadProblem::Network {
                    url,
                    reason: Some(reason),
                }),
            }
        }
    }
}

fn document(name: String, answer: Answer) -> Document {
    Document {
        text: text(&answer.text),
        url: answer.url,
        name,
        server_time: answer.server_time,
    }
}

/// What is kept of a document while its element is in no page. It is JavaScript's, so that it goes when the element does.
pub fn kept(shown: &LoadedEvent) -> JsValue {
    let members = [&shown.address, &shown.document];
    members
        .into_iter()
        .map(JsValue::from)
        .collect::<Array>()
        .into()
}

fn returned(kept: &Array) -> Document {
    let url = kept.get(0).as_string().unwrap_or_default();
    Document::here(text(kept.get(1).unchecked_ref()), &url, &url)
}

/// The text as the program's own. What is beyond the largest document is not copied.
fn text(text: &JsString) -> String {
    text.slice(0, MAX_BYTES as u32 + 1).into()
}
