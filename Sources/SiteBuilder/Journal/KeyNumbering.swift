internal import Bytes
internal import Incremental

/// New numbers for keys when many of them are read by nothing any more.
struct KeyNumbering: Sendable {
  /// By old number: the new one plus one, or zero for a key that goes; empty when all stay.
  private let numbers: [UInt32]
  /// How many keys were read by a result when they were last counted.
  let counted: Int

  /// All keys stay: since `counted` were counted, few have been added.
  init(counted: Int) {
    numbers = []
    self.counted = counted
  }

  /// The share of dead keys that is worth a renumbering: a quarter.
  init(used: [Bool]) {
    counted = used.count { $0 }
    guard used.count - counted > used.count / 4 else {
      numbers = []
      return
    }
    var next: UInt32 = 0
    numbers = used.map { isUsed in
      guard isUsed else { return 0 }
      next += 1
      return next
    }
  }

  /// Whether every key keeps its number.
  var isIdentity: Bool { numbers.isEmpty }

  /// Whether a key stays.
  func keeps(_ key: Int) -> Bool { numbers.isEmpty || numbers[key] > 0 }

  /// The new number of a key that stays.
  subscript(key: UInt32) -> UInt32 { numbers.isEmpty ? key : numbers[Int(key)] - 1 }

  /// A cause with the new number of its key.
  func renumbered(_ cause: Cause) -> Cause {
    guard case .key(let key) = cause else { return cause }
    return keeps(Int(key)) ? .key(self[key]) : .noJournal
  }
}
