//! Prints and reads whole numbers. `core::fmt` would cost every visitor a KiB.

/// The decimal digits of a number.
pub fn decimal(number: u32) -> String {
    let mut text = String::new();
    digits(number.into(), &mut text);
    text
}

/// The decimal digits of a number, with a `-` where it is negative.
pub fn signed(number: i64) -> String {
    let mut text = String::from(if number < 0 { "-" } else { "" });
    digits(number.unsigned_abs(), &mut text);
    text
}

/// Adds the digits of a number to a text, padded with zeros to `width`.
pub fn add_padded(number: u32, width: u32, text: &mut String) {
    if width > 1 {
        add_padded(number / 10, width - 1, text);
        add_digit(number, text);
    } else {
        digits(number.into(), text);
    }
}

/// The number that decimal digits are. The standard library reads numbers to any base, in five times the code.
pub fn parse(digits: &str) -> Option<u32> {
    let mut number: u32 = 0;
    for byte in digits.bytes() {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        number = number.checked_mul(10)?.checked_add(digit.into())?;
    }
    (!digits.is_empty()).then_some(number)
}

fn digits(number: u64, text: &mut String) {
    if number > 9 {
        digits(number / 10, text);
    }
    add_digit((number % 10) as u32, text);
}

fn add_digit(number: u32, text: &mut String) {
    text.push(char::from(b'0' + (number % 10) as u8));
}

#[cfg(test)]
mod tests {
    use super::{decimal, parse, signed};

    #[test]
    fn digits_are_those_of_the_number() {
        for number in [0, 7, 10, 99, 1_000, u32::MAX] {
            assert_eq!(decimal(number), number.to_string());
        }
    }

    #[test]
    fn numbers_are_those_of_the_digits() {
        for text in [
            "0",
            "7",
            "007",
            "4294967295",
            "4294967296",
            "99999999999",
            "",
            "-1",
            "+1",
            "1.5",
            "1 ",
            "x",
            "١",
        ] {
            let own = text.bytes().all(|byte| byte.is_ascii_digit());
            let known = text.parse().ok().filter(|_| own);
            assert_eq!(parse(text), known, "{text}");
        }
    }

    #[test]
    fn signs_are_those_of_the_standard_library() {
        for number in [
            0,
            -1,
            9,
            10,
            -10,
            1_707_910_200,
            -2_208_988_800,
            i64::MIN,
            i64::MAX,
        ] {
            assert_eq!(signed(number), number.to_string());
        }
    }
}
