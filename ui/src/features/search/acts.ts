import type { Hit, ItemKind } from "../../api/generated/wire";
import type { App } from "../frame/app.svelte";
import { openParty } from "../people/acts";

/** Shows what a hit leads to: a document at its page with the words marked, an event in its timeline, a party, a case. */
export function openHit(app: App, hit: Hit): void {
  const { search } = app;
  void app.recent.add(search.kept);
  const { view, id } = hit.opens;
  const isNext = isFollowing(app);
  search.followed = view === "document" ? id : null;
  if (view === "event") app.openEvent(id, hit.cases[0] ?? null);
  else if (view === "party") openParty(app, id);
  else if (view === "case") app.go({ view: "timeline", case: id });
  else {
    const place = { document: id, page: Math.max(1, hit.page), account: null, query: search.marked };
    // From hit to hit there is one step back: to the results.
    if (isNext) {
      app.nav.replace({ view: "document", ...place });
      void app.reading.show(place);
    } else app.go({ view: "document", ...place });
  }
}

/** Opens what the selected row leads to: its hit, or all of its kind. */
export function openRow(app: App): void {
  const row = app.search.rows[app.search.index];
  if (row?.hit) openHit(app, row.hit);
  else if (row?.all) void showAll(app, row.all.kind);
}

/** Narrows the results down to one kind. */
export function showAll(app: App, kind: ItemKind): Promise<void> {
  return app.search.setFilters({ ...app.search.filters, kinds: [kind] });
}

/** Whether the document on screen was opened from the results, and the view before is theirs. */
export function isFollowing({ nav, search }: App): boolean {
  const place = nav.current;
  if (place.view !== "document" || nav.before?.view !== "search") return false;
  return place.document === search.followed && search.hit !== null;
}

/** Goes to the next hit in a document, or to the one before, on to other documents where this one has no more. */
export async function walkHits(app: App, by: 1 | -1): Promise<void> {
  const following = isFollowing(app);
  const hit = await app.search.walk(by);
  if (!following || app.nav.current.view !== "document") return;
  if (hit) openHit(app, hit);
  else app.status.say(by > 0 ? "That was the last hit." : "That was the first hit.");
}

/** Takes a saved search up, and shows what is new since it was last looked at. */
export function openSaved(app: App, name: string): Promise<void> {
  return app.attempt(async () => {
    const before = await app.saved.look(name);
    app.go({ view: "search" });
    await app.search.take(before.search, before);
  });
}
