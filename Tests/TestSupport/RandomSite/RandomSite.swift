public import Foundation

/// A news site and edits to it, made of a seed: the same sites and edits in every run.
///
/// It has a few editions with stories, terms, series, standing pages, curated fronts, pictures,
/// data, a ledger and a theme, and every kind of edit that a newsroom makes.
public struct RandomSite {
  var random: SeededRandom
  var state = SiteState()
  /// Earlier states, to go back to.
  var history: [SiteState] = []
  /// Numbers given to stories.
  var lastNumber = 0

  /// Makes a site; about a third of the seeds use the built-in theme.
  public init(seed: UInt64, stories: Int = 14) {
    random = SeededRandom(seed: seed)
    populate(stories)
  }

  /// Every file of the site by its path.
  public var files: [String: Data] { state.files }

  /// The moment that a build of the site is to stand at, in seconds since 1970.
  public var now: Int64 { 1_704_067_200 + Int64(state.hour) * 3_600 }

  /// Whether a build of the site is to show drafts.
  public var showsDrafts: Bool { state.showsDrafts }

  /// Writes the site into an empty folder.
  public func write(to folder: TemporaryFolder) throws {
    for (path, bytes) in files { try folder.write(bytes, to: path) }
  }
}

/// A change of a site by one hand.
public struct SiteEdit: Sendable {
  /// What was done, as the name of the edit.
  public var kind: SiteEditKind
  /// Files that are new or hold something else.
  public var written: [String: Data] = [:]
  /// Files that are gone.
  public var removed: [String] = []

  /// Makes the change in a folder that holds the site as it was.
  public func apply(to folder: TemporaryFolder) throws {
    for path in removed { try folder.remove(path) }
    for (path, bytes) in written { try folder.write(bytes, to: path) }
  }
}

/// What an edit does.
public enum SiteEditKind: String, CaseIterable, Sendable {
  case addStory, deleteStory, editBody, editTitle, retag, changeAuthors, moveSection, renameFile
  case changeDate, changeFrontMatter, toggleDraft, toggleBundle
  case changeTheme, toggleOverlay, changeString, changeSetting, changeEdition
  case renameAuthor, renameTag, aliasTag, renameSection, renameSeries
  case changePage, changeSectionPage, changeFront, changeData
  case changePicture, changeStaticFile, changeLedger
  case moveClock, togglePreview, revert
}

extension RandomSite {
  /// Makes a random edit and answers what it changed; it may turn out to change nothing.
  public mutating func edit() -> SiteEdit {
    edit(random.one(of: SiteEditKind.allCases))
  }

  /// Makes an edit of a kind and answers what it changed.
  public mutating func edit(_ kind: SiteEditKind) -> SiteEdit {
    let before = state
    perform(kind)
    if kind != .revert { history.append(before) }
    if history.count > 8 { history.removeFirst() }
    var edit = SiteEdit(kind: kind)
    let (old, new) = (before.files, state.files)
    edit.written = new.filter { old[$0.key] != $0.value }
    edit.removed = old.keys.filter { new[$0] == nil }.sorted()
    return edit
  }
}
