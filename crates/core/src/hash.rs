//! A hash of texts that is the same in every build.

/// FNV-1a with 64 bits, over a sequence of texts. The borders between the texts count.
pub struct Hash(u64);

impl Default for Hash {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hash {
    /// Adds a text.
    pub fn add(&mut self, text: &str) {
        // No byte of UTF-8 is 0xFF.
        for byte in text.bytes().chain([0xff]) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    /// The hash of all texts so far.
    pub fn value(&self) -> u64 {
        self.0
    }

    /// The hash in sixteen hexadecimal digits.
    pub fn digits(&self) -> String {
        let digit =
            |place: u32| char::from(b"0123456789abcdef"[(self.0 >> (4 * place)) as usize & 15]);
        (0..16).rev().map(digit).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Hash;

    #[test]
    fn texts_are_kept_apart() {
        let digits = |texts: &[&str]| {
            let mut hash = Hash::default();
            texts.iter().for_each(|text| hash.add(text));
            hash.digits()
        };
        assert_eq!(digits(&[]), "cbf29ce484222325");
        assert_ne!(digits(&["ab", "c"]), digits(&["a", "bc"]));
    }
}
