/// Finds what somebody probably meant to type.
package enum Suggestion {
  /// The candidate closest to `word`, or nothing when none is close enough to be a typing error.
  ///
  /// Ties are broken by order, so sort the candidates first where their order is not stable.
  /// Distance is the optimal string alignment distance over Unicode scalars: a swap of two
  /// neighbours counts as one edit.
  package static func closest(to word: String, in candidates: some Sequence<String>) -> String? {
    let wanted = Array(word.unicodeScalars)
    guard wanted.count <= 64 else { return nil }
    let limit = wanted.count <= 2 ? 1 : max(1, (wanted.count + 1) / 3)
    var best: (distance: Int, word: String)?
    for candidate in candidates where candidate != word {
      let scalars = Array(candidate.unicodeScalars)
      guard abs(scalars.count - wanted.count) <= limit else { continue }
      let distance = alignmentDistance(wanted, scalars)
      guard distance <= limit, distance < max(wanted.count, 2) else { continue }
      if distance < best?.distance ?? .max { best = (distance, candidate) }
    }
    return best?.word
  }

  /// The number of insertions, deletions, replacements and swaps between two words.
  static func alignmentDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var older = [Int](repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    for i in a.indices {
      var current = [i + 1]
      current.reserveCapacity(b.count + 1)
      for j in b.indices {
        let same = a[i] == b[j]
        var cost = min(previous[j] + (same ? 0 : 1), previous[j + 1] + 1, current[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, older[j - 1] + 1) }
        current.append(cost)
      }
      older = previous
      previous = current
    }
    return previous[b.count]
  }
}
