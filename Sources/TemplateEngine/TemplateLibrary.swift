package import Diagnostics

/// All templates of a site, compiled once and read by any number of renderers.
package struct TemplateLibrary: Sendable {
  package let registry: Registry
  /// What is wrong with the templates; those that are in order can be rendered all the same.
  package let diagnostics: [Diagnostic]
  let templates: [LoadedTemplate]
  let numbers: [String: Int]
  let names: NamePool
  let program: Program
  /// The number of the name `caller`.
  let callerName: NameID
  /// The memory of all constants, kept because `program` points into it.
  private let memory: FrozenData

  /// Compiles `sources`; of two with one name the first counts.
  ///
  /// With `entries` only those templates are compiled, and what they use; others when a render
  /// asks for them.
  package init(_ sources: [TemplateSource], registry: Registry, entries: [String]? = nil) {
    let sources = Self.unique(sources)
    self.registry = registry
    var loader = TemplateLoader(vocabulary: registry.vocabulary)
    var templates: [LoadedTemplate] = []
    for source in sources {
      // An arena without a limit refuses nothing.
      if let loaded = try? loader.load(Parser.tree(of: source)) { templates.append(loaded) }
    }
    let names = loader.pool
    let (keys, memory) = (try? loader.finish()) ?? ([], .empty)
    var program = Program()
    program.keys = keys
    program.rootNames = Set(templates.flatMap(\.variables)).sorted { $0.rawValue < $1.rawValue }
    program.rootNumbers = [Int32](repeating: -1, count: keys.count)
    for (number, name) in program.rootNames.enumerated() {
      program.rootNumbers[Int(name.rawValue)] = Int32(number)
    }
    var compiler = Compiler(
      templates: templates, registry: registry, names: names, program: program)
    let problems = Self.link(&compiler, entries)
    self.templates = templates
    self.names = names
    self.memory = memory
    self.program = compiler.program
    callerName = compiler.callerName
    numbers = compiler.numbers
    diagnostics = problems.map { TemplateMessages.diagnostic($0, templates) }
  }

  private static func unique(_ sources: [TemplateSource]) -> [TemplateSource] {
    var seen: Set<String> = []
    return sources.filter { seen.insert($0.name).inserted }
  }

  /// Links every template and answers all problems, by template and place.
  private static func link(_ compiler: inout Compiler, _ entries: [String]?) -> [LocatedProblem] {
    for (number, template) in compiler.templates.enumerated()
    where entries?.contains(template.tree.source.name) ?? true {
      _ = compiler.family([number], template.start)
    }
    return compiler.problems.sorted {
      ($0.template, $0.problem.range.lowerBound) < ($1.template, $1.problem.range.lowerBound)
    }
  }

  /// What is wrong with the templates whatever the data hold, as far as a shape tells: members that
  /// no value has, and unguarded uses of members that may be missing.
  ///
  /// With `entries` only those templates are looked at, and what they use.
  package func diagnostics(
    against shape: TemplateShape, entries: [String]? = nil
  ) -> [Diagnostic] {
    var checker = ShapeChecker(templates: templates, numbers: numbers, shape: shape)
    for (number, template) in templates.enumerated()
    where entries?.contains(template.tree.source.name) ?? true {
      checker.check(number)
    }
    return checker.sortedProblems.map { TemplateMessages.diagnostic($0, templates) }
  }

  /// Whether there is a template of this name.
  package func contains(_ name: String) -> Bool { numbers[name] != nil }
}
