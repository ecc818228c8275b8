import { Explore } from "./explore.mjs";
import { countShifts, shifts } from "./shifts.mjs";
import { expect, test } from "./site.mjs";

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

test.describe("by finger", () => {
  test.use({ viewport: { width: 320, height: 800 }, hasTouch: true, isMobile: true });
  test("the note at a point that is touched stays within the picture", async ({ page }) => {
    const explore = new Explore(page);
    await explore.open();
    const frame = await explore.chart.boundingBox();
    const note = explore.chart.locator("div").filter({ has: page.getByText(/\d+\.\d years/) }).last();
    let read = 0;
    for (let x = 30; x < frame.width; x += 15) {
      await explore.chart.tap({ position: { x, y: frame.height * 0.6 } });
      if (!(await note.isVisible())) continue;
      read += 1;
      const { x: left, width } = await note.boundingBox();
      expect(left, `tapped at ${x} px: left edge`).toBeGreaterThanOrEqual(frame.x - 0.5);
      expect(left + width, `tapped at ${x} px: right edge`).toBeLessThanOrEqual(frame.x + frame.width + 0.5);
      const wider = await page.evaluate(() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth);
      expect(wider, `tapped at ${x} px: scrolls sideways`).toBeLessThanOrEqual(0);
    }
    expect(read).toBeGreaterThan(5);
  });
});

for (const width of [320, 1280]) {
  test(`text on the picture stays within it, whatever fonts there are: ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    // A font of the browser's own that is wider than any that is laid out for.
    await page.addInitScript(() => {
      window.__texts = [];
      const proto = CanvasRenderingContext2D.prototype;
      const fill = proto.fillText;
      proto.fillText = function (words, x, y, most = Infinity) {
        this.font = this.font.replace(/px .*/, "px monospace");
        const drawn = Math.min(this.measureText(words).width, most);
        const left = x - { left: 0, center: drawn / 2, right: drawn }[this.textAlign];
        window.__texts.push({ words, left, right: left + drawn, room: this.canvas.width / this.getTransform().a });
        fill.call(this, words, x, y, most);
      };
    });
    const explore = new Explore(page);
    await explore.open("/?areas=E06000009,E09000027");
    const texts = await page.evaluate(() => window.__texts);
    expect(texts.length).toBeGreaterThan(10);
    expect(texts.filter(({ left, right, room }) => left < 0 || right > room)).toEqual([]);
  });
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
