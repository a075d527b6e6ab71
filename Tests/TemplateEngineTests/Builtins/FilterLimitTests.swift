import Diagnostics
import Testing

import TemplateEngine

/// Filters that could make much of little stop before they do.
struct FilterLimitTests {
  @Test(arguments: [
    "'a'|center(99999999999)", "'a\\nb'|indent(99999999999)", "'%99999999999d'|format(1)",
    "'%*d'|format(99999999999, 1)", "'%.99999999999f'|format(1.5)", "s|replace('x', s)",
    "s|replace('', s)", "s.replace('x', s)", "(s ~ '\\n' ~ s)|indent(s, true)",
    "([s] * 900)|join", "([s] * 900)|join(s)", "s.join([s] * 900)", "([s] * 900)|string",
    "([s] * 900)|tojson", "([[s] * 30] * 30)|pprint", "s|wordwrap(1, wrapstring=s)",
    "{'a': s, 'b': s, 'c': s, 'd': s, 'e': s}|xmlattr", "('<' * 3000)|escape",
    "('ä' * 3000)|urlencode", "([['k', s]] * 900)|urlencode", "[1]|tojson(99999999999)",
    "('www.a.id ' * 1000)|urlize(target=s)",
  ])
  func `a text does not grow beyond its limit`(expression: String) throws {
    #expect(try Self.error(expression) == "a text is longer than 10000 bytes")
  }

  @Test(arguments: [
    "range(2000)|list", "range(2000)|sort", "range(2000)|map('string')|list", "('x' * 2000)|list",
    "range(2000)|reverse", "[1]|batch(2000, 0)", "[1]|slice(2000)", "('a ' * 2000).split()",
    "range(2000)|unique", "range(2000)|select('odd')", "range(2000)|groupby(0)",
  ])
  func `a list does not grow beyond its limit`(expression: String) throws {
    #expect(try Self.error(expression) == "a list has more than 1000 elements")
  }

  @Test(arguments: [
    "range(900)|map('string')|map('replace', 'z', 'y')|map('upper')|join|length",
    "range(900)|sort(reverse=true)|map('abs')|sort|sum", "(s|wordwrap(3))|length",
  ])
  func `work is charged`(expression: String) throws {
    let page = try Self.page("{% for i in range(900) %}{{ \(expression) }}{% endfor %}")
    #expect(page.diagnostics.map(\.summary) == ["the template takes more than 100000 steps"])
  }

  private static func error(_ expression: String) throws -> String? {
    try page("{% set y = \(expression) %}").diagnostics.first?.summary
  }

  private static func page(_ template: String) throws -> Page {
    var limits = RenderLimits()
    limits.steps = 100_000
    limits.string = 10_000
    limits.list = 1000
    return try Page("{% set s = 'x' * 4000 %}" + template, limits: limits)
  }
}
