import type { NearRow } from "../../api/generated/wire";

/** As the families of copies are drawn: each has so much of the other's words. */
const COPY = 0.8;

/** Whether another document is nearly the same, and does not only quote this one or a footer that both bear. */
export function isCopy({ share_of_this, share_of_that }: NearRow): boolean {
  return share_of_this >= COPY && share_of_that >= COPY;
}
