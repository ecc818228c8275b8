// Starts the app. Where it cannot start, the page says so and keeps its static content.
import("{{js}}")
  .then((app) => app.default({ module_or_path: "{{wasm}}" }))
  .catch(() => {
    document.documentElement.dataset.app = "failed";
  });
