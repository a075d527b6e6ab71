internal import Diagnostics
internal import FrontMatter

/// A value with the key it was given under, which messages name.
struct SchemaValue {
  var key: YAMLNode
  var node: YAMLNode
}

/// A member of a mapping whose key the schema knows.
struct SchemaMember<Name> {
  var name: Name
  var value: SchemaValue
}

/// Reads values of a tree by their types and notes everything that is wrong.
///
/// Each accessor answers nothing when the value is not what it asks for, after noting why; so a
/// schema is a table of keys and accessors.
struct SchemaReader {
  let tree: YAMLTree
  let context: SchemaContext
  private(set) var problems: [SchemaProblem] = []
  /// Unknown keys of the outermost mapping, under the policy `extra`.
  private(set) var strays: [DataValue.Member] = []

  /// The most elements of a list in front matter.
  static let listLimit = 256

  init(_ tree: YAMLTree, context: SchemaContext) {
    self.tree = tree
    self.context = context
  }

  /// Whether anything so far fails the build.
  var hasErrors: Bool { problems.contains { $0.severity == .error } }

  mutating func note(_ problem: SchemaProblem) {
    problems.append(problem)
  }

  /// Notes an error at a value.
  mutating func note(_ kind: SchemaProblem.Kind, at value: SchemaValue) {
    problems.append(SchemaProblem(kind: kind, range: tree.range(of: value.node)))
  }

  /// Notes an error at a value that can be replaced by `replacement`.
  mutating func note(
    _ kind: SchemaProblem.Kind, at value: SchemaValue, replacement: String?
  ) {
    problems.append(
      SchemaProblem(kind: kind, range: tree.range(of: value.node), replacement: replacement))
  }

  mutating func warn(_ kind: SchemaProblem.Kind, at range: Range<Int>) {
    problems.append(SchemaProblem(kind: kind, severity: .warning, range: range))
  }

  /// The key of a value as written.
  func name(of value: SchemaValue) -> String { tree.text(of: value.key) }

  func range(of value: SchemaValue) -> SourceRange { SourceRange(tree.range(of: value.node)) }

  /// What a node is, for a message.
  func shape(of node: YAMLNode) -> SchemaProblem.Expectation {
    switch tree.kind(of: node) {
    case .plain, .quoted: tree.isNull(node) ? .nothing : .text
    case .sequence: .list
    case .mapping: .mapping
    }
  }

  /// Whether the value is a list or a mapping.
  func isScalar(_ value: SchemaValue) -> Bool {
    let kind = tree.kind(of: value.node)
    return kind == .plain || kind == .quoted
  }

  /// The value, if there is no error, and everything that is wrong, in the order of the file.
  consuming func finish<Value: Sendable>(_ value: Value?, file: String) -> SchemaReading<Value> {
    if problems.isEmpty { return SchemaReading(value: value, diagnostics: []) }
    let messages = SchemaMessages(file: file)
    let sorted = problems.sorted { $0.range.lowerBound < $1.range.lowerBound }
    return SchemaReading(
      value: hasErrors ? nil : value, diagnostics: sorted.map(messages.diagnostic))
  }
}

// MARK: - Mappings

extension SchemaReader {
  /// The members of a mapping that `keys` knows and that have a value; others are noted.
  ///
  /// `foreign` has the names that other generators use; `outermost` says that unknown keys may go
  /// to `extra` where the settings say so.
  mutating func members<Name>(
    of node: YAMLNode, keys: KeyTable<Name>,
    foreign: [(names: [String], answer: ForeignKey)] = [], outermost: Bool = false
  ) -> [SchemaMember<Name>] {
    var members: [SchemaMember<Name>] = []
    members.reserveCapacity(tree.count(of: node))
    for (key, value) in tree.members(of: node) {
      guard let name = tree.withText(of: key, { keys.name(of: $0) }) else {
        noteUnknown(key, value: value, known: keys.keys, foreign: foreign, outermost: outermost)
        continue
      }
      if tree.isNull(value), !isHashtag(value) { continue }
      members.append(SchemaMember(name: name, value: SchemaValue(key: key, node: value)))
    }
    return members
  }

  /// The same for a value that must be a mapping.
  mutating func members<Name>(
    of value: SchemaValue, keys: KeyTable<Name>
  ) -> [SchemaMember<Name>]? {
    guard expect(.mapping, value) else { return nil }
    return members(of: value.node, keys: keys)
  }

  /// Whether the value is a mapping, list or scalar; notes it if not.
  ///
  /// `isProse` says that a list or mapping may be a text somebody forgot to quote: `[Video]`.
  mutating func expect(
    _ expected: SchemaProblem.Expectation, _ value: SchemaValue, isProse: Bool = false
  ) -> Bool {
    let isRight =
      switch (expected, tree.kind(of: value.node)) {
      case (.text, .plain), (.text, .quoted), (.list, .sequence), (.mapping, .mapping): true
      default: false
      }
    if isRight { return true }
    note(
      .key(.wrongKind(key: name(of: value), expected: expected, found: shape(of: value.node))),
      at: value, replacement: isProse ? quotedSource(of: value.node) : nil)
    return false
  }

  private mutating func noteUnknown(
    _ key: YAMLNode, value: YAMLNode, known: [String],
    foreign: [(names: [String], answer: ForeignKey)], outermost: Bool
  ) {
    let text = tree.text(of: key)
    var problem = SchemaProblem(
      kind: .key(.unknownKey(text, suggestion: nil)), range: tree.range(of: key))
    let same = known.first { ForeignKey.normalized($0) == ForeignKey.normalized(text) }
    if same == nil, let answer = foreignAnswer(text, value: value, in: foreign) {
      problem.kind = .key(.foreignKey(text, answer))
      switch answer {
      case .renamed(let name): problem.replacement = name
      case .pair(let pair):
        problem.replacement = pair
        problem.fixRange = problem.range.lowerBound..<tree.range(of: value).upperBound
      case .member, .needless: break
      }
    } else if let suggestion = same ?? Suggestion.closest(to: text, in: known) {
      problem.kind = .key(.unknownKey(text, suggestion: suggestion))
      problem.replacement = suggestion
    }
    switch context.unknownKeys {
    case .error: break
    case .warn: problem.severity = .warning
    case .extra where outermost:
      strays.append(DataValue.Member(key: text, value: tree.dataValue(of: value)))
      if case .key(.unknownKey(_, suggestion: nil)) = problem.kind { return }
      problem.severity = .warning
    case .extra: problem.severity = .warning
    }
    note(problem)
  }

  /// Some answers depend on the value: `published: false` is a draft, `published: 2024-…` a date.
  private func foreignAnswer(
    _ key: String, value: YAMLNode, in table: [(names: [String], answer: ForeignKey)]
  ) -> ForeignKey? {
    guard !table.isEmpty else { return nil }
    let text = ForeignKey.normalized(tree.text(of: value))
    switch ForeignKey.normalized(key) {
    case "published" where text == "false" || text == "no": return .pair("draft: true")
    case "published" where text == "true" || text == "yes":
      return .needless("a story that is no draft is published at its date")
    case "published": return .renamed("date")
    case "status" where text == "draft": return .pair("draft: true")
    case "status": return .needless("a story that is no draft is published at its date")
    default: return ForeignKey.answer(for: key, in: table)
    }
  }

  /// A value that YAML takes for a comment: `title: #MeToo`.
  private func isHashtag(_ node: YAMLNode) -> Bool {
    guard let cut = tree.cut(of: node), tree.text(of: node).isEmpty else { return false }
    return cut.text.utf8.count > 1 && !cut.text.hasPrefix("# ") && !cut.text.hasPrefix("##")
  }

  /// What stands in the file for a simple list or mapping, in quotes: it was meant as a text.
  private func quotedSource(of node: YAMLNode) -> String? {
    let children = Array(tree.children(of: node))
    let areScalars = children.allSatisfy { tree.count(of: $0) == 0 }
    guard areScalars, !children.isEmpty else { return nil }
    switch tree.kind(of: node) {
    case .sequence:
      return YAMLQuoting.quoted("[" + children.map(tree.text(of:)).joined(separator: ", ") + "]")
    case .mapping where children.count == 2:
      return YAMLQuoting.quoted("\(tree.text(of: children[0])): \(tree.text(of: children[1]))")
    default: return nil
    }
  }
}

extension SchemaProblem.Expectation: Equatable {}
