"""A real browser for the pages: Debian's Chromium through Playwright, and axe-core from npm.

Nothing is downloaded by Playwright. The pages are those that `make reports` built in `outputs/`; each is opened once, looked at
in every way that the tests ask about, by as many browsers as there are processors, and the tests read what was seen.
"""

import dataclasses
import io
import os
import shutil
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

OUTPUTS = Path(__file__).parents[2] / "outputs"
PAGES = sorted([OUTPUTS / "index.html", *OUTPUTS.glob("[0-9]*/*/*.html")])
AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
NAMES = ("chromium", "chromium-browser", "google-chrome")
DESK, TELEPHONE = 1280, 390
PAPER, SHEET = 643, 794  # 170 mm between the margins of A4, and the 210 mm of a poster without any, at 96 dots an inch
WORKERS = min(4, os.cpu_count() or 1)


class Visit:
    """A page that was opened, and all it said and asked for meanwhile."""

    def __init__(self, page: Page, path: Path) -> None:
        self.page, self.path = page, path
        self.messages: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: self.messages.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.messages.append(f"error: {error}"))
        page.on("request", lambda request: self.requests.append(request.url))
        page.goto(path.as_uri())
        page.evaluate("document.fonts.ready.then(() => true)")

    @property
    def asked(self) -> list[str]:
        """Addresses other than the page's own and what it carries itself."""
        own = self.path.as_uri()
        return [url for url in self.requests if url.partition("#")[0] != own and not url.startswith("data:")]

    def set_width(self, width: int) -> None:
        self.page.set_viewport_size({"width": width, "height": 900})

    def overflowing(self, width: int) -> list[str]:
        """Name what makes the page wider than a window of some width; nothing when it fits."""
        self.set_width(width)
        return self.page.evaluate(
            """() => {
                const root = document.documentElement;
                if (root.scrollWidth <= root.clientWidth) return [];
                const wide = [...document.querySelectorAll("body *")].filter(
                    element => element.getBoundingClientRect().right > root.clientWidth + 0.5);
                return [`${root.scrollWidth} > ${root.clientWidth}`, ...wide.slice(0, 3).map(
                    element => element.outerHTML.slice(0, 120))];
            }"""
        )

    def barriers(self, axe: str, *, without: Sequence[str] = ()) -> list[str]:
        """Run the rules of axe-core, those for WCAG 2 A and AA and best practice; name what they find."""
        self.page.evaluate(axe)
        rules = {name: {"enabled": False} for name in without}
        options = {"resultTypes": ["violations"], "rules": rules}
        found = self.page.evaluate("options => axe.run(document, options)", options)
        return [
            f"{rule['id']}: {rule['help']} ({len(rule['nodes'])}x, {rule['nodes'][0]['html'][:160]})"
            for rule in found["violations"]
        ]


@dataclasses.dataclass(frozen=True)
class Seen:
    """What was seen of a page: by width what sticks out and what stands in the way, on paper, and all it said and asked."""

    title: str
    is_poster: bool
    overflowing: dict[int, list[str]]
    barriers: dict[int, list[str]]
    on_paper: list[str]
    printed: list[str]
    messages: list[str]
    asked: list[str]


def look_at(visit: Visit, axe: str) -> Seen:
    """Look at a page in every way."""
    page = visit.page
    overflowing = {width: visit.overflowing(width) for width in (TELEPHONE, DESK)}
    barriers = {DESK: visit.barriers(axe)}
    visit.set_width(TELEPHONE)
    # Colours do not depend on the width, and looking at each letter's takes most of the time: once is enough.
    barriers[TELEPHONE] = visit.barriers(axe, without=["color-contrast"])
    page.emulate_media(media="print")
    is_poster = page.locator(".poster").count() > 0
    on_paper = visit.overflowing(SHEET if is_poster else PAPER)
    printed = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    return Seen(
        title=" ".join(page.locator("h1").inner_text().split()),
        is_poster=is_poster,
        overflowing=overflowing,
        barriers=barriers,
        on_paper=on_paper,
        printed=[" ".join(sheet.extract_text().split()) for sheet in printed],
        messages=visit.messages,
        asked=visit.asked,
    )


def start_chromium(playwright: Playwright) -> Browser:
    """Start Debian's Chromium."""
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    assert path, "Chromium is missing: apt-get install chromium"
    # Chromium refuses its sandbox to root, as whom a CI may run.
    options = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    return playwright.chromium.launch(executable_path=path, args=options)


def look_at_all(paths: deque[Path], axe: str) -> dict[Path, Seen]:
    """Look at pages, one after another, until none is left."""
    seen = {}
    with sync_playwright() as playwright:
        browser = start_chromium(playwright)
        while paths:
            try:
                path = paths.popleft()
            except IndexError:
                break
            page = browser.new_page(viewport={"width": DESK, "height": 900})
            seen[path] = look_at(Visit(page, path), axe)
            page.close()
        browser.close()
    return seen


@pytest.fixture(scope="session")
def axe() -> str:
    assert AXE.is_file(), "axe-core is missing: run 'make test-browser', which installs it with npm ci"
    return AXE.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def all_seen(axe: str) -> dict[Path, Seen]:
    """What was seen of every page; the largest pages first, so that no browser is left alone with one at the end."""
    paths = deque(sorted(PAGES, key=lambda path: -path.stat().st_size))
    with ThreadPoolExecutor(WORKERS) as pool:
        parts = [pool.submit(look_at_all, paths, axe) for _ in range(WORKERS)]
    return {path: seen for part in parts for path, seen in part.result().items()}


@pytest.fixture(params=PAGES, ids=lambda path: path.relative_to(OUTPUTS).as_posix())
def seen(all_seen: dict[Path, Seen], request: pytest.FixtureRequest) -> Seen:
    """What was seen of each page that was built."""
    return all_seen[request.param]


@pytest.fixture(scope="module")
def open_page() -> Iterator[Callable[..., Visit]]:
    """Open a page at desktop width; its context takes further settings of Playwright."""
    with sync_playwright() as playwright:
        browser = start_chromium(playwright)
        yield lambda path, **settings: Visit(
            browser.new_context(viewport={"width": DESK, "height": 900}, **settings).new_page(), path
        )
        browser.close()
