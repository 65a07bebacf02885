//! Hashes that are the same in every version of the program and on every machine: they are stored.

/// The offset and the prime of FNV-1a with 64 bits (draft-eastlake-fnv).
const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0000_0100_0000_01b3;
/// The step of `SplitMix64` (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014).
const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

/// A hash that letters are added to one by one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Letters(u64);

impl Letters {
    pub(crate) const NONE: Self = Self(FNV_OFFSET);

    pub(crate) fn add(&mut self, letter: char) {
        let mut bytes = [0; 4];
        for byte in letter.encode_utf8(&mut bytes).bytes() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(FNV_PRIME);
        }
    }

    pub(crate) const fn finish(self) -> u64 {
        mix(self.0)
    }
}

/// Spreads what a number says over all its bits: the finalizer of `SplitMix64`.
pub(crate) const fn mix(value: u64) -> u64 {
    let value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}

/// The `at`th number of the sequence that `seed` begins.
pub(crate) const fn number(seed: u64, at: u64) -> u64 {
    mix(seed.wrapping_add(STEP.wrapping_mul(at.wrapping_add(1))))
}

/// One hash of several, in their order.
pub(crate) fn sequence(parts: impl IntoIterator<Item = u64>) -> u64 {
    parts.into_iter().fold(FNV_OFFSET, |hash, part| mix(hash.rotate_left(23) ^ part).wrapping_add(STEP))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_what_they_were_when_they_were_stored() {
        let mut word = Letters::NONE;
        "pardon".chars().for_each(|letter| word.add(letter));
        assert_eq!(
            (word.finish(), number(1, 2), sequence([1, 2, 3])),
            (13_797_288_342_653_456_998, 17_911_839_290_282_890_590, 15_413_329_140_110_079_134)
        );
    }
}
