internal import Bytes

/// Turns the addresses in a text into links: the `urlize` filter.
///
/// The text is escaped first and its words are looked at one by one, so what comes out is safe HTML
/// whatever went in. Punctuation around an address stays outside of its link.
struct Linkifier {
  /// How many scalars of an address are shown.
  var shownLength: Int?
  /// The attributes of a link, each with a space before it.
  var attributes: [Unicode.Scalar]
  /// Further beginnings that make a word an address, such as `tel:`.
  var extraSchemes: [[Unicode.Scalar]] = []
}

extension Linkifier {
  /// Appends `text`, which is escaped already, with its addresses as links.
  func append(escaped text: Text, to output: inout ByteBuffer) {
    let scalars = text.scalars()
    var start = 0
    while start < scalars.count {
      let isSpace = scalars[start].isPythonSpace
      let end = scalars[start...].firstIndex { $0.isPythonSpace != isSpace } ?? scalars.count
      if isSpace {
        output.append(scalars[start..<end])
      } else {
        append(word: scalars[start..<end], to: &output)
      }
      start = end
    }
  }

  private func append(word: ArraySlice<Unicode.Scalar>, to output: inout ByteBuffer) {
    let parts = WordParts(word)
    output.append(parts.head)
    let middle = parts.middle
    if WebAddress.matches(middle) {
      let hasScheme = middle.starts(with: httpsPrefix) || middle.starts(with: httpPrefix)
      output.append("<a href=\"")
      if !hasScheme { output.append("https://") }
      let isCut = shownLength.map { $0 < middle.count } ?? false
      appendLink(
        to: middle, shown: shownLength.map { middle.prefix(max($0, 0)) } ?? middle,
        end: isCut ? "..." : "", &output, with: attributes)
    } else if middle.starts(with: mailPrefix), isMailAddress(middle.dropFirst(mailPrefix.count)) {
      output.append("<a href=\"")
      appendLink(to: middle, shown: middle.dropFirst(mailPrefix.count), &output)
    } else if isBareMailAddress(middle) {
      output.append("<a href=\"mailto:")
      appendLink(to: middle, shown: middle, &output)
    } else if isExtra(middle) {
      output.append("<a href=\"")
      appendLink(to: middle, shown: middle, &output, with: attributes)
    } else {
      output.append(middle)
    }
    output.append(parts.tail)
  }

  private func appendLink(
    to target: ArraySlice<Unicode.Scalar>, shown: ArraySlice<Unicode.Scalar>,
    end: StaticString = "", _ output: inout ByteBuffer, with attributes: [Unicode.Scalar] = []
  ) {
    output.append(target)
    output.append("\"")
    output.append(attributes[...])
    output.append(">")
    output.append(shown)
    output.append(end)
    output.append("</a>")
  }

  private func isExtra(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    extraSchemes.contains { word.count > $0.count && word.starts(with: $0) }
  }

  private func isBareMailAddress(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    word.contains("@") && !word.starts(with: wwwPrefix) && word.first != "@"
      && !word.contains(":") && isMailAddress(word)
  }

  /// Something, `@`, and a name with a dot.
  private func isMailAddress(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let at = word.lastIndex(of: "@"), at > word.startIndex else { return false }
    let host = word[(at + 1)...]
    guard let first = host.first, first.isPythonWord, let dot = host.lastIndex(of: "."),
      dot > host.startIndex
    else { return false }
    let top = host[(dot + 1)...]
    return !top.isEmpty && top.allSatisfy(\.isPythonWord)
      && host.allSatisfy { $0.isPythonWord || $0 == "." || $0 == "-" }
  }
}

private let httpPrefix = Array("http://".unicodeScalars)
private let httpsPrefix = Array("https://".unicodeScalars)
private let mailPrefix = Array("mailto:".unicodeScalars)
private let wwwPrefix = Array("www.".unicodeScalars)

/// A word without the brackets before it and the punctuation after it.
private struct WordParts {
  private let word: ArraySlice<Unicode.Scalar>
  private(set) var head: ArraySlice<Unicode.Scalar>
  private(set) var middle: ArraySlice<Unicode.Scalar>
  private(set) var tail: ArraySlice<Unicode.Scalar>

  private static let less = Array("&lt;".unicodeScalars)
  private static let greater = Array("&gt;".unicodeScalars)

  init(_ word: ArraySlice<Unicode.Scalar>) {
    self.word = word
    middle = word
    while let first = middle.first {
      if first == "(" || first == "<" {
        middle.removeFirst()
      } else if middle.starts(with: Self.less) {
        middle.removeFirst(Self.less.count)
      } else {
        break
      }
    }
    head = word[..<middle.startIndex]
    while let last = middle.last {
      if last == ")" || last == ">" || last == "." || last == "," {
        middle.removeLast()
      } else if middle.suffix(Self.greater.count).elementsEqual(Self.greater) {
        middle.removeLast(Self.greater.count)
      } else {
        break
      }
    }
    tail = word[middle.endIndex...]
    balance("(", ")")
    balance("<", ">")
    balance(Self.less, Self.greater)
  }

  private mutating func balance(_ open: Unicode.Scalar, _ close: Unicode.Scalar) {
    balance([open], [close])
  }

  /// Takes closing brackets back from the tail for the ones that open inside of the address.
  private mutating func balance(_ open: [Unicode.Scalar], _ close: [Unicode.Scalar]) {
    let opened = middle.occurrences(of: open)
    guard opened > middle.occurrences(of: close) else { return }
    for _ in 0..<min(opened, tail.occurrences(of: close)) {
      guard let found = tail.firstIndex(of: close) else { return }
      let end = found + close.count
      middle = word[middle.startIndex..<end]
      tail = tail[end...]
    }
  }
}

/// The words that are web addresses: with a scheme or `www.`, or under a well-known top domain.
private enum WebAddress {
  static func matches(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    guard !word.isEmpty else { return false }
    let lower = ArraySlice(word.map(\.asciiLowercased))
    for scheme in [httpPrefix, httpsPrefix] where lower.starts(with: scheme) {
      let authority = authority(of: lower.dropFirst(scheme.count))
      return isName(authority, needsDots: false) || isAddress(authority)
    }
    let authority = authority(of: lower)
    if authority.starts(with: wwwPrefix), isName(authority.dropFirst(4), needsDots: false) {
      return true
    }
    return isName(authority, needsDots: true)
  }

  private static func authority(of rest: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
  }

  /// A host name with an optional port; `needsDots`: under one of the well-known top domains.
  private static func isName(_ authority: ArraySlice<Unicode.Scalar>, needsDots: Bool) -> Bool {
    guard let host = withoutPort(authority) else { return false }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard let top = labels.last else { return false }
    let rest = labels.dropLast()
    guard rest.allSatisfy({ label in !label.isEmpty && label.allSatisfy(\.isLabelScalar) }) else {
      return false
    }
    if needsDots {
      return !rest.isEmpty && rest.allSatisfy { (2...63).contains($0.count) }
        && wellKnown.contains { $0.elementsEqual(top) }
    }
    return isTopDomain(top)
  }

  private static func isTopDomain(_ label: ArraySlice<Unicode.Scalar>) -> Bool {
    let isPlain = (2...63).contains(label.count) && label.allSatisfy { ("a"..."z").contains($0) }
    let name = label.dropFirst(4)
    return isPlain
      || (label.starts(with: punycodePrefix) && (2...59).contains(name.count)
        && name.allSatisfy { $0.isPythonWord || $0 == "%" })
  }

  private static let punycodePrefix = Array("xn--".unicodeScalars)
  private static let wellKnown = ["com", "net", "int", "edu", "gov", "org", "info", "mil"]
    .map { Array($0.unicodeScalars) }

  /// An IPv4 address, or an IPv6 address in brackets, with an optional port.
  private static func isAddress(_ authority: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let host = withoutPort(authority) else { return false }
    if host.first == "[", host.last == "]" { return isIPv6(host.dropFirst().dropLast()) }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { (1...3).contains($0.count) && $0.allSatisfy(\.isPythonDigit) }
  }

  /// Two to eight groups of at most four hexadecimal digits, two of them with a colon.
  private static func isIPv6(_ address: ArraySlice<Unicode.Scalar>) -> Bool {
    var rest = address
    for group in 0..<8 {
      let digits = rest.prefix(4).prefix { $0.isPythonDigit || ("a"..."f").contains($0) }
      rest = rest.dropFirst(digits.count)
      if rest.first == ":" {
        rest.removeFirst()
      } else if group < 2 {
        return false
      }
      if group >= 2, rest.isEmpty { return true }
    }
    return rest.isEmpty
  }

  /// The host without `:` and one to five digits; nothing when there is something else.
  private static func withoutPort(
    _ authority: ArraySlice<Unicode.Scalar>
  ) -> ArraySlice<Unicode.Scalar>? {
    guard let colon = authority.lastIndex(of: ":"), authority.last != "]" else { return authority }
    let port = authority[(colon + 1)...]
    guard (1...5).contains(port.count), port.allSatisfy(\.isPythonDigit) else { return nil }
    return authority[..<colon]
  }
}

extension Unicode.Scalar {
  fileprivate var asciiLowercased: Unicode.Scalar {
    ("A"..."Z").contains(self) ? Unicode.Scalar(UInt8(value) + 0x20) : self
  }

  fileprivate var isLabelScalar: Bool { isPythonWord || self == "%" || self == "-" }
}

extension ArraySlice<Unicode.Scalar> {
  fileprivate func firstIndex(of part: [Unicode.Scalar]) -> Int? {
    indices.first { self[$0...].starts(with: part) }
  }

  fileprivate func occurrences(of part: [Unicode.Scalar]) -> Int {
    var total = 0
    var rest = self
    while let found = rest.firstIndex(of: part) {
      total += 1
      rest = rest[(found + part.count)...]
    }
    return total
  }
}

extension ByteBuffer {
  /// Appends `scalars` as UTF-8.
  mutating func append(_ scalars: ArraySlice<Unicode.Scalar>) {
    for scalar in scalars { append(scalar) }
  }

  /// Appends `scalar` as UTF-8; disfavoured, so that literals stay literals.
  @inline(__always) @_disfavoredOverload
  mutating func append(_ scalar: Unicode.Scalar) {
    if scalar.isASCII {
      append(UInt8(truncatingIfNeeded: scalar.value))
    } else {
      for byte in String(scalar).utf8 { append(byte) }
    }
  }
}
