internal import Bytes

/// A paragraph that holds one picture and nothing else, with or without a link around it.
struct Figure {
  let picture: SyntaxNode
  let link: SyntaxNode?

  init?(paragraph: SyntaxNode) {
    guard let only = paragraph.firstChild, only.next == nil else { return nil }
    switch only.kind {
    case .image:
      picture = only
      link = nil
    case .link:
      guard let inner = only.firstChild, inner.next == nil, inner.kind == .image else {
        return nil
      }
      picture = inner
      link = only
    default: return nil
    }
  }
}

extension HTMLWriter {
  mutating func writeFigure(_ figure: Figure) {
    guard isPrinted(figure.picture) else { return }
    let record = record(of: figure.picture)
    let caption = caption(of: figure.picture, record)
    beginLine()
    output.append("<figure>")
    if let link = figure.link { openLink(link) }
    writeTag(of: figure.picture, record, title: nil)
    if figure.link != nil { closeLink() }
    writeCaption(caption, record)
    output.append("</figure>\n")
    if let caption, !caption.isEmpty { checkAlt(of: figure.picture, record, repeats: caption) }
  }

  private func caption(of picture: SyntaxNode, _ record: MarkdownPictureRecord?) -> String? {
    let title = picture.title
    return title.isEmpty ? record?.caption : title.readBack(.text)
  }

  private mutating func writeCaption(_ caption: String?, _ record: MarkdownPictureRecord?) {
    let credit = record?.credit ?? ""
    let license = record?.license ?? ""
    guard caption?.isEmpty == false || !credit.isEmpty || !license.isEmpty else { return }
    output.append("<figcaption>")
    if let caption, !caption.isEmpty {
      output.append(markdownEscaped: caption.utf8.span)
      if !credit.isEmpty || !license.isEmpty { output.append(" ") }
    }
    if !credit.isEmpty || !license.isEmpty { writeCredit(credit, license) }
    output.append("</figcaption>")
  }

  private mutating func writeCredit(_ credit: String, _ license: String) {
    usesLabels = true
    output.append("<small class=\"credit\">")
    if !options.labels.credit.isEmpty {
      output.append("<span class=\"visually-hidden\">")
      output.append(markdownEscaped: options.labels.credit.utf8.span)
      output.append(" </span>")
    }
    output.append(markdownEscaped: credit.utf8.span)
    if !license.isEmpty {
      if !credit.isEmpty { output.append(" · ") }
      writeLicense(license)
    }
    output.append("</small>")
  }

  private mutating func writeLicense(_ license: String) {
    let name = LicenseName.name(of: license)
    guard Destination(license, baseURL: options.baseURL) == .external else {
      return output.append(markdownEscaped: name.utf8.span)
    }
    output.append("<a href=\"")
    output.append(urlAttribute: license.utf8.span)
    output.append("\" rel=\"license external noopener\">")
    output.append(markdownEscaped: name.utf8.span)
    output.append("</a>")
  }
}

// MARK: - The tag

extension HTMLWriter {
  /// Writes a picture in running text.
  mutating func writePicture(_ node: SyntaxNode) {
    guard mode == .site else { return writePlainPicture(node) }
    guard isPrinted(node) else { return writeAlternative(node) }
    writeTag(of: node, record(of: node), title: node.title)
  }

  private mutating func writePlainPicture(_ node: SyntaxNode) {
    output.append("<img src=\"")
    node.url.withSpan { output.append(urlAttribute: $0) }
    output.append("\" alt=\"")
    writeAlternative(node)
    writeTitle(node.title)
    output.append("\" />")
  }

  private mutating func writeTitle(_ title: NodeText) {
    guard !title.isEmpty else { return }
    output.append("\" title=\"")
    write(escaped: title, as: .text)
  }

  private mutating func writeTag(
    of node: SyntaxNode, _ record: MarkdownPictureRecord?, title: NodeText?
  ) {
    let picture = picture(of: node)
    output.append("<img src=\"")
    output.append(urlAttribute: picture.url.utf8.span)
    output.append("\" alt=\"")
    writeAlt(of: node, record)
    if let title { writeTitle(title) }
    output.append("\"")
    writeSources(of: picture)
    output.append(" loading=\"lazy\" decoding=\"async\" />")
    note(picture, node)
  }

  private mutating func writeSources(of picture: MarkdownPicture) {
    if let set = picture.sourceSet {
      output.append(" srcset=\"")
      output.append(markdownEscaped: set.utf8.span)
      output.append("\"")
      if let sizes = picture.sizes {
        output.append(" sizes=\"")
        output.append(markdownEscaped: sizes.utf8.span)
        output.append("\"")
      }
    }
    guard let size = picture.size else { return }
    output.append(" width=\"")
    output.append(decimal: size.width)
    output.append("\" height=\"")
    output.append(decimal: size.height)
    output.append("\"")
  }

  private mutating func writeAlt(of node: SyntaxNode, _ record: MarkdownPictureRecord?) {
    let before = output.count
    writeAlternative(node)
    guard output.count == before else { return }
    if let alt = record?.alt, !alt.isEmpty {
      output.append(markdownEscaped: alt.utf8.span)
    } else if record?.isDecorative != true {
      let path = survey.references[node.mark - 1].url
      problems.append(MarkdownProblem(.missingAlt(path), at: .reference(node.mark - 1)))
    }
  }

  /// Writes what stands for a picture: the text between its brackets without marks.
  private mutating func writeAlternative(_ node: SyntaxNode) {
    guard var walk = InlineWalk(InlineSlice(contentOf: node)) else { return }
    repeat {
      guard walk.isEntering else { continue }
      switch walk.kind {
      case .text: write(escaped: walk.node.literal, as: .text)
      case .code: write(escaped: walk.node.literal, as: codeContext)
      case .htmlInline where mode == .plain: write(escaped: walk.node.literal, as: .verbatim)
      case .htmlInline: writeInlineHTML(walk.node, isSilent: true)
      case .softBreak, .lineBreak: output.append(" ")
      default: continue
      }
    } while walk.advance()
  }

  private mutating func checkAlt(
    of node: SyntaxNode, _ record: MarkdownPictureRecord?, repeats caption: String
  ) {
    var text = PlainText(hasAdditions: hasAdditions)
    text.append(InlineSlice(contentOf: node), strikes: survey.strikes, notes: survey.notes)
    text.trim()
    let alt = text.bytes.isEmpty ? record?.alt : text.string
    guard alt == caption else { return }
    problems.append(MarkdownProblem(.altRepeatsCaption, at: .reference(node.mark - 1)))
  }
}

// MARK: - What is known of it

extension HTMLWriter {
  private func isPrinted(_ node: SyntaxNode) -> Bool {
    guard node.mark > 0, case .nothing = answers[node.mark - 1] else { return true }
    return false
  }

  private func picture(of node: SyntaxNode) -> MarkdownPicture {
    switch answers[node.mark - 1] {
    case .picture(let picture): picture
    case .url(let url): MarkdownPicture(url: url)
    case .asWritten, .nothing: MarkdownPicture(url: survey.references[node.mark - 1].url)
    }
  }

  private func record(of node: SyntaxNode) -> MarkdownPictureRecord? {
    guard !options.pictures.isEmpty else { return nil }
    let reference = survey.references[node.mark - 1]
    guard case .site(let inside, _) = reference.destination else {
      return options.pictures[reference.url]
    }
    let name = inside.path.split(separator: "/").last.map(String.init) ?? inside.path
    return options.pictures[inside.path] ?? options.pictures[name]
  }

  private mutating func note(_ picture: MarkdownPicture, _ node: SyntaxNode) {
    let index = node.mark - 1
    guard case .site(let inside, _) = survey.references[index].destination else { return }
    pictures.append(PrintedPicture(reference: index, path: inside.path, url: picture.url))
  }
}

/// Short names of licences that are given by address.
enum LicenseName {
  /// `CC BY-SA 4.0` for Creative Commons' addresses; other addresses lose their scheme.
  static func name(of license: String) -> String {
    guard let scheme = ["https://", "http://"].first(where: license.hasPrefix) else {
      return license
    }
    let address = license.dropFirst(scheme.count)
    let parts = address.split(separator: "/").map(String.init)
    guard parts.count >= 4, parts[0].hasSuffix("creativecommons.org") else {
      return address.hasSuffix("/") ? String(address.dropLast()) : String(address)
    }
    if parts[1] == "licenses" { return "CC \(parts[2].uppercased()) \(parts[3])" }
    return parts[2] == "zero" ? "CC0 \(parts[3])" : String(address)
  }
}
