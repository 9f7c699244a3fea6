/* Shows a list that is too long for its page: its rows lie in a file beside the page. filter.js says which are to be seen. */
(() => {
  "use strict";
  const list = document.querySelector("[data-rows]");
  if (!list) return;
  const STEP = 100;
  const folder = list.dataset.rows.slice(0, list.dataset.rows.lastIndexOf("/") + 1);
  const pattern = list.querySelector("template").content.firstElementChild;
  const more = document.createElement("button");
  more.type = "button";
  more.className = "button";
  let loading;
  let states;
  let groups;
  let queue = [];
  let place = 0;
  let last;

  const read = (data) => {
    states = data.states;
    view.items = data.rows.map(([slug, name, others, codes, marks, status, joined, checked]) => {
      const regions = codes.split(" ").filter(Boolean);
      const where = regions.map((code) => data.regions[code]).join(", ");
      const words = [name, where, states[status] || "", others].join(" ");
      return { slug, name, where, status, regions, words, joined, checked, marks: marks.map((number) => data.marks[number]) };
    });
    groups = data.groups.map(([title, numbers]) => [title, numbers.map((number) => view.items[number])]);
  };
  const load = () => (loading ||= fetch(list.dataset.rows).then((reply) => {
    if (!reply.ok) throw new Error(reply.status);
    return reply.json();
  }).then(read).catch((problem) => {
    loading = null;
    throw problem;
  }));

  const line = (item) => {
    const row = pattern.cloneNode(true);
    const link = row.querySelector("a");
    const where = row.querySelector(".meta");
    const mark = row.querySelector(".mark");
    link.href = folder + item.slug + "/";
    link.textContent = item.name;
    if (item.where) where.textContent = item.where;
    else where.remove();
    mark.textContent = states[item.status] || "";
    if (!mark.textContent) mark.remove();
    else if (item.status !== "forming") mark.classList.add("off");
    return row;
  };

  /* The next rows, each below the heading of its group; the first of them is the answer. */
  const step = () => {
    const first = queue.slice(place, place + STEP).map(([group, item]) => {
      if (!last || last.group !== group) {
        const section = document.createElement("section");
        const rows = document.createElement("ul");
        rows.className = "lines";
        if (group) {
          const heading = document.createElement("h2");
          heading.textContent = group;
          section.append(heading);
        }
        section.append(rows);
        more.before(section);
        last = { group, rows };
      }
      const row = line(item);
      last.rows.append(row);
      return row;
    })[0];
    place += STEP;
    const left = Math.min(STEP, queue.length - place);
    more.hidden = left <= 0;
    more.textContent = list.dataset.more.replace("{n}", left);
    return first;
  };
  const show = (found, order) => {
    const pairs = order ? [["", order]] : groups;
    queue = pairs.flatMap(([group, items]) => items.filter((item) => found.has(item)).map((item) => [group, item]));
    place = 0;
    last = null;
    list.replaceChildren(more);
    step();
  };
  more.addEventListener("click", () => step().querySelector("a").focus());

  const view = { items: null, load, show };
  list.view = view;
})();
