internal import Bytes
internal import SiteModel

/// Finds the term that a template or a front calls by its key or name.
struct TermNames: Sendable {
  private var terms = IdentityTable()

  /// The names in an index; of two terms of one name the first in the order of lists counts.
  init(_ index: SiteIndex, editions: [UInt64]) {
    for (number, edition) in index.editions.enumerated() {
      for term in edition.sections { add(term, index.terms[Int(term)], editions[number]) }
      for term in edition.tags { add(term, index.terms[Int(term)], editions[number]) }
      for term in edition.authors { add(term, index.terms[Int(term)], editions[number]) }
      for term in edition.series { add(term, index.terms[Int(term)], editions[number]) }
    }
  }

  private mutating func add(_ id: TermID, _ term: Term, _ edition: UInt64) {
    terms.insert(Self.subject(term.kind, named: term.key, edition: edition), id)
    if term.name != term.key {
      terms.insert(Self.subject(term.kind, named: term.name, edition: edition), id)
    }
  }

  /// What a key calls the name of a term.
  static func subject(_ kind: Term.Kind, named name: String, edition: UInt64) -> UInt64 {
    var hash = NumberHash(UInt64(kind.rawValue))
    hash.add(edition)
    hash.add(TagIdentity.of(name))
    return hash.value
  }

  /// The term that a subject means; nothing when there is none.
  func term(_ subject: UInt64) -> TermID? {
    terms[subject]
  }
}
