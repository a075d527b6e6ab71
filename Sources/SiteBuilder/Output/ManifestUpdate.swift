internal import Bytes
internal import FileTree

/// The manifest that follows an old one, and how the two differ.
///
/// The old manifest is sorted already, so a build that changes little sorts little: the lines of
/// known files are taken over in their order, and new ones are merged in.
struct ManifestUpdate<Listing: OutputListing> {
  private let old: Manifest
  private let lines: ManifestLineWriter<Listing>
  /// The number of the file of each row, plus one; zero for a file that is gone.
  private var numbers: [UInt32]
  /// The files that the old manifest does not name, sorted by the bytes of their paths.
  private(set) var added: [UInt32] = []
  /// Files whose bytes are others than those of the last build.
  private(set) var changed: [UInt32] = []
  /// Rows of the old manifest.
  private(set) var removed: [UInt32] = []
  /// Whether the new manifest would be the same bytes.
  private(set) var isUnchanged: Bool
  private let options: String

  init(
    _ old: Manifest, _ files: [OutputFile], _ listing: Listing, options: String, workers: Workers
  ) async throws {
    self.old = old
    lines = ManifestLineWriter(files: files, listing: listing)
    self.options = options
    numbers = Array(repeating: 0, count: old.count)
    isUnchanged = old.options == options && !old.view.isEmpty
    let matcher = ManifestMatcher(old: old, table: old.table(), lines: lines)
    var number = 0
    try await workers.map(files.count, chunk: 1 << 13) { range in
      matcher.matches(range)
    } consume: { matches in
      for match in matches {
        note(match, number)
        number += 1
      }
    }
    sortAdded()
    for row in numbers.indices where numbers[row] == 0 { removed.append(UInt32(row)) }
    isUnchanged = isUnchanged && added.isEmpty && removed.isEmpty
  }

  private mutating func note(_ match: ManifestMatcher<Listing>.Match, _ number: Int) {
    switch match {
    case .notMade: break
    case .new: added.append(UInt32(number))
    case .row(let row, let difference):
      numbers[Int(row)] = UInt32(number + 1)
      if difference != .none { isUnchanged = false }
      if difference == .bytes { changed.append(UInt32(number)) }
    }
  }

  /// Two files claim one path only in a build that goes on in spite of errors: the later one stays.
  private mutating func sortAdded() {
    let listing = lines.listing
    added.sort { a, b in
      let (first, second) = (listing.path(of: Int(a)), listing.path(of: Int(b)))
      return first.precedes(second) || first == second && a < b
    }
    var distinct: [UInt32] = []
    distinct.reserveCapacity(added.count)
    for number in added {
      if let last = distinct.last, listing.path(of: Int(last)) == listing.path(of: Int(number)) {
        distinct.removeLast()
      }
      distinct.append(number)
    }
    added = distinct
  }

  /// The bytes of the new manifest.
  func encoded() -> ByteBuffer {
    var text = ByteBuffer(capacity: old.view.count + added.count * 128 + 256)
    text.append(Manifest.header)
    text.append("\noptions\t")
    text.append(options)
    text.append("\n")
    var next = 0
    for row in numbers.indices where numbers[row] != 0 {
      while next < added.count, lines.listing.path(of: Int(added[next])).precedes(old.path(row)) {
        lines.append(Int(added[next]), to: &text)
        text.append("\n")
        next += 1
      }
      lines.append(Int(numbers[row]) - 1, to: &text)
      text.append("\n")
    }
    for number in added[next...] {
      lines.append(Int(number), to: &text)
      text.append("\n")
    }
    return text
  }
}

/// Finds the rows of files in an old manifest; the same value serves every worker.
private struct ManifestMatcher<Listing: OutputListing>: Sendable {
  let old: Manifest
  let table: IdentityTable
  let lines: ManifestLineWriter<Listing>

  enum Match {
    case notMade, new
    case row(UInt32, Difference)
  }

  /// How the line of a file differs from the old one.
  enum Difference { case none, words, bytes }

  func matches(_ range: Range<Int>) -> [Match] {
    var line = ByteBuffer(capacity: 512)
    return range.map { number in
      guard lines.files[number].state != .none else { return .notMade }
      let path = lines.listing.path(of: number)
      guard let row = table[Fingerprint.identity(of: path)], old.path(Int(row)) == path else {
        return .new
      }
      line.removeAll()
      lines.append(number, to: &line)
      if line.withView({ $0 == old.line(Int(row)) }) { return .row(row, .none) }
      return .row(row, old.hash(Int(row)) == lines.files[number].hash ? .words : .bytes)
    }
  }
}
