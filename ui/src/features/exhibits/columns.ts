import type { GroupBy, SortBy } from "../../api/generated/wire";

/** A column of the register: its words, what a press on its head sorts by, and how wide it is at first, in rem. */
export type Column = {
  title: string;
  sort?: SortBy;
  width: number;
  /** Shown until somebody chooses otherwise. */
  first?: boolean;
  /** Figures stand at the end of their column. */
  end?: boolean;
};

/** The columns, in the order in which they stand at first. The title takes the width that is left. */
export const COLUMNS = {
  starred: { title: "Star", width: 2, first: true },
  mark: { title: "Mark", sort: "mark", width: 5, first: true },
  bates: { title: "Bates", sort: "bates", width: 10.5 },
  title: { title: "Title", sort: "title", width: 12, first: true },
  dated: { title: "Date on it", sort: "dated", width: 7, first: true },
  published: { title: "Published", sort: "published", width: 7 },
  kind: { title: "Kind", sort: "kind", width: 5 },
  pages: { title: "Pages", sort: "pages", width: 3, first: true, end: true },
  source: { title: "Source", sort: "source", width: 7.5, first: true },
  size: { title: "Size", sort: "size", width: 4.5, end: true },
  tags: { title: "Tags", width: 8 },
  issues: { title: "Issues", width: 8 },
  relevance: { title: "Relevance", sort: "relevance", width: 5.5 },
  reviewed: { title: "Reviewed", sort: "reviewed", width: 4.5, first: true },
  shield: { title: "Confidential", width: 7 },
  cited: { title: "Cited", sort: "cited", width: 3, first: true, end: true },
  custody: { title: "Custody", width: 6.5 },
  added: { title: "Added", sort: "added", width: 7.5 },
} as const satisfies Record<string, Column>;

export type ColumnId = keyof typeof COLUMNS;

/** A column that is shown, and how wide, in rem. */
export type ShownColumn = { id: ColumnId; width: number };

export const ALL_COLUMNS = Object.keys(COLUMNS) as ColumnId[];

export const AT_FIRST: readonly ShownColumn[] = ALL_COLUMNS.filter((id) => columnOf(id).first).map((id) => ({
  id,
  width: COLUMNS[id].width,
}));

/** What rows can be sorted by, in words. */
export const SORTS: readonly [SortBy, string][] = [
  ["added", "As they came"],
  ...ALL_COLUMNS.flatMap((id): [SortBy, string][] => {
    const { sort, title } = columnOf(id);
    return sort && sort !== "added" ? [[sort, title]] : [];
  }),
];

/** What rows can be grouped by, in words. */
export const GROUPS: readonly [GroupBy | "", string][] = [
  ["", "Not grouped"],
  ["kind", "Kind"],
  ["source", "Source"],
  ["year", "Year"],
  ["relevance", "Relevance"],
  ["reviewed", "Reviewed"],
  ["family", "E-mails and archives with what lies inside"],
];

export function columnOf(id: ColumnId): Column {
  return COLUMNS[id];
}

/** The widths of columns as a grid has them; the title takes what is left. */
export function tracks(columns: readonly ShownColumn[]): string {
  return columns
    .map(({ id, width }) => (id === "title" ? `minmax(${width}rem, 1fr)` : `${width}rem`))
    .join(" ");
}

/** The least width of a row, in rem: columns, the gaps between them and the room at both sides. */
export function least(columns: readonly ShownColumn[]): number {
  const GAP = 0.75;
  const SIDES = 2.5;
  return columns.reduce((sum, { width }) => sum + width + GAP, SIDES - GAP);
}
