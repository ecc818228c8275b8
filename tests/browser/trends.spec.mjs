// Looking at changes over time: what a person does on /trends/.
import { expect, test } from "./site.mjs";

const ready = (page) => page.locator("html[data-app=ready]").waitFor({ state: "attached" });

test("a place is found, and women and men changed, without leaving the page", async ({ page }) => {
  await page.goto("/trends/");
  await ready(page);
  await expect(page.getByRole("figure")).toHaveCount(6);
  await page.getByRole("combobox", { name: "Find a place" }).fill("blackpool");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/trends/?areas=E06000009");
  await expect(page.getByRole("list", { name: "Chosen places" })).toContainText("51.8 years");
  await page.getByRole("radio", { name: "Men", exact: true }).check();
  await expect(page).toHaveURL("/trends/?areas=E06000009&sex=male");
  await expect(page.getByRole("heading", { level: 2 }).first()).toContainText("Men’s healthy life expectancy in Blackpool");
  await page.goBack();
  await expect(page).toHaveURL("/trends/?areas=E06000009");
});

test("only what is shown is fetched", async ({ page }) => {
  const packs = new Set();
  page.on("request", (request) => packs.add(request.url().match(/([a-z-]+)\.[0-9a-f]+\.hyp$/)?.[1]));
  await page.goto("/trends/?areas=W92000004");
  await ready(page);
  packs.delete(undefined);
  expect([...packs].sort()).toEqual(["first", "gradient", "healthy-life-expectancy", "life-expectancy"]);
});

test("a series is read by keyboard, dot by dot", async ({ page }) => {
  await page.goto("/trends/?areas=E06000009");
  await ready(page);
  const trend = page.getByRole("figure").first();
  await trend.getByRole("group", { name: /^Chart:/ }).focus();
  await page.keyboard.press("Home");
  await expect(trend.getByRole("status")).toHaveText(/^Blackpool, 2011–13.*57\.0 years \(54\.8–59\.2\)/);
  await page.keyboard.press("End");
  await expect(trend.getByRole("status")).toHaveText(/^Blackpool, 2022–24.*51\.8 years/);
});

test("the tenths over time are read by keyboard with the gap, and their table sorts", async ({ page }) => {
  await page.goto("/trends/");
  await ready(page);
  const tenths = page.getByRole("figure").nth(4);
  await expect(tenths).toContainText("whether it changed can’t be said");
  await tenths.getByRole("group", { name: /^Chart:/ }).focus();
  await page.keyboard.press("Home");
  await expect(tenths.getByRole("status")).toHaveText(/^Most deprived tenth, 2013–15.*52\.2 years.*19\.1 years.*52\.2, 56\.0/);
  await page.keyboard.press("End");
  await expect(tenths.getByRole("status")).toHaveText(/^Least deprived tenth, 2022–24.*68\.5 years.*20\.3 years/);
  await tenths.getByText("Table of the same numbers").click();
  await tenths.getByRole("button", { name: "10, least deprived" }).click();
  await expect(page).toHaveURL("/trends/?sort=group_10");
  await expect(tenths.getByRole("row").nth(1)).toContainText("68.5");
});
