import { fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import { tick } from "svelte";
import { beforeEach, expect, test } from "vitest";
import { openWindow, press, violations } from "../../testing/act";
import { FakeHost, wireError } from "../../testing/fakeHost";
import type { PartyRow } from "../../api/generated/wire";
import { account, changed, documentRow, libraryInfo } from "../../testing/build";
import { PARTIES, partyPage } from "../../testing/people";
import { People, roleDate } from "./people.svelte";

let host: FakeHost;

beforeEach(() => {
  host = new FakeHost();
});

async function openPeople() {
  await openWindow();
  screen.getByTestId("people-tab").click();
  const rows = await screen.findAllByTestId("person-row");
  await waitFor(() => expect(document.activeElement?.getAttribute("role")).toBe("grid"));
  return rows;
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
  host.send({ kind: "changed", body: { changed: changed(), library: libraryInfo() } });
  await expect.poll(() => host.count("party_list")).toBe(before + 1);
});

test("a case without people says what belongs there", async () => {
  host = new FakeHost({ party_list: () => [] });
  await openWindow();
  await press("p");
  await screen.findByRole("heading", { name: "No people yet" });
  expect(await violations()).toEqual([]);
});

const [LONGFIELD] = PARTIES as [PartyRow];
const ask = (command: string) => host.calls.findLast((call) => call.command === command)?.args;

test("the page of a party lists every event, account and document of it", async () => {
  host = new FakeHost({
    party_show: ({ party }) => ({
      ...partyPage(party),
      accounts: partyPage("Anne Longfield").events.map(({ event, title }) => ({
        account: account(`a-${event}`, { stance: "alleges", document: "note", page: 1 }),
        ...{ event, title, case: "longfield", case_name: "Longfield v TikTok" },
      })),
      documents: [documentRow("claim", "Claim form")],
    }),
  });
  await openPeople();
  expect(await screen.findAllByTestId("party-event")).toHaveLength(2);
  expect(screen.getAllByTestId("party-account").map((line) => line.textContent)).toEqual([
    expect.stringContaining("alleges · Longfield v TikTok"),
    expect.stringContaining("alleges · Longfield v TikTok"),
  ]);
  expect(await violations()).toEqual([]);
  screen.getByTestId("party-document").click();
  await waitFor(() => expect(ask("document_show")).toMatchObject({ document: "claim" }));
});

test("F2 renames a party in its place", async () => {
  host = new FakeHost({ party_edit: ({ name }) => ({ ...LONGFIELD, name: name ?? "" }) });
  await openPeople();
  await press("F2");
  const name = await screen.findByRole("textbox", { name: "Name" });
  expect(document.activeElement).toBe(name);
  await fireEvent.input(name, { target: { value: "Anne Elizabeth Longfield" } });
  expect(await violations()).toEqual([]);
  await press("Enter", { ctrlKey: true });
  await waitFor(() => expect(screen.queryByTestId("party-edit-form")).toBeNull());
  expect(ask("party_edit")).toEqual({
    party: "Anne Longfield",
    name: "Anne Elizabeth Longfield",
    kind: "person",
  });
});

test("N adds a person, who is selected among all people", async () => {
  const jane = { ...LONGFIELD, party: "jane", name: "Jane Roe", roles: [], events: 0 };
  const people = [...PARTIES];
  host = new FakeHost({
    party_list: () => people,
    party_add: () => (people.push(jane), jane),
    party_show: () => ({ party: jane, events: [], accounts: [], documents: [], notes: [] }),
  });
  await openPeople();
  await press("n");
  const name = await screen.findByRole("textbox", { name: "Name" });
  await fireEvent.input(name, { target: { value: "Jane Roe" } });
  expect(await violations()).toEqual([]);
  await press("Enter", { ctrlKey: true });
  await waitFor(() => expect(screen.getByTestId("person-name").textContent).toBe("Jane Roe"));
  expect(ask("party_add")).toEqual({ name: "Jane Roe", kind: "person" });
  await screen.findByText("In no event");
});

test("a name that is taken is said at the name", async () => {
  host = new FakeHost({
    party_add: () => {
      throw wireError("taken", "TikTok is here already.");
    },
  });
  await openPeople();
  await press("n");
  const name = await screen.findByRole("textbox", { name: "Name" });
  await fireEvent.input(name, { target: { value: "TikTok" } });
  await press("Enter", { ctrlKey: true });
  expect((await screen.findByRole("alert")).textContent).toContain("TikTok is here already.");
  expect(name.getAttribute("aria-invalid")).toBe("true");
});

test("a role is added with a date as people write it", async () => {
  host = new FakeHost({ role_add: () => LONGFIELD });
  await openPeople();
  screen.getByTestId("role-add").click();
  const form = within(await screen.findByTestId("role-form"));
  await fireEvent.input(form.getByRole("textbox", { name: "Role" }), { target: { value: "witness" } });
  await fireEvent.input(form.getByRole("textbox", { name: "When" }), { target: { value: "since May 2021" } });
  expect(await violations()).toEqual([]);
  await press("Enter", { ctrlKey: true });
  await waitFor(() => expect(screen.queryByTestId("role-form")).toBeNull());
  expect(ask("role_add")).toEqual({
    party: "Anne Longfield",
    role: "witness",
    case: "",
    date: "since May 2021",
    note: "",
  });
});

test("a role is changed in its place, and a date that was not touched is not sent", async () => {
  host = new FakeHost({ role_edit: () => LONGFIELD });
  await openPeople();
  screen.getAllByTestId("role-edit")[0]?.click();
  const form = within(await screen.findByTestId("role-form"));
  await fireEvent.input(form.getByRole("textbox", { name: "Known from" }), { target: { value: "the BBC" } });
  await press("Enter", { ctrlKey: true });
  await waitFor(() => expect(screen.queryByTestId("role-form")).toBeNull());
  expect(ask("role_edit")).toEqual({
    role_id: LONGFIELD.roles[0]?.role_id,
    role: "Children’s Commissioner for England",
    case: "longfield",
    note: "the BBC",
  });
});

test("a role is removed", async () => {
  host = new FakeHost({ role_remove: () => changed() });
  await openPeople();
  screen.getByRole("button", { name: "Remove the role former commissioner" }).click();
  await waitFor(() => expect(ask("role_remove")).toEqual({ role_id: LONGFIELD.roles[1]?.role_id }));
});

test("G makes one of two that are one: the other is chosen by typing", async () => {
  host = new FakeHost({ party_merge: () => LONGFIELD });
  await openPeople();
  await press("g");
  const find = await screen.findByRole("textbox", { name: "Who is Anne Longfield as well?" });
  await screen.findAllByTestId("merge-choice");
  expect(screen.getAllByTestId("merge-choice")).toHaveLength(3);
  await fireEvent.input(find, { target: { value: "consu" } });
  expect(await violations()).toEqual([]);
  await press("ArrowDown");
  await press("Enter", { ctrlKey: true });
  await waitFor(() =>
    expect(screen.getByTestId("status").textContent).toContain("Consumentenbond is Anne Longfield now."),
  );
  expect(ask("party_merge")).toEqual({ into: "Anne Longfield", from: ["Consumentenbond"] });
});

test("who takes part in events is not removed, and it is said why; who takes part in none is", async () => {
  host = new FakeHost({ party_remove: () => changed() });
  await openPeople();
  await press("Delete");
  expect(screen.getByTestId("status").textContent).toContain("takes part in 2 events");
  expect(host.count("party_remove")).toBe(0);
  await press("ArrowDown");
  await press("ArrowDown");
  await press("Delete");
  await waitFor(() => expect(ask("party_remove")).toEqual({ party: "Dutch children" }));
});
