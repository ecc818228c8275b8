// A page on paper.
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { Explore } from "./explore.mjs";
import { expect, test } from "./site.mjs";

test.use({ colorScheme: "dark" });

for (const path of ["/", "/area/blackpool/", "/map/"]) {
  test(`${path} is printed light, without controls, its picture sharp and in one piece`, async ({ page }) => {
    await page.goto(path);
    await page.locator("html[data-app=ready]").waitFor({ state: "attached" });
    const canvas = page.locator("canvas").first();
    const across = () => canvas.evaluate((element) => element.width / element.clientWidth);
    const dots = () => canvas.evaluate((element) => element.width);
    expect(await across()).toBeLessThan(1.1);
    await page.emulateMedia({ media: "print" });
    // Seven inches and a half at about 280 dots an inch.
    await expect.poll(dots).toBeGreaterThan(2100);
    for (const gone of [page.getByRole("navigation", { name: "Views" }), page.getByLabel("Find a place"), page.locator(".keys").first()]) {
      await expect(gone).toBeHidden();
    }
    await expect(page.locator(".address")).toBeVisible();
    await expect(page.getByText("Before you quote this").first()).toBeVisible();
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe("rgb(255, 255, 255)");
    expect(await page.locator(".chart-room").first().evaluate((room) => getComputedStyle(room).breakInside)).toBe("avoid");
    await page.emulateMedia({ media: "screen" });
    await expect.poll(across).toBeLessThan(1.1);
  });
}

for (const path of ["/circumstances/", "/area/blackpool/"]) {
  test(`${path}: a picture higher than a sheet is printed in parts, each in one piece`, async ({ page }) => {
    await page.goto(path);
    await page.locator("html[data-app=ready]").waitFor({ state: "attached" });
    const chart = page.locator(path === "/circumstances/" ? "[aria-labelledby=strength-title] .chart" : "[aria-labelledby=circumstances-title] .chart");
    await expect(chart.locator("canvas")).toHaveCount(1);
    const height = await chart.locator("canvas").evaluate((canvas) => canvas.clientHeight);
    await page.emulateMedia({ media: "print" });
    await expect.poll(() => chart.locator("canvas").count()).toBeGreaterThan(3);
    const parts = await chart.locator("canvas").evaluateAll((all) =>
      all.map((one) => ({ width: one.width, height: one.height, inside: getComputedStyle(one).breakInside })),
    );
    for (const part of parts) {
      expect(part.inside).toBe("avoid");
      expect(part.height / part.width).toBeLessThanOrEqual(0.61);
    }
    const whole = parts.reduce((sum, part) => sum + part.height / part.width, 0);
    expect(whole).toBeGreaterThan(1);
    await page.emulateMedia({ media: "screen" });
    await expect.poll(() => chart.locator("canvas").count()).toBe(1);
    await expect.poll(() => chart.locator("canvas").evaluate((canvas) => canvas.clientHeight)).toBe(height);
  });
}

/** The text of each page of a PDF. */
async function textOf(bytes) {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages = [];
  for (let at = 1; at <= pdf.numPages; at++) {
    const { items } = await (await pdf.getPage(at)).getTextContent();
    pages.push(items.map((item) => item.str).join(" "));
  }
  return pages;
}

for (const width of [800, 1280]) {
  for (const path of ["/", "/area/blackpool/", "/compare/?areas=E06000009,E09000027", "/map/", "/trends/", "/gradient/", "/circumstances/"]) {
    test(`${path} is printed to its end from a window of ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(path);
      await page.locator("html[data-app=ready]").waitFor({ state: "attached" });
      const pages = await textOf(await page.pdf({ format: "A4" }));
      expect(pages.slice(-2).join(" ")).toContain("Contains public sector information licensed under the Open Government Licence");
      expect(pages[0]).toContain("data=2026-06");
      if (path.includes("?")) expect(pages[0]).toContain("areas=E06000009,E09000027");
    });
  }
}

test("a page that has been printed goes on answering", async ({ page }) => {
  const explore = new Explore(page);
  await page.goto("/");
  await page.locator("html[data-app=ready]").waitFor({ state: "attached" });
  await page.pdf();
  await explore.openTable();
  await expect(explore.row("Blackpool")).toContainText("51.8");
});
