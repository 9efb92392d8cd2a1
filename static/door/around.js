/* What Streamlit leaves to us of the page around the pages, and nothing of the records:
   - whether there is a connection, as data-door="open|refused|lost" on <html>, for the sentence beside #root;
   - the language of the page, as <html lang>, wherever the reader changes it;
   - links between the pages, followed without loading Streamlit anew;
   - what is there to be copied: the address of the page, or the HTML of a picture for another site;
   - a draft that is handed in as a file: sent, read and given to the session of this page alone; and files made of it, saved from here;
   - the keyboard, where a button makes way for the field that it opens;
   - Streamlit's own words in Korean on a Korean page (labels/built_in.yaml). No text of a record is ever touched. */
(() => {
  "use strict";
  const page = document.documentElement;

  // where Streamlit is served -----------------------------------------------------------------------------------------

  /* It would ask below the address of the page first, and for its settings before it connects; these are the server's own. */
  window.__streamlit = {
    BACKEND_BASE_URL: new URL("./", location.href).href,
    HOST_CONFIG: {allowedOrigins: [location.origin], useExternalAuthToken: false},
  };

  // the connection ---------------------------------------------------------------------------------------------------

  const LOOK = 500, START = 12000, REFUSED = 6000, LOST = 3000;
  let since = performance.now(), mounted = false, open = false, ever = false;

  function look() {
    const app = document.querySelector("[data-testid=stApp]");
    const state = app ? app.dataset.testConnectionState : "";
    const now = performance.now(), is = state === "CONNECTED" || state === "STATIC_CONNECTED";
    if (is !== open || Boolean(app) !== mounted) since = now;
    [open, mounted, ever] = [is, Boolean(app), ever || is];
    if (open && page.dataset.door !== "open") page.dataset.door = "open";  // a page that is there is left in peace
    else if (!open && now - since > (ever ? LOST : mounted ? REFUSED : START)) page.dataset.door = ever ? "lost" : "refused";
    if (page.dataset.door === "lost" || page.dataset.door === "refused") close();
  }

  /* Ours says the same in the reader's language and has the ways on; Streamlit's own stands before the page. */
  function close() {
    const dialog = document.querySelector("[data-testid=stDialog]");
    const heads = words.filter(([key]) => key === "connection_error").flatMap(([, en, ko]) => [en, ko]);
    if (dialog && heads.some(head => dialog.textContent.includes(head))) dialog.querySelector("button[aria-label]")?.click();
  }

  // links between the pages -----------------------------------------------------------------------------------------

  /* Streamlit answers the browser's Back and Forward by drawing the page at that address; a link is followed in the same way.
     What is no page, what goes to another window and what stays on the page is the browser's own. */
  document.addEventListener("click", event => {
    const link = event.target.closest?.("a[href]:not([download]):not([target=_blank])");
    if (!link || !open || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const there = new URL(link.getAttribute("href"), location.href);
    const [, folder, name] = there.pathname.match(/^(.*\/)([^/]*)$/);
    if (there.origin !== location.origin || folder !== location.pathname.match(/^.*\//)[0] || !/^[a-z_]*$/.test(name)) return;
    if (there.pathname === location.pathname && there.search === location.search) return;
    event.preventDefault();
    history.pushState({}, "", there);
    dispatchEvent(new PopStateEvent("popstate", {state: {}}));
    const stands = link.dataset.stay, until = performance.now() + 4000;
    if (stands) stay(link, stands, stays(stands).indexOf(link), until);
    else arrive(there.hash && decodeURIComponent(there.hash.slice(1)), until);
  });

  /* A link that changes the page it stands on leaves it where it is; once that is drawn anew, the keyboard goes on from the same link. */
  const stays = name => [...document.querySelectorAll("a[data-stay]")].filter(link => link.dataset.stay === name);
  function stay(link, name, place, until) {
    const now = stays(name)[place] ?? stays(name)[0];
    if (now && !link.isConnected) {
      now.focus({preventScroll: true});
      now.scrollIntoView({block: "nearest"});
    } else if (performance.now() < until) setTimeout(() => stay(link, name, place, until), 50);
  }

  /* At the top of the new page, or where the link points once that is drawn. */
  function arrive(id, until) {
    const place = id && document.getElementById(id);
    if (place) place.scrollIntoView();
    else if (!id) document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0);
    else if (performance.now() < until) setTimeout(() => arrive(id, until), 50);
  }

  // what is there to be copied ---------------------------------------------------------------------------------------

  /* The address as it is now, filters that were just chosen and all; the server says under which address readers know the
     register (data-root), if it knows, in which language the page is and as of which day. */
  function address({root, lang, day}, fixed) {
    const start = root ? `${root}/${location.pathname.match(/[^/]*$/)[0]}` : location.origin + location.pathname;
    const kept = location.search.slice(1).split("&").filter(part => part && !/^(lang|on)(=|$)/.test(part));
    return `${start}?${[...kept, `lang=${lang}`, ...(fixed ? [`on=${day}`] : [])].join("&")}`;
  }

  /* Where the browser lets nobody write to its clipboard, the words stand there selected, to be copied by hand. */
  document.addEventListener("click", async event => {
    const button = event.target.closest?.("button[data-copy]"), place = button?.closest(".copy");
    if (!place) return;
    const field = place.querySelector("input, textarea"), said = place.querySelector("[role=status]");
    if (button.dataset.copy !== "words") field.value = address(place.dataset, button.dataset.copy === "fixed");
    field.hidden = false;
    said.textContent = "";
    let copied = true;
    try {
      await navigator.clipboard.writeText(field.value);  // not there at all where the page came without TLS
    } catch {
      field.focus();
      field.select();
      copied = document.execCommand("copy");
      if (copied) button.focus();
    }
    said.textContent = copied ? said.dataset.copied : said.dataset.refused;
  });

  document.addEventListener("keydown", event => {
    const open = event.key === "Escape" && event.target.closest?.("details.copy[open]");
    if (!open) return;
    open.open = false;
    open.querySelector("summary").focus();
  });

  // a draft ----------------------------------------------------------------------------------------------------------

  /* The server reads the file and answers with what it read; the page's own field takes that to the session, so that no server has to
     keep a draft. React hears of a field only by the events that typing would send. */
  document.addEventListener("submit", async event => {
    const form = event.target.closest?.("form[data-into]");
    if (!form) return;
    event.preventDefault();
    const said = form.querySelector("[role=status]"), button = form.querySelector("button");
    said.textContent = said.dataset.reading;
    button.disabled = true;
    let told = said.dataset.failed;
    try {
      const answer = await fetch(form.getAttribute("action"), {method: "POST", body: new FormData(form)});
      const {read, refused} = await answer.json(), field = document.querySelector(form.dataset.into);
      if (read && field) {
        Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(field, read);
        field.dispatchEvent(new Event("input", {bubbles: true}));
        field.dispatchEvent(new FocusEvent("focusout", {bubbles: true}));
        told = said.dataset.reading;
      } else if (refused) told = refused;
    } catch {
      told = said.dataset.failed;  // no connection, or no answer of ours
    }
    said.textContent = told;
    button.disabled = false;
  });

  /* The button that opens the field of another wording makes way for it, and the field for the button: the keyboard goes on there. */
  const tries = place => place?.closest?.("[class*=st-key-draft-try-]")?.className.match(/st-key-draft-try-[\w-]+/)?.[0];
  function handOn(name, until) {
    if (document.activeElement !== document.body) return performance.now() < until && document.activeElement.isConnected
      && tries(document.activeElement) === name ? setTimeout(() => handOn(name, until), 50) : undefined;
    const next = document.querySelector(`.${name} textarea, .${name} button`);
    if (next) next.focus(); else if (performance.now() < until) setTimeout(() => handOn(name, until), 50);
  }
  document.addEventListener("click", event => {
    const name = event.target.closest?.("button") && tries(event.target);
    if (name) setTimeout(() => handOn(name, performance.now() + 8000), 50);
  });

  /* A file that was made of a draft comes with the page, for no server keeps it; it is saved as soon as it is there. */
  const saved = new WeakSet();
  function save(place) {
    if (saved.has(place)) return;
    saved.add(place);
    const bytes = Uint8Array.from(atob(place.dataset.file), letter => letter.charCodeAt(0));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([bytes], {type: place.dataset.type}));
    link.download = place.dataset.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }
  new MutationObserver(() => document.querySelectorAll("span.hand-out[data-file]").forEach(save))
    .observe(document.body, {subtree: true, childList: true});

  // Streamlit's own words --------------------------------------------------------------------------------------------

  const words = JSON.parse(document.getElementById("door-words").textContent);
  const TEXTS = [
    "stSkipToContent", "InputInstructions", "stStatusWidget", "stConnectionStatus", "stDialog", "stSelectboxVirtualDropdown",
    "stMultiSelectDropdown", "stDownloadButtonError", "stTooltipContent", "stAppSkeleton",
  ].map(name => `[data-testid=${name}]`).concat("[data-live-announcer]").join();
  const OURS = "[data-testid=stHtml], [data-testid=stMarkdownContainer], .js-plotly-plot, [role=option][data-key], #door";
  const NAMES = ["aria-label", "placeholder", "title"], NAMED = NAMES.map(name => `[${name}]`).join();

  function dictionary(from, to) {
    const exact = new Map(), shapes = [];
    for (const entry of words) {
      const [said, meant] = [entry[from], entry[to]];
      if (!said.includes("{")) { if (!exact.has(said)) exact.set(said, meant); continue; }
      const shape = said.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{n\}/g, "(?<n>\\d+)").replace(/\{what\}/g, "(?<what>.+)");
      shapes.push([new RegExp(`^${shape}$`, "su"), meant]);
    }
    return said => {
      const bare = said.trim();
      if (exact.has(bare)) return exact.get(bare);
      for (const [shape, meant] of shapes) {
        const found = bare.match(shape);
        if (found) return meant.replace(/\{(\w+)\}/g, (_, name) => found.groups[name]);
      }
      return null;
    };
  }
  const to = {ko: dictionary(1, 2), en: dictionary(2, 1)};

  function text(node) {
    const here = node.parentElement;
    if (!here || !here.closest(TEXTS) || here.closest(OURS)) return;
    const meant = to[page.lang]?.(node.nodeValue);
    if (meant !== null && meant !== undefined && meant !== node.nodeValue) node.nodeValue = meant;
  }

  function named(element) {
    if (element.closest(OURS)) return;
    for (const name of NAMES) {
      const said = element.getAttribute(name), meant = said && to[page.lang]?.(said);
      if (meant && meant !== said) element.setAttribute(name, meant);
    }
  }

  function sweep(element) {
    if (element.matches(NAMED)) named(element);
    element.querySelectorAll(NAMED).forEach(named);
    for (const place of element.closest(TEXTS) ? [element] : element.querySelectorAll(TEXTS)) {
      const walk = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
      while (walk.nextNode()) text(walk.currentNode);
    }
  }

  // the language -----------------------------------------------------------------------------------------------------

  function speak() {
    const lang = document.querySelector("p.product[lang]")?.lang;
    if (!lang || lang === page.lang) return;
    page.lang = lang;
    sweep(document.body);
  }

  new MutationObserver(changes => {
    speak();
    if (page.lang !== "ko") return;
    for (const {type, target, addedNodes} of changes) {
      if (type === "characterData") text(target);
      else if (type === "attributes") named(target);
      else for (const node of addedNodes) if (node.nodeType === Node.ELEMENT_NODE) sweep(node); else if (node.nodeType === Node.TEXT_NODE) text(node);
    }
  }).observe(document.body, {subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: [...NAMES, "lang"]});
  setInterval(look, LOOK);
})();
