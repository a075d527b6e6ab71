import Testing

/// A content file with something wrong in its form, and a name for it in tables and golden files.
struct BadFile: CustomTestStringConvertible, Sendable {
  var name: String
  var bytes: [UInt8]
  /// Whether the file is YAML as a whole rather than an article.
  var isWholeYAML = false

  init(_ name: String, _ text: String) {
    self.name = name
    bytes = Array(text.utf8)
  }

  init(_ name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// An article whose front matter is `yaml`.
  static func yaml(_ name: String, _ yaml: String) -> BadFile {
    BadFile(name, "---\n\(yaml)\n---\nText.\n")
  }

  /// A headline as somebody types it: `title: <value>`.
  static func headline(_ name: String, _ value: String) -> BadFile {
    yaml(name, "title: \(value)\ndate: 2024-09-19")
  }

  var testDescription: String { name }
}

extension BadFile {
  /// Files whose front matter does not even begin or end.
  static let fences: [BadFile] = [
    BadFile("an empty file", ""),
    BadFile("a file of empty lines", "\n\n  \n"),
    BadFile("a byte order mark and nothing else", "\u{FEFF}"),
    BadFile("a picture", bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]),
    BadFile("a file of UTF-16", bytes: [0xFF, 0xFE, 0x2D, 0, 0x2D, 0, 0x2D, 0, 0x0A, 0]),
    BadFile("text without front matter", "# Iran dan Rusia\n\nText.\n"),
    BadFile("keys without an opening line", "title: Iran\ndate: 2024-09-19\n---\nText.\n"),
    BadFile("TOML between plus signs", "+++\ntitle = \"Iran\"\n+++\nText.\n"),
    BadFile("JSON in braces", "{\n  \"title\": \"Iran\"\n}\nText.\n"),
    BadFile("four hyphens", "----\ntitle: Iran\n----\nText.\n"),
    BadFile("a dash that a word processor made", "—\ntitle: Iran\n—\nText.\n"),
    BadFile("spaces before the opening line", "  ---\ntitle: Iran\n---\nText.\n"),
    BadFile("empty lines before the opening line", "\n\n---\ntitle: Iran\n---\nText.\n"),
    BadFile("no closing line", "---\ntitle: Iran\ndate: 2024-09-19\n\nText.\n"),
    BadFile("an opening line only", "---"),
    BadFile("dots for a closing line", "---\ntitle: Iran\n...\nText.\n"),
    BadFile("a closing line of five hyphens", "---\ntitle: Iran\n-----\nText.\n"),
    BadFile("a closing line of dashes", "---\ntitle: Iran\n———\nText.\n"),
    BadFile("an indented closing line", "---\r\ntitle: Iran\r\n ---\r\nText.\r\n"),
  ]

  /// Headlines that break YAML.
  static let headlines: [BadFile] = [
    .headline("a colon in a headline", "Iran: Presiden bertemu Shoigu"),
    .headline("two colons in a headline", "Iran: Rusia: apa kata mereka"),
    .headline("a colon in a Persian headline", "ایران: دیدار رئیس‌جمهور با شویگو"),
    .headline("a colon at the end", "Siapa yang menang:"),
    .headline("a colon and an apostrophe", "Iran: Jum'at Agung"),
    .headline("a colon and double quotes", "Iran: \"kami siap\""),
    .headline("a colon, quotes and an apostrophe", "Iran: \"kami\" Jum'at"),
    .headline("text after a quote", "\"Kami siap\" kata Iran"),
    .headline("text after a single quote", "'Kami siap' kata Iran"),
    .headline("two quoted parts", "\"Ya\" dan \"tidak\""),
    .headline("a quote that is never closed", "\"Iran dan Rusia"),
    .headline("an apostrophe at the start", "'Ndrangheta di Eropa"),
    .headline("a bracket at the start", "[Video] Iran dan Rusia"),
    .headline("a bracket that is never closed", "[Video Iran dan Rusia"),
    .headline("a brace at the start", "{Foto} Iran dan Rusia"),
    .headline("an at sign at the start", "@kabar menjawab"),
    .headline("a per cent sign at the start", "% suara yang hilang"),
    .headline("an asterisk at the start", "*Breaking* Iran dan Rusia"),
    .headline("an ampersand at the start", "& lainnya: Iran"),
    .headline("a greater-than sign at the start", "> 100 orang hadir"),
    .headline("a bar at the start", "| Iran | Rusia |"),
    .headline("a hyphen at the start", "- Iran dan Rusia"),
    .headline("a question mark at the start", "? Siapa yang menang"),
    .headline("an exclamation mark at the start", "!Penting Iran dan Rusia"),
    .headline("an ampersand before a word", "&Lainnya dari Iran"),
    .headline("an asterisk before a word", "*Penting dari Iran"),
    .headline("a backtick at the start", "`kode` dan berita"),
    .headline("a comma at the start", ", dan seterusnya"),
    .headline("curly quotes around a colon", "“Iran: kami siap”"),
    .headline("curly quotes and more", "“Iran: kami siap” kata Presiden"),
    .headline("a backslash in quotes", "\"C:\\Berita\""),
    .headline("an invisible line break", "Iran dan\u{2028}Rusia bertemu"),
    .yaml("a tab before a key", "title: Iran\n\tdate: 2024-09-19"),
    .yaml("a tab in a list", "title: Iran\ntags:\n\t- iran\n\t- rusia"),
    .yaml("no space after a colon", "title:Iran dan Rusia\ndate: 2024-09-19"),
    .yaml("a full-width colon", "title：Iran dan Rusia\ndate: 2024-09-19"),
    .yaml("a no-break space after a colon", "title:\u{A0}Iran dan Rusia\ndate: 2024-09-19"),
    .yaml("broken tags", "title: Iran\ntags:\n  - @iran\n  - *rusia\n  - \"a\" b"),
    .yaml(
      "four broken lines", "title: Iran: a\nsummary: \"x\" y\nkicker: [Video] z\ndateline: @Tehran"),
  ]

  /// YAML that is not a headline's fault.
  static let structures: [BadFile] = [
    .yaml("an anchor", "title: Iran\nextra: &base\n  a: b"),
    .yaml("an alias", "title: Iran\nextra: &base {a: b}\nseo: *base"),
    .yaml("a tag", "title: !!str Iran"),
    .yaml("a tag of Ruby", "title: !ruby/object Iran"),
    .yaml("a merge key", "title: Iran\nextra:\n  <<: {a: b}\n  c: d"),
    .yaml("a directive", "title: Iran\n%YAML 1.1"),
    .yaml("a key given twice", "title: Iran\ndate: 2024-09-19\ntitle: Rusia"),
    .yaml("a key given twice below another", "title: Iran\nseo: {title: a, title: b}"),
    .yaml("a list for a key", "? [a, b]\n: c"),
    .yaml("a key that starts further right", "title: Iran\n  date: 2024-09-19"),
    .yaml("a key that starts further left", "  title: Iran\ndate: 2024-09-19"),
    .yaml("a line without a key", "title: Iran\nRusia\ndate: 2024-09-19"),
    .yaml("an element further left than the list", "tags:\n    - iran\n  - rusia"),
    .yaml("a list that is never closed", "title: Iran\ntags: [iran, rusia\ndate: 2024-09-19"),
    .yaml("a quote that swallows the next line", "title: \"Iran\nsummary: \"Rusia\""),
    .yaml("a quote that swallows the rest", "title: Iran\nsummary: 'Rusia\ndate: 2024-09-19"),
    .yaml("a deep nest", "extra: " + String(repeating: "[", count: 40)),
    .yaml("a hundred thousand brackets", "extra: " + String(repeating: "[", count: 60_000)),
    .yaml("more text than allowed", "summary: " + String(repeating: "kata ", count: 14_000)),
    BadFile(
      "a broken byte", bytes: Array("---\ntitle: Ir".utf8) + [0xC3, 0x28] + Array("n\n---\n".utf8)),
    .yaml("a zero byte", "title: Ir\u{0}an"),
    .yaml("an escape character", "title: Ir\u{1B}[31man"),
    .yaml("a direction override", "title: Iran \u{202E}aisuR"),
    .yaml("a direction embedding", "title: Iran \u{202B}روسیه\u{202C}"),
    .yaml("a direction override as an escape", "title: \"Iran \\u202EaisuR\""),
    .yaml("a zero as an escape", "title: \"Iran\\0\""),
    .yaml("a character that XML forbids", "title: Iran \u{FFFF}"),
  ]
}
