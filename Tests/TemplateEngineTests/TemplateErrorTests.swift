import Diagnostics
import TestSupport
import Testing

import TemplateEngine

/// Everything that can be said about a template, as it is printed.
///
/// To add an error, add a line to its table, write the golden files and read what changed.
struct TemplateErrorTests {
  struct Group: CustomTestStringConvertible, Sendable {
    let name: String
    let cases: [Case]

    var testDescription: String { name }
  }

  struct Case: Sendable {
    let template: String
    var others: [String: String] = [:]
    var data = "{}"

    init(_ template: String, _ others: [String: String] = [:], data: String = "{}") {
      self.template = template
      self.others = others
      self.data = data
    }
  }

  @Test(arguments: [
    Group(name: "syntax", cases: syntax), Group(name: "statements", cases: statements),
    Group(name: "names", cases: names), Group(name: "calls", cases: calls),
    Group(name: "templates", cases: templates), Group(name: "values", cases: values),
    Group(name: "filters", cases: filters), Group(name: "limits", cases: limits),
    Group(name: "escaping", cases: escaping),
  ])
  func `every error has a place and a hint`(group: Group) throws {
    var printed = ""
    for errorCase in group.cases {
      var limits = RenderLimits()
      limits.steps = 100_000
      limits.output = 10_000
      limits.string = 10_000
      limits.list = 1000
      limits.arena = 1 << 20
      let page = try Page(
        errorCase.template, errorCase.data, others: errorCase.others, limits: limits)
      #expect(!page.diagnostics.isEmpty, "no error in \(errorCase.template)")
      var printer = DiagnosticPrinter { file in
        Array((file == "main.html" ? errorCase.template : errorCase.others[file] ?? "").utf8)
      }
      printed += printer.print(DiagnosticGroup.grouping(page.diagnostics)) + "\n"
    }
    try Golden.check(printed, "errors/\(group.name).txt")
  }

  static let escaping: [Case] = [
    Case("<a href=\"{% if a %}?{% else %}/{% endif %}{{ a }}\">"),
    Case("<a href='{{ a }}:{{ b }}'>"),
    Case("<a href='javascript:f({{ a }})'>"), Case("<script type='{{ a }}'>{{ b }}</script>"),
    Case("<img {{ a }}='{{ b }}'>"), Case("<iframe srcdoc=\"<p title='{{ a }}'>\">"),
    Case("<!{{ a }}>"), Case("<scr{{ a }}>"), Case("<{{ a }}cript>\n  let b\n</script>"),
    Case("<script>a = \"C:\\{{ a }}\"</script>"), Case("<script>a = `${{ a }}`</script>"),
    Case("<script>\n  if (a) {}\n  /{{ b }}/.test(c)\n</script>"),
    Case("<meta content='5; url={{ a }}' http-equiv='refresh'>"),
    Case("<meta content='{{ a }}' http-equiv='{{ b }}'>"),
    Case("{% include 'a.svg' %}", ["a.svg": "<svg><script>a = {{ a }}</script></svg>"]),
    Case("", ["a.svg": "<svg><script>a = {{ a }}</script></svg>"]),
    Case("", ["a.svg": "<svg><style>a { fill: {{ a }} }</style></svg>"]),
    Case("", ["a.svg": "<svg onload='f({{ a }})'/>"]),
    Case("{% if a %}<p title='{% endif %}{{ a }}"), Case("{% for a in b %}<p title='{% endfor %}"),
  ]

  static let syntax: [Case] = [
    Case("<p>{{ title </p>"), Case("{{ }}"), Case("{{ a b }}"), Case("{{ 'abc }}"),
    Case("{{ a + }}"), Case("{{ (a }}"), Case("{{ [1, 2 }}"), Case("{{ {'a' 1} }}"),
    Case("{{ a[1 }}"), Case("{{ a. }}"), Case("{{ a | }}"), Case("{{ a is }}"),
    Case("{{ a if }}"), Case("{{ a && b }}"), Case("{{ !a }}"), Case("{{ $a }}"),
    Case("{{ a = 1 }}"), Case("{{ 99999999999999999999 }}"), Case("{{ '\\u12' }}"),
    Case("{# never closed"), Case("{% raw %} never closed"), Case("{% if a"),
    Case("{{ a ? b : c }}"), Case("{{ 1 is == 1 }}"), Case("{{ f(a=1, 2) }}"),
    Case(String(repeating: "{{ (", count: 1) + String(repeating: "(", count: 300) + " }}"),
  ]

  static let statements: [Case] = [
    Case("{% if a %}x"), Case("{% for x in xs %}x{% endif %}"), Case("{% endfor %}"),
    Case("{% esle %}"), Case("{% if %}x{% endif %}"), Case("{% for in xs %}{% endfor %}"),
    Case("{% for x of xs %}{% endfor %}"), Case("{% set = 1 %}"), Case("{% set a %}x"),
    Case("{% fro x in xs %}{% endfor %}"), Case("{% block %}{% endblock %}"),
    Case("{% block a %}{% endblock b %}"),
    Case("{% block a %}{% endblock %}{% block a %}{% endblock %}"),
    Case("{% macro m(a, a) %}{% endmacro %}"), Case("{% macro m(a=1, b) %}{% endmacro %}"),
    Case("{% break %}"), Case("{% if a %}{% continue %}{% endif %}"),
    Case("{% macro m() %}{% block b %}{% endblock %}{% endmacro %}"),
    Case("{% block b required %}text{% endblock %}"), Case("{{ super() }}"),
    Case("{% include %}"), Case("{% import 'm' %}", ["m": ""]), Case("{% from 'm' %}", ["m": ""]),
    Case("{% if a %}\n{% for x in xs %}\n{% endif %}\n{% endfor %}"),
    Case("{% elif a %}"), Case("{% if a %}{% else %}{% else %}{% endif %}"),
    Case("{% trans %}x{% endtrans %}"), Case("{% do x() %}"), Case("{% call 5 %}{% endcall %}"),
    Case("{% set a.b.c = 1 %}"), Case("{% with a %}{% endwith %}"),
  ]

  static let names: [Case] = [
    Case("<h1>{{ titel }}</h1>", data: #"{"title": "x"}"#), Case("{{ nothing }}"),
    Case("{{ page.subtitel }}", data: #"{"page": {"title": "x", "subtitle": "y"}}"#),
    Case("{{ page.author.name }}", data: #"{"page": {"title": "x"}}"#),
    Case("{{ page.image.src }}", data: #"{"page": {"image": null}}"#),
    Case("{{ xs[7] }}", data: #"{"xs": [1]}"#), Case("{{ d['x'] }}", data: #"{"d": {"y": 1}}"#),
    Case("{{ d.items }}", data: #"{"d": {"a": 1}}"#), Case("{{ 'x'|uper }}"),
    Case("{{ 'x'|dateformat }}"), Case("{{ [1]|random }}"), Case("{{ 2 is evn }}"),
    Case("{% if false %}{{ 'x'|nope }}{% endif %}"), Case("{{ ['a']|map('uper')|join }}"),
    Case("{{ [1]|select('od')|list }}"), Case("{{ 's'.uper() }}"), Case("{{ [1].append(2) }}"),
    Case("{{ d.update({}) }}", data: #"{"d": {}}"#), Case("{{ rang(3) }}"), Case("{{ now() }}"),
    Case("{{ a|nope }} {{ b|nix }}\n{{ c is nada }}"),
    Case("{% for x in missing %}{% endfor %}"), Case("{{ 1 + missing }}"),
    Case("{{ missing ~ 'a' }}"), Case("{% if missing %}{% endif %}"),
    Case("{% set n = namespace(total=1) %}{{ n.totl }}"), Case("{{ loop.index }}"),
    Case("{% for x in [1] %}{{ loop.indx }}{% endfor %}"),
    Case(
      "{% for x in xs if x.feat %}{{ x.nme }}{% endfor %}",
      data: #"{"xs": [{"name": "a", "feat": 1}]}"#),
  ]

  static let calls: [Case] = [
    Case(
      "{% from 'm' import m %}{{ m() }}", ["m": "{% macro m() %}{{ site.title }}{% endmacro %}"],
      data: "{\"site\": {\"title\": 1}}"),
    Case("{% include 'm' without context %}", ["m": "{{ site }}"], data: "{\"site\": 1}"),
    Case("{{ range(1, 2, 3, 4) }}"), Case("{{ range() }}"), Case("{{ 'a'|replace('b') }}"),
    Case("{{ 'a'|upper(1) }}"), Case("{{ 'a'|truncate(lenght=3) }}"),
    Case("{{ 'a'|truncate(3, length=4) }}"), Case("{{ 1 is divisibleby }}"),
    Case("{{ x() }}", data: #"{"x": 5}"#), Case("{{ 'abc'() }}"),
    Case("{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, 2) }}"),
    Case("{% macro m(title) %}{{ title }}{% endmacro %}{{ m(titel=1) }}"),
    Case("{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, a=2) }}"),
    Case("{% macro m(a) %}{{ a }}{% endmacro %}{{ m() }}"),
    Case("{% macro m() %}x{% endmacro %}{% call m() %}y{% endcall %}"),
    Case("{% macro m() %}{{ caller() }}{% endmacro %}{{ m() }}"),
    Case("{{ range(*5) }}"), Case("{{ dict(**[1]) }}"), Case("{{ cycler() }}"),
    Case("{{ 'a'.startswith() }}"), Case("{{ ['a']|map('replace', 'a')|join }}"),
    Case("{{ ['a']|map(attribut='x')|join }}"), Case("{{ {}.get() }}"),
    Case("{% macro card(story) %}{{ story.title }}{% endmacro %}\n{{ card({}) }}"),
  ]

  static let templates: [Case] = [
    Case("{% include 'headr.html' %}", ["header.html": ""]),
    Case("{% extends 'bse.html' %}", ["base.html": ""]),
    Case("{% include x %}", data: #"{"x": "nope.html"}"#), Case("{% include ['a', 'b'] %}"),
    Case(
      "{% from 'ui.html' import kart %}{{ kart() }}",
      ["ui.html": "{% macro kartu() %}{% endmacro %}"]),
    Case("{% from 'ui.html' import _x %}", ["ui.html": "{% macro _x() %}{% endmacro %}"]),
    Case(
      "{% import 'ui.html' as ui %}{{ ui.car() }}", ["ui.html": "{% macro card() %}{% endmacro %}"]),
    Case("{% extends 'main.html' %}"),
    Case("{% extends 'a.html' %}{% extends 'a.html' %}", ["a.html": ""]),
    Case("{% extends 'base.html' %}{% block b %}{{ super() }}{% endblock %}", ["base.html": "x"]),
    Case("{% extends 'base.html' %}", ["base.html": "{% block b required %}{% endblock %}"]),
    Case("{{ self.nope() }}{% block a %}{% endblock %}"),
    Case("{% include 'main.html' %}"),
    Case(
      "<body>\n{% include 'nav.html' %}\n</body>",
      [
        "nav.html": "{% from 'ui.html' import link %}\n<nav>{{ link(site) }}</nav>",
        "ui.html": "{% macro link(to) %}\n<a href=\"{{ to.ulr }}\">x</a>{% endmacro %}",
      ],
      data: #"{"site": {"url": "/"}}"#),
    Case(
      "{% extends 'base.html' %}\n{% block main %}<h1>{{ page.titel }}</h1>{% endblock %}",
      ["base.html": "<main>\n{% block main %}{% endblock %}</main>"],
      data: #"{"page": {"title": "x"}}"#),
    Case("{% include 'broken.html' %}", ["broken.html": "<p>\n{{ if }}</p>"]),
    Case(
      "{% include x %}", ["broken.html": "<p>\n{{ a | nope }}</p>"], data: #"{"x": "broken.html"}"#),
    Case("{% include 5 %}"), Case("{% extends none %}"),
  ]

  static let values: [Case] = [
    Case("{{ 'a' + 1 }}"), Case("{{ [1] + 1 }}"), Case("{{ 1 - 'a' }}"), Case("{{ {} * 2 }}"),
    Case("{{ 1 / 0 }}"), Case("{{ 1 % 0 }}"), Case("{{ 1 // 0 }}"), Case("{{ 2 ** 64 }}"),
    Case("{{ 9223372036854775807 + 1 }}"), Case("{{ 1 < 'a' }}"), Case("{{ none < 1 }}"),
    Case("{{ {} < {} }}"), Case("{{ 1 in 'a' }}"), Case("{{ 1 in 5 }}"), Case("{{ -'a' }}"),
    Case("{% for a, b in [1] %}{% endfor %}"), Case("{% for a, b in [[1, 2, 3]] %}{% endfor %}"),
    Case("{% set a, b = [1] %}"), Case("{% for x in 5 %}{% endfor %}"),
    Case("{% for x in none %}{% endfor %}"), Case("{{ [1][::0] }}"), Case("{{ [1]['a':] }}"),
    Case("{{ range }}"), Case("{% macro m() %}{% endmacro %}{{ [m] }}"), Case("{{ 5[0] }}"),
    Case("{% set d = {} %}{% set d.x = 1 %}"), Case("{{ {[1]: 2} }}"),
    Case("{{ '%s-%s' % ('a', 'b') }}"), Case("{{ range(1, 5, 0) }}"), Case("{{ range('a') }}"),
    Case("{{ range(0, 99999999999) }}"),
  ]

  static let filters: [Case] = [
    Case("{{ 5|length }}"), Case("{{ none|length }}"), Case("{{ 5|join }}"), Case("{{ []|first }}"),
    Case("{{ [1, 'a']|sort }}"), Case("{{ [{}, {}]|sort(attribute='n') }}"),
    Case("{{ [{'n': 1}, {}]|sum(attribute='n') }}"), Case("{{ ['a']|sum }}"),
    Case("{{ [{'a': 1}, {}]|map(attribute='a')|join(',') }}"), Case("{{ [1]|items }}"),
    Case("{{ [1]|dictsort }}"), Case("{{ {}|dictsort(by='x') }}"), Case("{{ [[1]]|unique }}"),
    Case("{{ 'x'|abs }}"), Case("{{ 'x'|round }}"), Case("{{ 1.5|round(0, 'sideways') }}"),
    Case("{{ 1.5|round('a') }}"), Case("{{ 'abc'|truncate(2) }}"), Case("{{ 5|truncate }}"),
    Case("{{ 'a b'|wordwrap(0) }}"), Case("{{ [1]|batch(0) }}"), Case("{{ [1]|slice(0) }}"),
    Case("{{ [1]|limit(-1) }}"), Case("{{ 'x'|filesizeformat }}"), Case("{{ '%d'|format('x') }}"),
    Case("{{ '%s %s'|format('x') }}"), Case("{{ '%s'|format(1, 2) }}"), Case("{{ '50%'|format }}"),
    Case("{{ '%z'|format(1) }}"), Case("{{ '%(a)s'|format(b=1) }}"),
    Case("{{ '%(a)s'|format(1) }}"),
    Case("{{ '%s'|format(1, a=2) }}"), Case("{{ {'a b': 1}|xmlattr }}"), Case("{{ [1]|xmlattr }}"),
    Case("{{ [1]|urlencode }}"), Case("{{ 'x'|urlize(extra_schemes=['x']) }}"),
    Case("{{ {(1, 2): 3}|tojson }}"), Case("{{ 'a'|tojson(indent=1.5) }}"),
    Case("{{ 1 is divisibleby(0) }}"), Case("{{ 'a' is odd }}"), Case("{{ 1 is sameas 1 }}"),
    Case("{{ 'a'.split('') }}"), Case("{{ ','.join([1]) }}"), Case("{{ 'a'.startswith(1) }}"),
    Case("{{ 'a'|indent(1.5) }}"), Case("{{ 'a'|center('x') }}"), Case("{{ dict([1]) }}"),
    Case("{{ [1]|map(attribute=none)|list }}"), Case("{{ [1]|map|list }}"),
    Case("{{ 99999999999|int * 99999999999 }}"), Case("{{ 1e300|int }}"),
  ]

  static let limits: [Case] = [
    Case("{% for i in range(999) %}{% for j in range(999) %}{% endfor %}{% endfor %}"),
    Case("{% for i in range(100) %}{{ 'x' * 1000 }}{% endfor %}"), Case("{{ 'a' * 100000 }}"),
    Case("{{ range(99999)|list }}"), Case("{{ [0] * 2000 }}"), Case("{{ 'a'|center(20000) }}"),
    Case("{{ 'a\\nb'|indent(20000) }}"), Case("{{ '%20000d'|format(1) }}"),
    Case("{{ ('x' * 1000)|replace('x', 'x' * 1000) }}"),
    Case("{% macro m(n) %}{{ m(n + 1) }}{% endmacro %}{{ m(0) }}"),
    Case(
      "{% set ns = namespace(s=[]) %}{% for i in range(999) %}{% set ns.s = [ns.s] %}{% endfor %}{{ ns.s }}"
    ),
    Case(
      "{% set ns = namespace(s=['x']) %}{% for i in range(60) %}{% set ns.s = [ns.s, ns.s] %}{% endfor %}{{ ns.s|tojson }}"
    ),
    Case("{% for i in [1] recursive %}{{ loop([1]) }}{% endfor %}"),
    Case("{% for i in range(999) %}{% set x = 'x' * 9000 %}{% endfor %}"),
  ]
}
