// Keeps the state of registration right after the day of the build. The page is right without it on that day.
(() => {
  "use strict";
  const day = 86400000;
  for (const box of document.querySelectorAll(".registration[data-closes]")) {
    const told = box.dataset;
    const now = new Date();
    const state = box.querySelector(".state");
    if (now >= new Date(told.closes)) {
      box.dataset.state = "closed";
      state.textContent = told.closed;
      continue;
    }
    const today = new Intl.DateTimeFormat("sv-SE", { timeZone: told.zone }).format(now);
    const left = Math.round((Date.parse(told.last) - Date.parse(today)) / day);
    if (left > 14) continue;
    box.dataset.state = "closing";
    state.textContent = left === 0 ? told.today : left === 1 ? told.tomorrow : told.soon.replace("{}", left);
  }
  for (const told of document.querySelectorAll(".entry [data-closes]")) {
    if (Date.now() >= Date.parse(told.dataset.closes)) told.textContent = told.dataset.closed;
  }
})();
