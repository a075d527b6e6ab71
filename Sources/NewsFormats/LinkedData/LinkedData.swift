package import Bytes

/// What a page says about itself to machines: a schema.org graph in JSON-LD.
///
/// It is written for the inside of `<script type="application/ld+json">`: no byte of it can end the
/// element, whatever the texts hold.
package struct LinkedData: Sendable {
  package var nodes: [Node]

  package init(_ nodes: [Node] = []) {
    self.nodes = nodes
  }

  /// One member of the graph.
  package enum Node: Sendable {
    case article(ArticleNode)
    case breadcrumbs(BreadcrumbNode)
    case site(SiteNode)
    case organization(OrganizationNode)
    case profile(ProfileNode)
    case collection(CollectionNode)
  }

  /// Writes the graph to the end of `out`.
  package func write(into out: inout ByteBuffer) {
    out.append("{\"@context\":\"https://schema.org\",\"@graph\":[")
    for node in nodes { node.write(into: &out) }
    out.append("]}")
  }
}

extension LinkedData.Node {
  fileprivate func write(into out: inout ByteBuffer) {
    switch self {
    case .article(let article): out.object { article.writeMembers(into: &$0) }
    case .breadcrumbs(let way): way.write(into: &out)
    case .site(let site): out.object { site.writeMembers(into: &$0) }
    case .organization(let organization): out.object { organization.writeMembers(into: &$0) }
    case .profile(let profile): out.object { profile.writeMembers(into: &$0) }
    case .collection(let collection): out.object { collection.writeMembers(into: &$0) }
    }
  }
}
