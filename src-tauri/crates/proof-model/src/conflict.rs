//! Where the accounts of one event contradict each other.

use crate::{Account, Amount};

/// In words, each point on which accounts of one event differ: dates that have no day in common, and sums
/// of one kind, currency and scope that have no figure in common. `name` gives what an account is called.
///
/// What denies the event is not compared: it has no date and no sum of its own.
pub fn conflicts(accounts: &[Account], name: impl Fn(&Account) -> String) -> Vec<String> {
    let mut found = Vec::new();
    for (index, one) in accounts.iter().enumerate() {
        for two in &accounts[index + 1..] {
            if one.when.excludes(&two.when) {
                found.push(format!(
                    "The dates differ: {} ({}) and {} ({}).",
                    one.when,
                    name(one),
                    two.when,
                    name(two)
                ));
            }
            found.extend(sums(one, two).map(|(sum, other)| {
                format!(
                    "The sums {} differ: {} ({}) and {} ({}).",
                    sum.kind,
                    sum.display(),
                    name(one),
                    other.display(),
                    name(two)
                )
            }));
        }
    }
    found
}

fn sums<'a>(one: &'a Account, two: &'a Account) -> impl Iterator<Item = (&'a Amount, &'a Amount)> {
    one.amounts
        .iter()
        .flat_map(|sum| two.amounts.iter().map(move |other| (sum, other)))
        .filter(|(sum, other)| contradict(sum, other))
}

fn contradict(one: &Amount, two: &Amount) -> bool {
    let alike = one.kind == two.kind && one.currency == two.currency && one.scope == two.scope;
    alike && matches!((one.range, two.range), (Some(one), Some(two)) if !one.overlaps(two))
}
