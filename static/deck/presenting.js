/* What reveal.js leaves to us of presenting a deck: the bar, the list of slides, light and dark, the window of whoever speaks.
   All that is said stands in the page; nothing is asked of any server once it is open. */
(() => {
  "use strict";
  const page = document.documentElement, part = name => document.getElementById(`deck-${name}`);
  const bar = part("bar"), list = part("list"), told = part("told"), status = part("status");
  const slides = [...document.querySelectorAll(".slides > section")];
  const links = [...list.querySelectorAll("ol a")];

  // the address ------------------------------------------------------------------------------------------------------

  /* reveal.js takes its settings from the address too; only what the server knows, and whether it is dark, is left there. */
  const KEPT = ["lang", "on", "slides", "dark"];
  const said = () => location.search.slice(1).split("&").filter(each => KEPT.includes(each.split("=")[0]));
  function write(parts) {
    history.replaceState(null, "", `${location.pathname}${parts.length ? "?" : ""}${parts.join("&")}${location.hash}`);
  }
  if (said().join("&") !== location.search.slice(1)) write(said());

  // light and dark ---------------------------------------------------------------------------------------------------

  const windows = () => popup && !popup.closed ? [document, popup.document] : [document];
  function color() {
    const dark = said().includes("dark");
    for (const each of windows()) each.documentElement.toggleAttribute("data-dark", dark);
  }
  function turn() {
    const rest = said().filter(each => each !== "dark");
    write(rest.length === said().length ? [...rest, "dark"] : rest);
    color();
  }

  // what can be done -------------------------------------------------------------------------------------------------

  const DO = {
    previous: () => deck.prev(),
    next: () => deck.next(),
    list: () => { list.showModal(); links[deck.getIndices().h].focus(); },
    close: () => list.close(),
    dark: turn,
    black: () => deck.togglePause(),
    full: () => document.fullscreenElement ? document.exitFullscreen() : page.requestFullscreen(),
    speaker: speak,
    print: () => window.print(),
    again: () => { since = Date.now(); tick(); },
  };
  const chosen = event => DO[event.target.closest("[data-do]")?.dataset.do]?.();
  document.addEventListener("click", chosen);
  for (const each of bar.querySelectorAll("[data-do=full]")) each.hidden = !document.fullscreenEnabled;

  /* A key that a button or a link answers to is left to it. */
  const answered = event => [13, 32].includes(event.keyCode) && event.target?.closest?.("button, a");
  const KEYS = {27: "list", 79: "list", 68: "dark", 83: "speaker", 70: "full", 116: "full"};  // F5 begins a show on remotes
  const deck = new Reveal({
    width: 1280, height: 720, disableLayout: true, viewDistance: Infinity, mobileViewDistance: Infinity,
    transition: "none", backgroundTransition: "none", hash: true, hashOneBasedIndex: true, history: false,
    controls: false, progress: false, overview: false, help: false, jumpToSlide: false, center: false, fragments: false, autoAnimate: false,
    postMessage: false, postMessageEvents: false,
    keyboard: Object.fromEntries(Object.entries(KEYS).map(([code, name]) => [code, () => DO[name]()])),
    keyboardCondition: event => !list.open && !answered(event),
  });

  list.addEventListener("keydown", event => {
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key], at = links.indexOf(document.activeElement);
    if (!step || at < 0) return;
    event.preventDefault();
    links[Math.min(Math.max(at + step, 0), links.length - 1)].focus();
  });
  /* Not left to the address, which reveal.js writes a moment later: it may still name the slide that is gone to. */
  list.addEventListener("click", event => {
    const at = links.indexOf(event.target.closest("a"));
    if (at >= 0) {
      event.preventDefault();
      deck.slide(at);
    }
    if (at >= 0 || event.target === list) list.close();
  });

  let away = 0;
  const vanish = () => bar.classList.remove("there");
  function appear() {
    bar.classList.add("there");
    clearTimeout(away);
    away = setTimeout(vanish, 3000);
  }
  for (const kind of ["pointermove", "pointerdown"]) document.addEventListener(kind, appear, {passive: true});
  /* Whoever presents by keys or a remote needs no bar, and it would lie over the sources. */
  document.addEventListener("keydown", vanish);

  let spoken = 0;
  function tell(words) {
    told.textContent = words;
    clearTimeout(spoken);
    spoken = setTimeout(() => { told.textContent = ""; }, 8000);
  }

  // the window of whoever speaks -------------------------------------------------------------------------------------

  let popup = null, since = 0;

  /* An empty window that this page fills: it needs no server, and both are always in step. */
  function speak() {
    if (popup && !popup.closed) return popup.focus();
    popup = window.open("", `speaker-${part("speaker").dataset.name}`, "popup,width=1180,height=760");
    if (!popup) return tell(bar.dataset.refused);
    const there = popup.document;
    there.documentElement.lang = page.lang;
    there.head.replaceChildren(...[...document.querySelectorAll("style")].map(each => there.importNode(each, true)));
    there.title = part("speaker").dataset.title;
    there.body.className = "speaker";
    there.body.replaceChildren(there.importNode(part("speaker").content, true));
    there.addEventListener("click", chosen);
    there.addEventListener("keydown", event => {
      if (event.ctrlKey || event.metaKey || event.altKey || answered(event) || KEYS[event.keyCode] === "full") return;
      if ([27, 79, 83].includes(event.keyCode) || ([38, 40].includes(event.keyCode) && event.target.closest(".notes"))) return;
      if (event.key !== "Tab" && event.key !== "Shift") event.preventDefault();
      deck[event.shiftKey && event.keyCode === 32 ? "prev" : "triggerKey"](event.keyCode);
    });
    since = Date.now();
    color();
    show();
  }

  function tick() {
    if (!popup || popup.closed) return;
    const passed = Math.floor((Date.now() - since) / 1000), two = number => String(number).padStart(2, "0");
    const [clock, elapsed] = popup.document.querySelectorAll("time");
    clock.textContent = new Date().toLocaleTimeString(page.lang, {hour: "2-digit", minute: "2-digit", hourCycle: "h23"});
    elapsed.textContent = `${Math.floor(passed / 60)}:${two(passed % 60)}`;
  }

  function fill(place, slide) {
    const [none, picture] = [place.querySelector("p"), slide?.querySelector("svg")];
    place.querySelector("svg")?.remove();
    if (none) none.hidden = Boolean(picture);
    if (picture) place.append(popup.document.importNode(picture, true));
  }

  function show() {
    const at = deck.getIndices().h, slide = slides[at], heading = slide.querySelector("h2").textContent;
    status.textContent = `${slide.dataset.said}: ${heading}`;
    links.forEach((link, index) => index === at ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current"));
    if (!popup || popup.closed) return;
    const there = popup.document, notes = there.querySelector(".notes > div");
    there.querySelector(".number").textContent = slide.dataset.said;
    fill(there.querySelector(".now"), slide);
    fill(there.querySelector(".next"), slides[at + 1]);
    notes.replaceChildren(...[...slide.querySelectorAll("aside p")].map(each => there.importNode(each, true)));
    notes.parentNode.scrollTop = 0;
    there.querySelector(".source").replaceChildren(there.importNode(slide.querySelector(".source").firstChild, true));
    there.querySelector(".black").hidden = !deck.isPaused();
    tick();
  }

  deck.on("slidechanged", show);
  deck.on("paused", () => { show(); status.textContent = bar.dataset.black; });
  deck.on("resumed", show);
  setInterval(tick, 1000);
  /* Loaded anew, this page does not know that window any more; without its name it is not in the way of another. */
  addEventListener("pagehide", () => {
    if (!popup || popup.closed) return;
    popup.document.querySelector(".lost").hidden = false;
    popup.name = "";
  });

  color();
  deck.initialize().then(() => {
    document.querySelector(".aria-status")?.remove();  // it would read every word of a picture
    show();
    appear();
  });
})();
