// The app comes in pieces: the picture first, then what answers a person. However that piece comes, or does not come, the
// picture stays readable, nothing moves, and nothing pretends to work.
import { BLACKPOOL, Explore } from "./explore.mjs";
import { countShifts, shifts } from "./shifts.mjs";
import { expect, test } from "./site.mjs";

const HANDS = /\/hands-[0-9a-f]+\.wasm$/;

/** Holds a piece back until it is let go. */
async function holdBack(page, piece) {
  let letGo;
  const held = new Promise((done) => (letGo = done));
  await page.route(piece, async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}

const drawn = (page) => expect(page.locator("html")).toHaveAttribute("data-app", "drawn");

for (const address of ["/", `/?areas=${BLACKPOOL.code},E09000027&sex=male`, "/?within=W92000004&color=region"]) {
  test(`a slow piece: the picture is there, nothing moves, then everything works: ${address}`, async ({ page }) => {
    await countShifts(page);
    const letGo = await holdBack(page, HANDS);
    const explore = new Explore(page);
    const asked = page.waitForRequest(HANDS);
    await page.goto(address);
    await asked;
    // More options in force take room above the picture: there it waits.
    if (address.includes("within")) {
      await expect(page.getByText("The figure of this address is on its way.")).toBeVisible();
    } else {
      await drawn(page);
      expect(await explore.inked()).toBeGreaterThan(0.005);
      await expect(explore.coverage).toContainText("216 of 216 areas");
      await expect(page.locator("#find")).toBeDisabled();
      await expect(page.locator("#circumstance")).toBeDisabled();
      for (const remove of await explore.chosen.getByRole("button").all()) await expect(remove).toBeDisabled();
    }
    letGo();
    await explore.ready();
    await expect(explore.search).toBeEnabled();
    await expect(explore.circumstance).toBeEnabled();
    expect(await shifts(page)).toEqual([]);
    await explore.choose("Hartlepool");
  });
}

test("while the controls do not work yet, they do not show the default's choices for another address", async ({ page }) => {
  await holdBack(page, HANDS);
  await page.goto("/?sex=male");
  await drawn(page);
  await expect(page.locator(".pick input[type=radio]").first()).toBeHidden();
  const colour = await page.locator("#circumstance").evaluate((select) => getComputedStyle(select).color);
  expect(colour).toBe("rgba(0, 0, 0, 0)");
});

test("the table opened before the piece is there is filled when it comes", async ({ page }) => {
  const letGo = await holdBack(page, HANDS);
  const explore = new Explore(page);
  await page.goto("/");
  await drawn(page);
  await explore.tableSummary.click();
  letGo();
  await explore.ready();
  await expect(explore.row(BLACKPOOL.name)).toHaveCount(1);
});

/** Ways in which a piece can be broken. */
const broken = {
  missing: (route) => route.fulfill({ status: 404, contentType: "text/html", body: "<h1>Not found</h1>" }),
  unreachable: (route) => route.abort("connectionreset"),
  truncated: async (route) => {
    const body = await (await route.fetch()).body();
    await route.fulfill({ status: 200, contentType: "application/wasm", body: body.subarray(0, body.length / 2) });
  },
  "another file": (route) => route.fulfill({ status: 200, contentType: "text/html", body: "<p>A hotel's Wi-Fi</p>" }),
};

for (const [how, handler] of Object.entries(broken)) {
  test(`a piece ${how}: a sentence and a way on, then it works`, async ({ page, faults }) => {
    faults.expect(/^console: /);
    const explore = new Explore(page);
    await page.route(HANDS, handler);
    await page.goto(`/?areas=${BLACKPOOL.code}`);
    await expect(explore.problem).toBeVisible();
    const words = await explore.problem.innerText();
    expect(words.length).toBeGreaterThan(30);
    expect(words).not.toMatch(/error:|wasm|undefined|null/i);
    // The picture and what it says are not touched by it.
    await expect(explore.coverage).toContainText("216 of 216 areas");
    expect(await explore.inked()).toBeGreaterThan(0.005);

    // Again in vain, by keyboard: the button keeps the focus.
    await explore.tryAgain.focus();
    const inVain = page.waitForEvent("console", (message) => /TypeError|CompileError/.test(message.text()));
    await page.keyboard.press("Enter");
    await inVain;
    await expect(explore.tryAgain).toBeFocused();

    await page.unrouteAll({ behavior: "wait" });
    await page.keyboard.press("Enter");
    await explore.ready();
    await expect(explore.problem).toHaveCount(0);
    await expect(explore.search).toBeFocused();
    await explore.removeButton(BLACKPOOL.name).click();
    await expect(explore.chosen).toBeHidden();
  });
}
