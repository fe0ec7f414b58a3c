//! The element as visitors meet it: a real browser in a real time zone opens pages that an author
//! could have written, and tests say what a reader sees, hears and reaches by keyboard.
//!
//! From the outside in: a [`Page`] is what a test reads; it borrows a [`Browser`], whose
//! [`Driver`](driver::Driver) process speaks WebDriver through a [`Session`](session::Session); a
//! [`Server`] holds the pages, the documents and the built widget. What differs between browsers
//! stands in [`Engine`], and what one of them lacks in [`Ability`].
//!
//! | Variable | Meaning | Default |
//! |---|---|---|
//! | `HANDBILL_DIST` | folder with the built widget | `dist` of the workspace |
//! | `HANDBILL_ENGINE` | `chromium`, `firefox` or `webkit` | `chromium` |
//! | `CHROMEDRIVER`, `GECKODRIVER`, `WEBKITDRIVER` | driver to start | the one of the search path |
//! | `CHROMIUM`, `FIREFOX`, `WEBKIT` | browser that the driver starts | the one that the driver finds |
//! | `XVFB` | display for a browser that needs one | `Xvfb` of the search path |

pub mod ability;
pub mod aloud;
pub mod browser;
pub mod display;
pub mod document;
pub mod driver;
pub mod engine;
pub mod gallery;
pub mod page;
pub mod preferences;
pub mod reply;
pub mod server;
pub mod session;
pub mod snippet;
pub mod windows;

pub use ability::Ability;
pub use browser::Browser;
pub use engine::Engine;
pub use page::Page;
pub use preferences::Preferences;
pub use reply::{Reply, Spoilt};
pub use server::Server;
