/// An address that has moved for good.
package struct Redirect: Hashable, Sendable {
  /// The old path from the root of the host, such as `/iran/2024/09/lama/`.
  package var from: String
  /// The new path from the root of the host, or an absolute address.
  package var to: String

  package init(from: String, to: String) {
    self.from = from
    self.to = to
  }
}
