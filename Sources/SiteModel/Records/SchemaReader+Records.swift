internal import FrontMatter

/// Readers of values that settings and records share.
extension SchemaReader {
  private enum LinkKey: String, CaseIterable {
    case title, url
    static let table = KeyTable(LinkKey.self)
  }

  /// A list of `{title, url}`.
  mutating func links(_ value: SchemaValue) -> [NamedLink] {
    elements(value).compactMap { element in
      guard let members = members(of: element, keys: LinkKey.table) else { return nil }
      var title: String?
      var target: Located<String>?
      for member in members {
        switch member.name {
        case .title: title = line(member.value)?.value
        case .url: target = link(member.value)
        }
      }
      guard let title else { return missing("title", form: "title: …", in: element) }
      guard let target else { return missing("url", form: "url: /a/", in: element) }
      return NamedLink(title: title, url: target)
    }
  }

  /// A list of absolute URLs, or one alone.
  mutating func urls(_ value: SchemaValue) -> [String] {
    elements(value).compactMap { url($0)?.value }
  }

  mutating func email(_ value: SchemaValue) -> String? {
    guard let word = word(value)?.value else { return nil }
    let parts = word.split(separator: "@", omittingEmptySubsequences: false)
    let isValid =
      parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
      && word.utf8.allSatisfy { $0 > 0x20 && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }
    if isValid { return word }
    note(.form(.notAnEmail(key: name(of: value), value: word)), at: value)
    return nil
  }

  /// Notes values that are the same although each may be given once only.
  mutating func noteRepetitions(
    _ key: String, among values: [Located<String>], as identity: (String) -> String
  ) {
    var seen: [String: SourceRange] = [:]
    for value in values {
      let identity = identity(value.value)
      if let first = seen[identity] {
        note(
          SchemaProblem(
            kind: .key(.repeated(key: key, value: value.value, first: first.offsets)),
            range: value.range.offsets))
      } else {
        seen[identity] = value.range
      }
    }
  }
}
