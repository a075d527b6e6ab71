/// What a template may ask of the program that renders it.
///
/// Site data are never copied into values: an `Entity` is a kind and a number, and each question
/// about it comes here, where it is also noted. Names come as numbers: the position of the name in
/// the vocabulary that the `Registry` was made with, so that a host can `switch` over them.
/// Answers are values whose text points into memory that outlives the render, or into the arena.
///
/// Only classes are hosts, so that a call costs no copy; a host belongs to one render at a time.
package protocol TemplateHost: AnyObject {
  /// The value of a root name; missing when this render has none of that name.
  ///
  /// `key` is the name as a text, for hosts that do not know all names before.
  func root(
    _ name: NameID, key: Value, _ context: inout RenderContext
  ) throws(RenderFault) -> Value

  /// The root names that there are, for suggestions; reads nothing.
  func rootNames() -> [String]

  /// What the pages are called that have a root name which this render may not have.
  func owners(ofRoot name: String) -> [String]

  /// The member `name` of an entity; missing when it has none.
  func member(
    _ name: NameID, of entity: Entity, _ context: inout RenderContext
  ) throws(RenderFault) -> Value

  /// The entry of an entity by a key that is not a name of the vocabulary; missing when it has none.
  func entry(
    _ key: Value, of entity: Entity, _ context: inout RenderContext
  ) throws(RenderFault) -> Value

  /// The number of elements of an entity that is a list, or nothing when it is not one.
  func count(of entity: Entity, _ context: inout RenderContext) throws(RenderFault) -> Int?

  /// The element at `index`, from 0 to below the count.
  func element(
    _ index: Int, of entity: Entity, _ context: inout RenderContext
  ) throws(RenderFault) -> Value

  /// Whether an entity counts as true; a list does when it has elements.
  func isTrue(_ entity: Entity, _ context: inout RenderContext) throws(RenderFault) -> Bool

  /// The value that stands for an entity where text is needed; missing when there is none.
  func text(of entity: Entity, _ context: inout RenderContext) throws(RenderFault) -> Value

  /// What an entity is called in messages: "article", "section".
  func kindName(of entity: Entity) -> String

  /// The names of the members that an entity has, for suggestions; reads nothing.
  func memberNames(of entity: Entity) -> [String]

  /// Notes that the template `name` was looked for, found or not.
  ///
  /// The one that is rendered, and names that stand in templates (`TemplateLibrary.references`), are
  /// not told.
  func noteTemplate(_ name: String, found: Bool)

  /// Notes that a condition or `default` met a member that is not there.
  func noteSoftMiss(_ name: Value, of owner: Value)
}

/// A name as a number: the position in the host's vocabulary, or beyond it for all other names.
package struct NameID: RawRepresentable, Hashable, BitwiseCopyable, Sendable {
  package let rawValue: UInt32

  @inline(__always)
  package init(rawValue: UInt32) {
    self.rawValue = rawValue
  }
}

extension TemplateHost {
  /// An entity is true unless the host says otherwise or it is an empty list.
  package func isTrue(
    _ entity: Entity, _ context: inout RenderContext
  ) throws(RenderFault) -> Bool {
    try count(of: entity, &context).map { $0 > 0 } ?? true
  }

  /// An entity cannot be printed unless the host says otherwise.
  package func text(
    of entity: Entity, _ context: inout RenderContext
  ) throws(RenderFault) -> Value { .missing }

  /// No entry beyond the vocabulary unless the host says otherwise.
  package func entry(
    _ key: Value, of entity: Entity, _ context: inout RenderContext
  ) throws(RenderFault) -> Value { .missing }

  /// All pages have the same root names unless the host says otherwise.
  package func owners(ofRoot name: String) -> [String] { [] }

  /// Nothing is noted unless the host wants to know.
  package func noteTemplate(_ name: String, found: Bool) {}

  /// Nothing is noted unless the host wants to know.
  package func noteSoftMiss(_ name: Value, of owner: Value) {}
}
