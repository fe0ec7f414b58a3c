"""Reads calendar files with the library icalendar, and prints what is in them as JSON.

Arguments: the files. The JSON is a list with one object for each, in the shape that parse.mjs prints as well.
"""

import json
import sys
from datetime import datetime, timezone
from pathlib import Path

from icalendar import Calendar
from icalendar.parser import unescape_backslash


def time(event, name):
    """A time as RFC 3339 has it: with Z in UTC, without on any clock, a date alone for whole days."""
    if name not in event:
        return None
    at = event[name].dt
    if not isinstance(at, datetime):
        return at.isoformat()
    if at.tzinfo is None:
        return at.isoformat()
    return at.astimezone(timezone.utc).replace(tzinfo=None).isoformat() + "Z"


def text(component, name):
    return str(component[name]) if name in component else None


def each(event, name):
    found = event.get(name, [])
    return [str(one) for one in (found if isinstance(found, list) else [found])]


def read_event(event):
    organizer = event.get("ORGANIZER")
    return {
        "uid": text(event, "UID"),
        "sequence": int(event["SEQUENCE"]),
        "status": text(event, "STATUS"),
        "stamp": time(event, "DTSTAMP"),
        "modified": time(event, "LAST-MODIFIED"),
        "start": time(event, "DTSTART"),
        "end": time(event, "DTEND"),
        "title": text(event, "SUMMARY"),
        "notes": text(event, "DESCRIPTION"),
        "location": text(event, "LOCATION"),
        "url": text(event, "URL"),
        "conferences": each(event, "CONFERENCE"),
        "organizer": organizer and [organizer.params["CN"], str(organizer)],
    }


def read(path):
    calendar = Calendar.from_ical(Path(path).read_bytes())
    # The library does not know that NAME is a text (RFC 7986, section 5.1), and leaves it as it stands in the file.
    name = text(calendar, "NAME")
    problems = [str(error) for component in calendar.walk() for error in component.errors]
    return {
        "problems": problems,
        "method": text(calendar, "METHOD"),
        "name": name and unescape_backslash(name),
        "events": [read_event(event) for event in calendar.walk("VEVENT")],
    }


json.dump([read(path) for path in sys.argv[1:]], sys.stdout)
