internal import Bytes
internal import FileTree
internal import SiteModel

/// The manifest that follows an old one, and how the two differ.
///
/// The old manifest is sorted already, so a build that changes little sorts little: the lines of
/// known files are taken over in their order, and new ones are merged in.
struct ManifestUpdate<Listing: OutputListing>: ~Copyable {
  private let old: Manifest
  private let listing: Listing
  private let files: [OutputFile]
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

  init(_ old: Manifest, _ files: [OutputFile], _ listing: Listing, options: String) {
    self.old = old
    self.listing = listing
    self.files = files
    self.options = options
    numbers = Array(repeating: 0, count: old.count)
    isUnchanged = old.options == options && !old.view.isEmpty
    match()
    for row in numbers.indices where numbers[row] == 0 { removed.append(UInt32(row)) }
    isUnchanged = isUnchanged && added.isEmpty && removed.isEmpty
  }

  /// Finds the row of every file.
  private mutating func match() {
    let table = old.table()
    var line = ByteBuffer(capacity: 512)
    for number in files.indices where files[number].state != .none {
      let path = listing.path(of: number)
      guard let row = table[Fingerprint.identity(of: path)].map(Int.init), old.path(row) == path
      else {
        added.append(UInt32(number))
        continue
      }
      numbers[row] = UInt32(number + 1)
      line.removeAll()
      append(number, to: &line)
      if line.withView({ $0 == old.line(row) }) { continue }
      isUnchanged = false
      if old.hash(row) != files[number].hash { changed.append(UInt32(number)) }
    }
    sortAdded()
  }

  /// Two files claim one path only in a build that goes on in spite of errors: the later one stays.
  private mutating func sortAdded() {
    let listing = listing
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
      while next < added.count, listing.path(of: Int(added[next])).precedes(old.path(row)) {
        append(Int(added[next]), to: &text)
        text.append("\n")
        next += 1
      }
      append(Int(numbers[row]) - 1, to: &text)
      text.append("\n")
    }
    for number in added[next...] {
      append(Int(number), to: &text)
      text.append("\n")
    }
    return text
  }

  /// Appends the line of a file without its end.
  private func append(_ number: Int, to text: inout ByteBuffer) {
    let file = files[number]
    text.append(listing.path(of: number))
    text.append("\t")
    text.append(decimal: file.size)
    text.append("\t")
    text.append(hexadecimal: file.hash)
    text.append("\t")
    text.append(listing.kind(of: number).label)
    text.append("\t")
    guard let source = listing.source(of: number) else { return text.append("-") }
    // A tab or a line break in the name of a source would end the field.
    for byte in source { text.append(byte < 0x20 ? UInt8(ascii: "?") : byte) }
  }
}

extension RouteKind {
  /// What the manifest calls the kind.
  var label: String { Self.labels[Int(rawValue)] }

  /// Made once: a file of every route asks.
  private static let labels = allCases.map { "\($0)" }

  /// What a page needs moves into place before the page.
  var commitRank: Int {
    switch self {
    case .asset: 0
    case .picture, .staticFile: 1
    case .article, .tombstone, .standing: 2
    case .feed, .sitemapIndex, .sitemapMonth, .sitemapPages, .newsSitemap, .robots: 4
    case .redirect, .redirectMap: 4
    default: 3
    }
  }
}
