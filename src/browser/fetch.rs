//! Requests over the network, and what their answers say.

use js_sys::{Array, Function, JsString, Object, Promise, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use super::clock::ServerTime;
use super::failure;

/// How long a server has for its whole answer, in milliseconds. `handbill.js` gives the first requests as long.
const PATIENCE: u32 = 30_000;

#[wasm_bindgen]
extern "C" {
    // A page may have put its own in its place, and that may throw.
    #[wasm_bindgen(catch, js_name = fetch)]
    fn request(url: &str, options: &Object) -> Result<JsValue, JsValue>;

    // Older browsers have none.
    #[wasm_bindgen(catch, js_namespace = AbortSignal, js_name = timeout)]
    fn abort_after(milliseconds: u32) -> Result<JsValue, JsValue>;

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
    /// When the server sent it; nothing where the server does not say, or lets no other site read it.
    pub server_time: Option<ServerTime>,
}

/// Why there is no answer.
pub enum NoAnswer {
    /// The server answered with this status.
    Status(u32),
    /// It did not come in time.
    TimedOut,
    /// The network failed, or the browser did not allow it; in the browser's words.
    Failed(String),
}

impl From<JsValue> for NoAnswer {
    fn from(error: JsValue) -> Self {
        match failure::name(&error).as_deref() {
            Some("TimeoutError") => Self::TimedOut,
            _ => Self::Failed(failure::message(&error)),
        }
    }
}

/// Fetches a URL anew, whatever a cache has, unless the server says that it is the same.
pub async fn fetch(url: &str) -> Result<Answer, NoAnswer> {
    let options = Object::new();
    let set = |name: &str, value: &JsValue| {
        // Setting a plain member of a new object cannot fail.
        _ = Reflect::set(&options, &name.into(), value);
    };
    set("cache", &"no-cache".into());
    if let Ok(signal) = abort_after(PATIENCE) {
        set("signal", &signal);
    }
    let response = settled(&request(url, &options)?).await?;
    let text = settled(&call(&response, "text", &[])?).await?;
    answer(url, &response, text)
}

/// The answer to a request for this URL that `handbill.js` has made: a promise of the response and its text.
pub async fn early(url: &str, promise: &JsValue) -> Result<Answer, NoAnswer> {
    let both: Array = settled(promise).await?.unchecked_into();
    answer(url, &both.get(0), both.get(1))
}

async fn settled(promise: &JsValue) -> Result<JsValue, JsValue> {
    Promise::resolve(promise).await
}

fn answer(asked: &str, response: &JsValue, text: JsValue) -> Result<Answer, NoAnswer> {
    let member = |name: &str| Reflect::get(response, &name.into());
    let status = member("status")?.as_f64().unwrap_or_default() as u32;
    if !(200..300).contains(&status) {
        return Err(NoAnswer::Status(status));
    }
    let headers = member("headers")?;
    let header = |name: &str| call(&headers, "get", &[name]);
    // As a number of JavaScript: `null` is zero.
    let age = header("Age")?.unchecked_into_f64();
    let server_time = header("Date")?.as_string().map(|date| ServerTime {
        date,
        age,
        is_fresh: is_fresh(asked).unwrap_or_default(),
    });
    let url = member("url")?.as_string().filter(|url| !url.is_empty());
    Ok(Answer {
        url: url.unwrap_or_else(|| asked.to_owned()),
        text: text.unchecked_into(),
        server_time,
    })
}

/// Whether the last answer from this URL came over the network, and not through a worker of the page, which may keep it.
fn is_fresh(url: &str) -> Result<bool, JsValue> {
    let last = notes_on(url)?.pop();
    let count = |name: &str| Reflect::get(&last, &name.into()).map(|count| count.as_f64());
    Ok(count("transferSize")? > Some(0.0) && count("workerStart")? == Some(0.0))
}

/// Calls a method with texts.
fn call(this: &JsValue, method: &str, arguments: &[&str]) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(this, &method.into())?.dyn_into()?;
    let arguments: Array = arguments.iter().copied().map(JsValue::from_str).collect();
    method.apply(this, &arguments)
}
