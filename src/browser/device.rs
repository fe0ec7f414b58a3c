//! The kind of device, by the user agent.

use super::page;

/// A kind of device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Device {
    /// An iPhone or an iPad.
    Ios,
    /// A phone or a tablet with Android.
    Android,
    /// Anything else.
    Desktop,
}

impl Device {
    /// The device that the page is seen on.
    pub fn here() -> Self {
        let agent = agent();
        let has = |word: &str| agent.contains(word);
        if has("iPhone") || has("iPad") || has("iPod") {
            Self::Ios
        } else if has("Android") {
            Self::Android
        } else {
            Self::Desktop
        }
    }
}

/// Whether the page is seen in the browser of another app, such as a messenger. Most of those take no files.
pub fn is_in_app() -> bool {
    let agent = agent();
    [
        "FBAN",
        "FBAV",
        "Instagram",
        "Line/",
        "MicroMessenger",
        "Snapchat",
        "; wv)",
    ]
    .iter()
    .any(|mark| agent.contains(mark))
}

fn agent() -> String {
    page::window()
        .and_then(|window| window.navigator().user_agent().ok())
        .unwrap_or_default()
}
