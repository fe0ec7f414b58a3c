//! Merges a translation into the nodes of an event.

use crate::event::Translations;
use crate::language::nearest;
use crate::node::{Members, Node};
use crate::read::text::split;

/// The translation of an event that matches `tag` best, if any.
pub fn words<'a>(event: &'a Node<'a>, tag: &str) -> Option<&'a Node<'a>> {
    let translations = languages(event);
    let tags: Vec<&str> = translations.iter().map(|(tag, _)| *tag).collect();
    nearest(&tags, tag).map(|at| translations[at].1)
}

/// The languages of an event's translations, and the one that matches `tag` best.
pub fn translations(event: &Node, tag: &str) -> Translations {
    let translations = languages(event);
    let tags: Vec<&str> = translations.iter().map(|(tag, _)| *tag).collect();
    let used = nearest(&tags, tag);
    let mut texts = Vec::new();
    if let Some(used) = used {
        gather(translations[used].1, &mut texts);
    }
    Translations {
        languages: tags.into_iter().map(Into::into).collect(),
        used,
        texts,
    }
}

/// All translations by language, in the order of the document.
fn languages<'a>(event: &'a Node<'a>) -> Vec<(&'a str, &'a Node<'a>)> {
    let Some(Node::Object(members)) = event.get("translations") else {
        return Vec::new();
    };
    let is_object = |(_, words): &(&str, &Node)| matches!(words, Node::Object(_));
    members.iter().filter(is_object).collect()
}

/// Collects all texts of a value, by paragraph.
fn gather(node: &Node, texts: &mut Vec<String>) {
    match node {
        Node::String(text) => split(text, texts),
        Node::Array(items) => items.iter().for_each(|item| gather(item, texts)),
        Node::Object(members) => members.iter().for_each(|(_, item)| gather(item, texts)),
        _ => {}
    }
}

/// The event with the translation that matches `tag` best, if any.
pub fn translated_to<'a>(event: &'a Node<'a>, tag: &str) -> Option<Node<'a>> {
    Some(translated(event, words(event, tag)?))
}

/// Merges a translation into a value.
///
/// A text, or a list that begins with one, replaces the value. An object is merged member by member; a text alone counts
/// as an object with a `name`. Any other list is merged item by item, with `null` for items that stay.
fn translated<'a>(own: &Node<'a>, words: &Node<'a>) -> Node<'a> {
    match (own, words) {
        (own, Node::Null) => own.clone(),
        (Node::Null, words) => words.clone(),
        (own, Node::Array(words)) if !matches!(words.first(), Some(Node::String(_))) => {
            each(own.items(), words)
        }
        (Node::Array(own), Node::Object(_)) => each(own, words.items()),
        (Node::Object(own), Node::Object(words)) => members(own, words),
        (Node::String(name), Node::Object(words)) => {
            let own = [("name".into(), Node::String(name.clone()))];
            members(&own.into_iter().collect(), words)
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

fn members<'a>(own: &Members<'a>, words: &Members<'a>) -> Node<'a> {
    let mut names: Vec<(&str, usize)> = words.iter().map(|(name, _)| name).zip(0..).collect();
    names.sort_unstable();
    // Of duplicate keys, the last counts.
    let last = |name: &str| {
        let behind = names.partition_point(|(other, _)| *other <= name);
        let (other, at) = names[behind.checked_sub(1)?];
        (other == name).then_some(at)
    };
    let mut is_placed = vec![false; names.len()];
    let mut all = Vec::with_capacity(own.all().len());
    for (pair, (name, value)) in own.all().chunks_exact(2).zip(own.iter()) {
        all.push(pair[0].clone());
        all.push(match last(name) {
            Some(at) => {
                is_placed[at] = true;
                translated(value, &words.all()[2 * at + 1])
            }
            None => value.clone(),
        });
    }
    for (pair, (name, _)) in words.all().chunks_exact(2).zip(words.iter()) {
        if last(name).is_some_and(|at| !is_placed[at]) {
            all.extend_from_slice(pair);
        }
    }
    Node::Object(Members::of(all))
}
