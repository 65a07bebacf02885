//! From the library's verifications, heads and custody to the wire's.

use proof_library::{CustodyLine, Head, HeadCheck, Problem, Verification};

use crate::wire;

pub(crate) fn report(found: &Verification) -> wire::VerifyReport {
    wire::VerifyReport {
        ok: found.holds(),
        cancelled: found.cancelled,
        at: found.at.clone(),
        took: u64::try_from(found.took.as_millis()).unwrap_or(u64::MAX),
        bytes: found.bytes,
        head: head(&found.head),
        against: found.against.as_ref().map(head_check),
        originals: found.originals.len() as u64,
        quotes: found.quotes,
        ledger: found.ledger,
        index: found.index,
        problems: found.problems.iter().map(finding).collect(),
    }
}

pub(crate) fn finding(problem: &Problem) -> wire::Finding {
    wire::Finding {
        part: problem.part.as_str().to_owned(),
        item: problem.item.clone(),
        message: problem.message.clone(),
        note: problem.only_a_note,
    }
}

pub(crate) fn head(head: &Head) -> wire::HeadRow {
    wire::HeadRow {
        library: head.library.clone(),
        name: head.name.clone(),
        seq: head.seq,
        at: head.at.clone(),
        hash: head.hash.clone(),
    }
}

pub(crate) fn head_check(check: &HeadCheck) -> wire::HeadCheck {
    wire::HeadCheck { ok: check.ok, head: head(&check.head), words: check.words.clone() }
}

pub(crate) fn custody(line: CustodyLine) -> wire::CustodyRow {
    let CustodyLine { seq, at, actor, words, detail, hash } = line;
    wire::CustodyRow { seq, at, actor, words, detail, hash }
}
