use clap::{Args, Subcommand};
use proof_api::{
    EventFilter, Nothing, Session, handlers,
    wire::{SupportLevel, ViewRow},
};
use proof_model::EventStatus;

use crate::failure::Failure;

/// Which events: those that pass every part that is given. What is given more than once asks for any of them.
#[derive(Debug, Clone, Default, Args)]
pub struct FilterOptions {
    /// Only this case.
    #[arg(long)]
    case: Option<String>,
    /// Of this kind: filing, hearing.
    #[arg(long = "kind", value_name = "KIND")]
    kinds: Vec<String>,
    /// With this party.
    #[arg(long = "person", value_name = "PARTY")]
    people: Vec<String>,
    /// Of this status: `alleged`, `reported`, `confirmed`, `disputed` or `scheduled`.
    #[arg(long = "status", value_name = "STATUS", value_parser = EventStatus::from_word)]
    statuses: Vec<EventStatus>,
    /// With this tag.
    #[arg(long = "tag", value_name = "TAG")]
    tags: Vec<String>,
    /// That may have been on or after this date.
    #[arg(long, default_value = "", value_name = "DATE")]
    from: String,
    /// That may have been on or before this date.
    #[arg(long, default_value = "", value_name = "DATE")]
    to: String,
    /// With an account that comes from this origin.
    #[arg(long = "origin", value_name = "ORIGIN")]
    origins: Vec<String>,
    /// That rest on this: `nothing`, `allegation`, `one_origin` or `several`.
    #[arg(long, value_name = "LEVEL", value_parser = level)]
    support: Vec<SupportLevel>,
    /// Whose accounts contradict each other.
    #[arg(long)]
    conflict: bool,
    /// That bear a star.
    #[arg(long)]
    star: bool,
    /// That are scheduled.
    #[arg(long)]
    next: bool,
    /// With these words in title, kind, date, tags or names.
    #[arg(long, default_value = "", value_name = "WORDS")]
    text: String,
    /// What this saved view shows; the other options stand in place of its own.
    #[arg(long, value_name = "NAME")]
    view: Option<String>,
    /// As known on this day: only accounts that were published by then count.
    #[arg(long, default_value = "", value_name = "DAY")]
    known_on: String,
}

impl FilterOptions {
    /// As the handlers take it: the view's filter, where one is named, with what is given in place of its parts.
    pub fn filter(&self, session: &Session) -> Result<EventFilter, Failure> {
        let view = self.view.as_deref().map(|name| view_named(session, name)).transpose()?;
        let mut filter = view.map(|view| view.filter).unwrap_or_default();
        filter.case = self.case.clone().or(filter.case);
        filter.in_conflict |= self.conflict;
        filter.starred |= self.star;
        filter.next |= self.next;
        for (given, part) in [
            (&self.from, &mut filter.from),
            (&self.to, &mut filter.to),
            (&self.text, &mut filter.text),
            (&self.known_on, &mut filter.known_on),
        ] {
            if !given.is_empty() {
                part.clone_from(given);
            }
        }
        for (given, part) in [
            (&self.kinds, &mut filter.kinds),
            (&self.people, &mut filter.parties),
            (&self.tags, &mut filter.tags),
            (&self.origins, &mut filter.origins),
        ] {
            if !given.is_empty() {
                part.clone_from(given);
            }
        }
        if !self.statuses.is_empty() {
            filter.statuses.clone_from(&self.statuses);
        }
        if !self.support.is_empty() {
            filter.support.clone_from(&self.support);
        }
        Ok(filter)
    }
}

/// The view of a name, or else of that name but for capitals.
pub fn view_named(session: &Session, name: &str) -> Result<ViewRow, Failure> {
    let mut views = handlers::view_list(session, Nothing {})?;
    let folded = name.trim().to_lowercase();
    let at = views.iter().position(|view| view.name == name.trim());
    let at = at.or_else(|| views.iter().position(|view| view.name.to_lowercase() == folded));
    at.map(|at| views.swap_remove(at)).ok_or_else(|| {
        let names: Vec<String> = views.iter().map(|view| format!("“{}”", view.name)).collect();
        Failure::of_library(format!("there is no view “{name}”"), format!("There are {}.", names.join(", ")))
    })
}

fn level(word: &str) -> Result<SupportLevel, String> {
    Ok(match word {
        "nothing" => SupportLevel::Nothing,
        "allegation" => SupportLevel::Allegation,
        "one_origin" => SupportLevel::OneOrigin,
        "several" => SupportLevel::Several,
        _ => return Err("it is none of nothing, allegation, one_origin, several".to_owned()),
    })
}

/// What to do with views.
#[derive(Debug, Subcommand)]
pub enum ViewCommand {
    /// List the saved views, after the three that come ready.
    List,
    /// Keep a filter under a name, in place of the one that bears it.
    Save {
        /// The view's name.
        name: String,
        #[command(flatten)]
        options: Box<FilterOptions>,
    },
    /// Forget a saved view. Undo brings it back.
    Remove {
        /// The view's name.
        name: String,
    },
}

/// What to do with dates.
#[derive(Debug, Subcommand)]
pub enum DateCommand {
    /// Say how a date reads. No library is needed.
    Read {
        /// The date, as people write it or in EDTF.
        text: String,
        /// The source's own day, against which words like “Tuesday” are read: 2021-04-20.
        #[arg(long, value_name = "DAY", default_value = "")]
        reference: String,
    },
}
