// Editions: an address that names an earlier one shows its figures, whatever has been published since.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { Explore } from "./explore.mjs";
import { expect, test } from "./site.mjs";

const root = resolve(import.meta.dirname, "../..");
const folder = resolve(root, "target/browser/edition");
const EARLIER = "2025-06";

// One after the other: the edition is made once.
test.describe.configure({ mode: "serial" });

/** An earlier edition, made of our own tables with one number changed: Blackpool's 51.8 was 49.9 then. */
test.beforeAll(() => {
  test.setTimeout(180_000);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(resolve(root, "data"), resolve(folder, "data"), { recursive: true });
  writeFileSync(resolve(folder, "data/edition.txt"), `${EARLIER}\n`);
  const table = resolve(folder, "data/values/healthy-life-expectancy.csv");
  const now = readFileSync(table, "utf8");
  const then = now.replace("E06000009,2022-2024,female,51.8,", "E06000009,2022-2024,female,49.9,");
  expect(then).not.toBe(now);
  writeFileSync(table, then);
  const of = (name) => resolve(folder, name);
  const options = { data: of("data"), site: resolve(root, "target/site"), out: of("dist"), editions: of("none"), deploy: of("deploy") };
  const given = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  execFileSync(resolve(root, "target/pipeline/pipeline"), ["publish", "--draft", ...given], { stdio: "pipe" });
});

/** Puts the earlier edition's packs beside those of the site, as a later publication does. */
async function withEarlier(page) {
  await page.route(/\/data\/editions\.json$/, async (route) => {
    const list = await (await route.fetch()).json();
    const earlier = JSON.parse(readFileSync(resolve(folder, "dist/data/editions.json"), "utf8"));
    await route.fulfill({ json: { editions: [...earlier.editions, ...list.editions] } });
  });
  await page.route(new RegExp(`/data/editions/${EARLIER}/`), (route) =>
    route.fulfill({ body: readFileSync(resolve(folder, `dist${new URL(route.request().url()).pathname}`)) }),
  );
}

test("an address of an earlier edition draws that edition's figures and says that there is a newer one", async ({ page }) => {
  await withEarlier(page);
  const explore = new Explore(page);
  await explore.open(`/?areas=E06000009&data=${EARLIER}`);
  await expect(explore.removeButton("Blackpool")).toContainText("49.9");
  await expect(page.getByText(`These are the figures of the edition ${EARLIER}. There is a newer one.`)).toBeVisible();
  await page.goto(`/embed/?view=explore&areas=E06000009&data=${EARLIER}`);
  await expect(page.locator("html")).toHaveAttribute("data-app", "ready");
  await expect(page.getByText("There is a newer one.")).toBeVisible();
});

test("an edition that the site does not have is left out, and said so", async ({ page }) => {
  const explore = new Explore(page);
  await explore.open("/?areas=E06000009&data=2019-01");
  await expect(explore.removeButton("Blackpool")).toContainText("51.8");
  await expect(page.getByText("data=2019-01 (that edition is not here)")).toBeVisible();
});
