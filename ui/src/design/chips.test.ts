import { fireEvent, render, screen } from "@testing-library/svelte";
import axe from "axe-core";
import { tick } from "svelte";
import { expect, test } from "vitest";
import { peopleOffers, tagOffers, type Person } from "./chips";
import PeopleField from "./PeopleField.svelte";
import TagField from "./TagField.svelte";

const PARTIES: Person[] = [
  { party: "p1", name: "Anne Longfield", kind: "person" },
  { party: "p2", name: "Federal Trade Commission", kind: "organisation" },
  { party: "p3", name: "Irish Data Protection Commission", kind: "organisation" },
];

const chips = () =>
  screen.queryAllByTestId("chip").map((chip) => chip.firstChild?.textContent?.replace(/\s+/g, " ").trim());
const offers = () =>
  screen.queryAllByTestId("offer").map((each) => each.textContent?.replace(/\s+/g, " ").trim());

async function press(key: string) {
  const target = document.activeElement ?? document.body;
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
  target.dispatchEvent(event);
  await tick();
  return event;
}

async function type(value: string) {
  const input = screen.getByRole<HTMLInputElement>("combobox");
  input.focus();
  await fireEvent.input(input, { target: { value } });
}

async function violations(container: Element) {
  document.documentElement.lang = "en";
  return (await axe.run(container)).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

test("people are found by typing; arrows and Enter add them, Backspace takes the last off", async () => {
  const { container } = render(PeopleField, { value: [], parties: PARTIES });
  await type("commission");
  expect(offers().slice(0, 2)).toEqual([
    "Federal Trade Commission organisation",
    "Irish Data Protection Commission organisation",
  ]);
  expect(await violations(container)).toEqual([]);
  await press("ArrowDown");
  const input = screen.getByRole("combobox");
  const active = document.getElementById(input.getAttribute("aria-activedescendant") ?? "");
  expect(active?.textContent).toContain("Irish Data");
  await press("Enter");
  await type("longf");
  await press("Enter");
  expect(chips()).toEqual(["Irish Data Protection Commission", "Anne Longfield"]);
  expect(await violations(container)).toEqual([]);
  await press("Backspace");
  expect(chips()).toEqual(["Irish Data Protection Commission"]);
  screen.getByRole("button", { name: "Remove Irish Data Protection Commission" }).click();
  await tick();
  expect([chips(), document.activeElement]).toEqual([[], input]);
});

test("the arrows lead into what is chosen, and Delete takes one off", async () => {
  const { container } = render(PeopleField, { value: [...PARTIES], parties: PARTIES });
  const input = screen.getByRole("combobox");
  input.focus();
  await press("ArrowLeft");
  await press("ArrowLeft");
  expect(document.activeElement?.textContent).toContain("Remove Federal Trade Commission");
  expect(await violations(container)).toEqual([]);
  await press("Delete");
  expect([chips(), document.activeElement]).toEqual([
    ["Anne Longfield", "Irish Data Protection Commission"],
    input,
  ]);
  await press("ArrowLeft");
  await press("ArrowRight");
  expect(document.activeElement).toBe(input);
});

test("a name that nobody bears is added as a person, an organisation or a class", async () => {
  render(PeopleField, { value: [], parties: PARTIES });
  await type(" Jane  Roe ");
  expect(offers()).toEqual([
    "Add “Jane Roe” as person",
    "Add “Jane Roe” as organisation",
    "Add “Jane Roe” as class",
  ]);
  await press("ArrowDown");
  await press("Enter");
  expect(screen.getByTestId("chip").textContent).toContain("new organisation");
});

test("Esc closes what is offered, and only then reaches the form", async () => {
  render(PeopleField, { value: [], parties: PARTIES });
  await type("anne");
  expect((await press("Escape")).defaultPrevented).toBe(true);
  expect(offers()).toEqual([]);
  expect((await press("Escape")).defaultPrevented).toBe(false);
});

test("a name left in the field is taken where somebody bears it, and pointed at where nobody does", async () => {
  render(PeopleField, { value: [], parties: PARTIES });
  await type("anne longfield");
  screen.getByRole("combobox").blur();
  await tick();
  expect(chips()).toEqual(["Anne Longfield"]);
  await type("Jane");
  screen.getByRole("combobox").blur();
  await tick();
  expect(screen.getByText(/“Jane” is not added yet/)).toBeTruthy();
});

test("a tag is any words; those in use are offered, and leaving the field adds what was typed", async () => {
  const { container } = render(TagField, { value: ["court"], tags: ["ban", "court", "Pakistan"] });
  await type("pak");
  expect(offers()).toEqual(["Pakistan", "pak new tag"]);
  expect(await violations(container)).toEqual([]);
  await press("Enter");
  await type("PAKISTAN");
  screen.getByRole("combobox").blur();
  await tick();
  await type("data  protection");
  screen.getByRole("combobox").blur();
  await tick();
  expect(chips()).toEqual(["court", "Pakistan", "data protection"]);
});

test("who is chosen already is not offered again, nor a new one of the same name", () => {
  const [anne] = PARTIES;
  expect(peopleOffers("anne longfield", PARTIES, anne ? [anne] : [])).toEqual([]);
  expect(peopleOffers("  ", PARTIES, [])).toEqual([]);
  expect(tagOffers("Ban", ["ban"], [])).toEqual([{ id: "ban", text: "ban" }]);
});
