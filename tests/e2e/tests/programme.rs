//! What a programme reads as.

use handbill_e2e::snippet::{CONTENT, SCRIPT, element_with};
use handbill_e2e::{Page, Reply, Server};
use serde_json::{Value, json};

/// A line as it should be read: its name, its day, its time, and the event's own time beside it,
/// which is empty where no other clock is shown.
pub type Row<'a> = (&'a str, &'a str, &'a str, &'a str);

/// An online event in this zone from start to end, with entries of these names and starts.
pub fn event(zone: &str, [start, end]: [&str; 2], entries: &[(&str, &str)]) -> Value {
    let entries: Vec<Value> = entries
        .iter()
        .map(|(name, start)| json!({"name": name, "startDate": start}))
        .collect();
    json!({
        "name": "A Night on Clocks",
        "timeZone": zone,
        "startDate": start,
        "endDate": end,
        "eventAttendanceMode": "online",
        "subEvent": entries,
    })
}

/// A page with this event for a visitor in `zone`, once it is there.
#[track_caller]
pub fn page_in(zone: &str, event: &Value, attributes: &str) -> (Server, Page) {
    let server = Server::with_widget().expect("the widget");
    server.put("/event.json", Reply::json(event));
    let element = element_with(&format!(r#"src="/event.json" {attributes}"#), CONTENT);
    let page = Page::open_in(zone, &server, &format!("{SCRIPT}{element}"));
    page.event("handbill:load");
    (server, page)
}

/// The programme has these lines and no other, in this order.
#[track_caller]
pub fn reads(page: &Page, rows: &[Row]) {
    let lines = page.programme();
    assert_eq!(lines.len(), rows.len(), "each entry once: {lines:#?}");
    for (line, (name, day, time, own)) in lines.iter().zip(rows) {
        assert!(
            line.text.starts_with(time) && line.text.contains(name),
            "{name:?} at {time}: {line:#?}"
        );
        assert!(line.heading.contains(day), "{name:?} on {day}: {line:#?}");
        assert!(line.text.contains(own), "{own:?} beside it: {line:#?}");
        // None of the names has a colon, so there are as many words with one as there are times; an offset is none.
        let clocks = if own.is_empty() { 1 } else { 2 };
        let words = line.text.split(' ').filter(|word| word.contains(':'));
        let times = words.filter(|word| !word.starts_with("GMT")).count();
        assert_eq!(times, clocks, "so many clocks: {line:#?}");
    }
}
