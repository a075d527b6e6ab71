import Bytes
import Incremental
import SiteBuilder
import TestSupport
import Testing

/// How far single answers reach.
struct AnswersTests {
  private static let count = 45

  private static func day(_ number: Int) -> String {
    let (month, day) = (number / 28 + 1, number % 28 + 1)
    return "2024-0\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  private static func path(_ number: Int) -> String { "Content/s\(number).md" }

  /// Stories of one tag, a day apart.
  private static let site: [String: String] = {
    var site = ["Content/site.yaml": SampleSite.settings + "theme: none\n"]
    for number in 0..<count {
      site[path(number)] = SampleSite.article("S\(number)", date: day(number), "tags: [brics]")
    }
    return site.merging(SampleSite.plainTheme) { $1 }
  }()

  /// The stories whose answer to `question` another story changes.
  private func changed(
    _ question: Question, adding name: String, date: String
  ) async throws -> [Int] {
    let folder = try TemporaryFolder(Self.site)
    let now: Int64 = 1_735_600_000
    let before = try #require(try await RenderedInMemory(folder, now: now))
    try folder.write(
      SampleSite.article("New", date: date, "tags: [brics]"), to: "Content/\(name).md")
    let after = try #require(try await RenderedInMemory(folder, now: now))
    return (0..<Self.count).filter { number in
      let key = ReadKey(
        question.rawValue, subject: Fingerprint.identity(of: Self.path(number)))
      return before.answers.fingerprint(of: key) != after.answers.fingerprint(of: key)
    }
  }

  @Test func `a new story changes what is related to no older one`() async throws {
    #expect(try await changed(.related, adding: "new", date: "2024-06-01") == [])
  }

  @Test func `an older story changes what is related to the 32 after it`() async throws {
    let date = Self.day(4) + " 12:00"
    #expect(try await changed(.related, adding: "old", date: date) == Array(5...36))
  }

  @Test func `a story has a neighbour on each side`() async throws {
    let date = Self.day(4) + " 12:00"
    #expect(try await changed(.neighbours, adding: "old", date: date) == [4, 5])
  }

  @Test func `what is not there answers 0`() async throws {
    let folder = try TemporaryFolder(Self.site)
    let answers = try #require(try await RenderedInMemory(folder, now: 0)).answers
    for question in Question.allCases where question.rawValue < Question.sitemaps.rawValue {
      if question == .site { continue }
      let key = ReadKey(question.rawValue, subject: 42, first: 7, second: 7)
      #expect(answers.fingerprint(of: key) == 0, "\(question)")
    }
  }
}
