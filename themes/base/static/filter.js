/* Narrows a list down as the form above it says. The address keeps what was chosen. */
(() => {
  "use strict";
  const form = document.querySelector("form[data-filters]");
  const list = document.querySelector("[data-list]");
  if (!form || !list) return;
  const status = form.querySelector("output");
  const accents = /[^\0-\x7f]/;
  const plain = (text) => (accents.test(text) ? text.normalize("NFD").replace(/\p{M}/gu, "") : text).toLowerCase();

  // The lists of links that stand there without scripts become fields of the form.
  const fields = form.querySelector("[data-fields]");
  for (const facet of document.querySelectorAll("[data-facet]")) {
    const label = document.createElement("label");
    const select = document.createElement("select");
    select.name = facet.dataset.facet;
    select.add(new Option(form.dataset.any, ""));
    for (const value of facet.querySelectorAll("[data-value]")) {
      select.add(new Option(value.dataset.label, value.dataset.value));
    }
    label.append(facet.dataset.label, select);
    fields.append(label);
  }

  /* Items that stand on the page are hidden and shown where they are, or laid out anew in another order. */
  const onPage = () => {
    const items = [...list.querySelectorAll("[data-marks]")].map((element) => {
      const { slug, joined, checked, marks, regions, words } = element.dataset;
      const name = element.querySelector("a").textContent;
      return {
        element, slug, name, joined, checked,
        group: element.closest("[data-group]"),
        home: element.parentNode,
        marks: marks.split(" "),
        regions: (regions || "").split(" ").filter(Boolean),
        get words() {
          return element.textContent + " " + (words || "");
        },
      };
    });
    const groups = [...list.querySelectorAll("[data-group]")];
    /* A long list is laid out part by part, when somebody comes near. */
    const PART = 100;
    const flat = document.createElement("div");
    let sorted = null;
    const sort = (order) => {
      if (order === sorted) return;
      sorted = order;
      flat.remove();
      if (!order) {
        for (const item of items) item.home.append(item.element);
        return;
      }
      const parts = [];
      for (let start = 0; start < order.length; start += PART) {
        const part = document.createElement("ul");
        part.className = items[0].home.className;
        part.append(...order.slice(start, start + PART).map((item) => item.element));
        parts.push(part);
      }
      flat.replaceChildren(...parts);
      list.prepend(flat);
    };
    const show = (found, order) => {
      sort(order);
      const alive = new Set();
      const seen = new Set();
      for (const item of items) {
        const fits = found.has(item);
        const shown = fits && !(order && item.slug && seen.has(item.slug));
        if (item.element.hidden === shown) item.element.hidden = !shown;
        if (!fits) continue;
        seen.add(item.slug);
        alive.add(item.group);
      }
      for (const group of groups) group.hidden = Boolean(order) || !alive.has(group);
    };
    return { items, show };
  };
  const view = list.view || onPage();

  const orders = new Map();
  const keys = {
    name: (item) => plain(item.name),
    joined: (item) => item.joined || "9",
    checked: (item) => item.checked || "",
  };
  const order = (by) => {
    if (!keys[by]) return null;
    if (!orders.has(by)) {
      const pairs = view.items.map((item) => [keys[by](item), item]);
      pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
      if (by === "checked") pairs.reverse();
      orders.set(by, pairs.map(([, item]) => item));
    }
    return orders.get(by);
  };

  const serves = (code, at) => code === at || at.startsWith(code + "-") || code.startsWith(at + "-");
  /* What each item is looked for by, worked out when it is first asked for. */
  const all = new Map();
  const text = new Map();
  const marks = (item) => {
    if (!all.has(item)) {
      const places = item.regions.flatMap((code) => ["country:" + code.split("-")[0], "region:" + code]);
      all.set(item, new Set([...item.marks, ...places]));
    }
    return all.get(item);
  };
  const words = (item) => {
    if (!text.has(item)) text.set(item, plain(item.words));
    return text.get(item);
  };
  const read = () => {
    const wish = { marks: [], words: [], at: "", sort: "" };
    for (const [name, value] of new FormData(form)) {
      if (name === "q") wish.words = plain(value).split(/\s+/).filter(Boolean);
      else if (name === "at" || name === "sort") wish[name] = value;
      else if (value && name !== "place") wish.marks.push(name + ":" + value);
    }
    return wish;
  };
  const fits = (item, wish) => wish.marks.every((mark) => marks(item).has(mark))
    && (!wish.at || item.regions.some((code) => serves(code, wish.at)))
    && wish.words.every((word) => words(item).includes(word));
  /* One that stands in two groups is one all the same. */
  const count = (items) => new Set(items.map((item) => item.slug || item)).size;
  let total = 0;

  const apply = () => {
    if (!view.items) return fetchItems();
    const wish = read();
    const found = view.items.filter((item) => fits(item, wish));
    view.show(new Set(found), order(wish.sort));
    const number = count(found);
    total ||= count(view.items);
    status.textContent = form.dataset.result.replace("{n}", number).replace("{all}", total);
    list.dispatchEvent(new CustomEvent("narrowed", { detail: number }));
  };
  /* A list that lies apart comes when somebody wants something of it. */
  let waiting = false;
  const fetchItems = () => {
    if (waiting) return;
    waiting = true;
    status.textContent = form.dataset.loading;
    view.load().finally(() => {
      waiting = false;
    }).then(() => {
      document.documentElement.classList.add("filtered");
      apply();
    }, () => {
      status.textContent = form.dataset.failed;
      document.documentElement.classList.remove("filtered");
    });
  };

  const save = (push) => {
    const state = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value) state.append(name, value);
    const query = state.toString();
    const address = location.pathname + (query && "?" + query) + location.hash;
    if (address === location.pathname + location.search + location.hash) return;
    history[push ? "pushState" : "replaceState"](null, "", address);
  };
  const restore = () => {
    const state = new URLSearchParams(location.search);
    for (const field of form.elements) if (field.name) field.value = state.get(field.name) || "";
    const narrow = fields && fields.closest("details");
    if (narrow && [...fields.querySelectorAll("select")].some((field) => field.value)) narrow.open = true;
    if (view.items || [...new FormData(form).values()].some(Boolean)) apply();
  };

  form.addEventListener("input", (event) => {
    if (event.target.name === "place") return;
    apply();
    save(event.target.tagName === "SELECT");
  });
  form.addEventListener("change", (event) => {
    if (event.target.name !== "at") return;
    apply();
    save(true);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => {
    for (const field of form.elements) if (field.type === "hidden") field.value = "";
    apply();
    save(true);
  }));
  addEventListener("popstate", restore);
  document.documentElement.classList.add("filtered");
  /* Now, and not by find.js a moment later: what stands below the button would move. */
  const here = form.querySelector("[data-here]");
  if (here) here.hidden = !navigator.geolocation;
  form.hidden = false;
  restore();
})();
