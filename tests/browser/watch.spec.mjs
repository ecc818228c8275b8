// The watch that every other test relies on: does it see what it is there for?
import { expect, test } from "./site.mjs";

const breaches = {
  "an inline script": [/security policy: script-src-elem/, () => document.body.append(Object.assign(document.createElement("script"), { text: "1" }))],
  "a style attribute": [/security policy: style-src-attr/, () => document.body.setAttribute("style", "color:red")],
  "an inline style sheet": [/security policy: style-src-elem/, () => document.body.append(Object.assign(document.createElement("style"), { textContent: "a{}" }))],
  "code made from text": [/security policy: script-src/, () => setTimeout("1", 0)],
  "a picture from another host": [/another host: http:\/\/example\.invalid/, () => (new Image().src = "http://example.invalid/x.png")],
  "a request to another host": [/security policy: connect-src/, () => fetch("http://example.invalid/x").catch(() => {})],
  "an error in the console": [/console: oh dear/, () => console.error("oh dear")],
  "an error that nobody catches": [/uncaught: .*oh no/s, () => setTimeout(() => { throw new Error("oh no"); }, 0)],
};

for (const [what, [pattern, breach]] of Object.entries(breaches)) {
  test(`the watch sees ${what}`, async ({ page, faults }) => {
    await page.goto("/no/such/page/");
    // A refused picture never becomes a request: its refusal is what is seen.
    const seen = new RegExp(`${pattern.source}|security policy: img-src`, "s");
    await page.evaluate(breach);
    await expect.poll(() => faults.seen.some((fault) => seen.test(fault)), { message: what }).toBe(true);
    faults.expect(/./s);
  });
}
