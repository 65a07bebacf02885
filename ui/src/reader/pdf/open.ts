import {
  getDocument,
  PDFDataRangeTransport,
  PDFWorker,
  type PDFDocumentProxy,
} from "pdfjs-dist/legacy/build/pdf.mjs";
import workerAddress from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";
import { originalOf } from "../address";

/** Bytes a request: few requests for a page, and no more than one needs. */
const CHUNK = 1 << 17;
/** The largest picture in a page that is drawn, in pixels. */
const LARGEST_PICTURE = 1 << 27;

/** Fetches the parts of an original that PDF.js asks for, and nothing ahead of it. */
class Parts extends PDFDataRangeTransport {
  readonly #document: string;

  constructor(document: string, size: number) {
    super(size, null);
    this.#document = document;
  }

  override requestDataRange(begin: number, end: number): void {
    void this.#fetch(begin, end);
  }

  async #fetch(begin: number, end: number): Promise<void> {
    try {
      const answer = await fetch(originalOf(this.#document, begin, end));
      if (!answer.ok) throw new Error(`no bytes from ${begin}`);
      this.onDataRange(begin, new Uint8Array(await answer.arrayBuffer()));
    } catch {
      // PDF.js waits for ever where nothing comes: an empty part makes it fail.
      this.onDataRange(begin, new Uint8Array(0));
    }
  }
}

/**
 * Opens a PDF. PDF.js has evaluated no code of a document since its version 5; forms of the XFA kind, scripts and actions
 * are left alone here, too. Rejects where it is encrypted or damaged.
 */
export function openPdf(document: string, size: number): Promise<PDFDocumentProxy> {
  const here = (path: string) => new URL(`./reader/pdf/${path}/`, location.href).href;
  const port = new Worker(new URL(workerAddress, location.href), { type: "module" });
  return getDocument({
    range: new Parts(document, size),
    rangeChunkSize: CHUNK,
    disableAutoFetch: true,
    disableStream: true,
    worker: PDFWorker.create({ port }),
    cMapUrl: here("cmaps"),
    standardFontDataUrl: here("standard_fonts"),
    wasmUrl: here("wasm"),
    useWasm: false,
    useWorkerFetch: true,
    disableWorkerRendering: true,
    enableXfa: false,
    disableFontFace: false,
    maxImageSize: LARGEST_PICTURE,
    stopAtErrors: false,
    verbosity: 0,
  }).promise;
}
