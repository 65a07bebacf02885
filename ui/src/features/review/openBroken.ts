import { call } from "../../api/client";
import type { App } from "../frame/app.svelte";

/** Opens a document at the first of its highlights whose words are not on their page any more. */
export function openBroken(app: App, document: string): Promise<void> {
  return app.attempt(async () => {
    const { annotations } = await call("document_marks", { document });
    const broken = annotations.find((each) => !each.holds);
    app.go({ view: "document", document, page: broken?.page ?? 1, account: null, query: "" });
    app.reading.opened = broken?.annotation ?? null;
  });
}
