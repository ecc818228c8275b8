import { BLACKPOOL, Explore } from "./explore.mjs";
import { expect, test } from "./site.mjs";

test("another circumstance gives another picture, with its address", async ({ page }) => {
  const explore = new Explore(page);
  await explore.open();
  const before = await explore.title.innerText();
  const here = await explore.circumstance.inputValue();
  const other = (await explore.circumstances()).find(({ value }) => value && value !== here);
  await explore.circumstance.selectOption(other.value);
  await expect(explore.title).not.toHaveText(before);
  expect(explore.parameter("x")).toBe(other.value);
});

test("men instead of women", async ({ page }) => {
  const explore = new Explore(page);
  await explore.open(`/?areas=${BLACKPOOL.code}`);
  await expect(explore.woman()).toBeChecked();
  await explore.man().check();
  await explore.settled();
  expect(explore.parameter("sex")).toBe("male");
  await explore.openTable();
  await expect(explore.row("Blackpool")).toContainText("50.9");
  await expect(explore.row("Blackpool")).toContainText("47.3");
  await expect(explore.row("Blackpool")).toContainText("54.4");
});

for (const [label, value] of [
  ["Total life expectancy", "le"],
  ["Years not in good health", "unhealthy"],
]) {
  test(`the measure “${label}”`, async ({ page }) => {
    const explore = new Explore(page);
    await explore.open();
    const before = await explore.title.innerText();
    await explore.measure.selectOption({ label });
    await expect(explore.title).not.toHaveText(before);
    expect(explore.parameter("y")).toBe(value);
    await expect(explore.coverage).toBeVisible();
  });
}

test("only the places of one region; coloured and sized on request", async ({ page }) => {
  const explore = new Explore(page);
  await explore.open();
  await explore.moreOptions.click();
  await explore.within.selectOption({ label: "North West" });
  await explore.settled();
  await explore.openTable();
  const north = await explore.rows.count();
  expect(north).toBeGreaterThan(5);
  expect(north).toBeLessThan(60);
  await explore.colour.selectOption({ label: "Nation" });
  await explore.settled();
  expect(explore.parameter("color")).toBe("nation");
  await explore.size.check();
  await explore.settled();
  expect(explore.parameter("size")).toBe("population");
  expect(await explore.inked()).toBeGreaterThan(0.005);
});

test("every circumstance on offer can be chosen, and draws", async ({ page }) => {
  test.setTimeout(180_000);
  const explore = new Explore(page);
  await explore.open();
  const all = (await explore.circumstances()).filter(({ value }) => value);
  expect(all.length).toBeGreaterThan(20);
  for (const { value, text } of all) {
    await test.step(text, async () => {
      await explore.circumstance.selectOption(value);
      await expect(explore.circumstance).toHaveValue(value);
      await explore.settled();
      await expect(explore.problem, text).toHaveCount(0);
      await expect(explore.coverage, text).toBeVisible();
      expect(await explore.inked(), text).toBeGreaterThan(0.005);
    });
  }
});
