#!/usr/bin/env node
// pieces.mjs SPLIT.js FOLDER LOADER.js: few files of what wasm-split-cli has cut into many, and the script that fetches them.
// The tool makes a chunk for each set of pieces that have something in common: dozens, most of some hundred bytes, and each
// would be a request. Here a chunk travels inside another file, as a custom section of it that is a module of its own:
//  - what `hands` uses travels in `hands`, which every page fetches;
//  - what only frames and the sharing panel use travels in `frame`, which no other page fetches;
//  - what is small otherwise travels in `said`, if what is said of places on Explore uses it too, or in `shared`: every other
//    view fetches both;
//  - what is large stays a file, named by the pieces that use it.
import { readFileSync, rmSync, writeFileSync } from "node:fs";

const [split, folder, loader] = process.argv.slice(2);
/** Below this, in bytes before compression, a request costs more than what it brings. */
const SMALL = 8000;
const EVERYWHERE = "hands";
const FRAME = "frame";

const text = readFileSync(split, "utf8");
const users = new Map();
const pieces = [];
for (const [, name, needs] of text.matchAll(/^export const __wasm_split_load_(\w+) = wrapAsyncCb\(makeLoad\([^]*?, \[(.*?)\]\)\);$/gm)) {
  pieces.push(name);
  for (const [, chunk] of needs.matchAll(/__(chunk_\d+)/g)) users.set(chunk, [...(users.get(chunk) ?? []), name].sort());
}
const chunks = [...text.matchAll(/^const __(chunk_\d+) = makeLoad/gm)].map(([, chunk]) => chunk);
if (!pieces.includes(EVERYWHERE) || !pieces.includes(FRAME) || chunks.some((chunk) => !users.has(chunk))) {
  throw new Error(`${split} is not as expected: has wasm-split-cli changed what it writes?`);
}

const at = (name) => `${folder}/${name}.wasm`;
const read = (name) => readFileSync(at(name));
const own = (name) => `split_${name}`;

/** A whole number as WebAssembly writes it. */
function leb(number) {
  const bytes = [];
  do bytes.push((number & 0x7f) | (number > 0x7f ? 0x80 : 0));
  while ((number >>>= 7));
  return Buffer.from(bytes);
}

/** A custom section `part` that holds a module. */
function part(module) {
  const content = Buffer.concat([leb(4), Buffer.from("part"), module]);
  return Buffer.concat([Buffer.from([0]), leb(content.length), content]);
}

/** Which file each chunk travels in. */
function carrier(chunk) {
  if (users.get(chunk).includes(EVERYWHERE)) return own(EVERYWHERE);
  if (users.get(chunk).every((name) => [FRAME, "share"].includes(name))) return own(FRAME);
  if (read(chunk).length < SMALL) return users.get(chunk).includes("places") ? "chunk_said" : "chunk_shared";
  return `chunk_${users.get(chunk).join("_")}`;
}

const EMPTY = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
const files = new Map(pieces.map((name) => [own(name), read(own(name))]));
const needed = new Map(pieces.map((name) => [name, new Set()]));
for (const chunk of chunks) {
  const file = carrier(chunk);
  files.set(file, Buffer.concat([files.get(file) ?? EMPTY, part(read(chunk))]));
  for (const name of users.get(chunk)) if (own(name) !== file) needed.get(name).add(file);
  rmSync(at(chunk));
}
for (const [file, content] of files) writeFileSync(at(file), content);

// Files that others need come first. A file is fetched once; after a failure, again when it is asked for again.
const file = (name, needs) => `const ${name} = fetched(() => new URL("./${name}.wasm", import.meta.url), [${[...needs].join(", ")}]);`;
const others = [...files.keys()].filter((name) => name.startsWith("chunk_"));
const carriers = [EVERYWHERE, FRAME];
const order = [...carriers, ...pieces.filter((name) => !carriers.includes(name))];
writeFileSync(
  loader,
  `const fetched = (address, needs) => {
  let coming;
  const come = async () => {
    const [module] = await Promise.all([WebAssembly.compileStreaming(fetch(address())), ...needs.map((need) => need())]);
    const imports = { __wasm_split: initSync(undefined, undefined) };
    for (const part of WebAssembly.Module.customSections(module, "part")) await WebAssembly.instantiate(part, imports);
    await WebAssembly.instantiate(module, imports);
  };
  const again = (why) => { coming = undefined; throw why; };
  return () => (coming ??= come().catch(again));
};
const told = (load) => async (arrived, stage) => {
  const isHere = await load().then(() => true, (why) => (console.error(why), false));
  initSync(undefined, undefined).__indirect_function_table.get(arrived)(stage, isHere);
};
${others.map((name) => file(name, [])).join("\n")}
${order.map((name) => file(own(name), needed.get(name))).join("\n")}
${order.map((name) => `export const __wasm_split_load_${name} = told(${own(name)});`).join("\n")}
`,
);
