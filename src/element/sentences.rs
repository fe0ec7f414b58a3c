//! What is wrong, in sentences for whoever looks after the page. They are loaded when there is something to report.

use std::cell::RefCell;
use std::rc::Rc;

use handbill_core::Problem;
use handbill_core::messages::language;
use handbill_core::number::decimal;
use handbill_core::problem::windows_zones::may_be_meant;
use handbill_core::strings::{concat, join};
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

use super::load_problem::{Cause, LoadProblem};
use super::report::{Report, report};
use crate::browser::failure;

/// Reports it. Where a time zone is not known, `recognise` first looks for it among those of Windows, in a chunk of its own.
pub fn tell<F: Future + 'static>(
    element: HtmlElement,
    what: Report,
    is_kept: bool,
    recognise: impl FnOnce(Rc<RefCell<Vec<Problem>>>) -> F,
) {
    match what {
        Report::Problems { document, problems } if may_be_meant(&problems) => {
            let problems = Rc::new(RefCell::new(problems));
            let recognised = recognise(problems.clone());
            spawn_local(async move {
                // Without the chunk, the sentence says that the zone is not known.
                _ = recognised.await;
                let problems = problems.take();
                write(&element, &Report::Problems { document, problems }, is_kept);
            });
        }
        what => write(&element, &what, is_kept),
    }
}

/// One line of the console, and `handbill:error`.
fn write(element: &HtmlElement, what: &Report, is_kept: bool) {
    let kept = match is_kept {
        true => " What was read before is still shown.",
        false => "",
    };
    match what {
        Report::Load(problem) => {
            let message = concat(&[&sentence(problem), kept]);
            report(element, &message, &[("", &message)]);
        }
        Report::Problems { document, problems } => {
            let message = |problem: &Problem| concat(&[&problem.kind.sentence(document), kept]);
            let messages: Vec<String> = problems.iter().map(message).collect();
            let lines = problems.iter().zip(&messages);
            let lines = lines.map(|(problem, message)| match &*problem.path {
                "" => message.clone(),
                path => concat(&[path, ": ", message]),
            });
            let lines: Vec<String> = lines.collect();
            let paths = problems.iter().map(|problem| &*problem.path);
            let members: Vec<_> = paths.zip(messages.iter().map(String::as_str)).collect();
            report(element, &join(&lines, "\n"), &members);
        }
    }
}

fn sentence(problem: &LoadProblem) -> String {
    let about = &problem.about;
    match &problem.cause {
        Cause::NoDocument => {
            "There is no event to show. Give <handbill-event> a \"src\", or put a <script type=\"application/json\"> inside.".into()
        }
        Cause::Status(status) => concat(&[
            about,
            " could not be loaded: the server answered ",
            &decimal(*status),
            ". Check the address in \"src\".",
        ]),
        Cause::Network(error) => concat(&[
            about,
            " could not be loaded (",
            &reason(error),
            "). Check the address, and that CORS and connect-src allow it.",
        ]),
        Cause::Locale(error) => concat(&[
            "The words for the language \"",
            about,
            "\" could not be loaded (locales/",
            language(about),
            ".json: ",
            &reason(error),
            ").",
        ]),
        Cause::Property(error) => concat(&[
            "The widget has failed, so this page keeps its own text (",
            &reason(error),
            ").",
        ]),
    }
}

/// What an error says. Anything may be thrown: of what is no error, nothing is known.
fn reason(error: &JsValue) -> String {
    match failure::name(error).as_deref() {
        Some("TimeoutError") => "no answer within 30 seconds".into(),
        _ => failure::message(error).unwrap_or_else(|| "it is not there".into()),
    }
}
