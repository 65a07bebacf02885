//! Exchanges of e-mails, by the identifiers that they name.

use serde_json::Value;

use crate::terminal::Terminal;

fn message(id: &str, answers: &[&str], sent: &str) -> String {
    let names =
        |all: &[&str]| all.iter().map(|id| format!("<{id}@example.org>")).collect::<Vec<_>>().join(" ");
    let references =
        if answers.is_empty() { String::new() } else { format!("References: {}\n", names(answers)) };
    format!(
        "From: {id}@example.org\nDate: {sent}\nSubject: about {id}\nMessage-ID: {}\n{references}\nText of {id}.\n",
        names(&[id])
    )
}

fn subjects(rows: &Value) -> Vec<&str> {
    rows.as_array().unwrap().iter().map(|row| row["title"].as_str().unwrap()).collect()
}

#[test]
fn messages_of_one_exchange_are_listed_as_they_were_sent_though_one_of_them_is_not_here() {
    let terminal = Terminal::new();
    // Both answer a message that nobody kept; the clock of the first stands further east.
    for (id, answers, sent) in [
        ("second", &["lost"][..], "Wed, 23 Jun 2021 12:00:00 +0000"),
        ("first", &["lost"], "Wed, 23 Jun 2021 13:00:00 +0500"),
        ("third", &["lost", "second"], "Thu, 24 Jun 2021 09:00:00 +0000"),
        ("other", &[], "Wed, 23 Jun 2021 12:30:00 +0000"),
    ] {
        let path = terminal.file(&format!("{id}.eml"), message(id, answers, sent));
        terminal.run(&["import", &path]).succeeded();
    }
    let of = |title: &str| terminal.json(&["document", "thread", title]);
    let exchange = of("about third");
    assert_eq!(subjects(&exchange), ["about first", "about second", "about third"]);
    assert_eq!(
        (&exchange[0]["from"], &exchange[0]["sent"]),
        (&"first@example.org".into(), &"2021-06-23T13:00:00+05:00".into())
    );
    assert_eq!(of("about first"), exchange);
    assert_eq!(subjects(&of("about other")), ["about other"]);
    let note = terminal.file("note.txt", "No message.");
    terminal.run(&["import", &note]).succeeded();
    assert_eq!(of("note.txt"), serde_json::json!([]));
}
