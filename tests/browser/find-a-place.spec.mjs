import { Explore } from "./explore.mjs";
import { expect, test } from "./site.mjs";

// What people type, and the area whose figures they should get.
const found = [
  ["Blackpool", "Blackpool"],
  ["Hull", "Kingston upon Hull"],
  ["Burnley", "Lancashire"],
  ["brighton", "Brighton and Hove"],
  ["Blckpool", "Blackpool"],
  ["Ynys Môn", "Isle of Anglesey"],
  ["ynys mon", "Isle of Anglesey"],
  ["richmond", "Richmond upon Thames"],
];

for (const [typed, name] of found) {
  test(`typing “${typed}” finds ${name}`, async ({ page }) => {
    const explore = new Explore(page);
    await explore.open();
    await explore.search.fill(typed);
    await expect(explore.search).toHaveAttribute("aria-expanded", "true");
    const option = explore.options.filter({ hasText: name }).first();
    await expect(option).toBeVisible();
    await option.click();
    await expect(explore.removeButton(name)).toBeVisible();
    await expect(explore.search).toHaveAttribute("aria-expanded", "false");
  });
}

test("a place that does not exist is said so in words", async ({ page }) => {
  const explore = new Explore(page);
  await explore.open();
  await explore.search.fill("qqqqzzzz");
  await expect(explore.options).toHaveCount(0);
  await expect(page.getByRole("status").filter({ hasText: /no place|nothing/i })).toBeVisible();
});

test("up to five places can be chosen, and each can be removed", async ({ page }) => {
  const explore = new Explore(page);
  await explore.open();
  const five = ["Blackpool", "Richmond upon Thames", "Manchester", "Cornwall", "Glasgow"];
  for (const name of five) await explore.choose(name);
  await expect(explore.chosen.getByRole("button")).toHaveCount(5);
  expect(explore.parameter("areas").split(",")).toHaveLength(5);
  await explore.removeButton("Manchester").click();
  await expect(explore.chosen.getByRole("button")).toHaveCount(4);
  await expect(explore.removeButton("Manchester")).toHaveCount(0);
});
