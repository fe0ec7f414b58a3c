//! What `handbill.js` does for the program, since it has to do the same before the program is there.

use js_sys::futures::JsFuture;
use js_sys::{Array, Function, JsString, Promise, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

use super::clock::{self, ServerTime};

#[wasm_bindgen]
extern "C" {
    /// The functions of `handbill.js`, the same for all elements of a page.
    pub type Loader;

    /// Requests a document; the promise is of the response and its text.
    #[wasm_bindgen(method, js_name = requestDocument)]
    pub fn request_document(this: &Loader, url: &str) -> Promise;

    /// Requests the locale file of a language, once for the whole page; the promise is of the response and its text.
    #[wasm_bindgen(method, js_name = requestLocale)]
    pub fn request_locale(this: &Loader, language: &str) -> Promise;

    /// Lets the next request for this locale file be a new one.
    #[wasm_bindgen(method, js_name = forgetLocale)]
    pub fn forget_locale(this: &Loader, language: &str);

    /// The BCP 47 tag of the language around an element, also around the component that it stands in; else the browser's.
    #[wasm_bindgen(method, js_name = languageOf)]
    pub fn language_of(this: &Loader, element: &Element) -> String;

    /// Kept when the whole page is parsed.
    #[wasm_bindgen(method, getter, js_name = whenParsed)]
    pub fn when_parsed(this: &Loader) -> Promise;

    // What the browser has noted about earlier requests.
    #[wasm_bindgen(catch, js_namespace = performance, js_name = getEntriesByName)]
    fn notes_on(url: &str) -> Result<Array, JsValue>;
}

/// The answer to a request.
pub struct Answer {
    /// The URL that it came from in the end.
    pub url: String,
    /// Its body as a text, which is not copied into the program yet.
    pub text: JsString,
}

/// Why there is no answer.
pub enum NoAnswer {
    /// The server answered with this status.
    Status(u32),
    /// What the request has thrown: the network failed, nothing came in time, or the browser did not allow it.
    Error(JsValue),
}

impl From<JsValue> for NoAnswer {
    fn from(error: JsValue) -> Self {
        Self::Error(error)
    }
}

/// Waits for a promise.
#[inline(never)]
pub fn settled(promise: Promise) -> JsFuture {
    promise.into()
}

/// Reads what a request for a URL has come to: the response and its text, or what was thrown. Corrects the clock by it.
pub fn answer(outcome: Result<JsValue, JsValue>, asked: &str) -> Result<Answer, NoAnswer> {
    let both: Array = outcome?.unchecked_into();
    let response = both.get(0);
    let member = |name: &str| Reflect::get(&response, &name.into());
    let status = member("status")?.as_f64().unwrap_or_default() as u32;
    if !(200..300).contains(&status) {
        return Err(NoAnswer::Status(status));
    }
    let url = member("url")?.as_string().filter(|url| !url.is_empty());
    let headers = member("headers")?;
    let get: Function = Reflect::get(&headers, &"get".into())?.unchecked_into();
    let header = |name: &str| get.call1(&headers, &name.into());
    if let Some(date) = header("Date")?.as_string() {
        clock::correct(&ServerTime {
            date,
            // As a number of JavaScript: `null` is zero.
            age: header("Age")?.unchecked_into_f64(),
            is_fresh: is_fresh(asked).unwrap_or_default(),
        });
    }
    Ok(Answer {
        url: url.unwrap_or_else(|| asked.to_owned()),
        text: both.get(1).unchecked_into(),
    })
}

/// Whether the last answer from this URL came over the network, and not through a worker of the page, which may keep it.
fn is_fresh(url: &str) -> Result<bool, JsValue> {
    let last = notes_on(url)?.pop();
    let count = |name: &str| Reflect::get(&last, &name.into()).map(|count| count.as_f64());
    Ok(count("transferSize")? > Some(0.0) && count("workerStart")? == Some(0.0))
}
