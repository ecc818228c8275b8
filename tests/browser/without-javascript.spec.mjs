import { Explore } from "./explore.mjs";
import { expect, test } from "./site.mjs";

test.describe("JavaScript off", () => {
  test.use({ javaScriptEnabled: false });

  test("the page has its title, its sentence, its picture and its table", async ({ page }) => {
    await page.goto("/");
    const explore = new Explore(page);
    await expect(page).toHaveTitle(/Healthy Years/);
    await expect(explore.headline).toBeVisible();
    await expect(explore.title).toBeVisible();
    await expect(explore.figure.locator("svg:visible")).toHaveCount(1);
    expect(await explore.figure.locator("svg:visible circle, svg:visible path, svg:visible use").count()).toBeGreaterThan(100);
    await expect(explore.coverage).toContainText("216 of 216 areas");
    await explore.openTable();
    expect(await explore.rows.count()).toBeGreaterThanOrEqual(216);
    await expect(explore.row("Blackpool")).toContainText("51.8");
  });

  test("the picture is readable on a phone", async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto("/");
    const picture = page.getByRole("figure").locator("svg:visible");
    await expect(picture).toHaveCount(1);
    const box = await picture.boundingBox();
    expect(box.width).toBeLessThanOrEqual(320);
    expect(box.height).toBeGreaterThan(200);
  });

  test("an address that does not exist says so and leads on", async ({ page, faults }) => {
    faults.expect(/404/);
    const response = await page.goto("/no/such/page/");
    expect(response.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator('a[href="/"]').first()).toBeVisible();
  });
});

for (const [what, file] of [
  ["WebAssembly", /\.wasm$/],
  ["The app's script", /\/app-[^/]*\.js$/],
]) {
  test(`${what} refused: the static page stays, complete`, async ({ page, faults }) => {
    faults.expect(/wasm|WebAssembly|Failed to load|ERR_FAILED/i);
    await page.route(file, (route) => route.abort());
    await page.goto("/");
    const explore = new Explore(page);
    await expect(page.locator("html")).toHaveAttribute("data-app", "failed");
    await expect(explore.headline).toBeVisible();
    await expect(explore.figure.locator("svg:visible")).toHaveCount(1);
    await explore.openTable();
    expect(await explore.rows.count()).toBeGreaterThanOrEqual(216);
  });
}
