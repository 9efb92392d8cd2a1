"""Waiting until a page is drawn: nothing asked of the server is unanswered, no script runs, nothing changes any more."""

from __future__ import annotations

from itertools import count

from playwright.sync_api import BrowserContext, Page

QUIET = 150
"""So many milliseconds without a change, after the script has run, are the end of a drawing."""
STILL = 700
"""The same where no run was seen to end since the page last asked: it was too short to be shown, or nothing had to run."""

WATCH = """(() => {
  const talk = window.talk = {asked: 0, heard: 0, ended: 0, changed: 0, leaving: false}, heard = new WeakSet(), send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (data) {
    if (!heard.has(this)) { heard.add(this); this.addEventListener('message', () => { talk.heard = performance.now(); }); }
    talk.asked = performance.now();
    return send.call(this, data);
  };
  addEventListener('beforeunload', () => { talk.leaving = true; });
  new MutationObserver(changes => {
    talk.changed = performance.now();
    for (const {target, attributeName, oldValue} of changes)
      if (attributeName === 'data-test-script-state' && oldValue === 'running') talk.ended = talk.changed;
  }).observe(document, {subtree: true, childList: true, attributes: true, attributeOldValue: true, characterData: true});
})()"""
"""Notes when the page last asked the server, last heard of it, last saw a run of the script end, and last changed."""

# What was clicked may be answered only after the next frame, so the quiet begins with the waiting at the earliest. A page
# that is being left is not yet the next one; a skeleton stands where a part of Streamlit itself is still fetched.
SETTLED = """([quiet, still, call]) => {
  const talk = window.talk, now = performance.now();
  if (talk.call !== call) [talk.call, talk.since] = [call, now];
  const {asked, heard, ended, changed, leaving} = talk, app = document.querySelector('[data-testid=stApp]');
  if (leaving || !app || app.dataset.testScriptState !== 'notRunning' || !asked || heard < asked) return false;
  if (document.querySelector('[data-testid=stSkeleton]')) return false;
  return now - Math.max(talk.since, heard, changed) > (ended >= asked ? quiet : still);
}"""


_CALLS = count(1)


def watched(context: BrowserContext) -> BrowserContext:
    """The same browser profile; its pages can be waited for."""
    context.add_init_script(WATCH)
    return context


def settled(page: Page) -> None:
    """Wait until the script has run and everything it sent is drawn."""
    page.wait_for_function(SETTLED, arg=[QUIET, STILL, next(_CALLS)], timeout=60_000)
