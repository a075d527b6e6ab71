/// Everything that templates can call and the names that the host knows: made once, then constant.
package struct Registry: Sendable {
  package private(set) var filters: [String: Builtin] = [:]
  package private(set) var tests: [String: Builtin] = [:]
  package private(set) var functions: [String: Builtin] = [:]
  /// Methods by name; one name may have one method for each kind of receiver.
  package private(set) var methods: [String: [Method]] = [:]
  /// The host's names: members and root names alike; `NameID` is the position.
  package let vocabulary: [String]
  /// The names that templates see without `set` or `import`, answered by `TemplateHost.root`.
  package let roots: [String]
  /// The numbers of the vocabulary's names.
  let names: [String: NameID]

  /// A method of some kinds of value: the receiver is its first argument.
  package struct Method: Sendable {
    package let receivers: [Value.Kind]
    package let builtin: Builtin

    package init(_ builtin: Builtin, of receivers: Value.Kind...) {
      self.receivers = receivers
      self.builtin = builtin
    }
  }

  /// A registry with the language's own filters, tests, functions and methods.
  ///
  /// - Parameters:
  ///   - vocabulary: the member and root names that the host wants as numbers 0, 1, 2 …
  ///   - roots: the root names that the host answers; others are errors when compiling. Nothing
  ///     when any name may be there (`warta render`): then a wrong one is found when rendering.
  package init(vocabulary: [String] = [], roots: [String] = []) {
    self.vocabulary = vocabulary
    self.roots = roots
    names = Dictionary(
      vocabulary.enumerated().map { ($1, NameID(rawValue: UInt32($0))) },
      uniquingKeysWith: { first, _ in first })
    for builtin in Builtins.filters { add(filter: builtin) }
    for builtin in Builtins.tests { add(test: builtin) }
    for builtin in Builtins.functions { add(function: builtin) }
    for method in Builtins.methods { methods[method.builtin.name, default: []].append(method) }
  }

  /// Adds a filter, or replaces the one of its name.
  package mutating func add(filter: Builtin) {
    filters[filter.name] = filter
  }

  /// Adds a test, or replaces the one of its name.
  package mutating func add(test: Builtin) {
    tests[test.name] = test
  }

  /// Adds a function, or replaces the one of its name.
  package mutating func add(function: Builtin) {
    functions[function.name] = function
  }
}
