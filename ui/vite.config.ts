import { svelte } from "@sveltejs/vite-plugin-svelte";
import { svelteTesting } from "@testing-library/svelte/vite";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [svelte(), svelteTesting()],
  base: "./",
  build: {
    outDir: "dist",
    target: "safari17",
    // The policy of the window allows fonts from itself only, not from data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
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
