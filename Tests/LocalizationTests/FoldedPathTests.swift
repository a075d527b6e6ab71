import Bytes
import Localization
import Testing

struct FoldedPathTests {
  /// Every scalar alone, between letters and before a mark: yes must always be true.
  @Test func `a path that is called folded stays as it is`() {
    var sure = 0
    for value in (0x20...0x3000) as ClosedRange<UInt32> {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for path in ["\(scalar)", "a\(scalar)b/c", "berita/\(scalar)\u{654}", "e\(scalar)"] {
        guard isFolded(path) else { continue }
        sure += 1
        #expect(Array(Normalization.foldedPath(path).utf8) == Array(path.utf8))
      }
    }
    #expect(sure > 700)
  }

  @Test(arguments: [
    "iran/2024/09/sama/index.html", "fa/ایران/۱۴۰۳/خبر-نمونه/index.html", "a", "",
    "de/strände-ohne", "zeta_[1]@2.html",
  ])
  func `a common path is told at once`(_ path: String) {
    #expect(isFolded(path))
  }

  @Test(arguments: ["A", "iran/Sama/index.html", "aaaaaaaZ", "straße", "cafe\u{301}"])
  func `a path that folds is not`(_ path: String) {
    #expect(!isFolded(path))
  }

  private func isFolded(_ path: String) -> Bool {
    let bytes = FrozenBytes(joining: [Array(path.utf8)])
    return Normalization.isFoldedPath(bytes.view)
  }
}
