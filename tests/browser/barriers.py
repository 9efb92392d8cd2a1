"""What keeps a reader from a page that is drawn: barriers that axe knows, and words that do not fit the screen."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

AXE = Path(__file__).with_name("axe.min.js").read_text(encoding="utf-8")
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
BESIDE = "() => { const main = document.querySelector('[data-testid=stMain]'); return main.scrollWidth - main.clientWidth; }"
CUT_OFF = """() => [...document.querySelectorAll('[data-testid=stMain] :is(p, h1, h2, h3, li, td, th, dd, dt, q, span, a, summary, label)')]
    .filter(e => { const r = e.getBoundingClientRect(), s = getComputedStyle(e);
        if (!r.width || !r.height || s.visibility === 'hidden' || s.clipPath !== 'none') return false;
        if (e.closest('[data-testid=stSelectbox], [data-testid=stMultiSelect], .sr-only')) return false;
        return r.right > innerWidth + 1 || r.left < -1 && r.left > -2000 || (s.overflowX === 'hidden' && e.scrollWidth > e.clientWidth + 1); })
    .map(e => e.textContent.slice(0, 80))"""


def barriers(page: Page) -> list[str]:
    """What breaks WCAG 2.2 at level A or AA, as far as axe can tell: the rule, and the first elements that break it."""
    page.evaluate(AXE)
    found = page.evaluate("rules => axe.run(document, {runOnly: rules})", WCAG)
    return [
        f"{each['impact']}: {each['id']}: {each['help']}: {[node['html'][:160] for node in each['nodes'][:3]]}"
        for each in found["violations"]
    ]


def out_of_sight(page: Page) -> list[str]:
    """What a screen of this width does not show: how far the page would scroll sideways, and the words that are cut off."""
    cut_off: list[str] = page.evaluate(CUT_OFF)
    beside = page.evaluate(BESIDE)
    return [f"{beside} px to the side", *cut_off] if beside > 0 else cut_off
