"""Waiting until a page is drawn: nothing asked of the server is unanswered, no script runs, nothing changes any more."""

from __future__ import annotations

import time
from itertools import count
from pathlib import Path

from playwright.sync_api import BrowserContext, Page

from widgets.parts.view import Sweep

QUIET = 150
"""So many milliseconds without a change, after the script has run, are the end of a drawing."""
STILL = 700
"""The same where no run was seen to end since the page last asked: it was too short to be shown, or nothing had to run."""

LOOKS = 4
"""At least so many frames are looked at, so that a stall of the page is not taken for quiet."""

WATCH = """(() => {
  const talk = window.talk = {asked: 0, heard: 0, began: 0, ended: 0, changed: 0, leaving: -1e6};
  const heard = new WeakSet(), send = WebSocket.prototype.send, state = 'data-test-script-state';
  WebSocket.prototype.send = function (data) {
    if (!heard.has(this)) { heard.add(this); this.addEventListener('message', () => { talk.heard = performance.now(); }); }
    talk.asked = performance.now();
    return send.call(this, data);
  };
  addEventListener('beforeunload', () => { talk.leaving = performance.now(); });
  new MutationObserver(changes => {
    const now = talk.changed = performance.now(), runs = changes.filter(change => change.attributeName === state);
    runs.forEach(({target, oldValue}, place) => {
      const value = place + 1 < runs.length ? runs[place + 1].oldValue : target.getAttribute(state);
      if (value === 'running') talk.began = now;
      if (value === 'notRunning' && talk.began >= talk.asked) talk.ended = now;
    });
  }).observe(document, {subtree: true, childList: true, attributes: true, attributeOldValue: true, characterData: true});
})()"""
"""Notes when the page last asked the server and heard of it, when a run of the script that this asked for ended, and when
anything changed."""

SETTLED = """([quiet, still, least, call]) => {
  const talk = window.talk, now = performance.now(), app = document.querySelector('[data-testid=stApp]');
  if (talk.call !== call) Object.assign(talk, {call, since: now, looks: 0});
  // A page that is being left is not yet the next one; it may stay after all, as for a file to take along.
  if (now - talk.leaving < 1000 || !app || app.dataset.testScriptState !== 'notRunning') return false;
  if (!talk.asked || talk.heard < talk.asked || document.fonts.status !== 'loaded') return false;
  // A skeleton stands where a part of Streamlit itself is still fetched.
  if (document.querySelector('[data-testid=stSkeleton]')) return false;
  // What was clicked may be answered only after the next frame, so the quiet begins with the waiting at the earliest.
  const last = Math.max(talk.since, talk.heard, talk.changed);
  return ++talk.looks >= least && now - last > (talk.ended >= talk.asked ? quiet : still);
}"""


_CALLS = count(1)


def watched(context: BrowserContext) -> BrowserContext:
    """The same browser profile; its pages can be waited for."""
    context.add_init_script(WATCH)
    return context


def rewritten(path: Path, text: str) -> None:
    """Change a record, and wait until the server surely looks at it: it looks once a second, and a page is opened sooner."""
    path.write_text(text, encoding="utf-8")
    time.sleep(Sweep.OFTEN + 0.1)


def settled(page: Page) -> None:
    """Wait until the script has run and everything it sent is drawn."""
    page.wait_for_function(SETTLED, arg=[QUIET, STILL, LOOKS, next(_CALLS)], timeout=60_000)


def comes_true(page: Page, condition: str) -> None:
    """Wait until a condition holds on a page whose policy forbids the evaluation that Playwright's own waiting polls with.

    ``Page.wait_for_function`` passes on such a page only where the condition holds at the first look.
    """
    end = time.monotonic() + 10
    while not page.evaluate(condition):
        assert time.monotonic() < end, f"not true within ten seconds: {condition}"
        page.wait_for_timeout(50)
