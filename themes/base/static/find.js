/* Finds associations by a place that somebody types, or by where they are. Nothing leaves the browser. */
(() => {
  "use strict";
  const form = document.querySelector("form[data-places]");
  if (!form || !form.elements.place) return;
  const { place, at } = form.elements;
  const list = document.querySelector("[data-list]");
  const answer = form.querySelector("[data-answer]");
  const others = form.querySelector("[data-others]");
  const button = form.querySelector("[data-here]");
  const words = answer.dataset;
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[’ʻ'.]/g, "").toLowerCase().trim();
  let loading;
  let names;

  const load = () => (loading ||= fetch(form.dataset.places).then((reply) => reply.json()).then((data) => {
    names = new Map(data.regions.map(([code, name]) => [code, name]));
    return data;
  }));
  const where = (code) => names.get(code) || code;

  /* Regions and countries by any of their names, then towns: the largest first, as the data has them. */
  const find = (data, typed) => {
    const [name, further] = typed.split(",").map(plain);
    const found = [];
    const near = [];
    const regions = data.regions.map(([code, own, others]) => [code, own, [own, ...others].map(plain)]);
    for (const [code, own, all] of regions) {
      if (all.includes(name)) found.push([own, code]);
      else if (name.length > 2 && all.some((one) => one.startsWith(name))) near.push([own, code]);
    }
    const inside = further && regions.filter(([, , all]) => all.includes(further)).map(([code]) => code);
    const fits = (code) => !inside || inside.some((one) => code === one || code.startsWith(one + "-"));
    for (const [town, code] of data.towns) {
      const own = plain(town);
      if (!fits(code)) continue;
      if (own === name) found.push([town, code]);
      else if (name.length > 2 && own.startsWith(name) && near.length < 12) near.push([town, code]);
    }
    const all = found.length ? found : near;
    return all.filter(([, code], number) => all.findIndex(([, other]) => other === code) === number).slice(0, 8);
  };

  const label = ([name, code]) => (where(code) === name ? name : name + ", " + where(code));
  const say = (text) => {
    answer.textContent = text;
  };
  /* The answer to what was asked: how many are there is known when the list is narrowed down, perhaps later. */
  let sentence = null;
  list.addEventListener("narrowed", ({ detail: count }) => {
    if (sentence) say(sentence(count));
    else if (!at.value) {
      say("");
      others.replaceChildren();
    }
    sentence = null;
  });
  const tell = (match) => {
    const found = (count) => (count ? words.found : words.nobody).replace("{n}", count);
    sentence = (count) => found(count).replace("{place}", label(match));
    at.value = match[1];
    at.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const show = (matches) => {
    others.replaceChildren();
    if (!matches.length) {
      sentence = () => words.unknown;
      at.value = "";
      at.dispatchEvent(new Event("change", { bubbles: true }));
      return;
    }
    tell(matches[0]);
    for (const match of matches.slice(1)) {
      const choice = document.createElement("button");
      choice.type = "button";
      choice.className = "choice";
      choice.textContent = label(match);
      choice.addEventListener("click", () => {
        place.value = label(match);
        show([match]);
        place.focus();
      });
      others.append(choice);
    }
  };
  const look = () => {
    const typed = place.value.trim();
    if (!typed) {
      at.value = "";
      at.dispatchEvent(new Event("change", { bubbles: true }));
      return;
    }
    load().then((data) => show(find(data, typed))).catch(() => say(words.failed));
  };

  const apart = (a, b, c, d) => {
    const turn = Math.PI / 180;
    const h = Math.sin(((c - a) * turn) / 2) ** 2
      + Math.cos(a * turn) * Math.cos(c * turn) * Math.sin(((d - b) * turn) / 2) ** 2;
    return 12742 * Math.asin(Math.sqrt(h));
  };
  const locate = () => {
    say(words.asking);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => load().then((data) => {
        let best = null;
        let least = 250;
        for (const town of data.towns) {
          const far = apart(coords.latitude, coords.longitude, town[2], town[3]);
          if (far < least) [best, least] = [town, far];
        }
        if (!best) return say(words.far);
        place.value = label(best);
        return show([best]);
      }).catch(() => say(words.failed)),
      () => say(words.refused),
    );
  };

  form.addEventListener("submit", look);
  place.addEventListener("focus", () => load().catch(() => {}), { once: true });
  place.addEventListener("change", look);
  if (button) button.addEventListener("click", locate);
})();
