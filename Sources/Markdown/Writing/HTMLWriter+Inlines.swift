internal import Bytes

extension HTMLWriter {
  /// Writes the content of a paragraph, a heading, a cell or a footnote.
  mutating func writeInlines(_ slice: InlineSlice) {
    guard var walk = InlineWalk(slice) else { return }
    enterContainer()
    var goesOn = true
    while goesOn {
      if !walk.isEntering {
        leaveInline(walk.node, walk.kind)
        goesOn = walk.advance()
      } else if walk.kind == .text {
        writeText(walk.node, walk)
        goesOn = walk.advanceOver()
      } else {
        let entersContent = enterInline(walk.node, walk.kind)
        goesOn = entersContent ? walk.advance() : walk.advanceOver()
      }
    }
    leaveContainer()
  }

  private mutating func writeText(_ node: SyntaxNode, _ walk: InlineWalk) {
    let text = node.literal
    let bounds = walk.bounds(of: text.count)
    guard hasAdditions else {
      return text.withSpan { output.append(markdownEscaped: $0.extracting(bounds)) }
    }
    writeRichText(node, text, bounds)
  }

  /// Writes what stands before an inline's content; returns whether the walk should go there.
  private mutating func enterInline(_ node: SyntaxNode, _ kind: SyntaxNode.Kind) -> Bool {
    switch kind {
    case .softBreak: output.append("\n")
    case .lineBreak: output.append("<br />\n")
    case .code:
      output.append("<code>")
      write(escaped: node.literal, as: codeContext)
      output.append("</code>")
    case .htmlInline: writeInlineHTML(node)
    case .image: writePicture(node)
    case .emphasis:
      output.append("<em>")
      enterContainer()
      return true
    case .strong:
      output.append("<strong>")
      enterContainer()
      return true
    case .link:
      openLink(node)
      enterContainer()
      return true
    default: return kind.isContainer
    }
    return false
  }

  private mutating func leaveInline(_ node: SyntaxNode, _ kind: SyntaxNode.Kind) {
    leaveContainer()
    switch kind {
    case .emphasis: output.append("</em>")
    case .strong: output.append("</strong>")
    case .link: closeLink()
    default: break
    }
  }
}

// MARK: - Text

extension HTMLWriter {
  /// Writes text that may hold stand-ins, references to footnotes and strikethrough.
  private mutating func writeRichText(_ node: SyntaxNode, _ text: NodeText, _ range: Range<Int>) {
    var copied = range.lowerBound
    var index = copied
    while index < range.upperBound {
      guard let addition = addition(in: node, text, at: index) else {
        index += 1
        continue
      }
      text.withSpan { output.append(markdownEscaped: $0.extracting(copied..<index)) }
      switch addition.kind {
      case .standIn(let standIn):
        output.append(standIn.replacement(in: .text))
      case .strike(let isOpening): writeStrike(isOpening: isOpening)
      case .note(let note): writeNoteReference(note)
      }
      index += addition.length
      copied = index
    }
    guard copied < range.upperBound else { return }
    text.withSpan { output.append(markdownEscaped: $0.extracting(copied..<range.upperBound)) }
  }

  private mutating func writeStrike(isOpening: Bool) {
    if isOpening {
      output.append("<del>")
      enterContainer()
    } else {
      leaveContainer()
      output.append("</del>")
    }
  }

  private func addition(in node: SyntaxNode, _ text: NodeText, at index: Int) -> Addition? {
    switch text[index] {
    case StandIn.lead:
      return text.standIn(at: index).map { Addition(kind: .standIn($0), length: 2) }
    case UInt8(ascii: "~"):
      return survey.strikes.mark(of: node, at: index).map {
        Addition(kind: .strike(isOpening: $0.isOpening), length: $0.length)
      }
    case UInt8(ascii: "["):
      return survey.notes.reference(in: text, at: index).map {
        Addition(kind: .note($0.note), length: $0.end - index)
      }
    default: return nil
    }
  }

  /// Writes a literal with HTML escaped and stand-ins read back.
  mutating func write(escaped text: NodeText, as context: StandIn.Context) {
    write(escaped: text, 0..<text.count, as: context)
  }

  /// Writes a part of a literal with HTML escaped and stand-ins read back.
  mutating func write(escaped text: NodeText, _ range: Range<Int>, as context: StandIn.Context) {
    var copied = range.lowerBound
    if hasAdditions {
      for index in range {
        guard let standIn = text.standIn(at: index) else { continue }
        text.withSpan { output.append(markdownEscaped: $0.extracting(copied..<index)) }
        output.append(standIn.replacement(in: context))
        copied = index + 2
      }
    }
    guard copied < range.upperBound else { return }
    text.withSpan { output.append(markdownEscaped: $0.extracting(copied..<range.upperBound)) }
  }
}

/// Something in a text that CommonMark does not know.
private struct Addition {
  enum Kind {
    case standIn(StandIn)
    case strike(isOpening: Bool)
    case note(Int)
  }

  let kind: Kind
  let length: Int
}

extension ByteBuffer {
  /// Appends `text` as the CommonMark reference escapes it: `& < > "`.
  mutating func append(markdownEscaped text: Span<UInt8>) {
    var copied = 0
    var index = 0
    while index < text.count {
      if index + 16 <= text.count, !SixteenBytes(text, at: index).holdsMarkup {
        index += 16
        continue
      }
      let end = min(index + 16, text.count)
      while index < end {
        if let escape = text[index].markdownEscape {
          append(text.extracting(copied..<index))
          append(escape)
          copied = index + 1
        }
        index += 1
      }
    }
    append(text.extracting(copied..<text.count))
  }
}

extension UInt8 {
  /// What stands for the byte in HTML, if it cannot stand for itself.
  fileprivate var markdownEscape: StaticString? {
    switch self {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    default: nil
    }
  }
}
