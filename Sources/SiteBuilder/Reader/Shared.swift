/// A value of many fields that is handed out by reference.
///
/// A class for that reason alone; the value never changes.
@dynamicMemberLookup
package final class Shared<Value: Sendable>: Sendable {
  package let value: Value

  init(_ value: Value) {
    self.value = value
  }

  package subscript<Member>(dynamicMember path: KeyPath<Value, Member>) -> Member {
    value[keyPath: path]
  }
}
