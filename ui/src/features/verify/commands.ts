import { open, type Command } from "../frame/command";

/** The commands that vouch for the library, in the order in which they are listed. */
export const VERIFY: readonly Command[] = [
  {
    id: "verify",
    title: "Verify the library…",
    group: "Window",
    keys: ["Ctrl+Shift+V"],
    when: open,
    run: (app) => (app.sheet = "verify"),
  },
  {
    id: "ledger",
    title: "Ledger: what was done, by whom, when",
    group: "Window",
    keys: ["Ctrl+Shift+L"],
    when: open,
    run: (app) => (app.sheet = "ledger"),
  },
];
