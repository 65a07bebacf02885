import { expect, test } from "vitest";
import type { PageWord } from "../../api/generated/wire";
import { lay } from "./lay";

/** Letters half as wide as they are high, spaces a quarter. */
const measure = (text: string) => [...text].reduce((sum, letter) => sum + (letter === " " ? 0.25 : 0.5), 0);

function word(text: string, after: string, left: number, right: number, top = 1000, bottom = 1200): PageWord {
  return { text, after, left, right, top, bottom };
}

/** From where to where something reaches, in ten-thousandths of the page's width, on a page of this shape. */
function reach({ text, left, height, stretch }: ReturnType<typeof lay>[number], aspect: number) {
  const width = (measure(text) * height * 100 * stretch) / aspect;
  return [text, Math.round(left * 100), Math.round(left * 100 + width)];
}

test("a word reaches from its left to its right, and the space to the next, whatever the shape of the page", () => {
  const line = [word("one", " ", 1000, 1600), word("two", " ", 1700, 2000), word("three", "\n", 2060, 3000)];
  for (const aspect of [0.7, 1, 2])
    expect(
      lay(line, aspect, measure).map((laid) => reach(laid, aspect)),
      String(aspect),
    ).toEqual([
      ["one", 1000, 1600],
      [" ", 1600, 1700],
      ["two", 1700, 2000],
      [" ", 2000, 2060],
      ["three", 2060, 3000],
    ]);
});

test("the words of a level line are as high as the line; those of a line aslant, as high as they are", () => {
  const level = [word("on", " ", 0, 100, 1050, 1150), word("fly", "\n", 200, 300, 1000, 1200)];
  expect(lay(level, 1, measure).map(({ top, height }) => [top, height])).toEqual([
    [10, 2],
    [10, 2],
    [10, 2],
  ]);
  const aslant = [word("up", " ", 0, 100, 1000, 1100), word("hill", "\n", 200, 300, 800, 900)];
  expect(lay(aslant, 1, measure).map(({ top, height }) => [top, height])).toEqual([
    [10, 1],
    [10, 1],
    [8, 1],
  ]);
});

test("lines end where the text says so", () => {
  const words = [word("a", "\n", 0, 9), word("b", "\n\n", 0, 9), word("c", " ", 0, 9), word("d", "", 20, 29)];
  expect(lay(words, 1, measure).map(({ text, ends }) => [text, ends])).toEqual([
    ["a", true],
    ["b", true],
    ["c", false],
    [" ", false],
    ["d", true],
  ]);
});

test("a line from right to left goes on at the left", () => {
  const line = [word("אב", " ", 5000, 6000), word("גד", "\n", 4000, 4900)];
  expect(lay(line, 1, measure).map((laid) => reach(laid, 1))).toEqual([
    ["אב", 5000, 6000],
    [" ", 4900, 5000],
    ["גד", 4000, 4900],
  ]);
});

test("a word that has no width or no height is laid all the same", () => {
  for (const laid of lay([word("x", " ", 50, 50, 70, 70), word("", "\n", 60, 60)], 1, measure))
    for (const number of [laid.left, laid.top, laid.height, laid.stretch])
      expect(Number.isFinite(number)).toBe(true);
});
