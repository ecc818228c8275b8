import { BLACKPOOL, Explore, RICHMOND } from "./explore.mjs";
import { expect, test } from "./site.mjs";

test("Blackpool and Richmond upon Thames, chosen by typing, show their figures for women", async ({ page }) => {
  const explore = new Explore(page);
  await explore.open();
  await explore.choose("Blackpool");
  await explore.choose("Richmond", "Richmond upon Thames");
  expect(explore.parameter("areas")).toBe(`${BLACKPOOL.code},${RICHMOND.code}`);

  await expect(explore.figure).toContainText("2022–24");
  await explore.openTable();
  await expect(explore.row("Blackpool")).toContainText("51.8");
  await expect(explore.row("Blackpool")).toContainText("47.4");
  await expect(explore.row("Blackpool")).toContainText("56.1");
  await expect(explore.row("Richmond upon Thames")).toContainText("70.3");
  await expect(explore.row("Richmond upon Thames")).toContainText("65.2");
  await expect(explore.row("Richmond upon Thames")).toContainText("75.4");
});

test("the figure says what healthy life expectancy is, never “life expectancy” alone", async ({ page }) => {
  const explore = new Explore(page);
  await explore.open();
  const text = (await page.locator("body").innerText()).toLowerCase();
  const bare = text.match(/.{0,25}(?<!healthy )(?<!total )life expectancy.{0,25}/g) ?? [];
  expect(bare).toEqual([]);
});
