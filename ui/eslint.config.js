import js from "@eslint/js";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";
import svelteConfig from "./svelte.config.js";

const onlyInPlatform = {
  group: ["@tauri-apps/*"],
  message: "Only platform/ talks to the shell.",
};

export default ts.config(
  { ignores: ["dist/", "src/api/generated/"] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  ...svelte.configs.prettier,
  { languageOptions: { globals: globals.browser } },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    files: ["src/**"],
    ignores: ["src/platform/**"],
    rules: { "no-restricted-imports": ["error", { patterns: [onlyInPlatform] }] },
  },
  // Maps and sets here are made anew where a value is derived, never changed once shown.
  { rules: { "svelte/prefer-svelte-reactivity": "off" } },
  { rules: { "max-lines": ["error", { max: 400, skipBlankLines: true }] } },
);
