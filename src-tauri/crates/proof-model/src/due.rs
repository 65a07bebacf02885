//! How near a scheduled event is.

use chrono::NaiveDate;

use crate::When;

/// How near a scheduled event is. An uncertain date warns from its earliest day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Its latest day is past.
    Overdue,
    /// It is today.
    Today,
    /// Its earliest day is past or today, its latest is not.
    MayBeDue,
    /// It is to come.
    Ahead,
    /// It has no date, or none on which it could be due.
    Undated,
}

/// How near a scheduled event is, on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// The judgement.
    pub standing: Standing,
    /// The judgement in words: "overdue since 5 May 2021", "in 3 days".
    pub words: String,
}

impl Due {
    /// How near an event of this date is, `today`.
    pub fn of(when: &When, today: NaiveDate) -> Self {
        let (earliest, latest) = (when.earliest(), when.latest());
        let (standing, words) = match (earliest, latest) {
            (None, None) => (Standing::Undated, "no date yet".to_owned()),
            (_, Some(latest)) if latest < today => {
                (Standing::Overdue, format!("overdue since {}", written(latest.succ_opt().unwrap_or(latest))))
            }
            (Some(earliest), Some(latest)) if earliest == today && latest == today => {
                (Standing::Today, "today".to_owned())
            }
            (Some(earliest), _) if earliest > today => (Standing::Ahead, ahead(earliest, latest, today)),
            (_, latest) => (Standing::MayBeDue, may_be_due(earliest, latest)),
        };
        Self { standing, words }
    }
}

fn ahead(earliest: NaiveDate, latest: Option<NaiveDate>, today: NaiveDate) -> String {
    let days = (earliest - today).num_days();
    let about = if latest == Some(earliest) { "" } else { " at the earliest" };
    match days {
        1 => format!("tomorrow{about}"),
        days => format!("in {days} days{about}"),
    }
}

fn may_be_due(earliest: Option<NaiveDate>, latest: Option<NaiveDate>) -> String {
    let since = earliest.map(|day| format!(" since {}", written(day))).unwrap_or_default();
    let until = latest.map(|day| format!(", at the latest {}", written(day))).unwrap_or_default();
    format!("may be due{since}{until}")
}

fn written(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deadline_warns_from_its_earliest_day_and_is_overdue_after_its_latest() {
        let today = NaiveDate::from_ymd_opt(2021, 5, 10).unwrap();
        let check = |edtf: &str, standing, words: &str| {
            let due = Due::of(&When::parse(edtf).unwrap(), today);
            assert_eq!((due.standing, &*due.words), (standing, words), "{edtf}");
        };
        check("2021-05-10", Standing::Today, "today");
        check("2021-05-09", Standing::Overdue, "overdue since 10 May 2021");
        check("2021-04", Standing::Overdue, "overdue since 1 May 2021");
        check("2021-05-11", Standing::Ahead, "tomorrow");
        check("2021-06", Standing::Ahead, "in 22 days at the earliest");
        check("2021-05", Standing::MayBeDue, "may be due since 1 May 2021, at the latest 31 May 2021");
        check("2021-05-01/..", Standing::MayBeDue, "may be due since 1 May 2021");
        check("../2021-06-01", Standing::MayBeDue, "may be due, at the latest 1 June 2021");
        check("", Standing::Undated, "no date yet");
    }
}
