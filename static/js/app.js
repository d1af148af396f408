// Brings the vendored components to life. Every page works without this file.
import { initAll as initGovuk } from "../vendor/govuk-frontend/govuk-frontend.min.js";
import { initAll as initMoj } from "../vendor/moj-frontend/moj-frontend.min.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initGovuk();
initMoj();

// What htmx brings in later comes to life as it arrives.
document.body.addEventListener("htmx:afterSettle", ({ detail }) => {
  initGovuk({ scope: detail.elt });
  initMoj({ scope: detail.elt });
});

// Words typed into a report that never reached the system (writing.js) do not outlast the session.
document.querySelector(".app-who__out")?.addEventListener("submit", () => {
  for (const key of Object.keys(localStorage)) if (key.startsWith("dhr:kept:")) localStorage.removeItem(key);
});
