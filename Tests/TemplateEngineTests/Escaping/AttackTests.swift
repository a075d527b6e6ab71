import Foundation
import Bytes
import Testing

import TemplateEngine

/// Hostile values in every place: none may add an element or attribute, or leave its string.
struct AttackTests {
  @Test(arguments: Attack.places)
  func `no value leaves its place`(place: String) throws {
    let renderer = try AttackRenderer(place)
    let harmless = Skeleton(of: try renderer.render("a"))
    for payload in Attack.payloads {
      let page = try renderer.render(payload)
      let skeleton = Skeleton(of: page)
      #expect(
        skeleton.parts == harmless.parts, "\(payload) in \(place) gives \(page)")
      #expect(skeleton.codeURLs.isEmpty, "\(payload) in \(place) gives \(page)")
    }
  }
}

/// One template with one value.
private struct AttackRenderer {
  let library: TemplateLibrary

  init(_ template: String) throws {
    let source = TemplateSource(
      name: "a.html", displayPath: "a.html", bytes: Array(template.utf8))
    library = TemplateLibrary([source], registry: Registry())
    #expect(library.diagnostics.isEmpty, "\(template): \(library.diagnostics)")
  }

  func render(_ payload: String) throws -> String {
    var renderer = Renderer(library)
    var json = ByteBuffer()
    json.append("{\"x\": ")
    json.append(jsonString: payload)
    json.append("}")
    var output = ByteBuffer()
    try renderer.render("a.html", host: DataHost(try FrozenData.json(json.bytes())), into: &output)
    return output.string()
  }
}

/// What a browser would make of a page: elements, attribute names, and code without its strings.
private struct Skeleton {
  var parts: [String] = []
  var codeURLs: [String] = []
  private var rest: Substring

  init(of page: String) {
    rest = page[...]
    while !rest.isEmpty { readNext() }
  }

  private mutating func readNext() {
    guard let tag = rest.firstIndex(of: "<") else {
      rest = ""
      return
    }
    rest = rest[tag...]
    if rest.hasPrefix("<!--") {
      let end = rest.range(of: "-->")?.upperBound ?? rest.endIndex
      parts.append("comment")
      rest = rest[end...]
    } else if rest.dropFirst().first?.isLetter == true || rest.hasPrefix("</") {
      readTag()
    } else {
      rest = rest.dropFirst()
    }
  }

  private mutating func readTag() {
    rest = rest.dropFirst()
    let name = take { !$0.isHTMLSpace && $0 != ">" }.lowercased()
    parts.append(name)
    while let next = rest.first, next != ">" {
      if next.isHTMLSpace || next == "/" {
        rest = rest.dropFirst()
      } else {
        readAttribute()
      }
    }
    rest = rest.dropFirst()
    if ["script", "style", "title", "textarea"].contains(name) { readContent(of: name) }
  }

  private mutating func readAttribute() {
    let name = take { !$0.isHTMLSpace && $0 != ">" && $0 != "=" && $0 != "/" }.lowercased()
    parts.append("@\(name)")
    guard rest.first == "=" else { return }
    rest = rest.dropFirst()
    let value: String
    if let quote = rest.first, quote == "\"" || quote == "'" {
      rest = rest.dropFirst()
      value = take { $0 != quote }
      rest = rest.dropFirst()
    } else {
      value = take { !$0.isHTMLSpace && $0 != ">" }
    }
    note(Self.decoded(value), of: name)
  }

  private mutating func note(_ value: String, of name: String) {
    let compact = value.unicodeScalars.filter { $0.value > 0x20 }.map(String.init).joined()
    if name.hasPrefix("on") {
      parts.append(Self.withoutStrings(value))
    } else if name == "style" {
      parts.append(Self.withoutValues(value))
    } else if ["href", "src", "action", "srcset", "formaction", "to"].contains(name) {
      let schemes = ["javascript:", "vbscript:", "data:", "blob:", "file:"]
      if schemes.contains(where: compact.lowercased().hasPrefix) { codeURLs.append(value) }
    }
  }

  private mutating func readContent(of name: String) {
    let end = rest.range(of: "</\(name)", options: .caseInsensitive)?.lowerBound ?? rest.endIndex
    let content = String(rest[..<end])
    rest = rest[end...]
    switch name {
    case "script": parts.append(Self.withoutStrings(content))
    case "style": parts.append(Self.withoutValues(content))
    default: break
    }
  }

  private mutating func take(while matches: (Character) -> Bool) -> String {
    let taken = rest.prefix(while: matches)
    rest = rest.dropFirst(taken.count)
    return String(taken)
  }

  private static func decoded(_ text: String) -> String {
    var text = text
    for code in [34, 38, 39, 60, 62, 61, 96, 32, 9, 10, 12, 13] {
      text = text.replacing("&#\(code);", with: String(UnicodeScalar(UInt8(code))))
    }
    return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
  }

  /// JavaScript with every string, template literal and regular expression emptied.
  private static func withoutStrings(_ code: String) -> String {
    var result = ""
    var quote: Character?
    var isEscaped = false
    for character in code {
      if let open = quote {
        if isEscaped {
          isEscaped = false
        } else if character == "\\" {
          isEscaped = true
        } else if character == open {
          quote = nil
          result.append(character)
        } else if character.isNewline && open != "`" {
          result += "BROKEN"
        } else if open == "`", character == "$" {
          result += "TEMPLATE"
        }
      } else {
        if ["\"", "'", "`", "/"].contains(character) { quote = character }
        result.append(character)
      }
    }
    return result
  }

  /// CSS with every string emptied and every word and number of a value made `v`.
  private static func withoutValues(_ code: String) -> String {
    var result = ""
    for character in withoutStrings(code.replacing("/", with: "")) {
      if "{};:@()\"'".contains(character) { result.append(character) }
    }
    return result
  }
}

extension Character {
  /// White space as the HTML standard counts it.
  fileprivate var isHTMLSpace: Bool { [" ", "\t", "\n", "\r", "\r\n", "\u{0C}"].contains(self) }
}
