internal import Bytes

/// Filters that turn text into HTML, out of HTML, or into a part of a URL.
enum EscapingFilters {
  static let all: [Builtin] = [
    safe, escape, escape.alias("e"), forceescape, striptags, urlize, xmlattr, urlencode,
  ]

  /// `{{ html | safe }}` is written as it is.
  static let safe = Builtin("safe", Signature(.required("value")), result: .html) {
    arguments, context throws(RenderFault) in
    let text = try context.string(arguments[0])
    return Value(sharing: text, flags: arguments[0].flags.union(.safe))
  }

  /// `{{ text | escape }}` is safe HTML now, and not escaped a second time.
  static let escape = Builtin("escape", Signature(.required("value")), result: .html) {
    arguments, context throws(RenderFault) in
    try context.escaped(arguments[0])
  }

  /// `{{ html | forceescape }}` escapes what is safe already as well.
  static let forceescape = Builtin("forceescape", Signature(.required("value")), result: .html) {
    arguments, context throws(RenderFault) in
    let text = try context.string(arguments[0])
    return try context.escaped(Value(sharing: text))
  }

  /// `{{ "<p>a &amp; b</p>" | striptags }}` is the text `a & b`, to be escaped where it is printed.
  static let striptags = Builtin("striptags", Signature(.required("value"))) {
    arguments, context throws(RenderFault) in
    let markup = try context.string(arguments[0])
    try context.charge(bytes: markup.count)
    let bare = try context.string(context.makeText { $0.append(withoutComments: markup) })
    let text = try context.string(context.makeText { $0.append(withoutTags: bare) })
    let words = try context.string(context.makeText { $0.append(collapsingSpace: text) })
    return try context.makeText { $0.append(resolvingReferences: words) }
  }

  /// `{{ "see https://kabar.example" | urlize }}` makes links of addresses.
  static let urlize = Builtin(
    "urlize",
    Signature(
      .required("value"), .optional("trim_url_limit"), .optional("nofollow", .false),
      .optional("target"), .optional("rel"), .optional("extra_schemes"))
  ) { arguments, context throws(RenderFault) in
    let linkifier = Linkifier(
      shownLength: try arguments.optionalSize(1),
      attributes: try context.linkAttributes(
        target: arguments[3], rel: arguments[4], isFollowed: try !context.isTrue(arguments[2])),
      extraSchemes: arguments.isGiven(5) ? try context.schemes(arguments[5]) : [])
    let escaped = try context.string(context.escaped(arguments[0]))
    try context.charge(bytes: escaped.count)
    try context.charge(elements: escaped.count)
    return try context.makeText(flags: context.isEscaping ? .safe : []) {
      linkifier.append(escaped: escaped, to: &$0)
    }
  }

  /// `<ul{{ {"class": "list", "id": none} | xmlattr }}>` prints `<ul class="list">`.
  static let xmlattr = Builtin(
    "xmlattr", Signature(.required("value"), .optional("autospace", .true))
  ) { arguments, context throws(RenderFault) in
    guard let entries = arguments[0].entries else {
      throw RenderFault(.wrongKind, arguments[0], "a map of attributes")
    }
    try context.charge(elements: entries.count)
    let start = context.beginText()
    var hasSpace = try context.isTrue(arguments[1])
    for (key, value) in entries where !value.isNone && !value.isMissing {
      if hasSpace { context.scratch.append(UInt8(ascii: " ")) }
      hasSpace = true
      try context.appendAttribute(key, value)
      try context.check(textSince: start)
    }
    return try context.endText(from: start, flags: context.isEscaping ? [.safe, .attributes] : [])
  }

  /// `{{ "a b&c" | urlencode }}` prints `a%20b%26c`; a map or a list of pairs makes a query.
  static let urlencode = Builtin("urlencode", Signature(.required("value")), result: .urlPart) {
    arguments, context throws(RenderFault) in
    let value = arguments[0]
    let isText = value.isString || value.entries == nil && value.items == nil
    let start = context.beginText()
    if isText {
      try context.appendEncoded(value, isQuery: false)
    } else {
      for (index, (key, value)) in try context.pairs(value).enumerated() {
        if index > 0 { context.scratch.append(UInt8(ascii: "&")) }
        try context.appendEncoded(key, isQuery: true)
        context.scratch.append(UInt8(ascii: "="))
        try context.appendEncoded(value, isQuery: true)
        try context.check(textSince: start)
      }
    }
    return try context.endText(from: start, flags: .urlPart)
  }
}

// MARK: - Attributes

extension RenderContext {
  fileprivate mutating func appendAttribute(
    _ key: Value, _ value: Value
  ) throws(RenderFault) {
    let name = try string(key)
    let isName = name.allSatisfy { byte in
      switch byte {
      case 0x09...0x0D, 0x20, UInt8(ascii: "/"), UInt8(ascii: ">"), UInt8(ascii: "="): false
      default: true
      }
    }
    guard isName, name.count > 0 else {
      throw RenderFault(.badValue, key, "an attribute name, without blanks and '/', '>', '='")
    }
    if isEscaping, EscapeState.isURLAttribute(name.string.lowercased()), value.isString,
      !URLCheck.isSafe(try string(value), isHTML: value.flags.contains(.safe))
    {
      throw RenderFault(.badValue, value, "a URL that runs nothing")
    }
    try appendHTML(key)
    scratch.append("=\"")
    try appendHTML(value)
    scratch.append(UInt8(ascii: "\""))
  }
}

// MARK: - Links

extension RenderContext {
  /// The attributes of a link: `rel` with its words sorted, then `target`.
  fileprivate mutating func linkAttributes(
    target: Value, rel: Value, isFollowed: Bool
  ) throws(RenderFault) -> [Unicode.Scalar] {
    var words: Set<String> = ["noopener"]
    if !isFollowed { words.insert("nofollow") }
    if !rel.isMissing, !rel.isNone {
      let text = try string(rel)
      for word in text.wordRanges() { words.insert(text.slice(word).string) }
    }
    let start = beginText()
    scratch.append(" rel=\"")
    scratch.append(
      htmlEscaped: words.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
        .joined(separator: " "))
    scratch.append("\"")
    if !target.isMissing, !target.isNone {
      scratch.append(" target=\"")
      try appendHTML(target)
      scratch.append("\"")
    }
    return try endText(from: start).text?.scalars() ?? []
  }

  fileprivate mutating func schemes(_ list: Value) throws(RenderFault) -> [[Unicode.Scalar]] {
    var schemes: [[Unicode.Scalar]] = []
    for scheme in try elements(list) {
      guard let text = scheme.text, text.isSchemePrefix else {
        throw RenderFault(.badValue, scheme, "a scheme such as 'tel:'")
      }
      schemes.append(text.scalars())
    }
    return schemes
  }
}

extension Text {
  /// Two or more letters, digits, `+ - .`, a colon, and up to two slashes.
  fileprivate var isSchemePrefix: Bool {
    let scalars = self.scalars()
    guard let colon = scalars.firstIndex(of: ":"), colon >= 2 else { return false }
    let rest = scalars[(colon + 1)...]
    return rest.count <= 2 && rest.allSatisfy { $0 == "/" }
      && scalars[..<colon].allSatisfy {
        $0.isPythonWord || $0 == "." || $0 == "+" || $0 == "-"
      }
  }
}

// MARK: - URLs

extension RenderContext {
  /// Appends `value` percent-encoded (RFC 3986): in a query `/` too, and a blank as `+`.
  fileprivate mutating func appendEncoded(
    _ value: Value, isQuery: Bool
  ) throws(RenderFault) {
    let text = try string(value)
    try charge(bytes: text.count)
    for byte in text {
      if byte.isUnreserved || (byte == UInt8(ascii: "/") && !isQuery) {
        scratch.append(byte)
      } else if byte == UInt8(ascii: " "), isQuery {
        scratch.append(UInt8(ascii: "+"))
      } else {
        scratch.append(UInt8(ascii: "%"))
        scratch.append(hexDigit(byte >> 4))
        scratch.append(hexDigit(byte & 15))
      }
    }
  }

  /// The entries of a map, or the pairs in a list, in order.
  mutating func pairs(_ value: Value) throws(RenderFault) -> [(key: Value, value: Value)] {
    if let entries = value.entries {
      try charge(elements: entries.count)
      return Array(entries)
    }
    var pairs: [(key: Value, value: Value)] = []
    for item in try elements(value) {
      guard let pair = item.items, pair.count == 2 else {
        throw RenderFault(.wrongKind, item, "a pair of a name and a value")
      }
      pairs.append((pair[0], pair[1]))
    }
    return pairs
  }
}

private func hexDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
}

extension UInt8 {
  /// Letters, digits and `- . _ ~` (RFC 3986, section 2.3).
  fileprivate var isUnreserved: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }
}
