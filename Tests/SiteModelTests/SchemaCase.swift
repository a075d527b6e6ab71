import Diagnostics
import FrontMatter
import Localization
import SiteModel
import Testing

/// A file that a schema reads, with a name for tables and golden files.
struct SchemaCase: CustomTestStringConvertible, Sendable {
  /// Which schema reads the file.
  enum Schema: Sendable {
    case article, standing, section, settings, authors, sections, tags, front
  }

  var name: String
  var schema: Schema
  var text: String
  var zone: String?
  var policy: UnknownKeyPolicy

  init(
    _ name: String, _ schema: Schema, _ text: String, zone: String? = "Asia/Jakarta",
    policy: UnknownKeyPolicy = .error
  ) {
    self.name = name
    self.schema = schema
    self.text = text
    self.zone = zone
    self.policy = policy
  }

  /// An article that is complete but for `line`.
  static func article(_ name: String, _ line: String) -> SchemaCase {
    SchemaCase(name, .article, "title: Iran\ndate: 2024-09-19 10:41\n\(line)\n")
  }

  /// An article whose date is `date`.
  static func date(_ name: String, _ date: String, zone: String? = "Asia/Jakarta") -> SchemaCase {
    SchemaCase(name, .article, "title: Iran\ndate: \(date)\n", zone: zone)
  }

  var testDescription: String { name }

  var file: String {
    switch schema {
    case .article: "Content/iran/a.md"
    case .standing: "Content/pages/a.md"
    case .section: "Content/iran/_index.md"
    case .settings: "Content/site.yaml"
    case .authors: "Content/authors.yaml"
    case .sections: "Content/sections.yaml"
    case .tags: "Content/tags.yaml"
    case .front: "Content/fronts/id.yaml"
    }
  }

  var bytes: [UInt8] {
    switch schema {
    case .article, .standing, .section: Array("---\n\(text)---\nText.\n".utf8)
    default: Array(text.utf8)
    }
  }

  var context: SchemaContext {
    SchemaContext(unknownKeys: policy, zone: zone.flatMap { Self.zones[$0] })
  }

  /// The zones of the cases: making one takes milliseconds.
  private static let zones = Dictionary(
    uniqueKeysWithValues: ["Asia/Jakarta", "America/New_York"].map { ($0, Zone(identifier: $0)) }
  )
  .compactMapValues(\.self)
}

extension SchemaCase {
  /// Everything that is wrong with the file, by its form and by its schema.
  var diagnostics: [Diagnostic] { diagnostics(of: bytes) }

  /// Everything that would be wrong if the file held `bytes`.
  func diagnostics(of bytes: [UInt8]) -> [Diagnostic] {
    let form: (tree: YAMLTree?, diagnostics: [Diagnostic])
    switch schema {
    case .article, .standing, .section:
      let reading = FrontMatterReader.read(bytes, file: file)
      form = (reading.tree, reading.diagnostics)
    default: form = YAMLReader.read(bytes, file: file)
    }
    guard let tree = form.tree else { return form.diagnostics }
    return form.diagnostics + schemaDiagnostics(of: tree)
  }

  private func schemaDiagnostics(of tree: YAMLTree) -> [Diagnostic] {
    let editions = ["id", "en", "fa"]
    return switch schema {
    case .article: ArticleSchema.read(tree, file: file, context: context).diagnostics
    case .standing: StandingSchema.read(tree, file: file, context: context).diagnostics
    case .section: SectionSchema.read(tree, file: file, context: context).diagnostics
    case .settings: SettingsSchema.read(tree, file: file).diagnostics
    case .authors: RecordSchemas.authors(tree, file: file, editions: editions).diagnostics
    case .sections: RecordSchemas.sections(tree, file: file, editions: editions).diagnostics
    case .tags: RecordSchemas.tags(tree, file: file, editions: editions).diagnostics
    case .front: FrontSchema.read(tree, file: file).diagnostics
    }
  }

  /// What the user sees.
  var report: String {
    var printer = DiagnosticPrinter { _ in bytes }
    return printer.print(DiagnosticGroup.grouping(diagnostics))
  }
}
