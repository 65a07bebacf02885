//! Citing words as somebody saw them on the drawn page.

use super::collapsed::{Collapsed, collapse};
use super::folded::{Folded, Passage, are_same};
use super::{Quote, QuoteError};

/// Cites `words` from the one place that is meant: see [`Quote::cite_seen`].
pub(super) fn cite(words: &str, before: &str, after: &str, page_text: &str) -> Result<Quote, QuoteError> {
    let sought = Folded::new(words);
    if sought.len() == 0 {
        return Quote::cite_between(words, before, after, page_text);
    }
    let page = Folded::new(page_text);
    let places = page.places(&sought);
    let context = Context { before: Folded::new(before), after: Folded::new(after) };
    match (places.len(), context.meant(&page, &places)) {
        (0, _) => Err(QuoteError::Missing(collapse(words))),
        (times, Some(place)) => {
            Collapsed::new(page_text).quote_of(place.bytes.clone()).told_apart(times, page_text)
        }
        (times, None) => Err(QuoteError::Ambiguous { quote: collapse(words), times }),
    }
}

/// What was seen before and after the words.
struct Context {
    before: Folded,
    after: Folded,
}

/// How far a context agrees with the page, from the words outwards, in letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Agreement {
    /// All of it.
    Whole,
    /// As much as the page has there, which is less.
    ToTheEdge(usize),
    /// Up to where they differ.
    Partly(usize),
}

/// Letters of a context that are compared: more tell nothing new.
const FAR: usize = 1_000;

/// Letters by which one place must agree further than another to be the one that is meant: fewer agree by chance.
const CLEAR: usize = 8;

impl Context {
    /// The only place of `places`, or that which fits clearly better than every other.
    fn meant<'a>(&self, page: &Folded, places: &'a [Passage]) -> Option<&'a Passage> {
        if let [only] = places {
            return Some(only);
        }
        let fits: Vec<Fit> = places.iter().map(|place| self.fit(page, place)).collect();
        let mut best = 0;
        for index in 1..fits.len() {
            if fits[index].is_clearly_better_than(fits[best]) {
                best = index;
            }
        }
        let beats = |index: usize| index == best || fits[best].is_clearly_better_than(fits[index]);
        let stands_alone = (0..fits.len()).all(beats);
        places.get(best).filter(|_| stands_alone)
    }

    fn fit(&self, page: &Folded, place: &Passage) -> Fit {
        let (start, end) = (place.letters.start, place.letters.end);
        let own = self.before.len();
        let before = agreement(own, start, |step| {
            let (mine, its) = (own - 1 - step, start - 1 - step);
            let joined = step == 0 || are_same(self.before.gap(mine + 1), page.gap(its + 1));
            joined && self.before.letter(mine) == page.letter(its)
        });
        let after = agreement(self.after.len(), page.len() - end, |step| {
            let joined = step == 0 || are_same(self.after.gap(step), page.gap(end + step));
            joined && self.after.letter(step) == page.letter(end + step)
        });
        Fit { before, after }
    }
}

/// How far two texts of these lengths agree, from the words outwards.
fn agreement(context: usize, page: usize, agrees_at: impl Fn(usize) -> bool) -> Agreement {
    let most = context.min(FAR);
    let reached = (0..most.min(page)).take_while(|&step| agrees_at(step)).count();
    if reached == most {
        Agreement::Whole
    } else if reached == page {
        Agreement::ToTheEdge(reached)
    } else {
        Agreement::Partly(reached)
    }
}

/// How well a place fits what was seen around the words.
#[derive(Debug, Clone, Copy)]
struct Fit {
    before: Agreement,
    after: Agreement,
}

impl Fit {
    /// Clearly better on one side, and not clearly worse on the other.
    fn is_clearly_better_than(self, other: Self) -> bool {
        let better = |one: Self, than: Self| {
            (one.before.is_clearly_more_than(than.before), one.after.is_clearly_more_than(than.after))
        };
        better(self, other) != (false, false) && better(other, self) == (false, false)
    }
}

impl Agreement {
    fn is_clearly_more_than(self, other: Self) -> bool {
        match (self, other) {
            (_, Self::Whole | Self::ToTheEdge(_)) => false,
            (Self::Whole, Self::Partly(_)) => true,
            // Nothing speaks against the page's edge, but what reaches far elsewhere speaks for that.
            (Self::ToTheEdge(own), Self::Partly(its)) => its < own + CLEAR,
            (Self::Partly(own), Self::Partly(its)) => own >= its + CLEAR,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    /// A page as stored, with a ligature, a word parted at a line's end, and the same words twice.
    const PAGE: &str = "The of\u{fb01}cer agreed to co-\noperate with the so-called Café Größe.\n\
        First he paid 1 000 on 3 May; then he left.\nAfterwards he paid 1 000 on 4 May; then he stayed.\n\
        x½ well-\nknown";

    /// What the page itself says where `words` were seen.
    fn cited(words: &str, before: &str, after: &str) -> Result<String, QuoteError> {
        let quote = Quote::cite_seen(words, before, after, PAGE)?;
        let range = quote.locate(PAGE).expect("what is cited can be located");
        assert_eq!(collapse(&PAGE[range]), quote.exact);
        Ok(quote.exact)
    }

    #[test]
    fn words_are_cited_however_they_were_drawn() {
        let cases = [
            ("The officer\nagreed", "The of\u{fb01}cer agreed"),
            ("T h e o f f i c e r", "The of\u{fb01}cer"),
            ("to cooperate with", "to co- operate with"),
            ("to co-operate with", "to co- operate with"),
            ("to co\u{ad}operate with", "to co- operate with"),
            ("the so-\ncalled", "the so-called"),
            ("Cafe\u{301} Gro\u{308}ße", "Café Größe"),
            ("so-called\u{200b}Café", "so-called Café"),
            ("x1\u{2044}2", "x½"),
            ("he pa-\nid 1000 on 3 May", "he paid 1 000 on 3 May"),
            ("well-", "well-"),
            ("wellknown", "well- known"),
        ];
        for (seen, expected) in cases {
            assert_eq!(cited(seen, "", "").as_deref(), Ok(expected), "{seen:?}");
        }
    }

    #[test]
    fn what_differs_by_a_letter_or_a_sign_is_missing() {
        let cases = [
            "the socalled",
            "The office r, agreed",
            "Cafe Größe",
            "the so–called",
            "of-ficer",
            "The o f f",
            "icer agreed",
            "x1",
            "First he paid 1.000",
            "co-operate-with",
        ];
        for seen in cases {
            let missing = matches!(Quote::cite_seen(seen, "", "", PAGE), Err(QuoteError::Missing(_)));
            assert!(missing, "{seen:?}");
        }
        assert_eq!(Quote::cite_seen(" \u{a0}\n", "", "", PAGE), Err(QuoteError::Empty));
    }

    #[test]
    fn of_several_places_the_one_that_fits_what_was_seen_around_is_cited() {
        let twice = "paid1 000";
        let far_before = "Page 7 of another document. First he ";
        let from_the_start =
            "a running header The officer agreed to cooperate with the so-called Café Größe.First he";
        let cases = [
            ("First he", "", Some(" on 3")),
            ("he", " on 4May", Some(" on 4")),
            ("", "on\n3 May", Some(" on 3")),
            ("After-\nwards he", "", Some(" on 4")),
            (from_the_start, "", Some(" on 3")),
            (far_before, "", None),
            ("he", "on", None),
            ("", "", None),
            ("First he", "on 4 May", None),
            ("some other words", "and others", None),
            (far_before, "on 4 May; then he stayed.", Some(" on 4")),
            ("", "on 3 May; then he left. A foot note", Some(" on 3")),
        ];
        for (before, after, expected) in cases {
            let quote = Quote::cite_seen(twice, before, after, PAGE);
            let found = quote.as_ref().map(|quote| &quote.suffix[..5]).ok();
            assert_eq!(found, expected, "{before:?} {after:?}");
            let ambiguous = QuoteError::Ambiguous { quote: twice.to_owned(), times: 2 };
            assert!(found.is_some() || quote == Err(ambiguous), "{before:?} {after:?}");
        }
    }

    #[test]
    fn a_context_that_reaches_beyond_the_page_fits_at_its_edge() {
        let page = "same words and\nother text, then the\nsame words";
        let prefix = |before: &str, after: &str| {
            Quote::cite_seen("samewords", before, after, page).map(|quote| quote.prefix)
        };
        assert_eq!(prefix("the end of the page before", "and other").as_deref(), Ok(""));
        assert_eq!(prefix("", "the page after").as_deref(), Ok(" words and other text, then the "));
        assert!(prefix("", "").is_err());
    }

    /// A page of words that are all different, with ligatures, hyphens and line ends.
    fn page_of_different_words() -> impl Strategy<Value = Vec<String>> {
        let word =
            prop_oneof!["[a-df]{1,5}", "[a-c]{1,3}-[a-c]{1,3}", "[é\u{fb01}ßöx]{1,4}", "[0-9]{1,3}[.,]"];
        proptest::collection::vec(word, 1..12)
            .prop_map(|words| (10..).zip(words).map(|(number, word)| format!("{word}{number}")).collect())
    }

    /// The same letters as somebody might see them: `ways` says for each what befalls it.
    fn redrawn(words: &str, ways: &[u8]) -> String {
        let mut out = String::new();
        let last = words.chars().count().saturating_sub(1);
        for ((index, letter), way) in words.chars().enumerate().zip(ways.iter().cycle()) {
            match (way % 9, letter) {
                (0, letter) => out.extend(letter.nfd()),
                (1, letter) => out.extend(letter.nfkd()),
                (_, letter) => out.push(letter),
            }
            let is_inside = index < last && letter != '-';
            match way % 9 {
                2 => out.push(' '),
                3 => out.push('\n'),
                4 if is_inside => out.push('\u{ad}'),
                5 if is_inside => out.push_str("-\n"),
                6 => out.push('\u{200b}'),
                _ => {}
            }
        }
        out
    }

    /// The letters alone, told in another way than the code under test does.
    fn letters(text: &str) -> String {
        let text: String = text.nfkc().filter(|c| !c.is_whitespace()).collect();
        text.chars().filter(|c| !"-\u{2010}\u{ad}\u{200b}".contains(*c)).nfkd().collect()
    }

    proptest! {
        #[test]
        fn redrawn_words_cite_the_same_place_as_plain_ones(
            words in page_of_different_words(),
            breaks in proptest::collection::vec(prop_oneof![Just(" "), Just("\n"), Just("  ")], 12),
            (from, count) in (0_usize..12, 1_usize..6),
            ways in proptest::collection::vec(any::<u8>(), 1..40),
        ) {
            let page: String = words.iter().zip(&breaks).flat_map(|(word, white)| [word, *white]).collect();
            let from = from % words.len();
            let chosen = words[from..(from + count).min(words.len())].join(" ");
            let plain = Quote::cite(&chosen, &page).expect("all words are different");
            prop_assert_eq!(&Quote::cite_seen(&chosen, "", "", &page), &Ok(plain.clone()));
            prop_assert_eq!(Quote::cite_seen(&redrawn(&chosen, &ways), "", "", &page), Ok(plain));
        }

        #[test]
        fn what_is_cited_has_the_letters_that_were_seen(
            page in "[abfié\u{301}\u{fb01}\u{ad}\u{200b} \n-]{0,30}",
            seen in "[abfié\u{301}\u{fb01}\u{ad} \n-]{1,6}",
            (before, after) in ("[abfi -]{0,4}", "[abfi -]{0,4}"),
        ) {
            let cited = Quote::cite_seen(&seen, &before, &after, &page);
            if let Ok(quote) = &cited {
                prop_assert_eq!(letters(&quote.exact), letters(&seen));
                let range = quote.locate(&page).expect("what is cited can be located");
                prop_assert_eq!(letters(&page[range]), letters(&seen));
            }
            if let Ok(plain) = Quote::cite_between(&seen, &before, &after, &page) {
                prop_assert_eq!(cited, Ok(plain));
            }
        }
    }
}
