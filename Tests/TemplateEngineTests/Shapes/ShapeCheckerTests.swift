import Diagnostics
import Testing

import TemplateEngine

struct ShapeCheckerTests {
  private static let shape = TemplateShape(
    kinds: [
      "article": .init(members: [
        "title": .init(), "kicker": .init(isOptional: true), "tags": .init(element: "tag"),
        "image": .init(kind: "image", isOptional: true), "related": .init(element: "article"),
      ]),
      "image": .init(members: ["src": .init(), "alt": .init(isOptional: true)]),
      "tag": .init(members: ["name": .init(), "url": .init(isOptional: true)]),
      "page": .init(members: ["kind": .init(), "title": .init()]),
      "list": .init(members: ["items": .init(element: "article")]),
    ],
    roots: [
      "article": .init(kind: "article"), "list": .init(kind: "list"), "site": .init(),
      "page": .init(kind: "page"),
    ],
    absentRoots: ["front": ["front"], "archive": ["archive"]],
    functions: ["articles": .init(element: "article")],
    constants: ["page.kind": "article"])

  /// What is said of a template whose data nobody has seen.
  private func problems(_ template: String, _ others: [String: String] = [:]) -> [String] {
    let sources = [("main.html", template)] + others.sorted { $0.key < $1.key }.map { ($0, $1) }
    let library = TemplateLibrary(
      sources.map { TemplateSource(name: $0, displayPath: $0, bytes: Array($1.utf8)) },
      registry: Registry())
    return library.diagnostics(against: Self.shape, entries: ["main.html"]).map(\.summary)
  }

  @Test(arguments: [
    "{{ article.title }}", "{% if article.kicker %}{{ article.kicker }}{% endif %}",
    "{{ article.kicker | default('') }}", "{{ article.kicker or 'none' }}",
    "{{ article.kicker if article.kicker }}",
    "{% if article.kicker is defined %}{{ article.kicker }}{% endif %}",
    "{% if not article.kicker %}{% else %}{{ article.kicker }}{% endif %}",
    "{% if article.image.alt %}{{ article.image.src }}{{ article.image.alt }}{% endif %}",
    "{% if article.image and article.image.alt %}{{ article.image.alt }}{% endif %}",
    "{% if article.image and article.image.src == 'a' %}a{% endif %}",
    "{% for a in list.items if a.kicker %}{{ a.kicker }}{% endfor %}",
    "{% for a in articles(limit=5) %}{{ a.title }}{% for t in a.tags %}{{ t.name }}{% endfor %}{% endfor %}",
    "{% for a in list.items | limit(3) %}{% if a.image %}{{ a.image.src }}{% endif %}{% endfor %}",
    "{% macro m(article) %}{{ article.anything }}{% endmacro %}{{ m(article.kicker) }}",
    "{% set article = {'b': 1} %}{{ article.b }}", "{{ site.extra.anything }}",
    "{% if article.image %}{% set i = article.image %}{{ i.src }}{% endif %}",
    "{{ article.tags[0].name }}",
    "{% with a = article %}{% if a.kicker %}{{ a.kicker }}{% endif %}{% endwith %}",
  ])
  func `guarded members pass`(template: String) {
    #expect(problems(template) == [])
  }

  @Test(arguments: [
    ("{{ article.kicker }}", "'kicker' of 'article' may be missing"),
    ("{{ article.kicker | upper }}", "'kicker' of 'article' may be missing"),
    ("{{ article.image.src }}", "'image' of 'article' may be missing"),
    ("{% if article.image %}{{ article.image.alt }}{% endif %}", "'alt' of 'image' may be missing"),
    (
      "{% if article.kicker %}{% else %}{{ article.kicker }}{% endif %}",
      "'kicker' of 'article' may be missing"
    ),
    (
      "{% if article.kicker or x %}{{ article.kicker }}{% endif %}",
      "'kicker' of 'article' may be missing"
    ),
    ("{% for a in list.items %}{{ a.kicker }}{% endfor %}", "'kicker' of 'article' may be missing"),
    ("{% for a in articles() %}{{ a.kicker }}{% endfor %}", "'kicker' of 'article' may be missing"),
    ("{% if article.subtitel %}{% endif %}", "'article' has no 'subtitel'"),
    ("{{ article.titel | default('') }}", "'article' has no 'titel'"),
    (
      "{% for a in article.related %}{% for t in a.tags %}{{ t.url }}{% endfor %}{% endfor %}",
      "'url' of 'tag' may be missing"
    ),
  ])
  func `what may be missing is told`(template: String, problem: String) {
    #expect(problems(template) == [problem])
  }

  @Test(arguments: [
    "{{ front }}", "{% if front %}{% endif %}", "{{ front.containers }}",
    "{% for c in front.containers %}{% endfor %}", "{{ front.title if page.title }}",
    "{% if front.title or front is defined %}{% endif %}",
    "{% if page.kind != 'front' %}{{ front }}{% endif %}",
    "{% set page = {'kind': 'a'} %}{% if page.kind == 'front' %}{{ front }}{% endif %}",
  ])
  func `a root name that the page has not is told`(template: String) {
    #expect(problems(template) == ["'front' is not defined on every page that shows this"])
  }

  @Test(arguments: [
    "{% if front is defined %}{{ front.containers }}{% endif %}",
    "{% if front is defined and front.containers %}{% endif %}",
    "{% if front is undefined %}{% else %}{{ front }}{% endif %}",
    "{{ front | default('') }}", "{{ front.title | default('') }}",
    "{{ front.title if front is defined }}",
    "{% if page.kind == 'front' %}{{ front }}{% elif page.kind == 'article' %}{% else %}{{ front }}{% endif %}",
    "{% if page.kind in ['front', 'archive'] %}{{ front }}{{ archive }}{% endif %}",
    "{% if not page.kind == 'article' %}{{ front }}{% endif %}",
    "{% if page.kind == 'front' and front.title %}{% endif %}",
    "{% for front in site.fronts %}{{ front.title }}{% endfor %}",
    "{% set front = 1 %}{{ front }}", "{% macro m(front) %}{{ front }}{% endmacro %}",
  ])
  func `a root name that is not needed passes`(template: String) {
    #expect(problems(template) == [])
  }

  @Test func `a condition around an include guards what is included`() {
    let partial = ["kicker.html": "{{ article.kicker }}"]
    #expect(
      problems("{% if article.kicker %}{% include 'kicker.html' %}{% endif %}", partial) == [])
    #expect(
      problems("{% include 'kicker.html' %}", partial)
        == ["'kicker' of 'article' may be missing"])
  }

  @Test func `a loop variable is seen by an include`() {
    let partial = ["card.html": "{{ card.title }}{{ card.kicker }}"]
    #expect(
      problems("{% for card in list.items %}{% include 'card.html' %}{% endfor %}", partial)
        == ["'kicker' of 'article' may be missing"])
  }

  @Test func `blocks are checked where the parent shows them`() {
    let base = [
      "base.html":
        "{% if article.kicker %}{% block a %}{{ article.kicker }}{% endblock %}{% endif %}"
    ]
    #expect(
      problems(
        "{% extends 'base.html' %}{% block a %}{{ super() }}{{ article.kicker }}{% endblock %}",
        base) == [])
  }
}
