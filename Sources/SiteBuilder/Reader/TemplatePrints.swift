internal import Bytes
internal import TemplateEngine

/// Fingerprints of templates with all that they name: what `extends`, `include` and `import` bring
/// in is part of a template, because it decides how the rest of it is compiled.
struct TemplatePrints: Sendable {
  private var prints = FingerprintTable()

  init(_ snapshot: Snapshot) {
    let walk = TemplateWalk(snapshot)
    for name in walk.own.keys.sorted() {
      prints[Fingerprint.identity(of: name)] = walk.fingerprint(of: name)
    }
  }

  /// The fingerprint of a template by the identity of its name; 0 when there is none.
  func fingerprint(of identity: UInt64) -> UInt64 { prints[identity] }
}

/// Walks from template to template.
private struct TemplateWalk {
  /// The fingerprints of the files themselves.
  private(set) var own: [String: UInt64] = [:]
  private let references: [String: [String]]

  init(_ snapshot: Snapshot) {
    references = snapshot.templates.references
    for source in snapshot.site.theme.sources {
      var hash = NumberHash(Fingerprint(of: source.bytes).low)
      // Own templates are chosen before built-in ones, and messages name them.
      hash.add(source.displayPath)
      own[source.name] = own[source.name] ?? hash.value
    }
  }

  /// Folds in everything that can be reached, each once, so that circles end.
  func fingerprint(of name: String) -> UInt64 {
    var hash = NumberHash()
    var seen: Set<String> = [name]
    var next = [name]
    while let name = next.popLast() {
      hash.add(name)
      hash.add(own[name] ?? 0)
      for reference in references[name] ?? [] where seen.insert(reference).inserted {
        next.append(reference)
      }
    }
    return hash.value
  }
}
