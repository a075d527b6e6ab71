extension TemplateLibrary {
  /// The names that each template gives after `extends`, `include` and `import`, in order, whether
  /// or not there are such templates; names made while rendering are told to the host instead.
  package var references: [String: [String]] {
    var references: [String: [String]] = [:]
    for template in templates {
      references[template.tree.source.name] = template.tree.references
    }
    return references
  }
}

extension SyntaxTree {
  /// The names of templates that are written out.
  fileprivate var references: [String] {
    nodes.flatMap { node -> [String] in
      switch node.kind {
      case .extends, .include, .importModule, .importNames: names(in: NodeID(rawValue: node.a))
      default: []
      }
    }
  }

  /// The texts in an expression that is a text, a list of texts or a choice between such.
  ///
  /// The depth of expressions is limited by the parser.
  private func names(in id: NodeID) -> [String] {
    guard id.exists else { return [] }
    let node = self[id]
    switch node.kind {
    case .literal: return constantText(id).map { [$0] } ?? []
    case .list, .tuple: return nodes(in: ListID(rawValue: node.a)).flatMap { names(in: $0) }
    case .ternary:
      return names(in: NodeID(rawValue: node.a)) + names(in: NodeID(rawValue: node.c))
    default: return []
    }
  }
}
