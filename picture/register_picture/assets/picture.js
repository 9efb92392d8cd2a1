// A picture on a page: SVG made by the server, which is shown, pointed at, walked through by keyboard and chosen in.
//
// What comes from the server (`data`): the markup, compressed, in which every text is escaped. Its root says for how much `room` it was
// drawn, and may `seek`: the selector of what a choice has opened, to be brought into view.
// What goes back: the trigger `chosen` (the id of a mark) and the state `room`.

import { gunzipSync } from "./gunzip.min.js";

const ROOMS = [[632, "phone"], [1080, "tablet"], [Infinity, "desk"]];
const kept = new WeakMap();

export default function (component) {
  const root = component.parentElement.querySelector(".picture");
  let here = kept.get(root);
  if (!here) {
    here = new Picture(root);
    kept.set(root, here);
  }
  here.show(component);
  return () => {
    if (!root.isConnected) here.leave();
  };
}

class Picture {
  constructor(root) {
    this.root = root;
    this.tip = document.createElement("div");
    this.tip.className = "picture-tip";
    this.tip.setAttribute("role", "tooltip");
    this.tip.hidden = true;
    root.after(this.tip);
    this.sent = null;
    this.at = null;
    root.addEventListener("click", (event) => this.click(event));
    root.addEventListener("keydown", (event) => this.key(event));
    root.addEventListener("pointerover", (event) => event.pointerType !== "touch" && this.point(this.mark(event.target)));
    root.addEventListener("pointerleave", () => this.point(null));
    root.addEventListener("focusin", (event) => this.focus(this.mark(event.target)));
    root.addEventListener("focusout", () => this.point(null));
    this.wide = 0;
    this.watch = new ResizeObserver(([seen]) => {
      this.wide = seen.contentRect.width;
      this.measure();
    });
    this.watch.observe(root);
  }

  show(component) {
    this.component = component;
    if (!same(component.data, this.sent)) {
      this.sent = component.data;
      const svg = new TextDecoder().decode(gunzipSync(component.data));
      this.point(null);
      const focused = this.root.contains(document.activeElement) ? named(this.mark(document.activeElement)) : null;
      this.root.innerHTML = svg;
      this.says = this.root.firstElementChild.dataset;
      this.marks = [...this.root.querySelectorAll(".at")];
      for (const mark of this.marks) if (!mark.hasAttribute("href")) mark.setAttribute("role", mark.dataset.id === undefined ? "img" : "button");
      const again = focused && this.marks.find((mark) => named(mark) === focused);
      this.stop(again ?? this.marks[0]);
      if (again) again.focus({ preventScroll: true });
      if (this.says.seek) this.seek(this.says.seek, performance.now() + 1500);
    }
    // Asked now, the browser would lay the page out for the answer; it says so by itself where the width changes.
    if (this.wide) this.measure();
  }

  leave() {
    this.watch.disconnect();
    this.tip.remove();
  }

  mark(node) {
    return node instanceof Element ? node.closest(".at") : null;
  }

  // One stop for the tab key in the whole picture; the arrows go on from there.
  stop(mark) {
    for (const each of this.marks) each.setAttribute("tabindex", each === mark ? "0" : "-1");
  }

  focus(mark) {
    if (mark) this.stop(mark);
    // A mark that was pressed has its focus from that; its tip is there already, or is not wanted.
    this.point(mark?.matches(":focus-visible") ? mark : this.at);
  }

  click(event) {
    const mark = this.mark(event.target);
    if (!mark) return this.point(null);
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return; // the browser's own: a new tab
    if (mark.dataset.id !== undefined) {
      event.preventDefault();
      this.component.setTriggerValue("chosen", [mark.parentNode.dataset.row, mark.dataset.id].filter((part) => part !== undefined).join("|"));
    } else if (mark.getAttribute("href")) {
      this.point(null); // the link itself is followed as all links of the pages are
    } else {
      this.point(mark);
    }
  }

  key(event) {
    const mark = this.mark(event.target);
    if (!mark) return;
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (way) this.step(mark, way);
    else if (event.key === "Home") this.marks[0].focus();
    else if (event.key === "End") this.marks[this.marks.length - 1].focus();
    else if (event.key === "Escape") this.point(null);
    else if (event.key === "Enter" || event.key === " ") mark.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    else return;
    event.preventDefault();
  }

  // Right and left go through all marks, row by row as they are read; up and down go to the nearest, where what lies aside
  // counts three times.
  step(from, [right, down]) {
    if (right) return this.marks[this.marks.indexOf(from) + right]?.focus();
    const here = middle(from);
    let best = null;
    let least = Infinity;
    for (const mark of this.marks) {
      const there = middle(mark);
      const ahead = (there.y - here.y) * down;
      const far = ahead + 3 * Math.abs(there.x - here.x);
      if (mark !== from && ahead > 1 && far < least) [best, least] = [mark, far];
    }
    best?.focus();
  }

  point(mark) {
    this.at?.classList.remove("pointed");
    this.at = mark;
    const words = mark?.getAttribute("aria-label");
    this.tip.hidden = !words;
    if (!words) return;
    const row = mark.parentNode.getAttribute("role") === "group" && mark.parentNode.getAttribute("aria-label");
    mark.classList.add("pointed");
    this.tip.replaceChildren(...[row, ...words.split("\n")].filter(Boolean).map((line) => Object.assign(document.createElement("p"), { textContent: line })));
    const [box, tip] = [mark.getBoundingClientRect(), this.tip.getBoundingClientRect()];
    const left = Math.min(Math.max(box.left + box.width / 2 - tip.width / 2, 8), document.documentElement.clientWidth - tip.width - 8);
    const above = box.top - tip.height - 8;
    this.tip.style.left = `${Math.max(left, 8)}px`;
    this.tip.style.top = `${above > 8 ? above : Math.min(box.bottom + 8, innerHeight - tip.height - 8)}px`;
  }

  // How much room there is decides which drawing the server sends; it is told once, and again where it changes.
  measure() {
    if (!this.wide || !this.component) return;
    const room = ROOMS.find(([most]) => this.wide < most)[1];
    if (room !== this.says.room && room !== this.told) {
      this.told = room;
      this.component.setStateValue("room", room);
    }
  }

  seek(selector, until) {
    const found = document.querySelector(selector);
    if (found) found.scrollIntoView({ block: "nearest", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
    else if (performance.now() < until) requestAnimationFrame(() => this.seek(selector, until));
  }
}

function same(one, other) {
  return other !== null && one.length === other.length && one.every((byte, place) => byte === other[place]);
}

// What a mark is, whatever drawing it stands in.
function named(mark) {
  return mark && `${mark.parentNode.dataset.row} ${mark.dataset.id} ${mark.getAttribute("href")}`;
}

function middle(mark) {
  const box = mark.getBoundingClientRect();
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}
