internal import Bytes
internal import SiteModel

/// The names of all terms as bytes that templates can print without a copy.
struct TermLabels: Sendable {
  private let bytes: FrozenBytes
  /// Where the name of each term ends.
  private let ends: [Int]

  init(_ terms: [Term]) {
    var buffer = ByteBuffer()
    ends = terms.map { term in
      buffer.append(term.name)
      return buffer.count
    }
    bytes = buffer.frozen()
  }

  subscript(term: TermID) -> ByteView {
    let number = Int(term)
    return bytes.view.slice((number == 0 ? 0 : ends[number - 1])..<ends[number])
  }
}
