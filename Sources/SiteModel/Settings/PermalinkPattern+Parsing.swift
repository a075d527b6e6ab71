internal import Diagnostics
internal import FrontMatter

extension SchemaReader {
  /// `permalink` of the settings: a path with tokens.
  mutating func permalinkPattern(_ value: SchemaValue) -> PermalinkPattern? {
    guard let word = word(value) else { return nil }
    do {
      return try PermalinkPattern(parsing: word.value)
    } catch {
      note(.setting(.permalinkPattern(value: word.value, error)), at: value)
      return nil
    }
  }
}

extension PermalinkPattern {
  /// Reads `/{section}/{year}/{month}/{slug}/`.
  init(parsing text: String) throws(SchemaProblem.PatternFault) {
    guard text.hasPrefix("/") else { throw .noSlash }
    var components: [[Piece]] = []
    for component in text.split(separator: "/") {
      components.append(try Self.pieces(of: component))
    }
    let tokens = components.flatMap { $0 }
    guard tokens.contains(.token(.slug)) || tokens.contains(.token(.id)) else { throw .noName }
    let plain = tokens.map { piece in if case .text(let text) = piece { text } else { "x" } }
    if let fault = PathCheck.fault(in: "/" + plain.joined()) { throw .path(fault) }
    if text.contains("//") { throw .path(.doubleSlash) }
    let last = components.last ?? []
    let isFile = last.contains { piece in
      if case .text(let text) = piece { text.contains(".") } else { false }
    }
    guard text.hasSuffix("/") || isFile else { throw .path(.noFinalSlash) }
    self.init(text: text, components: components, endsWithSlash: text.hasSuffix("/"))
  }

  private static func pieces(
    of component: Substring
  ) throws(SchemaProblem.PatternFault) -> [Piece] {
    var pieces: [Piece] = []
    var rest = component
    while let open = rest.firstIndex(of: "{") {
      if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
      guard let close = rest[open...].firstIndex(of: "}") else { throw .unclosedToken }
      let name = String(rest[rest.index(after: open)..<close])
      guard let token = Token(rawValue: name) else {
        throw .unknownToken(name, suggestion: Self.suggestion(for: name))
      }
      pieces.append(.token(token))
      rest = rest[rest.index(after: close)...]
    }
    if rest.contains("}") { throw .unclosedToken }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    return pieces
  }

  /// Tokens of other generators, else the nearest name.
  private static func suggestion(for name: String) -> String? {
    let foreign = [
      "yyyy": "year", "mm": "month", "dd": "day", "title": "slug", "filename": "slug",
      "category": "section", "postname": "slug", "contentbasename": "slug",
    ]
    return foreign[ForeignKey.normalized(name)]
      ?? Suggestion.closest(to: name, in: Token.allCases.map(\.rawValue))
  }
}
