internal import Diagnostics

/// All words of this module: turns what is wrong with a file's form into diagnostics.
struct FrontMatterMessages {
  let file: String

  func place(_ range: Range<Int>) -> SourceLocation {
    SourceLocation(file: file, range: range)
  }

  /// How many bytes are shown of a text that is quoted in a summary.
  private static let quotedLength = 60

  func shortened(_ text: String) -> String {
    text.utf8.count <= Self.quotedLength ? text : text.prefix(40) + "…"
  }
}

// MARK: - Fences

extension FrontMatterMessages {
  func diagnostic(of problem: FenceProblem) -> Diagnostic {
    switch problem {
    case .empty:
      Diagnostic(
        .error, id: "content.empty", "the file is empty", at: SourceLocation(file: file),
        help: "an article starts with its front matter:\n---\ntitle: …\ndate: 2024-09-19 10:41\n---"
      )
    case .binary(let offset):
      Diagnostic(
        .error, id: "content.binary", "the file is not a text", at: place(offset..<offset + 1),
        label: "a zero byte",
        help: "pictures and other files belong beside an article under their own extension")
    case .utf16:
      Diagnostic(
        .error, id: "content.encoding", "the file is UTF-16, not UTF-8", at: place(0..<2),
        help: "save it as UTF-8")
    case .missing(let start, let line): missing(start, line: line)
    case .unclosed(let opening, let instead): unclosed(opening: opening, instead: instead)
    }
  }

  private func missing(_ start: FenceProblem.Start, line: Range<Int>) -> Diagnostic {
    var diagnostic = Diagnostic(
      .error, id: "content.no-front-matter", "the file has no front matter", at: place(line))
    switch start {
    case .key:
      diagnostic.label = "the line '---' is missing before this one"
      diagnostic.fix = .init(replacing: line.lowerBound..<line.lowerBound, with: "---\n")
    case .toml:
      diagnostic.summary = "front matter between '+++' lines is TOML, which is not read here"
      diagnostic.help = "write it as YAML between '---' lines: 'title: …' for 'title = \"…\"'"
    case .json:
      diagnostic.summary = "front matter in braces is JSON, which is not read here"
      diagnostic.help = "write it as YAML between '---' lines: 'title: …' for '\"title\": \"…\"'"
    case .nearly(let text):
      diagnostic.label = "not quite '---'"
      diagnostic.help =
        "write '---', three hyphens and nothing before them, for '\(shortened(text))'"
      diagnostic.fix = .init(replacing: line, with: "---")
    case .emptyLines(let fence):
      diagnostic.label = "the file must start with '---'"
      diagnostic.help = "remove the empty lines before '---'"
      diagnostic.fix = .init(replacing: line.lowerBound..<fence.lowerBound, with: "")
    case .text:
      diagnostic.label = "the file must start with '---'"
      diagnostic.help =
        "put the title and the date before the text:\n"
        + "---\ntitle: …\ndate: 2024-09-19 10:41\n---"
    }
    return diagnostic
  }

  private func unclosed(opening: Range<Int>, instead: Range<Int>?) -> Diagnostic {
    var diagnostic = Diagnostic(
      .error, id: "content.unclosed-front-matter", "no line '---' ends the front matter",
      at: place(opening), label: "it starts here",
      help: "write a line '---' between the front matter and the text")
    if let instead {
      diagnostic.location = place(instead)
      diagnostic.label = "read as the end, but it is not '---'"
      diagnostic.help = "write '---', three hyphens and nothing before them"
      diagnostic.notes = [.init("the front matter starts at", at: place(opening))]
      diagnostic.fix = .init(replacing: instead, with: "---")
    }
    return diagnostic
  }
}

// MARK: - YAML

extension FrontMatterMessages {
  func diagnostic(of problem: YAMLProblem) -> Diagnostic {
    let range = problem.range
    return switch problem.kind {
    case .anchor, .alias, .tag, .mergeKey, .directive, .secondDocument, .keyIsCollection:
      unsupported(problem.kind, at: range)
    case .duplicateKey(let key, let first):
      Diagnostic(
        .error, id: "yaml.duplicate-key", "'\(shortened(key))' is given twice", at: place(range),
        label: "the second time", help: "keep one of them",
        notes: [.init("the first is at", at: place(first))])
    case .tooDeep(let limit):
      Diagnostic(
        .error, id: "yaml.too-deep", "values are nested more than \(limit) deep",
        at: place(range), label: "one level too many")
    case .tooLarge(let size, let limit):
      Diagnostic(
        .error, id: "yaml.too-large", "\(size) bytes of YAML are more than the limit of \(limit)",
        at: place(range), help: "move long texts out of the front matter")
    case .character(let character): diagnostic(of: character, at: range)
    case .escaped(let character): escaped(character, at: range)
    case .line(let repair): diagnostic(of: repair)
    case .indented(let key, let above):
      Diagnostic(
        .error, id: "yaml.indentation",
        "'\(shortened(key))' starts in another column than '\(shortened(above))' above it",
        at: place(range), label: "the indentation differs",
        help: "let keys of one level start in the same column; "
          + "if this line goes on with the text above, put the whole text in quotes")
    case .syntax(let words): syntax(words, at: range)
    }
  }

  private func unsupported(_ kind: YAMLProblem.Kind, at range: Range<Int>) -> Diagnostic {
    let found: (id: String, summary: String, help: String) =
      switch kind {
      case .anchor(let name):
        (
          "anchor", "the anchor '&\(name)' is not part of the YAML read here",
          "write values out where they are used; put a text that starts with '&' in quotes"
        )
      case .alias(let name):
        (
          "alias", "the alias '*\(name)' is not part of the YAML read here",
          "write the value out; put a text that starts with '*' in quotes"
        )
      case .tag(let name):
        (
          "tag", "the tag '\(name)' is not part of the YAML read here",
          "leave it out; put a text that starts with '!' in quotes"
        )
      case .mergeKey:
        (
          "merge-key", "the merge key '<<' is not part of the YAML read here",
          "write the members out"
        )
      case .directive:
        (
          "directive", "directives are not part of the YAML read here",
          "remove the line that starts with '%'"
        )
      case .secondDocument:
        (
          "second-document", "the file holds a second YAML document",
          "keep one document in a file; remove the line '---'"
        )
      default:
        ("key", "a key is a list or a mapping", "write a text before the ':'")
      }
    return Diagnostic(
      .error, id: "yaml.\(found.id)", found.summary, at: place(range), help: found.help)
  }

  private func diagnostic(
    of character: YAMLProblem.TextProblem, at range: Range<Int>
  ) -> Diagnostic {
    switch character {
    case .notUTF8:
      Diagnostic(
        .error, id: "text.not-utf8", "the text is not UTF-8", at: place(range),
        label: "these bytes mean nothing", help: "save the file as UTF-8")
    case .control(let value):
      Diagnostic(
        .error, id: "text.control", "the text holds the control character \(code(value))",
        at: place(range), label: "here", help: "delete it",
        fix: .init(replacing: range, with: ""))
    case .bidiOverride(let value):
      Diagnostic(
        .error, id: "text.bidi-override",
        "the text holds the direction override \(code(value)), which makes it read differently",
        at: place(range), label: "here", help: "delete it",
        fix: .init(replacing: range, with: ""))
    case .bidiEmbedding(let value):
      Diagnostic(
        .warning, id: "text.bidi-embedding",
        "the text holds the direction mark \(code(value)), which is left out", at: place(range),
        label: "here", help: "delete it, or use the isolates U+2066 to U+2069",
        fix: .init(replacing: range, with: ""))
    case .notInXML(let value):
      Diagnostic(
        .error, id: "text.not-in-xml",
        "the text holds \(code(value)), which no feed or sitemap may hold", at: place(range),
        label: "here", help: "delete it", fix: .init(replacing: range, with: ""))
    }
  }

  /// A character that stands in the file as an escape: there is nothing to delete by itself.
  private func escaped(_ character: YAMLProblem.TextProblem, at range: Range<Int>) -> Diagnostic {
    var diagnostic = diagnostic(of: character, at: range)
    diagnostic.severity = .error
    diagnostic.label = "written as an escape"
    diagnostic.help = "take the escape out"
    diagnostic.fix = nil
    return diagnostic
  }

  private func code(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// Mistakes that no line shows on its own, by libyaml's words for them.
  private func syntax(_ words: String, at range: Range<Int>) -> Diagnostic {
    let known = Self.syntaxHelp.first { words.contains($0.words) }
    return Diagnostic(
      .error, id: "yaml.syntax", known?.summary ?? "this is not YAML: \(words)", at: place(range),
      label: "not understood from here",
      help: known?.help ?? "one 'key: value' a line; put texts with special characters in quotes")
  }

  private static let syntaxHelp: [(words: String, summary: String, help: String)] = [
    (
      "could not find expected ':'", "a line without a key stands among the keys",
      "write 'key: value'; indent lines that go on with the value above"
    ),
    (
      "did not find expected key", "a line does not fit among the keys around it",
      "let keys of one level start in the same column"
    ),
    (
      "did not find expected '-' indicator", "a line does not fit into the list above it",
      "start every element with '- ' in the same column"
    ),
    (
      "block sequence entries are not allowed", "a list starts where none can",
      "start the list on a line of its own below its key"
    ),
    (
      "mapping values are not allowed", "a second ': ' stands in one value",
      "put the value in quotes"
    ),
    (
      "expected <document start>", "the YAML ends before its last line",
      "remove a line that starts with '%', or a closing bracket too many"
    ),
    (
      "unexpected end of stream", "a quote is never closed",
      "close it with the same quote that opens it"
    ),
    (
      "did not find expected ',' or", "a bracket is not closed, or a ',' is missing",
      "write lists as '[a, b]' and mappings as '{a: b}'"
    ),
    (
      "cannot start any token", "a character stands where no value can start with it",
      "put the value in quotes"
    ),
    ("tab character", "a tab stands in the indentation", "indent with spaces"),
    ("unexpected document indicator", "a quote is never closed", "close it before the '---'"),
    ("out of memory", "there is not enough memory to read the file", "free some memory"),
  ]
}
