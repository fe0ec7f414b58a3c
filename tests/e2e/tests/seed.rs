//! The announcement as UNESCO published it, complete and exact.

use handbill_e2e::page::in_one_line;
use handbill_e2e::snippet::{SEED, snippet};
use handbill_e2e::{Page, Server};
use serde_json::json;

/// Every sentence of the announcement that is not a line of its programme.
const SENTENCES: [&str; 7] = [
    "Announcement of new UNESCO Learning Cities: Empowering Individuals, Transforming Societies",
    "Join us on February 14, 2024, as we celebrate the addition of 64 cities from 35 countries to the UNESCO Global \
     Network of Learning Cities (GNLC).",
    "These cities have demonstrated exceptional commitment to fostering lifelong learning opportunities for all \
     within their local communities.",
    "Under the theme \"Empowering Learners of All Ages: UNESCO Learning Cities Transform Lives,\" a virtual event \
     will showcase the unveiling of these new member cities. Mayors from selected UNESCO learning cities will share \
     their strategies for turning the right to education across all ages into reality.",
    "Selected mayors of new UNESCO learning cities will share their inspirational lifelong learning strategies, \
     programmes and activities.",
    "About the Global Network of Learning Cities",
    "The UNESCO Global Network of Learning Cities serves as a beacon of international cooperation, uniting cities \
     that champion lifelong learning initiatives. With the addition of these new members, the network expands to \
     encompass 356 cities worldwide. Together, these cities exchange inspiration, expertise, and best practices, \
     forging a path towards a brighter, more inclusive future for all.",
];

/// The programme, line by line: what each says, first the time in Berlin.
const PROGRAMME: [&[&str]; 6] = [
    &[
        "12:30",
        "Opening (video message)",
        "Ms Stefania Giannini",
        "Assistant Director-General for Education",
        "UNESCO",
    ],
    &[
        "12:35",
        "Announcing the new UNESCO Learning Cities",
        "Ms Isabell Kempf",
        "Director",
        "UNESCO Institute for Lifelong Learning",
    ],
    &[
        "12:45",
        "Panel 'Empowering Learners of All Ages: UNESCO Learning Cities Transform Lives'",
        "Moderator",
        "Raul Valdes Cotera",
        "Team Leader",
        "UNESCO Institute for Lifelong Learning",
    ],
    &[
        "13:50",
        "Concluding remarks",
        "Ms Isabell Kempf",
        "Director",
        "UNESCO Institute for Lifelong Learning",
    ],
    &["14:00", "Closing"],
    &[
        "14:00",
        "15:00",
        "Networking event for learning cities and interested stakeholders",
    ],
];

/// Visitors in Berlin read the times as they were published.
fn announcement() -> (Server, Page) {
    let server = Server::with_widget().expect("the widget");
    let page = Page::open_in("Europe/Berlin", &server, &snippet(SEED));
    page.event("handbill:load");
    (server, page)
}

/// A text as the announcement's plain typography has it: straight quotes.
fn typed(text: &str) -> String {
    in_one_line(text)
        .replace(['“', '”'], "\"")
        .replace(['‘', '’'], "'")
}

#[test]
fn every_sentence_can_be_read() {
    let (_server, page) = announcement();
    let text = typed(&page.visible_text());
    for sentence in SENTENCES {
        assert_eq!(
            text.matches(sentence).count(),
            1,
            "{sentence:?} should stand once in: {text}"
        );
    }
}

#[test]
fn the_date_can_be_read() {
    let (_server, page) = announcement();
    let text = page.visible_text();
    let until_programme = text.split("Draft programme").next().unwrap_or_default();
    for part in ["14 February 2024", "12:30", "14:00", "CET"] {
        assert!(
            until_programme.contains(part),
            "{part:?} is missing before the programme: {until_programme}"
        );
    }
}

#[test]
fn the_programme_has_its_six_lines() {
    let (_server, page) = announcement();
    let programme = page.programme();
    assert_eq!(programme.len(), PROGRAMME.len(), "{programme:#?}");
    for (line, parts) in programme.iter().zip(PROGRAMME) {
        let text = typed(&line.text);
        for part in parts {
            assert!(text.contains(part), "{part:?} is missing in: {text}");
        }
    }
}

#[test]
fn a_line_without_an_end_shows_none() {
    let (_server, page) = announcement();
    // The published lines but the last say only when they begin, and the closing takes no time.
    for (name, end) in [
        ("Opening", "12:35"),
        ("Announcing", "12:45"),
        ("Panel", "13:50"),
        ("Concluding", "14:00"),
    ] {
        let line = page.entry(name);
        assert!(
            !line.text.contains(end),
            "nobody said that it ends at {end}: {line:?}"
        );
    }
    let closing = page.entry("Closing");
    assert_eq!(closing.text.matches("14:00").count(), 1, "{closing:?}");
}

#[test]
fn the_programme_is_a_draft() {
    let (_server, page) = announcement();
    page.control("heading", "Draft programme");
    assert!(
        !page.names("heading").contains(&"Programme".to_owned()),
        "it is not final"
    );
}

#[test]
fn the_event_and_its_about_are_headings() {
    let (_server, page) = announcement();
    let headings = page.names("heading");
    for name in [SENTENCES[0], "About the Global Network of Learning Cities"] {
        assert!(
            headings.iter().any(|heading| heading == name),
            "{name:?} is none of {headings:#?}"
        );
    }
}

#[test]
fn the_image_is_drawn_and_described() {
    let (_server, page) = announcement();
    let image = page.control("img", "cross walk aerial view");
    let drawn = || {
        page.run_on(
            &image,
            "return arguments[0].complete && arguments[0].naturalWidth > 0",
        ) == json!(true)
    };
    page.wait_until("the image is drawn", drawn);
}

#[test]
fn the_demo_page_shows_the_announcement() {
    let server = Server::with_widget().expect("the widget");
    let page = Page::visit_in("Europe/Berlin", &server.url("/dist/index.html"));
    // The title may stand in the author's content as well; the moderator only in the programme.
    page.see("Raul Valdes Cotera");
    page.see(SENTENCES[0]);
    let loud = page
        .browser_log()
        .into_iter()
        .filter(|line| line.starts_with("SEVERE") || line.starts_with("WARNING"));
    let loud: Vec<String> = loud.filter(|line| !line.contains("favicon.ico")).collect();
    assert_eq!(loud, [""; 0], "the demo is quiet");
}
