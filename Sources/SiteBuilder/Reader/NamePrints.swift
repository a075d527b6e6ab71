internal import Bytes
internal import Localization
internal import SiteModel

/// Fingerprints of the few things that a site has besides stories, by the identity of their names.
struct NamePrints: Sendable {
  private(set) var site: UInt64 = 0
  /// By number of the edition.
  private(set) var settings: [UInt64] = []
  private(set) var languages: [UInt64] = []
  private(set) var strings = FingerprintTable()
  private(set) var assets = FingerprintTable()
  private(set) var pictures = FingerprintTable()
  private(set) var records = FingerprintTable()
  private(set) var data = FingerprintTable()
  /// What content files are that are no stories.
  private(set) var targets = FingerprintTable()
  private(set) var identifiers = FingerprintTable()
  private(set) var standingPages: [UInt64: Int] = [:]
  private(set) var redirects: [UInt64: Int] = [:]

  init(_ snapshot: Snapshot) {
    addSettings(snapshot.settings)
    addLanguages(snapshot)
    addRecords(snapshot.site.contents.records)
    addFiles(snapshot.site)
    addTargets(snapshot)
    for entry in snapshot.index.identifiers.entries {
      identifiers[snapshot.identity(ofIdentifier: entry.key)] = snapshot.identity(
        ofStory: entry.story)
    }
    for (number, redirect) in snapshot.routes.redirects.enumerated() {
      redirects[Fingerprint.identity(of: redirect.source)] = number
    }
  }

  private mutating func addSettings(_ all: SiteSettings) {
    var hash = NumberHash(all.fingerprint)
    // Another address can be given to the build, and a missing title comes from the first edition.
    hash.add(all.baseURL.text)
    hash.add(all.title)
    for edition in all.editions { hash.add(edition.key.value) }
    site = hash.value
    settings = all.editions.map { edition in
      var hash = NumberHash(site)
      hash.add(edition.fingerprint)
      hash.add(edition.key.value)
      return hash.value
    }
  }

  private mutating func addLanguages(_ snapshot: Snapshot) {
    for edition in snapshot.editions {
      var hash = NumberHash()
      hash.add(edition.settings.key.value)
      hash.add(edition.title)
      hash.add(edition.language.tag)
      hash.add(edition.languageName)
      hash.add(edition.hreflangText)
      hash.add(edition.openGraphLocale)
      hash.add(edition.direction == .rightToLeft ? 1 : 0)
      hash.add(edition.isDefault ? 1 : 0)
      languages.append(hash.value)
      for (key, entry) in edition.strings {
        strings[edition.identity(ofString: key)] = entry.fingerprint
      }
    }
  }

  private mutating func addRecords(_ all: SiteRecords) {
    for record in all.authors ?? [] { add(.author, record.key.value, record.fingerprint) }
    for record in all.sections { add(.section, record.key.value, record.fingerprint) }
    for record in all.series { add(.series, record.key.value, record.fingerprint) }
    for record in all.tags { add(.tag, record.key.value, record.fingerprint) }
  }

  private mutating func add(_ kind: Term.Kind, _ key: String, _ fingerprint: UInt64) {
    records[Term.recordIdentity(kind, key)] = fingerprint
  }

  private mutating func addFiles(_ site: LoadedSite) {
    for asset in site.assets.assets {
      var hash = NumberHash(asset.fingerprint.low)
      hash.add(asset.output)
      assets[Fingerprint.identity(of: asset.name)] = hash.value
    }
    for picture in site.pictures.all {
      var hash = NumberHash(UInt64(picture.size))
      hash.add(picture.width ?? -1)
      hash.add(picture.height ?? -1)
      hash.add(picture.mediaType)
      pictures[Fingerprint.identity(of: picture.path)] = hash.value
    }
    for file in site.data.reversed() {
      var hash = NumberHash(site.files.fingerprint(of: Fingerprint.identity(of: file.path)))
      hash.add(file.path)
      // Of two files of one name the first counts.
      data[Fingerprint.identity(of: file.name)] = hash.value
    }
  }

  /// A story is 1, which its own table says; the rest is here.
  private mutating func addTargets(_ snapshot: Snapshot) {
    let contents = snapshot.site.contents
    for path in snapshot.site.brokenStories { targets[Fingerprint.identity(of: path)] = 2 }
    for (number, page) in contents.standing.enumerated() {
      targets[Fingerprint.identity(of: page.path)] = 3
      standingPages[Fingerprint.identity(of: page.path)] = number
    }
    for page in contents.sectionPages {
      let section = snapshot.section(of: page).map { snapshot.identity(ofTerm: $0) }
      targets[Fingerprint.identity(of: page.path)] = section ?? 4
    }
  }
}

extension StringTable.Entry {
  /// The fingerprint of the text or of all its forms.
  fileprivate var fingerprint: UInt64 {
    var hash = NumberHash()
    switch self {
    case .text(let text): hash.add(text)
    case .plural(let forms):
      for category in PluralCategory.allCases {
        hash.add(forms[category])
        hash.add(category.rawValue)
      }
    }
    return hash.value
  }
}
