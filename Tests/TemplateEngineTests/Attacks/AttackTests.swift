import Diagnostics
import Testing

import TemplateEngine

/// Every attack in every place: none may add an element or attribute, or leave its string.
struct AttackTests {
  @Test(arguments: try AttackPlace.open())
  func `no value leaves its place`(place: AttackPlace) throws {
    let renderer = AttackRenderer(place)
    try #require(
      renderer.library.diagnostics.isEmpty, "\(renderer.library.diagnostics.map(\.summary))")
    let harmless = MarkupSkeleton(try renderer.page("a"), isXML: place.isXML)
    var failures: [String] = []
    for payload in try AttackPayload.all() {
      guard let page = try renderer.attackedPage(payload.value) else { continue }
      let skeleton = MarkupSkeleton(page, isXML: place.isXML)
      if !skeleton.isLike(harmless, adds: place.adds == true) {
        failures.append("\(payload.id) gives \(String(decoding: page, as: UTF8.self))")
      }
    }
    #expect(failures.isEmpty, "\(failures.count): \(failures.prefix(5).joined(separator: "\n"))")
  }

  @Test(arguments: try AttackPlace.refused())
  func `a place that cannot be made safe is refused`(place: AttackPlace) {
    #expect(AttackRenderer(place).library.diagnostics.contains { $0.severity == .error })
  }

  @Test func `the table is large`() throws {
    #expect(try AttackPayload.all().count >= 150)
    #expect(try AttackPlace.all().count >= 100)
  }
}
