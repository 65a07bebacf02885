/** Says whether something from the other side of the frame has a shape. Nothing of it is used before. */
export type Check<T> = (value: unknown) => value is T;

/** What a check lets through. */
export type Of<C> = C extends Check<infer T> ? T : never;

/** No message carries a longer text. */
const LONGEST = 100_000;
/** No message carries a longer list. */
const MOST = 50_000;

export const text: Check<string> = (value): value is string =>
  typeof value === "string" && value.length <= LONGEST;
export const flag: Check<boolean> = (value): value is boolean => typeof value === "boolean";
export const number: Check<number> = (value): value is number => Number.isFinite(value);
/** A number of pages, of places or of bytes. */
export const count: Check<number> = (value): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;

/** One of some words. */
export function word<const W extends string>(...words: W[]): Check<W> {
  return (value): value is W => (words as unknown[]).includes(value);
}

/** Or null. */
export function orNull<T>(check: Check<T>): Check<T | null> {
  return (value): value is T | null => value === null || check(value);
}

export function list<T>(check: Check<T>): Check<T[]> {
  return (value): value is T[] => Array.isArray(value) && value.length <= MOST && value.every(check);
}

/** An object with these fields and no others. */
export function fields<T extends object>(of: { [K in keyof T]: Check<T[K]> }): Check<T> {
  const checks = Object.entries(of) as [string, Check<unknown>][];
  return (value): value is T => {
    if (typeof value !== "object" || value === null) return false;
    const given = value as Record<string, unknown>;
    return Object.keys(given).length === checks.length && checks.every(([name, check]) => check(given[name]));
  };
}

/** Any of some shapes. */
export function either<C extends Check<unknown>[]>(...checks: C): Check<Of<C[number]>> {
  return (value): value is Of<C[number]> => checks.some((check) => check(value));
}
