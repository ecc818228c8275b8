import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { Explore } from "./explore.mjs";
import { expect, test } from "./site.mjs";

// Evaluated, not added as a script: the security policy would (rightly) refuse a script of ours.
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

async function violations(page) {
  await page.evaluate(axe);
  const { violations: found } = await page.evaluate(() =>
    window.axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      resultTypes: ["violations"],
    }),
  );
  return found.map((rule) => `${rule.id}: ${rule.help}: ${rule.nodes.map((node) => node.target.join(" ")).join("; ")}`);
}

const states = {
  "as opened": async (explore) => explore.open("/"),
  "two places chosen, table open": async (explore) => {
    await explore.open("/?areas=E06000009,E09000027");
    await explore.openTable();
  },
  "gradients, a table open": async (explore) => {
    await explore.open("/gradient/");
    await explore.tableSummary.first().click();
    await expect(explore.table).toBeVisible();
  },
  "five places compared, a table open": async (explore) => {
    await explore.open("/compare/?areas=E06000009,E09000027,E12000001,S92000003,E47000001");
    await explore.tableSummary.last().click();
    await expect(explore.table).toBeVisible();
  },
  "a map, enlarged": async (explore) => {
    await explore.open("/map/?areas=E06000009&zoom=400,330000,436000");
  },
  "series over time": async (explore) => explore.open("/trends/?areas=E06000009,S12000036"),
  "all circumstances": async (explore) => explore.open("/circumstances/?areas=E06000009"),
  "the page of a place": async (explore) => explore.open("/area/blackpool/"),
  "a figure alone": async (explore) => explore.open("/embed/?view=compare&figure=difference&areas=E06000009,E09000027"),
  "every part of the sharing panel": async (explore) => {
    await explore.open("/?areas=E06000009");
    const panel = explore.page.locator("details.share");
    await panel.getByText("Share, embed or take away").click();
    for (const part of ["Embed", "Picture", "Words", "Data", "Cite"]) {
      const summary = panel.locator("summary", { hasText: new RegExp(`^${part}$`) });
      await summary.click();
      await expect(summary.locator("xpath=..")).toHaveAttribute("open", "");
      expect(await violations(explore.page)).toEqual([]);
    }
  },
  "searching": async (explore) => {
    await explore.open("/");
    await explore.search.fill("rich");
    await expect(explore.options.first()).toBeVisible();
  },
  "more options open": async (explore) => {
    await explore.open("/");
    await explore.moreOptions.click();
  },
  "reading a point": async (explore) => {
    await explore.open("/");
    await explore.chart.focus();
    await explore.page.keyboard.press("Home");
    await expect(explore.spoken).toContainText(":");
  },
};

for (const width of [320, 1280]) {
  for (const colorScheme of ["light", "dark"]) {
    test.describe(`${width} px, ${colorScheme}`, () => {
      test.use({ viewport: { width, height: 900 }, colorScheme });
      for (const [state, reach] of Object.entries(states)) {
        test(`axe finds nothing: ${state}`, async ({ page }) => {
          await reach(new Explore(page));
          expect(await violations(page)).toEqual([]);
        });
      }
      test("axe finds nothing: a data file missing", async ({ page, faults }) => {
        faults.expect(/^console: Failed to load resource/);
        await page.route(/\.hyp$/, (route) => route.fulfill({ status: 404 }));
        await page.goto("/");
        await expect(new Explore(page).problem).toBeVisible();
        expect(await violations(page)).toEqual([]);
      });
    });
  }
}

test.describe("forced colours", () => {
  test.use({ forcedColors: "active" });
  test("the picture is still drawn", async ({ page }) => {
    const explore = new Explore(page);
    await explore.open("/?areas=E06000009");
    expect(await explore.inked()).toBeGreaterThan(0.005);
    expect(await violations(page)).toEqual([]);
  });
});

test("every control is at least 24 px in both directions, or set apart", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 900 });
  const explore = new Explore(page);
  await explore.open("/?areas=E06000009,E09000027");
  await explore.moreOptions.click();
  const small = await page.locator("button, select, input:not([type=radio]):not([type=checkbox]), summary").evaluateAll((all) =>
    all
      .filter((node) => node.checkVisibility())
      .map((node) => ({ name: node.innerText || node.getAttribute("aria-label"), box: node.getBoundingClientRect() }))
      .filter(({ box }) => box.width < 24 || box.height < 24)
      .map(({ name, box }) => `${name}: ${box.width}×${box.height}`),
  );
  expect(small).toEqual([]);
});
