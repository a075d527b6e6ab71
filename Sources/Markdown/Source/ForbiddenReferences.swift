internal import Bytes

/// Characters that may not be typed may not be written as `&#x202E;` either.
enum ForbiddenReferences {
  /// The references of `text` that put a forbidden character into `html`, past its first bytes.
  static func problems(
    in text: Span<UInt8>, html: borrowing ByteBuffer, from start: Int
  ) -> [MarkdownProblem] {
    let sign = "&#"
    guard var found = text.index(of: sign, in: 0..<text.count) else { return [] }
    let isClean = html.withSpan { span in
      TextCheck.problems(in: span.extracting(min(start, span.count)..<span.count), limit: 1).isEmpty
    }
    guard !isClean else { return [] }
    var problems: [MarkdownProblem] = []
    while true {
      let end = min(found + 12, text.count)
      let body = text.text(found + 2..<end)
      if let code = HTMLReferences.code(body[...]), let scalar = Unicode.Scalar(code),
        code != 0, TextCheck.kind(of: scalar) != nil
      {
        let length = body.prefix { $0 != ";" }.utf8.count + 3
        let range = found..<min(found + length, text.count)
        problems.append(MarkdownProblem(.forbiddenCharacter(code), at: .range(range)))
      }
      guard let next = text.index(of: sign, in: found + 2..<text.count) else { return problems }
      found = next
    }
  }
}
