internal import Diagnostics
internal import FrontMatter
internal import TemplateEngine

/// Reads a file of `Content/data/`: YAML, JSON or CSV.
enum DataReader {
  /// The value in `bytes`; the ending of `path` names the format.
  static func read(
    _ bytes: [UInt8], path: String
  ) -> (value: DataValue?, diagnostics: [Diagnostic]) {
    if path.hasSuffix(".csv") { return CommaSeparatedReader.read(bytes, path: path) }
    if path.hasSuffix(".json") { return json(bytes, path) }
    if path.hasSuffix(".yaml") || path.hasSuffix(".yml") {
      let reading = YAMLReader.read(bytes, file: path)
      return (reading.tree?.dataValue, reading.diagnostics)
    }
    return (nil, [ContentMessages.badData(path)])
  }

  private static func json(
    _ bytes: [UInt8], _ path: String
  ) -> (value: DataValue?, diagnostics: [Diagnostic]) {
    do throws(JSONError) {
      let data = try FrozenData.json(bytes)
      // Values point into the data they belong to.
      return withExtendedLifetime(data) { (DataValue($0.root), []) }
    } catch {
      return (nil, [error.diagnostic(file: path)])
    }
  }
}

extension DataValue {
  /// The value that JSON stands for.
  fileprivate init(_ value: Value) {
    if let flag = value.bool {
      self = .bool(flag)
    } else if let number = value.int {
      self = .integer(number)
    } else if let number = value.double {
      self = .number(number)
    } else if let text = value.text {
      self = .text(text.string)
    } else if let items = value.items {
      self = .list(items.map { DataValue($0) })
    } else if let entries = value.entries {
      self = .map(
        entries.map { Member(key: $0.key.text?.string ?? "", value: DataValue($0.value)) })
    } else {
      self = .none
    }
  }
}

/// Reads comma-separated values (RFC 4180): the first row names the members of every other one.
enum CommaSeparatedReader {
  /// The rows in `bytes`; one that is longer or shorter than the first is an error.
  static func read(
    _ bytes: [UInt8], path: String
  ) -> (value: DataValue?, diagnostics: [Diagnostic]) {
    var rows = rows(of: bytes)
    guard !rows.isEmpty else { return (.list([]), []) }
    let names = rows.removeFirst()
    let diagnostics = rows.enumerated().filter { $1.count != names.count }.map { number, row in
      ContentMessages.unevenRow(number + 2, fields: row.count, of: names.count, in: path)
    }
    let values = rows.map { row in
      DataValue.map(zip(names, row).map { DataValue.Member(key: $0, value: .text($1)) })
    }
    return (.list(values), diagnostics)
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
