internal import Bytes
internal import Localization
internal import TemplateEngine

/// A host that knows how dates and numbers are written: what the filters of the site layer need.
///
/// A class with one subclass for a site and used as it is by `warta render`, which has no site.
class FormattingHost: TemplateHost {
  /// The formats of the language that is being written.
  private(set) var formats: EditionFormats
  /// What `absolute_url` puts before a path.
  private(set) var origin: String
  private var patterns: [PatternKey: DateFormat] = [:]

  /// A pattern together with what it is written in.
  private struct PatternKey: Hashable {
    var pattern: String
    var options: DateOptions
  }

  init(formats: EditionFormats, origin: String = "") {
    self.formats = formats
    self.origin = origin
  }

  /// Changes the language, for the page of another edition.
  func use(_ formats: EditionFormats, origin: String) {
    if formats.conventions.language != self.formats.conventions.language
      || formats.conventions.zone.identifier != self.formats.conventions.zone.identifier
    {
      patterns.removeAll(keepingCapacity: true)
    }
    self.formats = formats
    self.origin = origin
  }

  /// The format of a named style or a pattern, compiled on its first use.
  func dateFormat(
    _ pattern: String, _ options: DateOptions
  ) throws(DatePatternProblem) -> DateFormat {
    let key = PatternKey(pattern: pattern, options: options)
    if let known = patterns[key] { return known }
    let format = try compile(pattern, options)
    patterns[key] = format
    return format
  }

  private func compile(
    _ pattern: String, _ options: DateOptions
  ) throws(DatePatternProblem) -> DateFormat {
    // The patterns of the settings are of the edition's language and of no other.
    let patterns = options.language == nil ? formats.patterns : []
    let changed =
      options == DateOptions()
      ? formats : EditionFormats(options.applied(to: formats.conventions), patterns: patterns)
    if let format = changed.format(pattern) { return format }
    // A pattern without a directive would print itself: it is a style that is misspelled.
    guard pattern.utf8.contains(UInt8(ascii: "%")) else {
      throw DatePatternProblem(kind: .unfinishedDirective, range: 0..<pattern.utf8.count)
    }
    return try DateFormat(pattern: pattern, for: changed.conventions)
  }

  func root(
    _ name: NameID, key: Value, _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    .missing
  }

  func rootNames() -> [String] { [] }

  func owners(ofRoot name: String) -> [String] { [] }

  func member(
    _ name: NameID, of entity: Entity, _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    .missing
  }

  func entry(
    _ key: Value, of entity: Entity, _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    .missing
  }

  func count(of entity: Entity, _ context: inout RenderContext) throws(RenderFault) -> Int? {
    nil
  }

  func element(
    _ index: Int, of entity: Entity, _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    .missing
  }

  func isTrue(
    _ entity: Entity, _ context: inout RenderContext
  ) throws(RenderFault) -> Bool { true }

  func kindName(of entity: Entity) -> String { "value" }

  func memberNames(of entity: Entity) -> [String] { [] }

  func noteTemplate(_ name: String, found: Bool) {}

  func noteSoftMiss(_ name: Value, of owner: Value) {}
}

/// What `date(…)` is told besides the pattern.
struct DateOptions: Hashable {
  var zone: String?
  var language: String?
  var calendar: CalendarSystem?
  var numerals: Numerals?
  /// Seconds east of UTC, where there is no zone to be had.
  var offset: Int?

  /// The conventions with what is said here instead.
  func applied(to conventions: Conventions) -> Conventions {
    var changed = conventions
    if let language = language.flatMap({ LanguageTag($0) }) {
      changed.language = language
    }
    if let calendar { changed.calendar = calendar }
    if let numerals { changed.numerals = numerals }
    if let offset { changed.zone = Zone(fixedOffset: offset, identifier: "") }
    if let zone = zone.flatMap({ Zone(identifier: $0) }) { changed.zone = zone }
    return changed
  }
}
