import { expect, test } from "vitest";
import { COMMANDS } from "./commands";
import { isTyping, matches, shown } from "./keys";

function key(name: string, held: KeyboardEventInit = {}): KeyboardEvent {
  return new KeyboardEvent("keydown", { key: name, ...held });
}

test.each([
  ["Ctrl+Z", key("z", { ctrlKey: true }), true],
  ["Ctrl+Z", key("z", { metaKey: true }), true],
  ["Ctrl+Z", key("Z", { ctrlKey: true, shiftKey: true }), false],
  ["Ctrl+Shift+Z", key("Z", { ctrlKey: true, shiftKey: true }), true],
  ["N", key("n"), true],
  ["N", key("N", { shiftKey: true }), false],
  ["N", key("n", { ctrlKey: true }), false],
  ["?", key("?", { shiftKey: true }), true],
  ["/", key("/"), true],
  ["Alt+ArrowLeft", key("ArrowLeft", { altKey: true }), true],
  ["Alt+ArrowLeft", key("ArrowLeft"), false],
  ["Ctrl++", key("+", { ctrlKey: true, shiftKey: true }), true],
  ["Ctrl+-", key("-", { ctrlKey: true }), true],
  ["F1", key("F1"), true],
])("chord %s", (chord, event, expected) => {
  expect(matches(chord, event)).toBe(expected);
});

test.each([
  ["Ctrl+Shift+Z", "Ctrl Shift Z"],
  ["Alt+ArrowLeft", "Alt ←"],
  ["Ctrl++", "Ctrl +"],
  ["N", "N"],
])("%s is printed %s", (chord, expected) => {
  expect(shown(chord)).toBe(expected);
});

/** Keys that mean one thing in one view and another elsewhere: the first that makes sense runs. */
const SHARED: Record<string, string[]> = {
  R: ["documents_reviewed", "reviewed", "review"],
  S: ["documents_star", "starred", "star"],
  "1": ["documents_key", "actual_size"],
  "0": ["documents_no_relevance", "fit_width"],
  "Shift+C": ["documents_confidential", "confidential"],
  "Shift+P": ["documents_privilege", "privileged"],
  "Shift+T": ["documents_tag", "thumbnails"],
  N: ["note", "party", "event"],
  C: ["cite", "case"],
  G: ["merge_party", "merge"],
  F2: ["edit", "edit_case"],
  Delete: ["remove_marks", "remove_party", "remove_event"],
  "Ctrl+F": ["find", "search"],
  F3: ["find_next", "next_hit"],
  "Shift+F3": ["find_previous", "previous_hit"],
  "Ctrl+Shift+E": ["export_register", "export_table"],
};

test("every command has a key, and no two share one but those that are told apart by the view", () => {
  const owners = new Map<string, string[]>();
  for (const { id, keys } of COMMANDS)
    for (const chord of keys) owners.set(chord, [...(owners.get(chord) ?? []), id]);
  expect(COMMANDS.filter((command) => command.keys.length === 0)).toEqual([]);
  const shared = [...owners].filter(([, ids]) => ids.length > 1);
  expect(Object.fromEntries(shared.map(([chord, ids]) => [chord, ids.toSorted()]))).toEqual(
    Object.fromEntries(Object.entries(SHARED).map(([chord, ids]) => [chord, ids.toSorted()])),
  );
});

test("a checkbox takes no characters; a field does", () => {
  const field = Object.assign(document.createElement("input"), { type: "text" });
  const box = Object.assign(document.createElement("input"), { type: "checkbox" });
  expect(isTyping(field)).toBe(true);
  expect(isTyping(box)).toBe(false);
  expect(isTyping(document.createElement("textarea"))).toBe(true);
});
