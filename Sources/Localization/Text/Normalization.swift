/// Unicode forms in which texts are compared.
package enum Normalization {
  /// The text in NFC (UAX #15); ASCII comes back as it is.
  package static func nfc(_ text: String) -> String {
    if isNFC(text) { return text }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: composed(decomposed(text)))
    return String(result)
  }

  /// Whether the text is in NFC already; texts with combining marks are composed to find out.
  package static func isNFC(_ text: String) -> Bool {
    if text.isASCII { return true }
    let data = CanonicalData.shared
    guard text.unicodeScalars.contains(where: data.needsCare) else { return true }
    return composed(decomposed(text)).elementsEqual(text.unicodeScalars)
  }
}

// MARK: - Folding

extension Normalization {
  /// A path in the form in which two claims on one file are equal: NFC and case folded.
  package static func foldedPath(_ path: String) -> String {
    path.isASCII ? path.asciiLowercased : caseFolded(path)
  }

  /// The form in which two spellings of a tag are one tag: NFC, case folded, ي as ی, ك as ک.
  ///
  /// White space is trimmed and its runs are one space.
  package static func tagIdentity(_ text: String) -> String {
    if text.isASCII, !text.hasLooseSpace { return text.asciiLowercased }
    var scalars = String.UnicodeScalarView()
    for scalar in caseFolded(text).unicodeScalars {
      switch scalar {
      case _ where scalar.properties.isWhitespace:
        if let last = scalars.last, last != " " { scalars.append(" ") }
      case "\u{64A}", "\u{649}": scalars.append("\u{6CC}")
      case "\u{643}": scalars.append("\u{6A9}")
      default: scalars.append(scalar)
      }
    }
    if scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }

  /// NFC without differences of case; a letter that grows when folded (ß) is as its long form.
  static func caseFolded(_ text: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in decomposed(text) {
      switch scalar {
      case "ß", "ẞ": folded.append(contentsOf: "ss".unicodeScalars)
      case "ς": folded.append("σ")
      case "ſ": folded.append("s")
      case "\u{307}" where folded.last == "i": continue
      default: folded.append(lowercased: scalar)
      }
    }
    return nfc(String(folded))
  }
}

// MARK: - The algorithm

extension Normalization {
  /// The full canonical decomposition, combining marks in canonical order.
  static func decomposed(_ text: String) -> [Unicode.Scalar] {
    let data = CanonicalData.shared
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if scalar.value < 0xC0 {
        result.append(scalar)
      } else {
        data.append(decompositionOf: scalar, to: &result)
      }
    }
    sortMarks(&result)
    return result
  }

  /// Sorts every run of marks by combining class; equal classes keep their order.
  private static func sortMarks(_ scalars: inout [Unicode.Scalar]) {
    var runStart = 0
    var run: [(mark: Unicode.Scalar, order: UInt8)] = []
    for index in 0...scalars.count {
      let order = index < scalars.count ? combiningClass(scalars[index]) : 0
      if order != 0 {
        if run.isEmpty { runStart = index }
        run.append((scalars[index], order))
      } else if !run.isEmpty {
        if run.count > 1 {
          run.sort { $0.order < $1.order }
          for (offset, entry) in run.enumerated() { scalars[runStart + offset] = entry.mark }
        }
        run.removeAll(keepingCapacity: true)
      }
    }
  }

  private static func composed(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let data = CanonicalData.shared
    var result: [Unicode.Scalar] = []
    var starter: Int?
    var lastClass: UInt8 = 0
    for scalar in scalars {
      let order = combiningClass(scalar)
      if let starter, isReachable(order, after: lastClass, adjacent: starter == result.count - 1),
        let whole = data.composition(of: result[starter], scalar)
          ?? Hangul.composition(of: result[starter], scalar)
      {
        result[starter] = whole
        continue
      }
      if order == 0 { starter = result.count }
      lastClass = order
      result.append(scalar)
    }
    return result
  }

  /// Whether no mark of the same or a higher class stands between a scalar and its starter.
  private static func isReachable(_ order: UInt8, after last: UInt8, adjacent: Bool) -> Bool {
    adjacent || (order != 0 && last < order)
  }

  private static func combiningClass(_ scalar: Unicode.Scalar) -> UInt8 {
    scalar.value < 0x300 ? 0 : scalar.properties.canonicalCombiningClass.rawValue
  }
}
