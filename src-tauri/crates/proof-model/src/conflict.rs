//! Where the accounts of one event contradict each other.

use crate::{Account, Amount};

/// In words, each point on which accounts of one event differ: dates that have no day in common, and sums of one kind,
/// currency and scope that have no figure in common. `name` gives what an account is called.
///
/// Each point is told once, with everything that is said on it and by whom: five accounts of one sum and one of
/// another are one contradiction, not five.
pub fn conflicts(accounts: &[&Account], name: impl Fn(&Account) -> String) -> Vec<String> {
    let mut found = Vec::new();
    let dates: Vec<&Account> =
        accounts.iter().copied().filter(|account| !account.when.is_undated()).collect();
    if disagree(&dates, |one, two| one.when.excludes(&two.when)) {
        let told = dates.iter().map(|account| (account.when.to_string(), name(account)));
        found.push(format!("The dates differ: {}.", versions(told)));
    }
    let sums: Vec<(&Account, &Amount)> = accounts
        .iter()
        .flat_map(|account| account.amounts.iter().map(move |amount| (*account, amount)))
        .filter(|(_, amount)| amount.range.is_some())
        .collect();
    for (at, (_, first)) in sums.iter().enumerate() {
        if sums[..at].iter().any(|(_, before)| alike(before, first)) {
            continue;
        }
        let same: Vec<_> = sums.iter().copied().filter(|(_, amount)| alike(amount, first)).collect();
        if disagree(&same, |(_, one), (_, two)| contradict(one, two)) {
            let told = same.iter().map(|(account, amount)| (amount.display(), name(account)));
            found.push(format!("The sums {} differ: {}.", first.kind, versions(told)));
        }
    }
    found
}

/// Whether any two contradict each other.
fn disagree<T>(all: &[T], contradict: impl Fn(&T, &T) -> bool) -> bool {
    all.iter().enumerate().any(|(at, one)| all[at + 1..].iter().any(|two| contradict(one, two)))
}

fn alike(one: &Amount, two: &Amount) -> bool {
    one.kind == two.kind && one.currency == two.currency && one.scope == two.scope
}

fn contradict(one: &Amount, two: &Amount) -> bool {
    matches!((one.range, two.range), (Some(one), Some(two)) if !one.overlaps(two))
}

/// Each version once, with whoever tells it so: "February 2021 (A, B), March 2021 (C)".
fn versions(told: impl Iterator<Item = (String, String)>) -> String {
    let mut versions: Vec<(String, Vec<String>)> = Vec::new();
    for (version, teller) in told {
        match versions.iter_mut().find(|(known, _)| *known == version) {
            Some((_, tellers)) if tellers.contains(&teller) => {}
            Some((_, tellers)) => tellers.push(teller),
            None => versions.push((version, vec![teller])),
        }
    }
    let told: Vec<String> = versions
        .into_iter()
        .map(|(version, tellers)| format!("{version} ({})", tellers.join(", ")))
        .collect();
    told.join("; ")
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::{AmountKind, Scope, Stance, SumRange, When, currency};

    fn account(number: u128, when: &str, sum: &str) -> Account {
        let range = SumRange::parse(sum, "").unwrap();
        let amount = Amount {
            kind: AmountKind::Settled,
            range,
            currency: currency("USD").unwrap(),
            scope: Scope::Total,
            as_stated: String::new(),
            converted: String::new(),
        };
        Account {
            id: Uuid::from_u128(number).into(),
            event: Uuid::from_u128(0).into(),
            asserted_by: format!("paper {number}"),
            stance: Stance::Reports,
            stated: String::new(),
            when: When::parse(when).unwrap(),
            citation: None,
            amounts: range.map(|_| amount).into_iter().collect(),
            quantities: Vec::new(),
        }
    }

    #[test]
    fn each_contradiction_is_told_once_with_every_version() {
        let check = |accounts: &[Account], expect: &[&str]| {
            let accounts: Vec<&Account> = accounts.iter().collect();
            assert_eq!(conflicts(&accounts, |account| account.asserted_by.clone()), expect);
        };
        check(&[account(1, "2021-02", "92"), account(2, "2021", "92"), account(3, "", "")], &[]);
        check(
            &[account(1, "2021-02", "92"), account(2, "2021-02", "29"), account(3, "2021", "92")],
            &["The sums settled differ: US$92 in total (paper 1, paper 3); US$29 in total (paper 2)."],
        );
        check(
            &[account(1, "2020-12", ""), account(2, "2021", "")],
            &["The dates differ: December 2020 (paper 1); 2021 (paper 2)."],
        );
    }
}
