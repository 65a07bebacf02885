//! How text becomes words: for the index, for queries and for highlights alike.
//!
//! Words are those of Unicode UAX #29, cut further at `.`, `:` and `_` unless the dot stands between digits, so that
//! `settlement.The` and `Master_Complaint.pdf` give up their words while `5.7` stays one. Words are lower-cased, accents
//! and soft hyphens fall away, typographic apostrophes become plain ones, and the commas of `92,000,000` are dropped.
//! Beside a word stand what it is with its accents, what it is with the half that a hyphen parts it from at the end of a
//! line, and the sum or the date that begins with it: see [`tokens::Sort`].

mod dates;
mod fold;
pub(crate) mod language;
mod segments;
mod stream;
mod sums;
pub(crate) mod tokens;
mod words;

use tantivy::tokenizer::{TextAnalyzer, TokenizerManager};

pub(crate) use self::stream::{in_language, stem_term};
pub(crate) use self::tokens::{Sort, Tokens};
pub(crate) use self::{dates::at as date_at, sums::at as sum_at};

/// The name under which the analyser that keeps word forms is registered.
pub(crate) const EXACT: &str = "proof_exact";
/// The name under which the analyser that stems words is registered.
pub(crate) const STEMMED: &str = "proof_stemmed";

/// A word of a text: what it is compared by, and the bytes that it covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    pub text: String,
    pub start: usize,
    pub end: usize,
}

/// The words of a text with their forms kept, and nothing beside them.
pub(crate) fn exact_words(text: &str) -> Vec<Word> {
    let tokens = Tokens::of(text);
    let words = tokens.iter().filter(|token| token.sort == Sort::Word);
    words.map(|token| Word { text: token.text.to_owned(), start: token.start, end: token.end }).collect()
}

/// The words of a query in the forms that they are looked for by: with their accents where they were typed with any,
/// folded otherwise.
pub(crate) fn asked_words(text: &str) -> Vec<String> {
    let mut asked: Vec<String> = Vec::new();
    for token in Tokens::of(text).iter() {
        match token.sort {
            Sort::Word => asked.push(token.text.to_owned()),
            Sort::Accented => drop(asked.last_mut().map(|last| token.text.clone_into(last))),
            Sort::Joined | Sort::Compound => {}
        }
    }
    asked
}

/// The analysers by the names that the schema uses.
pub(crate) fn tokenizers() -> TokenizerManager {
    let manager = TokenizerManager::default();
    manager.register(EXACT, TextAnalyzer::builder(stream::Exact::default()).build());
    manager.register(STEMMED, TextAnalyzer::builder(stream::Stemmed::default()).build());
    manager
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[&str]) {
        let found: Vec<String> = exact_words(text).into_iter().map(|w| w.text).collect();
        assert_eq!(found, expect, "{text:?}");
    }

    #[test]
    fn words_are_cut_the_way_a_reader_would() {
        check("$92 million", &["92", "million"]);
        check("5.7 million in 1.5 years.", &["5.7", "million", "in", "1.5", "years"]);
        check("$92,000,000.50 and 2019,2020", &["92000000.50", "and", "2019", "2020"]);
        check("1:20-cv-04699", &["1", "20", "cv", "04699"]);
        check("settlement.The U.S. court", &["settlement", "the", "u", "s", "court"]);
        check("Master_Complaint.pdf", &["master", "complaint", "pdf"]);
        check("plaintiffs’ and plaintiff’s", &["plaintiffs", "and", "plaintiff's"]);
        check("Café CAFE\u{301} ﬁled", &["cafe", "cafe", "filed"]);
        check("settle\u{ad}ment", &["settlement"]);
        check("和解 — ... *", &["和", "解"]);
        check("Dkt.5, v1.5, 10b-5", &["dkt", "5", "v1.5", "10b", "5"]);
    }

    #[test]
    fn places_are_those_of_the_original_text() {
        let text = "Ünder “Café’s” rules";
        let cut: Vec<&str> = exact_words(text).iter().map(|w| &text[w.start..w.end]).collect();
        assert_eq!(cut, ["Ünder", "Café’s", "rules"]);
    }

    fn terms(text: &str) -> String {
        let tokens = Tokens::of(text);
        let words: Vec<String> =
            tokens.iter().map(|token| format!("{}@{}", token.text, token.position)).collect();
        words.join(" ")
    }

    #[test]
    fn what_several_words_say_together_stands_beside_them() {
        let table = [
            ("Café", "cafe@0 café@0"),
            ("the settle-\nment of", "the@0 settle@1 ment@1 settlement@1 of@2"),
            ("the settle\u{ad}\nment of", "the@0 settle@1 ment@1 settlement@1 of@2"),
            ("class-action", "class@0 action@1"),
            ("the -\n and", "the@0 and@1"),
            ("No-\nBody", "no@0 body@1"),
            ("$92 million fine", "92@0 ¤92000000@0 ¤$92000000@0 million@1 fine@2"),
            ("92 million", "92@0 ¤92000000@0 ¤?92000000@0 million@1"),
            ("on 21 April 2021,", "on@0 21@1 §20210421@1 april@2 2021@3"),
            ("April 21, 2021", "april@0 §20210421@0 21@1 2021@2"),
            ("2021-04-21", "2021@0 §20210421@0 04@1 21@2"),
            ("ٹک ٹاک پر پابندی", "ٹك@0 ٹاك@1 پر@2 پابندي@3"),
            ("محكمةٌ ١٢", "محكمه@0 12@1"),
            ("データ和", "デ@0 ー@1 タ@2 和@3"),
            ("Ελλάδα", "ελλαδα@0 ελλάδα@0"),
        ];
        for (text, expect) in table {
            assert_eq!(terms(text), expect, "{text:?}");
        }
    }

    #[test]
    fn stems_are_those_of_the_language() {
        let mut analyser = tokenizers().get(STEMMED).expect("registered");
        let mut check = |language: &str, text: &str, expect: &[&str]| {
            let mut found = Vec::new();
            let text = in_language(language, text);
            analyser.token_stream(&text).process(&mut |token| found.push(token.text.clone()));
            assert_eq!(found, expect, "{text:?}");
        };
        check("en", "Settlements were settled", &["en:settlement", "en:settl"]);
        check("und", "settled", &["en:settl"]);
        check("nl", "de boetes", &["nl:boete"]);
        check("fr", "déclarées", &["fr:declare", "fr:déclar"]);
        check("ur", "پابندی", &[]);
    }
}
