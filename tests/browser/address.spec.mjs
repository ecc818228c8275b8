import { BLACKPOOL, Explore, RICHMOND } from "./explore.mjs";
import { expect, test } from "./site.mjs";

test("an address opened again shows the same picture", async ({ page }) => {
  const explore = new Explore(page);
  await explore.open();
  await explore.choose("Blackpool");
  const other = (await explore.circumstances()).at(-1);
  await explore.circumstance.selectOption(other.value);
  await explore.man().check();
  await explore.settled();
  const title = await explore.title.innerText();
  const address = page.url();

  await page.reload();
  await explore.ready();
  await expect(explore.title).toHaveText(title);
  await expect(explore.man()).toBeChecked();
  await expect(explore.circumstance).toHaveValue(other.value);
  await expect(explore.removeButton("Blackpool")).toBeVisible();
  expect(page.url()).toBe(address);
});

test("parameters in any order, with strangers among them, open the same picture", async ({ page }) => {
  const explore = new Explore(page);
  await explore.open(`/?utm_source=paper&sex=male&fbclid=1&areas=${BLACKPOOL.code}%2C${RICHMOND.code}#top`);
  await expect(explore.man()).toBeChecked();
  await expect(explore.removeButton("Blackpool")).toBeVisible();
  await expect(explore.removeButton("Richmond upon Thames")).toBeVisible();
});

test("back and forward go through the choices made", async ({ page }) => {
  const explore = new Explore(page);
  await explore.open();
  const first = await explore.circumstance.inputValue();
  const other = (await explore.circumstances()).find(({ value }) => value && value !== first).value;
  const title = await explore.title.innerText();

  await explore.circumstance.selectOption(other);
  await expect(explore.title).not.toHaveText(title);
  await explore.man().check();
  await explore.choose("Blackpool");

  await page.goBack();
  await expect(explore.removeButton("Blackpool")).toHaveCount(0);
  await expect(explore.man()).toBeChecked();
  await page.goBack();
  await expect(explore.woman()).toBeChecked();
  await expect(explore.circumstance).toHaveValue(other);
  await page.goBack();
  await expect(explore.circumstance).toHaveValue(first);
  await expect(explore.title).toHaveText(title);
  await page.goForward();
  await expect(explore.circumstance).toHaveValue(other);
  await page.goForward();
  await expect(explore.man()).toBeChecked();
});

const hostile = {
  "every parameter wrong":
    "v=99&areas=XX,E1,,,&x=no-such-thing&y=zzz&sex=robot&period=9999&within=Mars&color=plaid&size=huge&data=never&lang=qq&dark=perhaps&figure=none&view=none",
  "every parameter twice":
    "v=1&v=2&areas=E06000009&areas=E09000027&x=a&x=b&y=hle&y=le&sex=male&sex=female&within=UK&within=E12000002&lang=en&lang=cy",
  "ten thousand characters": `areas=${"E06000009,".repeat(1000)}&x=${"x".repeat(500)}`,
  "markup": `x=${encodeURIComponent('"><img src=x onerror=alert(1)><script>alert(2)</script>')}&areas=${encodeURIComponent("<svg/onload=alert(3)>")}&within=${encodeURIComponent("';alert(4)//")}`,
  "broken escapes": "areas=%E0%A4%A&x=%&y=%zz&sex=%00&within=%FF%FE",
  "names of the language itself": "__proto__=1&constructor=2&x=__proto__&areas=constructor,toString",
  "nothing but separators": "&&&===&;;;&=&",
};
for (const [what, query] of Object.entries(hostile)) {
  test(`a hostile address: ${what}`, async ({ page }) => {
    let dialogs = 0;
    page.on("dialog", (dialog) => {
      dialogs += 1;
      return dialog.dismiss();
    });
    const explore = new Explore(page);
    await explore.open(`/?${query}`);
    await expect(explore.headline).toBeVisible();
    await expect(explore.chart).toBeVisible();
    await expect(explore.problem).toHaveCount(0);
    await expect(page.locator('img[src="x"], [onload], [onerror]')).toHaveCount(0);
    expect(await explore.chosen.getByRole("button").count()).toBeLessThanOrEqual(5);
    expect(await explore.inked()).toBeGreaterThan(0.005);
    expect(dialogs).toBe(0);
    // Still usable.
    await explore.man().check();
    await expect(explore.man()).toBeChecked();
  });
}
