//! Glyphs to lines to text in reading order.

use super::line::{Glyph, Line};

/// The text of a page from its glyphs in the order in which they were shown.
///
/// That order is kept, because producers mostly write columns and tables as they are read; only where it jumps about
/// are lines put in order from top to bottom.
pub(super) fn text(glyphs: Vec<Glyph>) -> String {
    joined(ordered(glyphs))
}

/// The lines of a page in that order.
pub(super) fn ordered(glyphs: Vec<Glyph>) -> Vec<Line> {
    let mut lines = lines(glyphs);
    lines.retain(|line| !line.is_blank());
    if is_scrambled(&lines) { sorted(lines) } else { lines }
}

/// How far back a line is looked for that a glyph belongs to: a page of dense tables has some hundred.
const REACH: usize = 150;

fn lines(glyphs: Vec<Glyph>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut current = 0;
    for glyph in glyphs {
        if lines.get(current).is_some_and(|line| line.is_continued_by(&glyph)) {
            lines[current].push(glyph);
            continue;
        }
        let near = lines.iter().rev().take(REACH).position(|line| line.adjoins(&glyph));
        if let Some(back) = near {
            current = lines.len() - 1 - back;
            lines[current].push(glyph);
        } else {
            current = lines.len();
            lines.push(Line::new(glyph));
        }
    }
    lines
}

/// Whether lines jump upwards far more often than columns and footers make them.
fn is_scrambled(lines: &[Line]) -> bool {
    let upward = lines
        .windows(2)
        .filter(|pair| pair[0].is_parallel_to(&pair[1]) && pair[1].base < pair[0].base - 0.5 * pair[0].size);
    let jumps = upward.count();
    jumps > 4 && jumps * 4 > lines.len()
}

/// Lines from top to bottom and left to right, those on one baseline made one.
fn sorted(mut lines: Vec<Line>) -> Vec<Line> {
    lines.sort_by(|a, b| a.base.total_cmp(&b.base));
    let mut rows: Vec<Line> = Vec::new();
    for line in lines {
        match rows.last_mut() {
            Some(row) if row.is_parallel_to(&line) && (line.base - row.base).abs() < 0.3 * row.size => {
                row.absorb(line);
            }
            _ => rows.push(line),
        }
    }
    rows
}

/// The lines' texts, with an empty line where the page leaves a gap or begins again higher up.
fn joined(lines: Vec<Line>) -> String {
    let usual = usual_leading(&lines);
    let mut text = String::new();
    let mut last: Option<(f64, f64)> = None;
    for line in lines {
        let step = last.map(|(base, size)| (line.base - base, size.max(line.size)));
        if step.is_some_and(|(step, size)| step < -size || step > size * usual * 1.35) {
            text.push('\n');
        }
        last = Some((line.base, line.size));
        text.push_str(line.text().trim());
        text.push('\n');
    }
    text
}

/// The usual distance between baselines, in ems: 1.2 in books, over 2 in pleadings.
fn usual_leading(lines: &[Line]) -> f64 {
    let steps = lines.windows(2).map(|pair| (pair[1].base - pair[0].base) / pair[0].size);
    let mut steps: Vec<f64> = steps.filter(|step| (0.8..3.0).contains(step)).collect();
    steps.sort_by(f64::total_cmp);
    steps.get(steps.len() / 2).copied().unwrap_or(1.2)
}
