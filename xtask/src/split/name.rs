//! What functions are called, as far as that matters.

/// A name without the hashes of its crates.
pub fn bare(name: &str) -> String {
    let mut rest = name;
    let mut bare = String::new();
    while let Some((before, after)) = rest.split_once('[') {
        bare.push_str(before);
        rest = match after.split_once(']') {
            Some((hash, after))
                if hash.len() >= 8 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()) =>
            {
                after
            }
            _ => {
                bare.push('[');
                after
            }
        };
    }
    bare.push_str(rest);
    bare
}

/// A name without the number that tells it from others.
pub fn unnumbered(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((name, number)) if number.bytes().all(|digit| digit.is_ascii_digit()) => name,
        _ => name,
    }
}

/// The name of what is exported without the hash by which the linker tells it from others of the same name.
pub fn exported(name: &str) -> &str {
    match name.rsplit_once('_') {
        Some((name, hash))
            if hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()) =>
        {
            name
        }
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_without_their_hashes() {
        assert_eq!(
            bare("<a[0123456789abcdef]::b::C>::d::<&[u8]>"),
            "<a::b::C>::d::<&[u8]>"
        );
    }

    #[test]
    fn one_of_several_is_called_as_the_others() {
        assert_eq!(
            ["a::b.12", "a::b", "a.b"].map(unnumbered),
            ["a::b", "a::b", "a.b"]
        );
    }

    #[test]
    fn exports_are_called_as_javascript_calls_them() {
        assert_eq!(
            ["host_new_1df28b124a3467cf", "host_new", "a_1df28b124a3467"].map(exported),
            ["host_new", "host_new", "a_1df28b124a3467"]
        );
    }
}
