internal import Bytes

/// What became of a link or picture after the resolver was asked.
enum ReferenceAnswer {
  /// Printed as the text writes it.
  case asWritten
  case url(String)
  case picture(MarkdownPicture)
  /// Printed as text: the story is held, the file is missing, the address refused.
  case nothing
}

/// A link that was written; its place is found later.
struct PrintedLink {
  let reference: Int
  let kind: MarkdownLink.Kind
  let url: String
  let path: String
}

/// A picture of the site that was written; its place is found later.
struct PrintedPicture {
  let reference: Int
  let path: String
  let url: String
}

/// The links that are open.
///
/// An address in `<>` may stand inside a link's text, where HTML allows no second link: the
/// outermost one that can be printed is.
struct OpenLinks {
  private var depth = 0
  private var printed = 0

  /// Whether a printed link is open.
  var hasPrinted: Bool { printed > 0 }

  mutating func enter() {
    depth += 1
  }

  /// Notes that the innermost link was printed.
  mutating func notePrinted() {
    printed = depth
  }

  /// Leaves the innermost link; true when it was printed.
  mutating func leave() -> Bool {
    defer { depth -= 1 }
    guard printed == depth else { return false }
    printed = 0
    return true
  }
}

extension HTMLWriter {
  mutating func openLink(_ node: SyntaxNode) {
    let mark = node.mark
    guard mode == .site else {
      output.append("<a href=\"")
      node.url.withSpan { output.append(urlAttribute: $0) }
      return finishLinkTag(node, rel: nil)
    }
    openLinks.enter()
    guard !openLinks.hasPrinted, let url = printedURL(mark - 1) else { return }
    openLinks.notePrinted()
    output.append("<a href=\"")
    output.append(urlAttribute: url.utf8.span)
    finishLinkTag(node, rel: rel(of: survey.references[mark - 1].destination))
  }

  private mutating func finishLinkTag(_ node: SyntaxNode, rel: StaticString?) {
    let title = node.title
    if !title.isEmpty {
      output.append("\" title=\"")
      write(escaped: title, as: .text)
    }
    if let rel {
      output.append("\" rel=\"")
      output.append(rel)
    }
    output.append("\">")
  }

  mutating func closeLink() {
    guard mode == .site else { return output.append("</a>") }
    if openLinks.leave() { output.append("</a>") }
  }

  /// The URL that a link gets, which is noted; nothing when it is printed as text.
  mutating func printedURL(_ index: Int) -> String? {
    let reference = survey.references[index]
    var path = ""
    var url = reference.url
    if case .site(let inside, let suffix) = reference.destination {
      path = inside.path
      if case .url(let answer) = answers[index] {
        url = suffix.isEmpty ? answer : answer + suffix
      }
    }
    switch answers[index] {
    case .nothing, .picture: return nil
    case .asWritten, .url: break
    }
    if let kind = MarkdownLink.Kind(reference.destination) {
      links.append(PrintedLink(reference: index, kind: kind, url: url, path: path))
    }
    return url
  }

  /// What a browser and a search engine should know of a link.
  func rel(of destination: Destination) -> StaticString? {
    guard destination == .external else { return nil }
    return options.isSponsored ? "external noopener sponsored" : "external noopener"
  }
}

extension MarkdownLink.Kind {
  /// The kind of link to `destination`, if it can be printed.
  fileprivate init?(_ destination: Destination) {
    switch destination {
    case .external: self = .external
    case .ownAddress: self = .ownAddress
    case .mail: self = .mail
    case .telephone: self = .telephone
    case .fragment: self = .fragment
    case .site(let reference, _): self = .site(reference.kind)
    case .refused, .hostWithoutScheme, .empty: return nil
    }
  }
}
