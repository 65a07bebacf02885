import { render, screen } from "@testing-library/svelte";
import axe from "axe-core";
import { tick } from "svelte";
import { beforeEach, expect, test } from "vitest";
import { FakeHost } from "../../testing/fakeHost";
import { libraryInfo } from "../../testing/build";
import Window from "../frame/Window.svelte";
import { People, roleDate } from "./people.svelte";

let host: FakeHost;

beforeEach(() => {
  host = new FakeHost();
});

function press(key: string) {
  const target = document.activeElement ?? document.body;
  target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  return tick();
}

async function openPeople() {
  document.documentElement.lang = "en";
  render(Window);
  await screen.findAllByTestId("event-row");
  screen.getByTestId("people-tab").click();
  return screen.findAllByTestId("person-row");
}

async function violations(): Promise<string[]> {
  const { violations } = await axe.run(document);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
}

async function shown(scope: string | null) {
  const people = new People();
  await people.show(scope);
  return people;
}

test("the roles of a party stand in the order given; in a case, only those of the case", async () => {
  const roles = async (scope: string | null) => {
    const people = await shown(scope);
    const rows = people.all.filter((row) => row.party === "TikTok");
    return rows.flatMap((row) => people.rolesOf(row).map((role) => role.role));
  };
  expect(await roles(null)).toEqual(["company fined", "recipient of the demand", "defendant"]);
  expect(await roles("dutch")).toEqual(["recipient of the demand"]);
});

test("a role has its date in words, and none where it is undated", async () => {
  const people = await shown("longfield");
  expect(people.selected?.roles.map(roleDate)).toEqual([
    "until about December 2020",
    "since about April 2021",
    "",
  ]);
});

test("the events of a party are those that name it, in the timeline’s order", async () => {
  const people = await shown(null);
  expect(people.eventsOf("Anne Longfield").map((event) => event.event)).toEqual(["girl", "hearing"]);
  expect(people.eventsOf("Dutch children")).toEqual([]);
});

test.each([
  ["commissioner", ["Anne Longfield"]],
  ["CLASS", ["Dutch children"]],
  ["since 24 june", ["Consumentenbond"]],
  ["nobody", []],
])("the filter looks at names, kinds, roles and dates: %s", async (filter, expected) => {
  const people = await shown(null);
  people.filter = filter;
  expect(people.shown.map((row) => row.name)).toEqual(expected);
});

test("axe finds nothing in the people of all cases and of one", async () => {
  await openPeople();
  expect(await violations()).toEqual([]);
  screen.getAllByTestId("case-link")[0]?.click();
  await screen.findAllByTestId("event-row");
  await press("p");
  await screen.findAllByTestId("person-row");
  expect(screen.getByTestId("people-tab").getAttribute("aria-current")).toBe("page");
  expect(await violations()).toEqual([]);
});

test("the case of a role is named among all cases, not within one", async () => {
  const [first] = await openPeople();
  expect(first?.textContent).toContain("until about December 2020 · Longfield v TikTok");
  screen.getAllByTestId("case-link")[0]?.click();
  await press("p");
  const [inCase] = await screen.findAllByTestId("person-row");
  expect(inCase?.textContent).toContain("until about December 2020");
  expect(inCase?.textContent).not.toContain("Longfield v TikTok");
});

test("Enter leads to the party’s events, and an event opens where it stands in the timeline", async () => {
  await openPeople();
  await press("Enter");
  const [girl] = await screen.findAllByTestId("party-event");
  await tick();
  expect(document.activeElement).toBe(girl);
  girl?.click();
  await screen.findAllByTestId("event-row");
  expect(document.getElementById("event-girl")?.getAttribute("aria-selected")).toBe("true");
});

test("a change that the back end tells of is fetched", async () => {
  await openPeople();
  const before = host.count("party_list");
  const changed = { act: "add event X", touched: ["event"], ids: [] };
  host.send({ kind: "changed", body: { changed, library: libraryInfo() } });
  await expect.poll(() => host.count("party_list")).toBe(before + 1);
});

test("a case without people says what belongs there", async () => {
  host = new FakeHost({ party_list: () => [] });
  document.documentElement.lang = "en";
  render(Window);
  await screen.findAllByTestId("event-row");
  await press("p");
  await screen.findByRole("heading", { name: "No people yet" });
  expect(await violations()).toEqual([]);
});
