//! Ranges and lists: “between … and …”, “from … to …”, “since”, “2019 or 2020”.

use edtf_core::SetKind;

use super::{
    language::Sense,
    parser::{Fault, Parser},
    partial::Partial,
    token::Kind,
};

/// One entry of a list, or the only one.
#[derive(Debug)]
pub(super) struct Element {
    pub form: Form,
    pub first: Partial,
    /// The other end, where the form has two.
    pub last: Option<Partial>,
    /// The open end of “since” or “until” is unknown rather than open.
    pub unknown: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    One,
    Before,
    By,
    After,
    OnOrAfter,
    Until,
    Since,
    Between,
    FromTo,
}

impl Parser<'_> {
    /// Reads the entries of the whole text, and whether one of them is meant or all.
    pub(super) fn elements(&mut self) -> Result<(Vec<Element>, SetKind), Fault> {
        let mut elements = vec![self.element()?];
        let mut kind = None;
        let mut comma = None;
        while let Some((from, link)) = self.link() {
            match link {
                Some(link) if kind.is_some_and(|kind| kind != link) => {
                    return Err(self.fault(from, "a list has “or” or “and”, not both"));
                }
                Some(link) => kind = Some(link),
                None => comma = Some(from),
            }
            elements.push(self.element()?);
        }
        self.end()?;
        if let (None, Some(comma)) = (kind, comma) {
            return Err(self.fault(comma, "say “or” or “and” between the last two dates"));
        }
        fill(&mut elements);
        Ok((elements, kind.unwrap_or(SetKind::OneMember)))
    }

    fn end(&mut self) -> Result<(), Fault> {
        while matches!(self.mark(0), Some('.' | ';' | ',')) && self.kind(1).is_none() {
            self.at += 1;
        }
        if self.kind(0).is_some() { Err(self.unexpected()) } else { Ok(()) }
    }

    /// What joins two entries, and the token where it stands.
    fn link(&mut self) -> Option<(usize, Option<SetKind>)> {
        let from = self.at;
        let comma = matches!(self.mark(0), Some(',' | ';')) && self.kind(1).is_some();
        self.at += usize::from(comma);
        let kind = match self.sense(0) {
            Some(Sense::Or) => Some(SetKind::OneMember),
            Some(Sense::And) => Some(SetKind::AllMembers),
            _ => None,
        };
        self.at += usize::from(kind.is_some());
        (self.at > from).then_some((from, kind))
    }

    fn element(&mut self) -> Result<Element, Fault> {
        let from = self.at;
        while matches!(self.sense(0), Some(Sense::About | Sense::Perhaps | Sense::Filler)) {
            self.at += 1;
        }
        let form = match self.sense(0) {
            Some(Sense::Before) => Form::Before,
            Some(Sense::By) => Form::By,
            Some(Sense::After) => Form::After,
            Some(Sense::OnOrAfter) => Form::OnOrAfter,
            Some(Sense::Until | Sense::To) => Form::Until,
            Some(Sense::Since | Sense::From) => Form::Since,
            Some(Sense::Between) => Form::Between,
            _ => {
                self.at = from;
                return self.plain();
            }
        };
        if (from..self.at).any(|token| self.is_doubt(token)) {
            self.note_lost_doubt();
        }
        self.at += 1;
        match form {
            Form::Between => self.between(),
            Form::Since => self.since(),
            _ => self.bounded(form),
        }
    }

    fn is_doubt(&self, token: usize) -> bool {
        let kind = self.tokens.get(token).map(|token| token.kind);
        matches!(kind, Some(Kind::Sense(Sense::About | Sense::Perhaps)))
    }

    fn plain(&mut self) -> Result<Element, Fault> {
        let first = self.date()?;
        if self.eat(Sense::Onwards) {
            return Ok(Element { form: Form::Since, first, last: None, unknown: false });
        }
        if !(self.eat_mark('-') || self.eat(Sense::To) || self.eat(Sense::Until)) {
            return Ok(Element { form: Form::One, first, last: None, unknown: false });
        }
        let last = self.date()?;
        // “Mid to late August” is a vague time, not a duration.
        let vague = first.part.is_some() && last.part.is_some() && first.has_no_calendar();
        let form = if vague { Form::Between } else { Form::FromTo };
        Ok(Element { form, first, last: Some(last), unknown: false })
    }

    fn between(&mut self) -> Result<Element, Fault> {
        let first = self.date()?;
        if !(self.eat(Sense::And) || self.eat_mark('-')) {
            return Err(self.fault(self.at, "“between” needs an “and” with its second date"));
        }
        let last = Some(self.date()?);
        Ok(Element { form: Form::Between, first, last, unknown: false })
    }

    fn since(&mut self) -> Result<Element, Fault> {
        let first = self.date()?;
        if self.eat(Sense::To) || self.eat(Sense::Until) || self.eat_mark('-') {
            let last = Some(self.date()?);
            return Ok(Element { form: Form::FromTo, first, last, unknown: false });
        }
        self.eat(Sense::Onwards);
        let unknown = self.unknown_end(Sense::EndUnknown);
        Ok(Element { form: Form::Since, first, last: None, unknown })
    }

    fn bounded(&mut self, form: Form) -> Result<Element, Fault> {
        let mut first = self.date()?;
        first.ahead = matches!(form, Form::By | Form::Until);
        let unknown = form == Form::Until && self.unknown_end(Sense::StartUnknown);
        Ok(Element { form, first, last: None, unknown })
    }

    fn unknown_end(&mut self, sense: Sense) -> bool {
        let comma = usize::from(self.mark(0) == Some(','));
        let found = self.sense(comma) == Some(sense);
        self.at += if found { comma + 1 } else { 0 };
        found
    }
}

/// Gives every date what it leaves to its neighbours: “4 or 5 August 2020”, “August 1–4, 2020”.
fn fill(elements: &mut [Element]) {
    let mut dates: Vec<&mut Partial> = elements
        .iter_mut()
        .flat_map(|element| std::iter::once(&mut element.first).chain(element.last.as_mut()))
        .collect();
    for at in (1..dates.len()).rev() {
        let (before, after) = dates.split_at_mut(at);
        if let (Some(one), Some(other)) = (before.last_mut(), after.first()) {
            one.fill_from(other);
        }
    }
    for at in 1..dates.len() {
        let (before, after) = dates.split_at_mut(at);
        if let (Some(other), Some(one)) = (before.last(), after.first_mut()) {
            let told = one.year.is_some();
            one.fill_from(other);
            // “From October 2020 to March”: of the year after.
            if !told && one.month.zip(other.month).is_some_and(|(month, before)| month < before) {
                one.year = one.year.map(|year| year + 1);
            }
        }
    }
}
