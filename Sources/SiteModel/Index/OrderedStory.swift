internal import Bytes

/// A live story with what decides its place in lists.
struct OrderedStory {
  var publication: Int64
  var id: CardID
}

extension [OrderedStory] {
  /// Puts stories into the order of lists: instant of publication, then id, then path.
  ///
  /// Names are compared only where instants are equal, so that the cards stay untouched.
  mutating func sort(_ cards: CardTable) {
    sort { a, b in
      a.publication == b.publication ? a.id < b.id : a.publication < b.publication
    }
    var start = 0
    while start < count {
      var end = start + 1
      while end < count, self[end].publication == self[start].publication { end += 1 }
      if end - start > 1 { self[start..<end].sort { Self.precedes($0.id, $1.id, cards) } }
      start = end
    }
  }

  private static func precedes(_ a: CardID, _ b: CardID, _ cards: CardTable) -> Bool {
    guard let nameA = name(a, cards), let nameB = name(b, cards), !(nameA == nameB) else {
      return a < b
    }
    return nameA.lexicographicallyPrecedes(nameB)
  }

  private static func name(_ id: CardID, _ cards: CardTable) -> ByteView? {
    cards[id].text(.id) ?? cards[id].text(.path)
  }
}
