use proof_model::Stance;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{AmountRow, DateView};

/// One sum, as one account states it. Sums are never added up: two accounts of one fine are not two fines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AmountLine {
    /// The sum.
    pub amount: AmountRow,
    /// Who asserts it.
    pub asserted_by: String,
    /// How they stand to it.
    #[ts(type = "Stance")]
    pub stance: Stance,
    /// The account's date; the event's where the account states none.
    pub date: DateView,
    /// The event.
    pub event: String,
    /// Its title.
    pub title: String,
    /// Its case.
    pub case: String,
    /// The case's name.
    pub case_name: String,
    /// The account.
    pub account: String,
    /// The document cited.
    pub document: Option<String>,
    /// The document's title.
    pub document_title: Option<String>,
    /// Page of the file, from 1.
    pub page: Option<u32>,
    /// The exact words.
    pub quote: Option<String>,
    /// Whether the quote is in its page.
    pub verified: bool,
}
