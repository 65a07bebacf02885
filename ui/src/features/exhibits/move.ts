import type { RegisterRow, SchemeRow } from "../../api/generated/wire";
import type { App } from "../frame/app.svelte";
import type { Move } from "./exhibits.svelte";
import { schemeOf } from "./number";

/** Exhibits moved by hand among those of their scheme. Nothing is done before the sheet has shown what it comes to. */

/** Whether the register stands in the order of its marks, so that to move a row is to give it another one. */
export function canMove(app: App): boolean {
  const { scope, settings, schemes } = app.exhibits;
  const sorted = settings.sort === "mark" && !settings.descending && settings.group === "";
  return scope !== null && sorted && (schemes.value ?? []).some((row) => row.count > 0);
}

/** Moves the selected exhibits by one place, and shows what that does. */
export function moveExhibits(app: App, by: 1 | -1): Promise<void> {
  return app.attempt(async () => {
    const { exhibits } = app;
    const documents = await exhibits.targetsInOrder();
    const ids = await exhibits.ids();
    const places = documents.map((document) => ids.indexOf(document));
    const edge = by < 0 ? Math.min(...places) - 1 : Math.max(...places) + 1;
    if (ids[edge] === undefined) return app.status.say("It stands at the end already.");
    await propose(app, documents, by < 0 ? edge : edge + 1);
  });
}

/** Proposes to put exhibits before the row at a place of the register; says why where they cannot go there. */
export async function propose(app: App, documents: readonly string[], place: number): Promise<void> {
  const { exhibits } = app;
  const ids = await exhibits.ids();
  const rows = await exhibits.rowsOf(documents);
  const beside = await exhibits.rowsOf(ids.slice(Math.max(0, place - 1), place + 1));
  const move = moveOf(rows, beside, ids[place] ?? null, exhibits.schemes.value ?? []);
  if (typeof move === "string") return app.status.say(move);
  exhibits.move = move;
  app.sheet = "renumber";
}

/** The move, or why it is none. `beside` are the rows around the place. */
export function moveOf(
  rows: readonly RegisterRow[],
  beside: readonly RegisterRow[],
  before: string | null,
  schemes: readonly SchemeRow[],
): Move | string {
  const of = (row: RegisterRow | undefined) =>
    row?.marks.map((mark) => schemeOf(mark, schemes)?.scheme).find(Boolean);
  const scheme = of(rows[0]);
  if (scheme === undefined) return "It bears no exhibit mark: mark it first (Shift E).";
  if (rows.some((row) => of(row) !== scheme)) return "Only exhibits of one scheme can be moved together.";
  const near = beside.filter((row) => of(row) === scheme);
  if (near.length === 0) return "Exhibits can be moved only among those of their scheme.";
  const next = near.find((row) => row.document === before);
  return { scheme, documents: rows.map((row) => row.document), before: next?.document ?? null };
}
