internal import Bytes
internal import Localization
internal import Markdown
internal import SiteModel
internal import TemplateEngine

/// The filters that need languages, Markdown or the address of the site.
enum SiteFilters {
  static let all: [Builtin] = [
    DateFilter.date, number, plural, slugify, markdown, absoluteURL, absoluteURLs, collate,
  ]

  /// `{{ 12345.5 | number }}`: grouped, in the digits of the edition.
  static let number = Builtin(
    "number", Signature(.required("value"), .optional("locale"), .optional("numerals"))
  ) { arguments, context throws(RenderFault) in
    let format = try numberFormat(arguments, context)
    let start = context.beginText()
    if let whole = arguments[0].int {
      format.append(Int64(whole), to: &context.scratch)
    } else if let value = arguments[0].double {
      format.append(value, to: &context.scratch)
    } else {
      throw RenderFault(.wrongKind, arguments[0], Value(static: "a number"))
    }
    return try context.endText(from: start)
  }

  private static func numberFormat(
    _ arguments: Arguments, _ context: borrowing RenderContext
  ) throws(RenderFault) -> NumberFormat {
    let formats = SiteFilters.formats(context)
    guard arguments[1].text != nil || arguments[2].text != nil else { return formats.numbers }
    let tag = try language(arguments[1]) ?? formats.conventions.language
    return NumberFormat(
      language: tag,
      numerals: arguments[2].text.flatMap { Numerals(name: $0.string) }
        ?? formats.conventions.numerals)
  }

  /// `{{ n | plural(one="story", other="stories") }}`: the form that the language wants.
  static let plural = Builtin(
    "plural",
    Signature(
      .required("count"), .optional("one"), .optional("few"), .optional("many"),
      .optional("other"), .optional("zero"), .optional("two"), .optional("locale"))
  ) { arguments, context throws(RenderFault) in
    guard let count = arguments[0].int else {
      throw RenderFault(.wrongKind, arguments[0], Value(static: "a whole number"))
    }
    let rules = try language(arguments[7]).map { PluralRules(language: $0) }
    let category = (rules ?? formats(context).plurals).category(of: Int64(count))
    let form: Value
    switch category {
    case .zero: form = arguments[5]
    case .one: form = arguments[1]
    case .two: form = arguments[6]
    case .few: form = arguments[2]
    case .many: form = arguments[3]
    case .other: form = arguments[4]
    }
    if !form.isMissing { return form }
    guard !arguments[4].isMissing else {
      throw RenderFault(
        .missingArgument, try context.arena.string(category.rawValue))
    }
    return arguments[4]
  }

  /// `{{ "Banjir surut!" | slugify }}`: the text as a part of a URL.
  static let slugify = Builtin(
    "slugify", Signature(.required("text"), .optional("mode", Value(static: "native")))
  ) { arguments, context throws(RenderFault) in
    let text = try context.string(arguments[0]).string
    let mode = Slug.Mode(rawValue: try context.string(arguments[1]).string) ?? .native
    let language = formats(context).conventions.language
    return try context.arena.string(Slug.make(text, mode: mode, language: language) ?? "")
  }

  /// `{{ text | markdown }}`, `markdown(inline=true)`: raw HTML in it is shown as it was typed.
  static let markdown = Builtin(
    "markdown", Signature(.required("text"), .optional("inline", .false)), result: .html
  ) { arguments, context throws(RenderFault) in
    let text = try context.string(arguments[0])
    try context.charge(bytes: text.count * 16)
    var options = MarkdownOptions()
    options.rawHTML = .escape
    if arguments[1].bool == true { options.form = .inline }
    var renderer = MarkdownRenderer()
    var resolver = UnresolvedReferences()
    let start = context.beginText()
    _ = renderer.render(
      Array(text).span, at: MarkdownPlace(file: ""), options: options, resolver: &resolver,
      into: &context.scratch)
    return try context.endText(from: start, flags: .safe)
  }

  /// `{{ article.url | absolute_url }}`: the address with the site's own before it.
  static let absoluteURL = Builtin(
    "absolute_url", Signature(.required("url"), .optional("base"))
  ) { arguments, context throws(RenderFault) in
    let url = try context.string(arguments[0])
    let path = url.string
    guard path.hasPrefix("/"), !path.hasPrefix("//") else { return arguments[0] }
    let base = arguments[1].text?.string ?? (context.host as? FormattingHost)?.origin ?? ""
    let start = context.beginText()
    context.scratch.append(base.hasSuffix("/") ? String(base.dropLast()) : base)
    context.scratch.append(percentEncodedPath: path)
    return try context.endText(from: start)
  }

  /// `{{ article.content | absolute_urls }}`: HTML whose addresses all name the site.
  static let absoluteURLs = Builtin(
    "absolute_urls", Signature(.required("html"), .optional("base")), result: .html
  ) { arguments, context throws(RenderFault) in
    let html = try context.string(arguments[0])
    try context.charge(bytes: html.count)
    let host = context.host as? SiteHost
    let page = host.map { $0.reader.address($0.route.url) } ?? arguments[1].text?.string ?? ""
    let start = context.beginText()
    FeedHTML.makeURLsAbsolute(Array(html).span, page: page, into: &context.scratch)
    return try context.endText(from: start, flags: .safe)
  }

  /// `{{ names | collate }}`, `collate(attribute="name")`: in the alphabetical order of the language.
  static let collate = Builtin(
    "collate", Signature(.required("items"), .optional("attribute"), .optional("locale"))
  ) { arguments, context throws(RenderFault) in
    let items = try context.elements(arguments[0])
    let tag = try language(arguments[2]) ?? formats(context).conventions.language
    let collation = Collation(language: tag)
    var keyed: [(key: [UInt8], index: Int)] = []
    for (index, item) in items.enumerated() {
      var value = item
      if let attribute = arguments[1].text {
        value = try context.member(Value(sharing: attribute), of: item)
      }
      keyed.append((collation.key(of: try context.string(value).string), index))
    }
    keyed.sort { a, b in
      a.key == b.key ? a.index < b.index : a.key.lexicographicallyPrecedes(b.key)
    }
    return try context.arena.list(keyed.map { items[$0.index] })
  }

  /// The formats of the page, or of English without one.
  private static func formats(_ context: borrowing RenderContext) -> EditionFormats {
    (context.host as? FormattingHost)?.formats ?? FormattingHost.standard().formats
  }

  private static func language(_ value: Value) throws(RenderFault) -> LanguageTag? {
    guard let text = value.text?.string else { return nil }
    guard let tag = LanguageTag(text) else {
      throw RenderFault(.badValue, value, Value(static: "a language tag such as id"))
    }
    return tag
  }
}
