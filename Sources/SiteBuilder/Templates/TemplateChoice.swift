internal import Diagnostics
internal import SiteModel

/// Which template renders a page: the first of a chain of names that the theme has.
///
/// The site's own templates are tried along the whole chain before the built-in ones, so that one
/// `default.html` is a theme.
struct TemplateChoice: Sendable {
  private let own: Set<String>
  private let builtin: Set<String>

  init(_ theme: ThemeFiles) {
    let templates = theme.templates
    own = Set(templates.filter { !$0.isBuiltin }.map(\.name))
    builtin = Set(templates.filter(\.isBuiltin).map(\.name))
  }

  /// The template for a kind of page; nothing when the theme has none along its chain.
  func template(for kind: RouteKind) -> String? {
    let chain = Self.chain(kind)
    return chain.first { own.contains($0) } ?? chain.first { builtin.contains($0) }
  }

  /// The template that front matter names: `longread`, `longread.html` or `msn.xml`.
  func template(named layout: String) -> String? {
    Self.names(ofLayout: layout).first { own.contains($0) || builtin.contains($0) }
  }

  /// The names tried for a layout, in order.
  static func names(ofLayout layout: String) -> [String] { [layout, layout + ".html"] }

  /// The templates that are compiled before anything renders: those that pages of any kind use, and
  /// the site's own beside them.
  ///
  /// A partial is compiled with the templates that include it, because
  /// it may use names that they set; a layout in a folder is compiled when a page asks for it.
  var entries: [String] {
    let used = RouteKind.allCases.compactMap { template(for: $0) }
    return own.filter { !$0.contains("/") }.union(used).sorted()
  }

  /// Every template that a layout may name, sorted.
  var names: [String] { own.union(builtin).sorted() }

  /// The names tried for a kind of page, in order.
  static func chain(_ kind: RouteKind) -> [String] {
    switch kind {
    case .article, .tombstone: ["article.html", "default.html"]
    case .standing: ["standing.html", "article.html", "default.html"]
    case .front: ["front.html", "list.html", "default.html"]
    case .section: ["section.html", "list.html", "default.html"]
    case .tag: ["tag.html", "list.html", "default.html"]
    case .author: ["author.html", "list.html", "default.html"]
    case .series: ["series.html", "list.html", "default.html"]
    case .tags: ["tags.html", "default.html"]
    case .authors: ["authors.html", "default.html"]
    case .archive, .archiveYear, .archiveMonth: ["archive.html", "list.html", "default.html"]
    case .corrections: ["corrections.html", "list.html", "default.html"]
    case .notFound: ["not_found.html", "default.html"]
    default: []
    }
  }
}
