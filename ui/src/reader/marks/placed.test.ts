import { expect, test } from "vitest";
import type { Quote } from "../protocol/messages";
import { ShownText } from "../text/shown";
import { Paint } from "./paint";
import { Placed } from "./placed";

/** A window that paints nothing. */
const VIEW = { CSS: {} } as unknown as Window;

function shown(text: string): ShownText {
  const element = document.createElement("div");
  element.textContent = text;
  document.body.append(element);
  return new ShownText(element);
}

function quote(id: string, exact: string): Quote {
  return { id, exact, page: 1, prefix: "", suffix: "", kind: "cited", colour: null, title: "" };
}

test("a quote that is not among the drawn words is looked for among the text's own, and is missing where it is in neither", () => {
  const quotes = [quote("a", "the board"), quote("b", "approved a grant"), quote("c", "refused")];
  const placed = new Placed(new Paint(VIEW), shown("a grant the board approved"), quotes, null);
  expect([placed.found, placed.missing]).toEqual([["a"], ["b", "c"]]);
  const own = shown("the board approved a grant");
  placed.seek(own);
  expect([placed.found, placed.missing]).toEqual([["a", "b"], ["c"]]);
  const range = placed.rangeOf("b");
  expect(range && own.holds(range.startContainer)).toBe(true);
  expect(String(range)).toBe("approved a grant");
});
