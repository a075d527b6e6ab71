/// Plain data (JSON, YAML) as template values that outlive renders and are read by any thread.
///
/// A class, because its `deinit` frees the memory that its values point into.
package final class FrozenData: Sendable {
  /// The value that the data are reached through; usually a map.
  package let root: Value
  private let chunks: [Arena.Chunk]

  /// No data at all.
  package static let empty = FrozenData(root: Value(kind: .map), chunks: [])

  init(root: Value, chunks: [Arena.Chunk]) {
    self.root = root
    self.chunks = chunks
  }

  deinit {
    for chunk in chunks { chunk.free() }
  }
}
