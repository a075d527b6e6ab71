/// Finds uses of members that are not there or may be missing, without data.
///
/// It walks a template as a render would: through its parents, blocks and includes, with the kinds
/// of the variables and the members that conditions around a place make sure of.
struct ShapeChecker {
  let templates: [LoadedTemplate]
  let numbers: [String: Int]
  let shape: TemplateShape
  private(set) var problems: Set<LocatedProblem> = []
  /// The templates that are being walked, the innermost last.
  var stack: [Int] = []
  /// The block definitions of the family that is walked, the most derived first.
  var blocks: [String: [BlockDefinition]] = [:]
  /// Whether root names need not be there, as in `is defined`.
  var allowsAbsence = false
  private var visited: Set<Visit> = []
  private var steps = 0

  private static let stepLimit = 200_000

  init(templates: [LoadedTemplate], numbers: [String: Int], shape: TemplateShape) {
    self.templates = templates
    self.numbers = numbers
    self.shape = shape
  }

  /// What is known at a place.
  struct Facts: Hashable {
    /// What variables are; a name that is here without a kind is one of unknown kind.
    var variables: [String: TemplateShape.Member]
    /// The paths that are there for certain: `article.image`.
    var present: Set<String> = []

    /// Forgets what was known of a name that is assigned.
    mutating func assign(_ name: String, _ member: TemplateShape.Member) {
      variables[name] = member
      present = present.filter { $0 != name && !$0.hasPrefix("\(name).") }
    }
  }

  private struct Visit: Hashable {
    let template: Int
    let facts: Facts
  }

  /// All problems, by template and place.
  var sortedProblems: [LocatedProblem] {
    problems.sorted {
      ($0.template, $0.problem.range.lowerBound) < ($1.template, $1.problem.range.lowerBound)
    }
  }

  /// Checks a template that is rendered by itself.
  mutating func check(_ template: Int) {
    visit(template, Facts(variables: shape.roots))
  }

  /// Walks a template and its parents, once for the same facts.
  mutating func visit(_ template: Int, _ facts: Facts) {
    guard !stack.contains(template), stack.count < Compiler.chainLimit,
      visited.insert(Visit(template: template, facts: facts)).inserted
    else { return }
    let outer = blocks
    defer { blocks = outer }
    let chain = chain(of: template)
    blocks = definitions(of: chain)
    var facts = facts
    for link in chain {
      stack.append(link)
      walk(templates[link].tree.body, &facts, isSilent: link != chain.last)
      stack.removeLast()
    }
  }

  private func chain(of template: Int) -> [Int] {
    var chain = [template]
    while let last = chain.last, let name = templates[last].parent, let next = numbers[name],
      !chain.contains(next)
    {
      chain.append(next)
    }
    return chain
  }

  private func definitions(of chain: [Int]) -> [String: [BlockDefinition]] {
    var definitions: [String: [BlockDefinition]] = [:]
    for template in chain {
      let tree = templates[template].tree
      for node in templates[template].blocks.values {
        definitions[tree.name(tree[node].name), default: []].append(
          BlockDefinition(template: template, node: node))
      }
    }
    return definitions
  }

  /// Notes a problem at a node of the template that is walked.
  mutating func note(_ code: TemplateProblem.Code, _ node: Node) {
    guard let template = stack.last else { return }
    let range = Int(node.range.lowerBound)..<Int(node.range.upperBound)
    problems.insert(
      LocatedProblem(template: template, problem: TemplateProblem(code, at: range)))
  }

  /// Whether there is work left to spend on one more statement.
  mutating func spend() -> Bool {
    steps += 1
    return steps < Self.stepLimit
  }

  var tree: SyntaxTree { templates[stack[stack.count - 1]].tree }
}
