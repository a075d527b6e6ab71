import Bytes
import Incremental
import Testing

@Suite struct JournalFileTests {
  private static let program = Fingerprint(of: "this program")

  /// A journal of two sections.
  private static let bytes: [UInt8] = {
    let sections: [(id: Int, bytes: [UInt8])] = [
      (3, Array("sources".utf8)), (9, Array((0..<200).map { UInt8($0) })),
    ]
    var header = JournalHeader(program: program)
    var body: [UInt8] = []
    let start = JournalHeader.size(sections: sections.count)
    for section in sections {
      header.add(
        JournalSection(
          id: section.id, offset: start + body.count, count: section.bytes.count,
          checksum: Fingerprint(of: section.bytes)))
      body += section.bytes
    }
    return header.encoded.bytes() + body
  }()

  private func open(_ bytes: [UInt8], by program: Fingerprint = program) -> JournalFile? {
    JournalFile(FrozenBytes(joining: [bytes]), program: program)
  }

  @Test func `sections are found by their numbers`() throws {
    let journal = try #require(open(Self.bytes))
    #expect(journal[3].string == "sources")
    #expect(journal[9].count == 200)
    #expect(journal[4].isEmpty)
  }

  @Test func `a journal of another program is none`() {
    #expect(open(Self.bytes, by: Fingerprint(of: "another program")) == nil)
  }

  @Test func `a journal that is cut at any byte is none`() {
    for count in 0..<Self.bytes.count {
      #expect(open(Array(Self.bytes.prefix(count))) == nil, "cut at \(count)")
    }
  }

  @Test func `a journal with any bit turned is none`() {
    for index in Self.bytes.indices {
      var bytes = Self.bytes
      bytes[index] ^= 1 << UInt8(index % 8)
      #expect(open(bytes) == nil, "byte \(index)")
    }
  }

  @Test func `bytes behind the last section do no harm`() {
    #expect(open(Self.bytes + [1, 2, 3])?[3].string == "sources")
  }
}
