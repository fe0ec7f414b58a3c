//! Addresses inside a document, which are relative to the document and not to the page.

use handbill_core::url::Url;

/// The full address, by the address of the document it stands in; as it was written where that makes no sense.
pub fn resolve(url: &Url, document: &str) -> String {
    web_sys::Url::new_with_base(url.as_str(), document)
        .map_or_else(|_| url.as_str().into(), |full| full.href())
}

/// A text as it may stand in an address.
pub fn encoded(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}

/// What stands in an address, as a text; as it is written where that makes none.
pub fn decoded(part: &str) -> String {
    js_sys::decode_uri_component(part).map_or_else(|_| part.to_owned(), Into::into)
}
