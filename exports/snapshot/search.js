"use strict";
// The search within a snapshot. It reads the text of the part that is shown and marks what is found without changing the page;
// without it the whole text is there to be read, and the language can still be chosen.
(() => {
  const byId = (id) => document.getElementById(id);
  const form = byId("search"), box = byId("words"), found = byId("found");
  const parts = [...document.querySelectorAll(".part")];
  const chooser = (part) => byId(`show-${part.lang}`);
  const shown = () => parts.find((part) => chooser(part)?.checked) ?? parts[0];
  const BLOCKS = "p,li,dt,dd,h1,h2,h3,h4,h5,td,th,summary,blockquote,figcaption,q";
  const HANGUL = /[\uac00-\ud7a3]/;
  const ALIKE = ["'’‘`", "\"“”", "-‐‑–—"];
  const MOST = 3000; // so many hits are marked; all are counted
  const known = new Map();
  let part = parts[0], hits = [], at = -1, typed = "", waiting = 0;

  // The text of a part in one piece, with the nodes that it comes from; a sign that nobody types stands between two blocks.
  function read(part) {
    if (known.has(part)) return known.get(part);
    const nodes = [], starts = [], pieces = [];
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    let length = 0, block = null;
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.parentElement.closest(".picture, svg")) continue;
      const here = node.parentElement.closest(BLOCKS);
      const between = here !== block ? "\u0001" : node.previousSibling?.nodeName === "BR" ? "\n" : "";
      block = here;
      length += between.length;
      nodes.push(node);
      starts.push(length);
      pieces.push(between, node.data);
      length += node.length;
    }
    const text = { nodes, starts, words: pieces.join("") };
    known.set(part, text);
    return text;
  }

  // Case, kinds of quotation marks and dashes do not matter; nor, between syllables of Hangul, do blanks.
  function pattern(words) {
    const signs = [...words.normalize("NFC").trim().replace(/\s+/gu, " ")];
    return new RegExp(signs.map((sign, place) => {
      const next = signs[place + 1] ?? "", before = signs[place - 1] ?? "";
      if (sign === " ") return HANGUL.test(before) || HANGUL.test(next) ? "\\s*" : "\\s+";
      const alike = ALIKE.find((group) => group.includes(sign));
      const one = alike ? `[${alike.replace("-", "\\-")}]` : sign.replace(/[\\^$.*+?()[\]{}|/]/u, "\\$&");
      return HANGUL.test(sign) && HANGUL.test(next) ? `${one}\\s?` : one;
    }).join(""), "giu");
  }

  function search(words, part) {
    const wanted = pattern(words);
    return Array.from(read(part).words.matchAll(wanted), (hit) => [hit.index, hit.index + hit[0].length]);
  }

  function place(text, offset) {
    let low = 0, high = text.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (text.starts[middle] <= offset) low = middle; else high = middle - 1;
    }
    return [text.nodes[low], Math.min(Math.max(offset - text.starts[low], 0), text.nodes[low].length)];
  }

  function range([start, end]) {
    const text = read(part), made = document.createRange(), last = place(text, end - 1);
    made.setStart(...place(text, start));
    made.setEnd(last[0], Math.min(last[1] + 1, last[0].length));
    return made;
  }

  function marked(name, ranges) {
    if (!("highlights" in CSS)) return false;
    CSS.highlights.set(name, new Highlight(...ranges));
    return true;
  }

  function say(key, words = {}) {
    found.value = key ? part.dataset[key].replace(/\{(\w+)\}/g, (_, name) => words[name]) : "";
  }

  function go(step) {
    if (!hits.length) return;
    at = (at + step + hits.length) % hits.length;
    const here = range(hits[at]);
    for (let fold = here.startContainer.parentElement.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    if (!marked("here", [here])) {
      getSelection().removeAllRanges();
      getSelection().addRange(here);
    }
    scrollBy({ top: here.getBoundingClientRect().top - innerHeight / 3 });
    say("count", { at: at + 1, n: hits.length });
  }

  // Words in Hangul are looked for in the Korean part first, all others in the part that is shown; then in the one that has them.
  function look(first = HANGUL.test(box.value) ? parts.find((each) => each.lang === "ko") ?? shown() : shown()) {
    waiting = 0;
    typed = box.value;
    at = -1;
    hits = [];
    part = shown();
    marked("here", []);
    for (const each of typed.trim() ? [first, ...parts.filter((other) => other !== first)] : []) {
      hits = search(typed, each);
      if (!hits.length) continue;
      part = each;
      show(part);
      break;
    }
    marked("hit", hits.slice(0, MOST).map(range));
    if (hits.length) go(1); else say(typed.trim() ? "none" : "");
  }

  function show(part) {
    if (chooser(part)) chooser(part).checked = true;
  }

  // A link into the other language shows it; one to a folded entry unfolds it.
  function follow() {
    const target = byId(decodeURIComponent(location.hash.slice(1)));
    const holder = target?.closest(".part");
    if (!holder) return;
    show(holder);
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    target.scrollIntoView();
  }

  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => look(), 150);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  box.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Enter") {
      event.preventDefault();
      clearTimeout(waiting);
      if (waiting || typed !== box.value) look(); else go(event.shiftKey ? -1 : 1);
    }
    if (event.key === "Escape") {
      box.value = "";
      look();
    }
  });
  byId("earlier").addEventListener("click", () => go(-1));
  byId("later").addEventListener("click", () => go(1));
  addEventListener("keydown", (event) => {
    if (event.key === "/" && event.target !== box && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      box.focus();
      box.select();
    }
  });
  for (const each of parts) chooser(each)?.addEventListener("change", () => { if (box.value.trim()) look(each); });
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    for (const each of folded) each.open = true;
  });
  addEventListener("afterprint", () => { for (const each of folded) each.open = false; });
  addEventListener("hashchange", follow);
  const reader = parts.find((each) => navigator.language.startsWith(each.lang));
  if (reader && !location.hash) show(reader);
  form.hidden = false;
  follow();
})();
