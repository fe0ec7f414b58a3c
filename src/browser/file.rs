//! A file made in the page, as a `blob:` URL.

use js_sys::Array;
use web_sys::{Blob, BlobPropertyBag, Url};

/// A file and its URL. Dropping it revokes the URL.
pub struct File {
    url: String,
}

impl File {
    /// A file with a text and a media type.
    pub fn new(text: &str, media_type: &str) -> Self {
        let options = BlobPropertyBag::new();
        options.set_type(media_type);
        let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options);
        let url = blob.and_then(|blob| Url::create_object_url_with_blob(&blob));
        Self {
            url: url.unwrap_or_default(),
        }
    }

    /// The URL of the file.
    pub fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for File {
    fn drop(&mut self) {
        _ = Url::revoke_object_url(&self.url);
    }
}
