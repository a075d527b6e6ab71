import Bytes
import Diagnostics
import Testing
import TestSupport

import TemplateEngine

struct EscapingTests {
  /// Values that try to leave the place they are written to.
  private static let data = #"""
    {"x": "\"'><script>alert(1)</script>`${1}", "u": "javascript:alert(1)", "p": "/a b?c=d&e",
     "h": "https://a.example/x?y=z&w", "n": 5, "l": [1, "</script>"], "t": true, "none": null}
    """#

  private static let groups: [(name: String, templates: [String])] = [
    ("text", text), ("attributes", attributes), ("urls", urls), ("scripts", scripts),
    ("styles", styles), ("branches", branches), ("units", units),
  ]

  @Test(arguments: groups.map(\.name))
  func `each place has an escaping of its own`(group: String) throws {
    var report = ""
    for template in Self.groups.first(where: { $0.name == group })?.templates ?? [] {
      let page = try Page(template, Self.data)
      report += "\(template)\n  \(page.summary.replacing("\n", with: "\n  "))\n\n"
    }
    try Golden.check(report, "escaping-\(group).txt")
  }

  @Test func `a replaced URL is told with its place`() throws {
    let source = TemplateSource(
      name: "a.html", displayPath: "a.html", bytes: Array(#"<a href="{{ u }}">"#.utf8))
    let library = TemplateLibrary([source], registry: Registry())
    var renderer = Renderer(library)
    var output = ByteBuffer()
    let host = DataHost(try FrozenData.json(Array(#"{"u": "javascript:x"}"#.utf8)))
    try renderer.render("a.html", host: host, into: &output)
    let warning = try #require(renderer.warnings().first)
    #expect(warning.summary == "'javascript:x' was replaced by '#unsafe-url'")
    #expect(warning.location?.range == 12..<13)
    #expect(warning.severity == .warning)
  }

  @Test(arguments: ["a.xml", "a.opml", "a.rss", "a.atom", "a.svg"])
  func `XML knows text, attributes, comments and CDATA`(name: String) throws {
    let text = "<b a='{{ x }}'>{{ x }}<![CDATA[{{ x }}]]><!--{{ x }}--></b>"
    let source = TemplateSource(name: name, displayPath: name, bytes: Array(text.utf8))
    var renderer = Renderer(TemplateLibrary([source], registry: Registry()))
    var output = ByteBuffer()
    let host = DataHost(try FrozenData.json(Array(#"{"x": "<]]>--'"}"#.utf8)))
    try renderer.render(name, host: host, into: &output)
    #expect(
      output.string()
        == "<b a='&lt;]]&gt;--&#39;'>&lt;]]&gt;--&#39;<![CDATA[<]]]]><![CDATA[>--']]>"
        + "<!--&lt;]]&gt;- -'--></b>")
  }

  @Test func `XML holds no character that it cannot hold`() throws {
    let text =
      "<b a='{{ x }}'>{{ x }}{{ x | safe }}<![CDATA[{{ x }}]]><!--{{ x }}-->"
      + "{% autoescape false %}{{ x }}{% endautoescape %}</b>"
    let source = TemplateSource(name: "a.xml", displayPath: "a.xml", bytes: Array(text.utf8))
    var renderer = Renderer(TemplateLibrary([source], registry: Registry()))
    var output = ByteBuffer()
    let json = #"{"x": "a\u0000\u0008\t\u001f\ufffe\uffff\ufffdb"}"#
    try renderer.render(
      "a.xml", host: DataHost(try FrozenData.json(Array(json.utf8))), into: &output)
    let value = "a\u{FFFD}\u{FFFD}\t\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}b"
    #expect(
      output.string()
        == "<b a='\(value)'>\(value)\(value)<![CDATA[\(value)]]><!--\(value)-->\(value)</b>")
  }
}

// MARK: - Templates

extension EscapingTests {
  private static let text = [
    "{{ x }}", "<p>{{ x }}</p>", "<title>{{ x }}</title>{{ x }}",
    "<textarea>{{ x }}</textarea>", "<!-- {{ x }} -->", "<!doctype {{ x }}>",
    "<iframe>{{ x }}</iframe>{{ x }}", "{{ x | safe }}", "{{ none }}", "{{ l }}",
    "a < b {{ x }} <3 {{ x }}", "<h{{ n }}>{{ x }}</h{{ n }}>", "<{{ x }}>", "<scr{{ x }}>",
    "<{{ 's' }}cript>{{ x }}", "<{{ 'my' }}-box>{{ x }}",
  ]
  private static let attributes = [
    #"<p title="{{ x }}">"#, "<p title='{{ x }}'>", "<p title={{ x }}>", "<p title={{ none }}>",
    "<p title=a{{ x }}b>", "<p {{ x }}>", "<p {{ 'hidden' }}>", "<p {{ 'onclick' }}>",
    #"<p {{ x }}="{{ x }}">"#, #"<p data-{{ n }}="{{ x }}">"#, #"<p data-on-{{ n }}="{{ x }}">"#,
    #"<iframe srcdoc="{{ x }}">"#, #"<p{{ {'title': x} | xmlattr }}>{{ x }}"#,
    #"{% set b %}<b>"{{ x }}"</b>{% endset %}<p title="{{ b }}" class='{{ b }}' id={{ b }}>"#,
    #"<META CONTENT="{{ u }}">"#, #"<meta http-equiv=refresh content="1;URL={{ u }}">"#,
    #"<meta content="{{ x }}" http-equiv=refresh>"#, #"<meta content="{{ x }}" name="a">"#,
    #"<meta {% if t %}name='a'{% endif %} content="{{ x }}" {% if t %}id='b'{% endif %} lang="{{ x }}">"#,
    #"<meta http-equiv=refresh content="1; '{{ h }}'">"#,
    #"<meta http-equiv=refresh content="1; url='{{ u }}'">"#,
  ]
  private static let urls = [
    #"<a href="{{ u }}">"#, "<a href={{ u }}>", #"<A HREF="{{ p }}">"#, #"<a href="{{ h }}">"#,
    #"<a href="/{{ u }}">"#, #"<a href="/{{ '//a.example' }}">"#, #"<a href="/{{ '\\a' }}">"#,
    #"<a href="/{{ none }}/{{ 'a' }}/{{ '/b' }}">"#, #"<a href="{{ none }}/{{ '/a' }}">"#,
    #"<a href="{{ h }}/{{ '/a' }}">"#, #"<a href="/{{ 'a' }}{{ '/b' }}">"#,
    #"<a href="java{{ h }}">"#, #"<a href="year-{{ n }}">"#, #"<a href="?q={{ h }}">"#,
    ##"<a href="#{{ h }}">"##,
    #"<a href="/a?b={{ x }}&amp;c={{ h | urlencode }}">"#, #"<a href="{{ u }}:{{ x }}">"#,
    #"<a href="javascript:{{ x }}">"#, #"<a href="java&#115;cript:{{ x }}">"#,
    #"<a href=" JAVASCRIPT:{{ x }}">"#, #"<a href="javascript&colon;{{ x }}">"#,
    #"<a href="mailto:{{ p }}">"#, #"<img src="data:image/png;base64,{{ p }}">"#,
    #"<iframe src="data:text/html,{{ p }}">"#, #"<img srcset="{{ p }} 1x, {{ u }} 2x">"#,
    #"<form action="{{ u }}"><button formaction='{{ u }}'>"#, #"<object data="{{ u }}">"#,
    #"<svg><a xlink:href="{{ u }}"/><set attributeName=href to="{{ u }}"/></svg>"#,
    #"<video poster="{{ u }}">"#, #"<a href="{{ u | safe }}">"#, #"<a ping="{{ u }}">"#,
    #"<link href="{{ 'vbscript:x' }}">"#, #"<a href="{{ 'HTTPS://x' }}{{ ':y' }}">"#,
  ]
  private static let scripts = [
    "<script>a = {{ x }}</script>", "<script>a = \"{{ x }}\", b = '{{ x }}'</script>",
    "<script>a = `{{ x }} ${ {{ x }} + '}' } {{ x }}`</script>",
    "<script>a = /{{ x }}/.test(b / {{ n }} / 2)</script>",
    "<script>// {{ x }}\n/* {{ x }} */ a = {{ l }}</script>",
    "<script>a = {{ l | tojson }}, b = {{ none }}, c = {{ t }}</script>",
    "<script>return /'/ + {{ x }}</script>", #"<script>a = "</scr" + 'ipt>' + {{ n }}</script>"#,
    #"<script type="application/ld+json">{"a": {{ x }}, "b": "{{ x }}"}</script>"#,
    "<script type=text/template>{{ x }}</script>", "<script type='{{ x }}'>{{ x }}</script>",
    "<script type=module>{{ x }}</script>{{ x }}", #"<p onclick="f({{ x }}, '{{ x }}')">"#,
    "<p onclick='f(&quot;{{ x }}&quot;)'>", "<p onclick=f({{ x }})>",
    "<SCRIPT>{{ x }}</SCRIPT >{{ x }}",
    "<script>a = (b) / {{ n }} / 2, c = d[0] / {{ n }}</script>",
    "<script>if ((a)) /{{ x }}/.test(b)</script>", "<script>a.in /{{ n }}/ 2</script>",
    "<script>if (a) {} /{{ x }}/.test(b)</script>", "<script>a++ / {{ n }} / 2</script>",
    "<script>if (a) {} /'/.test(b); c = {{ x }}</script>",
    "<script>if (a) {} /'/.test(b);\nc = {{ x }}</script>",
    "<script>if (a) {} /b/.test(c); d = {{ x }}</script>",
    "<script><!-- `\na = {{ x }}</script>", "<script>a = `${b}{{ x }}`, c = {{ x }}</script>",
    "<script src=\"{{ u }}\"></script>", "<script>{{ u | safe }}</script>",
  ]
  private static let styles = [
    "<style>a { color: {{ x }}; width: {{ n }}px }</style>", "<style>/* {{ x }} */</style>{{ x }}",
    #"<style>a { background: url({{ u }}) url("{{ p }}") url('{{ x }}') }</style>"#,
    #"<style>a:before { content: "{{ x }}" }</style>"#, #"<p style="color: {{ 'red' }}">"#,
    #"<p style="background: url({{ u }})">"#, "<p style='{{ x }}'>",
    #"<p style="width: {{ 'expression(1)' }}">"#,
  ]
  private static let branches = [
    #"<a href="{% if t %}/x{% else %}{{ h }}{% endif %}{{ u }}">"#,
    #"<a href="{% if t %}/x{% else %}?q={% endif %}{{ u }}">"#,
    #"<a href="{{ u if t else p }}">"#, #"<p {% if t %}title="a"{% endif %} id="{{ x }}">"#,
    #"<p{% if t %} class="{{ x }}"{% endif %}>{{ x }}"#, "{% if t %}<script>{% endif %}{{ x }}",
    #"<a {% if t %}href{% else %}src{% endif %}="{{ u }}">"#,
    #"<a {% if t %}href{% else %}title{% endif %}="{{ u }}">"#,
    #"<p class="a{% if t %} b" id="{{ x }}{% endif %}">{{ x }}"#,
    "{% for i in l %}<p title='{{ i }}'>{{ i }}{% endfor %}",
    "{% for i in l %}<p title='{% endfor %}",
    "<p {% for i in l %}data-a{{ loop.index }}='{{ i }}' {% endfor %}>{{ x }}",
    "<script>{% for i in l %}{{ i }}{% if not loop.last %}, {% endif %}{% endfor %}</script>",
    "{% for i in l %}{% if i %}{% break %}{% endif %}<b>{% endfor %}{{ x }}",
    "{% for i in l %}<p title='{% if i %}{% continue %}{% endif %}'>{% endfor %}{{ x }}",
    "{% autoescape false %}<p title='{{ x }}'>{% endautoescape %}{{ x }}",
    "{% autoescape t %}{{ x }}{% endautoescape %}",
    #"{% autoescape "html" %}<a href="{{ u }}">{% endautoescape %}"#,
  ]
  private static let units = [
    #"{% macro m(v) %}{{ v }}{% endmacro %}<a href="{{ m(u) }}" title="{{ m(x) }}">{{ m(x) }}</a>"#,
    "{% macro m(v) %}{{ v }}{% endmacro %}<script>a = {{ m(x) }}; b = '{{ m(x) }}'</script>",
    #"{% macro m(v) %} href="{{ v }}"{% endmacro %}<a{{ m(u) }}>{{ x }}</a>"#,
    #"{% macro m() %}<b title="{% endmacro %}{{ m() }}"#,
    #"{% macro m() %}<b title="a">{% endmacro %}<p title="{{ m() }}">"#,
    "{% macro m() %}{{ caller() }}{% endmacro %}<p title='{% call m() %}<b>{{ x }}</b>{% endcall %}'>",
    "<p title='{% filter upper %}{{ x }}{% endfilter %}'>",
    "<p title='{% block b %}{{ x }}{% endblock %}'>{{ self.b() }}",
    "{% set f = 'c' %}{% macro m(v) %}{{ v }}{% endmacro %}{% set g = m %}<a href='{{ g(u) }}'>{{ g(x) }}</a>",
    "<ul>{% for i in [[u]] recursive %}<li title='{{ i }}'>{% if i is not string %}{{ loop(i) }}{% endif %}</li>{% endfor %}</ul>",
  ]
}
