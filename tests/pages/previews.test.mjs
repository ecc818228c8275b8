// What other sites read of a page: Open Graph, as a reader of previews sees it; schema.org; oEmbed.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "node:test";
import { load } from "cheerio";
import scrape from "open-graph-scraper";
import { dist, isServed, pages, read, site, views } from "./dist.mjs";

/** Width and height of a PNG, from its first chunk. */
function sizeOf(path) {
  const png = readFileSync(resolve(dist, `.${path}`));
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

test("all views and places are there", () => assert.ok(views.length >= 253, `${views.length}`));

test("Open Graph and Twitter tags are what a reader of previews needs", async () => {
  for (const { file, address, $ } of views) {
    // Its head is all that such a reader needs of a page.
    const { error, result } = await scrape({ html: `${read(file).split("</head>")[0]}</head><body></body></html>` });
    assert.equal(error, false, address);
    assert.equal(result.ogUrl, site + address);
    assert.equal(result.ogSiteName, "Healthy Years", address);
    assert.equal(result.ogType, "website", address);
    assert.equal(result.ogLocale, "en_GB", address);
    assert.equal(`${result.ogTitle} – Healthy Years`, $("head > title").text());
    assert.equal(result.ogDescription, $("meta[name=description]").attr("content"));
    assert.equal(result.twitterTitle, result.ogTitle, address);
    const card = `${address}card.png`;
    assert.equal(result.twitterCard, "summary_large_image", address);
    assert.equal(result.ogImage?.length, 1, address);
    const [image] = result.ogImage;
    assert.equal(new URL(image.url).pathname, card);
    assert.deepEqual([Number(image.width), Number(image.height)], sizeOf(card), address);
    assert.ok(image.alt.length > 20 && image.type === "image/png", address);
  }
});

test("there are as many cards as pages with an address of their own", () => {
  const own = pages.filter(({ $, moved }) => !moved && $("link[rel=canonical]").length).map(({ address }) => `${address}card.png`);
  assert.ok(own.includes("/area/card.png"));
  assert.deepEqual(own.filter((card) => !isServed(card)), []);
  const cards = readdirSync(dist, { recursive: true }).filter((name) => name.endsWith("card.png"));
  assert.equal(cards.length, own.length);
});

// https://schema.org/Dataset, and what Google asks of it.
test("each page describes its data", () => {
  for (const { address, $ } of views) {
    const data = JSON.parse($('script[type="application/ld+json"]').text());
    assert.deepEqual([data["@context"], data["@type"]], ["https://schema.org", "Dataset"]);
    assert.equal(data.url, site + address);
    assert.ok(data.description.length >= 50 && data.description.length <= 5000, address);
    assert.ok(data.name && data.license.startsWith("https://") && data.creator.name && data.spatialCoverage.name, address);
    assert.match(data.temporalCoverage, /^\d{4}\/\d{4}$/);
    assert.ok(data.distribution.length >= 2, address);
    for (const { contentUrl, encodingFormat } of data.distribution) {
      assert.ok(contentUrl.startsWith(site) && isServed(new URL(contentUrl).pathname), contentUrl);
      assert.match(encodingFormat, /^application\//);
    }
  }
});

// https://oembed.com, 2.3.4: what every answer and what one of type rich must have.
test("each page has an oEmbed answer", () => {
  for (const { address, $ } of views) {
    const link = $('link[rel="alternate"][type="application/json+oembed"]');
    assert.equal(link.attr("href"), `${site}${address}oembed.json`);
    const answer = JSON.parse(read(`.${address}oembed.json`));
    assert.deepEqual([answer.version, answer.type, answer.provider_name], ["1.0", "rich", "Healthy Years"], address);
    assert.equal(answer.provider_url, `${site}/`);
    assert.equal(answer.title, link.attr("title"));
    for (const number of ["width", "height", "cache_age"]) assert.ok(Number.isInteger(answer[number]) && answer[number] > 0, `${address} ${number}`);
    const thumbnail = ["thumbnail_url", "thumbnail_width", "thumbnail_height"].filter((name) => name in answer).length;
    assert.equal(thumbnail, 3, address);
    const snippet = load(answer.html, null, false);
    const frame = new URL(snippet("iframe").attr("src"));
    assert.equal(frame.origin + frame.pathname, `${site}/embed/`);
    const names = [...frame.searchParams.keys()];
    const grammar = ["v", "view", "figure", "area", "areas", "x", "y", "sex", "period", "within", "data", "lang", "dark", "transparent", "static", "logo"];
    assert.deepEqual(names, grammar.filter((name) => names.includes(name)), "in the order of the grammar");
    for (const name of ["v", "view", "figure", "data", "lang", "dark", "transparent", "static", "logo"]) assert.ok(names.includes(name), `${address} ${name}`);
    assert.equal(names.includes("area"), address.startsWith("/area/"), address);
    assert.ok($(`#${frame.searchParams.get("figure")}-title`).length, `${address}: the figure is on the page`);
    assert.equal(snippet("a").attr("href"), `${site}${address}?data=${frame.searchParams.get("data")}`);
    assert.ok(snippet("iframe").attr("title") && snippet("script").attr("src") === `${site}/embed/resize.js`, address);
  }
});
