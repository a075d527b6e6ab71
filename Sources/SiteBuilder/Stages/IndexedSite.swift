package import Diagnostics
package import SiteModel
internal import TemplateEngine

/// A site whose pages are known: what Index makes of a loaded one.
package struct IndexedSite: Sendable {
  package var snapshot: Snapshot
  package var diagnostics: [Diagnostic]

  /// Whether two files claim one path.
  var hasCollisions: Bool { diagnostics.contains { $0.id == "site.path-collision" } }

  var hasBrokenTemplates: Bool {
    diagnostics.contains { $0.severity == .error && $0.id.hasPrefix("template.") }
  }
}

extension IndexedSite {
  /// Decides who is shown at `moment`, plans every file of the output and compiles the templates;
  /// `found` is what Load had to say.
  package init(
    _ site: LoadedSite, _ found: [Diagnostic], at moment: BuildMoment, root: String
  ) {
    let indexed = IndexBuilder.build(site.contents, at: moment)
    let planned = RoutePlanner.plan(site.contents, indexed.index, files: PlannedFiles(site))
    let templates = TemplateLibrary(
      site.theme.sources.map {
        TemplateSource(name: $0.name, displayPath: $0.displayPath, bytes: $0.bytes)
      }, registry: .site, entries: TemplateChoice(site.theme).entries)
    snapshot = Snapshot(
      site: site, templates: templates, index: indexed.index, routes: planned.routes, root: root)
    diagnostics =
      found + indexed.diagnostics + planned.diagnostics + templates.diagnostics
      + (site.theme.hasBaseWithoutMain ? [ThemeMessages.baseWithoutMain] : [])
      + TemplateShapes.check(templates, snapshot.templateChoice, planned.routes.table.kinds)
      + RelatedCheck.diagnostics(snapshot)
  }
}

extension PlannedFiles {
  /// The files of a loaded site.
  fileprivate init(_ site: LoadedSite) {
    self.init(
      assets: site.assets.assets.map {
        SiteFile(source: "Templates/assets/" + $0.name, output: $0.output)
      }, staticFiles: site.staticFiles, pictures: site.pictures, ledger: site.ledger)
  }
}
