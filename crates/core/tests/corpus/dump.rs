//! What was made of a document, as text for people.

use std::fmt::Write;

use chrono::{Datelike, NaiveTime, TimeDelta, Timelike};
use handbill_core::agenda::{Civil, Day, Row};
use handbill_core::event::{Contribution, Entry, Image, Person, Place, Registration, Section};
use handbill_core::snapshot::{Phase, RegistrationPhase, next_change};
use handbill_core::time::print::print;
use handbill_core::{
    Agenda, CivilDateTime, Event, EventTime, Problem, Snapshot, Span, TimeZones, Timeline,
    Timestamp, Zone,
};

/// A text that grows by lines.
#[derive(Default)]
pub struct Dump(String);

impl Dump {
    pub fn text(self) -> String {
        self.0
    }

    fn heading(&mut self, text: &str) {
        let break_before = if self.0.is_empty() { "" } else { "\n" };
        self.line(&format!("{break_before}# {text}"));
    }

    fn line(&mut self, text: &str) {
        self.0.push_str(text.trim_end());
        self.0.push('\n');
    }

    fn fact(&mut self, name: &str, fact: Option<impl AsRef<str>>) {
        if let Some(fact) = fact {
            self.line(&format!("{name}: {}", in_one_line(fact.as_ref())));
        }
    }

    pub fn problems(&mut self, problems: &[Problem]) {
        self.heading("Problems");
        for problem in problems {
            self.line(&format!("- {problem}"));
        }
        if problems.is_empty() {
            self.line("none");
        }
    }

    pub fn event(&mut self, event: &Event) {
        self.heading("Event");
        self.fact("name", Some(&event.name));
        self.fact("id", event.id.as_ref());
        self.fact("theme", event.theme.as_ref());
        self.paragraphs(&event.description);
        self.fact("zone", event.zone.as_ref().map(zone_name).as_deref());
        let day_change = event.day_change;
        self.fact("day change", day_change.map(|clock| clock.to_string()));
        self.fact("start", event.start.as_ref().map(written));
        self.fact("end", event.end.as_ref().map(written));
        self.fact("previous start", event.previous_start.as_ref().map(written));
        self.fact("attendance", event.mode.map(|mode| format!("{mode:?}")));
        self.fact("status", Some(format!("{:?}", event.status)));
        self.fact("page", event.url.as_ref().map(|url| url.as_str()));
        self.fact("image", event.image.as_ref().map(image));
        for organizer in &event.organizers {
            let url = organizer
                .url
                .as_ref()
                .map(|url| format!(" <{}>", url.as_str()));
            self.fact(
                "organizer",
                Some(format!("{}{}", organizer.name, url.unwrap_or_default())),
            );
        }
        for one in &event.contributions {
            self.fact("with", Some(contribution(one)));
        }
        for one in &event.places {
            self.fact("place", Some(place(one)));
        }
        self.fact(
            "registration",
            event.registration.as_ref().map(registration),
        );
        self.fact(
            "recording",
            event.recording.as_ref().map(|url| url.as_str()),
        );
        self.fact("calendar", event.calendar.as_ref().map(|url| url.as_str()));
        self.fact("programme", event.programme_is_draft.then_some("draft"));
        if let Some(Section { name, description }) = &event.about {
            self.fact("about", Some(name.as_deref().unwrap_or_default()));
            self.paragraphs(description);
        }
    }

    fn paragraphs(&mut self, paragraphs: &[String]) {
        for paragraph in paragraphs {
            self.line(&format!("  | {}", in_one_line(paragraph)));
        }
    }

    pub fn timeline(&mut self, event: &Event, timeline: &Timeline) {
        self.heading(&format!(
            "Timeline by the clock of {}",
            zone_name(&timeline.zone)
        ));
        let all_day = if timeline.is_all_day {
            ", whole days"
        } else {
            ""
        };
        self.fact(
            "span",
            timeline
                .span
                .map(|span| format!("{}{all_day}", span_text(span))),
        );
        self.fact("begins", timeline.starts_at().map(utc));
        self.fact("is over", timeline.ends_at().map(utc));
        self.fact("previous start", timeline.previous_start.map(utc));
        self.fact("registration opens", timeline.opens.map(utc));
        self.fact("registration closes", timeline.closes.map(utc));
        for timed in &timeline.entries {
            let entry = &event.entries[timed.index];
            let span = timed.span.map_or("no time".to_owned(), span_text);
            let mut marks = Vec::new();
            if timed.span.is_some_and(|span| span.end.is_some()) && !timed.has_own_end {
                marks.push("end inferred");
            }
            if timed.is_all_day {
                marks.push("whole day");
            }
            if !timed.takes_place {
                marks.push("does not take place");
            }
            let marks = match marks.as_slice() {
                [] => String::new(),
                marks => format!(" ({})", marks.join(", ")),
            };
            self.line(&format!(
                "{}. {span}{marks} {}",
                timed.index,
                in_one_line(&entry.name)
            ));
            self.entry(entry);
        }
    }

    fn entry(&mut self, entry: &Entry) {
        let mut facts = vec![
            ("id", entry.id.clone()),
            ("format", entry.format.clone()),
            ("room", entry.room.clone()),
            ("track", entry.track.clone()),
            (
                "link",
                entry.url.as_ref().map(|url| url.as_str().to_owned()),
            ),
        ];
        facts.extend(
            entry
                .contributions
                .iter()
                .map(|one| ("with", Some(contribution(one)))),
        );
        for (name, fact) in facts {
            self.fact(&format!("   {name}"), fact);
        }
        for paragraph in &entry.description {
            self.line(&format!("   | {}", in_one_line(paragraph)));
        }
    }

    pub fn agenda(
        &mut self,
        event: &Event,
        timeline: &Timeline,
        zones: &dyn TimeZones,
        zone: &Zone,
    ) {
        self.heading(&format!("Agenda in {}", zone_name(zone)));
        for Day { date, rows } in Agenda::new(timeline, zones, zone).days {
            match date {
                Some(date) => self.line(&format!("{} {date}", date.weekday())),
                None => self.line("some day"),
            }
            for Row { entry, shown, own } in rows {
                let name = &event.entries[timeline.entries[entry].index].name;
                let shown = shown.map_or("-".to_owned(), |shown| {
                    civil_span(shown, date.map(|date| date.and_time(NaiveTime::MIN)))
                });
                let own = own.map_or(String::new(), |own| {
                    format!(
                        "[{}]",
                        civil_span(own, date.map(|date| date.and_time(NaiveTime::MIN)))
                    )
                });
                self.line(&format!("  {shown:<16} {own:<18} {}", in_one_line(name)));
            }
        }
    }

    /// How the event stands from before its first change until after its last.
    pub fn course(&mut self, timeline: &Timeline) {
        self.heading("Course");
        let mut now = timeline
            .boundaries()
            .first()
            .map(|first| *first - TimeDelta::days(1));
        self.line(&format!(
            "at first: {}",
            snapshot(timeline, now.unwrap_or_default())
        ));
        for _ in 0..60 {
            now = now.and_then(|now| next_change(timeline, now));
            let Some(now) = now else { return };
            self.line(&format!("{}: {}", utc(now), snapshot(timeline, now)));
        }
        self.line("…");
    }
}

fn snapshot(timeline: &Timeline, now: Timestamp) -> String {
    let snapshot = Snapshot::at(timeline, now);
    let mut text = match snapshot.phase {
        Phase::Unscheduled => "unscheduled",
        Phase::Upcoming => "upcoming",
        Phase::Soon => "soon",
        Phase::Live => "live",
        Phase::Break => "break",
        Phase::Ended => "ended",
    }
    .to_owned();
    let index = |position: &usize| timeline.entries[*position].index.to_string();
    if !snapshot.on.is_empty() {
        let on: Vec<String> = snapshot.on.iter().map(index).collect();
        write!(text, ", on {}", on.join(" ")).expect("a text takes everything");
    }
    if let Some(next) = &snapshot.next {
        write!(text, ", next {}", index(next)).expect("a text takes everything");
    }
    let registration = match snapshot.registration {
        RegistrationPhase::None => return text,
        RegistrationPhase::OpensAt(at) => format!("registration opens {}", utc(at)),
        RegistrationPhase::Open(Some(at)) => format!("registration open until {}", utc(at)),
        RegistrationPhase::Open(None) => "registration open".to_owned(),
        RegistrationPhase::Full => "full".to_owned(),
        RegistrationPhase::WaitingList => "waiting list".to_owned(),
        RegistrationPhase::Closed => "registration closed".to_owned(),
        RegistrationPhase::Over => "registration over".to_owned(),
    };
    text + ", " + &registration
}

fn zone_name(zone: &Zone) -> String {
    match zone {
        Zone::Named(id) => id.to_string(),
        Zone::Fixed(offset) => format!("UTC{offset}"),
        Zone::Floating(_) => "nobody knows where".to_owned(),
    }
}

fn utc(at: Timestamp) -> String {
    print(at.fixed_offset())
}

fn span_text(span: Span) -> String {
    match span.end {
        Some(end) => format!("{} – {}", utc(span.start), utc(end)),
        None => utc(span.start),
    }
}

/// Clock times, with the days by which they lie away from the day under which they stand.
fn civil_span(civil: Civil, day: Option<CivilDateTime>) -> String {
    let time = |time: CivilDateTime| {
        let shift = day.map_or(0, |day| (time.date() - day.date()).num_days());
        let shift = if shift == 0 {
            String::new()
        } else {
            format!("{shift:+}")
        };
        format!("{:02}:{:02}{shift}", time.hour(), time.minute())
    };
    match civil.end {
        Some(end) => format!("{}–{}", time(civil.start), time(end)),
        None => time(civil.start),
    }
}

fn written(time: &EventTime) -> String {
    match time {
        EventTime::Date(date) => format!("{date}"),
        EventTime::Clock(clock) => format!("{clock} on some day"),
        EventTime::Civil(civil) => format!("{civil} by the event's clock"),
        EventTime::Instant(instant) => format!("{instant}"),
        EventTime::Zoned {
            civil,
            zone,
            offset,
        } => {
            let offset = offset.map_or(String::new(), |offset| offset.to_string());
            format!("{civil}{offset} in {zone}")
        }
        EventTime::InstantIn { at, zone } => format!("{at} in {zone}"),
    }
}

fn contribution(contribution: &Contribution) -> String {
    let Person {
        honorific_prefix,
        name,
        honorific_suffix,
        job_title,
        affiliation,
        url,
    } = &contribution.person;
    let called = [
        honorific_prefix.as_deref(),
        Some(name),
        honorific_suffix.as_deref(),
    ];
    let mut parts = vec![called.into_iter().flatten().collect::<Vec<_>>().join(" ")];
    parts.extend(job_title.clone());
    parts.extend(affiliation.clone());
    parts.extend(url.as_ref().map(|url| format!("<{}>", url.as_str())));
    parts.extend(contribution.role.as_ref().map(|role| format!("as {role}")));
    parts.join(", ")
}

fn place(place: &Place) -> String {
    let kind = if place.is_virtual {
        "online"
    } else {
        "on site"
    };
    let mut parts = vec![kind.to_owned()];
    parts.extend(place.name.clone());
    parts.extend(place.address.clone());
    parts.extend(place.url.as_ref().map(|url| format!("<{}>", url.as_str())));
    parts.join(", ")
}

fn image(image: &Image) -> String {
    let size = |size: Option<u32>| size.map_or("?".to_owned(), |size| size.to_string());
    let alternative = image.alt.as_deref().unwrap_or("nothing");
    format!(
        "{}, {} × {}, shows {alternative}",
        image.url.as_str(),
        size(image.width),
        size(image.height)
    )
}

fn registration(registration: &Registration) -> String {
    let mut parts = vec![format!("{:?}", registration.availability)];
    parts.extend(
        registration
            .url
            .as_ref()
            .map(|url| format!("<{}>", url.as_str())),
    );
    parts.extend(
        registration
            .opens
            .as_ref()
            .map(|time| format!("opens {}", written(time))),
    );
    parts.extend(
        registration
            .closes
            .as_ref()
            .map(|time| format!("closes {}", written(time))),
    );
    parts.join(", ")
}

/// Line breaks and other characters that one does not see, made visible.
fn in_one_line(text: &str) -> String {
    let visible = |c: char| {
        if c.is_control() {
            c.escape_default().to_string()
        } else {
            c.to_string()
        }
    };
    text.chars().map(visible).collect()
}
