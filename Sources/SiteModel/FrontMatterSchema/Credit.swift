/// Somebody who made the story: a key of `authors.yaml` or, without one, a name.
package struct Credit: Hashable, Sendable {
  /// The key or name as written.
  package var name: Located<String>
  package var role: Role

  package init(name: Located<String>, role: Role = .author) {
    self.name = name
    self.role = role
  }

  /// What somebody did for a story.
  package enum Role: String, CaseIterable, Hashable, Sendable {
    case author, translator, photographer, editor, agency
  }
}

/// Where a story was taken from: `source: {name, url}`, or a name alone.
package struct StorySource: Hashable, Sendable {
  package var name: String
  package var url: String?

  package init(name: String, url: String? = nil) {
    self.name = name
    self.url = url
  }
}

/// The series a story belongs to, and its part where the editor numbers them.
package struct SeriesMembership: Hashable, Sendable {
  package var key: Located<String>
  package var part: Int?

  package init(key: Located<String>, part: Int? = nil) {
    self.key = key
    self.part = part
  }
}
