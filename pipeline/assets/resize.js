// Gives frames of Healthy Years the height that they say they need. Without it they keep that of the snippet.
(() => {
  if (window.healthyYearsFrames) return;
  window.healthyYearsFrames = true;
  const frames = () => [...document.querySelectorAll("iframe")];
  addEventListener("message", ({ data, source }) => {
    const height = data && data["datawrapper-height"] && data["datawrapper-height"]["healthy-years"];
    const frame = height > 0 && frames().find((one) => one.contentWindow === source);
    if (frame) frame.style.height = `${Math.min(4000, Math.max(200, height))}px`;
  });
  // A frame that was quicker than this script says its height again.
  for (const frame of frames()) if (frame.src.includes("/embed/?")) frame.contentWindow.postMessage("healthy-years-height?", "*");
})();
