const SMALL = [
  "no",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];

/** Made once: to make one takes longer than to write a hundred numbers with it. */
const NUMBERS = new Intl.NumberFormat();

/** A number as the reader's locale writes it. */
export function number(value: number): string {
  return NUMBERS.format(value);
}

/** "1 event", "2 events". The plural is given where it is not the singular with an s. */
export function count(value: number, singular: string, plural = `${singular}s`): string {
  return `${number(value)} ${value === 1 ? singular : plural}`;
}

/** As `count`, with numbers up to twelve spelt out: "five matters". */
export function spelled(value: number, singular: string, plural = `${singular}s`): string {
  return `${SMALL[value] ?? number(value)} ${value === 1 ? singular : plural}`;
}

/** A reason as a sentence: "it is damaged" as "It is damaged." */
export function sentence(words: string): string {
  const told = words.charAt(0).toUpperCase() + words.slice(1);
  return /[.!?…]$/.test(told) ? told : `${told}.`;
}

/** A share from 0 to 1 in percent; one that is not whole is never said to be 100 %, nor one that is there to be 0 %. */
export function share(part: number): string {
  const percent = part * 100;
  if (percent > 0 && percent < 1) return "less than 1 %";
  return `${number(percent < 100 ? Math.min(99, Math.round(percent)) : 100)} %`;
}

/** A size in bytes as a person writes it: "4.2 MB". */
export function size(bytes: number): string {
  const units = ["bytes", "kB", "MB", "GB"];
  const step = bytes < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3));
  const digits = step === 0 ? 0 : 1;
  return `${(bytes / 1000 ** step).toLocaleString(undefined, { maximumFractionDigits: digits })} ${units[step]}`;
}

/** A time span as a person says it: "40 s", "3 min", "2 h 5 min". */
export function duration(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** A moment (RFC 3339) in the reader's locale and zone. */
export function moment(rfc3339: string): string {
  const at = new Date(rfc3339);
  if (Number.isNaN(at.valueOf())) return rfc3339;
  return at.toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
}

/** "regulatory_action" as "regulatory action". */
export function plain(code: string): string {
  return code.replaceAll("_", " ");
}
