internal import Bytes

/// Which stories tell the same in other editions: every group is a ring through its stories.
package struct TranslationTable: Sendable {
  /// The next story of the group, by story; itself where it is alone.
  ///
  /// Empty with one edition.
  private let next: [CardID]

  /// A table without groups.
  package init() {
    next = []
  }

  fileprivate init(next: [CardID]) {
    self.next = next
  }

  /// The stories of the group of `id` in the order of their numbers, itself among them; empty
  /// without one.
  package func group(of id: CardID) -> [CardID] {
    guard Int(id) < next.count, next[Int(id)] != id else { return [] }
    var group = [id]
    var other = next[Int(id)]
    while other != id {
      group.append(other)
      other = next[Int(other)]
    }
    return group.sorted()
  }
}

/// Makes a `TranslationTable`.
struct TranslationLinker {
  private var next: [CardID]
  /// A story of every group.
  private var members: IdentityTable

  /// Prepares for `count` stories.
  init(count: Int) {
    next = Array(0..<CardID(count))
    members = IdentityTable(capacity: count)
  }

  /// Puts a story into the group of `key`, once.
  mutating func insert(_ id: CardID, key: UInt64) {
    guard let member = members.insert(key, id) else { return }
    next[Int(id)] = next[Int(member)]
    next[Int(member)] = id
  }

  /// What was put together.
  var table: TranslationTable { TranslationTable(next: next) }
}
