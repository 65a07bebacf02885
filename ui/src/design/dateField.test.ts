import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import axe from "axe-core";
import { tick } from "svelte";
import { expect, test, vi } from "vitest";
import type { DateReading, DateView } from "../api/generated/wire";
import { day, within } from "../testing/build";
import { wireError } from "../testing/fakeHost";
import { later } from "../testing/later";
import DateField from "./DateField.svelte";
import { dayWords, rangeWords, readingWords, refusalWords } from "./dateRange";

const NOTHING: DateReading = { date: null, explanation: "", choices: [], message: "", column: null };
const FEBRUARY = within("2021-02", "2021-02-01", "2021-02-28", "February 2021");

function of(date: DateView, explanation = ""): DateReading {
  return { ...NOTHING, date, explanation };
}

const READINGS: Record<string, DateReading> = {
  "feb 2021": of(FEBRUARY, "February 2021, day not known"),
  "late last month": of(
    within("[2021-03-21..2021-03-31]", "2021-03-21", "2021-03-31", "between 21 and 31 March 2021"),
    "read from 20 April 2021, the source’s own date",
  ),
  "03/04/2021": {
    ...NOTHING,
    message: "“03/04/2021” is more than one date",
    column: 1,
    choices: [
      { date: day("2021-04-03", "3 April 2021"), explanation: "3 April 2021; read with the day first" },
      { date: day("2021-03-04", "4 March 2021"), explanation: "month first" },
    ],
  },
  "31 Feb 2021": {
    ...NOTHING,
    message: "February 2021 has no 31st.",
    column: 1,
    choices: [{ date: FEBRUARY, explanation: "" }],
  },
};

const read = async (text: string) => READINGS[text] ?? of(day(text, text));

function open(props: { value?: string; reference?: string; error?: ReturnType<typeof wireError> } = {}) {
  document.documentElement.lang = "en";
  document.title = "Test";
  const asked = vi.fn(read);
  const view = render(DateField, { label: "Date", value: "", read: asked, ...props });
  return { ...view, asked, input: screen.getByLabelText<HTMLInputElement>("Date") };
}

const said = () => screen.getByTestId("date-read").textContent?.replace(/\s+/g, " ").trim();

function press(key: string) {
  const target = document.activeElement ?? document.body;
  target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  return tick();
}

async function type(input: HTMLInputElement, value: string) {
  input.focus();
  await fireEvent.input(input, { target: { value } });
}

test("what is typed is read back: its words, its EDTF, its days", async () => {
  const { input, container } = open();
  expect(said()).toContain("As you would write it");
  await type(input, "feb 2021");
  await waitFor(() => expect(said()).toContain("February 2021, day not known"));
  expect(said()).toContain(`2021-02 · ${dayWords("2021-02-01")} to ${dayWords("2021-02-28")}`);
  expect(input.getAttribute("aria-describedby")).toBe(screen.getByTestId("date-read").id);
  expect(input.getAttribute("aria-invalid")).toBe("false");
  const { violations } = await axe.run(container);
  expect(violations).toEqual([]);
});

test("a relative word says from which day it was read, and that day is asked with", async () => {
  const { asked } = open({ value: "late last month", reference: "2021-04-20" });
  await waitFor(() =>
    expect(said()).toContain("31 March 2021, read from 20 April 2021, the source’s own date"),
  );
  expect(asked).toHaveBeenCalledWith("late last month", "2021-04-20");
});

test("two dates are both offered; the arrows walk them, and what is taken goes into the field as EDTF", async () => {
  const { input } = open();
  await type(input, "03/04/2021");
  const choices = await screen.findAllByRole("button");
  expect(choices.map((each) => each.textContent?.replace(/\s+/g, " ").trim())).toEqual([
    "3 April 2021; read with the day first 2021-04-03",
    "4 March 2021, month first 2021-03-04",
  ]);
  expect(input.getAttribute("aria-invalid")).toBe("true");
  await press("Enter");
  expect(document.activeElement).toBe(choices[0]);
  await press("ArrowDown");
  expect(document.activeElement).toBe(choices[1]);
  await press("ArrowUp");
  await press("ArrowUp");
  expect(document.activeElement).toBe(input);
  await press("ArrowDown");
  await press("ArrowRight");
  (document.activeElement as HTMLElement).click();
  await waitFor(() => expect(said()).toContain("2021-03-04"));
  expect([input.value, document.activeElement]).toEqual(["2021-03-04", input]);
  expect(screen.queryByTestId("date-choices")).toBeNull();
});

test("what cannot be read says why, at which character, and offers the nearest", async () => {
  const { input } = open();
  await type(input, "31 Feb 2021");
  await waitFor(() => expect(said()).toBe("February 2021 has no 31st. At character 1."));
  expect(screen.getByRole("group").getAttribute("aria-label")).toBe("Date: the nearest date");
  expect(screen.getByRole("button").textContent).toContain("February 2021");
});

test("an answer that comes late is dropped", async () => {
  const slow = later<DateReading>();
  document.documentElement.lang = "en";
  const answers: Record<string, Promise<DateReading>> = { slow: slow.promise };
  const asked = vi.fn((text: string) => answers[text] ?? read(text));
  render(DateField, { label: "Date", value: "slow", read: asked });
  await waitFor(() => expect(asked).toHaveBeenCalledTimes(1));
  await type(screen.getByLabelText("Date"), "feb 2021");
  await waitFor(() => expect(said()).toContain("February 2021"));
  slow.resolve(of(day("1999-01-01", "1 January 1999")));
  await tick();
  expect(said()).toContain("February 2021");
});

test("a refusal stands at the field until something else is typed", async () => {
  const { input, rerender } = open({ value: "31 Feb 2021" });
  await rerender({ error: wireError("bad_date", "There is no such day.") });
  expect((await screen.findByRole("alert")).textContent).toContain("There is no such day.");
  await type(input, "feb 2021");
  expect(screen.queryByRole("alert")).toBeNull();
});

test.each([
  [{ earliest: "2021-02-03", latest: "2021-02-03" }, ""],
  [{ earliest: null, latest: null }, ""],
  [{ earliest: null, latest: "2021-02-03" }, `until ${dayWords("2021-02-03")}`],
  [{ earliest: "2021-02-03", latest: null }, `from ${dayWords("2021-02-03")}`],
])("the days of %j are “%s”", (bounds, expected) => {
  expect(rangeWords(bounds)).toBe(expected);
});

test("words that name their date already are not told twice", () => {
  const date = day("2021-04-03", "3 April 2021");
  expect(readingWords({ date, explanation: "" })).toBe("3 April 2021");
  expect(readingWords({ date, explanation: "day first" })).toBe("3 April 2021, day first");
  expect(readingWords({ date, explanation: "3 April 2021; day first" })).toBe("3 April 2021; day first");
});

test.each([
  ["It is two dates", 1, [FEBRUARY, FEBRUARY], "It is two dates."],
  ["There is no 31st", 4, [FEBRUARY], "There is no 31st. At character 4."],
  ["There is no 31st, at character 4. Write 28", 4, [], "There is no 31st, at character 4. Write 28."],
  ["There is no such day!", null, [], "There is no such day!"],
])("“%s” at %s is told as a sentence, its place once", (message, column, dates, expected) => {
  const choices = dates.map((date) => ({ date, explanation: "" }));
  expect(refusalWords({ ...NOTHING, message, column, choices })).toBe(expected);
});
