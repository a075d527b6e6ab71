internal import Bytes
internal import Diagnostics
internal import Localization
internal import SiteModel
internal import TemplateEngine

/// The functions that ask the site: `articles(…)`, `tags(…)`, `asset(…)`, `t(…)` and others.
enum SiteFunctions {
  static let all: [Builtin] = [articles, tags, authors, series, pages, asset, urlFor, string]

  /// `articles(section="iran", tag="brics", limit=5)`: stories, newest first.
  static let articles = Builtin(
    "articles",
    Signature(
      .optional("section"), .optional("tag"), .optional("author"), .optional("series"),
      .optional("edition"), .optional("genre"), .optional("breaking"), .optional("since"),
      .optional("exclude"), .optional("limit", Value(20)), .optional("offset", Value(0)))
  ) { arguments, context throws(RenderFault) in
    let host = try site(context)
    var selection = StorySelection(edition: try edition(arguments[4], host))
    selection.section = arguments[0].text?.string
    selection.tag = arguments[1].text?.string
    selection.author = arguments[2].text?.string
    selection.series = arguments[3].text?.string
    if let name = arguments[5].text?.string {
      guard let genre = Genre(rawValue: name) else {
        throw RenderFault(.badValue, arguments[5], Value(static: "a genre such as opinion"))
      }
      selection.genre = genre
    }
    selection.isBreaking = arguments[6].bool
    selection.since = try since(arguments[7], host)
    selection.excluded = try excluded(arguments[8], &context)
    let limit = arguments[9].int ?? 20
    guard (0...StorySelection.largestLimit).contains(limit) else {
      throw RenderFault(.badValue, arguments[9], Value(static: "a limit from 0 to 1000"))
    }
    selection.limit = limit
    selection.offset = max(0, arguments[10].int ?? 0)
    if limit == 0 { return try context.arena.list([]) }
    return try context.stories(host.reader.stories(selection))
  }

  private static func since(_ value: Value, _ host: SiteHost) throws(RenderFault) -> Int64? {
    guard let text = value.text?.string else { return nil }
    guard let time = try? TimeText.parse(text) else {
      throw RenderFault(.badValue, value, Value(static: "a date such as 2024-09-19"))
    }
    return time.resolve(in: host.formats.conventions.zone).instant.seconds
  }

  private static func excluded(
    _ value: Value, _ context: inout RenderContext
  ) throws(RenderFault) -> Set<CardID> {
    if value.isMissing || value.isNone { return [] }
    if let entity = value.entity { return [entity.number] }
    return Set(try context.elements(value).compactMap { $0.entity?.number })
  }

  /// `tags(limit=10, min=2, sort="count")`: the tags of the edition.
  static let tags = Builtin(
    "tags",
    Signature(
      .optional("limit"), .optional("min", Value(1)), .optional("sort", Value(static: "name")))
  ) { arguments, context throws(RenderFault) in
    let host = try site(context)
    let minimum = arguments[1].int ?? 1
    let edition = host.route.edition
    let limit = max(0, arguments[0].int ?? .max)
    switch arguments[2].text?.string {
    case "name":
      return try context.terms(
        host.reader.terms(.tag, edition: edition, minimum: minimum).prefix(limit))
    case "count":
      return try context.terms(
        host.reader.commonTags(edition: edition, minimum: minimum, limit: limit))
    default: throw RenderFault(.badValue, arguments[2], Value(static: "name or count"))
    }
  }

  /// `authors()`: the authors of the edition that have stories.
  static let authors = Builtin("authors", Signature()) { _, context throws(RenderFault) in
    let host = try site(context)
    return try context.terms(host.reader.terms(.author, edition: host.route.edition))
  }

  /// `series()`: the series of the edition.
  static let series = Builtin("series", Signature()) { _, context throws(RenderFault) in
    let host = try site(context)
    return try context.terms(host.reader.terms(.series, edition: host.route.edition))
  }

  /// `pages()`: the standing pages of the edition as `{title, url}`.
  static let pages = Builtin("pages", Signature()) { _, context throws(RenderFault) in
    let host = try site(context)
    var items: [Value] = []
    for page in host.reader.standingPages(edition: host.route.edition) {
      items.append(
        try context.record([("title", context.text(page.title)), ("url", context.text(page.url))]))
    }
    return try context.arena.list(items)
  }

  /// `asset("css/site.css")`: the hashed URL of a file of `Templates/assets`.
  static let asset = Builtin("asset", Signature(.required("name"))) {
    arguments, context throws(RenderFault) in
    let host = try site(context)
    let name = try context.string(arguments[0]).string
    guard let asset = host.reader.asset(name) else {
      let names = host.reader.snapshot.site.assets.names
      throw RenderFault(
        .custom, try context.arena.string("no asset '\(name)' in Templates/assets"),
        try context.hint(for: name, in: names))
    }
    return try context.arena.string(host.siteURL("/" + asset.output))
  }

  /// `url_for("tag", "brics")`: the URL of a section, tag, author or series; nothing without one.
  static let urlFor = Builtin("url_for", Signature(.required("kind"), .required("key"))) {
    arguments, context throws(RenderFault) in
    let host = try site(context)
    let kinds: [String: Term.Kind] = [
      "section": .section, "tag": .tag, "author": .author, "series": .series,
    ]
    let name = try context.string(arguments[0]).string
    let key = try context.string(arguments[1]).string
    if name == "article" {
      guard let id = host.reader.story(named: key, edition: host.route.edition) else {
        return .none
      }
      return context.text(host.reader.url(ofStory: id))
    }
    guard let kind = kinds[name] else {
      throw RenderFault(
        .badValue, arguments[0], Value(static: "article, section, tag, author or series"))
    }
    guard let term = host.reader.term(kind, named: key, edition: host.route.edition) else {
      return .none
    }
    return context.text(host.reader.url(ofTerm: term))
  }

  /// `t("stories_count", count=3)`: a UI string of the edition, with its plural form.
  static let string = Builtin("t", Signature(.required("key"), keywords: true)) {
    arguments, context throws(RenderFault) in
    let host = try site(context)
    let key = try context.string(arguments[0]).string
    guard let entry = host.reader.string(key, edition: host.route.edition) else {
      throw RenderFault(
        .custom, try context.arena.string("no string '\(key)' in Templates/strings"),
        try context.hint(for: key, in: host.reader.snapshot.site.strings.keys))
    }
    return try context.string(entry, arguments[1], host)
  }

  private static func edition(_ value: Value, _ host: SiteHost) throws(RenderFault) -> Int {
    guard let key = value.text?.string else { return host.route.edition }
    let editions = host.reader.settings.editions
    guard let number = editions.firstIndex(where: { $0.key.value == key }) else {
      throw RenderFault(.badValue, value, Value(static: "the key of an edition"))
    }
    return number
  }

  /// The site that is rendered; `warta render` has none.
  private static func site(
    _ context: borrowing RenderContext
  ) throws(RenderFault) -> SiteHost {
    guard let host = context.host as? SiteHost else {
      throw RenderFault(
        .custom, Value(static: "there is no site here to ask"),
        Value(static: "functions of the site work in `warta build`"))
    }
    return host
  }
}

extension RenderContext {
  /// "did you mean …", as a text for a fault.
  fileprivate mutating func hint(
    for name: String, in names: [String]
  ) throws(RenderFault) -> Value {
    guard let close = Suggestion.closest(to: name, in: names) else { return .missing }
    return try arena.string("did you mean '\(close)'?")
  }

  /// A UI string with its placeholders filled in.
  fileprivate mutating func string(
    _ entry: StringTable.Entry, _ arguments: Value, _ host: SiteHost
  ) throws(RenderFault) -> Value {
    let text: String
    switch entry {
    case .text(let plain): text = plain
    case .plural(let forms):
      guard let count = arguments.entry(Value(static: "count"))?.int else {
        throw RenderFault(.missingArgument, Value(static: "count"))
      }
      let category = host.formats.plurals.category(of: Int64(count))
      text = forms[category] ?? forms[.other] ?? ""
    }
    guard text.contains("{") else { return try arena.string(text) }
    return try filled(text, arguments, host)
  }

  /// Replaces `{name}` by the argument of that name; whole numbers take the edition's digits.
  private mutating func filled(
    _ text: String, _ arguments: Value, _ host: SiteHost
  ) throws(RenderFault) -> Value {
    let start = beginText()
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      scratch.append(String(rest[..<open]))
      let name = String(rest[rest.index(after: open)..<close])
      let key = try arena.string(name)
      guard let value = arguments.entry(key) else { throw RenderFault(.missingArgument, key) }
      if value.kind == .int, let number = value.int {
        host.formats.numbers.append(Int64(number), to: &scratch)
      } else {
        scratch.append(try string(value).string)
      }
      rest = rest[rest.index(after: close)...]
    }
    scratch.append(String(rest))
    return try endText(from: start)
  }
}
