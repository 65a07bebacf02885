import { expect, test } from "vitest";
import { locate } from "./locate";
import { ShownText } from "./shown";

function shown(html: string): ShownText {
  const element = document.createElement("div");
  element.innerHTML = html;
  document.body.append(element);
  return new ShownText(element);
}

function marked(text: ShownText, exact: string): string | undefined {
  const span = locate(text.text, text.folded, { exact, prefix: "", suffix: "" });
  return span ? text.range(span).toString() : undefined;
}

test("lines and blocks part words, pieces of a line do not", () => {
  const text = shown("<p>One <b>tw</b>o</p><p>three<br>four</p><ul><li>five</li><li>six</li></ul>");
  expect(text.text).toBe("One two\nthree\nfour\nfive\nsix");
});

test("words over several pieces, lines and blocks are found as a range of the page", () => {
  const text = shown(
    "<span>the settle-</span><br><span>ment of </span><span>92</span><span> million</span><p>Then</p>",
  );
  expect(marked(text, "settlement of 92 mil")).toBe("settle-ment of 92 mil");
  expect(marked(text, "million Then")).toBe("millionThen");
  expect(marked(text, "settlements")).toBeUndefined();
});

test("a place of the page, in a text or between elements, is a place in the text", () => {
  const text = shown("<p>One</p><p id='second'>two</p>");
  const second = document.getElementById("second");
  if (!second?.firstChild) throw new Error("no second paragraph");
  expect(text.placeOf(second.firstChild, 2)).toBe(6);
  expect(text.placeOf(second, 0)).toBe(4);
  expect(text.placeOf(second, 1)).toBe(7);
});
