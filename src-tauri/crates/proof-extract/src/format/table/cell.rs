//! A workbook's cell as text: what a person would type to say the same.

use calamine::{Data, ExcelDateTime};

/// `data` as text: dates in ISO 8601, whole numbers without a point, `true` or `false`, an error as its code.
pub(in crate::format) fn text(data: &Data) -> String {
    match data {
        Data::Empty => String::new(),
        Data::String(text) | Data::DurationIso(text) => text.clone(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number_text(*number),
        Data::Bool(truth) => truth.to_string(),
        Data::Error(error) => error.to_string(),
        Data::DateTime(moment) => moment_text(moment),
        Data::DateTimeIso(moment) => iso(moment),
    }
}

/// As spreadsheets show it: 15 significant digits, so that 0.1 + 0.2 is 0.3.
pub(in crate::format) fn number_text(number: f64) -> String {
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    if rounded == 0.0 { "0".to_owned() } else { rounded.to_string() }
}

fn moment_text(moment: &ExcelDateTime) -> String {
    let days = moment.as_f64();
    if moment.is_duration() {
        return duration(days);
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    // The 29th of February 1900, which spreadsheets count and which never was, and what is no date at all.
    if (year, month, day) == (1900, 2, 29) || !(0.0..2_958_466.0).contains(&days) {
        return number_text(days);
    }
    let time = format!("{hour:02}:{minute:02}:{second:02}");
    if days < 1.0 {
        return without_idle_seconds(&time).to_owned();
    }
    iso(&format!("{year:04}-{month:02}-{day:02}T{time}"))
}

/// Elapsed time in hours, minutes and seconds, as `[h]:mm:ss` shows it.
fn duration(days: f64) -> String {
    #[allow(clippy::cast_possible_truncation, reason = "a cast saturates, and no honest duration comes near")]
    let seconds = (days * 86_400.0).round() as i64;
    let (sign, seconds) = (if seconds < 0 { "-" } else { "" }, seconds.unsigned_abs());
    format!("{sign}{}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60)
}

/// `moment` without fractions of a second, without seconds if there are none, and without a time at midnight.
pub(in crate::format) fn iso(moment: &str) -> String {
    let Some((date, time)) = moment.split_once('T') else { return moment.to_owned() };
    let whole = time.split_once('.').map_or(time, |(whole, _)| whole);
    match without_idle_seconds(whole) {
        "00:00" => date.to_owned(),
        time => format!("{date}T{time}"),
    }
}

fn without_idle_seconds(time: &str) -> &str {
    time.strip_suffix(":00").filter(|short| short.len() == 5).unwrap_or(time)
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{CellErrorType, ExcelDateTimeType};

    #[test]
    fn cells_are_what_a_person_would_type() {
        let moment = |days, kind| Data::DateTime(ExcelDateTime::new(days, kind, false));
        let date = |days| moment(days, ExcelDateTimeType::DateTime);
        let cases = [
            (Data::Empty, ""),
            (Data::String(" a ".into()), " a "),
            (Data::Int(-3), "-3"),
            (Data::Float(1_500_000_000.0), "1500000000"),
            (Data::Float(0.1 + 0.2), "0.3"),
            (Data::Float(-0.0), "0"),
            (Data::Float(1.8e9 + 0.25), "1800000000.25"),
            (Data::Bool(true), "true"),
            (Data::Error(CellErrorType::Div0), "#DIV/0!"),
            (date(44_252.0), "2021-02-25"),
            (date(44_252.437_5), "2021-02-25T10:30"),
            (date(44_252.437_6), "2021-02-25T10:30:08"),
            (date(0.437_5), "10:30"),
            (date(60.0), "60"),
            (date(-1.0), "-1"),
            (moment(1.5, ExcelDateTimeType::TimeDelta), "36:00:00"),
            (Data::DateTimeIso("2021-02-25".into()), "2021-02-25"),
            (Data::DateTimeIso("2021-02-25T00:00:00".into()), "2021-02-25"),
            (Data::DateTimeIso("2021-02-25T10:30:00.000".into()), "2021-02-25T10:30"),
        ];
        for (data, expected) in cases {
            assert_eq!(text(&data), expected, "{data:?}");
        }
    }
}
