import Markdown
import Testing

struct SummaryTests {
  @Test(arguments: [
    ("satu dua tiga", 3), ("don't e-mail 3.14 10:41", 4), ("a -- b - c ... d", 4), ("", 0),
    ("*te*bal **kata**", 2), ("می‌رود به خانه؟ بله، «نقل»", 5), ("東京の天気", 5), ("日本 news 24", 4),
    ("**“Kutipan”** — kata", 2), ("a  \nb\nc", 3), ("# Judul bab\n\nisi", 3), ("- a\n- b", 2),
    ("kata[^1] lagi\n\n[^1]: catatan kaki", 4), ("<!-- tidak dihitung --> ya", 0),
    ("| a | b |\n|---|---|\n| c | d |", 4), ("`kode` dan", 2), ("Rp1.000.000,00", 1),
    ("Москва и Київ", 3), ("그는 집에 갔다", 3), ("https://a.example/b", 3), ("```\nkode\n```", 0),
  ])
  func `words are counted as people count them`(_ text: String, _ count: Int) {
    #expect(SampleRender(text).rendered.summary.wordCount == count)
  }

  @Test(arguments: [
    ("Satu.\n\nDua.", "Satu."), ("## Judul\n\nIsi *miring* `kode`.", "Isi miring kode."),
    ("![a](peta.png)\n\nIsi.", "Isi."), ("> Kutipan.\n\nIsi.", "Isi."), ("> Kutipan.", "Kutipan."),
    ("Satu\nbaris  \nlagi.", "Satu baris lagi."),
    ("Satu.\n\nDua.\n\n<!-- more -->\n\nTiga.", "Satu. Dua."),
    ("Satu <!--more--> dua.", "Satu"), ("<!-- more -->\n\nIsi.", "Isi."), ("- butir", "butir"),
    ("| a | b |\n|---|---|\n\nIsi.", "Isi."), ("A &amp; B ![alt](peta.png)", "A & B alt"),
    ("[^1]: Catatan.\n\nIsi[^1].", "Isi."), ("", ""), ("<!-- x -->\n\nIsi.", "Isi."),
  ])
  func `the excerpt is the first paragraph or what stands before the marker`(
    _ text: String, _ excerpt: String
  ) {
    #expect(SampleRender(text).rendered.summary.excerpt == excerpt)
  }

  @Test(arguments: [
    (String(repeating: "Kata lagi. ", count: 60), "Kata lagi."),
    (String(repeating: "آیا این درست است؟ ", count: 30), "است؟"),
    (String(repeating: "یہ سچ ہے۔ ", count: 60), "ہے۔"),
    (String(repeating: "東京は雨です。", count: 60), "です。"),
    (String(repeating: "tanpa titik ", count: 40), "…"),
    (String(repeating: "東京", count: 200), "…"),
    (String(repeating: "Mr. J. F. ", count: 40), "…"),
    ("Angka 1.000 dan " + String(repeating: "kata ", count: 80) + ".", "kata…"),
    (
      "Ia berkata: “" + String(repeating: "kata ", count: 30) + "selesai.” Lalu "
        + String(repeating: "pergi ", count: 40), "selesai.”"
    ),
  ])
  func `a long paragraph is cut at the end of a sentence`(_ text: String, _ end: String) {
    let excerpt = SampleRender(text).rendered.summary.excerpt
    #expect(excerpt.unicodeScalars.count <= 301)
    #expect(excerpt.unicodeScalars.count > 100)
    #expect(excerpt.hasSuffix(end), "\(excerpt)")
  }

  @Test(arguments: [
    ("Iran & Rusia: 2024", "iran-rusia-2024"), ("  ", "section"), ("قِیمَت‌ها", "قیمت-ها"),
    ("ÉTAT d’urgence", "état-durgence"), ("—", "section"), ("Straße", "straße"), ("ہندی", "ہندی"),
    ("a\u{2067}b", "ab"), ("हिन्दी", "हिन्दी"),
  ])
  func `ids keep the letters of every script`(_ title: String, _ id: String) {
    #expect(SampleRender("## \(title)").rendered.anchors == [id])
  }

  @Test func `no two ids are the same, and none is reserved`() {
    let render = SampleRender("## A\n\n## A\n\n## A-2\n\n## A\n\n## Isi") {
      $0.reservedIDs = ["isi"]
    }
    #expect(render.rendered.anchors == ["a", "a-2", "a-2-2", "a-3", "isi-2"])
  }

  @Test func `a long heading has an id of at most 120 bytes`() {
    let id = SampleRender("## " + String(repeating: "ایران ", count: 40)).rendered.anchors[0]
    #expect(id.utf8.count <= 120)
    #expect(!id.hasSuffix("-"))
  }

  @Test(arguments: ["abZ09'-.,/  ", "abcdefghijZ09'-.,/   é“"])
  func `sixteen letters at a time count the same words as one at a time`(letters: String) {
    var random = SplitMix(state: 3)
    let alphabet = Array(letters)
    for _ in 0..<2_000 {
      let length = Int(random.next() % 100)
      let text =
        "x"
        + String((0..<length).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] })
      #expect(SampleRender(text).rendered.summary.wordCount == words(in: text), "\(text)")
    }
  }

  /// A joiner joins where it stands alone between letters; everything else parts.
  private func words(in text: String) -> Int {
    let characters = Array(text)
    var count = 0
    for (index, character) in characters.enumerated() where isLetter(character) {
      let before = index > 0 ? characters[index - 1] : " "
      let isJoined = index > 1 && "'-.,".contains(before) && isLetter(characters[index - 2])
      if !isLetter(before), !isJoined { count += 1 }
    }
    return count
  }

  private func isLetter(_ character: Character) -> Bool { character.isLetter || character.isNumber }
}
