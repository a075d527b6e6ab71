/// Text that may differ from edition to edition: `Iran`, or `{id: Iran, fa: ایران}`.
package struct EditionText: Hashable, Sendable {
  /// The text of every edition that has none of its own.
  package var common: Located<String>?
  /// The texts of single editions, in the order of the file.
  package var byEdition: [Entry]

  package init(common: Located<String>? = nil, byEdition: [Entry] = []) {
    self.common = common
    self.byEdition = byEdition
  }

  /// The text of one edition.
  package struct Entry: Hashable, Sendable {
    package var edition: Located<String>
    package var text: Located<String>

    package init(edition: Located<String>, text: Located<String>) {
      self.edition = edition
      self.text = text
    }
  }

  /// The text in `edition`: its own, else the one for all; nothing when there is neither.
  package func text(in edition: String) -> String? {
    byEdition.first { $0.edition.value == edition }?.text.value ?? common?.value
  }

  /// Every text there is, for matching a tag by any of its names.
  package var all: [String] {
    (common.map { [$0.value] } ?? []) + byEdition.map(\.text.value)
  }
}
