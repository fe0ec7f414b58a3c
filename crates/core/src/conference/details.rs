//! Details of entries: keywords, links, portraits. They are read from the document only when a visitor asks for them.

use crate::fragment::slug;
use crate::hash::Hash;
use crate::node::Node;
use crate::read::cursor::Cursor;
use crate::read::plain_text::Html;
use crate::read::stream::stream;
use crate::read::text::{bare_text, plain_text};
use crate::read::translate::{translated, translation};
use crate::read::{entry, event, person};
use crate::strings::split_any;
use crate::url::Url;

/// Everything a document says about an entry that [`Entry`](crate::event::Entry) does not hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Details {
    /// `inLanguage`: mostly a BCP 47 tag.
    pub language: Option<String>,
    /// `keywords`, without duplicates.
    pub keywords: Vec<String>,
    /// Links, each URL once.
    pub links: Vec<Link>,
    /// The people, in the order of [`Entry::contributions`](crate::event::Entry::contributions).
    pub people: Vec<PersonDetails>,
}

/// A link of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What it leads to.
    pub kind: LinkKind,
    /// `name`.
    pub name: Option<String>,
    /// The URL.
    pub url: Url,
}

/// The target of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkKind {
    /// A page about the entry: `url` and `sameAs`.
    Page,
    /// A recording of it: `recording`, a shorthand, and `recordedIn`.
    Recording,
    /// Material such as slides: `associatedMedia` and `subjectOf`.
    Material,
}

/// A person who takes part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PersonDetails {
    /// The same for one person in all entries: the hash of the `@id`, else of the name's slug.
    pub key: u64,
    /// Portrait, biography and links; most people have none.
    pub about: Option<Box<About>>,
}

/// Everything a document says about a person that [`Person`](crate::event::Person) does not hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// `image`, the first where there are several.
    pub image: Option<Url>,
    /// `description`, in paragraphs.
    pub description: Vec<String>,
    /// `url` and `sameAs`, each once.
    pub links: Vec<Url>,
}

impl About {
    fn is_something(&self) -> bool {
        self.image.is_some() || !self.description.is_empty() || !self.links.is_empty()
    }
}

/// The details of all entries, in the order of [`Event::entries`](crate::Event::entries). `text` and `language` are those
/// that the event was read with. Invalid details are left out.
pub fn details(text: &str, language: &str, html: Html) -> Vec<Details> {
    let mut all = Vec::new();
    let read = stream(
        text,
        language,
        html,
        &mut Vec::new(),
        &mut |cursor, node| add(&mut all, cursor, node),
    );
    let Ok((document, is_read)) = read else {
        return Vec::new();
    };
    let (mut cursor, main, _) = Cursor::new(&document, html);
    if !is_read || main.is_none() {
        all.clear();
    }
    if let (Some(own), false) = (main, is_read) {
        let words = translation(own, language, html).0;
        let translated = words.map(|words| translated(own, words));
        let main = translated.as_ref().unwrap_or(own);
        event::visit_entries(&mut cursor, main, &mut |cursor, node| {
            add(&mut all, cursor, node)
        });
    }
    all
}

fn add<'a>(all: &mut Vec<Details>, cursor: &mut Cursor<'a>, node: &'a Node<'a>) {
    // An entry that is left out of the programme has no details either.
    if entry::entry(cursor, node).is_some() {
        all.push(of_entry(cursor, node));
    }
}

fn of_entry<'a>(cursor: &mut Cursor<'a>, node: &'a Node<'a>) -> Details {
    let mut people = Vec::with_capacity(person::count(cursor, node));
    person::visit_people(cursor, node, &mut |cursor, node, _| {
        if let Some(person) = person::person(cursor, node) {
            people.push(of_person(cursor, node, &person.name));
        }
    });
    Details {
        language: language(cursor, node),
        keywords: keywords(cursor, node),
        links: links(cursor, node),
        people,
    }
}

/// A tag, or a schema.org `Language` with its tag in `alternateName`.
fn language<'a>(cursor: &mut Cursor<'a>, node: &'a Node<'a>) -> Option<String> {
    cursor.first(node, "inLanguage", |_, language| {
        let language = plain_text(language.get("alternateName").unwrap_or(language));
        language
            .filter(|language| !language.is_empty())
            .map(Into::into)
    })
}

/// A list, or one text with commas.
fn keywords<'a>(cursor: &mut Cursor<'a>, node: &'a Node<'a>) -> Vec<String> {
    let mut keywords: Vec<String> = Vec::new();
    let is_list = matches!(cursor.get(node, "keywords"), Some(Node::Array(_)));
    for text in cursor.each(node, "keywords", |cursor, item| {
        plain_text(item).map(|text| cursor.line(text))
    }) {
        // Full-width and Arabic commas as well.
        let is_comma = |c| !is_list && matches!(c, ',' | '，' | '、' | '،');
        for keyword in split_any(&text, &is_comma) {
            if !keywords.iter().any(|known| known == keyword) {
                keywords.push(keyword.to_owned());
            }
        }
    }
    keywords
}

fn links<'a>(cursor: &mut Cursor<'a>, node: &'a Node<'a>) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    for (key, kind) in [
        ("url", LinkKind::Page),
        ("sameAs", LinkKind::Page),
        ("recording", LinkKind::Recording),
        ("recordedIn", LinkKind::Recording),
        ("associatedMedia", LinkKind::Material),
        ("subjectOf", LinkKind::Material),
    ] {
        cursor.visit(node, key, &mut |cursor, item| {
            let Some(url) = cursor.address(item) else {
                return;
            };
            if links.iter().all(|link| link.url != url) {
                let name = cursor.text(item, "name");
                links.push(Link { kind, name, url });
            }
        });
    }
    links
}

fn of_person<'a>(cursor: &mut Cursor<'a>, node: &'a Node<'a>, name: &str) -> PersonDetails {
    let id = node.get("@id").and_then(bare_text);
    let id = id.filter(|id| !id.is_empty());
    let slug = match id {
        Some(_) => String::new(),
        None => slug(name),
    };
    let mut hash = Hash::default();
    hash.add(id.unwrap_or(if slug.is_empty() { name } else { &slug }));
    let mut links: Vec<Url> = Vec::new();
    for key in ["url", "sameAs"] {
        cursor.visit(node, key, &mut |cursor, item| {
            if let Some(url) = cursor.address(item)
                && !links.contains(&url)
            {
                links.push(url);
            }
        });
    }
    let about = About {
        image: cursor.url(node, "image"),
        description: cursor.paragraphs(node, "description"),
        links,
    };
    PersonDetails {
        key: hash.value(),
        about: about.is_something().then(|| Box::new(about)),
    }
}
