// Reads calendar files with the library ical.js, and prints what is in them as JSON.
//
// Arguments: the files. The JSON is a list with one object for each, in the shape that parse.py prints as well.

import { readFileSync } from "node:fs";
import ICAL from "ical.js";

// As RFC 3339 has it: with Z in UTC, without on any clock, a date alone for whole days.
const time = (event, name) => event.getFirstPropertyValue(name)?.toString() ?? null;

const value = (component, name) => component.getFirstPropertyValue(name);

const readEvent = (event) => {
  const organizer = event.getFirstProperty("organizer");
  return {
    uid: value(event, "uid"),
    sequence: value(event, "sequence"),
    status: value(event, "status"),
    stamp: time(event, "dtstamp"),
    modified: time(event, "last-modified"),
    start: time(event, "dtstart"),
    end: time(event, "dtend"),
    title: value(event, "summary"),
    notes: value(event, "description"),
    location: value(event, "location"),
    url: value(event, "url"),
    conferences: event.getAllProperties("conference").map((conference) => conference.getFirstValue()),
    organizer: organizer && [organizer.getParameter("cn"), organizer.getFirstValue()],
  };
};

const read = (path) => {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(path, "utf8")));
  // The library does not know that NAME is a text (RFC 7986, section 5.1), and leaves it as it stands in the file.
  const name = value(calendar, "name");
  return {
    problems: [],
    method: value(calendar, "method"),
    name: name && ICAL.design.icalendar.value.text.fromICAL(name),
    events: calendar.getAllSubcomponents("vevent").map(readEvent),
  };
};

process.stdout.write(JSON.stringify(process.argv.slice(2).map(read)));
