// Twenty figures drawn at random, each saved as a picture and read back by readers that are not ours.
import { crc32 } from "node:zlib";
import { SIZES, Sharing } from "./sharing.mjs";
import { expect, test } from "./site.mjs";

/** Numbers from 0 to 1 that are the same every time (mulberry32). */
function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const next = random(20261126);
const draw = (from) => from[Math.floor(next() * from.length)];
const PAGES = ["/", "/compare/", "/map/", "/trends/", "/gradient/", "/circumstances/", "/area/"];
const squeezed = (text) => text.replace(/\s+/g, " ").trim();

// What is drawn for each: numbers, as places, measures and figures are known only to the running site.
const DRAWN = Array.from({ length: 20 }, () => ({ path: draw(PAGES), size: draw(Object.keys(SIZES)), numbers: Array.from({ length: 6 }, next) }));

for (const [nth, { path, size, numbers }] of DRAWN.entries()) {
  test(`picture ${nth + 1} of 20 drawn at random: ${size}, from ${path}`, async ({ page }) => {
    const [one, other, measure, sex, grown, which] = numbers;
    const pick = (from, number) => from[Math.floor(number * from.length)];
    const { areas } = await (await page.request.get("/api/v1/areas.json")).json();
    const { indicators } = await (await page.request.get("/api/v1/indicators.json")).json();
    const circumstances = indicators.filter(({ sector }) => sector.id !== "outcome" && sector !== "outcome");
    const places = [pick(areas, one), pick(areas, other)].slice(0, grown < 0.5 ? 1 : 2);
    const query = new URLSearchParams({ sex: sex < 0.5 ? "female" : "male" });
    if (path === "/") query.set("x", pick(circumstances, measure).id);
    const where = path === "/area/" ? `${path}${places[0].slug}/` : `${path}?areas=${places.map(({ code }) => code)}&${query}`;
    await page.goto(where);
    await page.locator("html[data-app=ready]").waitFor({ state: "attached" });
    const figures = page.locator("figure.figure:visible:has(canvas:visible)");
    const figure = figures.nth(Math.floor(which * (await figures.count())));
    const id = (await figure.getAttribute("aria-labelledby")).replace(/-title$/, "");
    const title = await figure.getByRole("heading", { level: 2 }).textContent();
    const subtitle = await figure.locator(".subtitle").textContent();
    const alt = (await figure.locator(".chart").getAttribute("aria-label")).replace(/^Chart: /, "");
    const sharing = new Sharing(page, id);

    await sharing.open("Data");
    const csv = (await sharing.saved(/numbers \(CSV\)/)).content;
    await sharing.open("Picture");
    const png = await sharing.png(size);
    expect([png.width, png.height], where).toEqual(SIZES[size]);
    expect(png.perMetre).toBe(size === "print" ? 11811 : undefined);
    expect(png.texts).toMatchObject({ Title: title, Author: "Healthy Years", Edition: "2026-06" });
    // A picture with fewer rows than its figure says so.
    expect(png.texts.Description.replace(/ In this picture: .* The page has all of them.*$/, "")).toBe(alt);
    expect(png.texts.Copyright).toContain("Open Government Licence v3.0");
    const source = new URL(png.texts.Source);
    expect(source.pathname).toBe(new URL(page.url()).pathname);
    expect(source.searchParams.get("data")).toBe("2026-06");
    expect(png.texts.Checksum).toBe(crc32(csv).toString(16).padStart(8, "0"));

    const svg = await sharing.svg();
    expect(svg).toMatchObject({ broken: false, scripts: 0, references: 0, title, description: alt });
    const words = squeezed(svg.words);
    for (const said of [title, subtitle, "edition 2026-06"]) expect(words).toContain(squeezed(said));
    for (const said of [png.texts.Source, png.texts.Checksum]) expect(svg.metadata).toContain(said);
  });
}
