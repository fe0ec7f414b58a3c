//! What can be wrong with loading a document. The sentences are in `report.rs`, which is loaded when it is needed.

/// Why a document could not be loaded, or not be shown.
pub enum LoadProblem {
    /// The element has no document, and the page describes no event.
    NoDocument,
    /// The server answered with a status that is no success.
    Status {
        /// The URL of the document.
        url: String,
        /// The status.
        status: u32,
    },
    /// There was no answer.
    Network {
        /// The URL of the document.
        url: String,
        /// What the browser says about it; nothing where the answer did not come in time.
        reason: Option<String>,
    },
    /// The locale of this language could not be loaded.
    Locale {
        /// The BCP 47 tag.
        language: String,
        /// What was wrong.
        reason: String,
    },
    /// The property `event` has thrown.
    Property {
        /// What it has thrown.
        reason: String,
    },
}

impl LoadProblem {
    /// Whether the same may succeed later.
    pub fn is_transient(&self) -> bool {
        match self {
            Self::Status { status, .. } => *status >= 500 || *status == 429,
            Self::Network { .. } | Self::Locale { .. } => true,
            Self::NoDocument | Self::Property { .. } => false,
        }
    }

    /// What it is about, in a word: for where the sentences cannot be loaded either.
    pub fn about(&self) -> &str {
        match self {
            Self::NoDocument => "src",
            Self::Status { url, .. } | Self::Network { url, .. } => url,
            Self::Locale { language, .. } => language,
            Self::Property { reason } => reason,
        }
    }
}
