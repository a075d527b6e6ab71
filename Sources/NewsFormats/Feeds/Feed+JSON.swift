package import Bytes
internal import Localization

/// JSON Feed 1.1 (jsonfeed.org), a line for the list and one for each story.
///
/// Texts stay as they are, without isolates: a program knows the direction from `_warta`.
extension Feed {
  /// Writes the feed as JSON Feed 1.1 to the end of `out`.
  package func writeJSON(into out: inout ByteBuffer) {
    out.object { out in
      out.member("version", literal: "https://jsonfeed.org/version/1.1")
      writeHead(into: &out)
      out.key("items")
      out.append("[")
      for item in items {
        out.separate()
        out.append("\n{")
        item.writeMembers(into: &out)
        out.append("}")
      }
      out.append("]")
    }
    out.append("\n")
  }

  private func writeHead(into out: inout ByteBuffer) {
    out.member("title", title)
    out.member("home_page_url", uri: pageURL)
    out.member("feed_url", uri: feedURL)
    out.member("description", summary)
    out.member("icon", uri: logo?.url)
    out.member("favicon", uri: icon)
    out.member("language", language)
    out.array("authors", of: [publisher]) { $1.writeMembers(into: &$0) }
    if let hub {
      out.array("hubs", of: [hub]) { out, hub in
        out.member("type", literal: "WebSub")
        out.member("url", uri: hub)
      }
    }
    out.member("next_url", uri: nextURL)
    out.object("_warta") { out in
      out.member("id", id)
      out.member("dir", direction.rawValue)
      out.member("updated", updated)
      out.array("alternates", of: alternates) { $1.writeMembers(into: &$0) }
    }
  }
}

extension FeedItem {
  /// Writes the story alone, as an item of JSON Feed 1.1, to the end of `out`.
  package func writeJSON(into out: inout ByteBuffer) {
    out.append("{")
    writeMembers(into: &out)
    out.append("}\n")
  }

  fileprivate func writeMembers(into out: inout ByteBuffer) {
    out.member("id", id)
    out.member("url", uri: url)
    out.member("title", title)
    out.member("summary", summary)
    writeContent(into: &out)
    out.member("image", uri: picture?.url)
    out.member("date_published", published)
    out.member("date_modified", updated)
    out.array("authors", of: authors) { $1.writeMembers(into: &$0) }
    out.array("tags", texts: categories)
    out.member("language", language)
    out.object("_warta") { writeDetails(into: &$0) }
  }

  /// One of the two forms of content is required.
  private func writeContent(into out: inout ByteBuffer) {
    guard let html = feedBody() else {
      out.key("content_text")
      return out.append(json: summary.isEmpty ? title : summary)
    }
    out.key("content_html")
    out.append("\"")
    html.withSpan { out.append(jsonText: $0) }
    out.append("\"")
  }
}

extension FeedPerson {
  fileprivate func writeMembers(into out: inout ByteBuffer) {
    out.member("name", name)
    out.member("url", uri: url)
    out.member("avatar", uri: avatar)
  }
}
