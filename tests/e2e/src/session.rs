//! One WebDriver session: the W3C commands that the suite needs, each as one request.

use std::cell::Cell;
use std::slice;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value, json};
use ureq::Agent;
use ureq::http::Response;

/// The key under which an element's reference stands in WebDriver's JSON.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// An open session.
#[derive(Debug)]
pub struct Session {
    agent: Agent,
    address: String,
    /// The size that the window was last given.
    pub(crate) size: Cell<Option<(u32, u32)>>,
}

/// A reference to an element on the current page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element(String);

impl Session {
    /// Whether the driver at `driver`, such as `http://127.0.0.1:9515`, accepts sessions.
    pub fn is_ready(driver: &str) -> bool {
        let status = call(&agent(), &format!("{driver}/status"), None);
        status.is_ok_and(|status| status["ready"] == json!(true))
    }

    /// Opens a session and with it a browser.
    pub fn start(driver: &str, capabilities: &Value) -> Result<Self> {
        let agent = agent();
        let body = json!({"capabilities": {"alwaysMatch": capabilities}});
        let session = call(&agent, &format!("{driver}/session"), Some(body))?;
        let id = session["sessionId"]
            .as_str()
            .context("the driver opened a session without an id")?;
        Ok(Self {
            address: format!("{driver}/session/{id}"),
            agent,
            size: Cell::new(None),
        })
    }

    /// Sends a command that only asks.
    pub fn get(&self, command: &str) -> Result<Value> {
        call(&self.agent, &format!("{}/{command}", self.address), None)
    }

    /// Sends a command that does something.
    pub fn post(&self, command: &str, body: Value) -> Result<Value> {
        call(
            &self.agent,
            &format!("{}/{command}", self.address),
            Some(body),
        )
    }

    /// Goes to `url` and waits for its load event.
    pub fn go_to(&self, url: &str) -> Result<()> {
        self.post("url", json!({"url": url})).map(drop)
    }

    /// Goes back to the page before and waits for it to be there.
    pub fn back(&self) -> Result<()> {
        self.post("back", json!({})).map(drop)
    }

    /// Runs `script` in the page as the body of a function and returns what it returns.
    pub fn run(&self, script: &str, arguments: &[Value]) -> Result<Value> {
        self.post("execute/sync", json!({"script": script, "args": arguments}))
    }

    /// Runs `script` with the rights of the browser itself. Only geckodriver has such a thing.
    pub fn run_privileged(&self, script: &str, arguments: &[Value]) -> Result<Value> {
        self.post("moz/context", json!({"context": "chrome"}))?;
        let outcome = self.run(script, arguments);
        self.post("moz/context", json!({"context": "content"}))?;
        outcome
    }

    /// Runs a script that returns an element, a list of elements, or nothing.
    pub fn elements(&self, script: &str, arguments: &[Value]) -> Result<Vec<Element>> {
        let found = match self.run(script, arguments)? {
            Value::Null => Vec::new(),
            Value::Array(found) => found,
            one => vec![one],
        };
        found.iter().map(Element::from_json).collect()
    }

    /// The element's role as assistive technology is told it (Get Computed Role).
    ///
    /// Engines disagree on the name of one role; `img` is what authors write.
    pub fn role(&self, element: &Element) -> Result<String> {
        let role = text(self.get(&format!("element/{}/computedrole", element.0))?)?;
        Ok(if role == "image" {
            "img".to_owned()
        } else {
            role
        })
    }

    /// The element's accessible name (Get Computed Label).
    pub fn name(&self, element: &Element) -> Result<String> {
        text(self.get(&format!("element/{}/computedlabel", element.0))?)
    }

    /// The element's attribute as it stands in the markup.
    pub fn attribute(&self, element: &Element, name: &str) -> Result<Option<String>> {
        // Get Element Attribute answers with properties for some names; `href` is one of them.
        let script = "return arguments[0].getAttribute(arguments[1])";
        match self.run(script, &[element.to_json(), json!(name)])? {
            Value::Null => Ok(None),
            value => text(value).map(Some),
        }
    }

    /// Scrolls the element into view and clicks what stands at its middle.
    ///
    /// Not Element Click: ChromeDriver's fails on children of a shadow root.
    pub fn click(&self, element: &Element) -> Result<()> {
        let element = element.to_json();
        self.run(
            "arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})",
            slice::from_ref(&element),
        )?;
        let pointer = json!({"type": "pointer", "id": "mouse", "actions": [
            {"type": "pointerMove", "origin": element, "x": 0, "y": 0},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]});
        self.post("actions", json!({"actions": [pointer]}))
            .map(drop)
    }

    /// Presses `keys` together, the last one last, and lets go of them.
    pub fn press(&self, keys: &[char]) -> Result<()> {
        let down = keys
            .iter()
            .map(|key| json!({"type": "keyDown", "value": key.to_string()}));
        let up = keys
            .iter()
            .rev()
            .map(|key| json!({"type": "keyUp", "value": key.to_string()}));
        let strokes: Vec<Value> = down.chain(up).collect();
        let keyboard = json!({"type": "key", "id": "keyboard", "actions": strokes});
        self.post("actions", json!({"actions": [keyboard]}))
            .map(drop)
    }

    /// Closes the window that is looked at.
    pub(crate) fn close(&self) -> Result<()> {
        let window = format!("{}/window", self.address);
        value(self.agent.delete(window.as_str()).call(), &window).map(drop)
    }
}

impl Element {
    /// The element as an argument of a script.
    pub fn to_json(&self) -> Value {
        json!({ELEMENT: self.0})
    }

    fn from_json(json: &Value) -> Result<Self> {
        let reference = json[ELEMENT]
            .as_str()
            .context("the script returned something else than elements")?;
        Ok(Self(reference.to_owned()))
    }
}

fn agent() -> Agent {
    // Longer than any of the driver's own limits but the one for page loads: a test fails with
    // what was seen, not with a lost connection.
    let limit = Some(Duration::from_secs(60));
    Agent::config_builder()
        .timeout_global(limit)
        .http_status_as_error(false)
        .proxy(None)
        .build()
        .into()
}

/// Sends `body` where there is one, and returns the `value` of the answer.
fn call(agent: &Agent, address: &str, body: Option<Value>) -> Result<Value> {
    let response = match body {
        Some(body) => agent.post(address).send_json(body),
        None => agent.get(address).call(),
    };
    value(response, address)
}

fn value(response: Result<Response<ureq::Body>, ureq::Error>, address: &str) -> Result<Value> {
    let mut response =
        response.with_context(|| format!("no answer from the driver to {address}"))?;
    let mut answer: Map<String, Value> = response
        .body_mut()
        .read_json()
        .with_context(|| format!("no JSON from the driver for {address}"))?;
    let value = answer.remove("value").unwrap_or_default();
    if response.status().is_success() {
        return Ok(value);
    }
    let message = value["message"].as_str().unwrap_or_default();
    bail!(
        "{}: {}",
        value["error"].as_str().unwrap_or("error"),
        message.lines().next().unwrap_or_default()
    )
}

fn text(value: Value) -> Result<String> {
    match value {
        Value::String(text) => Ok(text),
        other => bail!("the driver answered {other} where a text was due"),
    }
}
