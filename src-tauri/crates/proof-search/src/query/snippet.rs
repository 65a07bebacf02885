//! The stretch of a page that is shown in a list of results.

use super::highlight::Match;

/// Characters of context kept before the first match of a snippet, out of this many.
const LEAD_SHARE: usize = 4;
/// Less than this cannot hold a word and its ellipses.
const LEAST_CHARS: usize = 16;
const ELLIPSIS: char = '\u{2026}';

/// A stretch of text with the places to be marked in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Snippet {
    /// The text, on one line.
    pub text: String,
    /// Start and end of each place to be marked, in characters (Unicode scalar values) of `text`, in order and without
    /// overlap.
    pub highlights: Vec<(usize, usize)>,
}

/// A character of the text drawn together to one line, and the byte where it stood.
type Char = (usize, char);

/// Cuts the snippet around the matches, which are in order of their beginnings.
pub(super) fn cut(text: &str, matches: &[Match], max_chars: usize) -> Snippet {
    let (line, max_chars) = (on_one_line(text), max_chars.max(LEAST_CHARS));
    let spans: Vec<Span> = matches.iter().filter_map(|found| Span::new(&line, found)).collect();
    let (start, end) = window(&line, &spans, max_chars);
    render(&line, &spans, start, end)
}

/// A match in characters of the line.
struct Span {
    start: usize,
    end: usize,
    leaf: usize,
}

impl Span {
    fn new(line: &[Char], found: &Match) -> Option<Self> {
        let start = line.partition_point(|(at, _)| *at < found.range.start);
        let end = line.partition_point(|(at, _)| *at < found.range.end);
        (start < end).then_some(Self { start, end, leaf: found.leaf })
    }
}

fn on_one_line(text: &str) -> Vec<Char> {
    let mut line: Vec<Char> = Vec::new();
    for (at, c) in text.trim_end().char_indices() {
        let after_space = line.last().is_none_or(|(_, last)| *last == ' ');
        match c.is_whitespace() || c.is_control() {
            true if after_space => {}
            true => line.push((at, ' ')),
            false => line.push((at, c)),
        }
    }
    line
}

/// Where the snippet begins and ends in the line: around the matches that answer the most leaves.
fn window(line: &[Char], spans: &[Span], max_chars: usize) -> (usize, usize) {
    if line.len() <= max_chars {
        return (0, line.len());
    }
    // Room for an ellipsis on either side.
    let room = max_chars.saturating_sub(2);
    let first = best_first(spans, room).map_or(0, |span| span.start.saturating_sub(lead(span, room)));
    let latest = line.len() - room.min(line.len());
    let start = word_start(line, first.min(latest), spans);
    let end = (start + room).min(line.len());
    (start, word_end(line, start, end))
}

/// Context before a match, less where the match itself is long.
fn lead(span: &Span, room: usize) -> usize {
    (room / LEAD_SHARE).min(room.saturating_sub(span.end - span.start))
}

/// The match from which on the most different leaves, then the most matches, fit into the room.
fn best_first(spans: &[Span], room: usize) -> Option<&Span> {
    let reach = room - room / LEAD_SHARE;
    let worth = |at: usize| {
        let from = &spans[at];
        let within = spans[at..].iter().take_while(|span| span.end <= from.start + reach);
        let mut leaves: Vec<usize> = within.map(|span| span.leaf).collect();
        let total = leaves.len();
        leaves.sort_unstable();
        leaves.dedup();
        (leaves.len(), total)
    };
    let best = (0..spans.len()).max_by_key(|at| (worth(*at), std::cmp::Reverse(*at)))?;
    spans.get(best)
}

/// Moves forward to the beginning of a word, but not past a match.
fn word_start(line: &[Char], start: usize, spans: &[Span]) -> usize {
    if start == 0 || line[start - 1].1 == ' ' {
        return start;
    }
    let limit = spans.iter().map(|span| span.start).find(|at| *at >= start).unwrap_or(line.len());
    let space = line[start..limit].iter().position(|(_, c)| *c == ' ');
    space.map_or(start, |offset| start + offset + 1)
}

/// Moves back to the end of a word, unless that would leave less than half.
fn word_end(line: &[Char], start: usize, end: usize) -> usize {
    if end == line.len() || line[end].1 == ' ' {
        return end;
    }
    let space = line[start..end].iter().rposition(|(_, c)| *c == ' ');
    space.filter(|offset| *offset > (end - start) / 2).map_or(end, |offset| start + offset)
}

fn render(line: &[Char], spans: &[Span], start: usize, end: usize) -> Snippet {
    let (before, after) = (start > 0, end < line.len());
    let mut text = String::new();
    text.extend(before.then_some(ELLIPSIS));
    text.extend(line[start..end].iter().map(|(_, c)| *c));
    text.extend(after.then_some(ELLIPSIS));
    let shift = usize::from(before);
    let mut highlights: Vec<(usize, usize)> = Vec::new();
    for span in spans.iter().filter(|span| span.start < end && span.end > start) {
        let (from, to) = (span.start.max(start) - start + shift, span.end.min(end) - start + shift);
        match highlights.last_mut() {
            Some(last) if from < last.1 => last.1 = last.1.max(to),
            _ => highlights.push((from, to)),
        }
    }
    Snippet { text, highlights }
}
