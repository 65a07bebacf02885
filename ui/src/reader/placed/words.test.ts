import { afterEach, expect, test, vi } from "vitest";
import { PagesOfWords, textOf } from "./words";

const WORD = { text: "fine", after: "\n", left: 10, top: 20, right: 30, bottom: 40 };

/** Answers by what is asked for; anything else is not there. */
function serve(answers: Record<string, unknown>) {
  const fetched = vi.fn((address: string) =>
    Promise.resolve(
      new Response(JSON.stringify(answers[address]), { status: address in answers ? 200 : 404 }),
    ),
  );
  vi.stubGlobal("fetch", fetched);
  return () => fetched.mock.calls.map(([address]) => address);
}
afterEach(() => vi.unstubAllGlobals());

test("only pages that a machine read are asked for, each once", async () => {
  const page = { beside: false, words: [WORD] };
  const asked = serve({ "/document/d/reading": [2], "/document/d/reading/2": page });
  const words = new PagesOfWords("d");
  expect(await words.read(1)).toBeNull();
  expect(await words.read(2)).toEqual(page);
  expect(await words.read(2)).toEqual(page);
  expect(asked()).toEqual(["/document/d/reading", "/document/d/reading/2"]);
});

test("what has not exactly the shape of words in their places is none", async () => {
  for (const told of [
    null,
    {},
    { beside: false, words: "fine" },
    { beside: false, words: [] },
    { beside: 0, words: [WORD] },
    { beside: false, words: [{ ...WORD, left: -1 }] },
    { beside: false, words: [{ ...WORD, right: 10_001 }] },
    { beside: false, words: [{ ...WORD, top: 1.5 }] },
    { beside: false, words: [{ ...WORD, text: 5 }] },
    { beside: false, words: [{ ...WORD, more: 1 }] },
    { beside: false, words: Array.from({ length: 50_001 }, () => WORD) },
  ]) {
    serve({ "/document/d/reading": [1], "/document/d/reading/1": told, "/document/d/words/1": told });
    const words = new PagesOfWords("d");
    expect(await words.read(1), JSON.stringify(told)?.slice(0, 80)).toBeNull();
    expect(await words.own(1)).toBeNull();
  }
});

test("a document of which nothing is known has no words in places", async () => {
  serve({});
  expect(await new PagesOfWords("d").read(1)).toBeNull();
  serve({ "/document/d/reading": ["1"] });
  expect(await new PagesOfWords("d").read(1)).toBeNull();
});

test("the words make the text again", () => {
  const words = [
    { ...WORD, text: "The", after: " " },
    { ...WORD, after: "\n\n" },
    { ...WORD, text: "was", after: "\n" },
  ];
  expect(textOf({ beside: false, words })).toBe("The fine\n\nwas\n");
});
