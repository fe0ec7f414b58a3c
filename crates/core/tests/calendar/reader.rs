//! A reader of iCalendar for tests: no more than what RFC 5545 §3.1 and §3.3.11 say.

/// The values of a property in a file, unfolded and as they stand. The name may have parameters.
pub fn values<'a>(lines: &'a [String], name: &str) -> Vec<&'a str> {
    let value = |line: &'a String| {
        let (found, value) = line.split_once(':')?;
        (found == name).then_some(value)
    };
    lines.iter().filter_map(value).collect()
}

/// The content lines of a file. Panics where one is longer than 75 octets, or does not end as it has to.
#[track_caller]
pub fn unfold(file: &str) -> Vec<String> {
    let physical = file.strip_suffix("\r\n").expect("the last line has an end");
    let mut lines: Vec<String> = Vec::new();
    for line in physical.split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line:?}", line.len());
        assert!(!line.chars().any(char::is_control), "{line:?}");
        match line.strip_prefix(' ') {
            Some(more) => lines
                .last_mut()
                .expect("the first line is none of a fold")
                .push_str(more),
            None => lines.push(line.to_owned()),
        }
    }
    lines
}

/// The text that a value of type TEXT stands for. Panics where there is an escape that is none.
#[track_caller]
pub fn unescape(value: &str) -> String {
    let mut text = String::new();
    let mut chars = value.chars();
    while let Some(char) = chars.next() {
        match char {
            '\\' => match chars.next() {
                Some('n') => text.push('\n'),
                Some(char @ ('\\' | ';' | ',')) => text.push(char),
                other => panic!("\\{other:?} in {value:?}"),
            },
            ';' | ',' => panic!("{char} in {value:?}"),
            char => text.push(char),
        }
    }
    text
}
