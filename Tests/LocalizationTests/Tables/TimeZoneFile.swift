import Foundation

/// A file of the compiled time-zone database (RFC 9636): offsets, when they change, and the rule
/// that holds afterwards.
struct TimeZoneFile {
  private(set) var transitions: [Int64] = []
  private(set) var offsets: [Int32] = []
  private(set) var footer = ""

  /// Reads the second, 64-bit block of a file; nothing when it is not such a file.
  init?(_ data: Data) {
    let bytes = [UInt8](data)
    guard bytes.starts(with: Array("TZif".utf8)), bytes.count > 44 else { return nil }
    let old = Header(bytes, at: 0)
    let start = 44 + old.length(timeSize: 4)
    let header = Header(bytes, at: start)
    var place = start + 44
    let times = (0..<header.times).map { Int64(bitPattern: number(bytes, place + $0 * 8, size: 8)) }
    place += header.times * 8
    let indices = bytes[place..<place + header.times].map(Int.init)
    place += header.times
    let types = (0..<header.types).map {
      Int32(truncatingIfNeeded: number(bytes, place + $0 * 6, size: 4))
    }
    offsets = [types[0]]
    for (time, index) in zip(times, indices) where types[index] != offsets[offsets.count - 1] {
      transitions.append(time)
      offsets.append(types[index])
    }
    footer = String(decoding: bytes[(start + 44 + header.length(timeSize: 8))...], as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private struct Header {
    var counts: [Int]
    var times: Int { counts[3] }
    var types: Int { counts[4] }

    init(_ bytes: [UInt8], at start: Int) {
      counts = (0..<6).map { Int(number(bytes, start + 20 + $0 * 4, size: 4)) }
    }

    func length(timeSize: Int) -> Int {
      counts[3] * (timeSize + 1) + counts[4] * 6 + counts[5] + counts[2] * (timeSize + 4)
        + counts[1] + counts[0]
    }
  }
}

private func number(_ bytes: [UInt8], _ start: Int, size: Int) -> UInt64 {
  bytes[start..<start + size].reduce(0) { $0 << 8 | UInt64($1) }
}
