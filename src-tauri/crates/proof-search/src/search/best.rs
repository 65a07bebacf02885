//! The best pages alone, found without looking at the others.

use tantivy::query::Weight;
use tantivy::{DocId, Score, Searcher, TantivyError};

/// The best pages of each segment, in their order; at most so many of all. `None` where a page that was found was left out.
pub(super) struct BestPages {
    pub segments: Vec<Vec<(DocId, Score)>>,
    pub whole: bool,
}

/// A page: its score, its segment and its number there.
type Page = (Score, usize, DocId);

pub(super) fn pages(
    searcher: &Searcher,
    weight: &dyn Weight,
    most: usize,
) -> Result<BestPages, TantivyError> {
    let mut kept: Vec<Page> = Vec::new();
    let (mut least, mut whole) = (Score::MIN, true);
    for (segment, reader) in searcher.segment_readers().iter().enumerate() {
        let alive = reader.alive_bitset();
        weight.for_each_pruning(least, reader, &mut |doc, score| {
            if alive.is_none_or(|alive| alive.is_alive(doc)) {
                kept.push((score, segment, doc));
            }
            if kept.len() >= most.saturating_mul(2) {
                least = cut(&mut kept, most);
                whole = false;
            }
            least
        })?;
    }
    if kept.len() > most {
        cut(&mut kept, most);
        whole = false;
    }
    let mut segments = vec![Vec::new(); searcher.segment_readers().len()];
    for (score, segment, doc) in kept {
        segments[segment].push((doc, score));
    }
    for segment in &mut segments {
        segment.sort_unstable_by_key(|(doc, _)| *doc);
    }
    Ok(BestPages { segments, whole })
}

/// Leaves the best so many, and gives the score of the last of them.
fn cut(kept: &mut Vec<Page>, most: usize) -> Score {
    kept.select_nth_unstable_by(most - 1, |a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    kept.truncate(most);
    kept.last().map_or(Score::MIN, |(score, ..)| *score)
}
