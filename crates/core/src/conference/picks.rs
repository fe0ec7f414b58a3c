//! What a visitor has picked of a programme, and how it is kept and passed on.
//!
//! Entries go by [their names in addresses](crate::conference::names()), which stay the same while the programme is corrected. Of a
//! name, five characters are written: the two halves of its FNV-1a hash (64 bits, with a byte 0xFF behind the name) laid
//! over each other, `hash ^ hash >> 30`, and of that the lower 30 bits in the alphabet of base64url (RFC 4648 §5).

use crate::conference::address;
use crate::hash::Hash;
use crate::timeline::Timeline;

/// What a code begins with that is written so.
const VERSION: &str = "1.";

/// How many characters stand for one entry.
const LENGTH: usize = 5;

/// Under which name a code stands in an address.
const KEY: &str = "picks";

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// What was found in a code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The positions of what is still in the programme, in order.
    pub picked: Vec<usize>,
    /// What is not: five characters each, for [`code`] to keep.
    pub gone: Vec<String>,
}

/// What was picked as a text for addresses and for the device: `1.` and five characters for each entry.
///
/// `names` are those of all entries. What is `gone` stands last, so that it is picked again should it come back; leave it
/// out of what is passed on.
pub fn code(names: &[String], picked: &[usize], gone: &[String]) -> String {
    let mut code = VERSION.to_owned();
    for name in picked.iter().filter_map(|position| names.get(*position)) {
        push(&mut code, bits(name));
    }
    gone.iter().for_each(|gone| code.push_str(gone));
    code
}

/// Reads a text that [`code`] wrote, against the names of the entries that there are now.
///
/// Nothing where it is of another version or broken. Of a thousand entries, two share their code in one of two thousand
/// programmes; then both are picked, as one too many is better than one too few.
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

/// The address from its `#` on that passes a code on: `#handbill?picks=1.XXXXX`.
pub fn fragment(code: &str) -> String {
    let mut address = String::new();
    address::push(&mut address, KEY, code);
    address
}

/// The code in an address from its `#` on, whether it can be read or not.
pub fn in_fragment(address: &str) -> Option<String> {
    let mut members = address::members(address).into_iter();
    members.find(|(key, _)| key == KEY).map(|(_, code)| code)
}

/// The pairs of picked entries of which nobody can see the whole of both, in the order of `picked`.
///
/// One may end when the other starts, and a point in time is beside what is going on around it. What takes a whole day,
/// or does not take place, is in nobody's way.
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

/// The 30 bits that stand for a name.
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
