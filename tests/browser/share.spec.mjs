// Sharing: a figure leaves the site with its meaning, by mouse and by keyboard.
import { BLACKPOOL, Explore } from "./explore.mjs";
import { SIZES, Sharing } from "./sharing.mjs";
import { expect, test } from "./site.mjs";

test("a picture is saved at the size chosen, and says what it is", async ({ page }) => {
  const explore = new Explore(page);
  await explore.open(`/?areas=${BLACKPOOL.code}`);
  const sharing = new Sharing(page);
  await sharing.open("Picture");
  for (const [size, [width, height]] of Object.entries(SIZES)) {
    const png = await sharing.png(size);
    expect(png.name).toBe(`healthy-years-relate-blackpool-${size}.png`);
    expect([png.width, png.height]).toEqual([width, height]);
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
  const sharing = new Sharing(page);
  await sharing.open("Picture");
  const svg = await sharing.svg();
  expect(svg.name).toMatch(/\.svg$/);
  expect(svg).toMatchObject({ broken: false, scripts: 0, references: 0 });
  const title = await explore.title.textContent();
  expect(svg.title).toBe(title);
  for (const said of [title, "Blackpool", "Office for National Statistics", "edition 2026-06"]) expect(svg.words).toContain(said);
  expect(svg.metadata).toContain("E06000009");
});

test("words, numbers and citations are taken by keyboard, and the page says so", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const explore = new Explore(page);
  await explore.open(`/?areas=${BLACKPOOL.code}`);
  const sharing = new Sharing(page);
  const { panel } = sharing;
  await page.locator("summary", { hasText: "Share, embed or take away" }).focus();
  await page.keyboard.press("Enter");
  await panel.locator("summary", { hasText: /^Words$/ }).focus();
  await page.keyboard.press("Enter");
  await panel.getByRole("button", { name: "Copy: Safe to quote: Blackpool" }).focus();
  await page.keyboard.press("Enter");
  await expect(panel.getByRole("status")).toHaveText("Copied.");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^If she lived all her life at the rates of 2022–24 in Blackpool, a girl born there would have about 52 years in good health/,
  );
  await sharing.open("Data");
  const csv = (await sharing.saved(/numbers \(CSV\)/)).content.toString("utf8").split("\r\n");
  expect(csv[0]).toBe("code,place,region,x,y,lower,upper,x_period,y_period,about,source");
  expect(csv.find((line) => line.startsWith("E06000009,"))).toMatch(/,51\.8,47\.4,56\.1,2024-04\.\.2025-03,2022-2024,/);
  await sharing.open("Cite");
  for (const name of ["Text", "BibTeX", "RIS"]) {
    await expect(panel.getByRole("textbox", { name, exact: true })).toHaveValue(/Healthy Years/);
  }
});

test("where the browser refuses the clipboard, the text stands there selected", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await new Explore(page).open("/");
  const sharing = new Sharing(page);
  const { panel } = sharing;
  await sharing.open("Words");
  await panel.getByRole("button", { name: "Copy: Title" }).click();
  await expect(panel.getByRole("status")).toContainText("The text is selected");
  const selected = ({ value, selectionStart, selectionEnd }) => value.slice(selectionStart, selectionEnd);
  const title = panel.getByRole("textbox", { name: "Title" });
  expect(await title.evaluate(selected)).toContain("low-income families");
  await expect(title).toBeFocused();
});

test("the snippet holds the whole state, its preview is live and gives it its height", async ({ page }) => {
  await new Explore(page).open(`/?areas=${BLACKPOOL.code}&sex=male`);
  const sharing = new Sharing(page);
  const { panel } = sharing;
  await sharing.open("Embed");
  const html = panel.getByRole("textbox", { name: /HTML to paste/ });
  await expect(html).toHaveValue(
    /\/embed\/\?v=1&amp;view=explore&amp;figure=relate&amp;areas=E06000009&amp;x=child-poverty-bhc&amp;y=hle&amp;sex=male&amp;period=2022-2024&amp;within=K02000001&amp;data=2026-06&amp;lang=en&amp;dark=auto&amp;transparent=false&amp;static=false&amp;logo=true"/,
  );
  const frame = page.frameLocator('iframe[title="The frame as it will be"]');
  await expect(frame.getByRole("heading", { level: 2 })).toContainText("low-income families");
  // Its height is that of an article's column, whatever window it was made in.
  const height = Number((await html.inputValue()).match(/height="(\d+)"/)[1]);
  const article = await page.context().newPage();
  await article.setViewportSize({ width: 640, height: 600 });
  await article.goto((await html.inputValue()).match(/src="(.*?)"/)[1].replaceAll("&amp;", "&"));
  await expect(article.locator("html")).toHaveAttribute("data-app", "ready");
  const needed = await article.locator("body").evaluate((body) => Math.ceil(body.getBoundingClientRect().height));
  await article.close();
  expect(height).toBeGreaterThanOrEqual(needed);
  expect(height).toBeLessThan(needed * 1.15);
  await panel.getByRole("checkbox", { name: "See-through" }).check();
  await expect(html).toHaveValue(/color-scheme:light"/);
  await panel.getByLabel("Colours of the frame").selectOption("true");
  await expect(html).toHaveValue(/dark=true/);
  await expect(frame.locator("html")).toHaveAttribute("data-theme", "dark");
});
