/// A template whose names and constants have the numbers and memory of its library.
struct LoadedTemplate: Sendable {
  let tree: SyntaxTree
  /// The library's numbers of the tree's names.
  let names: [NameID]
  /// The tree's literals as values.
  let constants: [Value]
  /// The state in which its text begins when it is rendered by itself.
  let start: EscapeState
  /// The block statements by name.
  let blocks: [NameID: NodeID]
  /// The names that `import` can reach: set or defined at the top level, not private.
  let exports: Set<NameID>
  /// The macros at the top level by name.
  let macros: [NameID: NodeID]
  /// The names that it assigns anywhere: variables, macros, parameters.
  let assigned: Set<NameID>
  /// The names that it imports, by the name that they have here.
  let importedNames: [NameID: ImportedName]
  /// The names of the templates that it imports as modules.
  let importedModules: [NameID: String]
  /// Where each name is used as a variable, in order of place.
  let mentions: [[Int32]]
  /// The template that it always extends.
  let parent: String?
  /// Whether it extends by a variable or inside a condition.
  let hasDynamicParent: Bool

  /// A name of another template.
  struct ImportedName: Sendable {
    let template: String
    let name: NameID
  }

  /// The first place in `range` where a variable is mentioned.
  func firstMention(of name: NameIndex, in range: Range<Int32>) -> Int32? {
    let places = mentions[Int(name.rawValue)]
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < places.count && places[low] < range.upperBound ? places[low] : nil
  }

  /// The names that it uses or assigns as variables.
  var variables: Set<NameID> {
    var variables = assigned
    for node in tree.nodes {
      switch node.kind {
      case .name: variables.insert(name(node.name))
      case .macro, .callBlock:
        let parameters = tree.list(ListID(rawValue: node.a))
        for (offset, index) in parameters.enumerated() where offset % 2 == 0 {
          variables.insert(name(NameIndex(rawValue: index)))
        }
      default: break
      }
    }
    return variables
  }

  func name(_ index: NameIndex) -> NameID { names[Int(index.rawValue)] }

  /// Names that end in one of these are XML; all others are HTML.
  static let xmlSuffixes = [".xml", ".opml", ".rss", ".atom", ".svg", ".xsl", ".rdf"]

  /// The state in which a template of this name begins.
  static func start(_ name: String) -> EscapeState {
    if name.hasSuffix(".svg") { return .svg }
    return xmlSuffixes.contains { name.hasSuffix($0) } ? .xml : .html
  }
}

/// Names and constants of all templates of a library.
struct NamePool {
  private(set) var texts: [String]
  private var numbers: [String: NameID] = [:]

  init(vocabulary: [String]) {
    texts = []
    for name in vocabulary { _ = number(of: name) }
  }

  /// The number of `name`, new when it has none.
  mutating func number(of name: String) -> NameID {
    if let number = numbers[name] { return number }
    let number = NameID(rawValue: UInt32(texts.count))
    texts.append(name)
    numbers[name] = number
    return number
  }

  /// The number of `name`, when it has one.
  func existing(_ name: String) -> NameID? { numbers[name] }
}
