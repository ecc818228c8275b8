// The panel by which a figure is shared, as a person uses it; and what is found in a file that was saved with it.
import { readFileSync } from "node:fs";
import ExifReader from "exifreader";
import { PNG } from "pngjs";

/** The sizes of pictures, by the names that the panel gives them. */
export const SIZES = { landscape: [1200, 675], square: [1080, 1080], portrait: [1080, 1350], print: [2126, 1417] };

export class Sharing {
  /** The panel of one figure, by the figure's id; of the page's first without one. */
  constructor(page, id) {
    this.page = page;
    this.panel = (id ? page.locator(`figure[aria-labelledby="${id}-title"]`) : page.locator("figure")).locator("details.share").first();
  }

  /** Opens one of its parts. */
  async open(part) {
    if (!(await this.panel.evaluate((details) => details.open))) await this.panel.getByText("Share, embed or take away").click();
    await this.panel.locator("summary", { hasText: new RegExp(`^${part}$`) }).click();
  }

  /** What a button saves: { name, content }. */
  async saved(button) {
    const [download] = await Promise.all([this.page.waitForEvent("download"), this.panel.getByRole("button", { name: button }).click()]);
    return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
  }

  /** Saves the picture at a size, and reads it back. */
  async png(size) {
    await this.panel.getByLabel("Size of the picture").selectOption(size);
    const { name, content } = await this.saved("Save as PNG");
    // Decoding holds every checksum and every line of pixels against what the file says of itself.
    const { width, height } = PNG.sync.read(content);
    const { pngText, png } = ExifReader.load(content, { expanded: true });
    const texts = Object.fromEntries(Object.entries(pngText).map(([key, { value }]) => [key, value]));
    return { name, width, height, perMetre: png["Pixels Per Unit X"]?.value, texts };
  }

  /** Saves the picture as SVG, and reads it back with the browser's parser. */
  async svg() {
    const { name, content } = await this.saved("Save as SVG");
    const found = await this.page.evaluate((text) => {
      const file = new DOMParser().parseFromString(text, "image/svg+xml");
      const attributes = [...file.querySelectorAll("*")].flatMap((one) => [...one.attributes]);
      return {
        broken: file.querySelector("parsererror") !== null,
        scripts: file.querySelectorAll("script, image, foreignObject, style, use").length,
        references: attributes.filter(({ name, value }) => /href|src|style|^on/.test(name) || /url\(/.test(value)).length,
        title: file.querySelector("title").textContent,
        description: file.querySelector("desc").textContent,
        words: [...file.querySelectorAll("text")].map((one) => one.textContent).join(" "),
        metadata: file.querySelector("metadata").textContent,
      };
    }, content.toString("utf8"));
    return { name, ...found };
  }
}
