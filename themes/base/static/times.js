/* Events as the visitor's clock has them: what is over goes, and times are told in the visitor's own zone too. */
(() => {
  "use strict";
  const now = Date.now();
  const day = (date) => [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
  const today = day(new Date());
  for (const event of document.querySelectorAll("[data-until]")) {
    const until = event.dataset.until;
    if (until.length > 10 ? Date.parse(until) < now : until < today) event.remove();
  }
  for (const group of document.querySelectorAll("[data-group]")) {
    if (!group.querySelector("[data-until]")) group.remove();
  }
  const cell = document.querySelector(`[data-day="${today}"]`);
  if (cell) cell.setAttribute("aria-current", "date");

  const language = document.documentElement.lang;
  const format = new Intl.DateTimeFormat(language, {
    weekday: "short", month: "short", day: "numeric", hour: "numeric", minute: "2-digit", timeZoneName: "short",
  });
  for (const time of document.querySelectorAll("time[data-yours]")) {
    const start = new Date(time.dateTime);
    const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(time.dateTime) || [];
    if (!sign || Number.isNaN(start.getTime())) continue;
    const offset = (sign === "-" ? 1 : -1) * (hours * 60 + Number(minutes));
    if (offset === start.getTimezoneOffset()) continue;
    const yours = document.createElement("span");
    yours.className = "yours";
    yours.textContent = ` (${time.dataset.yours} ${format.format(start)})`;
    time.after(yours);
  }
})();
