import { call } from "../../api/client";
import type { Facets, PartyRow } from "../../api/generated/wire";
import { Latest } from "../../api/latest.svelte";
import { KINDS } from "./vocabulary";

/** What a form of an event offers: everybody, the tags and the kinds in use. */
export class Offered {
  #parties = new Latest<PartyRow[]>();
  #facets = new Latest<Facets>();

  parties = $derived(this.#parties.value ?? []);
  tags = $derived(this.#facets.value?.tags.map((tag) => tag.value) ?? []);
  kinds = $derived([
    ...new Set([...(this.#facets.value?.kinds.map((kind) => kind.value) ?? []), ...KINDS].filter(Boolean)),
  ]);

  constructor() {
    void this.#parties.ask(() => call("party_list", { case: null }));
    void this.#facets.ask(() => call("timeline_facets", { case: null }));
  }
}
