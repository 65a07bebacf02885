import { screen, waitFor } from "@testing-library/svelte";
import { expect, test } from "vitest";
import type { AnnotationRow } from "../../api/generated/wire";
import { openWindow, press, violations } from "../../testing/act";
import { FakeHost } from "../../testing/fakeHost";

function annotation(id: string, page: number, holds: boolean): AnnotationRow {
  return {
    ...{ annotation: id, document: "memo", page, exact: "words", prefix: "", suffix: "", note: "" },
    ...{ colour: "yellow", colour_name: "yellow", made_at: "2026-11-20T10:00:00Z", holds },
  };
}

test("a highlight whose words are gone is listed, and Enter opens its document at its page", async () => {
  new FakeHost({
    review: () => [
      { kind: "broken_highlight", id: "memo", title: "Order", words: "Page 4 lacks the words." },
    ],
    document_marks: () => ({
      citations: [],
      annotations: [annotation("a", 2, true), annotation("b", 4, false)],
    }),
  });
  await openWindow();
  screen.getByRole("button", { name: /To review/ }).click();
  const row = await screen.findByTestId("review-row");
  expect(row.textContent).toContain("Highlight not found");
  expect(await violations()).toEqual([]);
  row.click();
  await press("Enter");
  const page = await screen.findByRole<HTMLInputElement>("spinbutton", { name: /Page/ });
  await waitFor(() => expect(page.value).toBe("4"));
});
