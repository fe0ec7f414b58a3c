//! Loading the locale file of a language, once for the whole page.

use std::cell::RefCell;

use handbill_core::messages::language;
use handbill_core::number::decimal;
use handbill_core::strings::concat;
use js_sys::futures::future_to_promise;
use js_sys::{Object, Promise, Reflect};

use super::load_problem::LoadProblem;
use crate::browser::fetch::{NoAnswer, early, fetch};
use crate::locale;

/// Where the locale files are.
pub struct LocaleFiles {
    /// The URL of the folder that `handbill.js` is in.
    pub base: String,
    /// The answers to the requests that `handbill.js` has made already, by language.
    pub early: Object,
}

thread_local! {
    /// The files that are on their way, by language. Each promise is kept with the text.
    static LOADING: RefCell<Vec<(&'static str, Promise)>> = const { RefCell::new(Vec::new()) };
}

impl LocaleFiles {
    /// Loads the locale of the language of a BCP 47 tag, unless it is known.
    pub async fn load(&self, tag: &str) -> Result<(), LoadProblem> {
        let name = language(tag);
        if locale::is_known(name) {
            return Ok(());
        }
        let started = LOADING.with_borrow(|all| {
            let mut all = all.iter();
            all.find(|(other, _)| *other == name).cloned()
        });
        let (_, text) = started.unwrap_or_else(|| {
            let started = (name, self.request(name));
            LOADING.with_borrow_mut(|all| all.push(started.clone()));
            started
        });
        let text = text.await;
        LOADING.with_borrow_mut(|all| all.retain(|(other, _)| *other != name));
        let outcome = match text {
            Ok(_) if locale::is_known(name) => Ok(()),
            Ok(text) => match locale::learn(text.as_string().unwrap_or_default()) {
                true => Ok(()),
                false => Err("it is no locale file".to_owned()),
            },
            Err(reason) => Err(reason.as_string().unwrap_or_default()),
        };
        outcome.map_err(|reason| LoadProblem::Locale {
            language: tag.to_owned(),
            reason: concat(&[&self.url(name), ": ", &reason]),
        })
    }

    fn url(&self, name: &str) -> String {
        concat(&[&self.base, "locales/", name, ".json"])
    }

    fn request(&self, name: &'static str) -> Promise {
        let url = self.url(name);
        let requested = Reflect::get(&self.early, &name.into()).unwrap_or_default();
        // What has failed once is requested anew.
        _ = Reflect::delete_property(&self.early, &name.into());
        future_to_promise(async move {
            let answer = match requested.is_undefined() {
                true => fetch(&url).await,
                false => early(&url, &requested).await,
            };
            match answer {
                Ok(answer) => Ok(answer.text.into()),
                Err(why) => Err(reason(why).into()),
            }
        })
    }
}

fn reason(why: NoAnswer) -> String {
    match why {
        NoAnswer::Status(status) => concat(&["status ", &decimal(status)]),
        NoAnswer::TimedOut => "no answer".into(),
        NoAnswer::Failed(reason) => reason,
    }
}
