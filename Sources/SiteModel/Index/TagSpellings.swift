internal import Bytes
internal import Diagnostics

/// Notices when a tag without a record is spelled in two ways.
struct TagSpellings {
  private var warned: Set<TermID> = []
  private(set) var diagnostics: [Diagnostic] = []

  /// Notes a mention of `term`, whose name is the spelling of its oldest story.
  mutating func note(_ item: CardList.Item, of card: Card, term: TermID, name: String) {
    guard !item.text.elementsEqual(name.utf8), warned.insert(term).inserted else { return }
    diagnostics.append(
      IndexProblem.secondSpelling(item.text.string, of: name, at: item.range, in: card).words)
  }
}
