use serde_json::{Value, json};

use super::papers::papers;
use crate::session::{ask, state, told};

#[test]
fn what_would_leave_a_gap_or_a_double_is_refused_with_the_remedy_and_changes_nothing() {
    let (_folder, session, documents) = papers(5);
    let [one, two, three, four, five] = [0, 1, 2, 3, 4].map(|at: usize| documents[at].clone());
    told(&session, "scheme_add", json!({ "case": "Case", "first": "PX-001" }));
    told(&session, "exhibit_assign", json!({ "scheme": "PX", "documents": [one, two, three] }));
    told(&session, "exhibit_assign", json!({ "scheme": "PX", "documents": [four], "behind": "PX-002" }));
    told(&session, "document_edit", json!({ "document": five, "file_in": [], "take_out_of": ["Case"] }));
    told(&session, "case_add", json!({ "name": "Other", "kind": "litigation", "forum": "", "dockets": [] }));
    let produced = |first: &str, documents: Value| json!({ "case": "Case", "name": "Second", "first": first, "documents": documents });
    told(
        &session,
        "production_add",
        json!({ "case": "Case", "name": "First", "first": "TT-000001", "documents": [one, two] }),
    );
    let before = state(&session);
    let check = |command: &str, args: Value, words: &[&str]| {
        let error = ask(&session, command, args.clone()).unwrap_err();
        let said = format!("{} {}", error.message, error.hint);
        assert!(words.iter().all(|word| said.contains(word)), "{command} {args}: {error:?}");
        assert_eq!(state(&session), before, "{command} {args} changed something");
    };
    let assign = |documents: Value| json!({ "scheme": "PX", "documents": documents });
    check("exhibit_assign", assign(json!([one])), &["Paper 001.txt", "PX-001", "already"]);
    check("exhibit_assign", assign(json!([five])), &["Paper 005.txt", "not in the case “Case”"]);
    check("exhibit_assign", assign(json!([])), &["no documents"]);
    check(
        "exhibit_assign",
        json!({ "scheme": "PX", "documents": [one], "behind": "DX-1" }),
        &["Paper 001.txt"],
    );
    check("exhibit_assign", json!({ "scheme": "DX", "documents": [one] }), &["no exhibit scheme “DX”"]);
    check("exhibit_remove", assign(json!([one])), &["PX-001 would be missing", "close the gap"]);
    check("exhibit_remove", assign(json!([two])), &["PX-002 would be missing", "close the gap"]);
    check("exhibit_remove", assign(json!([two, four])), &["PX-002 would be missing"]);
    check("exhibit_remove", assign(json!([five])), &["Paper 005.txt", "bears no mark"]);
    check("exhibit_remove", assign(json!([three, "PX-003"])), &["Paper 003.txt", "twice"]);
    let given = |documents: Value, before: &str| json!({ "scheme": "PX", "by": "given", "documents": documents, "before": before });
    check("exhibit_renumber", given(json!([]), ""), &["no documents"]);
    check("exhibit_renumber", given(json!([one, one]), ""), &["twice"]);
    check("exhibit_renumber", given(json!([one, two]), &two), &["before one of themselves"]);
    check("exhibit_renumber", given(json!([five]), ""), &["bears no mark"]);
    check("exhibit_renumber", json!({ "scheme": "PX", "by": "title", "documents": [one] }), &["given order"]);
    check("exhibit_renumber", json!({ "scheme": "PX", "first": "12" }), &["“12”", "prefix"]);
    check("scheme_add", json!({ "case": "Case", "first": "1" }), &["“1”", "prefix is needed"]);
    check("scheme_add", json!({ "case": "Case", "first": "px 5" }), &["prefix px is taken", "PX-001"]);
    check("scheme_edit", json!({ "scheme": "PX", "first": "PX" }), &["“PX”", "number"]);
    check(
        "production_add",
        produced("TT-000002", json!([three])),
        &["TT-000002", "“First” in “Case”", "TT-000001 – TT-000002"],
    );
    check("production_add", produced("tt 1", json!([three])), &["overlap", "First"]);
    check("production_add", produced("TT-000003", json!([three, three])), &["Paper 003.txt", "twice"]);
    check("production_add", produced("TT-000003", json!([five])), &["Paper 005.txt", "not in the case"]);
    check("production_add", produced("000003", json!([three])), &["prefix"]);
    check("production_plan", produced("TT-000002", json!([three])), &["overlap"]);
    check(
        "production_add",
        json!({ "case": "Case", "name": "First", "first": "TT-000003", "documents": [three] }),
        &["“First” already"],
    );
    check(
        "document_edit",
        json!({ "document": one, "file_in": [], "take_out_of": ["Case"] }),
        &["PX-001", "take that number away"],
    );
    for (args, words) in [
        (json!({ "find": "PX-009" }), &["no mark, Bates number or document “PX-009”"][..]),
        (json!({ "find": one, "page": 2 }), &["has no page 2"]),
        (json!({ "find": one, "page": 0 }), &["has no page 0"]),
        (json!({ "find": one, "label": "iv" }), &["“iv” is printed on no page", "Paper 001.txt"]),
        (json!({ "find": "", "page": 1 }), &["name the document"]),
        (json!({ "find": one, "numbering": 999 }), &["no line 999"]),
        (json!({ "find": "PX-001", "numbering": 1 }), &["no mark, Bates number"]),
        (json!({ "find": "PX-001", "case": "Other" }), &["no mark, Bates number"]),
    ] {
        check("concordance", args, words);
    }
    check("concordance_write", json!({ "case": "Case", "path": "/tmp/concordance.doc" }), &[".xlsx"]);
}

#[test]
fn letters_run_to_z_behind_a_number_and_no_further() {
    let (_folder, session, documents) = papers(29);
    told(&session, "scheme_add", json!({ "case": "Case", "first": "Exhibit 12" }));
    let assign = |documents: &[String], behind: &str| {
        ask(
            &session,
            "exhibit_assign",
            json!({ "scheme": "Exhibit", "documents": documents, "behind": behind }),
        )
    };
    let error = assign(&documents[..1], "12").unwrap_err();
    assert!(error.message.contains("there is no exhibit Exhibit 12"), "{error:?}");
    assign(&documents[..1], "").unwrap();
    assign(&documents[1..4], "12").unwrap();
    let error = assign(&documents[4..28], "Exhibit 12").unwrap_err();
    assert!(error.message.contains("Z is the last"), "{error:?}");
    let plan = assign(&documents[4..27], "exhibit 12").unwrap();
    assert_eq!(
        (&plan["rows"][0]["after"], &plan["rows"][22]["after"]),
        (&"Exhibit 12D".into(), &"Exhibit 12Z".into())
    );
    let error = assign(&documents[27..28], "12B").unwrap_err();
    assert!(error.message.contains("“12B”"), "{error:?}");
    let error = assign(&documents[27..28], "Exhibit 12B").unwrap_err();
    assert!(error.message.contains("without the letter"), "{error:?}");
    let plan = assign(&documents[27..], "").unwrap();
    assert_eq!(plan["rows"][1]["after"], "Exhibit 14");
    let edited =
        told(&session, "scheme_edit", json!({ "scheme": "Exhibit", "first": "Tab 007", "whose": "Us" }));
    assert_eq!(
        (&edited["first"], &edited["last"], &edited["count"]),
        (&"Tab 007".into(), &"Tab 009".into(), &29.into())
    );
    let found = told(&session, "concordance", json!({ "find": "tab 7z" }));
    assert_eq!(found[0]["document"], documents[26], "letters stay where the first mark alone is another");
    let whole = told(&session, "exhibit_renumber", json!({ "scheme": "Tab" }));
    assert_eq!((&whole["rows"][26]["after"], &whole["changed"]), (&"Tab 033".into(), &28.into()));
    assert_eq!(
        told(&session, "scheme_remove", json!({ "scheme": "Tab" }))["act"],
        "remove exhibit scheme Tab"
    );
    assert_eq!(told(&session, "scheme_list", json!({ "case": null })), json!([]));
    told(&session, "undo", json!({}));
    assert_eq!(told(&session, "scheme_list", json!({ "case": null }))[0]["last"], "Tab 035");
    assert_eq!(told(&session, "verify", json!({}))["ok"], true);
}

#[test]
fn exhibits_are_ordered_by_date_or_title_and_those_without_a_date_stand_behind() {
    let (_folder, session, documents) = papers(4);
    for (document, title, dated) in
        [(0, "delta", "2021-03"), (1, "Alpha", ""), (2, "charlie", "2019~"), (3, "Bravo", "2021-03-05")]
    {
        told(
            &session,
            "document_edit",
            json!({ "document": documents[document], "title": title, "dated": dated, "file_in": [], "take_out_of": [] }),
        );
    }
    told(&session, "scheme_add", json!({ "case": "Case", "first": "PX-001" }));
    told(&session, "exhibit_assign", json!({ "scheme": "PX", "documents": documents }));
    let order = |args: Value| -> Vec<String> {
        let plan = told(&session, "exhibit_plan", args);
        plan["rows"].as_array().unwrap().iter().map(|row| row["title"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(order(json!({ "scheme": "PX", "by": "dated" })), ["charlie", "delta", "Bravo", "Alpha"]);
    assert_eq!(order(json!({ "scheme": "PX", "by": "title" })), ["Alpha", "Bravo", "charlie", "delta"]);
    let given = |documents: Value, before: &str| {
        order(json!({ "scheme": "PX", "by": "given", "documents": documents, "before": before }))
    };
    assert_eq!(given(json!(["PX-004", "Alpha"]), "PX-001"), ["Bravo", "Alpha", "delta", "charlie"]);
    assert_eq!(given(json!(["delta"]), ""), ["Alpha", "charlie", "Bravo", "delta"]);
}
