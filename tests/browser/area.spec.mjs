// The page of a place: what is read there, and where it leads.
import { expect, test } from "./site.mjs";

const ready = (page) => page.locator("html[data-app=ready]").waitFor({ state: "attached" });

test("a chosen place on Explore leads to its own page", async ({ page }) => {
  await page.goto("/?areas=E06000009");
  await ready(page);
  await page.getByRole("link", { name: "More about Blackpool" }).click();
  await expect(page).toHaveURL(/\/area\/blackpool\//);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Blackpool");
  await expect(page.locator("main")).toContainText("a girl born there would have about 52 years in good health");
});

test("its words stay when the app takes over its figures, which fetch no other measure", async ({ page }) => {
  const packs = [];
  page.on("request", (request) => request.url().endsWith(".hyp") && packs.push(new URL(request.url()).pathname));
  await page.goto("/area/blackpool/");
  const words = await page.locator(".profile").allInnerTexts();
  await ready(page);
  expect(await page.locator(".profile").allInnerTexts()).toEqual(words);
  const names = packs.map((path) => path.match(/\/(neighbourhoods|profiles)\.|\/([a-z0-9-]+)\.[0-9a-f]+\.hyp$/)).map((name) => name[1] ?? name[2]);
  expect([...new Set(names)].sort()).toEqual(["first", "gradient", "healthy-life-expectancy", "imd-2025-most-deprived-tenth", "life-expectancy", "neighbourhoods", "profiles"]);
});

test("its neighbourhoods are read by keyboard, tenths first", async ({ page }) => {
  await page.goto("/area/blackpool/");
  await ready(page);
  const figure = page.getByRole("figure", { name: /neighbourhoods are in England’s most deprived tenth/ });
  await figure.getByRole("group", { name: /^Chart:/ }).focus();
  await page.keyboard.press("Home");
  await expect(figure.getByRole("status")).toHaveText(/^Tenth 1, most deprived.*38 of 94 in Blackpool: 40%/);
  await page.keyboard.press("End");
  await expect(figure.getByRole("status")).toContainText("of 33,755 in England");
});

test("a place without an estimate says why, and shows what there is", async ({ page }) => {
  await page.goto("/area/city-of-london/");
  await ready(page);
  await expect(page.locator("main")).toContainText("too few people live there for an estimate");
  await expect(page.getByRole("figure").filter({ visible: true })).toHaveCount(2);
});

test("similar places lead on, from page to page", async ({ page }) => {
  await page.goto("/area/blackpool/");
  await page.getByRole("link", { name: "Nottingham" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nottingham");
});
