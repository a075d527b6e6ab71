package import TemplateEngine

extension Registry {
  /// What templates of a site can call, and the names that the site answers.
  package static let site: Registry = {
    var registry = Registry(
      vocabulary: Member.allCases.map(\.rawValue), roots: Member.roots.map(\.rawValue))
    for filter in SiteFilters.all { registry.add(filter: filter) }
    for function in SiteFunctions.all { registry.add(function: function) }
    return registry
  }()

  /// What templates of `warta render` can call: any name may be in the data.
  package static let plain: Registry = {
    var registry = Registry()
    for filter in SiteFilters.all { registry.add(filter: filter) }
    return registry
  }()
}
