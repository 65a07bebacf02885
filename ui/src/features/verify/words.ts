import type { Finding, VerifyReport } from "../../api/generated/wire";
import { count, duration, size } from "../../design/words";

/** The parts of a verification, in the order in which they are walked. */
export const PARTS = [
  { id: "original", title: "Originals", words: "The SHA-256 of each file computed again" },
  { id: "quote", title: "Quotes", words: "Each looked up again in its page" },
  {
    id: "ledger",
    title: "Ledger",
    words: "The hash of each line computed again, and what it says done again",
  },
  { id: "index", title: "Search index", words: "Its pages held against those of the library" },
  { id: "database", title: "Database", words: "Its own check of itself" },
] as const;

/** A part by its title: "Originals". What is not known is named as it is. */
export function titleOfPart(part: string): string {
  return PARTS.find((each) => each.id === part)?.title ?? part;
}

/** How much of a part is done: bytes of originals, else numbers of things. */
export function amountOf(part: string, done: number, total: number): string {
  const write = part === "original" ? size : (value: number) => value.toLocaleString();
  return total > 0 ? `${write(done)} of ${write(total)}` : write(done);
}

/** What does not hold, apart from what is only to be known. */
export function parted(found: readonly Finding[]): { broken: Finding[]; notes: Finding[] } {
  return { broken: found.filter((each) => !each.note), notes: found.filter((each) => each.note) };
}

/** What a verification found, in one sentence. */
export function resultOf(report: VerifyReport): string {
  const { originals, quotes, ledger, bytes, took } = report;
  const walked =
    `${count(originals, "original")} (${size(bytes)}), ${count(quotes, "quote")} and ` +
    `${count(ledger, "line")} of the ledger in ${duration(took)}`;
  const { broken, notes } = parted(report.problems);
  const wrong = broken.length;
  const toKnow = notes.length > 0 ? ` ${count(notes.length, "thing")} to know.` : "";
  const problems = wrong === 0 ? "no problem" : count(wrong, "problem");
  if (report.cancelled) return `Cancelled after ${walked}: ${problems} in what was looked at.`;
  if (wrong > 0) return `${wrong === 1 ? "One problem" : count(wrong, "problem")} in ${walked}.${toKnow}`;
  return report.ok
    ? `Everything holds: ${walked}.${toKnow}`
    : `It does not hold against the head: ${walked}.`;
}

/** As short as the foot of the window wants it: "Verified: everything holds". */
export function shortResultOf(report: Pick<VerifyReport, "ok" | "cancelled" | "problems">): string {
  if (report.cancelled) return "Verification cancelled";
  if (report.ok) return "Verified: everything holds";
  const wrong = parted(report.problems).broken.length;
  return wrong > 0 ? `Verified: ${count(wrong, "problem")}` : "Verified: not what the head says";
}

/** "today", "yesterday", "3 days ago", else the day; both in milliseconds since the epoch. */
export function dayWords(at: number, now: number): string {
  const midnight = (time: number) => new Date(time).setHours(0, 0, 0, 0);
  const days = Math.round((midnight(now) - midnight(at)) / 86_400_000);
  if (days < 1) return "today";
  if (days === 1) return "yesterday";
  if (days < 14) return `${days} days ago`;
  return `on ${new Date(at).toLocaleDateString(undefined, { dateStyle: "medium" })}`;
}
