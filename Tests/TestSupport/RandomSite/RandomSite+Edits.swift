/// What each kind of edit does to the state.
extension RandomSite {
  mutating func perform(_ kind: SiteEditKind) {
    switch kind {
    case .addStory: addStory()
    case .deleteStory: if state.stories.count > 4 { state.stories.remove(at: storyPlace()) }
    case .editBody, .editTitle, .retag, .changeAuthors, .moveSection, .renameFile, .changeDate,
      .changeFrontMatter, .toggleDraft, .toggleBundle:
      editStory(kind)
    case .changeTheme, .toggleOverlay, .changeString: editTheme(kind)
    case .changeSetting: changeSetting()
    case .changeEdition: changeEdition()
    case .renameAuthor, .renameTag, .aliasTag, .renameSection, .renameSeries: editRecord(kind)
    case .changePage, .changeSectionPage, .changeFront, .changeData, .changePicture,
      .changeStaticFile, .changeLedger:
      editFile(kind)
    case .moveClock: state.hour += random.one(of: [1, 5, 24, 60, 200, -24])
    case .togglePreview: if state.showsDrafts || random.happens(40) { state.showsDrafts.toggle() }
    case .revert: if let earlier = history.popLast() { state = earlier }
    }
  }

  private mutating func storyPlace() -> Int { random.number(0...(state.stories.count - 1)) }

  private mutating func editStory(_ kind: SiteEditKind) {
    let place = storyPlace()
    var story = state.stories[place]
    switch kind {
    case .editBody: story.body = body(edition: story.edition)
    case .editTitle: story.title = words(2...5, edition: story.edition)
    case .retag: story.tags = tags()
    case .changeAuthors: story.authors = authors()
    case .moveSection: story.section = random.happens(20) ? nil : random.one(of: Self.sectionNames)
    case .renameFile: story.name = "r\(random.number(1...99))"
    case .changeDate: story.hour += random.one(of: [-2_000, -300, -1, 1, 300])
    case .toggleDraft: story.isDraft.toggle()
    case .toggleBundle: story.isBundle.toggle()
    default: change(&story)
    }
    let isTaken = state.stories.enumerated().contains { $0 != place && $1.path == story.path }
    if !isTaken { state.stories[place] = story }
  }

  private mutating func editTheme(_ kind: SiteEditKind) {
    switch kind {
    case .toggleOverlay where state.usesBuiltinTheme:
      let path = random.one(of: RandomTheme.overlaid)
      state.theme[path] = state.theme[path] == nil ? 0 : nil
    case .toggleOverlay:
      let path = random.one(of: ["partials/genre_opinion.html", "tag.html", "archive.html"])
      state.theme[path] = state.theme[path] == nil ? 0 : nil
    case .changeString:
      let language = random.one(of: state.editions)
      let key = random.one(of: ["greeting", "footnotes", "tags", "archive"])
      state.strings[language, default: [:]][key] = random.happens(20) ? nil : words(1...2)
    default:
      guard !state.theme.isEmpty else { return }
      let path = random.one(of: state.theme.keys.sorted())
      state.theme[path, default: 0] += 1
    }
  }

  private mutating func changeSetting() {
    let choices: [(String, [String?])] = [
      ("title", ["Kabar", "Berita"]), ("per_page", ["2", "3", "4"]),
      ("tagline", [nil, "Satu", "Dua"]), ("extra", [nil, "{a: 1}", "{a: 2}"]),
      ("feeds", [nil, "{body: summary}", "{formats: [rss]}"]),
      ("paths", [nil, "{tags: topik}", "{page: halaman}"]),
      ("disable_kinds", [nil, "[feeds]", "[archive]"]),
      ("menu", [nil, "[{title: Depan, url: /}]"]),
      ("organization", [nil, "{name: Yayasan}"]),
    ]
    let (key, values) = random.one(of: choices)
    state.settings[key] = random.one(of: values)
  }

  private mutating func changeEdition() {
    let choices: [(String, [String?])] = [
      ("title", [nil, "Kabar", "Warta"]), ("numerals", [nil, "latn", "arabext"]),
      ("tagline", [nil, "Tiga"]), ("calendar", [nil, "persian"]),
      ("show_updated_after", [nil, "1h"]), ("robots", [nil, "noarchive"]),
      ("second_calendar", [nil, "gregorian"]),
    ]
    let edition = random.one(of: state.editions)
    let (key, values) = random.one(of: choices)
    state.editionSettings[edition, default: [:]][key] = random.one(of: values)
  }

  private mutating func editRecord(_ kind: SiteEditKind) {
    switch kind {
    case .renameAuthor:
      guard state.authors != nil else { return }
      let bio = random.happens(50) ? "{name: \(words(1...2)), bio: \(words(1...4))}" : words(1...2)
      state.authors?[random.one(of: Self.authorNames)] = bio
    case .renameTag: state.tags[random.one(of: ["brics", "iran", "gas"])] = (words(1...2), nil)
    case .aliasTag:
      let alias = random.one(of: ["oks", "energi", "gas"])
      for key in state.tags.keys where state.tags[key]?.alias == alias {
        state.tags[key]?.alias = nil
      }
      state.tags["brics"] = (state.tags["brics"]?.name ?? "BRICS", alias)
      state.tags[alias] = nil
    case .renameSection:
      let key = random.one(of: Self.sectionNames)
      state.sections[key] = random.one(of: [nil, words(1...2)])
    default: state.series[random.one(of: ["jalan", "laut"])] = random.one(of: [nil, words(1...2)])
    }
  }

  private mutating func editFile(_ kind: SiteEditKind) {
    let edition = random.one(of: state.editions)
    let folder = edition == "id" ? "" : edition + "/"
    switch kind {
    case .changePage:
      let path = folder + "pages/" + random.one(of: ["about", "kontak", "hukum"])
      state.pages[path] =
        random.happens(20) ? nil : (title: words(1...2, edition: edition), body: words(2...6))
    case .changeSectionPage:
      let path = folder + random.one(of: Self.sectionNames)
      state.sectionPages[path] = random.happens(20) ? nil : words(2...5)
    case .changeFront:
      state.fronts[edition] = random.happens(20) ? nil : front()
    case .changeData:
      state.data[random.one(of: ["contact.yaml", "other.yaml"])] =
        random.happens(20) ? nil : words(1...3) + "\n"
    case .changePicture:
      let story = state.stories[storyPlace()]
      let path = random.one(of: [story.folder.dropFirst(8) + "peta.png", "static/foto.png"])
      state.pictures[String(path)] = random.happens(20) ? nil : random.number(100...900)
    case .changeStaticFile:
      state.staticFiles[random.one(of: ["CNAME", "ads.txt"])] =
        random.happens(20) ? nil : words(1...2) + "\n"
    default:
      let story = state.stories[storyPlace()]
      let path = "/dulu/\(random.number(1...5))/"
      state.ledger[path] =
        random.happens(20) ? nil : String(story.path.dropFirst("Content/".count))
    }
  }

  /// A curated front of two containers.
  private mutating func front() -> String {
    let stories = random.some(of: state.stories.filter { $0.keys["id"] == nil }, upTo: 2)
    let items = stories.map { String($0.path.dropFirst("Content/".count)) }
    let query = random.one(of: ["true", "{section: iran}", "{tag: brics}", "{genre: opinion}"])
    return """
      lead:
        items: [\(items.joined(separator: ", "))]
        limit: \(random.number(1...3))
      rest:
        title: \(words(1...2))
        limit: 3
        backfill: \(query)

      """
  }
}
