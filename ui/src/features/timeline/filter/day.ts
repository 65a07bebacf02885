/** An ISO day as the reader's locale writes it: "1 January 2021". */
export function dayWords(iso: string): string {
  const day = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(day.valueOf())) return iso;
  return day.toLocaleDateString(undefined, { dateStyle: "long", timeZone: "UTC" });
}
