import { getContext, setContext, tick } from "svelte";
import { call } from "../../api/client";
import { asWireError } from "../../api/errors";
import type { AccountRow, Commands, Message, VerifyProgress } from "../../api/generated/wire";
import { host, type Drag, type Unsubscribe } from "../../platform";
import { Amounts } from "../amounts/amounts.svelte";
import { Reading } from "../document/document.svelte";
import { Acts, type Act } from "../event/acts.svelte";
import { Evidence } from "../evidence/evidence.svelte";
import { Exhibits } from "../exhibits/exhibits.svelte";
import type { RegisterSheet } from "../exhibits/sheet";
import { Importing } from "../import/import.svelte";
import { Library } from "../library/library.svelte";
import type { Passage } from "../passage/selection";
import { Notes } from "../notes/notes.svelte";
import { People } from "../people/people.svelte";
import { Review } from "../review/review.svelte";
import { Recent } from "../search/recent.svelte";
import { Saved } from "../search/saved.svelte";
import { Search } from "../search/search.svelte";
import { Next } from "../timeline/next/next.svelte";
import { Timeline } from "../timeline/timeline.svelte";
import { remember } from "../verify/last";
import { Verifying } from "../verify/verifying.svelte";
import { Navigation, type Place } from "./navigation.svelte";
import { Status } from "./status.svelte";

/** The sheets that lie over the window, one at a time. */
export type Sheet =
  | "open_library"
  | "new_library"
  | "case"
  | "edit_case"
  | "event"
  | "cite"
  | "note_passage"
  | "import"
  | "import_table"
  | "export_table"
  | "party"
  | RegisterSheet
  | "search_help"
  | "term_list"
  | "verify"
  | "ledger"
  | "colours"
  | "keys"
  | "palette";

/** The window: its states, and the ways between them. */
export class App {
  library = new Library();
  nav = new Navigation();
  timeline = new Timeline();
  exhibits = new Exhibits();
  people = new People();
  amounts = new Amounts();
  /** The notes on the case that is shown. */
  notes = new Notes();
  /** What is scheduled, over all cases. */
  next = new Next();
  reading = new Reading();
  /** What the inspector of a document holds beside its row. */
  evidence = new Evidence();
  verifying = new Verifying();
  search = new Search();
  saved = new Saved();
  recent = new Recent();
  importing = new Importing();
  review = new Review();
  status = new Status();
  sheet = $state<Sheet | null>(null);
  /** The words that are selected on the page of the document on screen. */
  passage = $state.raw<Passage | null>(null);
  /** The event or document whose inspector is a form now. */
  editing = $state<string | null>(null);
  /** The form that stands in the inspector of an event beside its own. */
  acts = new Acts(() => this.focusView());
  inspector = $state(true);
  /** Whether the inspector takes half of the window: for accounts side by side. */
  wide = $state(false);
  /** Whether the present view has anything to inspect. */
  inspects = $derived(!["next", "review", "notes"].includes(this.nav.current.view));
  dragging = $state(false);
  /** Whether the side panes give up some of their width. */
  compact = $state(false);
  /** Whether the window is so narrow, or its text so large, that the inspector lies over the view. */
  narrow = $state(false);

  /** The case that what is on screen belongs to; null for all. */
  currentCase = $derived(this.#caseOf(this.nav.current));

  /** Subscribes to the back end and asks what is open. */
  async start(): Promise<Unsubscribe> {
    const ends = await Promise.all([
      host().listen((message) => this.receive(message)),
      host().onDrag((drag) => this.drag(drag)),
    ]);
    await this.attempt(() => this.library.load());
    if (this.library.info) await this.#begin();
    return () => ends.forEach((end) => end());
  }

  receive(message: Message): void {
    if (message.kind === "import") {
      this.importing.receive(message.body);
      if (this.importing.running) return;
      this.status.say(this.importing.told);
      return this.saved.soon();
    }
    if (message.kind === "verify") return this.#verified(message.body);
    if (message.kind === "index") return this.#indexed();
    this.library.info = message.body.library;
    this.timeline.note(message.body.changed.events);
    this.saved.soon();
    void this.#refresh();
  }

  drag(drag: Drag): void {
    this.dragging = drag.kind === "over" && this.library.writable;
    if (drag.kind !== "dropped" || !this.library.writable) return;
    this.importing.offer(drag.paths);
    this.sheet = "import";
  }

  go(place: Place): void {
    this.nav.go(place);
    this.sheet = null;
    this.editing = null;
    void this.#arrive();
  }

  back(): void {
    this.nav.back();
    void this.#arrive();
  }

  /** Opens the page that an account cites, at the passage. */
  openAccount(account: Pick<AccountRow, "account" | "document" | "page">): void {
    if (account.document === null) return;
    const { document, page } = account;
    this.go({ view: "document", document, page: page ?? 1, account: account.account, query: "" });
  }

  /** Opens the passage of an event's first account that has one. */
  openPassage(event: { event: string } | null): Promise<void> {
    return this.attempt(async () => {
      if (!event) return;
      const { accounts } = await this.timeline.inFull(event.event);
      const cited = accounts.find((account) => account.document !== null);
      if (cited) this.openAccount(cited);
      else this.status.say("No account of this event cites a document.");
    });
  }

  openDocument(document: string): void {
    this.go({ view: "document", document, page: 1, account: null, query: "" });
  }

  /** Shows what lies directly inside a document, in the register of all. */
  showInside(document: string, title: string): void {
    this.go({ view: "exhibits", case: null });
    void this.exhibits.showInside(document, title);
  }

  /** Shows an event where it stands in its case's timeline. */
  openEvent(event: string, scope: string | null): void {
    this.go({ view: "timeline", case: scope });
    this.timeline.clearFilter();
    if (this.timeline.knownOn !== null && !this.timeline.rows.byId.has(event))
      void this.timeline.setKnownOn(null);
    this.timeline.select(event);
    this.inspect();
  }

  /** Shows the inspector, where it does not cover what is being walked through. */
  inspect(): void {
    if (!this.narrow) this.inspector = true;
  }

  /** The event or document that the inspector shows and that can be changed; null where there is none. */
  editable = $derived.by(() => {
    const { view } = this.nav.current;
    if (view === "timeline") return this.timeline.selectedId;
    if (view === "exhibits") return this.exhibits.activeId;
    if (view === "people") return this.people.selected?.party ?? null;
    return view === "document" ? (this.reading.row.value?.document ?? null) : null;
  });

  /** Turns the inspector into a form. */
  edit(): void {
    this.inspector = true;
    this.editing = this.editable;
  }

  /** Begins something with the selected event, in the inspector. */
  act(act: Act): void {
    this.inspector = true;
    this.editing = null;
    this.acts.begin(act);
  }

  /** Makes the inspector wide, or narrow again. */
  widen(): void {
    this.wide = !this.inspector || !this.wide;
    this.inspector = true;
  }

  /** Turns the form back, and puts the focus on the button that it came from. */
  async endEdit(): Promise<void> {
    this.editing = null;
    await tick();
    document.querySelector<HTMLElement>("[data-command=edit]")?.focus();
  }

  /** Takes the selected event away, with its accounts. */
  removeEvent(): Promise<void> {
    return this.attempt(async () => {
      const row = this.timeline.selected;
      if (!row) return;
      const { shown, index } = this.timeline;
      const beside = shown[index + 1] ?? shown[index - 1];
      await call("event_remove", { event: row.event });
      this.timeline.select(beside?.event ?? null);
      this.status.say(`Removed event ${row.title}.`);
      await this.focusView();
    });
  }

  /** Takes an account of an event away. */
  removeAccount(row: AccountRow): Promise<void> {
    return this.attempt(async () => {
      await call("account_remove", { account: row.account });
      this.status.say(`Removed the account of ${row.document_title ?? row.asserted_by}.`);
      await this.focusView();
    });
  }

  /** Takes the width of the window, in rem. */
  measure(rems: number): void {
    const narrow = rems < 50;
    if (narrow && !this.narrow) this.inspector = false;
    this.narrow = narrow;
    this.compact = rems < 68.75;
  }

  turnPage(by: number): void {
    const spot = this.reading.turned(by);
    if (spot) this.turnTo(spot.page);
  }

  turnTo(page: number): void {
    const spot = this.reading.spot;
    if (!spot) return;
    const place = { ...spot, page, account: null };
    this.nav.replace({ view: "document", ...place });
    void this.reading.show(place);
  }

  /** Goes to a mark of the document on screen: a cited passage or a highlight. */
  revealMark(id: string): void {
    const spot = this.reading.spotOf(id);
    if (!spot) return;
    this.nav.replace({ view: "document", ...spot });
    void this.reading.show(spot);
    this.reading.opened = id;
  }

  /** Another page came into sight where the document is drawn. */
  pageTurned(page: number): void {
    const spot = this.reading.spot;
    if (!spot) return;
    this.nav.replace({ view: "document", ...spot, page, account: null });
    void this.reading.scrolled(page);
  }

  /** Takes back the last act, or does it again, and says so. */
  async replay(command: "undo" | "redo"): Promise<void> {
    await this.attempt(async () => {
      const { act }: Commands["undo"]["answer"] = await call(command, {});
      this.status.say(`${command === "undo" ? "Undone" : "Done again"}: ${act}`);
    });
  }

  /** After another library was opened: forgets what belonged to the last one. */
  async enter(): Promise<void> {
    const { timeline, exhibits, people, amounts, next, reading, search, review, nav } = this;
    for (const state of [timeline, exhibits, people, amounts, next, reading, search, review, nav])
      state.reset();
    for (const state of [this.evidence, this.verifying, this.saved, this.importing]) state.reset();
    this.sheet = null;
    await this.#begin();
    await this.focusView();
  }

  /** Does something and says at the foot of the window what went wrong, if it does. */
  async attempt(act: () => Promise<unknown>): Promise<void> {
    try {
      await act();
    } catch (reason) {
      this.status.fail(asWireError(reason));
    }
  }

  /** Puts the focus where the keys of the present view work; false where there is no such place yet. */
  async focusView(): Promise<boolean> {
    await tick();
    const target = document.querySelector<HTMLElement>("[data-view-focus]");
    target?.focus({ preventScroll: true });
    if (target instanceof HTMLInputElement) target.select();
    return target !== null;
  }

  /** Fills the first view; what is beside it comes when it comes. */
  #begin(): Promise<unknown> {
    const filled = Promise.all([this.#load(), this.attempt(() => this.importing.load())]);
    void this.attempt(() => Promise.all([this.recent.load(), this.saved.load()]));
    return filled;
  }

  /** A verification got on, or ended. */
  #verified(progress: VerifyProgress): void {
    const { verifying } = this;
    verifying.receive(progress);
    if (verifying.running) return;
    if (verifying.report) remember(this.library.info?.path ?? "", verifying.report);
    this.status.say(verifying.told);
  }

  /** Fetches what changed. A case that is gone, because its making was undone, is left. */
  async #refresh(): Promise<void> {
    await this.attempt(() => this.library.loadCases());
    const at = this.currentCase;
    if (at === null || this.library.case(at)) return this.#load(true);
    this.go({ view: "timeline", case: null });
  }

  /** What can be found is another now: an open search and the numbers of the saved ones are asked for again. */
  #indexed(): void {
    this.saved.soon();
    if (this.nav.current.view === "search") void this.attempt(() => this.search.refresh());
  }

  /** Fills the view that was gone to. A table can take the focus only once its rows are there. */
  async #arrive(): Promise<void> {
    const place = this.nav.current;
    const filled = this.#load();
    if (await this.focusView()) return;
    await filled;
    if (this.nav.current === place && this.sheet === null) await this.focusView();
  }

  async #load(again = false): Promise<void> {
    const place = this.nav.current;
    const next = this.next.refresh();
    if (place.view === "timeline") await this.timeline.show(place.case);
    else if (place.view === "exhibits") await this.exhibits.show(place.case);
    else if (place.view === "people") await this.people.show(place.case);
    else if (place.view === "amounts") await this.amounts.show(place.case);
    else if (place.view === "notes")
      return; // The notes of a case ask for themselves, as those of an event do.
    else if (place.view === "next") await next;
    else if (place.view === "review") await this.review.refresh();
    else if (place.view === "search") await (again ? this.search.refresh() : undefined);
    else await (again ? this.reading.refresh() : this.reading.show(place));
  }

  #caseOf(place: Place): string | null {
    if ("case" in place) return place.case;
    if (place.view === "document") return this.reading.row.value?.cases[0] ?? null;
    return null;
  }
}

const KEY = Symbol("app");

/** Gives the window's state to every component below. */
export function provideApp(app: App): App {
  return setContext(KEY, app);
}

/** The window's state. */
export function useApp(): App {
  return getContext<App>(KEY);
}

/** The same as a map, for a component that is rendered alone in a test. */
export function contextOf(app: App): Map<symbol, App> {
  return new Map([[KEY, app]]);
}
