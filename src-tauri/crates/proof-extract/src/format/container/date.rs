//! Instants as archives count them, as ISO 8601.

/// The instant that many seconds after 1970 began, in UTC; nothing outside the years 1900 to 9999.
pub(crate) fn unix(seconds: i64) -> Option<String> {
    let (days, second) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    let (year, month, day) = civil(days);
    let (hour, minute, second) = (second / 3_600, second / 60 % 60, second % 60);
    (1900..=9999)
        .contains(&year)
        .then(|| format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z"))
}

/// The instant that many tenths of a microsecond after 1601 began (`FILETIME`, [MS-DTYP] 2.3.3); nothing for zero.
pub(crate) fn filetime(ticks: u64) -> Option<String> {
    const SECONDS_TO_1970: i64 = 11_644_473_600;
    let seconds = i64::try_from(ticks / 10_000_000).ok()?;
    if ticks == 0 { None } else { unix(seconds - SECONDS_TO_1970) }
}

/// The date that many days after 1 January 1970 in the Gregorian calendar. The year is counted from March, so that the
/// leap day is its last; 400 years have 146 097 days.
fn civil(days: i64) -> (i64, i64, i64) {
    let from_march_0000 = days + 719_468;
    let (era, day_of_era) = (from_march_0000.div_euclid(146_097), from_march_0000.rem_euclid(146_097));
    let leap_days = day_of_era / 1_460 - day_of_era / 36_524 + day_of_era / 146_096;
    let year_of_era = (day_of_era - leap_days) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    (era * 400 + year_of_era + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_are_dates() {
        let cases = [
            (0, Some("1970-01-01T00:00:00Z")),
            (951_782_399, Some("2000-02-28T23:59:59Z")),
            (951_782_400, Some("2000-02-29T00:00:00Z")),
            (1_614_556_800, Some("2021-03-01T00:00:00Z")),
            (-1, Some("1969-12-31T23:59:59Z")),
            (i64::MAX / 2, None),
            (i64::MIN / 2, None),
        ];
        for (seconds, expected) in cases {
            assert_eq!(unix(seconds).as_deref(), expected, "{seconds}");
        }
        assert_eq!(filetime(132_539_436_000_000_000).as_deref(), Some("2021-01-01T03:00:00Z"));
        assert_eq!((filetime(0), filetime(u64::MAX)), (None, None));
    }
}
