internal import Diagnostics
internal import SiteModel
internal import TemplateEngine

/// What the compiler is told about the site, so that it finds wrong names and unguarded optional
/// members whatever today's stories hold.
extension TemplateShapes {
  /// What is wrong with the templates of a theme for the pages that they render.
  ///
  /// Templates stand in for others, so names that a kind of page has not are told only if there are
  /// pages of this kind.
  static func check(
    _ library: TemplateLibrary, _ choice: TemplateChoice, _ kinds: Set<RouteKind>
  ) -> [Diagnostic] {
    var found: Set<Diagnostic> = []
    var diagnostics: [Diagnostic] = []
    for kind in RouteKind.allCases where kind.isPage {
      guard let template = choice.template(for: kind) else { continue }
      var shape = shape(of: kind)
      if !kinds.contains(kind) { shape.absentRoots = [:] }
      for diagnostic in library.diagnostics(against: shape, entries: [template])
      where found.insert(diagnostic).inserted {
        diagnostics.append(diagnostic)
      }
    }
    return diagnostics
  }

  /// The names that templates of pages of a kind see.
  private static func shape(of kind: RouteKind) -> TemplateShape {
    var roots: [String: TemplateShape.Member] = [
      "site": .init(kind: "site"), "edition": .init(kind: "edition"), "page": .init(kind: "page"),
      "data": .init(),
    ]
    var absent: [String: [String]] = [:]
    for name in ["article", "section", "tag", "author", "series", "list", "front", "archive"] {
      if self.roots(on: kind).contains(name) {
        roots[name] = .init(kind: name)
      } else {
        absent[name] = pages(havingRoot: name)
      }
    }
    return TemplateShape(
      kinds: kinds, roots: roots, absentRoots: absent,
      constants: ["page.kind": "\(kind.pageKind)"])
  }

  /// The kinds of page that have a root name which not all have.
  static func pages(havingRoot name: String) -> [String] {
    var found: [String] = []
    for kind in RouteKind.allCases where kind.isPage && roots(on: kind).contains(name) {
      let kind = "\(kind.pageKind)"
      if !found.contains(kind) { found.append(kind) }
    }
    return found
  }

  /// The root names that pages of a kind have, at least some of them.
  private static func roots(on kind: RouteKind) -> Set<String> {
    switch kind {
    case .article: ["article", "section"]
    case .tombstone: ["article"]
    case .section: ["section", "list"]
    case .tag: ["tag", "list"]
    case .author: ["author", "list"]
    case .series: ["series", "list"]
    case .front: ["front", "list"]
    case .archiveMonth: ["archive", "list"]
    case .archive, .archiveYear: ["archive"]
    case .corrections, .notFound: ["list"]
    default: []
    }
  }

  /// Every kind of thing with its members.
  private static let kinds: [String: TemplateShape.Kind] = {
    var kinds: [String: TemplateShape.Kind] = [
      "site": kind(.site), "edition": kind(.edition), "page": kind(.page),
      "article": kind(.article), "list": kind(.list), "front": kind(.front),
      "archive": kind(.archive), "image": kind(.storyImage),
    ]
    for name in ["section", "tag", "author", "series"] { kinds[name] = kind(.term) }
    // What is related to a tag are tags; to a story, stories.
    kinds["tag"]?.members["related"] = .init(element: "tag", isOptional: true)
    for (name, members) in records {
      var own: [String: TemplateShape.Member] = [:]
      for member in members {
        let isOptional = member.hasSuffix("?")
        let plain = isOptional ? String(member.dropLast()) : member
        own[plain] = TemplateShapes.member(plain, isOptional: isOptional)
      }
      kinds[name] = .init(members: own)
    }
    return kinds
  }()

  private static func kind(_ kind: EntityKind) -> TemplateShape.Kind {
    let optional = optionalMembers(of: kind)
    var members: [String: TemplateShape.Member] = [:]
    for name in self.members(of: kind) {
      members[name.rawValue] = member(name.rawValue, isOptional: optional.contains(name))
    }
    return .init(members: members)
  }

  /// A member by its name, which means the same wherever it stands.
  private static func member(_ name: String, isOptional: Bool) -> TemplateShape.Member {
    .init(kind: single[name], element: lists[name], isOptional: isOptional)
  }

  /// Members that are one thing with members of its own.
  private static let single: [String: String] = [
    "section": "section", "image": "image", "previous": "article", "next": "article",
    "source": "source", "retracted": "notice", "withdrawn": "notice", "social": "social",
    "organization": "organization",
  ]

  /// Members that are lists of things.
  private static let lists: [String: String] = [
    "tags": "tag", "authors": "author", "related": "article", "items": "article",
    "pinned": "article", "translations": "translation", "alternates": "alternate",
    "corrections": "correction", "sections": "section", "editions": "edition", "feeds": "feed",
    "menu": "link", "footer_menu": "link", "breadcrumbs": "step", "containers": "container",
    "years": "year", "months": "month", "days": "day",
  ]

  /// The members of plain records; `?` marks those that may be missing.
  private static let records: [String: [String]] = [
    "source": ["name", "url?"],
    "notice": ["at", "text"],
    "social": ["title", "description?", "image?"],
    "organization": [
      "name", "legal_name?", "address?", "email?", "logo?", "url", "same_as",
      "corrections_policy?", "publishing_principles?",
    ],
    "alternate": ["lang", "hreflang", "language_name", "dir", "url", "title"],
    "translation": ["lang", "hreflang?", "language_name", "dir", "url", "title"],
    "correction": ["at", "kind", "severity", "html"],
    "feed": ["type", "url", "title"],
    "link": ["title", "url", "is_current?"],
    "step": ["title", "url?"],
    "container": ["key", "title?", "url?", "items", "layout?"],
    "year": ["year", "title", "url", "count", "months"],
    "month": ["month", "title", "url", "count"],
    "day": ["date", "items"],
  ]
}
