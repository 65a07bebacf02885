//! Copies of a story, what quotes it, and what only ends with the same footer.

use serde_json::Value;

use crate::terminal::Terminal;

const LEAST_RUN: usize = 8;

/// Words that no other text has: a name and a number each.
fn words(name: &str, count: usize) -> Vec<String> {
    (0..count).map(|number| format!("{name}{number}")).collect()
}

/// The share of a text's words that lie in runs of eight that the other has, each run held against each.
fn share(text: &[String], other: &[String]) -> f64 {
    let mut common = vec![false; text.len()];
    for (at, run) in text.windows(LEAST_RUN).enumerate() {
        if other.windows(LEAST_RUN).any(|found| found == run) {
            common[at..at + LEAST_RUN].fill(true);
        }
    }
    let count = |all: usize| f64::from(u32::try_from(all).unwrap());
    count(common.iter().filter(|common| **common).count()) / count(text.len())
}

fn close(value: &Value, expected: f64) -> bool {
    value.as_f64().is_some_and(|value| (value - expected).abs() < 1e-9)
}

/// Ten copies of a story with other headers and cut ends, a page that quotes all of it, and two letters.
fn papers() -> Vec<(String, Vec<String>)> {
    let (story, footer) = (words("story", 350), words("footer", 40));
    let mut papers = Vec::new();
    for copy in 0..10 {
        let header = words(&format!("header{copy}x"), 5 + copy);
        papers.push((format!("copy-{copy}.txt"), [&header, &story[..350 - copy * 5], &footer].concat()));
    }
    let around = words("blog", 2000);
    papers.push(("quoting.txt".to_owned(), [&around[..1000], &papers[0].1, &around[1000..]].concat()));
    papers.push(("letter.txt".to_owned(), [&words("letter", 200), footer.as_slice()].concat()));
    papers.push(("other.txt".to_owned(), words("other", 300)));
    papers.push(("short.txt".to_owned(), story[..20].to_vec()));
    papers
}

fn imported(papers: &[(String, Vec<String>)]) -> Terminal {
    let terminal = Terminal::new();
    for (name, words) in papers {
        let lines: Vec<String> = words.chunks(9).map(|line| line.join(", ")).collect();
        let path = terminal.file(name, lines.join("\n"));
        terminal.run(&["import", &path, "--case", "Case"]).succeeded();
    }
    terminal
}

fn words_of<'a>(papers: &'a [(String, Vec<String>)], title: &Value) -> &'a [String] {
    papers.iter().find(|(name, _)| title == name).map(|(_, words)| words.as_slice()).unwrap()
}

#[test]
fn ten_copies_of_a_story_are_a_family_and_a_letter_with_its_footer_is_not_in_it() {
    let papers = papers();
    let terminal = imported(&papers);
    let answer = terminal.json(&["document", "near", "--all", "--case", "Case"]);
    let families = answer["families"].as_array().unwrap();
    assert_eq!(families.len(), 1, "{answer:#}");
    let (oldest, copies) = (&families[0]["title"], families[0]["copies"].as_array().unwrap());
    assert_eq!(oldest, "copy-0.txt");
    let titles: Vec<String> = (1..10).map(|copy| format!("copy-{copy}.txt")).collect();
    assert_eq!(copies.iter().map(|copy| copy["title"].as_str().unwrap()).collect::<Vec<_>>(), titles);
    let oldest = words_of(&papers, oldest);
    for copy in copies {
        let own = words_of(&papers, &copy["title"]);
        assert!(close(&copy["share_of_oldest"], share(oldest, own)), "{copy}");
        assert!(close(&copy["share_of_copy"], share(own, oldest)), "{copy}");
    }
    terminal.run(&["document", "near", "--all"]).succeeded();
}

#[test]
fn a_page_that_quotes_all_of_a_story_has_all_of_it_and_little_of_its_own_is_in_it() {
    let papers = papers();
    let terminal = imported(&papers);
    let answer = terminal.json(&["document", "near", "copy-0.txt"]);
    let near = answer["near"].as_array().unwrap();
    let this = words_of(&papers, &"copy-0.txt".into());
    for row in near {
        let that = words_of(&papers, &row["title"]);
        assert!(close(&row["share_of_this"], share(this, that)), "{row}");
        assert!(close(&row["share_of_that"], share(that, this)), "{row}");
    }
    assert_eq!(near[0]["title"], "quoting.txt");
    assert!(close(&near[0]["share_of_this"], 1.0) && near[0]["share_of_that"].as_f64().unwrap() < 0.2);
    for copy in 1..10 {
        assert!(near.iter().any(|row| row["title"] == format!("copy-{copy}.txt")), "{answer:#}");
    }
    assert!(near.iter().all(|row| row["title"] != "other.txt" && row["title"] != "short.txt"));
    assert_eq!(terminal.json(&["document", "near", "short.txt"])["too_short"], true);
}

#[test]
fn text_that_is_read_again_is_compared_again_and_what_is_undone_is_not_shown() {
    let papers = papers();
    let terminal = imported(&papers[..3]);
    let before = terminal.json(&["document", "near", "copy-0.txt"]);
    terminal.run(&["rebuild-text"]).succeeded();
    assert_eq!(terminal.json(&["document", "near", "copy-0.txt"]), before);
    // Reading again is no act to take back: this is the last import.
    terminal.run(&["undo"]).succeeded();
    let after = terminal.json(&["document", "near", "copy-0.txt"]);
    assert_eq!(after["near"].as_array().unwrap().len(), 1, "{after:#}");
    terminal.run(&["verify"]).succeeded();
}
