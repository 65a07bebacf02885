//! Whatever was written down is found, as it is now and no longer as it was.

use proof_api::{Session, handlers};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::session::{import, told, with_library};

const NOTE: &str = "The regulator imposed a penalty of 750000 euros. Nobody appealed.";

/// A library with one of each: identifiers by what is looked for.
struct Scene {
    _folder: TempDir,
    session: Session,
    case: String,
    document: String,
    event: String,
    account: String,
    party: String,
    role: String,
    note: String,
    note_on_passage: String,
}

impl Scene {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (session, heard) = with_library(folder.path());
        let paper = folder.path().join("decision.txt");
        std::fs::write(&paper, NOTE).unwrap();
        import(&session, &heard, &[&paper]);
        let text = |answer: &Value, key: &str| answer[key].as_str().unwrap().to_owned();
        let case = told(
            &session,
            "case_add",
            json!({ "name": "Longfield v Lee", "kind": "litigation", "forum": "Rotterdam", "dockets": ["1:20-cv-04699"] }),
        );
        let cite = |quote: &str| json!({ "document": "decision.txt", "page": 1, "quote": quote });
        let event = told(
            &session,
            "event_add",
            json!({
                "case": "Case", "title": "Sanction", "kind": "fine", "status": "confirmed", "date": "2021-07",
                "parties": [{ "party": "Aleid Wolfsen" }], "tags": ["children"],
                "cites": [cite("penalty of 750000 euros")],
            }),
        );
        let party = told(&session, "party_list", json!({ "case": null }))[0].clone();
        let role = told(
            &session,
            "role_add",
            json!({ "party": "Aleid Wolfsen", "role": "chairman", "date": "", "case": "Case" }),
        );
        let note = told(&session, "note_add", json!({ "case": "Case", "body": "Ask about interest" }));
        let passage = told(
            &session,
            "annotation_add",
            json!({ "cite": cite("Nobody appealed"), "colour": "pink", "note": "Check the registry" }),
        );
        Self {
            case: text(&case, "case"),
            document: told(&session, "document_show", json!({ "document": "decision.txt" }))["document"]
                .as_str()
                .unwrap()
                .to_owned(),
            event: text(&event, "event"),
            account: text(&event["accounts"][0], "account"),
            party: text(&party, "party"),
            role: text(&role["roles"][0], "role_id"),
            note: text(&note, "note"),
            note_on_passage: text(&passage, "annotation"),
            session,
            _folder: folder,
        }
    }

    /// The hits of a query, in an index that is up to date.
    fn hits(&self, query: &str) -> Vec<Value> {
        handlers::index_up_to_date(&self.session).unwrap();
        let answer = told(&self.session, "search", json!({ "query": query }));
        assert_eq!(answer["building"], Value::Null);
        answer["hits"].as_array().unwrap().clone()
    }

    fn hit(&self, query: &str, kind: &str) -> Value {
        let hits = self.hits(query);
        let of_kind = hits.iter().find(|hit| hit["kind"] == kind);
        of_kind.unwrap_or_else(|| panic!("{query} finds no {kind}: {hits:?}")).clone()
    }

    fn finds(&self, query: &str, item: &str) -> bool {
        self.hits(query).iter().any(|hit| hit["item"] == item)
    }
}

#[test]
fn each_kind_is_found_by_its_words_and_opens_where_it_is_seen() {
    let scene = Scene::new();
    let check = |query: &str, kind: &str, item: &str, opens: (&str, &str), snippet: &str| {
        let hit = scene.hit(query, kind);
        assert_eq!(hit["item"], item, "{query}");
        assert_eq!(hit["opens"], json!({ "view": opens.0, "id": opens.1 }), "{query}");
        assert_eq!(hit["snippet"], snippet, "{query}");
        hit
    };
    let event = ("event", scene.event.as_str());
    let hit = check("sanction", "event", &scene.event, event, "");
    assert_eq!(
        (&hit["title"], &hit["kind_words"], &hit["date"]),
        (&json!("Sanction"), &json!("fine"), &json!("July 2021"))
    );
    check("children", "event", &scene.event, event, "fine confirmed children");
    let hit = check("\"penalty of 750000\"", "account", &scene.account, event, "penalty of 750000 euros");
    assert_eq!((&hit["title"], &hit["highlights"]), (&json!("Sanction"), &json!([[0, 17]])));
    check("wolfsen", "person", &scene.party, ("party", &scene.party), "");
    check("chairman", "person", &scene.party, ("party", &scene.party), "person chairman");
    let case = ("case", scene.case.as_str());
    check("\"1:20-cv-04699\"", "case", &scene.case, case, "litigation Rotterdam 1:20-cv-04699");
    check("longfield", "case", &scene.case, case, "");
    let case = scene.hit("interest", "note");
    assert_eq!((&case["item"], &case["title"]), (&json!(scene.note), &json!("Case")));
    assert_eq!(case["opens"]["view"], "case");
    let document = ("document", scene.document.as_str());
    let hit = check("registry", "note", &scene.note_on_passage, document, "Check the registry");
    assert_eq!((&hit["page"], &hit["title"]), (&json!(1), &json!("decision.txt")), "the page of its passage");
    check("appealed", "document", &scene.document, document, NOTE);
}

#[test]
fn a_change_is_found_by_its_new_words_and_no_more_by_the_old_and_undo_turns_that_round() {
    let scene = Scene::new();
    let check = |command: &str, args: Value, old: &str, new: &str, item: &str| {
        assert!(scene.finds(old, item) && !scene.finds(new, item), "before {command}: {old}, {new}");
        told(&scene.session, command, args);
        assert!(!scene.finds(old, item) && scene.finds(new, item), "after {command}: {old}, {new}");
        told(&scene.session, "undo", json!({}));
        assert!(scene.finds(old, item) && !scene.finds(new, item), "after undo of {command}: {old}, {new}");
    };
    let title = json!({ "event": "Sanction", "title": "Reprimand" });
    check("event_edit", title.clone(), "sanction", "reprimand", &scene.event);
    check("event_edit", title, "sanction", "reprimand", &scene.account);
    let tags = json!({ "event": "Sanction", "tags": ["minors"] });
    check("event_edit", tags, "children", "minors", &scene.event);
    let sum = json!({ "account": scene.account, "stated": "midsummer", "amounts":
        [{ "kind": "fined", "currency": "EUR", "low": "750000", "as_stated": "three quarters", "converted": "" }] });
    let unheard = |_: &str| !scene.finds("quarters", &scene.account);
    assert!(unheard("quarters"));
    told(&scene.session, "account_edit", sum);
    assert!(scene.finds("quarters", &scene.account));
    told(&scene.session, "undo", json!({}));
    assert!(unheard("quarters"));
    let party = json!({ "party": "Aleid Wolfsen", "name": "Monique Verdier" });
    check("party_edit", party, "wolfsen", "verdier", &scene.party);
    let role = json!({ "role_id": scene.role, "role": "spokesman" });
    check("role_edit", role, "chairman", "spokesman", &scene.party);
    let note = json!({ "note": scene.note, "body": "Ask about costs" });
    check("note_edit", note, "interest", "costs", &scene.note);
    let passage = json!({ "annotation": scene.note_on_passage, "note": "Call the clerk" });
    check("annotation_edit", passage, "registry", "clerk", &scene.note_on_passage);
    let case = json!({ "case": "Longfield v Lee", "name": "Longfield v Kim" });
    check("case_edit", case, "title:lee", "title:kim", &scene.case);
    let document = json!({ "document": "decision.txt", "title": "Boetebesluit" });
    check("document_edit", document.clone(), "title:decision", "title:boetebesluit", &scene.document);
    check("document_edit", document, "title:decision", "title:boetebesluit", &scene.note_on_passage);
    let name = json!({ "case": "Case", "name": "Renamed" });
    for item in
        [&scene.event, &scene.account, &scene.document, &scene.note, &scene.note_on_passage, &scene.party]
    {
        check("case_edit", name.clone(), "case:case", "case:renamed", item);
    }
}

#[test]
fn what_is_taken_away_is_found_no_more() {
    let scene = Scene::new();
    told(&scene.session, "annotation_edit", json!({ "annotation": scene.note_on_passage, "note": "" }));
    assert!(!scene.finds("registry", &scene.note_on_passage), "a highlight without a note is no item");
    told(&scene.session, "event_remove", json!({ "event": "Sanction" }));
    assert!(!scene.finds("sanction", &scene.event) && !scene.finds("750000", &scene.account));
    assert!(scene.finds("750000", &scene.document));
    told(&scene.session, "undo", json!({}));
    assert!(scene.finds("sanction", &scene.event) && scene.finds("750000", &scene.account));
}
