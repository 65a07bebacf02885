import { expect, test } from "vitest";
import { pageView as page } from "../../testing/build";
import { runsOf } from "./pageText";

function mark(start: number, end: number, account: string) {
  return { start, end, account, event: account, title: `Event of ${account}` };
}

test("the opened passage is one run, with the found words inside it", () => {
  const view = page("They pay 92 million dollars now.", { marks: [mark(5, 27, "a")], found: [[9, 11]] });
  const opened = runsOf(view, "a").filter((run) => run.opened);
  expect(opened).toHaveLength(1);
  expect(opened[0]?.pieces.map(({ text, found }) => [text, found])).toEqual([
    ["pay ", false],
    ["92", true],
    [" million dollars", false],
  ]);
});

test("another account's passage that overlaps does not break the opened one", () => {
  const view = page("abcdefgh", { marks: [mark(1, 5, "a"), mark(3, 7, "b")] });
  const [before, opened, after] = runsOf(view, "a");
  expect(before?.opened).toBe(false);
  expect(opened?.pieces.map((piece) => piece.text).join("")).toBe("bcde");
  expect(opened?.pieces[1]?.cited).toBe("Event of a; Event of b");
  expect(after?.pieces.map((piece) => piece.cited)).toEqual(["Event of b", null]);
});

test("nothing is opened where no account was asked for", () => {
  expect(runsOf(page("abc", { marks: [mark(0, 2, "a")] }), null).some((run) => run.opened)).toBe(false);
});

test("marks count characters: a passage after an emoji is the right one", () => {
  const [, opened] = runsOf(page("😀😀 the words", { marks: [mark(3, 6, "a")] }), "a");
  expect(opened?.pieces[0]?.text).toBe("the");
});

test("the text is whole, whatever marks it", () => {
  const text = "One 😀 two\n\nthree.";
  const view = page(text, { marks: [mark(2, 9, "a"), mark(0, 99, "b")], found: [[4, 5]] });
  const pieces = runsOf(view, "b").flatMap((run) => run.pieces);
  expect(pieces.map((piece) => piece.text).join("")).toBe(text);
});

test("words that a machine was not sure of are told, marked or not", () => {
  const view = page("The grnat was", {
    found: [[4, 9]],
    doubtful: [
      [4, 9],
      [10, 13],
    ],
  });
  const pieces = runsOf(view, null).flatMap((run) => run.pieces);
  expect(pieces.map(({ text, found, doubtful }) => [text, found, doubtful])).toEqual([
    ["The ", false, false],
    ["grnat", true, true],
    [" ", false, false],
    ["was", false, true],
  ]);
});
