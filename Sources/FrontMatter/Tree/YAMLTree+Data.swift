extension YAMLTree {
  /// The whole tree as plain data, typed as `DataValue` says.
  package var dataValue: DataValue { dataValue(of: root) }

  /// A node and everything below it as plain data, typed as `DataValue` says.
  ///
  /// Recursion is bounded by the depth limit of reading.
  package func dataValue(of node: YAMLNode) -> DataValue {
    switch kind(of: node) {
    case .quoted: .text(text(of: node))
    case .plain: isNull(node) ? .none : DataValue(plain: text(of: node))
    case .sequence: .list(children(of: node).map { dataValue(of: $0) })
    case .mapping:
      .map(members(of: node).map { .init(key: text(of: $0), value: dataValue(of: $1)) })
    }
  }
}

extension DataValue {
  /// What unquoted text stands for.
  init(plain text: String) {
    switch text {
    case "true": self = .bool(true)
    case "false": self = .bool(false)
    default: self = Self.number(text) ?? .text(text)
    }
  }

  /// The number that `text` is as JSON writes numbers, without an exponent (RFC 8259, section 6).
  private static func number(_ text: String) -> DataValue? {
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let areDigits = parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
    guard areDigits, let whole = parts.first else { return nil }
    guard whole.count == 1 || whole.first != UInt8(ascii: "0") else { return nil }
    switch parts.count {
    case 1: return Int(text).map(DataValue.integer)
    case 2: return Double(text).map(DataValue.number)
    default: return nil
    }
  }
}
