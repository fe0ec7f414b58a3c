//! Merges a translation into the nodes of an event.

use crate::event::Translations;
use crate::node::{Members, Node};
use crate::read::plain_text::Html;
use crate::read::text::split;

/// The most members of an object in a translation. One with more is ignored: no type of schema.org has so many, and each
/// is searched for.
const MAX_MEMBERS: usize = 128;

/// What an event has in the language that matches `tag` best, and what it tells of its translations.
pub fn translation<'a>(
    event: &'a Node<'a>,
    tag: &str,
    html: Html,
) -> (Option<&'a Node<'a>>, Translations) {
    let mut translations = Translations::default();
    let mut words = Vec::new();
    if let Some(Node::Object(members)) = event.get("translations") {
        for (language, node) in members.iter() {
            if let Node::Object(_) = node {
                translations.languages.push(language.into());
                words.push(node);
            }
        }
    }
    translations.used = translations.nearest(tag);
    let used = translations.used.map(|at| words[at]);
    used.iter()
        .for_each(|words| gather(words, html, &mut translations.texts));
    (used, translations)
}

/// Collects all texts of a value, by paragraph.
fn gather(node: &Node, html: Html, texts: &mut Vec<String>) {
    match node {
        Node::String(text) => match html {
            None => split(text, texts),
            Some(html) => {
                split(&html.prose(text), texts);
                if html.found(text).is_some() {
                    texts.push(html.line(text));
                }
            }
        },
        Node::Array(items) => items.iter().for_each(|item| gather(item, html, texts)),
        Node::Object(members) => members
            .iter()
            .for_each(|(_, item)| gather(item, html, texts)),
        _ => {}
    }
}

/// Merges a translation into a value.
///
/// A text, or a list that begins with one, replaces the value. An object is merged member by member; a text alone counts
/// as an object with a `name`. Any other list is merged item by item, with `null` for items that stay.
pub fn translated<'a>(own: &Node<'a>, words: &Node<'a>) -> Node<'a> {
    match (own, words) {
        (own, Node::Null) => own.clone(),
        (Node::Null, words) => words.clone(),
        (own, Node::Array(words)) if !matches!(words.first(), Some(Node::String(_))) => {
            each(own.items(), words)
        }
        (Node::Array(own), Node::Object(_)) => each(own, words.items()),
        (Node::Object(members), Node::Object(words)) => merged(members, words),
        (Node::String(_), Node::Object(words)) => {
            let own = vec![Node::String("name".into()), own.clone()];
            merged(&Members::of(own), words)
        }
        (_, words) => words.clone(),
    }
}

fn each<'a>(own: &[Node<'a>], words: &[Node<'a>]) -> Node<'a> {
    let items = own.iter().enumerate().map(|(at, item)| {
        let words = words.get(at).unwrap_or(&Node::Null);
        translated(item, words)
    });
    Node::Array(items.collect())
}

fn merged<'a>(own: &Members<'a>, words: &Members<'a>) -> Node<'a> {
    if words.count() > MAX_MEMBERS {
        return Node::Object(own.clone());
    }
    let mut all = Vec::new();
    for (pair, (key, value)) in own.all().chunks_exact(2).zip(own.iter()) {
        all.push(pair[0].clone());
        all.push(match words.get(key) {
            Some(words) => translated(value, words),
            None => value.clone(),
        });
    }
    for (pair, (key, _)) in words.all().chunks_exact(2).zip(words.iter()) {
        if own.get(key).is_none() {
            all.extend_from_slice(pair);
        }
    }
    Node::Object(Members::of(all))
}
