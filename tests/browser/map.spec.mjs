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

test("another measure, sex and period: the headline, the description and the map are of what was chosen", async ({ page }) => {
  await page.goto("/map/");
  await ready(page);
  const headline = page.getByRole("heading", { level: 1 });
  const usual = await headline.innerText();
  const description = page.locator("meta[name=description]");
  await expect(headline).toHaveText(/^At the rates of 2022–24, women would have under \d+ years in good health in \d+ areas of the UK/);

  await page.getByRole("radio", { name: "Men", exact: true }).check();
  await expect(headline).toHaveText(/^At the rates of 2022–24, men would have under/);
  await page.getByLabel("Period").selectOption({ label: "2011–13" });
  await expect(page.getByText(/Healthy life expectancy at birth at the rates of 2011–13/)).toBeVisible();
  await page.getByLabel("Measure").selectOption({ label: "Typical weekly pay" });
  await expect(headline).toHaveText(/^Typical weekly pay: under £\d+ in \d+ areas of the UK/);
  await expect(description).toHaveAttribute("content", await headline.innerText());
  await expect(page.getByText(/^Typical weekly pay, April 2025 .*not tested against each other here/).first()).toBeVisible();
  // It is of places, not of women or men.
  await expect(page.getByRole("radio", { name: "Men", exact: true })).toBeDisabled();
  await page.getByLabel("Places in").selectOption({ label: "Wales" });
  await expect(headline).toHaveText(/of Wales/);

  // Opened again, the headline is that of the address from the first.
  const said = await headline.innerText();
  await page.reload();
  await ready(page);
  await expect(headline).toHaveText(said);
  await page.goto("/map/");
  await ready(page);
  await expect(headline).toHaveText(usual);
});

test("no headline of another state is seen while the address’s own is on its way", async ({ page }) => {
  await page.route(/\.wasm$/, () => {});
  await page.goto("/map/?x=weekly-pay", { waitUntil: "domcontentloaded" });
  await expect(page.getByText("The figure of this address is on its way.")).toBeVisible();
  await expect(page.locator("h1")).toBeHidden();
});

test("the map fetches where areas lie and its measure, nothing else", async ({ page }) => {
  const packs = [];
  page.on("request", (request) => request.url().endsWith(".hyp") && packs.push(request.url().match(/([a-z-]+)\.[0-9a-f]+\.hyp$/)?.[1]));
  await page.goto("/map/");
  await ready(page);
  expect([...new Set(packs)].sort()).toEqual(["borders", "first", "healthy-life-expectancy", "hexagons"]);
});
