//! A page as its reader meets it: what can be seen, what a screen reader is told, what the keyboard
//! reaches, what the page does.
//!
//! Everything here panics with what was seen at the line of the test that expected something else.
//! Nothing here looks at markup.

use std::fmt::Display;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use serde_json::{Value, json};

use crate::browser::Loan;
use crate::session::Element;
use crate::{Browser, Reply, Server};

/// The visitor's zone where a test does not say: at an offset that nothing shows by luck.
pub const HOME: &str = "Asia/Kathmandu";

pub(crate) const READER: &str = include_str!("reader.js");

/// A page in a browser of its own.
#[derive(Debug)]
pub struct Page {
    /// How long the page may take to do what it should.
    pub patience: Duration,
    pub(crate) browser: Loan,
}

/// Something that a visitor can reach: an element by its role and its accessible name.
#[derive(Clone, Debug)]
pub struct Control {
    element: Element,
    described: String,
}

/// A line of the programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What can be read in it.
    pub text: String,
    /// The nearest heading above it.
    pub heading: String,
}

/// One of Handbill's events that reached the document.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Such as `handbill:load`.
    pub kind: String,
    /// The `detail`, as far as JSON can hold it.
    pub detail: Value,
    /// The `id` of the element that it came from.
    pub target: String,
}

impl Page {
    /// Opens a page with this body on `server`, for a visitor at [`HOME`].
    #[track_caller]
    pub fn open(server: &Server, body: &str) -> Self {
        Self::open_in(HOME, server, body)
    }

    /// Opens a page with this body on `server`, for a visitor in `zone`.
    #[track_caller]
    pub fn open_in(zone: &str, server: &Server, body: &str) -> Self {
        server.put("/page.html", Reply::page(body));
        Self::visit_in(zone, &server.url("/page.html"))
    }

    /// Goes to `url` as a visitor at [`HOME`].
    #[track_caller]
    pub fn visit(url: &str) -> Self {
        Self::visit_in(HOME, url)
    }

    /// Goes to `url` as a visitor in `zone`.
    #[track_caller]
    pub fn visit_in(zone: &str, url: &str) -> Self {
        let browser = or_panic("a browser", Browser::borrow(zone));
        let page = Self {
            patience: Duration::from_secs(10),
            browser,
        };
        or_panic(url, page.browser.session.go_to(url));
        page
    }

    /// Everything that can be read on the page, shadow roots included, in one line.
    #[track_caller]
    pub fn visible_text(&self) -> String {
        // A page that is on its way has no body yet.
        let script = "return document.body ? visibleText(document.body) : ''";
        in_one_line(self.ask(script, &[]).as_str().unwrap_or_default())
    }

    /// Everything that can be read in the first element that `selector` finds in the light DOM.
    #[track_caller]
    pub fn visible_text_of(&self, selector: &str) -> String {
        let script = "const found = document.querySelector(arguments[0]); return found && visibleText(found)";
        match self.ask(script, &[json!(selector)]) {
            Value::String(text) => in_one_line(&text),
            _ => panic!("there is no {selector} on the page"),
        }
    }

    /// Waits until `text` can be read on the page.
    #[track_caller]
    pub fn see(&self, text: &str) {
        self.wait_until(&format!("{text:?} can be read"), || {
            self.visible_text().contains(text)
        });
    }

    /// The lines of the programme, in order.
    #[track_caller]
    pub fn programme(&self) -> Vec<Line> {
        let lines = self.ask("return programme()", &[]);
        let lines = lines.as_array().map(Vec::as_slice).unwrap_or_default();
        let part = |line: &Value, key| in_one_line(line[key].as_str().unwrap_or_default());
        lines
            .iter()
            .map(|line| Line {
                text: part(line, "text"),
                heading: part(line, "heading"),
            })
            .collect()
    }

    /// Waits for the line of the programme that contains `name`.
    #[track_caller]
    pub fn entry(&self, name: &str) -> Line {
        self.wait_for(&format!("{name:?} stands in the programme"), || {
            self.programme()
                .into_iter()
                .find(|line| line.text.contains(name))
        })
    }

    /// Waits for the element that assistive technology is told has this role and this name.
    #[track_caller]
    pub fn control(&self, role: &str, name: &str) -> Control {
        self.wait_for(&format!("there is a {role} called {name:?}"), || {
            self.controls(role).find_map(|(element, found)| {
                (found == name).then(|| Control {
                    element,
                    described: format!("{role} {name:?}"),
                })
            })
        })
    }

    /// The accessible names of everything with this role, in reading order.
    #[track_caller]
    pub fn names(&self, role: &str) -> Vec<String> {
        self.controls(role).map(|(_, name)| name).collect()
    }

    /// Presses a key, or several together: `Tab`, `Shift+Tab`, `Enter`, `a`.
    #[track_caller]
    pub fn press(&self, keys: &str) {
        let keys: Result<Vec<char>> = keys.split('+').map(key).collect();
        or_panic(
            "a key",
            keys.and_then(|keys| self.browser.session.press(&keys)),
        );
    }

    /// The role and the accessible name of what has the focus.
    #[track_caller]
    pub fn focused(&self) -> (String, String) {
        let session = &self.browser.session;
        let focused = session.elements(&with_reader("return focused()"), &[]);
        let described = focused.and_then(|found| match found.first() {
            Some(element) => Ok((session.role(element)?, in_one_line(&session.name(element)?))),
            None => Ok(Default::default()),
        });
        or_panic("what has the focus", described)
    }

    /// Presses Tab until something with this role and name has the focus.
    #[track_caller]
    pub fn tab_to(&self, role: &str, name: &str) {
        let mut met = Vec::new();
        for _ in 0..100 {
            self.press("Tab");
            let focused = self.focused();
            if (focused.0.as_str(), focused.1.as_str()) == (role, name) {
                return;
            }
            met.push(focused);
        }
        met.dedup();
        panic!("Tab does not reach the {role} called {name:?}, only {met:?}");
    }

    /// An attribute of a control.
    #[track_caller]
    pub fn attribute(&self, control: &Control, name: &str) -> Option<String> {
        or_panic(
            &control.described,
            self.browser.session.attribute(&control.element, name),
        )
    }

    /// Clicks a control.
    #[track_caller]
    pub fn click(&self, control: &Control) {
        or_panic(
            &control.described,
            self.browser.session.click(&control.element),
        );
    }

    /// Runs a script in the page with a control as its only argument.
    #[track_caller]
    pub fn run_on(&self, control: &Control, script: &str) -> Value {
        self.run(script, &[control.element.to_json()])
    }

    /// Runs a script in the page as the body of a function.
    #[track_caller]
    pub fn run(&self, script: &str, arguments: &[Value]) -> Value {
        or_panic(script, self.browser.session.run(script, arguments))
    }

    /// Gives the window another size.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) {
        or_panic("another size", self.browser.session.resize((width, height)));
    }

    /// Types a text where the focus is.
    #[track_caller]
    pub fn write(&self, text: &str) {
        for letter in text.chars() {
            or_panic("a letter", self.browser.session.press(&[letter]));
        }
    }

    /// Takes the visitor to another time zone while the page is open, and has them look at it again.
    #[track_caller]
    pub fn travel(&self, zone: &str) {
        or_panic("another zone", self.browser.travel(zone));
        self.run("document.dispatchEvent(new Event('visibilitychange'))", &[]);
    }

    /// Lays the page out as on paper; what can be seen is then what would be printed.
    #[track_caller]
    pub fn on_paper(&self, look: impl FnOnce()) {
        or_panic("paper", self.browser.paper(true));
        look();
        or_panic("a screen", self.browser.paper(false));
    }

    /// Goes to another page in the same window. The driver sees to it, not a script: what is asked of a page while it makes way
    /// for another one is sometimes never answered in WebKit.
    #[track_caller]
    pub fn go_to(&self, url: &str) {
        or_panic(url, self.browser.session.go_to(url));
    }

    /// Goes back to the page before, in the same way.
    #[track_caller]
    pub fn back(&self) {
        or_panic("the page before", self.browser.session.back());
    }

    /// Loads the page again.
    #[track_caller]
    pub fn reload(&self) {
        self.run(
            "recorder.events.length = 0; window.isOld = true; location.reload()",
            &[],
        );
        // Some drivers do not wait: for a moment scripts still see the page before.
        self.wait_until("the page is another one", || {
            let answer = self.browser.session.run("return !window.isOld", &[]);
            answer.is_ok_and(|is_new| is_new == json!(true))
        });
    }

    /// What the page has said on its console, each line with its level before it: `warn: …`.
    /// An exception that nobody caught is a line too: `uncaught: …`.
    #[track_caller]
    pub fn console(&self) -> Vec<String> {
        let lines = self.recorded("console");
        let part = |line: &Value, key: &str| line[key].as_str().unwrap_or_default().to_owned();
        lines
            .iter()
            .map(|line| format!("{}: {}", part(line, "level"), part(line, "text")))
            .collect()
    }

    /// What Handbill has said on the console: lines that begin with its name, without their level.
    #[track_caller]
    pub fn complaints(&self) -> Vec<String> {
        let lines = self.console();
        let lines = lines
            .iter()
            .filter_map(|line| line.split_once(": ").map(|(_, text)| text));
        lines
            .filter(|text| text.starts_with("Handbill:"))
            .map(str::to_owned)
            .collect()
    }

    /// The `handbill:*` events that have reached the document.
    #[track_caller]
    pub fn events(&self) -> Vec<Event> {
        let part = |event: &Value, key| event[key].as_str().unwrap_or_default().to_owned();
        let event = |event: &Value| Event {
            kind: part(event, "type"),
            detail: event["detail"].clone(),
            target: part(event, "target"),
        };
        self.recorded("events").iter().map(event).collect()
    }

    /// Waits for the first event of this kind.
    #[track_caller]
    pub fn event(&self, kind: &str) -> Event {
        self.wait_for(&format!("{kind} reaches the document"), || {
            self.events().into_iter().find(|event| event.kind == kind)
        })
    }

    /// Waits until the page has loaded, asks for nothing more and has drawn what it knows.
    #[track_caller]
    pub fn settle(&self) {
        let script = "return [document.readyState, performance.getEntriesByType('resource').length, recorder.events.length, recorder.console.length, visibleText(document.body)]";
        let mut before = Value::Null;
        let mut same = 0;
        self.wait_until("the page comes to rest", || {
            // To look twice as often tells nothing more, and keeps the page busy.
            thread::sleep(Duration::from_millis(40));
            let now = self.ask(script, &[]);
            same = if now == before && now[0] == json!("complete") {
                same + 1
            } else {
                0
            };
            before = now;
            same >= 3
        });
    }

    /// Waits until `condition` holds; panics with what was seen if its patience ends before.
    #[track_caller]
    pub fn wait_until(&self, what: &str, mut condition: impl FnMut() -> bool) {
        self.wait_for(what, || condition().then_some(()));
    }

    /// Waits until `search` finds something; panics with what was seen if its patience ends before.
    #[track_caller]
    pub fn wait_for<T>(&self, what: &str, mut search: impl FnMut() -> Option<T>) -> T {
        let deadline = Instant::now() + self.patience;
        loop {
            if let Some(found) = search() {
                return found;
            }
            if Instant::now() > deadline {
                panic!("waited in vain until {what}\n{}", self.report());
            }
            thread::sleep(Duration::from_millis(40));
        }
    }

    /// What there is to see, for the message of a failed test.
    #[track_caller]
    pub fn report(&self) -> String {
        let log = self.browser.log().unwrap_or_default();
        format!(
            "  visible text: {}\n  console: {:#?}\n  events: {:#?}\n  browser log: {log:#?}",
            self.visible_text(),
            self.console(),
            self.events(),
        )
    }

    /// The browser's own log since the last call.
    #[track_caller]
    pub fn browser_log(&self) -> Vec<String> {
        or_panic("the browser's log", self.browser.log())
    }

    /// What the browser's own log says of policies since the last call.
    #[track_caller]
    pub fn refusals(&self) -> Vec<String> {
        let mut log = self.browser_log();
        // Engines disagree on how it is written.
        log.retain(|line| line.replace('-', " ").contains("Content Security Policy"));
        log
    }

    /// The shown elements with this role, and their accessible names.
    fn controls(&self, role: &str) -> impl Iterator<Item = (Element, String)> {
        let session = &self.browser.session;
        let script = with_reader(
            "return [...elements(document.body)].filter((element) => element.matches(arguments[0]) && shown(element))",
        );
        let candidates = session
            .elements(&script, &[json!(candidates(role))])
            .unwrap_or_default();
        // An element that was replaced since the script ran has neither role nor name: it is gone.
        let with_role = candidates
            .into_iter()
            .filter(move |element| session.role(element).is_ok_and(|found| found == role));
        with_role.filter_map(|element| {
            let name = session.name(&element).ok()?;
            Some((element, in_one_line(&name)))
        })
    }

    /// Asks the page something in the words of `reader.js`.
    #[track_caller]
    fn ask(&self, script: &str, arguments: &[Value]) -> Value {
        or_panic(
            script,
            self.browser.session.run(&with_reader(script), arguments),
        )
    }

    #[track_caller]
    fn recorded(&self, list: &str) -> Vec<Value> {
        match self.run("return window.recorder?.[arguments[0]]", &[json!(list)]) {
            Value::Array(list) => list,
            _ => Vec::new(),
        }
    }
}

/// A text with single spaces, and without the marks that steer its direction.
pub fn in_one_line(text: &str) -> String {
    let steers = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{2066}'..='\u{2069}');
    let text: String = text.chars().filter(|&c| !steers(c)).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn with_reader(script: &str) -> String {
    format!("{READER}\n{script}")
}

/// Where to look for a role, so that the driver need not be asked about every element: what has it by nature, and what
/// says so itself.
fn candidates(role: &str) -> String {
    let by_nature = match role {
        "link" => "a, area",
        "button" => "button, input, summary",
        "heading" => "h1, h2, h3, h4, h5, h6",
        "img" => "img, svg, [role~=image i]",
        "list" => "ul, ol, menu",
        "listitem" => "li",
        "combobox" => "input, select",
        "radio" => "input",
        "option" => "option",
        _ => return "*".to_owned(),
    };
    format!("{by_nature}, [role~={role} i]")
}

/// The character that stands for a key in WebDriver.
fn key(name: &str) -> Result<char> {
    Ok(match name {
        "Tab" => '\u{e004}',
        "Enter" => '\u{e007}',
        "Shift" => '\u{e008}',
        "Escape" => '\u{e00c}',
        "Space" => ' ',
        "Home" => '\u{e011}',
        "End" => '\u{e010}',
        "ArrowLeft" => '\u{e012}',
        "ArrowUp" => '\u{e013}',
        "ArrowRight" => '\u{e014}',
        "ArrowDown" => '\u{e015}',
        _ => match name.chars().collect::<Vec<_>>()[..] {
            [character] => character,
            _ => bail!("{name} is no key"),
        },
    })
}

#[track_caller]
fn or_panic<T>(what: impl Display, result: Result<T>) -> T {
    match result {
        Ok(value) => value,
        Err(error) => panic!("{what}: {error:#}"),
    }
}
