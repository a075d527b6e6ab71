internal import FrontMatter

extension SchemaReader {
  /// `base_url`: scheme, host, perhaps a port and a path.
  mutating func baseURL(_ value: SchemaValue) -> BaseURL? {
    guard let word = word(value) else { return nil }
    do {
      return try BaseURL(parsing: word.value)
    } catch {
      let hasScheme = word.value.contains("://")
      note(
        .setting(.notABaseURL(value: word.value, error)), at: value,
        replacement: hasScheme ? nil : "https://" + word.value)
      return nil
    }
  }

  /// `id_authority`: a host name.
  mutating func host(_ value: SchemaValue) -> String? {
    guard let word = word(value)?.value else { return nil }
    if BaseURL.isHost(word) { return word.lowercased() }
    note(.setting(.notAHost(key: name(of: value), value: word)), at: value)
    return nil
  }
}

extension BaseURL {
  /// Reads `https://kabar.example/news`; a slash at the end does not count.
  init(parsing text: String) throws(SchemaProblem.BaseURLFault) {
    let scheme: String
    if text.hasPrefix("https://") {
      scheme = "https://"
    } else if text.hasPrefix("http://") {
      scheme = "http://"
    } else {
      throw .scheme
    }
    guard !text.contains("?"), !text.contains("#") else { throw .queryOrFragment }
    if let stranger = text.unicodeScalars.first(where: { $0.value <= 0x20 || $0 == "\\" }) {
      throw .character(String(stranger))
    }
    let rest = text.dropFirst(scheme.count)
    let authority = rest.prefix { $0 != "/" }
    let parts = authority.split(separator: ":", omittingEmptySubsequences: false)
    let hasGoodPort = parts.count == 1 || (parts.count == 2 && UInt16(parts[1]) != nil)
    guard hasGoodPort, let host = parts.first.map(String.init), Self.isHost(host) else {
      throw .host
    }
    let names = rest.dropFirst(authority.count).split(separator: "/")
    guard !names.contains(".."), !names.contains(".") else { throw .character("..") }
    self.init(
      origin: scheme + authority.lowercased(), host: host.lowercased(),
      path: names.map { "/" + $0 }.joined())
  }

  /// Whether a text is a host: letters, digits and hyphens between dots (also of other scripts).
  static func isHost(_ text: String) -> Bool {
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    return labels.allSatisfy { label in
      !label.isEmpty && label.first != "-" && label.last != "-"
        && label.unicodeScalars.allSatisfy { scalar in
          scalar == "-" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }
    }
  }
}
