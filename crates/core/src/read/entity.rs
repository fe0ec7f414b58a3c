//! HTML character references: `&amp;`, `&eacute;`, `&#8217;`.

/// Decodes the character references of a text. Unknown ones stay as they are.
pub fn decode(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = crate::strings::split_once(rest, b'&') {
        decoded.push_str(before);
        match name(after).and_then(|name| Some((name, char_of(name)?))) {
            Some((name, char)) => {
                decoded.push(char);
                rest = &after[name.len() + 1..];
            }
            None => {
                decoded.push('&');
                rest = after;
            }
        }
    }
    decoded.push_str(rest);
    decoded
}

/// Whether a text contains a character reference.
pub fn is_in(text: &str) -> bool {
    let mut marks = text.bytes().enumerate();
    marks.any(|(at, byte)| byte == b'&' && name(&text[at + 1..]).is_some())
}

/// The name of the reference whose `&` stands before `text`: `amp`, `#8217`, `#x2019`. At least one small letter or a `#`
/// tells it from text such as "R&D;".
pub fn name(text: &str) -> Option<&str> {
    let digits = text.strip_prefix('#').unwrap_or(text);
    let length = digits
        .bytes()
        .position(|byte| !byte.is_ascii_alphanumeric())?;
    let name = &text[..text.len() - digits.len() + length];
    let is_name = name
        .bytes()
        .any(|byte| byte == b'#' || byte.is_ascii_lowercase());
    (is_name && digits.as_bytes()[length] == b';').then_some(name)
}

/// Names that are not in [`LATIN`], and their characters.
const NAMES: &str = "amp& lt< gt> quot\" apos' ndash– mdash— lsquo‘ rsquo’ sbquo‚ ldquo“ rdquo” bdquo„ hellip… bull• euro€ trade™ oelig\u{153} OElig\u{152}";

/// The names of U+00A0 to U+00FF, in order.
const LATIN: &str = "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 \
acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig \
Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave \
Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave \
iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

/// The characters of `&#128;` to `&#159;`, which old editors number as in Windows-1252.
const WINDOWS: &str = "€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ";

fn char_of(name: &str) -> Option<char> {
    if let Some(digits) = name.strip_prefix('#') {
        let code = match digits.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16),
            None => digits.parse(),
        };
        return match code.ok()? {
            0 => None,
            code @ 128..=159 => WINDOWS.chars().nth(code as usize - 128),
            code => char::from_u32(code),
        };
    }
    let names = crate::strings::split(LATIN, b' ');
    if let Some((code, _)) = (0xa0..=0xff_u8)
        .zip(names)
        .find(|(_, known)| *known == name)
    {
        return Some(code.into());
    }
    let mut names = crate::strings::split(NAMES, b' ');
    names.find_map(|known| {
        known
            .strip_prefix(name)?
            .chars()
            .next()
            .filter(|char| !char.is_ascii_alphabetic())
    })
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn references_are_decoded_once() {
        for (written, meant) in [
            ("Q&amp;A: User&#8217;s Guide", "Q&A: User’s Guide"),
            ("&amp;lt;", "&lt;"),
            ("?a=1&#038;b=2", "?a=1&b=2"),
            ("&#x2019;&#X41;", "’A"),
            ("&nbsp;&yuml;&Agrave;&szlig;&eacute;", "\u{a0}ÿÀßé"),
            ("&lt;&gt;&quot;&apos;&hellip;&ndash;&oelig;", "<>\"'…–œ"),
            ("&#146;&#150;", "’–"),
            // No character, or none that is known.
            (
                "&#0;&#xd800;&#99999999999;&#;&foo;&am;&o;",
                "&#0;&#xd800;&#99999999999;&#;&foo;&am;&o;",
            ),
            ("R&D; AT&T & co &", "R&D; AT&T & co &"),
        ] {
            assert_eq!(decode(written), meant);
        }
    }
}
