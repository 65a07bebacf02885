import { call } from "./client";
import type { DateReading } from "./generated/wire";

/** How a written date reads; `reference` is the source's own day, ISO 8601, empty where there is none. */
export function readDate(date: string, reference: string): Promise<DateReading> {
  return call("date_read", reference === "" ? { date } : { date, reference });
}
