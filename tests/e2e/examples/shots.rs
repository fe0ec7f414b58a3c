//! Takes pictures of every state of the gallery, or of those that are named, for people to look at:
//! `cargo xtask shots` calls it.

use std::path::{Path, PathBuf};
use std::time::Instant;
use std::{env, fs};

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use handbill_e2e::gallery::{LOOKS, Look, address, states, wait};
use handbill_e2e::session::Session;
use handbill_e2e::{Browser, Engine, Server};

const WIDTHS: [u32; 3] = [320, 768, 1280];

/// The visitor's zone: the one of most events of the gallery, so that two clocks are shown where they are the point.
const ZONE: &str = "Europe/Berlin";

/// The window while the page is measured.
const LOW: u32 = 600;

/// Waits until the window has its size, its pictures are there, and all is drawn.
const DRAWN: &str = r"
    const pictures = () => [...document.querySelectorAll('handbill-event')]
        .flatMap(({ shadowRoot }) => [...shadowRoot?.querySelectorAll('img') ?? []]);
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return frame().then(() => Promise.all(pictures().map((picture) => picture.decode().catch(() => {})))).then(frame)";

fn main() -> Result<()> {
    let start = Instant::now();
    let known = states()?;
    let mut chosen: Vec<String> = env::args().skip(1).collect();
    if let Some(unknown) = chosen.iter().find(|state| !known.contains(state)) {
        anyhow::bail!(
            "there is no state `{unknown}`; there are {}",
            known.join(", ")
        );
    }
    if chosen.is_empty() {
        chosen.clone_from(&known);
    }
    let folder = folder();
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let server = Server::with_widget()?;
    let browser = Browser::start(Engine::chosen()?, ZONE)?;
    for (number, state) in (1..).zip(&chosen) {
        for look in LOOKS {
            browser
                .session
                .go_to(&address(&server, Some(state), look))?;
            wait(&browser.session)?;
            for width in WIDTHS {
                let picture = picture(&browser.session, width)?;
                let path = folder.join(file(state, look, width));
                fs::write(&path, picture)
                    .with_context(|| format!("cannot write {}", path.display()))?;
            }
        }
        let seconds = start.elapsed().as_secs_f64();
        println!("{number:>3} of {}, {seconds:>5.1} s: {state}", chosen.len());
    }
    // Of all that have been taken, now or before.
    let sheet = folder.join("index.html");
    fs::write(&sheet, contact_sheet(&folder, &known))
        .with_context(|| format!("cannot write {}", sheet.display()))?;
    println!("Look at {}", sheet.display());
    Ok(())
}

/// Where the pictures go.
fn folder() -> PathBuf {
    let default = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shots");
    env::var_os("HANDBILL_SHOTS").map_or_else(default, PathBuf::from)
}

fn file(state: &str, look: Look, width: u32) -> String {
    format!("{state}-{}-{}-{width}.png", look.lang, look.scheme)
}

/// The page in a window of this width, as high as it is. A display may be lower: the picture then ends with it.
fn picture(session: &Session, width: u32) -> Result<Vec<u8>> {
    session.resize((width, LOW))?;
    // As on a telephone, where bars take no room.
    session.run(
        "document.documentElement.style.scrollbarWidth = 'none'",
        &[],
    )?;
    // What comes into view only then is asked for only then, and may need more room.
    for _ in 0..2 {
        let height = session.run(
            "return document.scrollingElement.scrollHeight + outerHeight - innerHeight",
            &[],
        )?;
        let height = height.as_u64().context("the page has no height")?;
        session.resize((width, u32::try_from(height)?))?;
        session.run(DRAWN, &[])?;
    }
    let picture = session.get("screenshot")?;
    let picture = picture.as_str().context("the driver sent no picture")?;
    let picture = BASE64_STANDARD.decode(picture)?;
    ensure!(picture.starts_with(b"\x89PNG"), "the picture is no PNG");
    Ok(picture)
}

/// One page with all pictures, a row for each state.
fn contact_sheet(folder: &Path, states: &[String]) -> String {
    let mut page = String::from(
        "<!doctype html>\n<html lang=\"en-GB\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>Every state of Handbill</title>\n\
         <style>\nbody { font: 1rem/1.4 system-ui, sans-serif; margin: 1rem; background: #888; color: #000 }\n\
         .row { display: flex; gap: 1rem; align-items: start; overflow-x: auto }\n\
         figure { margin: 0; flex: none }\nimg { display: block; border: 1px solid #000; zoom: 0.4 }\n</style>\n\
         <h1>Every state</h1>\n",
    );
    for state in states {
        let mut row = String::new();
        for look in LOOKS {
            for width in WIDTHS {
                let file = file(state, look, width);
                if folder.join(&file).is_file() {
                    let Look { lang, scheme } = look;
                    row += &format!(
                        "<figure><a href=\"{file}\"><img src=\"{file}\" width=\"{width}\" loading=\"lazy\" alt=\"{state}\"></a>\
                         <figcaption>{lang}, {scheme}, {width}</figcaption></figure>\n"
                    );
                }
            }
        }
        if !row.is_empty() {
            page += &format!("<h2 id=\"{state}\">{state}</h2>\n<div class=\"row\">\n{row}</div>\n");
        }
    }
    page
}
