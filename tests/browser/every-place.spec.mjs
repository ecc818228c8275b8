// Every place once: its page opens, its pictures are drawn, and the browser has nothing to complain of (site.mjs).
import { expect, test } from "./site.mjs";

const PARTS = 8;

for (let part = 0; part < PARTS; part += 1) {
  test(`every place has a page that works: part ${part + 1} of ${PARTS}`, async ({ page, request }) => {
    test.setTimeout(120_000);
    const { areas } = await (await request.get("/api/v1/areas.json")).json();
    expect(areas.length).toBe(247);
    for (const { name, slug } of areas.filter((_, at) => at % PARTS === part)) {
      await page.goto(`/area/${slug}/`);
      await page.locator("html[data-app=ready]").waitFor({ state: "attached" });
      await expect(page.getByRole("heading", { level: 1 }), slug).toContainText(name.replace(/^The /, ""));
      await expect(page.getByRole("alert"), slug).toHaveCount(0);
      expect(await page.getByRole("group", { name: /^Chart:/ }).count(), slug).toBeGreaterThan(0);
    }
  });
}
