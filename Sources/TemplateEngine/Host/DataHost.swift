/// A host that offers the entries of one map as root names: `warta render`, and tests.
///
/// A class, because hosts are.
package final class DataHost: TemplateHost {
  private let data: FrozenData
  private let root: Value

  /// A host for the entries of `data`, or of a map that is part of them.
  package init(_ data: FrozenData, root: Value? = nil) {
    self.data = data
    self.root = root ?? data.root
  }

  package func root(
    _ name: NameID, key: Value, _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    root.entry(key) ?? .missing
  }

  package func rootNames() -> [String] {
    root.entries?.compactMap { $0.key.text?.string } ?? []
  }

  package func member(
    _ name: NameID, of entity: Entity, _ context: inout RenderContext
  ) throws(RenderFault) -> Value { .missing }

  package func count(
    of entity: Entity, _ context: inout RenderContext
  ) throws(RenderFault) -> Int? { nil }

  package func element(
    _ index: Int, of entity: Entity, _ context: inout RenderContext
  ) throws(RenderFault) -> Value { .missing }

  package func kindName(of entity: Entity) -> String { "thing" }

  package func memberNames(of entity: Entity) -> [String] { [] }
}
