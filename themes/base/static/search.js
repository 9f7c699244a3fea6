/* Looks words up in the index of the network, or of one site with its text; chapterhouse/search/ makes both. */
(() => {
  "use strict";
  const form = document.querySelector("form[data-search]");
  if (!form) return;
  const base = form.dataset.search;
  const status = document.querySelector("[data-status]");
  const list = document.querySelector("[data-results]");
  const more = document.querySelector("[data-more]");
  const filters = form.querySelector("[data-filters]");
  const PAGE = 10;
  const BOOST = [1, 3, 4, 8]; // A word of the text, of the summary, of a heading, of the title.

  /* The same words as chapterhouse/search/words.py makes. */
  const UNSPACED = "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3040-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
  const RUN = new RegExp(`[${UNSPACED}]+|[^${UNSPACED}]+`, "gu");
  const IS_UNSPACED = new RegExp(`^[${UNSPACED}]`, "u");
  const fold = (text) => text.toLowerCase().replace(/[\u02bb-\u02bd]/g, "").normalize("NFKD").replace(/\p{Mn}/gu, "");
  const cut = (run) => {
    const parts = run.match(RUN);
    if (parts.length === 1 && !IS_UNSPACED.test(run)) return [...run].length > 1 ? [run] : [];
    return parts.flatMap((part) => {
      const letters = [...part];
      if (letters.length === 1 || !IS_UNSPACED.test(part)) return [part];
      return letters.slice(1).map((letter, number) => letters[number] + letter);
    });
  };
  const words = (text) => (fold(text).match(/[\p{L}\p{N}]{1,40}/gu) || []).flatMap(cut);

  /* Files are fetched once; an index that was replaced meanwhile is asked for anew. */
  let files = new Map();
  const get = (name, fresh) => {
    if (!files.has(name)) {
      const found = fetch(base + name, fresh ? { cache: "reload" } : {}).then((answer) => {
        if (!answer.ok) throw new Error(name);
        return answer.json();
      });
      found.catch(() => files.delete(name));
      files.set(name, found);
    }
    return files.get(name);
  };

  /* How well a word of the index fits one of the query: the same, its beginning, another ending, one slip. */
  const fit = (term, word) => {
    if (term === word) return 1;
    if (term.startsWith(word)) return 0.5 + (0.4 * word.length) / term.length;
    let same = 0;
    while (same < term.length && term[same] === word[same]) same += 1;
    const rest = Math.max(term.length, word.length) - same;
    return same >= 4 && rest <= 3 && same >= word.length - 3 ? 0.4 : 0;
  };
  const slip = (term, word) => {
    if (word.length < 4 || Math.abs(term.length - word.length) > 1) return false;
    let at = 0;
    while (at < term.length && term[at] === word[at]) at += 1;
    const [a, b] = [term.slice(at), word.slice(at)];
    return a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1)
      || (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2));
  };
  const lookUp = (terms, word, count) => {
    const best = new Map();
    const take = (posting, quality) => {
      let number = 0;
      for (const step of posting) {
        number += step;
        const score = BOOST[number & 3] * quality;
        if (score > (best.get(number >> 2) || 0)) best.set(number >> 2, score);
      }
    };
    const entries = terms.flatMap(Object.entries);
    for (const [term, posting] of entries) {
      const quality = fit(term, word);
      if (quality) take(posting, quality);
    }
    if (!best.size) {
      for (const [term, posting] of entries) if (slip(term, word)) take(posting, 0.3);
    }
    const rare = Math.log(1 + count / Math.max(best.size, 1));
    for (const [number, score] of best) best.set(number, score * rare);
    return best;
  };

  /* Two kinds of index with one face: how many documents, the words near one, what filters and results need. */
  const siteIndex = async (slug, fresh) => {
    const { docs, terms } = await get(`sites/${slug}.json`, fresh);
    return {
      count: docs.length,
      terms: async () => [terms],
      keep: async (chosen) => (number) => {
        const [, , , type, language, , topics] = docs[number];
        return (!chosen.type || type === chosen.type) && (!chosen.language || language === chosen.language)
          && (!chosen.topic || (topics || []).includes(chosen.topic));
      },
      row: async (number) => docs[number],
    };
  };
  const networkIndex = async (fresh) => {
    const index = await get("index.json", fresh);
    const near = (word) => {
      const keys = Object.keys(index.terms);
      const above = keys.filter((key) => word.startsWith(key)).sort((a, b) => b.length - a.length).slice(0, 1);
      return [...new Set([...above, ...keys.filter((key) => key.startsWith(word)).slice(0, 8)])];
    };
    return {
      count: index.count,
      terms: (word) => Promise.all(near(word).map((key) => get(index.terms[key]))),
      keep: async (chosen) => {
        if (!chosen.type && !chosen.language && !chosen.topic) return () => true;
        const facets = await get(index.facets);
        const is = (name) => {
          if (!chosen[name]) return () => true;
          const [names, column] = facets[name];
          const wanted = names.indexOf(chosen[name]);
          return (number) => column[number] === wanted;
        };
        const type = is("type");
        const language = is("language");
        const topic = chosen.topic ? new Set(facets.topic[chosen.topic] || []) : null;
        return (number) => type(number) && language(number) && (!topic || topic.has(number));
      },
      row: async (number) => (await get(index.docs[Math.floor(number / index.size)]))[number % index.size],
    };
  };

  const find = async (query, chosen, fresh) => {
    const index = await (chosen.association ? siteIndex(chosen.association, fresh) : networkIndex(fresh));
    const wanted = [...new Set(words(query))];
    const found = await Promise.all(wanted.map(async (word) => lookUp(await index.terms(word), word, index.count)));
    const keep = await index.keep(chosen);
    const scores = new Map();
    for (const scored of found) {
      for (const [number, score] of scored) {
        const [before, hits] = scores.get(number) || [0, 0];
        scores.set(number, [before + score, hits + 1]);
      }
    }
    const kept = [...scores].filter(([number]) => keep(number));
    const all = kept.filter(([, [, hits]]) => hits === wanted.length);
    const chosenOnes = all.length ? all : kept;
    chosenOnes.sort(([a, [x, m]], [b, [y, n]]) => n - m || y - x || a - b);
    return { index, wanted, isPartial: !all.length && kept.length > 0, numbers: chosenOnes.map(([number]) => number) };
  };

  const labels = (name) => new Map([...(form.elements[name]?.options || [])].map((one) => [one.value, one.text]));
  const names = { association: labels("association"), type: labels("type"), topic: labels("topic") };
  const days = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeZone: "UTC" });
  const make = (name, className, ...content) => {
    const element = document.createElement(name);
    if (className) element.className = className;
    element.append(...content);
    return element;
  };
  const marked = (text, wanted) =>
    text.split(/([\p{L}\p{N}\p{M}]+)/u).map((part) =>
      words(part).some((word) => wanted.some((one) => fit(word, one))) ? make("mark", "", part) : part);
  const result = ([href, title, summary, type, language, slug, topics, day], wanted) => {
    const link = make("a", "", ...marked(title, wanted));
    link.href = href;
    const item = make("li", "", make("p", "title", link));
    if (language && language !== document.documentElement.lang) link.hreflang = link.lang = language;
    const about = [names.type.get(type), names.association.get(slug), day && days.format(new Date(`${day}T00:00Z`))];
    item.append(make("p", "meta", [...about, ...(topics || []).map((one) => names.topic.get(one))].filter(Boolean).join(" · ")));
    if (summary) item.append(make("p", "", ...marked(summary, wanted)));
    return item;
  };

  let turn = 0;
  let shown = null;
  const show = async (found, start) => {
    const mine = turn;
    const rows = await Promise.all(found.numbers.slice(start, start + PAGE).map((number) => found.index.row(number)));
    if (mine !== turn) return;
    shown = found;
    if (!start) list.replaceChildren();
    list.append(...rows.map((row) => result(row, found.wanted)));
    more.hidden = list.children.length >= found.numbers.length;
    if (start) list.children[start].querySelector("a").focus();
  };
  const say = (template, query, number) =>
    (status.textContent = template ? template.replace("{n}", number.toLocaleString()).replace("{q}", query) : "");
  const chosen = () => Object.fromEntries([...new FormData(form)].filter(([, value]) => value));
  const run = async () => {
    const mine = (turn += 1);
    const { q = "", ...rest } = chosen();
    const query = q.trim();
    if (!words(query).length) {
      list.replaceChildren();
      more.hidden = true;
      say("");
      return;
    }
    try {
      const found = await find(query, rest).catch(() => {
        files = new Map();
        return find(query, rest, true);
      });
      if (mine !== turn) return;
      await show(found, 0);
      if (mine !== turn) return;
      const number = found.numbers.length;
      const { none, one, many, some } = form.dataset;
      say(!number ? none : found.isPartial ? some : number === 1 ? one : many, query, number);
    } catch {
      if (mine === turn) say(form.dataset.failed, query, 0);
    }
  };

  const remember = (how) => {
    const query = new URLSearchParams(chosen()).toString();
    history[how](null, "", query ? `?${query}` : location.pathname);
  };
  const recall = () => {
    const asked = new URLSearchParams(location.search);
    for (const field of form.elements) if (field.name) field.value = asked.get(field.name) || "";
    for (const field of form.querySelectorAll("select")) if (field.selectedIndex < 0) field.value = "";
    run();
  };

  let wait = 0;
  form.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(() => { remember("replaceState"); run(); }, 200);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(wait);
    remember("pushState");
    run();
  });
  form.addEventListener("focusin", () => { get("index.json").catch(() => {}); }, { once: true });
  more.addEventListener("click", () => show(shown, list.children.length));
  addEventListener("popstate", recall);
  for (const remark of document.querySelectorAll("[data-plain]")) remark.remove();
  filters.hidden = filters.disabled = false;
  recall();
})();
