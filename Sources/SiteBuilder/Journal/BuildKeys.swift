internal import Bytes
package import Incremental
internal import SiteModel

/// The keys that the results of a build read, numbered: those of the journal first, then new ones.
///
/// Numbers of the journal stay what they are, so results that are kept keep their lists of numbers.
package struct BuildKeys: Sendable {
  private let snapshot: Snapshot
  private let known: JournalKeys?
  /// Where the codes of the snapshot end.
  private let dense: UInt32
  /// By code: the number of its key plus one; zero while nobody has asked.
  private var coded: [UInt32] = []
  /// The keys without codes, and by place among them their numbers plus one.
  private var others = KeyTable()
  private var otherNumbers: [UInt32] = []
  /// The keys that the journal has not: codes, and from `dense` on places in `others`.
  private var added: [UInt32] = []

  /// The keys of a journal, and none besides.
  init(of snapshot: Snapshot, after known: JournalKeys?) {
    self.snapshot = snapshot
    self.known = known
    dense = snapshot.codes.count
  }

  package var count: Int { (known?.count ?? 0) + added.count }

  subscript(number: Int) -> SiteKey {
    if let known, number < known.count { return known[number] }
    let code = added[number - (known?.count ?? 0)]
    return code < dense ? .code(code) : .key(others[code - dense])
  }

  /// A key written out.
  package func key(_ number: Int) -> ReadKey {
    switch self[number] {
    case .code(let code): snapshot.key(code)
    case .key(let key): key
    }
  }
}

// MARK: - Numbering

extension BuildKeys {
  /// The numbers of what a log noted, read after read; a key that nobody has asked before gets a new
  /// one.
  mutating func numbers(of log: ReadLog) -> [UInt32] {
    if coded.isEmpty { enterKnown() }
    // The keys of the log that are beyond the codes are looked for once.
    var beyond = [UInt32](repeating: 0, count: log.keys.count)
    return log.reads.map { code in
      guard code >= dense else { return number(ofCode: code) }
      let place = code - dense
      if beyond[Int(place)] == 0 { beyond[Int(place)] = number(of: log.keys[place]) + 1 }
      return beyond[Int(place)] - 1
    }
  }

  private mutating func number(ofCode code: UInt32) -> UInt32 {
    if coded[Int(code)] == 0 { coded[Int(code)] = add(code) }
    return coded[Int(code)] - 1
  }

  private mutating func number(of key: ReadKey) -> UInt32 {
    let place = others.number(of: key)
    if place == otherNumbers.count {
      otherNumbers.append(add(dense + place))
    }
    return otherNumbers[Int(place)] - 1
  }

  /// Adds a key; answers its number plus one.
  private mutating func add(_ code: UInt32) -> UInt32 {
    added.append(code)
    return UInt32(count)
  }

  /// Enters the keys of the journal.
  private mutating func enterKnown() {
    coded = Array(repeating: 0, count: Int(dense))
    guard let known else { return }
    for number in 0..<known.count {
      switch known[number] {
      case .code(let code): coded[Int(code)] = UInt32(number + 1)
      case .key(let key):
        // Two are equal when what they ask about was gone, came back and is gone again.
        if others.number(of: key) == otherNumbers.count {
          otherNumbers.append(UInt32(number + 1))
        }
      }
    }
  }
}
