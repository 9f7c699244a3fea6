/* An announcement that ended after the site was built goes. */
(() => {
  "use strict";
  const announcement = document.querySelector(".announcement[data-ends]");
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
  if (announcement && announcement.dataset.ends < today) announcement.remove();
})();
