//! Loading a document, and loading it again.

use std::rc::Rc;

use handbill_core::read::plain_text::may_be_in;
use leptos::task::spawn_local;

use super::Session;
use crate::element::attributes::refresh_interval;
use crate::element::load::load;
use crate::element::load_problem::{Cause, LoadProblem};
use crate::element::locale_file::load_locale;
use crate::element::reading::Version;
use crate::element::report::Report;
use crate::element::reports::tell;
use crate::lazy;
use crate::ui::reactive::effects_done;

impl Session {
    /// Loads the document, and shows it where it has changed. Done when it is shown, or cannot be.
    pub async fn refresh(self: Rc<Self>) {
        let turn = self.begin();
        let outcome = self.load().await;
        if turn != self.turn.get() {
            return;
        }
        match outcome {
            Ok((version, tag)) => {
                self.schedule.settle();
                if let Some(version) = version {
                    self.hash.set(Some(version.hash));
                    self.show(version, &tag);
                }
            }
            Err(problem) => self.fail(problem),
        }
        self.plan();
        effects_done().await;
    }

    /// The document, unless it is the one before, and the language to show it in. It is read while the locale is on its way.
    pub(super) async fn load(&self) -> Result<(Option<Version>, String), LoadProblem> {
        let known = self.known.borrow().clone();
        let document = load(&self.element, &self.loader, known).await;
        self.known.take();
        let document = document?;
        let is_new = self.hash.get() != Some(document.hash());
        if is_new && may_be_in(&document.text) {
            // Without the chunk, HTML is shown as it stands.
            _ = lazy::learn_html().await;
        }
        let tag = self.loader.language_of(&self.element);
        let version = is_new.then(|| Version::read(document, tag));
        Ok((version, self.localised().await?))
    }

    /// The language around the element, once its locale is here.
    pub(super) async fn localised(&self) -> Result<String, LoadProblem> {
        loop {
            let tag = self.loader.language_of(&self.element);
            load_locale(&self.loader, &tag).await?;
            // It may have changed meanwhile.
            if tag == self.loader.language_of(&self.element) {
                return Ok(tag);
            }
        }
    }

    /// Reports why there is no document. While the network is gone, each further attempt says nothing new.
    pub(super) fn fail(&self, problem: LoadProblem) {
        // A document that bites is taken back.
        if let Cause::Property(_) = problem.cause {
            self.hash.take();
            self.unmount();
        }
        let is_news = match problem.is_transient() {
            true => self.schedule.fail(),
            false => {
                self.schedule.settle();
                true
            }
        };
        if is_news {
            tell(&self.element, Report::Load(problem), self.is_kept());
        }
    }

    /// Plans to load the document again.
    pub(super) fn plan(self: &Rc<Self>) {
        let session = self.clone();
        let run = move || spawn_local(session.refresh());
        self.schedule
            .set(refresh_interval(&self.element), Box::new(run));
    }
}
