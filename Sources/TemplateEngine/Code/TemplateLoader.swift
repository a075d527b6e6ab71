/// Gives the names and constants of syntax trees their numbers and memory.
struct TemplateLoader: ~Copyable {
  private(set) var pool: NamePool
  private var arena = Arena()

  init(vocabulary: [String]) {
    pool = NamePool(vocabulary: vocabulary)
    _ = pool.number(of: "caller")
  }

  /// The loaded form of `tree`.
  mutating func load(_ tree: SyntaxTree) throws(RenderFault) -> LoadedTemplate {
    var numbers: [NameID] = []
    for name in tree.names { numbers.append(pool.number(of: name)) }
    var constants: [Value] = []
    for literal in tree.literals { constants.append(try value(of: literal)) }
    let top = TopLevel(of: tree, numbers)
    return LoadedTemplate(
      tree: tree, names: numbers, constants: constants,
      start: LoadedTemplate.start(tree.source.name), blocks: top.blocks, exports: top.exports,
      macros: top.macros, assigned: assignedNames(tree, numbers),
      importedNames: importedNames(tree, numbers),
      importedModules: importedModules(tree, numbers), mentions: mentions(tree), parent: top.parent,
      hasDynamicParent: top.hasDynamicParent)
  }

  private func importedNames(
    _ tree: SyntaxTree, _ numbers: [NameID]
  ) -> [NameID: LoadedTemplate.ImportedName] {
    var imported: [NameID: LoadedTemplate.ImportedName] = [:]
    for node in tree.nodes where node.kind == .importNames {
      guard let template = tree.constantText(NodeID(rawValue: node.a)) else { continue }
      let list = Array(tree.list(ListID(rawValue: node.b)))
      for offset in stride(from: 0, to: list.count, by: 4) {
        imported[numbers[Int(list[offset + 1])]] = .init(
          template: template, name: numbers[Int(list[offset])])
      }
    }
    return imported
  }

  private func importedModules(_ tree: SyntaxTree, _ numbers: [NameID]) -> [NameID: String] {
    var imported: [NameID: String] = [:]
    for node in tree.nodes where node.kind == .importModule {
      imported[numbers[Int(node.name.rawValue)]] = tree.constantText(NodeID(rawValue: node.a))
    }
    return imported
  }

  private func mentions(_ tree: SyntaxTree) -> [[Int32]] {
    var mentions = [[Int32]](repeating: [], count: tree.names.count)
    for node in tree.nodes where node.kind == .name {
      mentions[Int(node.name.rawValue)].append(node.range.lowerBound)
    }
    return mentions.map { $0.sorted() }
  }

  private func assignedNames(_ tree: SyntaxTree, _ numbers: [NameID]) -> Set<NameID> {
    var assigned: Set<NameID> = []
    func target(_ id: Int32) {
      guard id >= 0 else { return }
      let node = tree[NodeID(rawValue: id)]
      if node.kind == .name { assigned.insert(numbers[Int(node.name.rawValue)]) }
      if node.kind == .tuple { tree.list(ListID(rawValue: node.a)).forEach(target) }
    }
    for node in tree.nodes {
      switch node.kind {
      case .set, .setBlock, .forLoop: target(node.a)
      case .macro, .importModule: assigned.insert(numbers[Int(node.name.rawValue)])
      case .with:
        for (offset, id) in tree.list(ListID(rawValue: node.a)).enumerated() where offset % 2 == 0 {
          target(id)
        }
      case .importNames:
        for (offset, index) in tree.list(ListID(rawValue: node.b)).enumerated()
        where offset % 4 == 1 {
          assigned.insert(numbers[Int(index)])
        }
      default: break
      }
    }
    return assigned
  }

  private mutating func value(of literal: Literal) throws(RenderFault) -> Value {
    switch literal {
    case .int(let number): return Value(number)
    case .float(let number): return Value(number)
    case .text(let bytes):
      return try arena.string(bytes.span, flags: Text.flags(of: bytes))
    }
  }

  /// The names as keys of maps, and the memory of all constants.
  consuming func finish() throws(RenderFault) -> (keys: [Value], memory: FrozenData) {
    var keys: [Value] = []
    for text in pool.texts {
      keys.append(try arena.string(text, flags: Text.flags(of: Array(text.utf8))).asKey)
    }
    return (keys, arena.frozen(root: .none))
  }
}

extension Text {
  /// What is known about a text of these bytes.
  static func flags(of bytes: [UInt8]) -> Value.Flags {
    var flags: Value.Flags = [.clean, .ascii]
    for byte in bytes {
      if byte >= 0x80 { flags.remove(.ascii) }
      switch byte {
      case .ampersand, .lessThan, .greaterThan, .quote, .apostrophe: flags.remove(.clean)
      default: break
      }
    }
    return flags
  }
}

/// What stands at the top level of a template.
private struct TopLevel {
  var blocks: [NameID: NodeID] = [:]
  var exports: Set<NameID> = []
  var macros: [NameID: NodeID] = [:]
  var parent: String?
  var hasDynamicParent = false
  private let tree: SyntaxTree
  private let numbers: [NameID]

  init(of tree: SyntaxTree, _ numbers: [NameID]) {
    self.tree = tree
    self.numbers = numbers
    for (index, node) in tree.nodes.enumerated() where node.kind == .block {
      blocks[number(node.name)] = blocks[number(node.name)] ?? NodeID(rawValue: Int32(index))
    }
    visit(tree.body, isConditional: false)
  }

  private func number(_ name: NameIndex) -> NameID { numbers[Int(name.rawValue)] }

  private mutating func visit(_ body: ListID, isConditional: Bool) {
    for id in tree.nodes(in: body) {
      let node = tree[id]
      switch node.kind {
      case .set, .setBlock: export(NodeID(rawValue: node.a))
      case .macro:
        macros[number(node.name)] = id
        export(node.name)
      case .extends: noteParent(node, isConditional: isConditional)
      case .ifElse:
        let branches = tree.list(ListID(rawValue: node.a))
        for (offset, list) in branches.enumerated() where offset % 2 == 1 {
          visit(ListID(rawValue: list), isConditional: true)
        }
        if node.b >= 0 { visit(ListID(rawValue: node.b), isConditional: true) }
      default: break
      }
    }
  }

  private mutating func noteParent(_ node: Node, isConditional: Bool) {
    let name = tree[NodeID(rawValue: node.a)]
    if !isConditional, name.kind == .literal,
      case .text(let bytes) = tree.literals[Int(name.a)], parent == nil, !hasDynamicParent
    {
      parent = String(decoding: bytes, as: UTF8.self)
    } else {
      hasDynamicParent = true
    }
  }

  private mutating func export(_ target: NodeID) {
    let node = tree[target]
    if node.kind == .name { export(node.name) }
    guard node.kind == .tuple else { return }
    for item in tree.nodes(in: ListID(rawValue: node.a)) { export(item) }
  }

  private mutating func export(_ name: NameIndex) {
    if !tree.name(name).hasPrefix("_") { exports.insert(number(name)) }
  }
}
