import { tick } from "svelte";
import { call } from "../../api/client";
import type { PartyKind, PartyPage, PartyRow, RoleRow } from "../../api/generated/wire";
import { Latest } from "../../api/latest.svelte";
import { Listing } from "../frame/listing.svelte";

/** What a party can be. */
export const PARTY_KINDS: readonly PartyKind[] = ["person", "organisation", "class"];

/** Who takes part in one case or in any, and the page of the one that is selected. */
export class People extends Listing<PartyRow> {
  page = new Latest<PartyPage>();
  /** Whether the party is being chosen that is the selected one under another name. */
  merging = $state(false);

  /** The page of the selected party; null until it is there. */
  shownPage = $derived.by(() => {
    const page = this.page.value;
    return page?.party.party === this.selected?.party ? page : null;
  });

  constructor() {
    super({
      ask: (scope) => call("party_list", { case: scope }),
      key: (row) => row.party,
      text: searchText,
    });
  }

  /** Asks for the page of a party. */
  turn(party: string): Promise<void> {
    return this.page.ask(() => call("party_show", { party }));
  }

  /** Leaves the choice of a merge, and puts the focus on the button that it came from. */
  async endMerge(): Promise<void> {
    this.merging = false;
    await tick();
    document.querySelector<HTMLElement>("[data-command=merge_party]")?.focus();
  }

  /** The roles to list for a party: in a case, those of this case and those of none. */
  rolesOf(party: PartyRow): RoleRow[] {
    if (this.scope === null) return party.roles;
    return party.roles.filter((role) => role.case === null || role.case === this.scope);
  }

  override reset(): void {
    super.reset();
    this.merging = false;
    this.page.clear();
  }
}

/** When a party has a role, in words; empty where no date is known. */
export function roleDate(role: RoleRow): string {
  return role.date.shape === "undated" ? "" : role.date.display;
}

function searchText(row: PartyRow): string {
  const roles = row.roles.map((role) => [role.role, roleDate(role), role.case_name].join("\n"));
  return [row.name, row.kind, ...roles].join("\n");
}
