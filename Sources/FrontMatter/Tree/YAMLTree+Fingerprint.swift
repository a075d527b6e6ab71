internal import Bytes

extension YAMLTree {
  /// A fingerprint of what a node and everything below it say: values, whether they are quoted, and
  /// structure, but neither places nor comments.
  ///
  /// Editing one record of a file changes the fingerprint of that record alone.
  package func fingerprint(of node: YAMLNode) -> UInt64 {
    var hash = NumberHash()
    fold(node, into: &hash)
    return hash.value
  }

  /// The fingerprint of a mapping without its member `name`.
  package func fingerprint(of node: YAMLNode, without name: String) -> UInt64 {
    var hash = NumberHash()
    for (key, value) in members(of: node) where !has(key, name) {
      fold(key, into: &hash)
      fold(value, into: &hash)
    }
    return hash.value
  }

  /// Entries stand in the order of the file with the counts of their children, so a run of them
  /// spells one structure only.
  private func fold(_ node: YAMLNode, into hash: inout NumberHash) {
    for index in Int(node.index)..<Int(entries[Int(node.index)].next) {
      let entry = entries[index]
      hash.add(UInt64(entry.kind.rawValue))
      switch entry.kind {
      case .plain, .quoted:
        withText(of: YAMLNode(index: Int32(index))) { hash.add(Fingerprint(of: $0).low) }
      case .sequence, .mapping: hash.add(Int(entry.count))
      }
    }
  }
}
