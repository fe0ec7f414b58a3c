//! The entries that a visitor has starred, as a short code for storage and links.
//!
//! Entries go by [their names in addresses](crate::conference::names()), which stay the same while the programme is corrected. Of a
//! name, five characters are written: the two halves of its FNV-1a hash (64 bits, with a byte 0xFF behind the name) laid
//! over each other, `hash ^ hash >> 30`, and of that the lower 30 bits in the alphabet of base64url (RFC 4648 §5).

use crate::conference::fragment;
use crate::hash::Hash;
use crate::timeline::Timeline;

/// The prefix of a code: the version of its format.
const VERSION: &str = "1.";

/// The characters per entry.
const LENGTH: usize = 5;

/// The key of a code in the URL fragment.
const KEY: &str = "picks";

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The entries in a code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The positions of those that are still in the programme, in order.
    pub picked: Vec<usize>,
    /// Those that are not: five characters each, for [`code`] to keep.
    pub gone: Vec<String>,
}

/// The code of the picked entries: `1.` and five characters for each.
///
/// `names` are those of all entries. `gone` entries come last, so that they are picked again should they come back; leave
/// them out of a link.
pub fn code(names: &[String], picked: &[usize], gone: &[String]) -> String {
    let mut code = VERSION.to_owned();
    for name in picked.iter().filter_map(|position| names.get(*position)) {
        push(&mut code, bits(name));
    }
    gone.iter().for_each(|gone| code.push_str(gone));
    code
}

/// Reads a code, with the names of the current entries.
///
/// `None` for another version or a broken code. In one of two thousand programmes with a thousand entries, two entries
/// share their characters; then both are picked, as one too many is better than one too few.
pub fn read(code: &str, names: &[String]) -> Option<Found> {
    let codes = code.strip_prefix(VERSION)?.as_bytes();
    if codes.len() % LENGTH != 0
        || !codes
            .iter()
            .all(|byte| ALPHABET.iter().any(|known| known == byte))
    {
        return None;
    }
    let mut known: Vec<(u32, usize)> = names
        .iter()
        .enumerate()
        .map(|(position, name)| (bits(name), position))
        .collect();
    known.sort_unstable();
    let mut found = Found::default();
    for code in codes.chunks(LENGTH) {
        let wanted = number(code);
        let first = known.partition_point(|(bits, _)| *bits < wanted);
        let alike = known[first..]
            .iter()
            .take_while(|(bits, _)| *bits == wanted);
        let before = found.picked.len();
        found.picked.extend(alike.map(|(_, position)| *position));
        if found.picked.len() == before {
            found
                .gone
                .push(code.iter().copied().map(char::from).collect());
        }
    }
    found.picked.sort_unstable();
    found.picked.dedup();
    found.gone.sort_unstable();
    found.gone.dedup();
    Some(found)
}

/// The URL fragment with a code: `#handbill?picks=1.XXXXX`.
pub fn fragment(code: &str) -> String {
    let mut address = String::new();
    fragment::push(&mut address, KEY, code);
    address
}

/// The code in a URL fragment, valid or not.
pub fn in_fragment(address: &str) -> Option<String> {
    let mut members = fragment::members(address).into_iter();
    members.find(|(key, _)| key == KEY).map(|(_, code)| code)
}

/// The pairs of picked entries that overlap, in the order of `picked`.
///
/// One may end when the other starts. An entry of zero length overlaps with one that is on around it. Entries of a whole
/// day, and cancelled ones, overlap with none.
pub fn clashes(timeline: &Timeline, picked: &[usize]) -> Vec<(usize, usize)> {
    let span = |position: usize| {
        let timed = timeline.entries.get(position)?;
        timed
            .span
            .filter(|_| timed.takes_place && !timed.is_all_day)
    };
    let mut clashes = Vec::new();
    for (index, one) in picked.iter().enumerate() {
        let Some(own) = span(*one) else { continue };
        for other in &picked[index + 1..] {
            let is_beside = span(*other).is_some_and(|other| {
                own.start < other.end_or_start() && other.start < own.end_or_start()
            });
            if is_beside {
                clashes.push((*one, *other));
            }
        }
    }
    clashes
}

/// The 30 bits of a name.
fn bits(name: &str) -> u32 {
    let mut hash = Hash::default();
    hash.add(name);
    let hash = hash.value();
    ((hash ^ hash >> 30) & 0x3fff_ffff) as u32
}

fn push(code: &mut String, bits: u32) {
    for place in (0..LENGTH as u32).rev() {
        code.push(char::from(ALPHABET[(bits >> (6 * place) & 63) as usize]));
    }
}

fn number(code: &[u8]) -> u32 {
    let digit = |byte: &u8| ALPHABET.iter().position(|known| known == byte);
    let digits = code
        .iter()
        .map(|byte| digit(byte).unwrap_or_default() as u32);
    digits.fold(0, |number, digit| number << 6 | digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn the_form_of_a_code_does_not_change() {
        let programme = names(&["welcome", "worms", "closing"]);
        assert_eq!(code(&programme, &[], &[]), "1.");
        assert_eq!(code(&programme, &[0, 2, 7], &[]), "1.l-SjBJ8BJq");
        assert_eq!(fragment("1.abcde-_xyz"), "#handbill?picks=1.abcde-_xyz");
        let address = "#handbill?view=grid&picks=1.abcde";
        assert_eq!(in_fragment(address).as_deref(), Some("1.abcde"));
        assert_eq!(in_fragment("#handbill?view=grid"), None);
    }

    #[test]
    fn what_is_gone_is_kept_aside_and_comes_back() {
        let before = names(&["welcome", "worms", "closing"]);
        let kept = code(&before, &[1, 2], &[]);
        let after = names(&["closing", "welcome"]);
        let found = read(&kept, &after).expect("it was just written");
        assert_eq!((&found.picked[..], found.gone.len()), (&[0][..], 1));
        let kept = code(&after, &found.picked, &found.gone);
        let found = read(&kept, &before).expect("it was just written");
        assert_eq!((&found.picked[..], found.gone.len()), (&[1, 2][..], 0));
    }

    #[test]
    fn broken_and_later_codes_are_not_read() {
        let programme = names(&["worms"]);
        for broken in [
            "",
            "1",
            "1.abcd",
            "1.abcdeé",
            "1.abc e",
            "2.abcde",
            "1.abcde=",
            "abcde",
        ] {
            assert_eq!(read(broken, &programme), None, "{broken}");
        }
        assert_eq!(read("1.", &programme), Some(Found::default()));
    }

    #[test]
    fn a_code_that_two_names_share_picks_both() {
        let mut known = std::collections::BTreeMap::new();
        let twins = (0..u32::MAX).find_map(|number| {
            let name = crate::number::decimal(number);
            known
                .insert(bits(&name), name.clone())
                .map(|twin| [twin, name])
        });
        let twins = twins.expect("there are more numbers than codes");
        let found = read(&code(&twins, &[0], &[]), &twins);
        assert_eq!(found.map(|found| found.picked), Some(vec![0, 1]));
    }
}
