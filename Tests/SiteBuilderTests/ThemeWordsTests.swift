import Testing

import SiteBuilder

/// The words of the built-in theme against the templates that ask for them.
struct ThemeWordsTests {
  private let theme = ThemeFiles()

  /// Words that stand in rendered Markdown, which no template asks for.
  private static let ofTheProgram: Set<String> = ["footnotes", "back_to_reference"]

  @Test(arguments: ["id", "en", "fa"])
  func `every language has every word that a template asks for, and no other`(language: String)
    throws
  {
    let asked = try askedWords()
    let known = try #require(words(of: language))
    let missing = asked.literal.subtracting(known)
    #expect(missing.isEmpty)
    let unused = known.subtracting(asked.literal).subtracting(Self.ofTheProgram).filter { word in
      !asked.prefixes.contains { word.hasPrefix($0) }
    }
    #expect(unused.isEmpty)
  }

  @Test func `the languages have the same words`() throws {
    let english = try #require(words(of: "en"))
    for (language, _) in theme.strings {
      let own = try #require(words(of: language))
      #expect(own.symmetricDifference(english).isEmpty, "\(language)")
    }
  }

  @Test func `every plural has the forms of its language`() {
    #expect(StringTable.read(theme).diagnostics.isEmpty)
  }

  @Test(arguments: [
    "opinion", "editorial", "column", "analysis", "feature", "interview", "explainer", "factcheck",
    "review", "obituary", "brief", "photo", "video", "audio", "sponsored",
  ])
  func `every genre but plain news has a name`(genre: String) throws {
    #expect(try #require(words(of: "en")).contains("genre_" + genre))
  }
}

// MARK: - Reading

extension ThemeWordsTests {
  /// The keys that templates write out, and the beginnings of those that they put together.
  private func askedWords() throws -> (literal: Set<String>, prefixes: Set<String>) {
    var literal: Set<String> = []
    var prefixes: Set<String> = []
    for template in theme.templates {
      for match in text(template).matches(of: /\bt\("([a-z_]+)"( ~)?/) {
        if match.output.2 == nil {
          literal.insert(String(match.output.1))
        } else {
          prefixes.insert(String(match.output.1))
        }
      }
    }
    try #require(!literal.isEmpty)
    return (literal, prefixes)
  }

  /// The keys of a language's own file, without those that it would borrow from English.
  private func words(of language: String) -> Set<String>? {
    guard let file = theme.file("strings/\(language).yaml") else { return nil }
    return Set(text(file).matches(of: /(?m)^([a-z_]+):/).map { String($0.output.1) })
  }

  private func text(_ file: ThemeFiles.File) -> String {
    String(decoding: file.bytes, as: UTF8.self)
  }
}
