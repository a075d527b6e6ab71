import Testing

import Localization

struct SentenceTests {
  @Test(arguments: [
    ("Pendek.", 20, "Pendek."), ("  Pendek  ", 20, "Pendek"),
    ("Satu kalimat. Kalimat kedua yang panjang.", 20, "Satu kalimat."),
    ("Harga naik 10.41 persen. Lalu turun.", 30, "Harga naik 10.41 persen."),
    ("Menurut Dr. Ali dan Prof. B. Habibie ia datang", 30, "Menurut Dr. Ali dan Prof. B…"),
    ("“Benar,” katanya. “Ya!” Lalu ia pergi jauh.", 25, "“Benar,” katanya. “Ya!”"),
    ("آیا این درست است؟ بله، کاملاً درست است.", 25, "آیا این درست است؟"),
    ("今天下雨。明天也会下雨的。", 8, "今天下雨。"),
    ("Satu dua tiga empat lima", 10, "Satu dua…"), ("Satu dua, tiga empat", 12, "Satu dua…"),
    ("Supercalifragilistic", 10, "Supercali…"), ("", 10, ""), ("abc", 0, "…"),
    ("The U.S. said. More words follow here.", 20, "The U.S. said."),
  ])
  func `a lead is cut after a sentence, else after a word`(text: String, limit: Int, lead: String) {
    #expect(Sentence.lead(of: text, limit: limit) == lead)
    #expect(lead.count <= max(1, limit))
  }

  @Test(arguments: [".", "!", "?", "…", "؟", "۔", "。", "।"])
  func `sentences end in every script`(sign: Unicode.Scalar) {
    #expect(Sentence.isTerminator(sign))
  }

  @Test(arguments: [",", "،", ":", "a", " "])
  func `pauses do not end a sentence`(sign: Unicode.Scalar) {
    #expect(!Sentence.isTerminator(sign))
  }
}
