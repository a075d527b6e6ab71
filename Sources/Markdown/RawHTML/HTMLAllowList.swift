/// Which elements and attributes pass; everything that is not named is refused.
struct HTMLAllowList: Sendable {
  /// Attributes that every element may have.
  let global: Set<String>
  /// Elements with their own attributes.
  let elements: [String: Set<String>]

  func allows(_ element: String) -> Bool { elements[element] != nil }

  func allows(_ attribute: String, on element: String) -> Bool {
    global.contains(attribute) || elements[element]?.contains(attribute) ?? false
  }

  /// Attributes whose value is a URL.
  static let urlAttributes: Set<String> = ["href", "src", "poster", "cite"]
  /// Elements that never have an end tag (HTML, void elements).
  static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
  ]
  /// Elements whose content is not for readers: it goes with the tags.
  static let opaque: Set<String> = [
    "script", "style", "iframe", "noscript", "noembed", "noframes", "object", "svg", "math",
    "template", "textarea", "title", "xmp", "plaintext", "select", "form", "button", "applet",
  ]
}

extension HTMLAllowList {
  /// What authors may write where `raw_html: allow` is set.
  ///
  /// There is no `id`: the page's ids are Warta's.
  static let authors = HTMLAllowList(
    global: [
      "class", "dir", "lang", "title", "aria-label", "aria-hidden", "aria-describedby", "role",
      "translate", "hidden",
    ],
    elements: text.merging(media) { $1 })

  /// What feed readers show: no classes, no roles, no scripts.
  static let feeds = HTMLAllowList(
    global: ["dir", "lang", "title"],
    elements: text.merging(headings) { $1 }.merging(media) { $1 })

  private static let text: [String: Set<String>] = [
    "a": ["href", "hreflang", "rel"], "abbr": [], "aside": [], "b": [], "bdi": [],
    "blockquote": ["cite"], "br": [], "caption": [], "cite": [], "code": [], "col": ["span"],
    "colgroup": ["span"], "dd": [], "del": ["cite", "datetime"], "details": ["open"], "dfn": [],
    "div": [], "dl": [], "dt": [], "em": [], "figcaption": [], "figure": [], "hr": [], "i": [],
    "ins": ["cite", "datetime"], "kbd": [], "li": ["value"], "mark": [],
    "ol": ["start", "reversed", "type"], "p": [], "pre": [], "q": ["cite"], "rp": [], "rt": [],
    "ruby": [], "s": [], "samp": [], "small": [], "span": [], "strong": [], "sub": [],
    "summary": [], "sup": [], "table": [], "tbody": [],
    "td": ["colspan", "rowspan", "headers"], "tfoot": [],
    "th": ["colspan", "rowspan", "headers", "scope", "abbr"], "thead": [],
    "time": ["datetime"], "tr": [], "u": [], "ul": [], "var": [], "wbr": [],
  ]

  private static let headings: [String: Set<String>] = [
    "h1": [], "h2": [], "h3": [], "h4": [], "h5": [], "h6": [],
  ]

  private static let media: [String: Set<String>] = [
    "img": ["src", "alt", "width", "height"],
    "picture": [],
    "source": ["src", "type", "media"],
    "audio": ["src", "controls", "preload", "loop", "muted"],
    "video": [
      "src", "controls", "preload", "loop", "muted", "poster", "width", "height", "playsinline",
    ],
    "track": ["src", "kind", "srclang", "label", "default"],
  ]
}
