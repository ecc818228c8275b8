// `test` for this site. Whatever a test is about, it fails on an error in the console, an uncaught error, a breach of the
// content security policy, or a request to another host.
import { test as base, expect } from "@playwright/test";

export { expect };

class Watch {
  #faults = [];
  #expected = [];

  /** Faults whose text matches are what this test is about. */
  expect(pattern) {
    this.#expected.push(pattern);
  }

  note(kind, text) {
    this.#faults.push(`${kind}: ${text}`);
  }

  /** Everything seen so far, expected or not. */
  get seen() {
    return this.#faults;
  }

  get unexpected() {
    return this.#faults.filter((fault) => !this.#expected.some((pattern) => pattern.test(fault)));
  }

  async follow(context, host) {
    const allowed = (url) => /^(data|blob|about):/.test(url) || new URL(url).host === host;
    context.on("request", (request) => {
      if (!allowed(request.url())) this.note("another host", request.url());
    });
    context.on("console", (message) => {
      if (message.type() === "error") this.note("console", `${message.text()} (${message.location()?.url ?? ""})`);
    });
    context.on("weberror", (error) => this.note("uncaught", String(error.error()?.stack ?? error.error())));
    await context.exposeBinding("__healthyYearsBreach", (_, text) => this.note("security policy", text));
    await context.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (e) => {
        const what = e.blockedURI || "inline";
        window.__healthyYearsBreach(`${e.effectiveDirective} refused ${what} at ${e.sourceFile}:${e.lineNumber} ${e.sample}`);
      });
    });
  }
}

export const test = base.extend({
  faults: [
    async ({ context, baseURL }, use) => {
      const watch = new Watch();
      await watch.follow(context, new URL(baseURL).host);
      await use(watch);
      expect(watch.unexpected, "no errors, no breach of the security policy, no request to another host").toEqual([]);
    },
    { auto: true },
  ],
});
