/// How a site comes into being.
extension RandomSite {
  mutating func populate(_ stories: Int) {
    state.editions =
      random.happens(60) ? ["id", "fa"] : random.happens(50) ? ["id"] : ["id", "fa", "en"]
    state.usesBuiltinTheme = random.happens(33)
    state.settings = ["per_page": "2", "title": "Kabar"]
    if random.happens(50) { state.settings["sections"] = "[iran, ekonomi, opini]" }
    if state.usesBuiltinTheme {
      for path in RandomTheme.overlaid where random.happens(30) { state.theme[path] = 0 }
    } else {
      for path in RandomTheme.own { state.theme[path] = 0 }
    }
    if random.happens(60) { state.authors = ["dewi": "Dewi", "slamet": "Slamet", "budi": "Budi"] }
    if random.happens(60) { state.tags = ["brics": ("BRICS", "oks"), "iran": ("Iran", nil)] }
    if random.happens(50) { state.sections = ["iran": "Iran", "ekonomi": "Ekonomi"] }
    if random.happens(50) { state.series = ["jalan": "Jalan"] }
    state.pages = ["pages/about": (title: "Tentang", body: words(2...5))]
    if state.editions.contains("fa") {
      state.pages["fa/pages/about"] = (title: "درباره", body: words(2...5, edition: "fa"))
    }
    state.data = ["contact.yaml": "surat\n"]
    state.pictures = ["static/foto.png": 640]
    state.staticFiles = ["CNAME": "kabar.example\n"]
    for _ in 0..<stories { addStory() }
  }

  mutating func addStory() {
    lastNumber += 1
    let edition = random.one(of: state.editions)
    var story = SiteStory(
      number: lastNumber, edition: edition,
      section: random.happens(80) ? random.one(of: Self.sectionNames) : nil,
      name: "s\(lastNumber)", title: words(2...5, edition: edition),
      hour: state.hour - random.number(-30...3_000), body: body(edition: edition))
    // The same name in two editions is the same story.
    if random.happens(30), let other = state.stories.randomElement(using: &random) {
      story.name = other.name
      story.section = other.section
    }
    story.tags = tags()
    story.authors = authors()
    story.isDraft = random.happens(8)
    story.isUndated = random.happens(40)
    for _ in 0..<random.number(0...2) { change(&story) }
    guard
      !state.stories.contains(where: {
        $0.path == story.path
          || $0.name == story.name && $0.section == story.section && $0.edition == edition
      })
    else {
      return
    }
    state.stories.append(story)
  }

  /// Gives or takes one line of front matter.
  mutating func change(_ story: inout SiteStory) {
    let key = random.one(of: Self.frontMatterKeys)
    story.keys[key] = random.happens(30) ? nil : frontMatter(key)
    if key == "image", story.keys[key] != nil, random.happens(80) {
      state.pictures[String((story.folder + random.one(of: Self.pictureNames)).dropFirst(8))] = 640
    }
    if key == "embargo" || key == "expires", random.happens(50) { story.keys["on_expiry"] = "gone" }
  }
}
