//! The language of a page, and the stems of its words.

use std::cell::RefCell;
use std::collections::HashMap;

use frostem::{Algorithm, Stemmer};
use whatlang::{Detector, Lang};

/// Bytes of a page that its language is told by: enough to be sure, and few enough to cost nothing.
const SAMPLE: usize = 600;
/// Fewer letters tell nothing.
const FEWEST_LETTERS: usize = 40;
/// Stems that are remembered before all are forgotten: some megabytes at most.
const REMEMBERED: usize = 50_000;

/// A language by its code of BCP 47 (ISO 639-1), `und` where it could not be told.
pub(crate) type Code = &'static str;

/// Where the language could not be told.
pub(crate) const UNKNOWN: Code = "und";

struct Known {
    lang: Lang,
    code: Code,
    name: &'static str,
    stemmer: Option<Algorithm>,
}

const fn known(lang: Lang, code: Code, name: &'static str, stemmer: Option<Algorithm>) -> Known {
    Known { lang, code, name, stemmer }
}

/// The languages that are told apart: those that Snowball stems, and those that neighbour them or need no stemming.
const LANGUAGES: [Known; 30] = [
    known(Lang::Eng, "en", "English", Some(Algorithm::English)),
    known(Lang::Nld, "nl", "Dutch", Some(Algorithm::Dutch)),
    known(Lang::Deu, "de", "German", Some(Algorithm::German)),
    known(Lang::Fra, "fr", "French", Some(Algorithm::French)),
    known(Lang::Spa, "es", "Spanish", Some(Algorithm::Spanish)),
    known(Lang::Por, "pt", "Portuguese", Some(Algorithm::Portuguese)),
    known(Lang::Ita, "it", "Italian", Some(Algorithm::Italian)),
    known(Lang::Dan, "da", "Danish", Some(Algorithm::Danish)),
    known(Lang::Swe, "sv", "Swedish", Some(Algorithm::Swedish)),
    known(Lang::Nob, "nb", "Norwegian", Some(Algorithm::Norwegian)),
    known(Lang::Fin, "fi", "Finnish", Some(Algorithm::Finnish)),
    known(Lang::Hun, "hu", "Hungarian", Some(Algorithm::Hungarian)),
    known(Lang::Ron, "ro", "Romanian", Some(Algorithm::Romanian)),
    known(Lang::Rus, "ru", "Russian", Some(Algorithm::Russian)),
    known(Lang::Tur, "tr", "Turkish", Some(Algorithm::Turkish)),
    known(Lang::Ell, "el", "Greek", Some(Algorithm::Greek)),
    known(Lang::Ara, "ar", "Arabic", Some(Algorithm::Arabic)),
    known(Lang::Tam, "ta", "Tamil", Some(Algorithm::Tamil)),
    known(Lang::Urd, "ur", "Urdu", None),
    known(Lang::Pes, "fa", "Persian", None),
    known(Lang::Hin, "hi", "Hindi", None),
    known(Lang::Cmn, "zh", "Chinese", None),
    known(Lang::Jpn, "ja", "Japanese", None),
    known(Lang::Kor, "ko", "Korean", None),
    known(Lang::Pol, "pl", "Polish", None),
    known(Lang::Ces, "cs", "Czech", None),
    known(Lang::Ukr, "uk", "Ukrainian", None),
    known(Lang::Heb, "he", "Hebrew", None),
    known(Lang::Vie, "vi", "Vietnamese", None),
    known(Lang::Tha, "th", "Thai", None),
];

/// The language of a text, told by its beginning; always the same for the same text.
pub(crate) fn of(text: &str) -> Code {
    thread_local! {
        static DETECTOR: Detector = Detector::with_allowlist(LANGUAGES.iter().map(|known| known.lang).collect());
    }
    let sample = &text[..text.floor_char_boundary(SAMPLE)];
    if sample.chars().filter(|c| c.is_alphabetic()).take(FEWEST_LETTERS).count() < FEWEST_LETTERS {
        return UNKNOWN;
    }
    let info = DETECTOR.with(|detector| detector.detect(sample));
    let sure = info.filter(whatlang::Info::is_reliable).map(|info| info.lang());
    LANGUAGES.iter().find(|known| Some(known.lang) == sure).map_or(UNKNOWN, |known| known.code)
}

/// The code of a language by its code or its English name, in whatever letters; `None` where it is not one of ours.
pub(crate) fn code(name: &str) -> Option<Code> {
    if name.eq_ignore_ascii_case(UNKNOWN) {
        return Some(UNKNOWN);
    }
    let fits =
        |known: &&Known| known.code.eq_ignore_ascii_case(name) || known.name.eq_ignore_ascii_case(name);
    LANGUAGES.iter().find(fits).map(|known| known.code)
}

/// The English name of a language by the code that facets show; the code itself where it is not one of ours.
pub fn language_name(code: &str) -> &str {
    if code == UNKNOWN {
        return "Not known";
    }
    LANGUAGES.iter().find(|known| known.code == code).map_or(code, |known| known.name)
}

/// Whether words of the language keep their first letter when they are stemmed.
pub(crate) fn keeps_first_letter(language: Code) -> bool {
    language != "ar"
}

/// Stems words, and remembers them: a text says the same few thousand words over and over.
#[derive(Clone, Default)]
pub(crate) struct Stems {
    stemmers: HashMap<Code, Option<Stemmer>>,
    remembered: HashMap<Code, HashMap<String, String>>,
    count: usize,
}

impl Stems {
    /// The stem of a folded word in a language. A page whose language is unknown is read as English.
    pub(crate) fn of(&mut self, word: &str, language: Code) -> &str {
        let language = if language == UNKNOWN { "en" } else { language };
        if self.count > REMEMBERED {
            self.remembered.clear();
            self.count = 0;
        }
        let stemmer = self.stemmers.entry(language).or_insert_with(|| stemmer(language));
        let words = self.remembered.entry(language).or_default();
        if !words.contains_key(word) {
            let stem = stemmer.as_ref().map_or_else(|| word.to_owned(), |it| it.stem(word).into_owned());
            words.insert(word.to_owned(), stem);
            self.count += 1;
        }
        words.get(word).map_or("", String::as_str)
    }
}

/// Stems words with what this thread remembers.
pub(crate) fn with_stems<T>(ask: impl FnOnce(&mut Stems) -> T) -> T {
    thread_local! {
        static STEMS: RefCell<Stems> = RefCell::default();
    }
    STEMS.with_borrow_mut(ask)
}

fn stemmer(language: Code) -> Option<Stemmer> {
    LANGUAGES.iter().find(|known| known.code == language)?.stemmer.map(Stemmer::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_tells_its_language() {
        let table = [
            (
                "The court approved the settlement between the parties and ordered that the fees be paid.",
                "en",
            ),
            ("De rechtbank heeft de vordering van de stichting toegewezen en het bedrijf veroordeeld.", "nl"),
            (
                "Das Gericht hat die Klage abgewiesen und die Kosten des Verfahrens der Klägerin auferlegt.",
                "de",
            ),
            (
                "یہ عدالت نے فیصلہ دیا ہے کہ کمپنی کو صارفین کے ڈیٹا کی حفاظت کرنی ہوگی اور جرمانہ ادا کرنا ہوگا",
                "ur",
            ),
            (
                "法院批准了双方当事人之间的和解协议并命令支付费用以及其他相关的损害赔偿金额给所有的原告和他们的代理人",
                "zh",
            ),
            ("p. 4", "und"),
        ];
        for (text, expect) in table {
            assert_eq!(of(text), expect, "{text}");
        }
    }

    #[test]
    fn each_language_has_its_own_stems() {
        let mut stems = Stems::default();
        assert_eq!(stems.of("settled", "en"), "settl");
        assert_eq!(stems.of("settled", "und"), "settl");
        assert_eq!(stems.of("boetes", "nl"), "boete");
        assert_eq!(stems.of("boete", "nl"), "boete");
        assert_eq!(stems.of("جرمانہ", "ur"), "جرمانہ");
    }
}
