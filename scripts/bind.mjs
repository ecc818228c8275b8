#!/usr/bin/env node
// bind.mjs BOUND.js LOADER.js FIRST.wat SCRIPT.js SHORT.wat: the app's one script, and its first module with short names.
// What fetches pieces becomes part of the script: one request fewer, and neither has to name the other by its hash.
// The names by which wasm-bindgen's script and the module know each other hold hashes, which do not compress: 3.3 KB.
import { readFileSync, writeFileSync } from "node:fs";

const [bound, loader, first, scriptOut, firstOut] = process.argv.slice(2);
const imported = /^import \* as (\w+) from "\.\/__wasm_split\.js";?$/gm;
const hashed = /\b\w+_h?[0-9a-f]{16}\w*/g;

const glue = readFileSync(bound, "utf8");
// wasm-bindgen imports the whole of it once for each function that fetches a piece.
const loaders = [...glue.matchAll(imported)].map(([, name]) => name);
if (!loaders.length) throw new Error(`${bound} imports no __wasm_split.js: has wasm-bindgen changed what it writes?`);

const short = new Map();
for (const [name] of glue.matchAll(hashed)) if (!short.has(name)) short.set(name, `n${short.size}`);
const shorten = (text) => text.replace(hashed, (name) => short.get(name));

const names = [];
const fetching = readFileSync(loader, "utf8")
  .replace(/^export const (\w+)/gm, (_, name) => (names.push(name), `const ${name}`));
writeFileSync(scriptOut, `${shorten(glue.replace(imported, ""))}\n${fetching}\n${loaders.map((name) => `const ${name} = { ${names.join(", ")} };\n`).join("")}`);

let renamed = 0;
const module = readFileSync(first, "utf8").replace(/^ \((?:import "[^"]*"|export) "([^"]*)"/gm, (line, name) => {
  if (!short.has(name)) return line;
  renamed += 1;
  return line.replace(`"${name}"`, `"${short.get(name)}"`);
});
if (renamed !== short.size) throw new Error(`${short.size} names in ${bound}, but ${renamed} of them in ${first}`);
writeFileSync(firstOut, module);
