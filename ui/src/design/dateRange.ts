import type { DateChoice, DateReading, DateView } from "../api/generated/wire";

type Bounds = Pick<DateView, "earliest" | "latest">;

/** The days between which a date lies: "1 Feb 2021 to 28 Feb 2021"; empty where it is one day, or none. */
export function rangeWords({ earliest, latest }: Bounds): string {
  if (earliest === latest) return "";
  if (earliest === null) return `until ${dayWords(latest ?? "")}`;
  return latest === null ? `from ${dayWords(earliest)}` : `${dayWords(earliest)} to ${dayWords(latest)}`;
}

/** A date in words, with what was understood: "3 April 2021, day first". */
export function readingWords({ date, explanation }: DateChoice): string {
  if (explanation.startsWith(date.display)) return explanation;
  return [date.display, explanation].filter(Boolean).join(", ");
}

/** Why a date is not read, as a sentence; of one that cannot be read, with the place where it went wrong. */
export function refusalWords({ message, column, choices }: DateReading): string {
  const sentence = /[.!?]$/.test(message) ? message : `${message}.`;
  const isSaid = choices.length > 1 || /character \d/.test(message);
  return column === null || isSaid ? sentence : `${sentence} At character ${column}.`;
}

/** A day (ISO 8601) in the reader's locale; as it is written where it is no day. */
export function dayWords(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.valueOf())) return day;
  return date.toLocaleDateString(undefined, {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
}
