//! The one door for writes: a transaction, its line on the ledger, and the step that undo takes back.

use std::ops::Deref;

use proof_model::EventId;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};

use crate::{
    Change, Read, Store, StoreError, derive,
    ledger::{self, Stamp},
    table::import,
    track::{self, Shapes},
};

/// The act that a transaction carries out.
#[derive(Debug, Clone)]
pub struct Act {
    /// Its name, as undo shows it: "add case Longfield v Lee".
    pub name: String,
    /// How undo takes it.
    pub undo: Undo,
    /// When, RFC 3339 in UTC.
    pub at: String,
    /// The account of the computer that does it.
    pub actor: String,
}

/// What a transaction did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Done {
    /// The rows that came, went or became others.
    pub changes: Vec<Change>,
    /// The events whose line of a timeline may be another now.
    pub events: Vec<EventId>,
}

/// How undo takes an act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Undo {
    /// By itself.
    Alone,
    /// Together with the acts of the same group: the files of one import.
    Group {
        /// What tells the group from others.
        id: String,
        /// What undo calls all of it: "import 21 files".
        name: String,
    },
    /// Not at all: what a new library comes with.
    Never,
}

/// A transaction under way: everything that [`Read`] reads, and the writes beside it.
#[derive(Debug)]
pub struct Tx<'a> {
    read: Read<'a>,
}

impl<'a> Deref for Tx<'a> {
    type Target = Read<'a>;

    fn deref(&self) -> &Self::Target {
        &self.read
    }
}

impl<'a> Tx<'a> {
    pub(crate) const fn on(conn: &'a Connection) -> Self {
        Self { read: Read { conn } }
    }

    pub(crate) const fn conn(&self) -> &'a Connection {
        self.read.conn
    }

    /// Carries out a part of the act: all of it, or nothing where `work` fails. The act goes on either way.
    ///
    /// # Errors
    /// What `work` fails with, or the store's own.
    pub fn part<T, E: From<StoreError>>(&self, work: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
        let run = |sql: &str| -> Result<(), StoreError> {
            self.conn().prepare_cached(sql)?.execute([])?;
            Ok(())
        };
        run("SAVEPOINT part")?;
        let answer = work();
        if answer.is_err() {
            run("ROLLBACK TO part")?;
        }
        run("RELEASE part")?;
        answer
    }
}

impl Store {
    /// Carries out an act: all of it with its line on the ledger, or nothing.
    ///
    /// # Errors
    /// What `work` fails with, or the store's own.
    pub fn transact<T, E: From<StoreError>>(
        &mut self,
        act: &Act,
        work: impl FnOnce(&Tx<'_>) -> Result<T, E>,
    ) -> Result<(T, Done), E> {
        let transaction =
            self.conn.transaction_with_behavior(TransactionBehavior::Immediate).map_err(StoreError::from)?;
        // What a transaction wrote down that was rolled back went with it.
        let answer = work(&Tx::on(&transaction))?;
        let done = record(&transaction, act, &Step::New)?;
        transaction.commit().map_err(StoreError::from)?;
        Ok((answer, done))
    }

    /// Takes back the newest act that was not taken back yet, with the others of its group, and gives its
    /// name and what changed.
    ///
    /// # Errors
    /// [`StoreError::NothingTo`] where there is none.
    pub fn undo(&mut self, at: &str, actor: &str) -> Result<(String, Done), StoreError> {
        self.travel(Direction::Undo, at, actor)
    }

    /// Does again what the last undo took back.
    ///
    /// # Errors
    /// [`StoreError::NothingTo`] where there is nothing.
    pub fn redo(&mut self, at: &str, actor: &str) -> Result<(String, Done), StoreError> {
        self.travel(Direction::Redo, at, actor)
    }

    fn travel(&mut self, direction: Direction, at: &str, actor: &str) -> Result<(String, Done), StoreError> {
        let transaction = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let Next { group, name, steps } = next_steps(&transaction, direction)?;
        if direction == Direction::Undo {
            // What is still to come of an import that is taken back is not wanted either.
            import::break_off(&transaction, &group)?;
        }
        for &seq in &steps {
            let changes = ledger::entry(&transaction, seq)?.changes()?;
            retrace(&transaction, &self.shapes, direction, &changes)?;
        }
        let act = Act {
            name: format!("{}: {name}", direction.word()),
            undo: Undo::Never,
            at: at.to_owned(),
            actor: actor.to_owned(),
        };
        let done = record(&transaction, &act, &Step::Travel(direction, &steps))?;
        transaction.commit()?;
        Ok((name, done))
    }
}

/// Which way along the acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Direction {
    Undo,
    Redo,
}

impl Direction {
    const fn word(self) -> &'static str {
        match self {
            Self::Undo => "undo",
            Self::Redo => "redo",
        }
    }
}

/// Goes through the changes of one line, forward or back.
fn retrace(
    conn: &Connection,
    shapes: &Shapes,
    direction: Direction,
    changes: &[Change],
) -> Result<(), StoreError> {
    let apply = |change: &Change| track::apply(conn, shapes, change);
    match direction {
        Direction::Redo => changes.iter().try_for_each(apply),
        Direction::Undo => changes.iter().rev().map(Change::inverse).try_for_each(|change| apply(&change)),
    }
}

/// What a line of the ledger means for undo.
enum Step<'a> {
    New,
    Travel(Direction, &'a [u64]),
}

/// Puts what changed on the ledger, sets the undo steps right, brings what is derived up to date and queues what the
/// index has to take in.
fn record(conn: &Connection, act: &Act, step: &Step<'_>) -> Result<Done, StoreError> {
    let changes = track::take(conn)?;
    let seq = ledger::append(conn, Stamp { at: &act.at, actor: &act.actor }, &act.name, &changes)?;
    match step {
        Step::New if changes.is_empty() || act.undo == Undo::Never => {}
        Step::New => {
            conn.prepare_cached("DELETE FROM undo_step WHERE undone = 1")?.execute([])?;
            let (group, name) = match &act.undo {
                Undo::Group { id, name } => (id.clone(), name),
                Undo::Alone | Undo::Never => (seq.to_string(), &act.name),
            };
            conn.prepare_cached("INSERT INTO undo_step VALUES (?1, ?2, ?3, 0)")?
                .execute((seq, group, name))?;
        }
        Step::Travel(direction, steps) => {
            let mut mark = conn.prepare_cached("UPDATE undo_step SET undone = ?1 WHERE seq = ?2")?;
            for seq in *steps {
                mark.execute((*direction == Direction::Undo, seq))?;
            }
        }
    }
    derive::queue_for_index(conn, &changes)?;
    let events = derive::follow(conn, seq, &changes)?;
    Ok(Done { changes, events })
}

/// The next act in a direction: its group, its name, and its steps in the order in which they are to be gone through.
struct Next {
    group: String,
    name: String,
    steps: Vec<u64>,
}

fn next_steps(conn: &Connection, direction: Direction) -> Result<Next, StoreError> {
    let (undone, order) = match direction {
        Direction::Undo => (0, "DESC"),
        Direction::Redo => (1, "ASC"),
    };
    let first: Option<(String, String)> = conn
        .query_row(
            &format!("SELECT act_group, act FROM undo_step WHERE undone = ?1 ORDER BY seq {order} LIMIT 1"),
            [undone],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .optional()?;
    let (group, name) = first.ok_or(StoreError::NothingTo(direction.word()))?;
    let mut statement = conn.prepare(&format!(
        "SELECT seq FROM undo_step WHERE act_group = ?1 AND undone = ?2 ORDER BY seq {order}"
    ))?;
    let steps = statement.query_map((&group, undone), |row| row.get(0))?.collect::<Result<_, _>>()?;
    drop(statement);
    Ok(Next { group, name, steps })
}
