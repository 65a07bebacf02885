import { custodyAnswers } from "./custody";
import type { FakeHost, Handlers } from "./fakeHost";
import { numberingAnswers } from "./numbering";
import { registerAnswers } from "./register";

/** What the back end answers about documents as evidence: the register, marks and numbers. */
export function evidenceAnswers(host: FakeHost): Handlers {
  return { ...registerAnswers(host), ...numberingAnswers(host), ...custodyAnswers(host) };
}
