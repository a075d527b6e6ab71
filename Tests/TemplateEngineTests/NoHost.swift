import TemplateEngine

/// A host that has one value, by whatever name, and no entities.
final class NoHost: TemplateHost {
  private let value: Value

  init(_ value: Value = .missing) {
    self.value = value
  }

  func root(
    _ name: NameID, key: Value, _ context: inout RenderContext
  ) throws(RenderFault) -> Value { value }

  func rootNames() -> [String] { [] }

  func member(
    _ name: NameID, of entity: Entity, _ context: inout RenderContext
  ) throws(RenderFault) -> Value { .missing }

  func count(of entity: Entity, _ context: inout RenderContext) throws(RenderFault) -> Int? { nil }

  func element(
    _ index: Int, of entity: Entity, _ context: inout RenderContext
  ) throws(RenderFault) -> Value { .missing }

  func kindName(of entity: Entity) -> String { "nothing" }

  func memberNames(of entity: Entity) -> [String] { [] }
}
