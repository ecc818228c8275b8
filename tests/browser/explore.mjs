// The Explore page as a person finds it: by role and name, never by class or position.
import { expect } from "./site.mjs";

export const BLACKPOOL = { code: "E06000009", name: "Blackpool" };
export const RICHMOND = { code: "E09000027", name: "Richmond upon Thames" };

export class Explore {
  constructor(page) {
    this.page = page;
    this.headline = page.getByRole("heading", { level: 1 });
    this.search = page.getByRole("combobox", { name: "Find a place" });
    this.options = page.getByRole("listbox").getByRole("option");
    this.chosen = page.getByRole("list", { name: "Chosen places" });
    this.circumstance = page.getByLabel("Circumstance", { exact: true });
    this.measure = page.getByLabel("Measure", { exact: true });
    // A fieldset with a legend is a group, role="radiogroup" is one too.
    this.lives = page.getByRole("radiogroup", { name: "Whose lives" }).or(page.getByRole("group", { name: "Whose lives" }));
    this.moreOptions = page.locator("summary", { hasText: "More options" });
    this.within = page.getByLabel("Places in", { exact: true });
    this.colour = page.getByLabel("Colour by", { exact: true });
    this.size = page.getByLabel("Size by population", { exact: true });
    this.figure = page.getByRole("figure");
    this.title = this.figure.getByRole("heading", { level: 2 });
    this.chart = this.figure.getByRole("group", { name: /^Chart:/ });
    this.spoken = this.figure.getByRole("status");
    this.tableSummary = this.figure.locator("summary", { hasText: "Table of the same numbers" });
    this.table = this.figure.getByRole("table");
    this.rows = this.table.locator("tbody tr");
    this.coverage = this.figure.getByText(/\d+ of \d+ areas/).first();
    this.problem = page.getByRole("alert");
    this.tryAgain = page.getByRole("button", { name: "Try again" });
  }

  /** Opens an address and waits until the app has taken over the static page. */
  async open(address = "/") {
    await this.page.goto(address);
    await this.ready();
  }

  async ready() {
    await expect(this.page.locator("html")).toHaveAttribute("data-app", "ready");
    await this.settled();
  }

  /** The picture shown is the one asked for: nothing is being fetched. */
  async settled() {
    await expect(this.page.locator("#app-view [aria-busy=true], #app-view[aria-busy=true]")).toHaveCount(0);
  }

  /** Types a name and chooses the place, as a person does. */
  async choose(typed, name = typed) {
    await this.search.fill(typed);
    await this.options.filter({ hasText: name }).first().click();
    await expect(this.removeButton(name)).toBeVisible();
    await this.settled();
  }

  removeButton(name) {
    return this.chosen.getByRole("button", { name: `Remove ${name}` });
  }

  woman() {
    return this.lives.getByRole("radio", { name: "Women" });
  }

  man() {
    return this.lives.getByRole("radio", { name: "Men", exact: true });
  }

  async openTable() {
    await this.tableSummary.click();
    await expect(this.table).toBeVisible();
    await this.settled();
  }

  row(name) {
    return this.rows.filter({ has: this.page.getByRole("rowheader", { name, exact: true }) });
  }

  /** Every circumstance on offer: [{ value, text }]. */
  circumstances() {
    return this.circumstance
      .locator("option")
      .evaluateAll((options) => options.map((o) => ({ value: o.value, text: o.textContent.trim() })));
  }

  parameter(name) {
    return new URL(this.page.url()).searchParams.get(name);
  }

  /** How much of the picture is painted: the share of its pixels that are not like its first. */
  inked() {
    return this.figure
      .locator("canvas")
      .first()
      .evaluate((canvas) => {
        const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
        const pixels = new Uint32Array(data.buffer);
        let inked = 0;
        for (const pixel of pixels) if (pixel !== pixels[0]) inked += 1;
        return inked / pixels.length;
      });
  }
}
