import { svelte } from "@sveltejs/vite-plugin-svelte";
import { svelteTesting } from "@testing-library/svelte/vite";
import { defineConfig } from "vitest/config";
import { folderOf, readerFiles } from "./vite.reader.ts";

export default defineConfig({
  plugins: [svelte(), svelteTesting(), readerFiles()],
  base: "./",
  build: {
    outDir: "dist",
    target: "safari17",
    // The policy of the window allows fonts from itself only, not from data: addresses.
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: {
      // The window, and the frame of another origin in which it shows documents.
      input: ["index.html", "reader.html"],
      output: {
        entryFileNames: ({ moduleIds }) => `${folderOf(moduleIds)}/[name]-[hash].js`,
        chunkFileNames: ({ moduleIds }) => `${folderOf(moduleIds)}/[name]-[hash].js`,
        assetFileNames: ({ originalFileNames, names }) =>
          `${folderOf([...originalFileNames, ...names].map((name) => `/${name}`))}/[name]-[hash][extname]`,
      },
    },
  },
  server: { port: 5173, strictPort: true },
  test: {
    environment: "jsdom",
    setupFiles: ["./src/testing/setup.ts"],
    restoreMocks: true,
    css: { include: [/tokens/] },
    pool: "threads",
    isolate: false,
    // axe looks at a whole window: seconds, on a machine that is busy with other things.
    testTimeout: 20_000,
  },
});
