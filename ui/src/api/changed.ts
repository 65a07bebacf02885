/** The fields of a form that are other than what was there before: only these are sent. */
export function onlyChanged<T extends Record<string, unknown>>(now: T, before: T): Partial<T> {
  const changed = Object.entries(now).filter(([name, value]) => !same(value, before[name]));
  return Object.fromEntries(changed) as Partial<T>;
}

function same(one: unknown, two: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(two);
}
