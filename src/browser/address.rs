//! URLs: resolving, and encoding of their parts.

use handbill_core::url::Url;

/// The absolute form of a URL, relative to `document`. It stays as written where it cannot be resolved.
pub fn resolve(url: &Url, document: &str) -> String {
    web_sys::Url::new_with_base(url.as_str(), document)
        .map_or_else(|_| url.as_str().into(), |full| full.href())
}

/// Percent-encodes a text for a part of a URL.
pub fn encoded(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}

/// Decodes a part of a URL. It stays as written where the encoding is broken.
pub fn decoded(part: &str) -> String {
    js_sys::decode_uri_component(part).map_or_else(|_| part.to_owned(), Into::into)
}
