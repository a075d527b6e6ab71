import TemplateEngine
import Testing

struct TemplateReferencesTests {
  @Test func `a template names what it extends, includes and imports`() {
    let source = """
      {% extends "base.html" %}
      {% import "macros.html" as m %}
      {% from "more.html" import a, b %}
      {% block main %}
      {% include ["one.html", "two.html"] ignore missing %}
      {% include "three.html" if x else "four.html" %}
      {% include "part_" ~ x ~ ".html" ignore missing %}
      {{ "not_a_template.html" }}
      {% endblock %}
      """
    let library = TemplateLibrary(
      [
        TemplateSource(
          name: "page.html", displayPath: "Templates/page.html", bytes: Array(source.utf8))
      ], registry: Registry())
    #expect(
      library.references["page.html"].map { $0.sorted() } == [
        "base.html", "four.html", "macros.html", "more.html", "one.html", "three.html", "two.html",
      ])
  }
}
