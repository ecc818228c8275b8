import { Explore } from "./explore.mjs";
import { expect, test } from "./site.mjs";

/** Keeps what the browser reports as shifts of the layout. */
async function countShifts(page) {
  await page.addInitScript(() => {
    window.__shifts = [];
    new PerformanceObserver((list) => {
      for (const shift of list.getEntries()) {
        window.__shifts.push({
          value: shift.value,
          nodes: shift.sources.map(({ node, previousRect, currentRect }) => {
            const name = node?.id ? `#${node.id}` : (node?.nodeName ?? "?");
            return `${name} ${previousRect.y}→${currentRect.y}, ${previousRect.height}→${currentRect.height}`;
          }),
        });
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

/** Shifts are reported after the frame they happened in: two frames later all are in. */
const shifts = (page) =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(window.__shifts), 0)))),
  );

/** Where things are on the page that can be seen, in whole pixels: what a reader's eye rests on. */
const places = (page) =>
  page.evaluate(() => {
    const at = {};
    for (const selector of ["h1", ".search", ".controls", "figure", "figure h2", "figure details", "footer"]) {
      const node = document.querySelector(selector);
      if (!node?.checkVisibility({ checkVisibilityCSS: true })) continue;
      const { x, y, width, height } = node.getBoundingClientRect();
      at[selector] = [x, y + scrollY, width, height].map(Math.round).join(" ");
    }
    return at;
  });

for (const width of [320, 768, 1280]) {
  for (const address of ["/", "/?areas=E06000009,E09000027&sex=male"]) {
    test(`nothing moves when the app takes over: ${width} px, ${address}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await countShifts(page);
      // A slow start: the app comes when the static page has been painted and measured.
      let letGo;
      const measured = new Promise((done) => (letGo = done));
      await page.route(/\.wasm$/, async (route) => {
        await measured;
        await route.continue();
      });
      const explore = new Explore(page);
      await page.goto(address, { waitUntil: "commit" });
      await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
      await expect(explore.headline).toBeVisible();
      const before = await places(page);
      letGo();
      await explore.ready();

      // New elements in the place of old ones are no shift to the browser: so both are looked at.
      expect(await shifts(page)).toEqual([]);
      const after = await places(page);
      for (const [selector, place] of Object.entries(before)) expect(after[selector], `${selector}: x y width height`).toBe(place);
    });

    test(`no scrolling sideways: ${width} px, ${address}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      const explore = new Explore(page);
      await explore.open(address);
      await explore.moreOptions.click();
      await explore.openTable();
      const wider = await page.evaluate(() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth);
      expect(wider).toBeLessThanOrEqual(0);
    });
  }
}

test("sharp on a screen with two device pixels to a CSS pixel", async ({ browser, baseURL }) => {
  const page = await browser.newPage({ baseURL, deviceScaleFactor: 2, viewport: { width: 768, height: 900 } });
  const explore = new Explore(page);
  await explore.open();
  const ratio = await explore.figure
    .locator("canvas")
    .first()
    .evaluate((canvas) => canvas.width / canvas.getBoundingClientRect().width);
  expect(ratio).toBeCloseTo(2, 1);
  await page.close();
});
