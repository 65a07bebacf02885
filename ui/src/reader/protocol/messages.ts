import { count, either, fields, flag, list, number, orNull, text, word, type Of } from "./check";

/** How a document is drawn: PDF, a picture, or the page made of an HTML document or an e-mail. */
export const isKind = word("pdf", "picture", "paper");
export type Kind = Of<typeof isKind>;

/** A passage to be marked: its words, what stands around them, and how it looks. */
const isQuote = fields({
  id: text,
  page: count,
  exact: text,
  prefix: text,
  suffix: text,
  kind: word("cited", "highlight", "found"),
  colour: orNull(word("yellow", "green", "blue", "pink", "orange")),
  title: text,
});
export type Quote = Of<typeof isQuote>;

const isPanel = orNull(word("thumbnails", "outline"));
export type Panel = Of<typeof isPanel>;

const isFit = orNull(word("width", "page"));
export type Fit = Of<typeof isFit>;

/** How pages are laid out. `percent` counts where nothing is fitted. */
const isLayout = fields({
  percent: number,
  fit: isFit,
  rotation: word("0", "90", "180", "270"),
  spread: flag,
});
export type PageLayout = Of<typeof isLayout>;

const isAct = word(
  "zoom_in",
  "zoom_out",
  "fit_width",
  "fit_page",
  "actual_size",
  "rotate",
  "spread",
  "thumbnails",
  "outline",
);
export type Act = Of<typeof isAct>;

/** From the window to the frame. */
export const isCommand = either(
  fields({ type: word("open"), document: text, kind: isKind, size: count, page: count, layout: isLayout }),
  fields({ type: word("look"), percent: number }),
  fields({ type: word("go"), page: count }),
  fields({ type: word("marks"), quotes: list(isQuote), opened: orNull(text) }),
  fields({ type: word("act"), act: isAct }),
  fields({ type: word("zoom"), percent: number }),
  fields({ type: word("find"), words: text }),
  fields({ type: word("step"), by: word("next", "previous") }),
  fields({ type: word("clear") }),
  fields({ type: word("focus") }),
);
export type Command = Of<typeof isCommand>;

const isBox = fields({ left: number, top: number, right: number, bottom: number });
/** Where something is in the frame, CSS pixels. */
export type Box = Of<typeof isBox>;

/** Words as they are seen on a drawn page, what is seen around them, and where the last of their lines is. */
const isSeen = fields({ page: count, words: text, before: text, after: text, box: isBox });
export type Seen = Of<typeof isSeen>;

const isKey = fields({
  type: word("key"),
  key: text,
  ctrl: flag,
  shift: flag,
  alt: flag,
  meta: flag,
});
export type Key = Of<typeof isKey>;

/** From the frame to the window. */
export const isReport = either(
  fields({ type: word("ready") }),
  fields({
    type: word("opened"),
    pages: count,
    labels: orNull(list(text)),
    outline: flag,
    leftOut: count,
  }),
  fields({ type: word("failed"), why: word("encrypted", "damaged", "missing") }),
  fields({ type: word("view"), page: count, panel: isPanel, layout: isLayout }),
  fields({ type: word("painted"), page: count }),
  fields({ type: word("placed"), page: count, found: list(text), missing: list(text) }),
  fields({ type: word("selected"), seen: orNull(isSeen) }),
  fields({ type: word("found"), words: text, at: count, total: count, searched: count, done: flag }),
  fields({ type: word("address"), address: orNull(text) }),
  fields({ type: word("mark"), id: text }),
  isKey,
);
export type Report = Of<typeof isReport>;
