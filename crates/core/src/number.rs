//! Whole numbers in digits, without the code of `core::fmt`, which is a KiB for each visitor.

/// The decimal digits of a number.
pub fn decimal(number: u32) -> String {
    let mut text = match number / 10 {
        0 => String::new(),
        rest => decimal(rest),
    };
    text.push(char::from(b'0' + (number % 10) as u8));
    text
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn digits_are_those_of_the_number() {
        for number in [0, 7, 10, 99, 1_000, u32::MAX] {
            assert_eq!(decimal(number), number.to_string());
        }
    }
}
