use clap::{Args, Subcommand};
use proof_api::{AccountArgs, AccountEditArgs};

use super::{CaseOption, some};
use crate::{failure::Failure, notation};

/// What to do with accounts. `event cite` adds one, `event uncite` takes one away.
#[derive(Debug, Subcommand)]
pub enum AccountCommand {
    /// Change what an account says. Its passage stays what it is.
    Edit(EditAccount),
}

/// A new account.
#[derive(Debug, Args)]
pub struct CiteEvent {
    /// The event.
    event: String,
    /// The passage; without one the account rests on nothing, and is shown so.
    #[arg(value_name = "DOC:PAGE:quote", required_unless_present = "told_by")]
    passage: Option<String>,
    /// Who asserts it; whoever published the document where left out.
    #[arg(long, alias = "asserted-by", default_value = "", value_name = "WHO")]
    told_by: String,
    /// `reports`, `alleges`, `denies`, `confirms` or `rules`.
    #[arg(long, default_value = "reports")]
    stance: String,
    /// The date that it states.
    #[arg(long, default_value = "")]
    date: String,
    /// The source's own day, against which words like “Tuesday” are read.
    #[arg(long, value_name = "DAY", default_value = "")]
    reference: String,
    /// A sum that it states; may be given more than once.
    #[arg(long = "amount", value_name = notation::SUM)]
    amounts: Vec<String>,
    /// A number of people or things that it states, in its words; may be given more than once.
    #[arg(long = "quantity", value_name = "WORDS")]
    quantities: Vec<String>,
}

impl CiteEvent {
    /// As the handler takes it.
    pub fn args(&self) -> Result<AccountArgs, Failure> {
        Ok(AccountArgs {
            event: self.event.clone(),
            cite: self.passage.as_deref().map(notation::cite).transpose()?,
            asserted_by: self.told_by.clone(),
            stance: self.stance.clone(),
            date: self.date.clone(),
            reference: self.reference.clone(),
            amounts: notation::amounts(&self.amounts)?,
            quantities: self.quantities.clone(),
        })
    }
}

/// What is to change of an account.
#[derive(Debug, Args)]
pub struct EditAccount {
    /// The account, by its identifier.
    account: String,
    /// Who asserts it.
    #[arg(long, alias = "asserted-by", value_name = "WHO")]
    told_by: Option<String>,
    /// `reports`, `alleges`, `denies`, `confirms` or `rules`.
    #[arg(long)]
    stance: Option<String>,
    /// The date that it states; empty where it states none.
    #[arg(long)]
    date: Option<String>,
    /// The source's own day, against which words like “Tuesday” are read.
    #[arg(long, value_name = "DAY", default_value = "")]
    reference: String,
    /// A sum that it states, in place of all; empty for none; may be given more than once.
    #[arg(long = "amount", value_name = notation::SUM)]
    amounts: Vec<String>,
    /// A number of people or things that it states, in its words, in place of all; may be given more than once; empty
    /// for none.
    #[arg(long = "quantity", value_name = "WORDS")]
    quantities: Vec<String>,
}

impl EditAccount {
    /// As the handler takes it.
    pub fn args(&self) -> Result<AccountEditArgs, Failure> {
        Ok(AccountEditArgs {
            account: self.account.clone(),
            asserted_by: self.told_by.clone(),
            stance: self.stance.clone(),
            date: self.date.clone(),
            reference: self.reference.clone(),
            amounts: some(&self.amounts).map(|amounts| notation::amounts(&amounts)).transpose()?,
            quantities: some(&self.quantities),
        })
    }
}

/// What to do with sums.
#[derive(Debug, Subcommand)]
pub enum AmountCommand {
    /// List the sums, each as one account states it.
    List(CaseOption),
}
