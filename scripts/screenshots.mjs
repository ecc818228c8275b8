#!/usr/bin/env node
// Every view at 320, 768 and 1280 px, light and dark, into target/screenshots/: to be looked at, not compared.
import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { root } from "./sizes.mjs";
import { withSite } from "./server.mjs";

const two = "areas=E06000009,E09000027";
// A new view or state is a line here.
const shots = [
  { name: "explore", address: "/" },
  { name: "explore-two-places", address: `/?${two}` },
  { name: "explore-men-unhealthy", address: `/?${two}&y=unhealthy&sex=male` },
  { name: "explore-total", address: `/?${two}&y=le` },
  { name: "explore-region-coloured", address: `/?${two}&color=region&size=population` },
  { name: "explore-searching", address: "/", act: (page) => page.getByRole("combobox", { name: "Find a place" }).fill("rich") },
  {
    name: "explore-reading-a-point",
    address: `/?${two}`,
    act: async (page) => {
      await page.getByRole("group", { name: /^Chart:/ }).focus();
      await page.keyboard.press("Home");
    },
  },
  {
    name: "explore-all-open",
    address: `/?${two}`,
    act: (page) => page.locator("details").evaluateAll((all) => all.forEach((details) => (details.open = true))),
  },
  { name: "explore-data-missing", address: "/", before: (page) => page.route(/\.hyp$/, (r) => r.fulfill({ status: 404 })), app: false },
  { name: "area", address: "/area/blackpool/" },
  { name: "area-county", address: "/area/kent/" },
  { name: "area-without-figure", address: "/area/city-of-london/" },
  { name: "area-combined-authority", address: "/area/north-east-combined-authority/" },
  { name: "area-uk", address: "/area/united-kingdom/" },
  { name: "area-static", address: "/area/belfast/", script: false },
  { name: "compare", address: "/compare/" },
  { name: "compare-one-place", address: "/compare/?areas=W06000015" },
  { name: "compare-five-places-men", address: "/compare/?areas=E06000058,E47000018,E12000001,S92000003,E06000009&sex=male" },
  { name: "compare-without-figures", address: "/compare/?areas=E09000001,E06000053" },
  { name: "compare-static", address: "/compare/", script: false },
  { name: "trends", address: "/trends/" },
  { name: "trends-two-places", address: `/trends/?${two}` },
  { name: "trends-static", address: "/trends/", script: false },
  { name: "map", address: "/map/" },
  { name: "map-two-places", address: `/map/?${two}` },
  { name: "map-part", address: "/map/?areas=E06000009,E06000008,E08000003,E10000017&zoom=400,360000,420000" },
  { name: "map-index-of-england", address: "/map/?x=imd-2025" },
  {
    name: "map-reading-an-area",
    address: "/map/",
    act: async (page) => {
      await page.getByRole("group", { name: /^Chart:/ }).first().focus();
      await page.keyboard.press("Home");
      await page.keyboard.press("ArrowDown");
    },
  },
  { name: "map-static", address: "/map/", script: false },
  { name: "circumstances", address: "/circumstances/" },
  { name: "circumstances-men-two-places", address: `/circumstances/?${two}&sex=male` },
  { name: "circumstances-static", address: "/circumstances/", script: false },
  { name: "gradient", address: "/gradient/" },
  { name: "gradient-two-places", address: `/gradient/?${two}` },
  {
    name: "gradient-reading-a-dot",
    address: "/gradient/",
    act: async (page) => {
      await page.getByRole("group", { name: /^Chart:/ }).first().focus();
      await page.keyboard.press("Home");
    },
  },
  {
    name: "gradient-reading-a-neighbourhood",
    address: `/gradient/?${two}`,
    act: async (page) => {
      const chart = page.getByRole("group", { name: /^Chart:/ }).last();
      await chart.scrollIntoViewIfNeeded();
      const box = await chart.boundingBox();
      await page.mouse.move(box.x + box.width * 0.4, box.y + box.height * 0.6);
    },
  },
  { name: "gradient-static", address: "/gradient/", script: false },
  { name: "static", address: "/", script: false },
  { name: "not-found", address: "/no/such/page/", app: false },
];

const only = process.argv[2];
const out = resolve(root, "target/screenshots");
mkdirSync(out, { recursive: true });
let failed = 0;
await withSite(8083, async (browser, address) => {
  for (const shot of shots.filter(({ name }) => !only || name.includes(only))) {
    for (const width of [320, 768, 1280]) {
      for (const colorScheme of ["light", "dark"]) {
        const page = await browser.newPage({
          viewport: { width, height: width === 320 ? 640 : 900 },
          deviceScaleFactor: width === 320 ? 2 : 1,
          colorScheme,
          javaScriptEnabled: shot.script !== false,
        });
        const file = `${shot.name}-${width}-${colorScheme}.png`;
        try {
          await shot.before?.(page);
          await page.goto(address + shot.address, { waitUntil: "networkidle" });
          if (shot.app !== false && shot.script !== false) {
            await page.locator("html[data-app=ready]").waitFor({ state: "attached", timeout: 15_000 });
          }
          await shot.act?.(page);
        } catch (error) {
          failed += 1;
          console.error(`${file}: ${error.message.split("\n")[0]}`);
        }
        await page.screenshot({ path: resolve(out, file), fullPage: true });
        await page.close();
      }
    }
    console.log(`${shot.name}: 6 pictures`);
  }
});
console.log(`in target/screenshots/${failed ? `; ${failed} did not reach their state` : ""}`);
process.exitCode = failed ? 1 : 0;
