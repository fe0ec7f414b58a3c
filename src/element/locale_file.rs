//! Loading the locale file of a language.

use handbill_core::messages::language;
use js_sys::JsString;
use wasm_bindgen::JsValue;

use super::load_problem::{Cause, LoadProblem};
use crate::browser::loader::{Loader, NoAnswer, answer, settled};
use crate::locale;

/// Loads the locale file of the language of a BCP 47 tag, unless its messages are known.
pub async fn load_locale(loader: &Loader, tag: &str) -> Result<(), LoadProblem> {
    let name = language(tag);
    if locale::is_known(name) {
        return Ok(());
    }
    let outcome = settled(loader.request_locale(name)).await;
    let error = match answer(outcome, "") {
        Ok(answer) if learn(name, &answer.text) => return Ok(()),
        Err(NoAnswer::Error(error)) => error,
        _ => JsValue::UNDEFINED,
    };
    loader.forget_locale(name);
    Err(LoadProblem {
        about: tag.to_owned(),
        cause: Cause::Locale(error),
    })
}

/// Takes the messages in, unless another element has done so; false where there are none.
fn learn(name: &str, file: &JsString) -> bool {
    locale::is_known(name) || locale::learn(file.into())
}
