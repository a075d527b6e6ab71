internal import Diagnostics

/// Every word that this module says to people.
extension MarkdownProblem {
  /// The problem in words; `range` is where its spot was found.
  func diagnostic(at place: MarkdownPlace, range: Range<Int>) -> Diagnostic {
    let words = kind.words
    return Diagnostic(
      words.severity, id: "markdown.\(words.id)", words.summary, at: place.location(range),
      label: words.label, help: words.help)
  }
}

private struct Words {
  let severity: Diagnostic.Severity
  let id: String
  let summary: String
  var label: String?
  var help: String?

  static func error(_ id: String, _ summary: String, _ label: String?, _ help: String?) -> Words {
    Words(severity: .error, id: id, summary: summary, label: label, help: help)
  }

  static func warning(_ id: String, _ summary: String, _ label: String?, _ help: String?) -> Words {
    Words(severity: .warning, id: id, summary: summary, label: label, help: help)
  }
}

extension MarkdownProblem.Kind {
  fileprivate var words: Words {
    switch self {
    case .tooLong, .tooManyBrackets, .tooDeep, .tooMuchHTML: limitWords
    case .headingRepeatsTitle, .headingSkipsLevel, .emptyHeading: headingWords
    case .reservedBlock, .rowTooLong, .headDoesNotFit, .markAcrossCells, .forbiddenCharacter:
      blockWords
    case .refusedScheme, .hostWithoutScheme, .emptyDestination: destinationWords
    case .missingStory, .missingFile, .missingPicture, .heldStory, .missingAlt,
      .altRepeatsCaption:
      referenceWords
    case .unknownNote, .unusedNote, .repeatedNote, .codeAfterNote: noteWords
    case .rawHTML, .elementNotAllowed, .attributeNotAllowed, .unclosedElement, .unopenedElement,
      .brokenTag:
      htmlWords
    }
  }

  private var limitWords: Words {
    switch self {
    case .tooLong(let count):
      .error(
        "too-long", "the text has \(count / 1_000_000) MB", nil,
        "a text may have \(SourceLimits.bytes / 1_000_000) MB; split it into several pages")
    case .tooManyBrackets:
      .error(
        "too-many-brackets", "a paragraph with more than \(SourceLimits.brackets) '['",
        "one too many", "part it with empty lines")
    case .tooDeep:
      .error(
        "too-deep", "quotations, lists or marks more than \(SourceLimits.depth) deep",
        "one level too many", "say it with fewer levels")
    default:
      .error(
        "too-much-html", "the text grows beyond \(SourceLimits.growth) times its length", nil,
        "fill the short rows of wide tables, or split the text into several pages")
    }
  }

  private var headingWords: Words {
    switch self {
    case .headingRepeatsTitle(let title):
      .warning(
        "heading-repeats-title", "the heading '\(shown(title))' repeats the title", "dropped",
        "remove the line: the template prints the title")
    case .headingSkipsLevel(let title, let level, let previous):
      .warning(
        "heading-skips-level",
        "the heading '\(shown(title))' is level \(level) "
          + (previous == 1 ? "below the page's title" : "after one of level \(previous)"),
        nil, "levels go down one at a time: screen readers list them as a table of contents")
    default:
      .warning("empty-heading", "a heading without text", nil, "remove the '#'")
    }
  }

  private var blockWords: Words {
    switch self {
    case .reservedBlock(let name):
      .error(
        "reserved-block", "there is no block ':::\(name)' yet", "reserved for embeds and blocks",
        "write a link or plain text; a line that should begin with ':::' is written '\\:::'")
    case .rowTooLong(let cells, let columns):
      .warning(
        "row-too-long", "a table row of \(cells) cells under a head of \(columns)",
        "the last cells are not shown", "add columns to the head, or write '\\|' for a plain '|'")
    case .headDoesNotFit(let cells, let columns):
      .warning(
        "head-does-not-fit",
        "this looks like a table, but \(columns) columns stand under \(cells) cells",
        "printed as text", "give the line of dashes as many columns as the line above it")
    case .forbiddenCharacter(let code):
      .error(
        "forbidden-character", "a reference to the character U+\(hexadecimal(code))",
        "not allowed in any form", "remove it: controls and marks that turn text around are refused"
      )
    default:
      .warning(
        "mark-across-cells", "a mark that begins in one table cell and ends in another", nil,
        "close '*', '_' or '`' in its cell; write '\\*', '\\_' or '\\|' for the characters")
    }
  }

  private var destinationWords: Words {
    switch self {
    case .refusedScheme(let url, let isPicture):
      .error(
        "refused-url", "the address '\(shown(url))' is not allowed", nil,
        isPicture
          ? "pictures come from this site, http or https"
          : "allowed are http, https, mailto, tel, paths of this site and '#…'; "
            + "write './…' before a file name with a colon")
    case .hostWithoutScheme(let url):
      .error(
        "url-without-scheme", "the address '\(shown(url))' names a host but not how to reach it",
        nil,
        "write 'https://\(shown(url).drop { "/\\".contains($0) })'")
    case .emptyDestination(let isPicture):
      .warning(
        "empty-destination", isPicture ? "a picture without a file" : "a link that leads nowhere",
        nil, "write the address between '(' and ')'")
    default: Words(severity: .error, id: "", summary: "")
    }
  }

  private var referenceWords: Words {
    switch self {
    case .missingStory(let path, let suggestion):
      .error(
        "missing-story", "there is no story '\(shown(path))'", "no such file",
        didYouMean(suggestion))
    case .missingFile(let path, let suggestion):
      .error(
        "missing-file", "there is no file '\(shown(path))'", "no such file", didYouMean(suggestion))
    case .missingPicture(let path, let suggestion):
      .error(
        "missing-picture", "there is no picture '\(shown(path))'", "no such file",
        didYouMean(suggestion)
          ?? "put the file into the article's folder or into 'static', and name it as the text does"
      )
    case .heldStory(let path):
      .warning(
        "held-story", "the story '\(shown(path))' is not shown now",
        "printed as text, without a link",
        "it is a draft, scheduled, embargoed, expired or withdrawn")
    case .missingAlt(let path):
      .warning(
        "missing-alt", "the picture '\(shown(path))' has no text for people who do not see it", nil,
        "write it between '![' and ']', or 'decorative: true' under 'pictures' in the front matter")
    default:
      .warning(
        "alt-repeats-caption", "a picture's alternative text repeats its caption", nil,
        "describe what the picture shows; the caption is read out as well")
    }
  }

  private var noteWords: Words {
    switch self {
    case .unknownNote(let label, let suggestion):
      .warning(
        "unknown-note", "there is no footnote '\(shown(label))'", "printed as it stands",
        didYouMean(suggestion)
          ?? "add a line '[^\(label)]: …', or write '\\[^\(label)]' for the characters")
    case .unusedNote(let label):
      .warning(
        "unused-note", "nothing refers to the footnote '\(shown(label))'", "not printed",
        "write '[^\(label)]' where it belongs")
    case .repeatedNote(let label):
      .error(
        "repeated-note", "there are two footnotes '\(shown(label))'", "the second one",
        "give it another label")
    default:
      .warning(
        "code-after-note", "indented text after a footnote that is read as code", nil,
        "a footnote holds paragraphs only; take the indentation away for anything else")
    }
  }

  private var htmlWords: Words {
    switch self {
    case .rawHTML(let element):
      .error(
        "raw-html", "raw HTML '\(shown(element))'", "not allowed here",
        RawHTMLHint.hint(for: element)
          ?? "write Markdown, or '\\<' for the character; "
          + "'raw_html: allow' in site.yaml permits harmless elements")
    case .elementNotAllowed(let name):
      .error(
        "element-not-allowed", "the HTML element '\(shown(name))' is not allowed", nil,
        RawHTMLHint.hint(for: "<\(name)>") ?? "write Markdown, or leave the tag out")
    case .attributeNotAllowed(let name, let element):
      .error(
        "attribute-not-allowed",
        "the attribute '\(shown(name))' is not allowed on '\(shown(element))'", nil,
        "leave it out; looks belong into the style sheet, by 'class'")
    case .unclosedElement(let name):
      .error(
        "unclosed-element", "the HTML element '\(shown(name))' is not closed", nil,
        "add '</\(name)>'")
    case .unopenedElement(let name):
      .error(
        "unopened-element", "'</\(name)>' closes nothing", nil, "remove it, or open '<\(name)>'")
    default:
      .error("broken-tag", "an HTML tag that does not end", nil, "write '&lt;' for the character")
    }
  }

  /// A user's own text as it can stand in a message: short, on one line, without controls.
  private func shown(_ text: String) -> String {
    let scalars = text.unicodeScalars.prefix(80).map { scalar -> Unicode.Scalar in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: "·"
      case .format where scalar != "\u{200C}" && scalar != "\u{200D}": "·"
      default: scalar
      }
    }
    let end = text.unicodeScalars.count > 80 ? "…" : ""
    return String(String.UnicodeScalarView(scalars)) + end
  }

  private func hexadecimal(_ code: UInt32) -> String {
    let digits = String(code, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private func didYouMean(_ suggestion: String?) -> String? {
    suggestion.map { "did you mean '\(shown($0))'?" }
  }
}
