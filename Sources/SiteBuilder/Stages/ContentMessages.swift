internal import Bytes
internal import Diagnostics
internal import SiteModel

/// What is said about content files: their text, their place and what they refer to.
enum ContentMessages {
  static func noSettings(hasLowerCase: Bool) -> Diagnostic {
    Diagnostic(
      .error, id: "site.no-settings", "there is no Content/site.yaml here",
      help: hasLowerCase
        ? "the folder is called 'content': rename it to 'Content'"
        : "go to the folder of a site, name it with --source, or make one: warta new site DIR")
  }

  static let noJSONOutput = Diagnostic(
    .error, id: "site.no-json-output", "this version of Warta writes no JSON beside the pages",
    at: SourceLocation(file: "Content/site.yaml"),
    help: "take 'json' out of 'outputs'; the editions' feed.json holds the newest stories")

  static func tooLarge(_ path: String, limit: Int) -> Diagnostic {
    Diagnostic(
      .error, id: "content.too-large", "'\(path)' is larger than \(limit >> 20) MiB",
      at: SourceLocation(file: path), help: "split it, or publish it as a file in Content/static")
  }

  static func binary(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, id: "content.binary", "'\(path)' is not a text", at: SourceLocation(file: path),
      help: "a file that ends in .md is Markdown; UTF-16 must be converted to UTF-8")
  }

  static func words(_ problem: TextCheck.Problem, in path: String) -> Diagnostic {
    let location = SourceLocation(file: path, range: problem.range)
    let code = problem.scalar.map { "U+" + hexadecimal($0.value) } ?? "a byte"
    switch problem.kind {
    case .notUTF8:
      return Diagnostic(
        .error, id: "content.invalid-utf8", "the file is not valid UTF-8", at: location,
        label: "no UTF-8 from here", help: "save the file as UTF-8")
    case .control:
      return Diagnostic(
        .error, id: "content.control", "a control character \(code) stands in the text",
        at: location, label: "invisible", help: "delete it")
    case .bidiEmbedding:
      return Diagnostic(
        .warning, id: "content.bidi-embedding",
        "an old mark of direction \(code) is taken out of the text", at: location,
        label: "invisible", help: "isolates (U+2066 to U+2069) do the same without side effects")
    case .bidiOverride:
      return Diagnostic(
        .error, id: "content.bidi-override",
        "a mark \(code) makes the text read as something else", at: location,
        label: "invisible", help: "delete it: it hides what the letters after it are")
    case .notInXML:
      return Diagnostic(
        .error, id: "content.xml-illegal", "\(code) may stand in no feed and no sitemap",
        at: location, label: "invisible", help: "delete it")
    }
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  static func noSlug(_ path: String, name: String) -> Diagnostic {
    Diagnostic(
      .error, id: "content.no-slug", "no URL can be made of the name '\(name)'",
      at: SourceLocation(file: path), help: "give the story a slug: 'slug: a-few-words'")
  }

  static func unknownSection(
    _ section: String, at location: SourceLocation, known: [String]
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "content.unknown-section", "no section '\(section)' in site.yaml",
      at: location, label: location.range == nil ? nil : "not listed",
      help: Suggestion.closest(to: section, in: known.sorted()).map { "did you mean '\($0)'?" }
        ?? "list it under 'sections', or move the story to: \(known.joined(separator: ", "))")
  }

  static func reservedSection(_ section: String, _ path: String) -> Diagnostic {
    Diagnostic(
      .error, id: "content.reserved-section", "a section cannot be called '\(section)'",
      at: SourceLocation(file: path),
      help: "the path /\(section)/ is in use; rename the folder, or change the word under 'paths'")
  }

  static func missingPicture(
    _ name: String, at location: SourceLocation, known: [String]
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "content.missing-picture", "there is no picture '\(name)'", at: location,
      label: "not beside the story and not in Content/static",
      help: Suggestion.closest(to: name, in: known).map { "did you mean '\($0)'?" })
  }

  static func missingAlt(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "content.missing-alt", "the picture has no alternative text", at: location,
      help: "say in 'alt' what it shows; 'decorative: true' means that it shows nothing of weight")
  }

  static func refusedLink(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, id: "content.refused-link", "the link '\(path)' leads out of the site",
      at: SourceLocation(file: path), help: "copy what it leads to into the folder")
  }

  static func unknownEdition(_ key: String, in file: String, known: [String]) -> Diagnostic {
    Diagnostic(
      .error, id: "content.unknown-edition", "no edition '\(key)' in site.yaml",
      at: SourceLocation(file: file),
      help: Suggestion.closest(to: key, in: known).map { "did you mean '\($0)'?" }
        ?? "name the file after an edition: \(known.joined(separator: ", "))")
  }

  static func unknownRelated(
    _ reference: String, at location: SourceLocation, known: [String]
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "content.unknown-related", "no story '\(reference)'", at: location,
      label: "neither an id nor a file",
      help: Suggestion.closest(to: reference, in: known).map { "did you mean '\($0)'?" }
        ?? "name a story by its id, or by its path below Content")
  }

  static func heldRelated(_ reference: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "content.held-related", "the story '\(reference)' is not shown now",
      at: location, label: "left out",
      help: "it is a draft, scheduled, embargoed, expired or withdrawn")
  }

  static func unevenRow(
    _ row: Int, fields: Int, of expected: Int, in file: String
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "data.uneven-row",
      "row \(row) has \(fields) field\(fields == 1 ? "" : "s"), the first has \(expected)",
      at: SourceLocation(file: file),
      help: "a text with a comma in it stands in double quotes")
  }

  static func badData(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, id: "data.unknown-format", "'\(file)' is not YAML, JSON or CSV",
      at: SourceLocation(file: file), help: "Content/data holds .yaml, .json and .csv files")
  }
}
