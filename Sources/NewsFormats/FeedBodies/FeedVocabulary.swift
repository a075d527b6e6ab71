/// The HTML that feeds may hold; everything else loses its tags.
enum FeedVocabulary {
  /// Elements that stay.
  static let elements: Set<HTMLName> = [
    "a", "abbr", "aside", "audio", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code",
    "col", "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption",
    "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark",
    "ol", "p", "picture", "pre", "q", "rp", "rt", "ruby", "s", "samp", "section", "small", "source",
    "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead",
    "time", "tr", "u", "ul", "var", "video", "wbr",
  ]

  /// Elements that go together with what stands in them.
  static let opaqueElements: Set<HTMLName> = [
    "iframe", "math", "noscript", "object", "script", "style", "svg", "template", "textarea",
    "title",
  ]

  /// Attributes that stay as they are.
  static let attributes: Set<HTMLName> = [
    "alt", "colspan", "controls", "datetime", "dir", "headers", "height", "lang", "media",
    "reversed",
    "rowspan", "scope", "sizes", "start", "title", "type", "value", "width",
  ]

  /// Attributes that hold an address.
  static let addresses: Set<HTMLName> = ["cite", "href", "poster", "src"]
}
