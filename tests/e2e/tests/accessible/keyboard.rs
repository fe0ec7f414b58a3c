use handbill_e2e::snippet::{SEED, snippet};
use handbill_e2e::{Page, Reply, Server};

const FILE: &str = "Apple Calendar and others (file)";

/// The page of the announcement, which takes the registration over, with a link to an entry above it.
fn announcement() -> (Server, Page) {
    let server = Server::with_widget().expect("the widget");
    let script = "<script>document.addEventListener('handbill:register', (event) => event.preventDefault())</script>";
    let link = "<p><a href='#handbill-concluding-remarks'>How it ends</a></p>";
    server.put(
        "/page.html",
        Reply::page(&[script, link, &snippet(SEED)].concat()),
    );
    let page = Page::visit(&server.url("/page.html"));
    page.event("handbill:load");
    (server, page)
}

#[test]
fn a_keyboard_is_all_that_is_needed() {
    let (server, page) = announcement();

    // To another clock: it stands before the registration.
    page.tab_to("button", "Change time zone");
    page.press("Enter");
    page.wait_until("the choice is open", || page.focused().0 == "radio");
    assert_eq!(page.focused().1, "My time");
    page.press("ArrowDown");
    assert_eq!(page.focused().1, "Event time");
    page.wait_until("the event's clock is shown", || {
        page.entry("Opening").text.contains("12:30")
    });
    page.press("Escape");
    assert_eq!(page.focused(), ("button".into(), "Change time zone".into()));

    // The way to register comes next.
    page.press("Tab");
    assert_eq!(page.focused(), ("link".into(), "Register".into()));
    page.press("Enter");
    let url = page.event("handbill:register").detail["url"].clone();
    assert!(
        url.as_str().is_some_and(|url| url.contains("zoom.us")),
        "{url}"
    );

    // Into a calendar, from an entry.
    page.tab_to("button", "Save or share: Concluding remarks");
    page.press("Enter");
    page.wait_until("the ways are there", || {
        page.names("link").contains(&FILE.to_owned())
    });
    page.tab_to("link", FILE);
    page.press("Escape");
    assert_eq!(page.focused().1, "Save or share: Concluding remarks");

    let here = page.run("return location.href", &[]);
    assert_eq!(here, server.url("/page.html"), "nobody has gone anywhere");
}

#[test]
fn a_link_of_the_page_takes_the_keyboard_to_an_entry() {
    let (_server, page) = announcement();
    page.tab_to("link", "How it ends");
    page.press("Enter");
    page.wait_until("the entry has the focus", || page.focused().0 == "listitem");
    page.press("Tab");
    assert_eq!(
        page.focused(),
        ("button".into(), "Save or share: Concluding remarks".into()),
        "and goes on from there"
    );
}
