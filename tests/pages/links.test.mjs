// Every link of every page leads somewhere, and every page can be reached.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isServed, pages, read, site } from "./dist.mjs";

/** Every address that a page names, as it stands there. */
function named($) {
  const found = [];
  for (const [selector, attribute] of [["[href]", "href"], ["[src]", "src"], ["meta[property^='og:'][content^='http']", "content"]]) {
    $(selector).each((_, element) => void found.push($(element).attr(attribute)));
  }
  return found;
}

const ids = new Map(pages.map(({ address, $ }) => [address, new Set($("[id]").map((_, element) => $(element).attr("id")).get())]));
const moved = new Set(pages.filter((page) => page.moved).map(({ address }) => address));

/** What is wrong with an address that stands on a page; nothing where it leads somewhere. */
function wrong(address, on) {
  if (/^data:/.test(address)) return undefined;
  const url = new URL(address, site + on);
  if (url.origin !== site) return /^https:$/.test(url.protocol) ? undefined : "neither here nor https";
  if (!isServed(url.pathname)) return "nothing is there";
  if (moved.has(url.pathname)) return "that only leads on";
  const id = decodeURIComponent(url.hash.slice(1));
  return id && ids.has(url.pathname) && !ids.get(url.pathname).has(id) ? "no such place on that page" : undefined;
}

test("every link and every file that a page names is there", () => {
  const faults = new Set();
  for (const { address, $ } of pages) {
    for (const link of named($)) {
      const why = wrong(link, address);
      if (why) faults.add(`${address}: ${link}: ${why}`);
    }
  }
  assert.deepEqual([...faults].slice(0, 20), []);
});

test("every page has one address, which the site map lists and links lead to", () => {
  const listed = [...read("sitemap.xml").matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address);
  const canonical = pages.filter((page) => !page.moved && page.$("link[rel=canonical]").length);
  assert.deepEqual([...listed].sort(), canonical.map(({ $ }) => $("link[rel=canonical]").attr("href")).sort());
  for (const { address, $ } of canonical) assert.equal($("link[rel=canonical]").attr("href"), site + address);
  const linked = new Set(pages.flatMap(({ address, $ }) => $("a[href]").map((_, link) => new URL($(link).attr("href"), site + address).pathname).get()));
  assert.deepEqual(canonical.map(({ address }) => address).filter((address) => !linked.has(address)), []);
});

test("a page that search engines may not list says so, and only such a page", () => {
  for (const { address, moved, $ } of pages.filter((page) => !page.moved)) {
    const listed = $("link[rel=canonical]").length === 1;
    assert.equal($('meta[name="robots"][content="noindex"]').length === 0, listed, address);
  }
});

test("what a home screen and robots are told is there", () => {
  const manifest = JSON.parse(read("manifest.webmanifest"));
  assert.ok(manifest.name && manifest.start_url === "/" && manifest.icons.length >= 4);
  for (const { src } of manifest.icons) assert.ok(isServed(src), src);
  assert.ok(read("robots.txt").includes(`Sitemap: ${site}/sitemap.xml`));
});
