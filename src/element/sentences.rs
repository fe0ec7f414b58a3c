//! What is wrong, in sentences for whoever looks after the page. They are loaded when there is something to report.

use handbill_core::Problem;
use handbill_core::number::decimal;
use handbill_core::strings::{concat, join};
use web_sys::HtmlElement;

use super::load_problem::LoadProblem;
use super::report::{Report, report};

/// Reports it in one line of the console, and in `handbill:error`.
pub fn tell(element: &HtmlElement, what: &Report, is_kept: bool) {
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
    match problem {
        LoadProblem::NoDocument => {
            "There is no event to show. Give <handbill-event> a \"src\", or put a <script type=\"application/json\"> inside.".into()
        }
        LoadProblem::Status { url, status } => concat(&[
            url,
            " could not be loaded: the server answered ",
            &decimal(*status),
            ". Check the address in \"src\".",
        ]),
        LoadProblem::Network { url, reason } => concat(&[
            url,
            " could not be loaded (",
            reason.as_deref().unwrap_or("no answer within 30 seconds"),
            "). Check the address, and that CORS and connect-src allow it.",
        ]),
        LoadProblem::Locale { language, reason } => concat(&[
            "The words for the language \"",
            language,
            "\" could not be loaded (",
            reason,
            ").",
        ]),
        LoadProblem::Property { reason } => concat(&[
            "The widget has failed, so this page keeps its own text (",
            reason,
            ").",
        ]),
    }
}
