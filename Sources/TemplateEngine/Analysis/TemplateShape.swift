/// What a host promises about the names that templates of one kind see.
///
/// With a shape the compiler finds wrong names and unguarded optional members without data.
package struct TemplateShape: Sendable {
  /// The kinds of value by name: their members, and what each member is.
  package var kinds: [String: Kind]
  /// The root names and the kind of each.
  package var roots: [String: Member]

  /// Root names that only other pages have, with what those pages are called.
  package var absentRoots: [String: [String]]
  /// What functions answer, by name.
  package var functions: [String: Member]
  /// Paths whose text is the same on every page: `page.kind`.
  package var constants: [String: String]

  package init(
    kinds: [String: Kind] = [:], roots: [String: Member] = [:],
    absentRoots: [String: [String]] = [:], functions: [String: Member] = [:],
    constants: [String: String] = [:]
  ) {
    self.kinds = kinds
    self.roots = roots
    self.absentRoots = absentRoots
    self.functions = functions
    self.constants = constants
  }

  /// A kind of value with members.
  package struct Kind: Sendable {
    package var members: [String: Member]

    package init(members: [String: Member]) {
      self.members = members
    }
  }

  /// A member: what it is and whether it may be missing.
  package struct Member: Hashable, Sendable {
    /// The kind of the value; nothing when it is plain data whose members are not known.
    package var kind: String?
    /// The kind of its elements when it is a list.
    package var element: String?
    package var isOptional: Bool

    package init(kind: String? = nil, element: String? = nil, isOptional: Bool = false) {
      self.kind = kind
      self.element = element
      self.isOptional = isOptional
    }
  }
}
