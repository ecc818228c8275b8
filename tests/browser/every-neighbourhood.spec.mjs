// Every neighbourhood of England: tens of thousands of dots, read by pointer, by groups, and by the places that are chosen.
import { expect, test } from "./site.mjs";

const figure = (page) => page.getByRole("figure").filter({ has: page.getByRole("heading", { name: /kept out of work/ }) });
const chart = (page) => figure(page).getByRole("group", { name: /^Chart:/ });
const spoken = (page) => figure(page).getByRole("status");
const chosen = (page) => page.getByRole("list", { name: "Chosen places" });

async function open(page, address = "/gradient/") {
  await page.goto(address);
  await page.locator("html[data-app=ready]").waitFor({ state: "attached" });
  await chart(page).scrollIntoViewIfNeeded();
}

/** A place in the picture, as shares of its width and height from the upper left. */
async function spot(page, right, down) {
  const box = await chart(page).boundingBox();
  return { x: box.x + right * box.width, y: box.y + down * box.height };
}

/** The picture's pixels, as a number that changes with them. */
const painted = (page) =>
  chart(page).locator("canvas").evaluate((canvas) => {
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    let sum = 0;
    for (const part of data) sum = (sum * 31 + part) % 4294967291;
    return sum;
  });

/** How many pixels are in the accent. */
const lit = (page) =>
  chart(page).locator("canvas").evaluate((canvas) => {
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    let count = 0;
    for (let at = 0; at < data.length; at += 4) count += data[at] === 0xc7 && data[at + 1] === 0x3a && data[at + 2] === 0x0b;
    return count;
  });

test("pointing at a dot reads a neighbourhood, and the picture stays as it is", async ({ page }) => {
  await open(page);
  const before = await painted(page);
  const { x, y } = await spot(page, 0.4, 0.6);
  await page.mouse.move(x, y);
  await expect(spoken(page)).toHaveText(/^\d+\.\d% on a low income, \d+\.\d% kept out of work: .+, in tenth \d+/);
  const first = await spoken(page).innerText();
  await page.mouse.move(x + 40, y - 20);
  await expect(spoken(page)).not.toHaveText(first);
  expect(await painted(page)).toBe(before);
  await page.mouse.move(x, y - 400);
  await expect(spoken(page)).toHaveText("");
});

test("clicking a dot chooses its place, which is lit and has its row", async ({ page }) => {
  await open(page);
  expect(await lit(page)).toBe(0);
  const { x, y } = await spot(page, 0.5, 0.5);
  await page.mouse.move(x, y);
  await expect(spoken(page)).not.toHaveText("");
  await page.mouse.click(x, y);
  await expect(page).toHaveURL(/areas=E\d{8}$/);
  const name = (await chosen(page).getByRole("button").innerText()).replace(/^Remove\s+/, "").replace(/\d[\d,]* neighbourhoods?.*$/s, "").trim();
  await expect.poll(() => lit(page)).toBeGreaterThan(100);
  await figure(page).getByText("Table of the same numbers").click();
  const link = figure(page).getByRole("rowheader", { name, exact: true }).getByRole("link");
  await expect(link).toHaveAttribute("href", /^\/api\/v1\/neighbourhoods\/E\d{8}\.csv$/);
  const answer = await page.request.get(await link.getAttribute("href"));
  expect((await answer.text()).split("\r\n")[0]).toContain("code,rank,tenth,income_share,employment_share");
});

test("keys lead through groups by income, then through the chosen place", async ({ page }) => {
  await open(page, "/gradient/?areas=E06000009");
  await chart(page).focus();
  await page.keyboard.press("Home");
  await expect(spoken(page)).toHaveText(/^0 to 5% on a low income: 1,614 neighbourhoods\./);
  await page.keyboard.press("ArrowRight");
  await expect(spoken(page)).toHaveText(/^5 to 10% on a low income: 6,015 neighbourhoods\. Kept out of work: median 5\.8%/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/gradient/?areas=E06000009");
  for (let at = 0; at < 19; at += 1) await page.keyboard.press("ArrowRight");
  await expect(spoken(page)).toHaveText(/^Blackpool, 94 neighbourhoods: On a low income: median 33\.2%/);
  await page.keyboard.press("ArrowRight");
  await expect(spoken(page)).toHaveText(/^Blackpool: 10\.0% on a low income, 8\.7% kept out of work: A neighbourhood in tenth 7/);
  await page.keyboard.press("End");
  await expect(spoken(page)).toHaveText(/^Blackpool: 92\.4% on a low income/);
  await page.keyboard.press("Escape");
  await expect(spoken(page)).toHaveText("");
});

test("a closer look: buttons, keys and a drag, in the address, read like the whole", async ({ page }) => {
  await open(page);
  const button = (name) => figure(page).getByRole("button", { name });
  const zoom = () => new URL(page.url()).searchParams.get("zoom")?.split(",").map(Number) ?? null;
  const whole = await painted(page);
  await button("Zoom in").click();
  await button("Zoom in").click();
  expect(zoom()[0]).toBe(400);
  await expect(figure(page).getByText("Part of the picture, at 400%")).toBeAttached();
  const part = await painted(page);
  expect(part).not.toBe(whole);
  const { x, y } = await spot(page, 0.5, 0.6);
  await page.mouse.move(x, y);
  await expect(spoken(page)).toHaveText(/^\d+\.\d% on a low income, \d+\.\d% kept out of work/);
  const [, income, employment] = zoom();
  const read = (await spoken(page).innerText()).match(/^([\d.]+)% on a low income, ([\d.]+)%/).slice(1).map(Number);
  // What is read lies within the part: an eighth of the axes to either side of its middle.
  expect(Math.abs(read[0] - income / 20_000)).toBeLessThan(13);
  expect(Math.abs(read[1] - employment / 20_000)).toBeLessThan(9);
  await page.mouse.down();
  await page.mouse.move(x + 80, y, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => zoom()[1]).toBeLessThan(income);
  expect(zoom()[2]).toBe(employment);
  await expect(page).not.toHaveURL(/areas=/);
  await page.reload();
  await page.locator("html[data-app=ready]").waitFor({ state: "attached" });
  expect(zoom()[0]).toBe(400);

  // Keys lead to groups outside of the part, which follows.
  const before = zoom();
  await chart(page).focus();
  await page.keyboard.press("End");
  await expect(spoken(page)).toHaveText(/^95 to 100% on a low income/);
  await expect.poll(() => zoom()[1]).toBeGreaterThan(before[1]);
  await page.keyboard.press("0");
  await expect(page).toHaveURL("/gradient/");
  await page.keyboard.press("Escape");
  expect(await painted(page)).toBe(whole);
});

test("a place is found by name; what cannot be lit is named, and why", async ({ page }) => {
  await open(page);
  await page.getByRole("combobox", { name: "Find a place" }).fill("Cardiff");
  await page.getByRole("listbox").getByRole("option").first().click();
  await expect(figure(page).getByText("Cardiff is not in the picture: it is in Wales")).toBeVisible();
  expect(await lit(page)).toBe(0);
});

test("without JavaScript the picture, the summary table and the data are there", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto("/gradient/");
  await expect(figure(page).locator("svg:visible")).toHaveCount(1);
  await figure(page).getByText("Table of the same numbers").click();
  await expect(figure(page).getByRole("row")).toHaveCount(12);
  await expect(figure(page).getByRole("link", { name: "England" })).toHaveAttribute("href", "/api/v1/neighbourhoods/england.csv");
  expect((await page.request.get("/api/v1/neighbourhoods/england.csv")).ok()).toBe(true);
  await context.close();
});
