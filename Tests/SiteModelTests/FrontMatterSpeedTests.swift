import Foundation
import FrontMatter
import Localization
import SiteModel
import Testing

/// Prints what a typical front matter costs: `WARTA_MEASURE=1 swift test -c release
/// --disable-testable-imports --filter FrontMatterSpeedTests`.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["WARTA_MEASURE"] == "1"))
struct FrontMatterSpeedTests {
  static let typical = """
    ---
    title: Iran dan Rusia Berupaya Meningkatkan Hubungan Bilateral Berkesinambungan
    date: 2024-09-19 10:41
    updated: 2024-09-19 10:41:45
    summary: Presiden Republik Islam Iran bertemu dan berdialog dengan Sekretaris Dewan Keamanan
      Federasi Rusia dengan tujuan untuk meningkatkan hubungan bilateral.
    section: iran
    tags: [iran-rusia, brics, diplomasi, ekonomi]
    authors: [internasional, {name: data, role: photographer}]
    signoff: sl
    kicker: Diplomasi
    image:
      src: bendera.png
      alt: Bendera Iran dan Rusia
      caption: Bendera Republik Islam Iran dan Rusia
      credit: Meja Data
    id: iran-rusia-hubungan
    ---

    """

  static let persian = """
    ---
    title: ایران و روسیه برای گسترش پیوسته‌ی روابط دوجانبه تلاش می‌کنند
    date: 2024-09-19 07:11
    summary: رئیس‌جمهور جمهوری اسلامی ایران با دبیر شورای امنیت روسیه دیدار و گفت‌وگو کرد تا روابط دوجانبه را گسترش دهد.
    tags: [ایران و روسیه, بریکس, دیپلماسی]
    authors: [internasional]
    kicker: دیپلماسی
    image: {src: bendera.png, alt: پرچم ایران و روسیه, caption: پرچم جمهوری اسلامی ایران و روسیه}
    id: iran-rusia-hubungan
    ---

    """

  @Test(arguments: [("typical", typical), ("persian", persian)])
  func `what reading costs`(name: String, text: String) throws {
    let bytes = Array((text + String(repeating: "Kata demi kata. ", count: 400)).utf8)
    let context = SchemaContext(zone: Zone(identifier: "Asia/Jakarta"))
    let tree = try #require(FrontMatterReader.read(bytes, file: "a.md").tree)
    #expect(ArticleSchema.read(tree, file: "a.md", context: context).diagnostics.isEmpty)
    let form = microseconds { FrontMatterReader.read(bytes, file: "a.md").body.count }
    let schema = microseconds {
      ArticleSchema.read(tree, file: "a.md", context: context).value?.tags.count ?? 0
    }
    print("\(name): form \(form) µs, schema \(schema) µs")
  }

  /// The fastest of many rounds, for one call.
  private func microseconds(_ body: () -> Int) -> Double {
    let clock = ContinuousClock()
    var best = Duration.seconds(1)
    var sum = 0
    for _ in 0..<50 {
      best = min(best, clock.measure { for _ in 0..<200 { sum &+= body() } })
    }
    #expect(sum != 1)
    let attoseconds = Double(best.components.attoseconds)
    return (attoseconds / 200 / 1e10).rounded() / 100
  }
}
