import { call } from "../../api/client";
import type { EventRow, PartyRow, RoleRow } from "../../api/generated/wire";
import { Latest } from "../../api/latest.svelte";

/** Who takes part in one case or in any, and the events in which they do. */
export class People {
  /** The case shown; null for all. */
  scope = $state<string | null>(null);
  rows = new Latest<PartyRow[]>();
  events = new Latest<EventRow[]>();
  filter = $state("");
  #chosen = $state<string | null>(null);

  all = $derived(this.rows.value ?? []);
  shown = $derived(this.#filtered());
  #at = $derived(this.shown.findIndex((row) => row.party === this.#chosen));
  /** Who was chosen; the first where nobody was, or where the filter hides them. -1 without any. */
  index = $derived(this.#at < 0 && this.shown.length > 0 ? 0 : this.#at);
  selected = $derived(this.shown[this.index] ?? null);

  show(scope: string | null): Promise<void> {
    if (scope !== this.scope) {
      this.reset();
      this.scope = scope;
    }
    return this.refresh();
  }

  async refresh(): Promise<void> {
    const scope = this.scope;
    await Promise.all([
      this.rows.ask(() => call("party_list", { case: scope })),
      this.events.ask(() => call("timeline", { case: scope })),
    ]);
  }

  selectAt(index: number): void {
    this.#chosen = this.shown[index]?.party ?? null;
  }

  /** The roles to list for a party: in a case, those of this case and those of none. */
  rolesOf(party: PartyRow): RoleRow[] {
    if (this.scope === null) return party.roles;
    return party.roles.filter((role) => role.case === null || role.case === this.scope);
  }

  /** The events that a party takes part in, in the order of the timeline. */
  eventsOf(party: string): EventRow[] {
    return (this.events.value ?? []).filter((event) => event.parties.some((each) => each.party === party));
  }

  reset(): void {
    this.scope = null;
    this.filter = "";
    this.#chosen = null;
    this.rows.clear();
    this.events.clear();
  }

  #filtered(): PartyRow[] {
    const wanted = this.filter.trim().toLocaleLowerCase();
    if (wanted === "") return this.all;
    return this.all.filter((row) => searchText(row).includes(wanted));
  }
}

/** When a party has a role, in words; empty where no date is known. */
export function roleDate(role: RoleRow): string {
  return role.date.shape === "undated" ? "" : role.date.display;
}

function searchText(row: PartyRow): string {
  const roles = row.roles.map((role) => [role.role, roleDate(role), role.case_name].join("\n"));
  return [row.name, row.kind, ...roles].join("\n").toLocaleLowerCase();
}
