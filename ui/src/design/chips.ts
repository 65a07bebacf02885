import type { PartyKind } from "../api/generated/wire";
import { fuzzyFilter } from "./fuzzy";

/** A thing that is chosen. */
export type Chip = { id: string; text: string; aside?: string };

/** A thing that can be chosen. */
export type Offer = { id: string; text: string; aside?: string };

/** A party in a form: one that is there, or one that is made when the form is sent. */
export type Person = { party: string; name: string; kind: PartyKind; isNew?: boolean };

const MOST = 8;
const KINDS: readonly PartyKind[] = ["person", "organisation", "class"];
const NEW = "new:";

/** Who fits what is typed; where nobody bears just this name, it is offered as somebody new, of each kind. */
export function peopleOffers(typed: string, all: readonly Person[], chosen: readonly Person[]): Offer[] {
  const name = tidy(typed);
  if (name === "") return [];
  const free = all.filter((each) => !chosen.some((one) => one.party === each.party));
  const fitting = fuzzyFilter(name, free, (each) => each.name, MOST);
  const offers: Offer[] = fitting.map(({ party, name, kind }) => ({ id: party, text: name, aside: kind }));
  if ([...all, ...chosen].some((each) => alike(each.name, name))) return offers;
  return [...offers, ...KINDS.map((kind) => ({ id: NEW + kind, text: `Add “${name}” as ${kind}` }))];
}

/** The person that an offer stands for. */
export function personOf(offer: Offer, typed: string, all: readonly Person[]): Person | null {
  const kind = KINDS.find((each) => offer.id === NEW + each);
  const name = tidy(typed);
  if (kind) return { party: name, name, kind, isNew: true };
  return all.find((each) => each.party === offer.id) ?? null;
}

/** The tags that fit what is typed, then the words themselves where no tag is just that. */
export function tagOffers(typed: string, all: readonly string[], chosen: readonly string[]): Offer[] {
  const name = tidy(typed);
  if (name === "") return [];
  const free = all.filter((each) => !chosen.includes(each));
  const offers: Offer[] = fuzzyFilter(name, free, (each) => each, MOST).map((text) => ({ id: text, text }));
  if ([...all, ...chosen].some((each) => alike(each, name))) return offers;
  return [...offers, { id: name, text: name, aside: "new tag" }];
}

/** What is typed, with single spaces. */
export function tidy(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}

/** Whether two names are one but for capitals. */
export function alike(one: string, two: string): boolean {
  return one.toLocaleLowerCase() === two.toLocaleLowerCase();
}
