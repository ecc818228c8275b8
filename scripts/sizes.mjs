// What a first visit to / transfers, read from dist/: the page, and every script, style sheet and preloaded file it names;
// and what is fetched later, the pieces that the app's script names.
import { existsSync, readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));
export const dist = resolve(root, process.env.HY_DIST ?? "dist");
export const budgets = JSON.parse(readFileSync(resolve(root, "scripts/budgets.json"), "utf8"));

/** Bytes on the wire: of the .br beside the file, or of the file where there is none. */
export function transferred(path) {
  const file = resolve(dist, `.${path}`);
  return statSync(existsSync(`${file}.br`) ? `${file}.br` : file).size;
}

/** The files of the critical path, each with its kind and its bytes. */
export function criticalPath() {
  const html = readFileSync(resolve(dist, "index.html"), "utf8");
  const files = new Map([["/index.html", { kind: "html", bytes: transferred("/index.html") }]]);
  const kinds = { js: "js", mjs: "js", css: "css", wasm: "wasm", hyp: "data" };
  for (const [tag] of html.matchAll(/<(?:script|link)\b[^>]*>/g)) {
    const attribute = (name) => tag.match(new RegExp(`\\b${name}\\s*=\\s*["']?([^"'\\s>]+)`))?.[1];
    if (tag.startsWith("<link") && !/\b(stylesheet|preload|modulepreload)\b/.test(attribute("rel") ?? "")) continue;
    const url = attribute("src") ?? attribute("href");
    if (!url?.startsWith("/")) continue;
    const path = url.split(/[?#]/)[0];
    files.set(path, { kind: kinds[path.split(".").at(-1)] ?? "other", bytes: transferred(path) });
  }
  return [...files].map(([path, rest]) => ({ path, ...rest }));
}

/** The files that the app's script fetches later, as scripts/pieces.mjs wrote them: { hands: { path, bytes, needs } }. */
export function pieces(scripts) {
  const found = {};
  for (const script of scripts) {
    const text = readFileSync(resolve(dist, `.${script}`), "utf8");
    for (const [, file, needs] of text.matchAll(/= fetched\(\(\) => new URL\("\.\/([\w-]+\.wasm)", import\.meta\.url\), \[(.*?)\]\)/g)) {
      const name = file.replace(/-[0-9a-f]+\.wasm$/, "");
      found[name] = { path: `/${file}`, bytes: transferred(`/${file}`), needs: needs.match(/\w+/g) ?? [] };
    }
  }
  return found;
}

/** All WebAssembly that a page comes to fetch, in bytes: the first module, the hands, and a piece with what it needs. */
function whole(first, later, piece) {
  const files = new Set(["hands", piece]);
  for (const name of files) for (const need of later[name].needs) files.add(need.replace(/^split_/, ""));
  return [...files].reduce((total, name) => total + later[name].bytes, first);
}

/** Each size with its budget, and what is wrong, in words. */
export function sizes() {
  const files = criticalPath();
  const sum = (kind) => files.filter((file) => !kind || file.kind === kind).reduce((total, { bytes }) => total + bytes, 0);
  const later = pieces(files.filter((file) => file.kind === "js").map((file) => file.path));
  const figures = { critical_path: sum(), wasm: sum("wasm") };
  for (const { path, bytes } of Object.values(later)) files.push({ path, kind: "later", bytes });
  // What several pieces have in common (chunk_…) counts on each page that fetches it.
  const own = Object.keys(later).filter((name) => !name.startsWith("chunk_"));
  for (const name of own) {
    if (name === "hands") figures.hands = later.hands.bytes;
    else if (name === "frame") figures.frame = later.frame.bytes;
    // What opening the panel adds to a page.
    else if (name === "share") figures.share = later.share.bytes + later.frame.bytes;
    else figures[`page_${name === "places" ? "explore" : name}`] = whole(sum("wasm"), later, name);
  }
  const problems = ["js", "wasm", "data"]
    .filter((kind) => sum(kind) === 0)
    .map((kind) => `/ names no ${kind} file in a script, preload or modulepreload: it would be found late and its size is unknown`);
  for (const name of Object.keys(figures).filter((name) => !budgets.size_bytes[name])) {
    problems.push(`${name} has no budget: give it a line in scripts/budgets.json`);
  }
  for (const [name, { budget, what }] of Object.entries(budgets.size_bytes)) {
    if (figures[name] === undefined) problems.push(`${what}: there is no such file`);
    if (figures[name] > budget) problems.push(`${what}: ${figures[name]} bytes, ${figures[name] - budget} over the budget of ${budget}`);
  }
  return { files, figures, problems };
}
