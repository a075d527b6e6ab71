/// Finds the `---` lines around front matter.
struct FenceScan {
  /// The YAML between the fences; nothing when there is none.
  private(set) var yaml: Range<Int>?
  /// The Markdown after them.
  private(set) var body: Range<Int>
  private(set) var problem: FenceProblem?

  private let bytes: [UInt8]

  /// Looks through `bytes`, the whole file.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    body = bytes.count..<bytes.count
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var lines = ContentLines(bytes, from: start)
    guard let opening = lines.next(), isFence(opening.text) else {
      problem = Self.unreadable(bytes, from: start) ?? missing(from: start)
      if case .missing = problem { body = start..<bytes.count }
      return
    }
    findEnd(after: opening)
  }

  private mutating func findEnd(after opening: ContentLines.Line) {
    for line in ContentLines(bytes, from: opening.next) where isFence(line.text) {
      yaml = opening.next..<line.text.lowerBound
      body = line.next..<bytes.count
      return
    }
    let instead = ContentLines(bytes, from: opening.next).first { looksLikeFence($0.text) }
    problem = .unclosed(opening: opening.text, instead: instead?.text)
    guard let instead else { return }
    yaml = opening.next..<instead.text.lowerBound
    body = instead.next..<bytes.count
  }
}

// MARK: - Looking at bytes

extension FenceScan {
  /// Why the file cannot be a text at all.
  private static func unreadable(_ bytes: [UInt8], from start: Int) -> FenceProblem? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return .utf16 }
    if let zero = bytes.prefix(8192).firstIndex(of: 0) { return .binary(at: zero) }
    let isBlank = bytes[start...].allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
    return isBlank ? .empty : nil
  }

  /// Whether the line is `---`, perhaps with white space after it.
  private func isFence(_ line: Range<Int>) -> Bool {
    guard line.count >= 3, bytes[line.lowerBound] == UInt8(ascii: "-"),
      bytes[line.lowerBound + 1] == UInt8(ascii: "-"),
      bytes[line.lowerBound + 2] == UInt8(ascii: "-")
    else { return false }
    return bytes[line.lowerBound + 3..<line.upperBound].allSatisfy(KeyLine.isBlank)
  }

  /// `----`, `--`, `...`, ` ---`, `***`, `———`: a line that somebody may have meant as a fence.
  private func looksLikeFence(_ line: Range<Int>) -> Bool {
    guard line.count <= 40 else { return false }
    let text = String(decoding: bytes[line], as: UTF8.self)
    let marks = text.unicodeScalars.filter { $0 != " " && $0 != "\t" }
    guard let first = marks.first, marks.allSatisfy({ $0 == first }) else { return false }
    return switch first {
    case "-", "–", "—", "―", "−", "‐", "‑": marks.count >= 2 || first == "—" || first == "―"
    case ".", "*", "_", "=", "+": marks.count >= 3
    default: false
    }
  }

  private func missing(from start: Int) -> FenceProblem? {
    var lines = ContentLines(bytes, from: start)
    return lines.next().map { .missing(self.start(of: $0.text), line: $0.text) }
  }

  private func start(of line: Range<Int>) -> FenceProblem.Start {
    let text = String(decoding: bytes[line], as: UTF8.self)
    if text.hasPrefix("+++") { return .toml }
    if text.hasPrefix("{") { return .json }
    if looksLikeFence(line) { return .nearly(text) }
    if bytes[line].allSatisfy(KeyLine.isBlank) {
      let next = ContentLines(bytes, from: line.lowerBound).first { line in
        !bytes[line.text].allSatisfy(KeyLine.isBlank)
      }
      if let next, isFence(next.text) { return .emptyLines(fence: next.text) }
      return next.map { start(of: $0.text) } ?? .text
    }
    return KeyLine(line, of: bytes).key == nil ? .text : .key
  }
}
