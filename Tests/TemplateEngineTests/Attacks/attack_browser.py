#!/usr/bin/env python3
"""Loads rendered attacks in headless Chromium and says what they managed to do.

    python3 attack_browser.py PAGES.jsonl

A line of PAGES is one place: {"place", "template", "kind": html|xml, "adds", "moves", "json",
"harmless", "pages": [{"attack", "value", "page"}]}. Pages of a place share documents, with a mark
before each; what is found in a document is looked for again in each of its pages alone. Found is:

- a script that ran (alert, x and the like are watched in every frame) or became a syntax error;
- an element, attribute, comment, CSS rule or property that the harmless page has not, also after
  the document was written out and read again, and in the documents of its frames;
- a URL, as the browser reads it, of a scheme that is not on the list; from a place that holds no
  URL also one of another host, a request to one or a move to another page;
- JSON that cannot be read or holds another value; XML that is not well-formed.

A Content-Security-Policy stops every request inside the browser and says so to the page, which is
far quicker than to answer each of them. Scripts in the page it lets run.

Prints one line for each finding. Exits 0 when there is none, 1 when there is, 2 when Chromium or
playwright is missing.
"""

import asyncio
import json
import os
import pathlib
import sys

CHROMIUM = "/usr/bin/chromium"
PAGES_PER_DOCUMENT = 60
# A frame with a document of its own takes long to load. Most are only parsed and compared: what has
# no element and no attribute of the attack runs nothing. One in so many is loaded.
LOADED_OF_FRAMES = 20
# Each works in a process of its own.
WORKERS = max(2, os.cpu_count() or 2)
ORIGIN = "http://warta.test/"
POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; " + "; ".join(
    f"{directive} 'unsafe-inline' 'unsafe-eval'" for directive in ("script-src", "style-src")
)

# Runs in every frame before anything else.
WATCH = r"""
(() => {
  const frameName = () => {
    let frame = window;
    while (frame.parent !== frame.top) frame = frame.parent;
    return frame.name;
  };
  const note = (what, url) => {
    try { top.notes.push([frameName(), what, url]); } catch { console.log(what); }
  };
  for (const name of ["alert", "confirm", "prompt", "print", "open", "x", "msgbox", "confim"]) {
    Object.defineProperty(window, name, { value: () => note(`${name}() was called`) });
  }
  if (window === top) window.notes = [];
  window.f = () => {};
  addEventListener("error", (event) => {
    if (/SyntaxError/.test(event.message)) note(event.message);
  });
  addEventListener("securitypolicyviolation", (event) => {
    note(`a request to ${event.blockedURI}`, event.blockedURI);
  });
})();
"""

# Defines `examine`, which loads documents in frames and answers with a list of findings for each.
EXAMINE = r"""
const origin = "http://warta.test";
const schemes = new Set(["http:", "https:", "mailto:", "tel:", "sms:", "geo:", "ftp:"]);
// In XML that is no SVG all others are allowed.
const codeSchemes = new Set(["javascript:", "vbscript:", "livescript:", "data:", "about:", "blob:",
  "feed:", "file:", "filesystem:", "jar:", "mocha:", "view-source:"]);
const urlAttributes = new Set(["href", "xlink:href", "src", "action", "formaction", "data",
  "poster", "background", "cite", "codebase", "manifest", "longdesc", "to", "from", "values",
  "srcset", "ping"]);

const parsed = (html) => new DOMParser().parseFromString(html, "text/html");

function skeleton(root) {
  const parts = [];
  const visit = (node) => {
    if (node.nodeType === Node.COMMENT_NODE) parts.push("comment");
    if (node.nodeType === Node.PROCESSING_INSTRUCTION_NODE) parts.push("instruction");
    if (node.nodeType === Node.ELEMENT_NODE) {
      const mark = node.getAttribute("data-mark");
      parts.push(mark !== null ? `mark ${mark}`
        : `<${node.nodeName} ${node.getAttributeNames().join(" ")}>`);
      if (node.hasAttribute("srcdoc")) visit(parsed(node.getAttribute("srcdoc")));
    }
    if (node.content instanceof DocumentFragment) visit(node.content);
    for (const child of node.childNodes) visit(child);
    if (node.nodeType === Node.ELEMENT_NODE) parts.push("end");
  };
  visit(root);
  return parts;
}

// The parts of a document by the mark before them; those before the first by "".
function byMark(parts) {
  const sections = [["", []]];
  for (const part of parts) {
    if (part.startsWith("mark ")) sections.push([part.slice(5), []]);
    sections.at(-1)[1].push(part.startsWith("mark ") ? "mark" : part);
  }
  return sections.map(([mark, some]) => [mark, some.join(" ")]);
}

// The first page that is not made of what the harmless one is made of.
function difference(parts, harmless, marks) {
  const [begin, expected, end] = byMark(harmless).map((section) => section[1]);
  const sections = byMark(parts);
  for (const [index, mark] of ["", ...marks, "end"].entries()) {
    const wanted = index === 0 ? begin : mark === "end" ? end : expected;
    const [name, found] = sections[index] ?? ["nothing", ""];
    if (name !== mark || found !== wanted) return `${mark}: ${found} instead of ${wanted}`;
  }
}

function urls(name, value) {
  if (name === "values") return value.split(";");
  if (name === "ping") return value.split(/[ \t\n\f\r]+/);
  if (name === "srcset") return value.split(",").map((part) => part.trim().split(/\s+/)[0]);
  return [value];
}

function wrongURL(value, place) {
  if (!URL.canParse(value, origin + "/a")) return;
  const url = new URL(value, origin + "/a");
  const isBad = place.foreign ? codeSchemes.has(url.protocol) : !schemes.has(url.protocol);
  if (isBad) return `the scheme ${url.protocol}`;
  if (!place.moves && url.origin !== origin) return `the origin ${url.origin}`;
}

function checkURLs(element, place, found) {
  for (const name of element.getAttributeNames()) {
    if (!urlAttributes.has(name) || (name === "data" && element.localName !== "object")) continue;
    const value = element.getAttribute(name);
    for (const url of urls(name, value)) {
      const wrong = wrongURL(url, place);
      if (wrong) found.push(`${name} has ${wrong}: ${JSON.stringify(value)}`);
    }
  }
}

function checkElement(element, place, found) {
  checkURLs(element, place, found);
  for (const name of element.getAttributeNames()) {
    if (name.startsWith("on")) element.dispatchEvent(new Event(name.slice(2)));
  }
  if (element.localName === "meta" && /^refresh$/i.test(element.httpEquiv)) {
    // https://html.spec.whatwg.org/#shared-declarative-refresh-steps
    const target = element.content
      .match(/^\s*(?:\d|\.)[\d.]*(?:[\s;,]\s*[;,]?\s*)(?:url\s*=\s*)?['"]?(.+)$/is)?.[1];
    if (target && !place.moves) found.push(`a refresh leads to ${JSON.stringify(target)}`);
    if (target && wrongURL(target, place)) found.push(`a refresh to ${JSON.stringify(target)}`);
  }
  if (element.style) checkStyle(element.style, place, found);
}

function checkStyle(style, place, found) {
  for (const property of style) {
    const begin = property.startsWith("background") ? "background" : property;
    if (!place.template.includes(begin + ":")) found.push(`CSS sets ${property}`);
  }
}

function checkSheets(sheets, place, found) {
  let count = 0;
  for (const sheet of sheets) {
    for (const rule of sheet.cssRules) {
      count += 1;
      if (rule.style) checkStyle(rule.style, place, found);
      else found.push(`a CSS rule ${rule.cssText}`);
    }
  }
  return count;
}

function checkJSON(document, values, found) {
  const elements = [...document.querySelectorAll("script")];
  if (elements.length !== values.length) { found.push("JSON is missing"); return; }
  elements.forEach((element, index) => {
    const strings = [];
    try {
      JSON.parse(element.textContent, (key, value) => {
        if (typeof value === "string") strings.push(value);
        return value;
      });
    } catch (error) { found.push(`JSON: ${error.message}`); }
    if (strings.some((string) => string !== values[index])) found.push("JSON has another value");
  });
}

function checkNames(document, found) {
  for (const element of document.querySelectorAll("body *")) {
    if (/^(script|object|embed|link|base|meta|style|svg|math|form)$/i.test(element.localName)) {
      found.push(`an element ${element.localName}`);
    }
    const bad = element.getAttributeNames()
      .find((name) => /^on|^(style|srcdoc)$|:/.test(name) && element.getAttribute(name) !== "");
    if (bad) found.push(`an attribute ${bad}`);
  }
}

function documentsIn(document) {
  const frames = [...document.querySelectorAll("iframe[srcdoc]")];
  const documents = frames.map((frame) => parsed(frame.getAttribute("srcdoc")));
  return [document, ...documents.flatMap(documentsIn)];
}

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function load(name, html, isInert) {
  if (isInert) return { contentDocument: parsed(html), remove() {} };
  const frame = document.createElement("iframe");
  frame.name = name;
  frame.srcdoc = html;
  const loaded = new Promise((resolve) => {
    frame.addEventListener("load", resolve, { once: true });
  });
  document.body.append(frame);
  await Promise.race([loaded, wait(10000)]);
  await wait(60);
  return frame;
}

async function read(name, place, html, values) {
  const frame = await load(name, html, place.inert);
  const found = [];
  const result = { found, parts: [], again: [], rules: 0 };
  try {
    const inner = frame.contentDocument;
    if (!inner || !inner.getElementById("start")) throw new Error("moved");
    result.parts = skeleton(inner);
    const copy = inner.implementation.createHTMLDocument("");
    copy.documentElement.innerHTML = inner.documentElement.innerHTML;
    result.again = skeleton(copy.body);
    result.rules = checkSheets(inner.styleSheets, place, found);
    for (const part of documentsIn(inner)) {
      for (const element of part.querySelectorAll("*")) checkElement(element, place, found);
    }
    if (place.json && values) checkJSON(inner, values, found);
    if (place.adds) checkNames(inner, found);
    await wait(60);
    if (!place.inert && frame.contentWindow.location.href !== "about:srcdoc") {
      found.push("the page was left");
    }
  } catch (error) { found.push(`the document is gone: ${error.message}`); }
  frame.remove();
  return result;
}

window.examine = async (place, documents) => {
  top.notes.length = 0;
  const [harmless, ...hostile] = await Promise.all([
    read("harmless", place, place.harmlessDocument),
    ...documents.map((one) => read(one.name, place, one.html, one.values)),
  ]);
  await wait(30);
  return hostile.map((one, index) => {
    const { name, marks } = documents[index];
    const found = [...one.found, ...harmless.found.map((what) => `harmless: ${what}`)];
    if (!place.adds) {
      const first = difference(one.parts, harmless.parts, marks);
      if (first) found.push(first);
      const second = difference(one.again, harmless.again, marks);
      if (second) found.push(`read again: ${second}`);
    }
    if (one.rules > harmless.rules * marks.length) found.push("more CSS rules");
    for (const [frame, what, url] of top.notes) {
      const isExpected = url !== undefined && (place.moves || url.startsWith(origin + "/"));
      if ((frame === name || frame === "harmless") && !isExpected) found.push(what);
    }
    return [...new Set(found)];
  });
};

window.examineXML = (place) => {
  const read = (text) => new DOMParser().parseFromString(text, "application/xml");
  const harmless = skeleton(read(place.harmless)).join(" ");
  const found = [];
  for (const { attack, page } of place.pages) {
    const tree = read(page);
    const error = tree.querySelector("parsererror");
    if (error) {
      found.push([attack, error.textContent]);
      continue;
    }
    const parts = skeleton(tree).join(" ");
    if (parts !== harmless) found.push([attack, `${parts} instead of ${harmless}`]);
    const wrong = [];
    for (const element of tree.querySelectorAll("*")) checkURLs(element, place, wrong);
    for (const what of wrong) found.push([attack, what]);
  }
  return found;
};
"""


def document(pages):
    """Several pages in one document, with a mark before each."""
    marked = "".join(f'<hr data-mark="{mark}">{page}\n' for mark, page in pages)
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"></head>'
        f'<body id="start">{marked}<hr data-mark="end"></body></html>'
    )


class Window:
    """A page of Chromium that loads documents in frames."""

    @classmethod
    async def open(cls, browser):
        self = cls()
        context = await browser.new_context()
        await context.add_init_script(WATCH)
        await context.route("**/*", self.answer)
        self.noise = []
        self.page = await context.new_page()
        self.page.on("dialog", self.dismiss)
        self.page.on("console", self.listen)
        await self.page.goto(ORIGIN)
        await self.page.evaluate("(code) => { (0, eval)(code) }", EXAMINE)
        return self

    async def answer(self, route, request):
        if request.url == ORIGIN and request.frame.parent_frame is None:
            await route.fulfill(
                body="<!doctype html><title>a</title>",
                content_type="text/html",
                headers={"Content-Security-Policy": POLICY},
            )
            return
        self.noise.append(f"a request that no policy stopped: {request.url}")
        await route.abort()

    async def dismiss(self, dialog):
        self.noise.append(f"a dialog: {dialog.message}")
        await dialog.dismiss()

    def listen(self, message):
        if message.text.endswith("was called"):
            self.noise.append(message.text)

    async def examine(self, place, size):
        """Some pages of a place for which something was found, with that."""
        pages = place["pages"]
        parts = [pages[start : start + size] for start in range(0, len(pages), size)]
        about = {key: place[key] for key in ("template", "adds", "moves", "json")}
        about["inert"] = place.get("inert", False)
        about["harmlessDocument"] = document([("harmless", place["harmless"])])
        documents = [
            {
                "name": f"document {number}",
                "html": document((page["attack"], page["page"]) for page in part),
                "marks": [page["attack"] for page in part],
                "values": [page["value"] for page in part],
            }
            for number, part in enumerate(parts)
        ]
        self.noise.clear()
        answers = await self.page.evaluate("([a, b]) => examine(a, b)", [about, documents])
        found = [(part, what) for part, what in zip(parts, answers) if what]
        if self.noise and size > 1:
            return [(part, self.noise) for part in parts]
        return found + ([(pages, list(self.noise))] if self.noise else [])

    async def report(self, place):
        """A line for each finding in a place."""
        if place["kind"] == "xml":
            about = {**place, "foreign": "<svg" not in place["template"]}
            for attack, what in await self.page.evaluate("(place) => examineXML(place)", about):
                yield f"{place['place']}: {attack}: {what}"
            return
        if "srcdoc" in place["template"]:
            async for line in self.report_pages({**place, "inert": True}):
                yield line
            place = {**place, "pages": place["pages"][::LOADED_OF_FRAMES]}
        async for line in self.report_pages(place):
            yield line

    async def report_pages(self, place):
        """A line for each finding in a place of HTML."""
        for part, what in await self.examine(place, PAGES_PER_DOCUMENT):
            seen = False
            for page in part:
                for _, alone in await self.examine({**place, "pages": [page]}, 1):
                    seen = True
                    yield f"{place['place']}: {page['attack']}: {alone[:3]} in {page['page']!r}"
            if not seen:
                yield f"{place['place']}: together: {what[:3]}"


def without_repetitions(place):
    """The place with one of the attacks that give the same page."""
    pages = {page["page"]: page for page in reversed(place["pages"])}
    return {**place, "pages": list(reversed(pages.values()))}


CONTROLS = {
    "<script>x()</script>": "was called",
    "<img src=x onerror=alert(1)>": "was called",
    '<iframe srcdoc="<script>x()</script>"></iframe>': "was called",
    "<iframe src=javascript:parent.x()></iframe>": "was called",
    "<script>a = ;</script>": "SyntaxError",
    "<a href=java&Tab;script:x()>a</a>": "the scheme javascript:",
    "<a href=/a ping='/a javascript:x()'>a</a>": "the scheme javascript:",
    "<a href='/\\evil.example'>a</a>": "the origin",
    "<img src=//evil.example/a>": "a request to",
    "<script src=//evil.example/a></script>": "a request to",
    "<link rel=stylesheet href=//evil.example/a>": "a request to",
    "<iframe src=//evil.example/a></iframe>": "a request to",
    "<style>a { color: red }</style>": "CSS sets color",
    "<p title>a</p>": "instead of",
    "<!-- a -->": "instead of",
    "<iframe srcdoc='<b>a</b>'></iframe>": "instead of",
    "<meta http-equiv=refresh content='9;url=/b'>": "a refresh",
    "<meta http-equiv=refresh content='9 ; /b'>": "a refresh",
    "<meta http-equiv=refresh content='9.,/b'>": "a refresh",
    "<meta http-equiv=refresh content='0;url=/b'>": "moved",
}


async def check_watching(window):
    """Whether what should be seen is seen."""
    place = {
        "place": "control", "template": "", "adds": False, "moves": False, "json": False,
        "harmless": "<p>a</p>",
    }
    for page, words in CONTROLS.items():
        place["pages"] = [{"attack": "a", "value": "", "page": page}]
        seen = await window.examine(place, 1)
        if not any(words in what for _, found in seen for what in found):
            yield f"control: '{words}' was not seen in {page}: {seen}"
    place["pages"] = [{"attack": "a", "value": "", "page": "<p>a</p>"}]
    for _, found in await window.examine(place, 1):
        yield f"control: {found} was seen in nothing"


async def work(window, places, lines):
    """Examines places until there are none."""
    while places:
        async for line in window.report(places.pop()):
            print(line, flush=True)
            lines.append(line)


async def examine_all(places):
    from playwright.async_api import async_playwright

    lines = []
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        windows = [await Window.open(browser) for _ in range(WORKERS)]
        async for line in check_watching(windows[0]):
            print(line, flush=True)
            lines.append(line)
        waiting = [without_repetitions(place) for place in reversed(places)]
        await asyncio.gather(*(work(window, waiting, lines) for window in windows))
        await browser.close()
    return len(lines)


def main():
    try:
        import playwright.async_api  # noqa: F401
    except ImportError:
        print("playwright is missing: pip install playwright")
        return 2
    if not pathlib.Path(CHROMIUM).exists():
        print(f"{CHROMIUM} is missing: apt install chromium")
        return 2
    lines = pathlib.Path(sys.argv[1]).read_text("utf-8").split("\n")
    places = [json.loads(line) for line in lines if line]
    return 1 if asyncio.run(examine_all(places)) else 0


if __name__ == "__main__":
    sys.exit(main())
