//! Drawing by weight in constant time, and numbers of other shapes than the even one.

use crate::chance::Chance;

/// Weights by which places are drawn: Vose's alias method (IEEE Transactions on Software Engineering 17, 1991).
#[derive(Debug)]
pub struct Weights(Vec<Slot>);

/// Of 2³² draws that fall on this place, how many are its own; the rest are the other's.
#[derive(Debug, Clone, Copy)]
struct Slot {
    own: usize,
    other: usize,
}

const WHOLE: usize = 1 << 32;

impl Weights {
    /// Weights above nothing, of whatever sum.
    pub fn new(weights: &[f64]) -> Self {
        let mean = weights.iter().sum::<f64>() / real(weights.len());
        let mut shares: Vec<f64> = weights.iter().map(|weight| weight / mean).collect();
        let (mut poor, mut rich): (Vec<usize>, Vec<usize>) =
            (0..shares.len()).partition(|place| shares[*place] < 1.0);
        let mut slots = vec![Slot { own: WHOLE, other: 0 }; shares.len()];
        while let (Some(place), Some(giver)) = (poor.pop(), rich.pop()) {
            slots[place] = Slot { own: whole(shares[place] * real(WHOLE)), other: giver };
            shares[giver] -= 1.0 - shares[place];
            if shares[giver] < 1.0 { poor.push(giver) } else { rich.push(giver) }
        }
        Self(slots)
    }

    /// A place, as often as it weighs.
    pub fn draw(&self, chance: &mut Chance) -> usize {
        let place = chance.below(self.0.len());
        let Slot { own, other } = self.0[place];
        if chance.below(WHOLE) < own { place } else { other }
    }
}

/// Chance that is the same each time for the same two numbers.
pub fn keyed(a: usize, b: usize) -> Chance {
    let key = |number: usize, odd: u64| (number as u64).wrapping_add(1).wrapping_mul(odd);
    Chance(key(a, 0xD6E8_FEB8_6659_FD93) ^ key(b, 0xA076_1D64_78BD_642F).rotate_left(29))
}

/// A number from 0 to 1, 1 left out.
pub fn share(chance: &mut Chance) -> f64 {
    real(chance.below(WHOLE)) / real(WHOLE)
}

/// A place below `limit`, the lower ones more often: the square of an even share of it.
pub fn low(limit: usize, chance: &mut Chance) -> usize {
    whole(share(chance).powi(2) * real(limit))
}

/// A number by the normal distribution of mean 0 and deviation 1, as near as the sum of twelve shares comes to it.
pub fn normal(chance: &mut Chance) -> f64 {
    (0..12).map(|_| share(chance)).sum::<f64>() - 6.0
}

/// The number as a real one.
#[allow(clippy::cast_precision_loss, reason = "numbers here are far below 2⁵²")]
pub fn real(number: usize) -> f64 {
    number as f64
}

/// The number without what stands behind its point.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "numbers here are above nothing and small"
)]
pub fn whole(number: f64) -> usize {
    number as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_drawn_as_often_as_they_weigh() {
        let weights = [1.0, 5.0, 0.5, 3.5];
        let (drawn, mut chance) = (Weights::new(&weights), Chance(7));
        let mut counts = [0_usize; 4];
        (0..100_000).for_each(|_| counts[drawn.draw(&mut chance)] += 1);
        for (weight, count) in weights.iter().zip(counts) {
            let expected = weight / 10.0;
            assert!((real(count) / 100_000.0 - expected).abs() < 0.01, "{counts:?}");
        }
    }

    #[test]
    fn the_normal_numbers_have_mean_0_and_deviation_1() {
        let mut chance = Chance(3);
        let drawn: Vec<f64> = (0..20_000).map(|_| normal(&mut chance)).collect();
        let mean = drawn.iter().sum::<f64>() / 20_000.0;
        let variance = drawn.iter().map(|number| number * number).sum::<f64>() / 20_000.0;
        assert!(mean.abs() < 0.05 && (variance - 1.0).abs() < 0.05, "{mean} {variance}");
    }
}
