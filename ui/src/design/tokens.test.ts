import { expect, test } from "vitest";
import css from "./tokens.css?raw";

const [light = "", dark = ""] = css.split("@media (prefers-color-scheme: dark)");

function tokens(part: string): Map<string, string> {
  return new Map(
    [...part.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = "", value = ""]) => [
      name,
      value,
    ]),
  );
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const GROUNDS = ["paper", "panel", "raised", "accent-soft"];
const TEXTS = ["ink", "soft", "faint", "accent", "conflict", "ok"];
const PAIRS = [
  ...GROUNDS.flatMap((ground) => TEXTS.map((text) => [text, ground] as const)),
  ["mark-ink", "mark"],
  ["conflict", "conflict-soft"],
  ["on-accent", "accent"],
  ["sheet-ink", "sheet"],
  ["sheet-ink", "cited"],
] as const;

const CASES = Array.from({ length: 8 }, (_, i) => `c${i + 1}`);

test.each([
  ["light", tokens(light)],
  ["dark", tokens(dark)],
])("text reaches 4.5 to 1 and marks 3 to 1 in the %s theme (WCAG 1.4.3, 1.4.11)", (_, colours) => {
  const ratio = (a: string, b: string) => contrast(colours.get(a) ?? "", colours.get(b) ?? "");
  for (const [text, ground] of PAIRS)
    expect(ratio(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  for (const mark of [...CASES, "field-line"]) {
    expect(ratio(mark, "raised"), `${mark} on raised`).toBeGreaterThanOrEqual(3);
  }
});
