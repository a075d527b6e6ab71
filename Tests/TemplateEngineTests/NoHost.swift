@testable import TemplateEngine

/// A host that has nothing.
final class NoHost: TemplateHost {
  func root(
    _ name: NameID, key: Value, _ context: inout RenderContext
  ) throws(RenderFault) -> Value { .missing }

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
