import { call } from "../../api/client";
import { count } from "../../design/words";
import type { App } from "../frame/app.svelte";

/** Shows a party among the people of all cases, in the inspector. */
export function openParty(app: App, party: string): void {
  app.go({ view: "people", case: null });
  app.people.filter = "";
  app.people.select(party);
  app.inspect();
}

/** Takes the selected party away, with its roles. One that takes part in events stays. */
export function removeParty(app: App): Promise<void> {
  return app.attempt(async () => {
    const { selected: row, beside } = app.people;
    if (!row) return;
    if (row.events > 0) {
      const events = count(row.events, "event");
      app.status.say(`${row.name} takes part in ${events}. Take them out of these first, or merge them (G).`);
      return;
    }
    await call("party_remove", { party: row.party });
    app.people.select(beside?.party ?? null);
    app.status.say(`Removed ${row.name}.`);
    await app.focusView();
  });
}

/** Begins to choose who is the selected party under another name. */
export function beginMerge(app: App): void {
  app.inspector = true;
  app.editing = null;
  app.people.merging = true;
}

/** Makes the selected party and another one; rejects with a `WireError`. */
export async function mergeParty(
  app: App,
  into: string,
  from: { party: string; name: string },
): Promise<void> {
  const kept = await call("party_merge", { into, from: [from.party] });
  app.people.merging = false;
  app.status.say(`${from.name} is ${kept.name} now. Ctrl Z takes it back.`);
  await app.focusView();
}
