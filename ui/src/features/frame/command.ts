import type { App } from "./app.svelte";
import type { Chord } from "./keys";

/** Something that the window can do: in the palette, by key, and in the list of keys. */
export type Command = {
  id: string;
  title: string;
  group: "Go" | "Make" | "Change" | "Window";
  /** The first is shown; the others work as well. Of two commands with one key, the first that makes sense runs. */
  keys: Chord[];
  run: (app: App) => void;
  /** Whether it makes sense now; always, where not given. */
  when?: (app: App) => boolean;
  /** Works with the focus in a field, too: for keys that no field uses. */
  inFields?: boolean;
};

export const open = (app: App) => app.library.info !== null;
export const writable = (app: App) => app.library.writable;
export const hasCase = (app: App) => app.library.writable && app.library.cases.length > 0;
export const atPeople = (app: App) =>
  writable(app) && app.nav.current.view === "people" && app.people.selected !== null;
export const onEvent = (app: App) =>
  writable(app) && app.nav.current.view === "timeline" && app.timeline.selected !== null;
export const inCase = (app: App) => open(app) && app.currentCase !== null;
