import type { SearchAnswer } from "../../api/generated/wire";
import { count, number } from "../../design/words";

/** What an answer says of itself: how much was found, what was taken instead, and what the index still lacks. */
export function told(answer: SearchAnswer, { files, others }: { files: number; others: number }): string {
  const { total, items, building, took_ms } = answer;
  const found = [
    files > 0 || items === 0 ? `${count(total, "page")} in ${count(files, "document")}` : "",
    others > 0 ? `${number(others)} ${files > 0 ? "other " : ""}${others === 1 ? "hit" : "hits"}` : "",
  ];
  const time = `${number(Math.max(1, Math.round(took_ms)))} ms`;
  const news = answer.new > 0 ? `${number(answer.new)} new` : "";
  const line = [...found, news, time].filter(Boolean).join(", ");
  const lacks = building
    ? `The index is being made anew: ${number(building.done)} of ${count(building.total, "document")}. What is not in it yet is not found.`
    : "";
  return [line, answer.instead, lacks].filter(Boolean).join(" · ");
}
