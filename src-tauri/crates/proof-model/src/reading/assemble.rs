//! From entries to one EDTF value.

use chrono::NaiveDate;
use edtf_core::{Date, DateField, Precision, Qualifier, SetKind};

use super::{
    Reading,
    explain::explanation,
    language::Part,
    parser::{Fault, Parser},
    partial::{Partial, Side, Value, bounds, date, day_date, qualified, year_text},
    range::{Element, Form},
};
use crate::When;

/// The first and the last date of what one date settles to.
type Edges = (Date, Date);

impl Parser<'_> {
    /// The value of a list.
    pub(super) fn assemble(&self, elements: &[Element], kind: SetKind) -> Result<When, Fault> {
        if let [only] = elements {
            return self.single(only);
        }
        let mut parts = Vec::new();
        for element in elements {
            parts.push(self.member(element)?);
        }
        let inner = parts.join(",");
        let text = if kind == SetKind::AllMembers { format!("{{{inner}}}") } else { format!("[{inner}]") };
        self.parsed(elements.first(), &text)
    }

    fn parsed(&self, element: Option<&Element>, text: &str) -> Result<When, Fault> {
        When::parse(text).map_err(|error| {
            let place = element.map_or(0, |element| element.last.as_ref().unwrap_or(&element.first).from);
            let Some(nearest) = reversed(text) else { return self.fault(place, error.reason) };
            let reason = "the end is before the start".to_owned();
            let explanation = explanation(&nearest, &[], None);
            let nearest = Some(Box::new(Reading { when: nearest, explanation, relative: false }));
            Fault::Unreadable { at: self.column(place), reason, nearest }
        })
    }

    fn single(&self, element: &Element) -> Result<When, Fault> {
        match element.form {
            Form::Until | Form::Since => self.half_open(element),
            Form::FromTo => self.interval(element),
            Form::One if element.first.side.is_none() => {
                let value = self.settle(&element.first)?;
                when(&value).ok_or_else(|| self.fault(element.first.from, "EDTF cannot hold that date"))
            }
            _ => {
                let member = self.member(element)?;
                self.parsed(Some(element), &format!("[{member}]"))
            }
        }
    }

    /// The entry as a member of a set.
    fn member(&self, element: &Element) -> Result<String, Fault> {
        let first = &element.first;
        match (element.form, first.side) {
            (Form::One, None) => self.plain_member(first),
            (Form::By, None) | (Form::One, Some(Side::Before)) => self.by(first),
            (Form::OnOrAfter, None) | (Form::One, Some(Side::After)) => {
                Ok(format!("{}..", self.edges(first)?.0))
            }
            (Form::Before, None) => self.before(first),
            (Form::After, None) => self.after(first),
            (Form::Between | Form::FromTo, None) => self.range(element),
            _ => Err(self.fault(first.from, "that cannot be one of several dates")),
        }
    }

    fn plain_member(&self, partial: &Partial) -> Result<String, Fault> {
        match self.settle(partial)? {
            Value::Date(date) => Ok(date.to_string()),
            Value::Moment(..) => Err(self.fault(partial.from, "EDTF has no list of times of day")),
            value => {
                let (first, last) = self.edges_of(partial, &value)?;
                Ok(format!("{first}..{last}"))
            }
        }
    }

    fn edges(&self, partial: &Partial) -> Result<Edges, Fault> {
        self.edges_of(partial, &self.settle(partial)?)
    }

    fn edges_of(&self, partial: &Partial, value: &Value) -> Result<Edges, Fault> {
        let days = |first: NaiveDate, last: NaiveDate| day_date(first).zip(day_date(last));
        match value {
            Value::Date(date) => Some((*date, *date)),
            Value::Within(first, last) => days(*first, *last),
            Value::Years(first, last) | Value::Span(first, last) => {
                date(*first, None, None).zip(date(*last, None, None))
            }
            Value::Moment(day, _) => {
                self.note("the time of day is not kept: EDTF has it for single days only");
                days(*day, *day)
            }
        }
        .ok_or_else(|| self.fault(partial.from, "EDTF cannot hold that date"))
    }

    /// By the end of a year is by its last day.
    fn by(&self, partial: &Partial) -> Result<String, Fault> {
        let (_, last) = self.edges(partial)?;
        let day = || bounds(last).and_then(|(_, day)| day_date(day));
        let last = (partial.part == Some(Part::End)).then(day).flatten().unwrap_or(last);
        Ok(format!("..{last}"))
    }

    /// Before a month is before its first day; before the end of a month is before it is over; before a time
    /// of day may be on its day.
    fn before(&self, partial: &Partial) -> Result<String, Fault> {
        if partial.clock.is_some() || partial.part == Some(Part::End) {
            return self.by(partial);
        }
        let (first, _) = self.edges(partial)?;
        self.beside_date(partial, first, -1).map(|date| format!("..{date}"))
    }

    fn after(&self, partial: &Partial) -> Result<String, Fault> {
        let (first, last) = self.edges(partial)?;
        if partial.clock.is_some() {
            return Ok(format!("{first}.."));
        }
        self.beside_date(partial, last, 1).map(|date| format!("{date}.."))
    }

    fn beside_date(&self, partial: &Partial, of: Date, step: i64) -> Result<Date, Fault> {
        beside(of, step).ok_or_else(|| self.fault(partial.from, "EDTF cannot hold the date beside it"))
    }

    /// Two ends as EDTF wants them: of one precision, sure, and no seasons; else by their days.
    fn range(&self, element: &Element) -> Result<String, Fault> {
        let (first, last) = self.ends(element)?;
        if element.last.as_ref().is_some_and(|last| last.side.is_some()) {
            return Err(self.fault(element.first.from, "a range of possible dates has two plain ends"));
        }
        let doubtful = [first, last].iter().any(|date| date.is_uncertain() || date.is_approximate());
        if doubtful {
            self.note_lost_doubt();
        }
        let (first, last) = (sure(first), sure(last));
        let plain = |date: Date| {
            !date.has_unspecified()
                && date.precision() != Precision::Season
                && date.year.significant_digits.is_none()
        };
        if first.precision() == last.precision() && plain(first) && plain(last) {
            return Ok(format!("{first}..{last}"));
        }
        let days =
            bounds(first).zip(bounds(last)).and_then(|(one, two)| day_date(one.0).zip(day_date(two.1)));
        let (first, last) =
            days.ok_or_else(|| self.fault(element.first.from, "EDTF cannot hold that range"))?;
        Ok(format!("{first}..{last}"))
    }

    fn ends(&self, element: &Element) -> Result<Edges, Fault> {
        let (first, _) = self.edges(&element.first)?;
        let (_, last) = self.edges(element.last.as_ref().unwrap_or(&element.first))?;
        Ok((first, last))
    }

    /// Since and until.
    fn half_open(&self, element: &Element) -> Result<When, Fault> {
        let open = if element.unknown { "" } else { ".." };
        let text = if element.form == Form::Since {
            format!("{}/{open}", self.interval_start(&element.first)?)
        } else {
            format!("{open}/{}", self.interval_end(&element.first)?)
        };
        self.parsed(Some(element), &text)
    }

    fn interval(&self, element: &Element) -> Result<When, Fault> {
        let Some(last) = &element.last else {
            return Err(self.fault(element.first.from, "the end is missing"));
        };
        if element.first.clock.is_some() && last.clock.is_some() {
            let (first, last) = self.ends(element)?;
            if first == last {
                return self.parsed(Some(element), &first.to_string());
            }
        }
        let text = format!("{}/{}", self.interval_start(&element.first)?, self.interval_end(last)?);
        self.parsed(Some(element), &text)
    }

    fn interval_start(&self, partial: &Partial) -> Result<String, Fault> {
        let value = self.settle(partial)?;
        let (first, last) = self.edges_of(partial, &value)?;
        match partial.side {
            None => Ok(about_if(first, first != last).to_string()),
            Some(Side::Before) => Ok(format!("..{last}")),
            Some(Side::After) => Err(self.fault(partial.from, "EDTF has no start that is later than a date")),
        }
    }

    fn interval_end(&self, partial: &Partial) -> Result<String, Fault> {
        let value = self.settle(partial)?;
        let (first, last) = self.edges_of(partial, &value)?;
        match partial.side {
            None => Ok(about_if(last, first != last).to_string()),
            Some(Side::After) => Ok(format!("{first}..")),
            Some(Side::Before) => {
                Err(self.fault(partial.from, "EDTF has no end that is earlier than a date"))
            }
        }
    }
}

/// A range with its ends the other way round.
fn reversed(text: &str) -> Option<When> {
    let set = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')?.split_once(".."));
    let other = match set {
        Some((first, last)) => format!("[{last}..{first}]"),
        None => text.split_once('/').map(|(first, last)| format!("{last}/{first}"))?,
    };
    When::parse(&other).ok()
}

/// A start or an end that is itself a stretch is approximate.
fn about_if(date: Date, vague: bool) -> Date {
    qualified(date, Qualifier { uncertain: false, approximate: vague })
}

fn sure(mut date: Date) -> Date {
    date.year.qualifier = Qualifier::default();
    date.month = date.month.map(|field| DateField { qualifier: Qualifier::default(), ..field });
    date.day = date.day.map(|field| DateField { qualifier: Qualifier::default(), ..field });
    date
}

/// The day, month or year before or after a date; beside what has no such neighbour, a day.
fn beside(of: Date, step: i64) -> Option<Date> {
    let doubt = Qualifier { uncertain: of.is_uncertain(), approximate: of.is_approximate() };
    let month = of.month.and_then(DateField::value);
    let found = match (of.precision(), of.year.value(), month) {
        (Precision::Year, Some(year), _) if of.year.significant_digits.is_none() => {
            date(year.checked_add(step)?, None, None)
        }
        (Precision::Month, Some(year), Some(month)) => {
            let months = year * 12 + i64::from(month) - 1 + step;
            date(months.div_euclid(12), u8::try_from(months.rem_euclid(12) + 1).ok(), None)
        }
        _ => {
            let (first, last) = bounds(of)?;
            day_date(if step < 0 { first.pred_opt()? } else { last.succ_opt()? })
        }
    };
    found.map(|date| qualified(date, doubt))
}

/// What one date is in EDTF.
pub(super) fn when(value: &Value) -> Option<When> {
    let text = match value {
        Value::Moment(_, when) => return Some(when.clone()),
        Value::Date(date) => date.to_string(),
        Value::Within(first, last) => format!("[{}..{}]", day_date(*first)?, day_date(*last)?),
        Value::Years(first, last) => format!("[{}..{}]", year_text(*first), year_text(*last)),
        Value::Span(first, last) => format!("{}/{}", year_text(*first), year_text(*last)),
    };
    When::parse(&text).ok()
}
