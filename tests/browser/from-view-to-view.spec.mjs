// From one view to another: what a person sees of the way, and what goes along.
import { countShifts, shifts } from "./shifts.mjs";
import { expect, test } from "./site.mjs";

const views = (page) => page.getByRole("navigation", { name: "Views" });
const ready = (page) => page.locator("html[data-app=ready]").waitFor({ state: "attached" });

test("chosen places go along to another view and back again", async ({ page }) => {
  await page.goto("/?areas=E06000009,E09000027&x=weekly-pay");
  await ready(page);
  await expect(views(page).getByRole("link", { name: "Explore" })).toHaveAttribute("aria-current", "page");
  await views(page).getByRole("link", { name: "By deprivation" }).click();
  await expect(page).toHaveURL("/gradient/?areas=E06000009,E09000027");
  await ready(page);
  await expect(page.getByRole("list", { name: "Chosen places" })).toContainText("Blackpool");
  await expect(views(page).getByRole("link", { name: "By deprivation" })).toHaveAttribute("aria-current", "page");
  await page.goBack();
  await expect(page).toHaveURL("/?areas=E06000009,E09000027&x=weekly-pay");
  await ready(page);
  await page.goForward();
  await page.getByRole("list", { name: "Chosen places" }).getByRole("button", { name: /Blackpool/ }).click();
  await expect(page).toHaveURL("/gradient/?areas=E09000027");
  await expect(views(page).getByRole("link", { name: "Explore" })).toHaveAttribute("href", "/?areas=E09000027");
});

test("each view fetches only what it shows", async ({ page }) => {
  const packs = [];
  page.on("request", (request) => request.url().endsWith(".hyp") && packs.push(request.url().match(/([a-z-]+)\.[0-9a-f]+\.hyp$/)?.[1]));
  await page.goto("/gradient/");
  await ready(page);
  expect([...new Set(packs)].sort()).toEqual(["england", "first", "gradient"]);
  // No other view asks for every neighbourhood of England.
  for (const path of ["/", "/compare/", "/map/", "/trends/", "/circumstances/", "/area/blackpool/"]) {
    packs.length = 0;
    await page.goto(path);
    await ready(page);
    expect(packs).not.toContain("england");
  }
});

test("a gradient is read by keyboard, dot by dot, and offers no place to choose", async ({ page }) => {
  await page.goto("/gradient/");
  await ready(page);
  const england = page.getByRole("figure").first();
  const chart = england.getByRole("group", { name: /^Chart:/ });
  await chart.focus();
  await page.keyboard.press("Home");
  await expect(england.getByRole("status")).toHaveText(/^Women, most deprived tenth, healthy: .*48\.2 years/);
  await page.keyboard.press("ArrowRight");
  await expect(england.getByRole("status")).toHaveText(/^Women, tenth 2, healthy/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/gradient/");
  await page.keyboard.press("End");
  await expect(england.getByRole("status")).toHaveText(/^Men, least deprived tenth, total: .*83\.6 years/);
  await expect(england.getByText(/click it to choose the place/)).toHaveCount(0);
});

test("the gradient's table holds every group, and nothing moves when the app takes over", async ({ page }) => {
  await countShifts(page);
  for (const width of [320, 768, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto("/gradient/");
    await ready(page);
    expect(await shifts(page)).toEqual([]);
    const tables = page.getByText("Table of the same numbers");
    await tables.first().click();
    await expect(page.getByRole("table").first().getByRole("row")).toHaveCount(11);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
});

test("without JavaScript every view has its figures, and links lead from one to another", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto("/");
  await views(page).getByRole("link", { name: "By deprivation" }).click();
  await expect(page).toHaveURL("/gradient/");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("48.2 years in good health");
  await expect(page.getByRole("figure")).toHaveCount(3);
  await expect(page.getByRole("figure").first().locator("svg:visible")).toHaveCount(1);
  await context.close();
});
