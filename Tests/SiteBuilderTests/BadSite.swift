import Testing

/// A site with a mistake in it, by a name for tables and golden files.
struct BadSite: CustomTestStringConvertible, Sendable {
  let name: String
  let files: [String: String]

  var testDescription: String { name }

  init(_ name: String, _ files: [String: String]) {
    self.name = name
    self.files = files
  }

  private static func article(
    _ title: String, _ keys: String = "", body: String = "Isi."
  ) -> String {
    SampleSite.article(title, keys, body: body)
  }

  private static func settings(_ lines: String) -> String { SampleSite.settings + lines }
}

// MARK: - Paths that two things claim

extension BadSite {
  static let collisions = [
    BadSite(
      "two-slugs",
      [
        "Content/iran/a.md": article("A", "slug: sama"),
        "Content/iran/b.md": article("B", "slug: sama"),
      ]),
    BadSite(
      "alias-and-story",
      [
        "Content/iran/a.md": article("A", "aliases: [/iran/2024/09/b/]"),
        "Content/iran/b.md": article("B"),
      ]),
    BadSite(
      "two-aliases",
      [
        "Content/iran/a.md": article("A", "aliases: [/lama/]"),
        "Content/iran/b.md": article("B", "aliases: [/lama/]"),
      ]),
    BadSite(
      "case",
      [
        "Content/iran/a.md": article("A", "permalink: /Iran/Berita/"),
        "Content/iran/b.md": article("B", "permalink: /iran/berita/"),
      ]),
    BadSite(
      "normalization",
      [
        "Content/iran/a.md": article("A", "permalink: /caf\u{E9}/"),
        "Content/iran/b.md": article("B", "permalink: /cafe\u{301}/"),
      ]),
    BadSite(
      "static-and-story",
      [
        "Content/iran/a.md": article("A"), "Content/static/iran/2024/09/a/index.html": "x",
      ]),
    BadSite(
      "static-and-front", ["Content/iran/a.md": article("A"), "Content/static/index.html": "x"]),
    BadSite("tag-slugs", ["Content/iran/a.md": article("A", "tags: [C++, C]")]),
    BadSite(
      "file-and-folder",
      ["Content/iran/a.md": article("A"), "Content/static/iran": "a file without an ending"]),
    BadSite(
      "standing-and-section",
      ["Content/iran/a.md": article("A"), "Content/pages/iran.md": "---\ntitle: Iran\n---\nx\n"]),
    BadSite(
      "ids",
      [
        "Content/iran/a.md": article("A", "id: satu"),
        "Content/iran/b.md": article("B", "id: satu"),
      ]
    ),
  ]
}

// MARK: - Files and settings

extension BadSite {
  static let files = [
    BadSite("empty-settings", ["Content/site.yaml": ""]),
    BadSite("no-address", ["Content/site.yaml": "title: Kabar\n"]),
    BadSite(
      "no-timezone",
      ["Content/site.yaml": "base_url: https://kabar.example\n", "Content/a.md": article("A")]),
    BadSite("no-front-matter", ["Content/a.md": "Isi saja.\n"]),
    BadSite("empty-article", ["Content/a.md": ""]),
    BadSite("binary-article", ["Content/a.md": "\u{0}\u{1}\u{2}"]),
    BadSite("no-slug", ["Content/!!!.md": article("A")]),
    BadSite(
      "unknown-section",
      [
        "Content/site.yaml": settings("sections: [iran, ekonomi]\n"),
        "Content/ekonomy/a.md": article("A"), "Content/iran/b.md": article("B", "section: irna"),
      ]),
    BadSite("reserved-section", ["Content/tags/a.md": article("A")]),
    BadSite(
      "unknown-author",
      [
        "Content/authors.yaml": "dewi: {name: Dewi Fitriani}\n",
        "Content/a.md": article("A", "authors: [dewy]"),
      ]),
    BadSite(
      "tag-spellings",
      [
        "Content/a.md": article("A", "tags: [BRICS]"),
        "Content/b.md": article("B", "tags: [Brics]"),
      ]),
    BadSite(
      "missing-lead-picture",
      ["Content/a/index.md": article("A", "image: peta.png"), "Content/a/petta.png": "x"]),
    BadSite(
      "unknown-edition-front", ["Content/a.md": article("A"), "Content/fronts/fr.yaml": "a: []\n"]),
    BadSite("bad-data", ["Content/a.md": article("A"), "Content/data/x.toml": "a = 1\n"]),
    BadSite(
      "uneven-csv",
      ["Content/a.md": article("A"), "Content/data/x.csv": "nama,suara\nA,1,200\n\"B, C\",2\nD\n"]),
    BadSite(
      "translation-keys",
      [
        "Content/site.yaml": settings("editions: {id: {lang: id}, en: {lang: en}}\n"),
        "Content/a.md": article("A", "translation_key: satu"),
        "Content/b.md": article("B", "translation_key: satu"),
        "Content/en/a.md": article("A", "translation_key: satu"),
      ]),
    BadSite(
      "broken-target",
      [
        "Content/a.md": article("A", body: "[b](b.md) <b>x</b>"),
        "Content/b.md": article("B", "draf: true"),
      ]),
    BadSite(
      "bad-json", ["Content/a.md": article("A"), "Content/data/x.json": "{\"a\": }"]),
  ]
}

// MARK: - References

extension BadSite {
  static let references = [
    BadSite(
      "held-references",
      [
        "Content/a.md": article(
          "A", "related: [b.md, c.md, d.md]", body: "[b](b.md) dan [c](c.md) dan [d](d.md)"),
        "Content/b.md": article("B", "draft: true"),
        "Content/c.md": article("C", "embargo: 2025-06-01"),
        "Content/d.md": article("D", "withdrawn: {at: 2024-10-01, text: Ditarik.}"),
      ]),
    BadSite(
      "missing-references",
      ["Content/iran/a.md": article("A", body: "[c](c.md) ![p](p.png) [x](../ekonomi/x.md)")]),
    BadSite("missing-related", ["Content/a.md": article("A", "related: [tidak-ada, b.md]")]),
    BadSite(
      "dead-links",
      [
        "Content/a.md": article(
          "A", body: "[x](/2024/09/bb/) [y](b.md#baab) [z](#tidak) [w](https://kabar.example/no/)"),
        "Content/b.md": article("B", body: "## Bab\n\nIsi."),
      ]),
    BadSite(
      "front-slots",
      [
        "Content/a.md": article("A"), "Content/b.md": article("B", "draft: true"),
        "Content/fronts/en.yaml": "utama: [a.md, b.md, tidak.md]\n",
      ]),
    BadSite(
      "raw-html", ["Content/a.md": article("A", body: "<script>x</script> dan <b>tebal</b>")]),
    BadSite("bad-url", ["Content/a.md": article("A", body: "[x](javascript:alert(1))")]),
  ]
}

// MARK: - Themes

extension BadSite {
  static let themes = [
    BadSite("unknown-layout", ["Content/a.md": article("A", "layout: artcle")]),
    BadSite(
      "layout-without-ending",
      ["Content/a.md": article("A", "layout: msn"), "Templates/msn.xml": "<x/>\n"]),
    BadSite(
      "template-error",
      [
        "Content/a.md": article("A"), "Content/b.md": article("B"),
        "Templates/article.html": "<h1>{{ article.titel }}</h1>\n{{ article.kicker.x }}\n",
      ]),
    BadSite(
      "name-of-other-pages",
      [
        "Content/a.md": article("A"),
        "Templates/article.html":
          "{% if list %}{{ list.number }}{% endif %}\n{% if page.kind == 'front' %}{{ list }}{% endif %}\n",
      ]),
    BadSite(
      "template-fails-while-rendering",
      [
        "Content/a.md": article("A"),
        "Templates/article.html": "{{ [1][article.title] }}{{ 1 / 0 }}\n",
      ]),
    BadSite(
      "unknown-date-style",
      [
        "Content/a.md": article("A"),
        "Templates/article.html": "{{ article.date | date(\"lnog\") }}\n",
      ]),
    BadSite(
      "unclosed-block",
      ["Content/a.md": article("A"), "Templates/article.html": "{% block main %}x\n"]),
    BadSite(
      "missing-template",
      ["Content/a.md": article("A"), "Templates/article.html": "{% extends \"bse.html\" %}\n"]),
    BadSite(
      "missing-asset",
      [
        "Content/a.md": article("A"), "Templates/article.html": "{{ asset(\"css/sit.css\") }}\n",
        "Templates/assets/a.css": "a { background: url(tidak.png) }\n",
      ]),
    BadSite(
      "asset-circle",
      [
        "Content/a.md": article("A"), "Templates/assets/a.css": "@import \"b.css\";\n",
        "Templates/assets/b.css": "@import \"a.css\";\n",
      ]),
    BadSite(
      "no-theme", ["Content/site.yaml": settings("theme: none\n"), "Content/a.md": article("A")]),
    BadSite(
      "bad-strings",
      [
        "Content/a.md": article("A"),
        "Templates/strings/en.yaml": "latest: [a]\nstory: {satu: x}\n",
      ]
    ),
    BadSite(
      "missing-word",
      ["Content/a.md": article("A"), "Templates/article.html": "{{ t(\"tidak_ada\") }}\n"]),
    BadSite(
      "base-without-main",
      ["Content/a.md": article("A"), "Templates/base.html": "<p>{{ page.title }}</p>\n"]),
    BadSite(
      "block-without-ancestor",
      [
        "Content/a.md": article("A"),
        "Templates/article.html": "{% extends \"base.html\" %}{% block mian %}x{% endblock %}\n",
      ]),
  ]
}
