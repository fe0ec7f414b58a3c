//! Loading the document of an element.

use handbill_core::read::MAX_BYTES;
use js_sys::{Array, JsString};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

use super::load_problem::{Cause, LoadProblem};
use super::source::{self, Source, script};
use crate::browser::json::json;
use crate::browser::loader::{Loader, NoAnswer, answer, settled};
use crate::ui::model::loaded_event::LoadedEvent;

/// A document that is loaded, and not read yet.
pub struct Document {
    /// Its text. Of one that is too large, as much as tells that.
    pub text: String,
    /// Where it came from in the end: URLs in it are relative to this one.
    pub url: String,
    /// What it is called in sentences about it.
    pub name: String,
}

impl Document {
    /// The one that is shown.
    pub fn of(shown: &LoadedEvent) -> Self {
        Self {
            text: shown.document.clone(),
            url: shown.address.clone(),
            name: shown.address.clone(),
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
pub async fn load(
    element: &HtmlElement,
    loader: &Loader,
    known: JsValue,
) -> Result<Document, LoadProblem> {
    if let Some(kept) = known.dyn_ref::<Array>() {
        return Ok(returned(kept));
    }
    let source = Source::of(element);
    let promise = match &source {
        Source::Property(value) => return property(element, value),
        Source::Url(url) if known.is_undefined() => loader.request_document(url),
        Source::Url(_) => known.unchecked_into(),
        // While the page is arriving, a script may be there in part.
        Source::Script(_) => loader.when_parsed(),
    };
    let outcome = settled(promise).await;
    match source {
        Source::Url(url) => fetched(url, outcome),
        Source::Script(id) => match script(element, id.as_deref()) {
            Some(text) => Ok(on_page(element, text, "The script")),
            None => Err(LoadProblem {
                about: String::new(),
                cause: Cause::NoDocument,
            }),
        },
        Source::Property(value) => property(element, &value),
    }
}

fn fetched(url: String, outcome: Result<JsValue, JsValue>) -> Result<Document, LoadProblem> {
    match answer(outcome, &url) {
        Ok(answer) => Ok(Document {
            text: text(&answer.text),
            url: answer.url,
            name: url,
        }),
        Err(why) => Err(LoadProblem {
            about: url,
            cause: match why {
                NoAnswer::Status(status) => Cause::Status(status),
                NoAnswer::Error(error) => Cause::Network(error),
            },
        }),
    }
}

fn property(element: &HtmlElement, value: &JsValue) -> Result<Document, LoadProblem> {
    match json(value) {
        Ok(text) => Ok(on_page(element, text, "The event")),
        Err(error) => Err(LoadProblem {
            about: String::new(),
            cause: Cause::Property(error),
        }),
    }
}

/// A document that stands in the page: URLs in it are relative to that.
fn on_page(element: &HtmlElement, text: String, name: &str) -> Document {
    Document {
        text,
        url: source::base(element),
        name: name.to_owned(),
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
    Document {
        text: text(kept.get(1).unchecked_ref()),
        name: url.clone(),
        url,
    }
}

/// The text as the program's own. What is beyond the largest document is not copied.
fn text(text: &JsString) -> String {
    text.slice(0, MAX_BYTES as u32 + 1).into()
}
