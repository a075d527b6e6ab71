internal import Diagnostics
internal import FrontMatter

/// Reads a file of `Content/data/`: YAML, JSON or CSV.
enum DataReader {
  /// The value in `bytes`; the ending of `path` names the format.
  static func read(
    _ bytes: [UInt8], path: String
  ) -> (value: DataValue?, diagnostics: [Diagnostic]) {
    if path.hasSuffix(".csv") { return (CommaSeparatedReader.read(bytes), []) }
    // JSON is YAML in flow style, but for the tabs that YAML refuses.
    if path.hasSuffix(".yaml") || path.hasSuffix(".yml") || path.hasSuffix(".json") {
      let reading = YAMLReader.read(bytes, file: path)
      return (reading.tree?.dataValue, reading.diagnostics)
    }
    return (nil, [ContentMessages.badData(path)])
  }
}

/// Reads comma-separated values (RFC 4180): the first row names the members of every other one.
enum CommaSeparatedReader {
  static func read(_ bytes: [UInt8]) -> DataValue {
    var rows = rows(of: bytes)
    guard !rows.isEmpty else { return .list([]) }
    let names = rows.removeFirst()
    return .list(
      rows.map { row in
        .map(zip(names, row).map { DataValue.Member(key: $0, value: .text($1)) })
      })
  }

  private static func rows(of bytes: [UInt8]) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var index = 0
    func endField() {
      row.append(String(decoding: field, as: UTF8.self))
      field = []
    }
    func endRow() {
      endField()
      if row != [""] { rows.append(row) }
      row = []
    }
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\"") where isQuoted && index < bytes.count && bytes[index] == byte:
        field.append(byte)
        index += 1
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted: endField()
      case 0x0D where !isQuoted: break
      case 0x0A where !isQuoted: endRow()
      default: field.append(byte)
      }
    }
    endRow()
    return rows
  }
}
