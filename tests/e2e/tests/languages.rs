//! The words of the interface in eight languages, of which a visitor downloads the one that is shown.

use handbill_e2e::document::{BEFORE, sample};
use handbill_e2e::snippet::{CONTENT, CONTENT_TEXT, SCRIPT};
use handbill_e2e::{Page, Reply, Server};
use serde_json::{Value, json};

/// The registration link, the heading of the programme, and the button of the entry, in each language.
const WORDS: [(&str, [&str; 3]); 8] = [
    ("en", ["Register", "Programme", "Save"]),
    ("fr", ["S’inscrire", "Programme", "Garder"]),
    ("es", ["Inscribirse", "Programa", "Guardar"]),
    ("ar", ["سجِّل", "البرنامج", "احفظ"]),
    ("ru", ["Зарегистрироваться", "Программа", "Сохранить"]),
    ("zh", ["报名", "日程", "保存"]),
    ("de", ["Anmelden", "Programm", "Merken"]),
    ("pt", ["Inscrever-se", "Programa", "Guardar"]),
];

/// A page whose root has these attributes, with an element that has those; `script` runs before the widget's.
#[track_caller]
fn page(around: &str, attributes: &str, script: &str) -> (Server, Page) {
    let server = Server::with_widget().expect("the widget");
    server.put("/event.json", Reply::json(sample()));
    let body = format!(
        "<script>{script}</script>{SCRIPT}<div {around}><handbill-event src='/event.json' now='{BEFORE}' {attributes}>{CONTENT}</handbill-event></div>"
    );
    let page = Page::open(&server, &body);
    (server, page)
}

/// The languages whose files were asked for.
fn asked(server: &Server) -> Vec<String> {
    let requests = server.requests().into_iter();
    let name = |path: String| {
        let name = path.strip_prefix("/dist/locales/")?;
        name.strip_suffix(".json").map(str::to_owned)
    };
    requests.filter_map(name).collect()
}

fn browser_speaks(tag: &str) -> String {
    format!(
        "Object.defineProperty(navigator, 'language', {{ configurable: true, get: () => '{tag}' }})"
    )
}

#[test]
fn each_language_is_spoken_and_only_that_one_is_downloaded() {
    for (lang, words) in WORDS {
        let (server, page) = page("", &format!("lang='{lang}'"), "");
        page.event("handbill:load");
        let text = page.visible_text();
        for word in words {
            assert!(text.contains(word), "{lang}: {word} in {text}");
        }
        page.settle();
        // English is in the program.
        let files: &[&str] = if lang == "en" { &[] } else { &[lang] };
        assert_eq!(asked(&server), files);
    }
}

#[test]
fn both_clocks_of_a_line_begin_at_the_same_edge_in_every_script() {
    for (lang, edge) in [("en", "left"), ("ar", "right")] {
        let (_server, page) = page("", &format!("lang='{lang}' time-zone='Asia/Kathmandu'"), "");
        page.resize(768, 900);
        page.event("handbill:load");
        let script = "const root = document.querySelector('handbill-event').shadowRoot
            return ['.entry time.shown', '.entry .own'].map((one) => Math.round(root.querySelector(one).getBoundingClientRect()[arguments[0]]))";
        let edges = page.run(script, &[json!(edge)]);
        assert_eq!(edges[0], edges[1], "{lang}");
    }
}

#[test]
fn the_nearest_language_counts_and_then_the_browser_s() {
    for (around, attributes, word) in [
        ("lang='fr-CA'", "", "S’inscrire"),
        ("lang='fr'", "lang='pt-BR'", "Inscrever-se"),
        ("lang=''", "", "Зарегистрироваться"),
        ("lang='fr'", "lang=''", "Зарегистрироваться"),
    ] {
        let (_server, page) = page(around, attributes, &browser_speaks("ru-RU"));
        page.event("handbill:load");
        let text = page.visible_text();
        assert!(text.contains(word), "{around} {attributes}: {text}");
    }
}

#[test]
fn a_language_that_is_not_spoken_gets_english_words_marked_as_such() {
    let (server, page) = page("dir='rtl'", "lang='he'", "");
    page.event("handbill:load");
    assert_eq!(asked(&server), [""; 0]);
    let link = page.control("link", "Register");
    assert_eq!(page.attribute(&link, "lang").as_deref(), Some("en"));
    let direction = "return getComputedStyle(arguments[0].firstElementChild).direction";
    assert_eq!(page.run_on(&link, direction), json!("ltr"));
    assert!(
        page.visible_text().contains("בפברואר"),
        "dates are in Hebrew: {}",
        page.visible_text()
    );
}

#[test]
fn another_language_is_followed_with_its_words() {
    let (server, page) = page("", "lang='fr'", "");
    page.control("link", "S’inscrire");
    page.run("document.querySelector('handbill-event').lang = 'ar'", &[]);
    page.control("link", "سجِّل");
    assert_eq!(asked(&server), ["fr", "ar"]);
    page.run("document.querySelector('handbill-event').lang = 'fr'", &[]);
    page.control("link", "S’inscrire");
    assert_eq!(
        asked(&server),
        ["fr", "ar"],
        "what is known is not asked for again"
    );
    page.run(
        "document.querySelector('handbill-event').removeAttribute('lang')",
        &[],
    );
    page.run("document.querySelector('div').lang = 'de'", &[]);
    page.run(
        "const box = document.querySelector('div'); box.append(box.firstChild)",
        &[],
    );
    page.control("link", "Anmelden");
}

#[test]
fn a_browser_that_learns_another_language_is_followed() {
    let (_server, page) = page("lang=''", "", &browser_speaks("es-MX"));
    page.control("link", "Inscribirse");
    page.run(
        &format!(
            "{}; dispatchEvent(new Event('languagechange'))",
            browser_speaks("zh-TW")
        ),
        &[],
    );
    page.control("link", "报名");
}

/// The sample with words in French and, less of them, in Arabic.
fn translated() -> Value {
    let mut event = sample();
    event["organizer"] = json!("Soil Institute");
    event["translations"] = json!({
        "fr": {
            "name": "Une matinée sur le sol",
            "description": ["Tous ceux qui creusent sont les bienvenus.", "Entrée libre."],
            "organizer": "Institut du sol",
            "subEvent": [null, {"name": "Vers de terre", "performer": {"jobTitle": "Pédologue"}}]
        },
        "ar": {"name": "صباح عن التربة"}
    });
    event
}

#[test]
fn a_document_says_it_in_the_visitor_s_language() {
    let server = Server::with_widget().expect("the widget");
    server.put("/event.json", Reply::json(translated()));
    let body = format!(
        "{SCRIPT}<handbill-event lang='fr-CA' src='/event.json' now='{BEFORE}'>{CONTENT}</handbill-event>"
    );
    let page = Page::open(&server, &body);
    page.control("heading", "Une matinée sur le sol");
    let text = page.visible_text();
    for words in [
        "Entrée libre.",
        "Institut du sol",
        "Welcome",
        "Vers de terre",
        "Ada Clay, Pédologue",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
    page.run("document.querySelector('handbill-event').lang = 'ar'", &[]);
    page.control("heading", "صباح عن التربة");
    let text = page.visible_text();
    assert!(
        text.contains("Earthworms") && text.contains("Soil Institute"),
        "{text}"
    );
    page.run("document.querySelector('handbill-event').lang = 'de'", &[]);
    page.control("heading", "A Morning on Soil");
    assert_eq!(page.complaints(), [""; 0]);
}

/// In which language a text of the announcement is marked as being.
fn language_of(page: &Page, text: &str) -> Value {
    let script = "const root = document.querySelector('handbill-event').shadowRoot;
        const parts = [...root.querySelectorAll('*')].filter((part) => part.textContent === arguments[0]);
        return parts.pop()?.closest('[lang]')?.lang ?? null";
    page.run(script, &[json!(text)])
}

#[test]
fn what_stays_in_another_language_is_marked_as_such() {
    let server = Server::with_widget().expect("the widget");
    let mut event = translated();
    event["inLanguage"] = json!("en-GB");
    server.put("/event.json", Reply::json(event));
    let body = format!(
        "{SCRIPT}<handbill-event lang='fr-CA' src='/event.json' now='{BEFORE}'>{CONTENT}</handbill-event>"
    );
    let page = Page::open(&server, &body);
    page.control("heading", "Une matinée sur le sol");
    for (text, lang) in [
        ("Une matinée sur le sol", "fr-CA"),
        ("Tous ceux qui creusent sont les bienvenus.", "fr-CA"),
        ("Vers de terre", "fr-CA"),
        ("Welcome", "en-GB"),
    ] {
        assert_eq!(language_of(&page, text), json!(lang), "{text}");
    }
    page.run("document.querySelector('handbill-event').lang = 'de'", &[]);
    page.control("heading", "A Morning on Soil");
    let own = language_of(&page, "Everybody who digs is welcome.");
    assert_eq!(own, json!("en-GB"));
    page.run(
        "document.querySelector('handbill-event').lang = 'en-US'",
        &[],
    );
    page.control("link", "Register");
    assert_eq!(language_of(&page, "A Morning on Soil"), json!("en-US"));
}

#[test]
fn words_that_do_not_come_at_first_are_asked_for_again() {
    let server = Server::with_widget().expect("the widget");
    server.put("/event.json", Reply::json(sample()));
    server.put("/dist/locales/fr.json", Reply::status(503));
    let body =
        format!("{SCRIPT}<handbill-event lang='fr' src='/event.json'>{CONTENT}</handbill-event>");
    let page = Page::open(&server, &body);
    let told = page.event("handbill:error").detail["problems"][0]["message"].clone();
    assert!(
        told.as_str()
            .is_some_and(|told| told.contains("locales/fr.json")),
        "{told}"
    );
    assert_eq!(page.visible_text(), CONTENT_TEXT);
    server.take_back("/dist/locales/fr.json");
    page.run(
        "return document.querySelector('handbill-event').refresh().then(() => null)",
        &[],
    );
    page.see("Programme");
}

#[test]
fn while_later_words_are_not_to_be_had_the_former_stay() {
    let (server, page) = page("", "lang='fr'", "");
    page.control("link", "S’inscrire");
    server.put("/dist/locales/de.json", Reply::status(503));
    page.run("document.querySelector('handbill-event').lang = 'de'", &[]);
    page.settle();
    page.control("link", "S’inscrire");
    server.take_back("/dist/locales/de.json");
    page.run(
        "document.querySelector('handbill-event').setAttribute('time-zone', 'event')",
        &[],
    );
    page.control("link", "Anmelden");
}
