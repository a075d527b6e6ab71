internal import Bytes
internal import FileTree

/// The manifest that follows an old one, and how the two differ.
///
/// The old manifest is sorted already, so a build that changes little sorts little and writes little:
/// lines that stay are copied in one go, and new ones are merged in.
struct ManifestUpdate<Listing: OutputListing> {
  private let old: Manifest
  private let lines: ManifestLineWriter<Listing>
  /// What becomes of each row of the old manifest.
  private var fates: [RowFate]
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
    fates = Array(repeating: .goes, count: old.count)
    isUnchanged = old.options == options && !old.view.isEmpty
    let matcher = ManifestMatcher(old: old, lines: lines)
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
    for row in fates.indices where fates[row] == .goes { removed.append(UInt32(row)) }
    isUnchanged = isUnchanged && added.isEmpty && removed.isEmpty
  }

  private mutating func note(_ match: ManifestMatch, _ number: Int) {
    switch match {
    case .notMade: break
    case .new: added.append(UInt32(number))
    case .row(let row, .none): fates[Int(row)] = .stays
    case .row(let row, let difference):
      fates[Int(row)] = .becomes(UInt32(number))
      isUnchanged = false
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
}

/// What becomes of a line of an old manifest.
private enum RowFate: Equatable {
  case goes, stays
  /// It gives way to the line of the file of this number.
  case becomes(UInt32)
}

// MARK: - Writing

extension ManifestUpdate {
  /// Writes the new manifest.
  func write(to file: inout FileWriter) throws(DiskError) {
    var text = ByteBuffer(capacity: Self.pieceSize * 2)
    text.append(Manifest.header)
    text.append("\noptions\t")
    text.append(options)
    text.append("\n")
    var next = 0
    // The first row that is not written yet.
    var row = 0
    while row < old.count || next < added.count {
      let place =
        next < added.count
        ? old.firstRow(notBefore: lines.listing.path(of: Int(added[next]))) : old.count
      try writeRows(row..<place, &text, to: &file)
      row = place
      guard next < added.count else { break }
      append(added[next], to: &text)
      next += 1
      if text.count >= Self.pieceSize { try flush(&text, to: &file) }
    }
    try flush(&text, to: &file)
  }

  /// How much is written at once.
  private static var pieceSize: Int { 1 << 17 }

  /// Writes what became of some rows; those that stay are copied together.
  private func writeRows(
    _ rows: Range<Int>, _ text: inout ByteBuffer, to file: inout FileWriter
  ) throws(DiskError) {
    var start = rows.lowerBound
    for row in rows where fates[row] != .stays {
      try write(old.lines(start..<row), &text, to: &file)
      if case .becomes(let number) = fates[row] { append(number, to: &text) }
      start = row + 1
    }
    try write(old.lines(start..<rows.upperBound), &text, to: &file)
  }

  /// Writes lines of the old manifest, many of them without copying them first.
  private func write(
    _ lines: ByteView, _ text: inout ByteBuffer, to file: inout FileWriter
  ) throws(DiskError) {
    if lines.count >= Self.pieceSize {
      try flush(&text, to: &file)
      try file.append(lines)
    } else {
      text.append(lines)
      if text.count >= Self.pieceSize { try flush(&text, to: &file) }
    }
  }

  private func flush(
    _ text: inout ByteBuffer, to file: inout FileWriter
  ) throws(DiskError) {
    try file.append(text)
    text.removeAll()
  }

  private func append(_ number: UInt32, to text: inout ByteBuffer) {
    lines.append(Int(number), to: &text)
    text.append("\n")
  }
}

// MARK: - Comparing

/// What an old manifest says of a file.
private enum ManifestMatch {
  case notMade, new
  case row(UInt32, Difference)

  /// How the line of a file differs from the old one.
  enum Difference { case none, words, bytes }
}

/// Finds the rows of files in an old manifest; the same value serves every worker.
private struct ManifestMatcher<Listing: OutputListing>: Sendable {
  let old: Manifest
  let lines: ManifestLineWriter<Listing>

  func matches(_ range: Range<Int>) -> [ManifestMatch] {
    var line = ByteBuffer(capacity: 512)
    return range.map { number in
      guard lines.files[number].state != .none else { return .notMade }
      guard let row = row(of: number) else { return .new }
      line.removeAll()
      lines.append(number, to: &line)
      if line.withView({ $0 == old.line(row) }) { return .row(UInt32(row), .none) }
      let isSame = old.hash(row) == lines.files[number].hash
      return .row(UInt32(row), isSame ? .words : .bytes)
    }
  }

  /// The row of a file, which is the one that was noted or has to be searched.
  private func row(of number: Int) -> Int? {
    let path = lines.listing.path(of: number)
    if let noted = lines.files[number].row, noted < old.count, old.path(Int(noted)) == path {
      return Int(noted)
    }
    return old.row(of: path)
  }
}
