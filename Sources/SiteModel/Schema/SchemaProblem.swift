internal import Diagnostics

/// Something that a schema found wrong; `SchemaMessages` has the words.
struct SchemaProblem: Sendable {
  var kind: Kind
  var severity: Diagnostic.Severity = .error
  /// UTF-8 offsets into the file.
  var range: Range<Int>
  /// A repair of `range` or of what `fixRange` names.
  var replacement: String?
  var fixRange: Range<Int>?

  enum Kind: Sendable {
    case key(KeyFault)
    case text(TextFault)
    case form(FormFault)
    case setting(SettingFault)
    case time(TimeFault)
  }

  /// What is wrong with which keys and kinds of values there are.
  enum KeyFault: Sendable {
    case unknownKey(String, suggestion: String?)
    case foreignKey(String, ForeignKey)
    case siteOnlyKey(String)
    case missing(String, form: String)
    /// Another kind of value than the key takes.
    case wrongKind(key: String, expected: Expectation, found: Expectation)
    case notAMapping(found: Expectation)
    /// Two keys that cannot stand together.
    case contradiction(String, String)
    /// A key that has an effect only with another.
    case useless(String, without: String)
    case repeated(key: String, value: String, first: Range<Int>)
    case unknownEdition(String, suggestion: String?)
    case reserved(key: String, value: String, by: String)
  }

  /// What is wrong with texts and lists of them.
  enum TextFault: Sendable {
    case emptyElement(key: String)
    /// A text that YAML ended at ` #`.
    case cutText(key: String, text: String)
    case tooLong(key: String, count: Int, limit: Int)
    case tooMany(key: String, count: Int, limit: Int)
    /// Several names where one is read.
    case manyNames(key: String, text: String)
  }

  /// What is wrong with words that have a form.
  enum FormFault: Sendable {
    case notAChoice(key: String, value: String, choices: [String], suggestion: String?)
    case notAFlag(key: String, value: String, suggestion: String?)
    case notANumber(key: String, value: String, range: ClosedRange<Int>)
    case notADuration(key: String, value: String)
    case notAnID(key: String, value: String)
    case notASlug(key: String, value: String, suggestion: String?)
    case notAPath(key: String, value: String, PathFault)
    case notAURL(key: String, value: String)
    case notALanguage(key: String, value: String, suggestion: String?)
    case notATemplate(key: String, value: String)
    case notAnEmail(key: String, value: String)
  }

  /// What is wrong with words that only settings have.
  enum SettingFault: Sendable {
    case notAZone(value: String, suggestion: String?)
    case notAHost(key: String, value: String)
    case notABaseURL(value: String, BaseURLFault)
    case notAnAccount(value: String)
    case permalinkPattern(value: String, PatternFault)
    case datePattern(value: String, directive: String?)
  }

  /// What is wrong with moments in time.
  enum TimeFault: Sendable {
    case date(key: String, value: String, DateFault)
    /// A date without an offset in a site without a zone.
    case zoneRequired
    case before(key: String, other: String)
  }

  /// What a value is or should be.
  enum Expectation: Sendable {
    case text, list, mapping, nothing
  }

  /// Why a text is no path of this site.
  enum PathFault: Sendable {
    case url
    case noSlash
    case noFinalSlash
    case parent
    case doubleSlash
    case percent(decoded: String?)
    case character(String)
  }

  enum BaseURLFault: Error {
    case scheme
    case host
    case queryOrFragment
    case character(String)
  }

  enum PatternFault: Error {
    case noSlash
    case unknownToken(String, suggestion: String?)
    case unclosedToken
    case noName
    case path(PathFault)
  }

  /// Why a text is no moment in time.
  enum DateFault: Sendable {
    /// Another form; with the right one where it can be guessed.
    case form(suggestion: String?, reason: FormReason)
    case noSuchDay(year: Int, month: Int, day: Int)
    case noSuchTime(suggestion: String?)
    case noSuchOffset
    /// The clocks of the zone skip the time.
    case gap(zone: String, suggestion: String)
    /// The clocks of the zone show the time twice; the earlier one is taken.
    case fold(zone: String, earlier: String, later: String)
  }

  /// What is unusual about a date's form.
  enum FormReason: Sendable {
    case timeWithDot
    case dayFirst
    case ambiguous(other: String)
    case persian
    case digits
    case monthName
    case separators
    case zoneName(String)
    case halfDay
    case unixTime
    case relative
    case missingZero
    case unknown
  }
}
