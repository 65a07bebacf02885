//! How far a package may unpack: what tells a document from a decompression bomb.

use crate::limits::{EXPANSION, EXPANSION_FREE_BYTES};
use crate::output::Stop;

/// What may still come out of one package, whatever it says of its sizes. Counted over all its parts as well as for
/// each, because parts can share their bytes.
#[derive(Debug)]
pub(crate) struct Expansion {
    left: u64,
}

impl Expansion {
    /// For a package of so many bytes.
    pub(crate) const fn of(packed: u64) -> Self {
        Self { left: most(packed) }
    }

    /// For a package that may unpack to no more than `bytes`, whatever its size.
    pub(crate) const fn at_most(self, bytes: u64) -> Self {
        Self { left: if bytes < self.left { bytes } else { self.left } }
    }

    /// How many bytes to read of a part that is packed in so many: one more than it may have.
    pub(crate) fn to_read(&self, packed: u64) -> u64 {
        most(packed).min(self.left).saturating_add(1)
    }

    /// Counts what came out of such a part.
    pub(crate) fn count(&mut self, packed: u64, unpacked: u64) -> Result<(), Stop> {
        let within = unpacked <= most(packed);
        self.left = self.left.checked_sub(unpacked).filter(|_| within).ok_or_else(bomb)?;
        Ok(())
    }
}

/// How much a part may unpack to that is packed in so many bytes.
pub(crate) const fn most(packed: u64) -> u64 {
    let grown = packed.saturating_mul(EXPANSION);
    if grown < EXPANSION_FREE_BYTES { EXPANSION_FREE_BYTES } else { grown }
}

fn bomb() -> Stop {
    Stop::Limit("it unpacks to far more than its size, as a decompression bomb does".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const MIB: u64 = 1 << 20;

    #[test]
    fn the_first_megabyte_is_free_and_beyond_it_a_hundredfold() {
        let cases = [
            ("little of nothing", 100, &[(1, MIB)][..], true),
            ("more of nothing", 100, &[(1, MIB + 1)], false),
            ("a hundredfold", 2 * MIB, &[(MIB, 100 * MIB)], true),
            ("more than that", 2 * MIB, &[(MIB, 100 * MIB + 1)], false),
            ("parts that share their bytes", MIB, &[(MIB, 60 * MIB), (MIB, 60 * MIB)], false),
            ("a size that is a lie", 100, &[(u64::MAX, 2 * MIB)], false),
        ];
        for (what, package, parts, fits) in cases {
            let mut expansion = Expansion::of(package);
            let counted = parts.iter().try_for_each(|&(packed, unpacked)| expansion.count(packed, unpacked));
            assert_eq!(counted.is_ok(), fits, "{what}");
        }
    }

    #[test]
    fn no_more_is_read_than_shows_that_it_is_too_much() {
        assert_eq!(Expansion::of(10 * MIB).to_read(1), MIB + 1);
        assert_eq!(Expansion::of(1).to_read(u64::MAX), MIB + 1);
        assert_eq!(Expansion::of(u64::MAX).at_most(7).to_read(1), 8);
    }
}
