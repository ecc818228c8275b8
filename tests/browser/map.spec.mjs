// Maps: reading them by pointer and keys, choosing on one and seeing it on both.
import { expect, test } from "./site.mjs";

const ready = (page) => page.locator("html[data-app=ready]").waitFor({ state: "attached" });
const chart = (figure) => figure.getByRole("group", { name: /^Chart:/ });

test("arrow keys go from area to area, and what is chosen is chosen on both maps", async ({ page }) => {
  await page.goto("/map/");
  await ready(page);
  const hexagons = page.getByRole("figure").last();
  await chart(hexagons).focus();
  await page.keyboard.press("Home");
  await expect(hexagons.getByRole("status")).toHaveText(/^Aberdeen: /);
  await page.keyboard.press("PageDown");
  await expect(hexagons.getByRole("status")).toHaveText(/^Aberdeenshire: /);
  await page.keyboard.press("ArrowDown");
  await expect(hexagons.getByRole("status")).not.toHaveText(/^Aberdeenshire: /);
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/map/?areas=S12000033");
  await expect(chart(page.getByRole("figure").first())).toHaveAttribute("aria-label", /Aberdeen: 59\.0 years/);
});

test("a map of a circumstance has its address, and back leads to the outcome", async ({ page }) => {
  await page.goto("/map/");
  await ready(page);
  await page.getByLabel("Measure").selectOption({ label: "Children in relative low income before housing costs" });
  await expect(page).toHaveURL("/map/?x=child-poverty-bhc");
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText(/low income/);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText(/years in good health/);
});

test("the map fetches where areas lie and its measure, nothing else", async ({ page }) => {
  const packs = [];
  page.on("request", (request) => request.url().endsWith(".hyp") && packs.push(request.url().match(/([a-z-]+)\.[0-9a-f]+\.hyp$/)?.[1]));
  await page.goto("/map/");
  await ready(page);
  expect([...new Set(packs)].sort()).toEqual(["borders", "first", "healthy-life-expectancy", "hexagons"]);
});
