/// What people write who know another template language, and what to write here.
///
/// Liquid, Nunjucks, Twig, Tera, Django and Hugo name many things otherwise. An answer is offered
/// before a guess by spelling, and only when what it names exists.
enum ForeignNames {
  /// The hint for an unknown filter.
  static func hint(forFilter name: String, known: [String]) -> String? {
    if name == "random" { return reproducible }
    if let other = filters[name], known.contains(other) { return "did you mean '\(other)'?" }
    return filterForms[name]
  }

  /// The hint for an unknown test.
  static func hint(forTest name: String) -> String? {
    tests[name]
  }

  /// The hint for a name or function that is not defined.
  static func hint(forName name: String) -> String? {
    switch name {
    case "now", "lipsum": reproducible
    case "caller": "'caller' is there only in a macro that is used by '{% call %}'"
    case "forloop": "did you mean 'loop'?"
    case "null", "nil", "None": "did you mean 'none'?"
    case "super": "write 'super()' inside a block"
    default: nil
    }
  }

  /// The hint for an unknown statement.
  static func hint(forStatement name: String) -> String? {
    if let other = statements[name] { return "did you mean '\(other)'?" }
    return statementForms[name]
  }

  private static let reproducible =
    "the same site must come out the same in every build, so nothing is random and there is no clock"

  private static let filters: [String: String] = [
    "abs_url": "absolute_url", "absURL": "absolute_url", "capfirst": "capitalize",
    "date_format": "date", "date_to_rfc822": "date", "dateformat": "date", "dump": "tojson",
    "downcase": "lower", "escape_html": "escape", "filesize": "filesizeformat",
    "filter_by": "where", "group_by": "groupby", "intcomma": "number", "json_encode": "tojson",
    "jsonify": "tojson", "keys": "list", "linkify": "urlize", "lowercase": "lower",
    "markdownify": "markdown", "number_format": "number", "number_with_delimiter": "number",
    "pluralize": "plural", "raw": "safe", "safeHTML": "safe", "size": "length",
    "slug": "slugify", "sort_natural": "sort", "strftime": "date", "strip": "trim",
    "strip_html": "striptags", "stripTags": "striptags", "titlecase": "title",
    "to_json": "tojson", "json_dumps": "tojson", "truncatechars": "truncate",
    "truncatewords": "truncate_words", "uniq": "unique", "upcase": "upper",
    "uppercase": "upper", "url_encode": "urlencode", "url_escape": "urlencode",
    "urlescape": "urlencode", "where_exp": "selectattr", "wordcount_at": "wordcount",
  ]

  private static let filterForms: [String: String] = [
    "append": "write 'a ~ b'", "prepend": "write 'b ~ a'", "concat": "write 'a + b'",
    "plus": "write 'a + b'", "minus": "write 'a - b'", "times": "write 'a * b'",
    "divided_by": "write 'a // b'", "modulo": "write 'a % b'", "split": "write 'a.split(\",\")'",
    "startswith": "write 'a.startswith(\"b\")'", "starts_with": "write 'a.startswith(\"b\")'",
    "ends_with": "write 'a.endswith(\"b\")'", "contains": "write 'b in a'",
    "values": "write 'a.values()'", "nl2br": "write 'a | replace(\"\\n\", \"<br>\" | safe)'",
    "floatformat": "write '\"%.1f\" | format(a)'", "yesno": "write '\"yes\" if a else \"no\"'",
    "default_if_none": "write 'a | default(\"b\", true)'",
  ]

  private static let tests: [String: String] = [
    "==": "write 'a == b'", "!=": "write 'a != b'", "null": "did you mean 'none'?",
    "nil": "did you mean 'none'?", "empty": "write 'not a'", "list": "did you mean 'sequence'?",
    "array": "did you mean 'sequence'?", "dict": "did you mean 'mapping'?",
    "object": "did you mean 'mapping'?", "str": "did you mean 'string'?",
    "int": "did you mean 'integer'?", "containing": "write 'b in a'",
    "starting_with": "write 'a.startswith(\"b\")'", "ending_with": "write 'a.endswith(\"b\")'",
    "matching": "write 'a.find(\"b\") >= 0'",
  ]

  private static let statements: [String: String] = [
    "elsif": "elif", "elseif": "elif", "else if": "elif", "assign": "set", "let": "set",
    "var": "set", "foreach": "for", "each": "for", "render": "include", "partial": "include",
    "layout": "extends", "verbatim": "raw", "endforeach": "endfor", "use": "import",
  ]

  private static let statementForms: [String: String] = [
    "unless": "write '{% if not … %}'", "endunless": "write '{% endif %}'",
    "case": "write '{% if %} … {% elif %}'", "switch": "write '{% if %} … {% elif %}'",
    "capture": "write '{% set name %} … {% endset %}'",
    "comment": "write '{# … #}'", "load": "nothing needs to be loaded",
    "cycle": "write '{{ loop.cycle(\"a\", \"b\") }}' in a loop", "do": "write '{% set _ = … %}'",
    "trans": "write '{{ t(\"key\") }}'", "url": "write '{{ url_for(…) }}'",
    "static": "write '{{ asset(\"…\") }}'", "spaceless": "write '{%- … -%}'",
    "end": "name what it closes: 'endif', 'endfor', 'endblock'",
  ]
}
