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

for (const width of [320, 768, 1280]) {
  for (const address of ["/", "/?areas=E06000009,E09000027&sex=male"]) {
    test(`nothing moves when the app takes over: ${width} px, ${address}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await countShifts(page);
      // A slow start: the static page is painted well before the app is there.
      await page.route(/\.wasm$/, async (route) => {
        await page.waitForFunction(() => performance.getEntriesByType("paint").length > 0);
        await route.continue();
      });
      const explore = new Explore(page);
      await explore.open(address);
      expect(await shifts(page)).toEqual([]);
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

test("the app's picture has the size of the static one", async ({ page, browser, baseURL }) => {
  const explore = new Explore(page);
  await explore.open();
  const live = await explore.figure.boundingBox();
  const still = await browser.newPage({ baseURL, javaScriptEnabled: false, viewport: page.viewportSize() });
  await still.goto("/");
  const box = await still.getByRole("figure").boundingBox();
  expect(Math.abs(box.height - live.height)).toBeLessThan(1);
  expect(Math.abs(box.y - live.y)).toBeLessThan(1);
  await still.close();
});

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
