internal import Bytes

extension HTMLWriter {
  mutating func writeHTMLBlock(_ node: SyntaxNode) {
    switch (mode, options.rawHTML) {
    case (.plain, _):
      beginLine()
      node.literal.withSpan { output.append($0) }
      beginLine()
    case (.site, .deny): refuseHTML(node)
    case (.site, .allow):
      beginLine()
      writeAllowed(node)
      beginLine()
    case (.site, .escape):
      beginLine()
      output.append("<p>")
      let text = node.literal
      let end = text[text.count - 1] == 0x0A ? text.count - 1 : text.count
      write(escaped: text, 0..<end, as: .verbatim)
      output.append("</p>\n")
    }
  }

  /// Writes or refuses HTML in running text; a silent one leaves no element behind.
  mutating func writeInlineHTML(_ node: SyntaxNode, isSilent: Bool = false) {
    switch (mode, options.rawHTML) {
    case (.plain, _): node.literal.withSpan { output.append($0) }
    case (.site, .deny): refuseHTML(node)
    case (.site, .allow): if !isSilent { writeAllowed(node) }
    case (.site, .escape): write(escaped: node.literal, as: .verbatim)
    }
  }

  /// Begins an element of Markdown: raw HTML inside ends inside.
  @inline(__always)
  mutating func enterContainer() {
    if options.rawHTML == .allow { elements.enterContainer() }
  }

  /// Ends an element of Markdown.
  @inline(__always)
  mutating func leaveContainer() {
    guard options.rawHTML == .allow else { return }
    closeElements(downTo: elements.floor)
    elements.leaveContainer()
  }

  /// Closes what raw HTML left open above `depth`.
  @inline(__always)
  mutating func closeElements(downTo depth: Int) {
    if elements.count > depth { closeForgotten(downTo: depth) }
  }

  private mutating func closeForgotten(downTo depth: Int) {
    while elements.count > depth, let element = elements.pop() {
      writeEndTag(element.name)
      problems.append(MarkdownProblem(.unclosedElement(element.name), at: element.spot))
    }
  }

  /// Reports HTML that is more than comments and space.
  private mutating func refuseHTML(_ node: SyntaxNode) {
    let bytes = node.literal.bytes
    var scanner = HTMLScanner()
    while let token = scanner.next(in: bytes.span) {
      let range: Range<Int>
      switch token {
      case .comment: continue
      case .text(let text):
        if text.allSatisfy({ bytes[$0] <= 0x20 }) { continue }
        range = text
      case .open(let tag): range = tag.range
      case .close(let name):
        // The start tag was reported, and with one goes the other.
        if hasRefusedHTML { continue }
        range = name.lowerBound - 2..<scanner.position
      case .other(let other), .broken(let other): range = other
      }
      report(bytes, range, node)
      return
    }
  }

  private mutating func report(_ bytes: [UInt8], _ range: Range<Int>, _ node: SyntaxNode) {
    let written = String(decoding: bytes[range].prefix { $0 != 0x0A }, as: UTF8.self)
    let text = written.count > 60 ? written.prefix(59) + "…" : Substring(written)
    hasRefusedHTML = true
    let breaks = bytes[..<range.lowerBound].count { $0 == 0x0A }
    problems.append(
      MarkdownProblem(.rawHTML(String(text)), at: .words(written, line: node.line + breaks)))
  }
}

// MARK: - The allow-list

extension HTMLWriter {
  private mutating func writeAllowed(_ node: SyntaxNode) {
    let bytes = node.literal.bytes
    let line = node.line
    var reference = node.mark - 1
    for piece in RawHTMLPolicy.pieces(of: bytes) {
      switch piece {
      case .text(let range): writeHTMLText(bytes[range])
      case .open(let name, let attributes, let range):
        writeStartTag(
          name, attributes, &reference,
          at: RawHTMLPolicy.spot(of: range, in: bytes, line: line))
      case .close(let name, let range):
        close(name, at: RawHTMLPolicy.spot(of: range, in: bytes, line: line))
      case .problem(let kind, let range):
        let spot = RawHTMLPolicy.spot(of: range, in: bytes, line: line)
        problems.append(MarkdownProblem(kind, at: spot))
      }
    }
  }

  /// Writes text of raw HTML: its entities stay, a stray `<` cannot begin a tag.
  private mutating func writeHTMLText(_ bytes: ArraySlice<UInt8>) {
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "<"): output.append("&lt;")
      case UInt8(ascii: ">"): output.append("&gt;")
      default: output.append(byte)
      }
    }
  }

  private mutating func writeStartTag(
    _ name: String, _ attributes: [RawHTMLPolicy.Attribute], _ reference: inout Int,
    at spot: SourceSpot
  ) {
    output.append("<")
    output.append(name)
    for attribute in attributes {
      switch attribute.value {
      case .none: write(attribute.name, value: nil)
      case .plain(let text): write(attribute.name, value: text)
      case .url:
        writeURL(attribute.name, reference)
        reference += 1
      }
    }
    if HTMLAllowList.void.contains(name) {
      output.append(" />")
    } else {
      output.append(">")
      elements.open(name, at: spot)
    }
  }

  private mutating func write(_ attribute: String, value: String?) {
    output.append(" ")
    output.append(attribute)
    guard let value else { return }
    output.append("=\"")
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: "\""): output.append("&quot;")
      case UInt8(ascii: "<"): output.append("&lt;")
      case UInt8(ascii: ">"): output.append("&gt;")
      default: output.append(byte)
      }
    }
    output.append("\"")
  }

  private mutating func writeURL(_ attribute: String, _ index: Int) {
    guard survey.references.indices.contains(index) else { return }
    let reference = survey.references[index]
    let url: String
    if reference.isPicture {
      switch answers[index] {
      case .picture(let picture): url = picture.url
      case .asWritten: url = reference.url
      case .url, .nothing: return
      }
      if case .site(let inside, _) = reference.destination {
        pictures.append(PrintedPicture(reference: index, path: inside.path, url: url))
      }
    } else {
      guard let printed = printedURL(index) else { return }
      url = printed
    }
    output.append(" ")
    output.append(attribute)
    output.append("=\"")
    output.append(urlAttribute: url.utf8.span)
    output.append("\"")
    guard attribute == "href", let rel = rel(of: reference.destination) else { return }
    output.append(" rel=\"")
    output.append(rel)
    output.append("\"")
  }

  private mutating func close(_ name: String, at spot: SourceSpot) {
    guard let depth = elements.depth(closing: name) else {
      problems.append(MarkdownProblem(.unopenedElement(name), at: spot))
      return
    }
    closeElements(downTo: depth + 1)
    _ = elements.pop()
    writeEndTag(name)
  }

  private mutating func writeEndTag(_ name: String) {
    output.append("</")
    output.append(name)
    output.append(">")
  }
}
