/// Judges the raw HTML of a text where `raw_html: allow` is set.
enum RawHTMLPolicy {
  /// What becomes of a piece of HTML.
  enum Piece {
    case text(Range<Int>)
    case open(String, [Attribute], Range<Int>)
    case close(String, Range<Int>)
    case problem(MarkdownProblem.Kind, Range<Int>)
  }

  /// An attribute that passes.
  struct Attribute {
    let name: String
    let value: Value
  }

  /// The value of an attribute that passes.
  enum Value {
    case none
    /// As written, entities included.
    case plain(String)
    /// Entities undone; the URL policy has not seen it yet.
    case url(String, isPicture: Bool)
  }

  /// A URL in raw HTML.
  struct Use {
    let url: String
    let isPicture: Bool
    /// The tag's range in the HTML.
    let range: Range<Int>
  }

  /// The URLs of the elements that pass, in order.
  static func references(in html: [UInt8]) -> [Use] {
    var uses: [Use] = []
    for case .open(_, let attributes, let range) in pieces(of: html) {
      for case .url(let url, let isPicture) in attributes.map(\.value) {
        uses.append(Use(url: url, isPicture: isPicture, range: range))
      }
    }
    return uses
  }

  /// Where `range` of raw HTML that begins on `line` stands.
  static func spot(of range: Range<Int>, in html: [UInt8], line: Int) -> SourceSpot {
    let breaks = html[..<range.lowerBound].count { $0 == 0x0A }
    let words = html[range].prefix { $0 != 0x0A }
    return .words(String(decoding: words, as: UTF8.self), line: line + breaks)
  }

  /// What becomes of the pieces of `html`.
  static func pieces(of html: [UInt8]) -> [Piece] {
    var scanner = HTMLScanner()
    var pieces: [Piece] = []
    while let token = scanner.next(in: html.span) {
      switch token {
      case .text(let range): pieces.append(.text(range))
      case .open(let tag): open(tag, html, &scanner, into: &pieces)
      case .close(let name):
        let text = html.span.lowercaseText(name)
        let range = name.lowerBound - 2..<scanner.position
        if HTMLAllowList.authors.allows(text) { pieces.append(.close(text, range)) }
      case .comment: continue
      case .other(let range):
        pieces.append(.problem(.rawHTML(String(html.span.text(range).prefix(40))), range))
      case .broken(let range): pieces.append(.problem(.brokenTag, range))
      }
    }
    return pieces
  }

  private static func open(
    _ tag: HTMLTag, _ html: [UInt8], _ scanner: inout HTMLScanner, into pieces: inout [Piece]
  ) {
    let name = html.span.lowercaseText(tag.name)
    guard HTMLAllowList.authors.allows(name) else {
      pieces.append(.problem(.elementNotAllowed(name), tag.range))
      if HTMLAllowList.opaque.contains(name) {
        scanner.skipContent(of: Array(name.utf8), in: html.span)
      }
      return
    }
    var attributes: [Attribute] = []
    for attribute in tag.attributes {
      let attributeName = html.span.lowercaseText(attribute.name)
      guard HTMLAllowList.authors.allows(attributeName, on: name) else {
        pieces.append(
          .problem(.attributeNotAllowed(attributeName, element: name), attribute.name))
        continue
      }
      // Warta writes its own `rel`.
      guard attributeName != "rel" else { continue }
      guard !attributes.contains(where: { $0.name == attributeName }) else { continue }
      let value = attribute.value.map { html.span.text($0) }
      attributes.append(
        Attribute(name: attributeName, value: self.value(value, of: attributeName)))
    }
    pieces.append(.open(name, attributes, tag.range))
  }

  private static func value(_ text: String?, of attribute: String) -> Value {
    guard let text else { return .none }
    guard HTMLAllowList.urlAttributes.contains(attribute) else { return .plain(text) }
    let isPicture = attribute == "src" || attribute == "poster"
    return .url(HTMLReferences.decoded(text), isPicture: isPicture)
  }
}
