import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const PDFJS = "node_modules/pdfjs-dist";

/** What PDF.js fetches by name while it draws: tables of characters, the standard fonts, decoders in plain JavaScript. */
const FETCHED: { from: string; only: RegExp }[] = [
  { from: "cmaps", only: /\.bcmap$|^LICENSE/ },
  { from: "standard_fonts", only: /\.(pfb|ttf)$|^LICENSE/ },
  // No WebAssembly: it would need a wider policy for the frame. No quickjs either, which runs a document's scripts.
  { from: "wasm", only: /^(openjpeg|jbig2)_nowasm_fallback\.js$|^LICENSE_.*(OPENJPEG|JBIG2)$/ },
];

/** Whether a module belongs to the frame in which documents are shown. */
function isReaders(id: string): boolean {
  return id.includes("/src/reader/") || id.includes("/pdfjs-dist/") || id.endsWith("/reader.html");
}

/** The folder of the built pages that a chunk goes to: the frame's own, the only one that its protocol gives out. */
export function folderOf(ids: readonly string[]): "reader" | "assets" {
  return ids.some(isReaders) ? "reader" : "assets";
}

/** Puts beside the frame's program what is fetched by a fixed name. */
export function readerFiles(): Plugin {
  return {
    name: "reader-files",
    apply: "build",
    generateBundle() {
      const emit = (fileName: string, path: string) =>
        this.emitFile({ type: "asset", fileName: `reader/${fileName}`, source: readFileSync(path) });
      emit("page.css", "src/reader/paper/page.css");
      for (const { from, only } of FETCHED) {
        const folder = join(PDFJS, from);
        const names = readdirSync(folder).filter((name) => only.test(name));
        for (const name of names) emit(`pdf/${from}/${name}`, join(folder, name));
      }
    },
  };
}
