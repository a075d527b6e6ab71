import Bytes
import CCommonMark
import Foundation
import Markdown
import Testing

/// Compares times in one run; `WARTA_MEASURE=1 swift test -c release --filter SpeedTests` prints them.
struct SpeedTests {
  /// An article of 6.7 KB: paragraphs, links, emphasis, a list, a quotation, headings.
  static let article: String = {
    var text = ""
    for part in 1...4 {
      text += "## Bagian \(part) dari laporan\n\n"
      for paragraph in 1...3 {
        text +=
          "Pertemuan itu berlangsung di ibu kota pada hari Kamis dan membahas kerja sama ekonomi, "
        text +=
          "perdagangan serta **keamanan kawasan**; menurut [laporan resmi](https://lain.example/\(paragraph)) "
        text += "kedua pihak \"sepakat\" untuk melanjutkan pembicaraan pada bulan depan.\n"
        text +=
          "Seorang pejabat mengatakan bahwa *rancangan* perjanjian sudah selesai, tetapi belum "
        text += "ditandatangani karena beberapa pasal masih perlu dibahas lagi oleh para ahli.\n\n"
      }
      text += "> Kami berharap hasilnya baik bagi semua pihak, kata juru bicara.\n\n"
      text +=
        "- butir pertama dengan [tautan](berita.md)\n- butir kedua\n- butir ketiga & lainnya\n\n"
    }
    return text
  }()

  @Test(.enabled(if: ProcessInfo.processInfo.environment["WARTA_MEASURE"] == "1"))
  func `the site's Markdown takes at most 1_3 times as long as libcmark alone`() {
    let text = Array(Self.article.utf8)
    var reference: [Double] = []
    var ours: [Double] = []
    var summaries: [Double] = []
    var renderer = MarkdownRenderer()
    var output = ByteBuffer(capacity: 65_536)
    for _ in 0..<300 {
      reference.append(measure { convert(text) })
      ours.append(measure { render(text, &renderer, &output) })
      summaries.append(measure { summarize(text, &renderer) })
    }
    let best = (reference.min() ?? 0, ours.min() ?? 0, summaries.min() ?? 0)
    print("\(text.count) bytes; libcmark \(best.0) µs, render \(best.1) µs, summary \(best.2) µs")
    print("ratio \(best.1 / best.0), summary \(best.2 / best.0)")
    #expect(best.1 <= 1.3 * best.0)
  }

  private func measure(_ body: () -> Void) -> Double {
    let time = ContinuousClock().measure { for _ in 0..<10 { body() } }
    return time / .microseconds(10)
  }

  private func convert(_ text: [UInt8]) {
    // libcmark gives back a string that its caller frees.
    unsafe text.withUnsafeBytes { bytes in
      let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      let html = unsafe cmark_markdown_to_html(start, bytes.count, CMARK_OPT_DEFAULT)
      unsafe free(html)
    }
  }

  private func render(
    _ text: [UInt8], _ renderer: inout MarkdownRenderer, _ output: inout ByteBuffer
  ) {
    output.removeAll()
    var options = MarkdownOptions()
    options.baseURL = "https://kabar.example"
    options.title = "Judul"
    var site = SampleSite()
    _ = renderer.render(
      text.span, at: MarkdownPlace(file: "berita.md"), options: options, resolver: &site,
      into: &output)
  }

  private func summarize(_ text: [UInt8], _ renderer: inout MarkdownRenderer) {
    _ = renderer.summarize(text.span, options: MarkdownOptions())
  }
}
