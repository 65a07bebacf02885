use std::collections::HashMap;

use proof_model::{
    Account, AccountId, Amount, AmountKind, Citation, DocumentId, EventId, Quote, Scope, Stance, SumRange,
    When, currency,
};
use rusqlite::Row;

use super::{json, parsed, to_json, word};
use crate::{Read, StoreError, Tx};

/// An account with what has to be known of the document that it cites.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountRecord {
    /// The account.
    pub account: Account,
    /// The cited document's title.
    pub document_title: Option<String>,
    /// The origin that the cited document counts under.
    pub origin: String,
    /// When the cited document was published.
    pub published: When,
    /// Whether the quote was in its page when that was last looked up.
    pub verified: bool,
}

/// Words to be found on a page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sought<'a> {
    /// The words.
    pub words: &'a str,
    /// The words right before them, where those tell which of several places is meant.
    pub before: &'a str,
    /// The words right after them.
    pub after: &'a str,
    /// Whether they are as somebody saw them on the drawn page: see [`Quote::cite_seen`].
    pub seen: bool,
}

/// An account with its document, in one row.
const SELECT: &str = "SELECT a.*, d.title AS document_title, d.origin AS origin, d.published AS published,
        coalesce(q.holds, 0) AS holds
    FROM account a LEFT JOIN document d ON d.id = a.document LEFT JOIN quote_check q ON q.account = a.id";

/// From how many events on all accounts are read rather than each event's own.
const MANY: usize = 50;

impl Read<'_> {
    /// The accounts of some events, oldest publication first within each.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn accounts(
        &self,
        events: impl ExactSizeIterator<Item = EventId>,
    ) -> Result<Vec<AccountRecord>, StoreError> {
        let mut found = Vec::new();
        if events.len() > MANY {
            found.extend(self.account_rows("", [])?);
        } else {
            for event in events {
                found.extend(self.account_rows("WHERE a.event = ?1", [event.to_string()])?);
            }
        }
        self.fill_amounts(&mut found)?;
        found.sort_by(|one, two| {
            one.published.list_order(&two.published).then_with(|| one.account.id.cmp(&two.account.id))
        });
        Ok(found)
    }

    /// The accounts that cite a page of a document; all of its pages where none is given.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn accounts_citing(
        &self,
        document: DocumentId,
        page: Option<u32>,
    ) -> Result<Vec<AccountRecord>, StoreError> {
        let mut rows =
            self.account_rows("WHERE a.document = ?1 ORDER BY a.page, a.id", [document.to_string()])?;
        if let Some(page) = page {
            rows.retain(|record| {
                record.account.citation.as_ref().is_some_and(|citation| citation.page == page)
            });
        }
        Ok(rows)
    }

    /// An account, by its identifier.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub fn account(&self, id: &str) -> Result<AccountRecord, StoreError> {
        let mut rows = self.account_rows("WHERE a.id = ?1", [id.to_owned()])?;
        self.fill_amounts(&mut rows)?;
        rows.pop().ok_or_else(|| StoreError::NotFound { what: "account", key: id.to_owned() })
    }

    /// The accounts that somebody asserts, by name.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn accounts_asserted_by(&self, name: &str) -> Result<Vec<AccountRecord>, StoreError> {
        let mut rows = self.account_rows("WHERE a.asserted_by = ?1 ORDER BY a.id", [name.to_owned()])?;
        self.fill_amounts(&mut rows)?;
        Ok(rows)
    }

    /// The citation of words from a page, where they must stand exactly once; of several places the one between the words
    /// before and after, where those are given.
    ///
    /// # Errors
    /// [`StoreError::Quote`] where they do not; [`StoreError::NoPage`] where there is no such page.
    pub fn cite(
        &self,
        document: DocumentId,
        page: u32,
        Sought { words, before, after, seen }: Sought<'_>,
    ) -> Result<Citation, StoreError> {
        let text = self.page(document, page)?.text;
        let cite = if seen { Quote::cite_seen } else { Quote::cite_between };
        let quote = cite(words, before, after, &text).map_err(|reason| StoreError::Quote {
            document: self.document_title(document).unwrap_or_else(|_| document.to_string()),
            page,
            reason,
        })?;
        Ok(Citation { document, page, quote })
    }

    fn account_rows<const N: usize>(
        &self,
        filter: &str,
        keys: [String; N],
    ) -> Result<Vec<AccountRecord>, StoreError> {
        let mut statement = self.conn.prepare_cached(&format!("{SELECT} {filter}"))?;
        Ok(statement.query_map(rusqlite::params_from_iter(keys), read)?.collect::<Result<_, _>>()?)
    }

    fn fill_amounts(&self, records: &mut [AccountRecord]) -> Result<(), StoreError> {
        let places: HashMap<AccountId, usize> =
            records.iter().enumerate().map(|(place, record)| (record.account.id, place)).collect();
        if records.len() > MANY {
            let mut statement =
                self.conn.prepare_cached("SELECT * FROM amount ORDER BY account, position")?;
            for row in statement.query_map([], |row| Ok((parsed(row, "account")?, read_amount(row)?)))? {
                let (account, amount) = row?;
                if let Some(&place) = places.get(&account) {
                    records[place].account.amounts.push(amount);
                }
            }
            return Ok(());
        }
        let mut statement =
            self.conn.prepare_cached("SELECT * FROM amount WHERE account = ?1 ORDER BY position")?;
        for record in records {
            record.account.amounts = statement
                .query_map([record.account.id.to_string()], read_amount)?
                .collect::<Result<_, _>>()?;
        }
        Ok(())
    }
}

impl Tx<'_> {
    /// Adds an account. Its citation comes from [`Tx::cite`] and so holds.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn add_account(&self, account: &Account) -> Result<(), StoreError> {
        let id = account.id.to_string();
        let citation = account.citation.as_ref();
        self.conn()
            .prepare_cached("INSERT INTO account VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)")?
            .execute((
                &id,
                account.event.to_string(),
                &account.asserted_by,
                account.stance.as_str(),
                &account.stated,
                account.when.edtf(),
                to_json(&account.quantities)?,
                citation.map(|citation| citation.document.to_string()),
                citation.map(|citation| citation.page),
                citation.map(|citation| &citation.quote.exact),
                citation.map(|citation| &citation.quote.prefix),
                citation.map(|citation| &citation.quote.suffix),
            ))?;
        if citation.is_some() {
            self.mark_quote(account.id, true)?;
        }
        account
            .amounts
            .iter()
            .enumerate()
            .try_for_each(|(position, amount)| self.add_amount(&id, position, amount))
    }

    /// Replaces what an account says, with its sums. Its event and its passage stay.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn update_account(&self, account: &Account) -> Result<(), StoreError> {
        let id = account.id.to_string();
        self.conn()
            .prepare_cached(
                "UPDATE account SET asserted_by = ?2, stance = ?3, stated = ?4, edtf = ?5, quantities = ?6
                 WHERE id = ?1",
            )?
            .execute((
                &id,
                &account.asserted_by,
                account.stance.as_str(),
                &account.stated,
                account.when.edtf(),
                to_json(&account.quantities)?,
            ))?;
        if self.account(&id)?.account.amounts == account.amounts {
            return Ok(());
        }
        self.conn().prepare_cached("DELETE FROM amount WHERE account = ?1")?.execute([&id])?;
        let mut amounts = account.amounts.iter().enumerate();
        amounts.try_for_each(|(position, amount)| self.add_amount(&id, position, amount))
    }

    /// Replaces the passage that an account rests on; none where it rests on none. It comes from [`Tx::cite`].
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn set_passage(&self, account: AccountId, citation: Option<&Citation>) -> Result<(), StoreError> {
        self.conn()
            .prepare_cached(
                "UPDATE account SET document = ?2, page = ?3, exact = ?4, prefix = ?5, suffix = ?6 WHERE id = ?1",
            )?
            .execute((
                account.to_string(),
                citation.map(|citation| citation.document.to_string()),
                citation.map(|citation| citation.page),
                citation.map(|citation| &citation.quote.exact),
                citation.map(|citation| &citation.quote.prefix),
                citation.map(|citation| &citation.quote.suffix),
            ))?;
        if citation.is_some() { self.mark_quote(account, true) } else { Ok(()) }
    }

    /// Gives an account to another event.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn move_account(&self, account: AccountId, event: EventId) -> Result<(), StoreError> {
        let id = account.to_string();
        self.conn().prepare_cached("DELETE FROM event_follows WHERE account = ?1")?.execute([&id])?;
        self.conn()
            .prepare_cached("UPDATE account SET event = ?2 WHERE id = ?1")?
            .execute((&id, event.to_string()))?;
        Ok(())
    }

    /// Takes an account away, with its sums. An event whose date followed it keeps the date.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub fn remove_account(&self, account: &str) -> Result<(), StoreError> {
        self.conn().prepare_cached("DELETE FROM event_follows WHERE account = ?1")?.execute([account])?;
        self.conn().prepare_cached("DELETE FROM amount WHERE account = ?1")?.execute([account])?;
        match self.conn().prepare_cached("DELETE FROM account WHERE id = ?1")?.execute([account])? {
            0 => Err(StoreError::NotFound { what: "account", key: account.to_owned() }),
            _ => Ok(()),
        }
    }

    /// Notes whether a quote is in its page.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn mark_quote(&self, account: AccountId, holds: bool) -> Result<(), StoreError> {
        self.conn()
            .prepare_cached("INSERT OR REPLACE INTO quote_check VALUES (?1, ?2)")?
            .execute((account.to_string(), holds))?;
        Ok(())
    }

    fn add_amount(&self, account: &str, position: usize, amount: &Amount) -> Result<(), StoreError> {
        self.conn()
            .prepare_cached("INSERT INTO amount VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")?
            .execute((
                account,
                position,
                amount.kind.as_str(),
                amount.range.map(|range| range.low().to_string()),
                amount.range.map(|range| range.high().to_string()),
                amount.currency.code(),
                amount.scope.as_str(),
                &amount.as_stated,
                &amount.converted,
            ))?;
        Ok(())
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<AccountRecord> {
    let document: Option<String> = row.get("document")?;
    let own_origin: String = row.get::<_, Option<String>>("origin")?.unwrap_or_default();
    let origin =
        if own_origin.is_empty() { document.clone().unwrap_or_default() } else { own_origin.to_lowercase() };
    Ok(AccountRecord {
        account: Account {
            id: parsed(row, "id")?,
            event: parsed(row, "event")?,
            asserted_by: row.get("asserted_by")?,
            stance: word(row, "stance", Stance::from_word)?,
            stated: row.get("stated")?,
            when: parsed(row, "edtf")?,
            citation: document.is_some().then(|| read_citation(row)).transpose()?,
            amounts: Vec::new(),
            quantities: json(row, "quantities")?,
        },
        origin,
        published: if document.is_some() { parsed(row, "published")? } else { When::UNDATED },
        document_title: row.get("document_title")?,
        verified: document.is_some() && row.get("holds")?,
    })
}

pub(crate) fn read_citation(row: &Row<'_>) -> rusqlite::Result<Citation> {
    Ok(Citation {
        document: parsed(row, "document")?,
        page: row.get("page")?,
        quote: Quote { exact: row.get("exact")?, prefix: row.get("prefix")?, suffix: row.get("suffix")? },
    })
}

fn read_amount(row: &Row<'_>) -> rusqlite::Result<Amount> {
    let text =
        |column| Ok::<String, rusqlite::Error>(row.get::<_, Option<String>>(column)?.unwrap_or_default());
    let (low, high) = (text("low")?, text("high")?);
    Ok(Amount {
        kind: word(row, "kind", AmountKind::from_word)?,
        range: word(row, "scope", |_| SumRange::parse(&low, &high))?,
        currency: word(row, "currency", currency)?,
        scope: word(row, "scope", Scope::from_word)?,
        as_stated: row.get("as_stated")?,
        converted: row.get("converted")?,
    })
}
