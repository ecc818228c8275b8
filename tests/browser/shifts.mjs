// What moved by itself: every shift of the layout that the browser reports, with what moved and from where to where.

/** Begins to count, before the page is opened. */
export const countShifts = (page) =>
  page.addInitScript(() => {
    window.__shifts = [];
    new PerformanceObserver((list) => {
      for (const shift of list.getEntries()) {
        const moved = shift.sources.map(({ node, previousRect, currentRect }) => {
          const name = node?.id ? `#${node.id}` : (node?.nodeName ?? "?");
          return `${name} ${previousRect.y}→${currentRect.y}, ${previousRect.height}→${currentRect.height}`;
        });
        window.__shifts.push({ value: shift.value, moved });
      }
    }).observe({ type: "layout-shift", buffered: true });
  });

/** Those of the page so far. They are reported after the frame they happened in: two frames later all are in. */
export const shifts = (page) =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(window.__shifts), 0)))),
  );
