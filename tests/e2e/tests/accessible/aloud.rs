use std::path::Path;
use std::{env, fs};

use handbill_e2e::snippet::{SEED, snippet};
use handbill_e2e::{Page, Server};

/// The announcement is read like this, by every screen reader. `UPDATE_EXPECT=1` writes the file anew.
#[test]
fn the_announcement_is_read_from_one_end_to_the_other() {
    let server = Server::with_widget().expect("the widget");
    let page = Page::open(&server, &snippet(SEED));
    page.event("handbill:load");
    page.settle();
    let read = page.aloud("handbill-event");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/accessible/unesco.txt");
    if env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(&path, &read).expect("the file can be written");
    }
    let expected = fs::read_to_string(&path).expect("the file is there");
    assert_eq!(read, expected, "it is read like this:\n{read}");
}
