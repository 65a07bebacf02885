//! Where the words of a page stand, as a real worker finds.

use crate::made_scans::{OVER_ALL, Sheet, pdf, picture};
use crate::{WORKER, extract, file};
use proof_extract::{Extractor, Limits, PlacedWord, WorkerCommand};

fn places(bytes: &[u8], page: u32) -> Vec<PlacedWord> {
    Extractor::new(WorkerCommand::new(WORKER), Limits::default()).places(file(bytes), page)
}

fn page(content: &str) -> Vec<u8> {
    pdf(&[Sheet { content, picture: None }])
}

#[test]
fn words_stand_where_they_are_shown() {
    // The page is 300 by 150 points; letters reach from 0.8 above the baseline to 0.2 below it.
    let upright = places(&page("BT /F1 10 Tf 30 100 Td (Here stands) Tj 0 -20 Td (it) Tj ET"), 1);
    let told: Vec<(&str, bool)> = upright.iter().map(|word| (&*word.text, word.ends_line)).collect();
    assert_eq!(told, [("Here", false), ("stands", true), ("it", true)]);
    let first = upright[0].place;
    assert_eq!((first.left, first.top, first.bottom), (1_000, 2_800, 3_467));
    assert!((1_600..1_800).contains(&first.right), "{first:?}");
    assert!(upright[1].place.left > first.right && upright[1].place.top == first.top);
    // A line that runs upwards.
    let turned = places(&page("BT /F1 10 Tf 0 1 -1 0 60 30 Tm (Here) Tj ET"), 1)[0].place;
    assert_eq!((turned.left, turned.right, turned.bottom), (1_733, 2_067, 8_000));
    assert!(turned.top > 6_000, "{turned:?}");
}

#[test]
fn words_are_in_the_order_of_the_text() {
    let content = "BT /F1 10 Tf 20 20 Td (last) Tj 0 100 Td (The of\\ufb01ce ) Tj 200 0 Td (apart) Tj ET \
                   BT /F1 10 Tf 20 60 Td (co) Tj 12 0 Td (mes) Tj ET";
    let bytes = page(content);
    let words: Vec<String> = places(&bytes, 1).into_iter().map(|word| word.text).collect();
    let text = &extract(&bytes, "a.pdf").pages[0].text;
    assert_eq!(words, text.split_whitespace().collect::<Vec<_>>());
    assert!(words.len() > 4, "{words:?}");
}

#[test]
fn where_nothing_can_be_told_there_are_none() {
    let bytes = page("BT /F1 10 Tf 30 100 Td (Here) Tj ET");
    for number in [0, 2, u32::MAX] {
        assert_eq!(places(&bytes, number), [], "page {number}");
    }
    assert_eq!(places(&pdf(&[Sheet { content: OVER_ALL, picture: Some(&picture(9, 9, 9)) }]), 1), []);
    for other in [&b""[..], b"words", b"%PDF-1.7 cut", b"<html><p>Words"] {
        assert_eq!(places(other, 1), []);
    }
}
