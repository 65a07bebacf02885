import { call } from "../../api/client";
import type { EventFilter, TableWritten } from "../../api/generated/wire";
import { count } from "../../design/words";
import { host } from "../../platform";

/** How a table can be written. */
export type Format = "xlsx" | "csv";

/** What a table can hold; both are two sheets, which a CSV has not. */
export type Contents = "" | "events" | "accounts";

/** Asks where to, and writes; null where the user thought better of it. Rejects with a `WireError`. */
export async function exportTable(
  name: string,
  format: Format,
  contents: Contents,
  filter: EventFilter,
): Promise<TableWritten | null> {
  const path = await host().saveFile(`${fileName(name)}.${format}`, [format]);
  if (path === null) return null;
  return call("table_write", { path: withEnding(path, format), what: contents, filter });
}

/** "Exported 12 events and 30 accounts to /home/a.xlsx." */
export function toldOf({ path, events, accounts }: TableWritten): string {
  const parts = [events > 0 && count(events, "event"), accounts > 0 && count(accounts, "account")];
  return `Exported ${parts.filter(Boolean).join(" and ") || "no row"} to ${path}.`;
}

/** A name without what file systems refuse. */
export function fileName(name: string): string {
  // eslint-disable-next-line no-control-regex -- Control characters are what has to go.
  const kept = name.replace(/[\u0000-\u001f<>:"/\\|?*]+/g, " ").replace(/\s+/g, " ");
  return kept.trim().replace(/^\.+|[. ]+$/g, "") || "Chronology";
}

/** The ending says what is written: one that was typed over is put back. */
export function withEnding(path: string, format: Format): string {
  return path.toLowerCase().endsWith(`.${format}`) ? path : `${path}.${format}`;
}
