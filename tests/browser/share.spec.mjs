// Sharing: a figure leaves the site with its meaning, by mouse and by keyboard.
import { readFileSync } from "node:fs";
import { inflateSync } from "node:zlib";
import { BLACKPOOL, Explore } from "./explore.mjs";
import { expect, test } from "./site.mjs";

const panel = (page) => page.locator("details.share").first();
const open = async (page, part) => {
  const share = panel(page);
  if (!(await share.evaluate((details) => details.open))) await share.getByText("Share, embed or take away").click();
  await share.locator("summary", { hasText: new RegExp(`^${part}$`) }).click();
};

/** What an independent reading of a PNG finds: its size, its texts, its resolution; and that its pixels are all there. */
function readPng(bytes) {
  const png = { texts: {} };
  const pixels = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const kind = bytes.toString("latin1", at + 4, at + 8);
    const content = bytes.subarray(at + 8, at + 8 + length);
    if (kind === "IHDR") Object.assign(png, { width: content.readUInt32BE(0), height: content.readUInt32BE(4), channels: content[9] === 6 ? 4 : 3 });
    if (kind === "pHYs") png.perMetre = content.readUInt32BE(0);
    if (kind === "IDAT") pixels.push(content);
    if (kind === "iTXt") {
      const end = content.indexOf(0);
      png.texts[content.toString("latin1", 0, end)] = content.toString("utf8", end + 5);
    }
    at += 12 + length;
  }
  png.whole = inflateSync(Buffer.concat(pixels)).length === png.height * (1 + png.width * png.channels);
  return png;
}

const saved = async (page, button) => {
  const [download] = await Promise.all([page.waitForEvent("download"), panel(page).getByRole("button", { name: button }).click()]);
  return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
};

test("a picture is saved at the size chosen, and says what it is", async ({ page }) => {
  const explore = new Explore(page);
  await explore.open(`/?areas=${BLACKPOOL.code}`);
  await open(page, "Picture");
  const sizes = { landscape: [1200, 675], square: [1080, 1080], portrait: [1080, 1350], print: [2126, 1417] };
  for (const [size, [width, height]] of Object.entries(sizes)) {
    await panel(page).getByLabel("Size of the picture").selectOption(size);
    const { name, content } = await saved(page, "Save as PNG");
    expect(name).toBe(`healthy-years-relate-${size}.png`);
    const png = readPng(content);
    expect([png.width, png.height, png.whole]).toEqual([width, height, true]);
    expect(png.perMetre).toBe(size === "print" ? 11811 : undefined);
    expect(png.texts.Title).toContain("low-income families");
    expect(png.texts.Source).toMatch(/\/\?areas=E06000009&data=2026-06$/);
    expect(png.texts.Copyright).toBe("Open Government Licence v3.0");
    expect(png.texts.Edition).toBe("2026-06");
    expect(png.texts.Checksum).toMatch(/^[0-9a-f]{8}$/);
    expect(png.texts.Description.length).toBeGreaterThan(40);
  }
});

test("an SVG is saved that needs nothing else and has the figure's words", async ({ page }) => {
  const explore = new Explore(page);
  await explore.open(`/?areas=${BLACKPOOL.code}`);
  await open(page, "Picture");
  const { name, content } = await saved(page, "Save as SVG");
  expect(name).toMatch(/\.svg$/);
  const found = await page.evaluate((text) => {
    const file = new DOMParser().parseFromString(text, "image/svg+xml");
    const references = [...file.querySelectorAll("*")].flatMap((one) => [...one.attributes]).filter(({ name }) => /href|src|style|^on/.test(name));
    return {
      broken: file.querySelector("parsererror") !== null,
      scripts: file.querySelectorAll("script, image, foreignObject, style").length,
      references: references.length,
      title: file.querySelector("title").textContent,
      words: [...file.querySelectorAll("text")].map((one) => one.textContent).join(" "),
      metadata: file.querySelector("metadata").textContent,
    };
  }, content.toString("utf8"));
  expect(found).toMatchObject({ broken: false, scripts: 0, references: 0 });
  const title = await explore.title.textContent();
  expect(found.title).toBe(title);
  for (const said of [title, "Blackpool", "Office for National Statistics", "edition 2026-06"]) expect(found.words).toContain(said);
  expect(found.metadata).toContain("E06000009");
});

test("words, numbers and citations are taken by keyboard, and the page says so", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const explore = new Explore(page);
  await explore.open(`/?areas=${BLACKPOOL.code}`);
  await page.locator("summary", { hasText: "Share, embed or take away" }).focus();
  await page.keyboard.press("Enter");
  await panel(page).locator("summary", { hasText: /^Words$/ }).focus();
  await page.keyboard.press("Enter");
  await panel(page).getByRole("button", { name: "Copy: Safe to quote: Blackpool" }).focus();
  await page.keyboard.press("Enter");
  await expect(panel(page).getByRole("status")).toHaveText("Copied.");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^If she lived all her life at the rates of 2022–24 in Blackpool, a girl born there would have about 52 years in good health/,
  );
  await open(page, "Data");
  const csv = (await saved(page, /numbers \(CSV\)/)).content.toString("utf8").split("\r\n");
  expect(csv[0]).toBe("code,place,region,x,y,lower,upper,x_period,y_period,about,source");
  expect(csv.find((line) => line.startsWith("E06000009,"))).toMatch(/,51\.8,47\.4,56\.1,2024-04\.\.2025-03,2022-2024,/);
  await open(page, "Cite");
  for (const name of ["Text", "BibTeX", "RIS"]) {
    await expect(panel(page).getByRole("textbox", { name, exact: true })).toHaveValue(/Healthy Years/);
  }
});

test("where the browser refuses the clipboard, the text stands there selected", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await new Explore(page).open("/");
  await open(page, "Words");
  await panel(page).getByRole("button", { name: "Copy: Title" }).click();
  await expect(panel(page).getByRole("status")).toContainText("The text is selected");
  const selected = ({ value, selectionStart, selectionEnd }) => value.slice(selectionStart, selectionEnd);
  const title = panel(page).getByRole("textbox", { name: "Title" });
  expect(await title.evaluate(selected)).toContain("low-income families");
  await expect(title).toBeFocused();
});

test("the snippet holds the whole state, its preview is live and gives it its height", async ({ page }) => {
  await new Explore(page).open(`/?areas=${BLACKPOOL.code}&sex=male`);
  await open(page, "Embed");
  const html = panel(page).getByRole("textbox", { name: /HTML to paste/ });
  await expect(html).toHaveValue(
    /\/embed\/\?v=1&amp;view=explore&amp;figure=relate&amp;areas=E06000009&amp;x=child-poverty-bhc&amp;y=hle&amp;sex=male&amp;period=2022-2024&amp;within=K02000001&amp;data=2026-06&amp;lang=en&amp;dark=auto&amp;transparent=false&amp;static=false&amp;logo=true"/,
  );
  const frame = page.frameLocator('iframe[title="The frame as it will be"]');
  await expect(frame.getByRole("heading", { level: 2 })).toContainText("low-income families");
  const height = await frame.locator("body").evaluate((body) => Math.ceil(body.getBoundingClientRect().height));
  await expect(html).toHaveValue(new RegExp(`height="${height}"`));
  await panel(page).getByLabel("Colours of the frame").selectOption("true");
  await expect(html).toHaveValue(/dark=true/);
  await expect(frame.locator("html")).toHaveAttribute("data-theme", "dark");
});
