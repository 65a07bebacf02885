import { GAP } from "./pdf/pages";

/** Brings a range into sight, in the middle of what it scrolls in, where it is not in sight already. */
export function bringIntoSight(desk: Element, range: Range): void {
  const [words, room] = [range.getBoundingClientRect(), desk.getBoundingClientRect()];
  if (words.top < room.top + GAP || words.bottom > room.bottom - GAP)
    desk.scrollTop += (words.top + words.bottom - room.top - room.bottom) / 2;
  if (words.left < room.left || words.right > room.right)
    desk.scrollLeft += (words.left + words.right - room.left - room.right) / 2;
}
