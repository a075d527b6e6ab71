#!/usr/bin/env python3
"""Loads rendered attacks in headless Chromium and says what they managed to do.

    python3 attack_browser.py PAGES.jsonl

A line of PAGES is one place: {"place", "template", "kind": html|xml, "adds", "moves", "json",
"harmless", "pages": [{"attack", "value", "page"}]}. Pages of a place share documents, with a mark
before each; what is found in a document is looked for again in each of its pages alone. Found is:

- a script that ran (alert, x and the like are watched in every frame) or became a syntax error;
- an element, attribute, comment, CSS rule or property that the harmless page has not, also after
  the document was written out and read again;
- a URL, as the browser reads it, of a scheme that is not on the list; a request to another host
  or a move to another page from a place that holds no URL;
- JSON that cannot be read or holds another value; XML that is not well-formed.

Prints one line for each finding. Exits 0 when there is none, 1 when there is, 2 when Chromium or
playwright is missing.
"""

import json
import pathlib
import sys

CHROMIUM = "/usr/bin/chromium"
PAGES_PER_DOCUMENT = 60
# Frames inside a document take their time to load.
PAGES_WITH_FRAMES_PER_DOCUMENT = 10
FRAMES_AT_ONCE = 12
ORIGIN = "http://warta.test/"

# Runs in every frame before anything else.
WATCH = r"""
(() => {
  const frameName = () => {
    let frame = window;
    while (frame.parent !== frame.top) frame = frame.parent;
    return frame.name;
  };
  const note = (what) => { try { top.notes.push([frameName(), what]); } catch { console.log(what); } };
  for (const name of ["alert", "confirm", "prompt", "print", "x", "msgbox", "confim"]) {
    Object.defineProperty(window, name, { value: () => note(`${name}() was called`) });
  }
  if (window === top) window.notes = [];
  window.f = () => {};
  addEventListener("error", (event) => {
    if (/SyntaxError/.test(event.message)) note(event.message);
  });
})();
"""

# Defines `examine`, which loads one document in a frame and answers with a list of findings.
EXAMINE = r"""
const schemes = new Set(["http:", "https:", "mailto:", "tel:", "sms:", "geo:", "ftp:"]);
const urlAttributes = new Set(["href", "xlink:href", "src", "action", "formaction", "data",
  "poster", "background", "cite", "codebase", "manifest", "longdesc", "to", "from", "values",
  "srcset"]);

function skeleton(root) {
  const parts = [];
  const visit = (node) => {
    if (node.nodeType === Node.COMMENT_NODE) parts.push("comment");
    if (node.nodeType === Node.PROCESSING_INSTRUCTION_NODE) parts.push("instruction");
    if (node.nodeType === Node.ELEMENT_NODE) {
      const mark = node.getAttribute("data-mark");
      parts.push(mark !== null ? `mark ${mark}`
        : `<${node.nodeName} ${node.getAttributeNames().join(" ")}>`);
    }
    if (node.content instanceof DocumentFragment) visit(node.content);
    for (const child of node.childNodes) visit(child);
    if (node.nodeType === Node.ELEMENT_NODE) parts.push("end");
  };
  visit(root);
  return parts;
}

function difference(parts, harmless) {
  let mark = "?";
  for (let i = 0; i < Math.max(parts.length, harmless.length); i++) {
    if (parts[i] === harmless[i]) {
      if (parts[i].startsWith("mark ")) mark = parts[i].slice(5);
    } else {
      return `${parts[i]} instead of ${harmless[i]} behind ${mark}`;
    }
  }
}

function urls(name, value) {
  if (name === "values") return value.split(";");
  if (name === "srcset") return value.split(",").map((part) => part.trim().split(/\s+/)[0]);
  return [value];
}

function badScheme(value) {
  if (!URL.canParse(value, "http://warta.test/a")) return;
  const scheme = new URL(value, "http://warta.test/a").protocol;
  // The words of two places before a value that is a URL itself: no such scheme.
  return schemes.has(scheme) || /^java(script)?https?:$/.test(scheme) ? undefined : scheme;
}

function checkElement(element, place, found) {
  for (const name of element.getAttributeNames()) {
    const value = element.getAttribute(name);
    if (urlAttributes.has(name) && !(name === "data" && element.localName !== "object")) {
      for (const url of urls(name, value)) {
        const scheme = badScheme(url);
        if (scheme) found.push(`${name} has the scheme ${scheme}: ${JSON.stringify(value)}`);
      }
    }
    if (name.startsWith("on")) element.dispatchEvent(new Event(name.slice(2)));
  }
  if (element.localName === "meta" && /^refresh$/i.test(element.httpEquiv)) {
    const target = element.content.match(/^\s*\d[\d.]*[\s;,]+(?:url\s*=)?\s*['"]?(.*)$/is)?.[1];
    if (target && !place.moves) found.push(`a refresh leads to ${JSON.stringify(target)}`);
    if (target && badScheme(target)) found.push(`a refresh runs ${JSON.stringify(target)}`);
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

function checkJSON(document, place, values, found) {
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

function load(name, html) {
  return new Promise((resolve) => {
    const frame = document.createElement("iframe");
    frame.name = name;
    const done = () => setTimeout(() => resolve(frame), 120);
    frame.addEventListener("load", done, { once: true });
    setTimeout(done, 5000);
    frame.srcdoc = html;
    document.body.append(frame);
  });
}

async function parts(name, place, html, values) {
  const frame = await load(name, html);
  const found = [];
  let result = { found, parts: [], again: [], rules: 0 };
  try {
    const inner = frame.contentDocument;
    if (!inner || !inner.getElementById("start")) throw new Error("moved");
    result.parts = skeleton(inner);
    const copy = inner.implementation.createHTMLDocument("");
    copy.documentElement.innerHTML = inner.documentElement.innerHTML;
    result.again = skeleton(copy.body);
    result.rules = checkSheets(inner.styleSheets, place, found);
    for (const element of inner.querySelectorAll("*")) checkElement(element, place, found);
    if (place.json && values) checkJSON(inner, place, values, found);
    if (place.adds) checkNames(inner, found);
    await new Promise((resolve) => setTimeout(resolve, 30));
    if (frame.contentWindow.location.href !== "about:srcdoc") found.push("the page was left");
  } catch (error) { found.push(`the document is gone: ${error.message}`); }
  frame.remove();
  return result;
}

window.examine = async (jobs) => await Promise.all(jobs.map(async (job) => {
  const place = job.place;
  const hostile = await parts(job.name, place, job.page, job.values);
  const harmless = await parts("harmless", place, job.harmless);
  const found = hostile.found;
  for (const what of harmless.found) found.push(`harmless: ${what}`);
  if (!place.adds) {
    const first = difference(hostile.parts, harmless.parts);
    if (first) found.push(first);
    const second = difference(hostile.again, harmless.again);
    if (second) found.push(`read again: ${second}`);
  }
  if (hostile.rules > harmless.rules) found.push("more CSS rules");
  for (const [name, what] of top.notes) if (name === job.name) found.push(what);
  return [...new Set(found)];
}));

window.examineXML = (place) => {
  const read = (text) => new DOMParser().parseFromString(text, "application/xml");
  const harmless = skeleton(read(place.harmless));
  const found = [];
  for (const { attack, value, page } of place.pages) {
    // Characters that XML cannot hold in any form are not a matter of escaping.
    if (/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/.test(value)) continue;
    const tree = read(page);
    const error = tree.querySelector("parsererror");
    const what = error ? error.textContent.split("\n")[1] ?? error.textContent
      : difference(skeleton(tree), harmless);
    if (what) found.push([attack, what]);
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


class Browser:
    """A page of Chromium that loads documents in frames."""

    def __init__(self, playwright):
        self.browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        context = self.browser.new_context()
        context.add_init_script(WATCH)
        context.route("**/*", self.answer)
        self.requests = []
        self.dialogs = []
        self.page = context.new_page()
        self.page.on("dialog", self.dismiss)
        self.page.goto(ORIGIN)
        self.page.add_script_tag(content=EXAMINE)

    def answer(self, route, request):
        if request.url == ORIGIN and request.frame.parent_frame is None:
            route.fulfill(body="<!doctype html><title>a</title>", content_type="text/html")
            return
        frame = request.frame
        while frame.parent_frame and frame.parent_frame.parent_frame:
            frame = frame.parent_frame
        self.requests.append((frame.name, request.url))
        route.abort()

    def dismiss(self, dialog):
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def examine(self, jobs):
        """What was found in each of some documents."""
        self.requests.clear()
        self.dialogs.clear()
        self.page.evaluate("notes.length = 0")
        answers = self.page.evaluate("(jobs) => examine(jobs)", jobs)
        for job, found in zip(jobs, answers):
            found += [
                f"a request to {url}"
                for name, url in self.requests
                if name == job["name"] and not job["place"]["moves"] and not url.startswith(ORIGIN)
            ]
            found += [f"a dialog: {message}" for message in self.dialogs]
        return answers


def jobs_of(place, size, pages=None):
    """The documents of a place."""
    pages = place["pages"] if pages is None else pages
    about = {key: place[key] for key in ("template", "adds", "moves", "json")}
    for start in range(0, len(pages), size):
        some = pages[start : start + size]
        yield {
            "name": f"{place['place']}/{start}",
            "place": about,
            "page": document((page["attack"], page["page"]) for page in some),
            "harmless": document((page["attack"], place["harmless"]) for page in some),
            "values": [page["value"] for page in some],
            "pages": some,
            "whole": place,
        }


def findings(browser, jobs):
    """Each job for which something was found, with that."""
    jobs = list(jobs)
    for start in range(0, len(jobs), FRAMES_AT_ONCE):
        some = jobs[start : start + FRAMES_AT_ONCE]
        sent = [{k: v for k, v in job.items() if k not in ("pages", "whole")} for job in some]
        for job, found in zip(some, browser.examine(sent)):
            if found:
                yield job, found


def check_watching(browser):
    """Whether what should be seen is seen."""
    place = {
        "place": "control", "template": "", "adds": False, "moves": False, "json": False,
        "harmless": "<p>a</p>",
    }
    controls = {
        "script": "<script>x()</script>",
        "handler": "<img src=x onerror=alert(1)>",
        "frame": '<iframe srcdoc="<script>x()</script>"></iframe>',
        "syntax": "<script>a = ;</script>",
        "scheme": "<a href=java&Tab;script:x()>a</a>",
        "request": "<img src=//evil.example/a>",
        "style": "<style>a { color: red }</style>",
        "attribute": "<p title>a</p>",
        "refresh": "<meta http-equiv=refresh content='0;url=/b'>",
    }
    place["pages"] = [{"attack": k, "value": "", "page": v} for k, v in controls.items()]
    seen = {job["pages"][0]["attack"]: found for job, found in findings(browser, jobs_of(place, 1))}
    for name in ("script", "handler", "frame"):
        if not any("was called" in what for what in seen.get(name, [])):
            yield f"control: a script in '{name}' was not seen"
    expected = {"syntax": "SyntaxError", "scheme": "has the scheme", "request": "a request to",
                "style": "CSS sets color", "attribute": "instead of", "refresh": "a refresh"}
    for name, words in expected.items():
        if not any(words in what for what in seen.get(name, [])):
            yield f"control: '{name}' was not seen"


def size_for(place):
    """How many pages of a place share a document."""
    if any(f"<{name}" in place["template"] for name in ("iframe", "object", "video")):
        return PAGES_WITH_FRAMES_PER_DOCUMENT
    return PAGES_PER_DOCUMENT


def report(browser, places):
    """A line for each finding."""
    yield from check_watching(browser)
    for place in (place for place in places if place["kind"] == "xml"):
        for attack, what in browser.page.evaluate("(place) => examineXML(place)", place):
            yield f"{place['place']}: {attack}: {what}"
    html = [place for place in places if place["kind"] == "html"]
    together = [job for place in html for job in jobs_of(place, size_for(place))]
    for job, found in list(findings(browser, together)):
        alone = list(findings(browser, jobs_of(job["whole"], 1, job["pages"])))
        if not alone:
            yield f"{job['name']}: together: {found[:3]}"
        for single, found_alone in alone:
            page = single["pages"][0]
            yield f"{job['whole']['place']}: {page['attack']}: {found_alone[:3]} in {page['page']!r}"


def main():
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        print("playwright is missing: pip install playwright")
        return 2
    if not pathlib.Path(CHROMIUM).exists():
        print(f"{CHROMIUM} is missing: apt install chromium")
        return 2
    lines = pathlib.Path(sys.argv[1]).read_text("utf-8").split("\n")
    places = [json.loads(line) for line in lines if line]
    with sync_playwright() as playwright:
        browser = Browser(playwright)
        count = 0
        for line in report(browser, places):
            print(line, flush=True)
            count += 1
        browser.browser.close()
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
