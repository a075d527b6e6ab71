/// Something that is wrong with what the user wrote, where it stands, and what to do about it.
///
/// Modules throw or return errors that carry data; each module turns its own into diagnostics in
/// one file of messages, and `DiagnosticPrinter` is the only code that prints them.
///
/// Wording: the summary is a headline without a full stop that quotes the user's own text; `help`
/// says what to do; a note adds a second place or a fact.
package struct Diagnostic: Hashable, Sendable {
  package var severity: Severity
  /// A stable identifier, `area.kebab-case`: `template.unknown-filter`.
  package var id: String
  package var summary: String
  /// Where it is; nothing when it belongs to no file (a wrong option, say).
  package var location: SourceLocation?
  /// A few words under the caret.
  package var label: String?
  /// What to do about it: one sentence, may hold several lines (a repaired headline).
  package var help: String?
  package var notes: [Note]
  /// A machine-applicable repair, which `check --fix` writes.
  package var fix: Fix?

  package init(
    _ severity: Severity, id: String, _ summary: String, at location: SourceLocation? = nil,
    label: String? = nil, help: String? = nil, notes: [Note] = [], fix: Fix? = nil
  ) {
    self.severity = severity
    self.id = id
    self.summary = summary
    self.location = location
    self.label = label
    self.help = help
    self.notes = notes
    self.fix = fix
  }
}

extension Diagnostic {
  /// How bad it is: an error fails the build, a warning does so under `--strict`.
  package enum Severity: UInt8, Hashable, Sendable {
    case error
    case warning
  }

  /// A further fact, with a place of its own where it has one.
  package struct Note: Hashable, Sendable {
    package var summary: String
    package var location: SourceLocation?

    package init(_ summary: String, at location: SourceLocation? = nil) {
      self.summary = summary
      self.location = location
    }
  }

  /// The replacement of a range of the diagnostic's file.
  package struct Fix: Hashable, Sendable {
    package var range: Range<Int>
    package var replacement: String

    package init(replacing range: Range<Int>, with replacement: String) {
      self.range = range
      self.replacement = replacement
    }
  }
}

/// A place in a file that the user wrote.
package struct SourceLocation: Hashable, Sendable {
  /// The file's path relative to the site, with `/` between components.
  package var file: String
  /// UTF-8 offsets into the file; nothing when the whole file is meant.
  package var range: Range<Int>?

  package init(file: String, range: Range<Int>? = nil) {
    self.file = file
    self.range = range
  }
}

/// One or more diagnostics thrown as an error.
package struct DiagnosticError: Error, Sendable {
  package var diagnostics: [Diagnostic]

  package init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }

  package init(_ diagnostic: Diagnostic) {
    self.diagnostics = [diagnostic]
  }
}
