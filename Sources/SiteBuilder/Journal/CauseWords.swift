package import Incremental
internal import SiteModel

/// Says why a page was rendered.
package struct CauseWords {
  private let keys: KeyWords

  package init(_ snapshot: Snapshot) {
    keys = KeyWords(snapshot)
  }

  /// The reason, to stand behind "because"; `key` answers the key of a number.
  package func words(for cause: Cause, key: (UInt32) -> ReadKey) -> String {
    switch cause {
    case .noJournal: "nothing was remembered of an earlier build"
    case .new: "there was no such page"
    case .otherMeaning: "something else stood at its path"
    case .outputDiffers: "its file was missing or had been changed"
    case .hadErrors: "it had errors"
    case .key(let number): "this changed: \(keys.words(for: key(number)))"
    }
  }
}
