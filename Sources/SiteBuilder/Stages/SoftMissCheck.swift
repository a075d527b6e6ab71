internal import Diagnostics
internal import FrontMatter
internal import SiteModel

/// Finds names that conditions of templates ask for and that nothing on the site has, but that are
/// close to one that something has: probably mistyped.
///
/// A condition on a missing name is no error, so this is the only place where such a mistake shows.
enum SoftMissCheck {
  static func diagnostics(of site: RenderedSite) -> [Diagnostic] {
    guard !site.softMisses.isEmpty else { return [] }
    let known = knownNames(site.snapshot)
    return site.softMisses.subtracting(known).sorted().compactMap { name in
      guard let close = Suggestion.closest(to: name, in: known.sorted()) else { return nil }
      return RenderMessages.nobodyHas(name, closest: close)
    }
  }

  /// Every name in `extra` and in data files.
  private static func knownNames(_ snapshot: Snapshot) -> Set<String> {
    var names: Set<String> = []
    for id in 0..<CardID(snapshot.cards.count) {
      if let details = snapshot.card(id).details { collect(details.extra, &names) }
    }
    for page in snapshot.site.contents.standing { collect(page.metadata.extra, &names) }
    for edition in snapshot.settings.editions { collect(edition.extra, &names) }
    collect(snapshot.settings.extra, &names)
    for file in snapshot.site.data { collect(file.value, &names) }
    return names
  }

  /// Depth is bounded by the limits on YAML.
  private static func collect(_ value: DataValue, _ names: inout Set<String>) {
    switch value {
    case .map(let members):
      for member in members {
        names.insert(member.key)
        collect(member.value, &names)
      }
    case .list(let elements): for element in elements { collect(element, &names) }
    default: break
    }
  }
}
