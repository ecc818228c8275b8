// Compare: places side by side, and whether they differ.
import { BLACKPOOL, Explore, RICHMOND } from "./explore.mjs";
import { countShifts, shifts } from "./shifts.mjs";
import { expect, test } from "./site.mjs";

const lives = (page) => page.getByRole("figure").first();
const difference = (page) => page.getByRole("figure").nth(1);

test("two places chosen in Explore lead to their comparison, and the sex goes along", async ({ page }) => {
  const explore = new Explore(page);
  await explore.open(`/?areas=${BLACKPOOL.code}&sex=male`);
  const link = page.getByRole("link", { name: "Compare these places" });
  await expect(link).toHaveCount(0);
  await explore.choose("Richmond", RICHMOND.name);
  await link.click();
  await expect(page).toHaveURL(`/compare/?areas=${BLACKPOOL.code},${RICHMOND.code}&sex=male`);
  await explore.ready();
  await expect(link).toHaveCount(0);
  await expect(difference(page).getByRole("heading", { level: 2 })).toHaveText(
    "Healthy life expectancy of men was clearly lower in Blackpool than in Richmond upon Thames",
  );
});

test("without a choice there is a pair to look at, and places are added and removed by search and tray", async ({ page }) => {
  const explore = new Explore(page);
  await explore.open("/compare/");
  await expect(lives(page)).toContainText("No place is chosen");
  await expect(lives(page).getByRole("heading", { level: 2 })).toContainText("Wokingham");
  await explore.choose("Cardiff");
  await expect(lives(page)).toContainText("Only Cardiff is chosen, so it stands beside Wales.");
  await explore.choose("Blackpool");
  await explore.choose("City of London");
  await expect(difference(page)).toContainText("The City of London is not compared: too few people live there");
  await explore.removeButton("City of London").click();
  await expect(page).toHaveURL(`/compare/?areas=W06000015,${BLACKPOOL.code}`);
  await explore.woman().check();
  await explore.man().check();
  await expect(difference(page).getByRole("heading", { level: 2 })).toContainText("of men");
});

test("bars and gaps are read by keyboard, and the table has the verdict", async ({ page }) => {
  await page.goto("/compare/");
  await page.locator("html[data-app=ready]").waitFor({ state: "attached" });
  await lives(page).getByRole("group", { name: /^Chart:/ }).focus();
  await page.keyboard.press("Home");
  await expect(lives(page).getByRole("status")).toHaveText(/^Blackpool: in good health.*52\.9 years in good health \(48\.4–57\.4\).*67%/);
  await difference(page).getByRole("group", { name: /^Chart:/ }).focus();
  await page.keyboard.press("Home");
  await expect(difference(page).getByRole("status")).toHaveText(/^Blackpool against Wokingham.*clearly lower in Blackpool/);
  await difference(page).getByText("Table of the same numbers").click();
  await expect(difference(page).getByRole("row", { name: /Blackpool against Wokingham/ })).toContainText("clearly lower");
});

test("over time each place is read with the others beside it, and its change has a verdict", async ({ page }) => {
  await page.goto("/compare/?areas=W92000004,S92000003");
  await page.locator("html[data-app=ready]").waitFor({ state: "attached" });
  const trend = page.getByRole("figure").nth(2);
  await expect(trend.getByRole("heading", { level: 2 })).toHaveText(
    "Women’s healthy life expectancy in Wales and Scotland: clearly lower than in 2017–19",
  );
  await trend.getByRole("group", { name: /^Chart:/ }).focus();
  await page.keyboard.press("Home");
  await expect(trend.getByRole("status")).toHaveText(/^Wales, 2011–13.*61\.9 years.*Scotland: 63\.0 years/);
  await page.keyboard.press("End");
  await expect(trend.getByRole("status")).toHaveText(/^Scotland, 2022–24.*59\.4 years.*Wales: 58\.5 years/);
  await trend.getByText("Table of the same numbers").click();
  await expect(trend.getByRole("row", { name: /Scotland 2022–24/ })).toContainText("59.4");
});

test("England alone stands beside the other nations, and is not tested against the UK", async ({ page }) => {
  await page.goto("/compare/?areas=E92000001");
  await page.locator("html[data-app=ready]").waitFor({ state: "attached" });
  await expect(lives(page)).toContainText("Only England is chosen, so it stands beside the other nations.");
  await expect(page.getByRole("figure").nth(2)).toContainText("England is most of the UK, so the two are not tested");
});

test("it fetches both life expectancies and nothing else, and nothing moves", async ({ page }) => {
  const packs = [];
  page.on("request", (request) => request.url().endsWith(".hyp") && packs.push(request.url().match(/([a-z-]+)\.[0-9a-f]+\.hyp$/)?.[1]));
  await countShifts(page);
  for (const width of [320, 768, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto("/compare/");
    await page.locator("html[data-app=ready]").waitFor({ state: "attached" });
    expect(await shifts(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
  expect([...new Set(packs)].sort()).toEqual(["first", "healthy-life-expectancy", "life-expectancy"]);
});
