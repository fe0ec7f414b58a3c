//! The split points: functions whose code is in a chunk that is fetched when one of them is first called.
//!
//! The feature `split` gives each to `wasm_split`; then [`xtask/src/dist.rs`] makes a file of each chunk. Without it they are
//! plain functions that run at once, so that builds for development and tests are one module.

use std::cell::RefCell;
use std::rc::{Rc, Weak};
use std::sync::Arc;

use handbill_core::Problem;
use handbill_core::problem::windows_zones;
use handbill_core::read::plain_text::FromHtml;
use web_sys::HtmlElement;

use crate::browser::head::Block;
use crate::element::report::Report;
use crate::element::{description, sentences, visit};
use crate::html;
use crate::ui::conference;
use crate::ui::model::context::Inputs;
use crate::ui::model::loaded_event::LoadedEvent;
use crate::ui::panels::panel::Panels;
use crate::ui::panels::{content, qr};
use crate::ui::programme::programme_view::ProgrammeView;
use crate::ui::signal::RwSignal;
use crate::ui::view::Element;

/// A chunk could not be fetched. The next call tries again.
#[derive(Debug)]
pub struct NotLoaded;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for NotLoaded {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

/// What a split point returns once its chunk is there.
pub type Loaded<T = ()> = Result<T, NotLoaded>;

/// Writes each split point twice: for the splitter, and as the function it is where nothing is split.
macro_rules! split_points {
    ($(
        $(#[doc = $doc:literal])*
        #[chunk($chunk:ident $(, preload($preload:ident))?)]
        pub fn $name:ident($($argument:ident: $type:ty),* $(,)?) -> $result:ty $body:block
    )*) => {$(
        $(#[doc = $doc])*
        #[cfg(feature = "split")]
        #[wasm_split_helpers::wasm_split($chunk, fallible $(, preload(#[doc = "Fetches the chunk without calling the function."] $preload))?)]
        pub fn $name($($argument: $type),*) -> $result $body

        $(#[doc = $doc])*
        #[cfg(not(feature = "split"))]
        pub async fn $name($($argument: $type),*) -> $result $body

        $(
            /// Fetches the chunk without calling the function.
            #[cfg(not(feature = "split"))]
            pub async fn $preload() -> Loaded { Ok(()) }
        )?
    )*};
}

split_points! {
    /// Opens or closes the panel of a button, if its view is still there; `was_open` is how the panel stood at the click.
    #[chunk(panels)]
    pub fn press(panels: Weak<Panels>, button: Element, was_open: bool) -> Loaded {
        if let Some(panels) = panels.upgrade() {
            let load_code = async |url| qr_code(url).await.ok();
            content::press(&panels, &button, was_open, load_code);
        }
        Ok(())
    }

    /// Goes to the entry that a fragment names, if there is one and no other element has claimed this navigation.
    #[chunk(panels)]
    pub fn visit(inputs: Inputs, fragment: String, navigation: u32) -> Loaded {
        visit::visit(inputs, &fragment, navigation);
        Ok(())
    }

    /// Writes the event's JSON-LD into the head of the page, as long as there is a place to keep it.
    #[chunk(panels)]
    pub fn describe(
        loaded: Arc<LoadedEvent>,
        place: RwSignal<Option<Arc<Block>>>,
    ) -> Loaded {
        description::keep(&loaded, place);
        Ok(())
    }

    /// Tells the page, in sentences, what is wrong; `is_kept` says that what was loaded before is still shown.
    #[chunk(sentences)]
    pub fn tell(element: HtmlElement, report: Report, is_kept: bool) -> Loaded {
        sentences::tell(element, report, is_kept, recognise_zones);
        Ok(())
    }

    /// From then on, HTML in documents becomes plain text.
    #[chunk(html)]
    pub fn learn_html() -> Loaded {
        html::learn(&FromHtml);
        Ok(())
    }

    /// Recognises the time zones of Windows among those that are not known.
    #[chunk(windows)]
    pub fn recognise_zones(problems: Rc<RefCell<Vec<Problem>>>) -> Loaded {
        windows_zones::recognise(&mut problems.borrow_mut());
        Ok(())
    }

    /// The QR code of an address; nothing for an address that is too long for one.
    #[chunk(qr)]
    pub fn qr_code(address: String) -> Loaded<Option<Element>> {
        Ok(qr::code(&address))
    }

    /// Puts the tools of a large programme above it, if it is still there.
    #[chunk(conference, preload(preload_conference))]
    pub fn open_conference(view: Weak<ProgrammeView>) -> Loaded {
        conference::open(view);
        Ok(())
    }
}
