// The published site as files: what the tests of pages read. They need no server and no browser.
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { load } from "cheerio";

const root = fileURLToPath(new URL("../..", import.meta.url));
export const dist = resolve(root, process.env.HY_DIST ?? "dist");

/** Every HTML file, by its path from the root of the site. */
export const htmlFiles = readdirSync(dist, { recursive: true })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => name.endsWith(".html"))
  .sort();
if (!htmlFiles.length) throw new Error(`there is no page in ${dist}: run 'make dist' first`);

export const read = (file) => readFileSync(resolve(dist, file), "utf8");

/** The address of a page: that of its folder, where it is the folder's page. */
export const addressOf = (file) => `/${file.replace(/(^|\/)index\.html$/, "$1")}`;

/** Whether something is served at a path from the root. */
export function isServed(path) {
  const file = resolve(dist, `.${decodeURI(path)}`);
  if (path.endsWith("/")) return existsSync(resolve(file, "index.html"));
  return existsSync(file) && statSync(file).isFile();
}

/** Where the site was published to stand, as the site map has it. */
export const site = new URL(read("sitemap.xml").match(/<loc>(.*?)<\/loc>/)[1]).origin;

/** Every page, parsed: { file, address, $ }. One that only leads on to another has `moved`. */
export const pages = htmlFiles.map((file) => {
  const $ = load(read(file));
  return { file, address: addressOf(file), $, moved: $("meta[http-equiv=refresh]").length > 0 };
});

/** The pages that show figures: whatever has an address to be shared. */
export const views = pages.filter(({ $, moved }) => !moved && $('link[rel="alternate"][type="application/json+oembed"]').length);
