"""A real browser for the pages: Debian's Chromium through Playwright, started once, and axe-core from npm.

Nothing is downloaded by Playwright. The pages are those that `make reports` built in `outputs/`.
"""

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

OUTPUTS = Path(__file__).parents[2] / "outputs"
PAGES = sorted([OUTPUTS / "index.html", *OUTPUTS.glob("[0-9]*/*/*.html")])
AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
WAYS = ("chromium", "chromium-browser", "google-chrome")
WINDOW = {"width": 1280, "height": 900}


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
        self.page.set_viewport_size(WINDOW | {"width": width})

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


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = next((found for name in WAYS if (found := shutil.which(name))), None)
    assert path, "Chromium is missing: apt-get install chromium"
    # Chromium refuses its sandbox to root, as whom a CI may run.
    options = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=options)
        yield started
        started.close()


@pytest.fixture(scope="session")
def axe() -> str:
    assert AXE.is_file(), "axe-core is missing: run 'make test-browser', which installs it with npm ci"
    return AXE.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def open_page(browser: Browser) -> Iterator[Callable[..., Visit]]:
    """Open a page at desktop width; its context takes further settings of Playwright."""
    contexts = []

    def open_one(path: Path, **settings: object) -> Visit:
        contexts.append(browser.new_context(viewport=WINDOW, **settings))
        return Visit(contexts[-1].new_page(), path)

    yield open_one
    for context in contexts:
        context.close()


@pytest.fixture(scope="module", params=PAGES, ids=lambda path: path.relative_to(OUTPUTS).as_posix())
def visit(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """Each page that was built, opened once for all its tests."""
    page = browser.new_page(viewport=WINDOW)
    yield Visit(page, request.param)
    page.close()
