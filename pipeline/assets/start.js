// Starts the app. Where it cannot start, the page says so and keeps its static content.
import init from "{{js}}";

init({ module_or_path: "{{wasm}}" }).catch(() => {
  document.documentElement.dataset.app = "failed";
});
