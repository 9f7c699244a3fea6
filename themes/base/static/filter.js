/* Narrows a list down as the form above it says. The address keeps what was chosen. */
(() => {
  "use strict";
  const form = document.querySelector("form[data-filters]");
  const list = document.querySelector("[data-list]");
  if (!form || !list) return;
  const status = form.querySelector("output");
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

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

  const items = [...list.querySelectorAll("[data-marks]")].map((element) => {
    const regions = (element.dataset.regions || "").split(" ").filter(Boolean);
    const marks = new Set(element.dataset.marks.split(" "));
    for (const code of regions) {
      marks.add("country:" + code.split("-")[0]);
      if (code.includes("-")) marks.add("region:" + code);
    }
    const group = element.closest("[data-group]");
    return { element, group, home: element.parentNode, marks, regions, text: "", slug: element.dataset.slug };
  });
  const groups = [...list.querySelectorAll("[data-group]")];
  const serves = (code, at) => code === at || at.startsWith(code + "-") || code.startsWith(at + "-");

  /* A long list is laid out part by part, when somebody comes near. */
  const PART = 100;
  const flat = document.createElement("div");
  const orders = new Map();
  let sorted = "";
  const keys = {
    name: (item) => plain(item.element.querySelector("a").textContent),
    joined: (item) => item.element.dataset.joined || "9",
    checked: (item) => item.element.dataset.checked || "",
  };
  const sort = (by) => {
    if (by === sorted) return;
    sorted = by;
    flat.remove();
    if (!keys[by]) {
      for (const item of items) item.home.append(item.element);
      return;
    }
    if (!orders.has(by)) {
      const order = items.map((item) => [keys[by](item), item.element]);
      order.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
      if (by === "checked") order.reverse();
      orders.set(by, order.map(([, element]) => element));
    }
    const order = orders.get(by);
    const parts = [];
    for (let start = 0; start < order.length; start += PART) {
      const part = document.createElement("ul");
      part.className = items[0].home.className;
      part.append(...order.slice(start, start + PART));
      parts.push(part);
    }
    flat.replaceChildren(...parts);
    list.prepend(flat);
  };

  const apply = () => {
    const wanted = [];
    let words = [];
    let at = "";
    for (const [name, value] of new FormData(form)) {
      if (name === "q") words = plain(value).split(/\s+/).filter(Boolean);
      else if (name === "at") at = value;
      else if (value && name !== "sort" && name !== "place") wanted.push(name + ":" + value);
    }
    if (form.elements.sort) sort(form.elements.sort.value);
    const alive = new Set();
    const seen = new Set();
    for (const item of items) {
      if (words.length && !item.text) item.text = plain(item.element.textContent + " " + (item.element.dataset.words || ""));
      const fits = wanted.every((mark) => item.marks.has(mark))
        && (!at || item.regions.some((code) => serves(code, at)))
        && words.every((word) => item.text.includes(word));
      const shown = fits && !(sorted && item.slug && seen.has(item.slug));
      if (item.element.hidden === shown) item.element.hidden = !shown;
      if (!fits) continue;
      seen.add(item.slug || item);
      alive.add(item.group);
    }
    for (const group of groups) group.hidden = Boolean(sorted) || !alive.has(group);
    const all = new Set(items.map((item) => item.slug || item)).size;
    status.textContent = form.dataset.result.replace("{n}", seen.size).replace("{all}", all);
    list.dispatchEvent(new CustomEvent("narrowed", { detail: seen.size }));
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
    apply();
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
  form.hidden = false;
  restore();
})();
