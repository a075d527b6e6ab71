internal import FrontMatter

extension SchemaReader {
  /// Whether the file holds keys and values at all.
  mutating func expectMapping() -> Bool {
    guard tree.kind(of: tree.root) != .mapping else { return true }
    let found = shape(of: tree.root)
    note(SchemaProblem(kind: .key(.notAMapping(found: found)), range: tree.range(of: tree.root)))
    return false
  }

  /// Notes a missing key, unless what stands for it has been noted already: its own value, or a
  /// key that was meant to be this one.
  mutating func require(_ key: String, form: String, unlessWrong value: SchemaValue? = nil) {
    if let value, !isBlank(value) { return }
    guard !hasSuggested(key, in: tree.range(of: tree.root)) else { return }
    let empty = tree.members(of: tree.root).first { tree.has($0.key, key) }
    let place = empty.map { tree.range(of: $0.key) } ?? Self.start(of: tree.range(of: tree.root))
    note(SchemaProblem(kind: .key(.missing(key, form: form)), range: place))
  }

  /// Whether `key` was suggested for an unknown key in `range`.
  func hasSuggested(_ key: String, in range: Range<Int>) -> Bool {
    problems.contains { problem in
      guard range.contains(problem.range.lowerBound) else { return false }
      return switch problem.kind {
      case .key(.unknownKey(_, let suggestion)): suggestion == key
      case .key(.foreignKey(_, .renamed(let name))): name == key
      default: false
      }
    }
  }

  /// Whether a value is a text of nothing but white space, of which YAML cut nothing.
  private func isBlank(_ value: SchemaValue) -> Bool {
    isScalar(value) && tree.cut(of: value.node) == nil
      && Self.trimmed(tree.text(of: value.node)).isEmpty
  }

  /// Notes a moment that lies before another.
  mutating func expect(
    _ moment: Located<Timestamp>?, _ key: String, notBefore other: Located<Timestamp>?,
    _ otherKey: String
  ) {
    guard let moment, let other, moment.value.seconds < other.value.seconds else { return }
    note(
      SchemaProblem(kind: .time(.before(key: key, other: otherKey)), range: moment.range.offsets))
  }

  func keyRange(of value: SchemaValue) -> Range<Int> { tree.range(of: value.key) }

  /// Adds unknown keys to `extra`, where the settings ask for that.
  func addStrays(to extra: inout DataValue) {
    guard !strays.isEmpty, case .map(let members) = extra else { return }
    let kept = strays.filter { stray in !members.contains { $0.key == stray.key } }
    extra = .map(members + kept)
  }

  private static func start(of range: Range<Int>) -> Range<Int> {
    range.lowerBound..<range.lowerBound
  }
}
