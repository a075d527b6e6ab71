/// What to write instead of an HTML element.
enum RawHTMLHint {
  /// The advice for the tag that `html` begins with, if there is a Markdown way.
  static func hint(for html: String) -> String? {
    if html.hasPrefix("<!--") { return "end the comment with '-->'" }
    return switch elementName(of: html) {
    case "b", "strong": "write '**…**'"
    case "i", "em", "cite", "u": "write '*…*'"
    case "s", "del", "strike": "write '~~…~~'"
    case "code", "tt", "kbd", "samp": "write '`…`'"
    case "br": "end the line with '\\'"
    case "hr": "write '---' between empty lines"
    case "p", "div", "span", "center", "font": "leave the tag out: an empty line parts paragraphs"
    case "a": "write '[text](address)'"
    case "img", "picture", "figure", "figcaption": "write '![text](file \"caption\")'"
    case "ul", "ol", "li": "write '- …' or '1. …' lines"
    case "blockquote", "q": "write '> …'"
    case "pre": "put the text between lines of '```'"
    case "table", "thead", "tbody", "tr", "td", "th": "write '| … | … |' lines"
    case "h1", "h2", "h3", "h4", "h5", "h6": "write '## …'"
    case "sup": "write a footnote as '[^1]', or the character itself (², ³)"
    case "sub": "write the character itself (₂, ₃)"
    case "iframe", "script", "video", "audio", "object", "embed":
      "embeds are not there yet: link to the address instead"
    default: nil
    }
  }

  /// The name of the element that `html` begins with, in lower case.
  static func elementName(of html: String) -> String {
    let start = html.drop { $0 == "<" || $0 == "/" }
    return start.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }.lowercased()
  }
}
