/// A dated note on what was wrong in a story, or is new in it.
package struct Correction: Hashable, Sendable {
  package var at: Located<Timestamp>
  package var kind: Kind
  package var severity: Severity
  /// Markdown of one paragraph.
  package var text: Located<String>

  package init(
    at: Located<Timestamp>, kind: Kind = .correction, severity: Severity = .minor,
    text: Located<String>
  ) {
    self.at = at
    self.kind = kind
    self.severity = severity
    self.text = text
  }

  /// What the note is; they are different things to a reader and to a search engine.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case correction, clarification, update
    case editorsNote = "editors_note"
  }

  /// How grave the mistake was: a major one is shown above the story.
  package enum Severity: String, CaseIterable, Hashable, Sendable {
    case minor, major
  }
}

/// Why and when a story was retracted or withdrawn.
package struct StoryNotice: Hashable, Sendable {
  package var at: Located<Timestamp>
  package var text: Located<String>

  package init(at: Located<Timestamp>, text: Located<String>) {
    self.at = at
    self.text = text
  }
}
