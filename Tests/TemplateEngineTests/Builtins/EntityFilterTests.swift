import Bytes
import Testing

import TemplateEngine

/// Four stories that are asked of a host; the last has no kicker.
final class StoryHost: TemplateHost {
  static let vocabulary = ["stories", "title", "kicker", "section", "number"]
  private(set) var questions: [String] = []
  private(set) var softMisses: [String] = []

  func root(
    _ name: NameID, key: Value, _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    name.rawValue == 0 ? Value(Entity(kind: 0, number: 0)) : .missing
  }

  func rootNames() -> [String] { ["stories"] }

  func member(
    _ name: NameID, of entity: Entity, _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    guard entity.kind == 1, let word = Self.vocabulary.dropFirst(Int(name.rawValue)).first else {
      return .missing
    }
    let story = Int(entity.number)
    questions.append("\(word) of \(story)")
    switch word {
    case "title": return try context.arena.string(["d", "B", "a", "C"][story])
    case "kicker": return story == 3 ? .missing : try context.arena.string("k\(story % 2)")
    case "section": return Value(Entity(kind: 2, number: entity.number % 2))
    case "number": return Value(story)
    default: return .missing
    }
  }

  func count(of entity: Entity, _ context: inout RenderContext) throws(RenderFault) -> Int? {
    entity.kind == 0 ? 4 : nil
  }

  func element(
    _ index: Int, of entity: Entity, _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    questions.append("story \(index)")
    return Value(Entity(kind: 1, number: UInt32(index)))
  }

  func kindName(of entity: Entity) -> String { "story" }
  func memberNames(of entity: Entity) -> [String] { ["title", "kicker", "section", "number"] }
  func noteSoftMiss(_ name: Value, of owner: Value) { softMisses.append(name.text?.string ?? "") }
}

struct EntityFilterTests {
  @Test(arguments: [
    ("stories|limit(2)|map(attribute='title')|join", "dB"),
    ("stories|map(attribute='title')|sort|join", "aBCd"),
    ("stories|sort(attribute='title', reverse=true)|map(attribute='number')|join", "0312"),
    ("stories|selectattr('kicker', 'defined')|map(attribute='title')|join", "dBa"),
    ("stories|selectattr('kicker')|list|length", "3"),
    ("stories|where('kicker', 'k0')|map(attribute='number')|join(',')", "0,2"),
    ("stories|map(attribute='section')|unique|list|length", "2"),
    ("stories|groupby('kicker', default='-')|map('first')|join(' ')", "- k0 k1"),
    ("stories|batch(3)|map('length')|join(',')", "3,1"), ("stories|length", "4"),
    ("(stories|last).title", "C"), ("(stories|first).title", "d"),
    ("(stories|max(attribute='number')).title", "C"), ("stories|sum(attribute='number')", "6"),
    ("stories|sort_by('kicker')|map(attribute='number')|join", "0213"),
    ("(stories|first|attr('section')) in (stories|map(attribute='section')|list)", "True"),
    ("stories is sequence and stories is iterable and (stories|first) is mapping", "True"),
  ])
  func `filters work on what the host answers`(expression: String, text: String) throws {
    let (page, _) = try Self.rendered("{{ \(expression) }}")
    #expect(page == text)
  }

  @Test func `limit and first ask for no more than they give`() throws {
    let (_, host) = try Self.rendered(
      "{{ stories|limit(2)|list|length }}{{ (stories|first).title }}")
    #expect(host.questions == ["story 0", "story 1", "story 0", "title of 0"])
  }

  @Test func `what is missing in a selection is noted, not refused`() throws {
    let (_, host) = try Self.rendered("{{ stories|rejectattr('kicker')|list|length }}")
    #expect(host.softMisses == ["kicker"])
  }

  private static func rendered(_ template: String) throws -> (String, StoryHost) {
    let source = TemplateSource(name: "t", displayPath: "t", bytes: Array(template.utf8))
    let library = TemplateLibrary(
      [source], registry: Registry(vocabulary: StoryHost.vocabulary, roots: ["stories"]))
    try #require(library.diagnostics.isEmpty, "\(library.diagnostics)")
    let host = StoryHost()
    var output = ByteBuffer()
    var renderer = Renderer(library)
    try renderer.render("t", host: host, into: &output)
    return (output.string(), host)
  }
}
