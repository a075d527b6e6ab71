internal import Bytes

/// The order is that of Google's documentation of articles, then what else schema.org has to say.
extension ArticleNode {
  /// Writes the members of the JSON object.
  func writeMembers(into out: inout ByteBuffer) {
    out.append(kind.types)
    out.member("@id", uri: url, fragment: "#article")
    out.member("mainEntityOfPage", uri: url)
    out.member("url", uri: url)
    out.member("headline", headline)
    out.member("alternativeHeadline", shortHeadline)
    out.member("description", summary)
    out.member("inLanguage", language)
    out.member("datePublished", published)
    out.member("dateModified", modified)
    out.member("expires", expires)
    out.member("articleSection", section)
    out.array("keywords", texts: keywords)
    // The property belongs to news, which an advertisement is not.
    if kind != .advertising { out.member("dateline", dateline) }
    out.member("wordCount", number: wordCount)
    out.array("image", of: pictures) { $1.writeMembers(into: &$0) }
    writePeople(into: &out)
    writeAccess(into: &out)
    writeNotes(into: &out)
    writeTranslations(into: &out)
  }

  private func writePeople(into out: inout ByteBuffer) {
    writeCredits(.author, as: "author", into: &out)
    writeCredits(.translator, as: "translator", into: &out)
    writeCredits(.editor, as: "editor", into: &out)
    writeCredits(.photographer, as: "contributor", into: &out)
    out.object("publisher") { publisher.writeMembers(into: &$0) }
    if let source { source.write(into: &out) }
    guard let series else { return }
    out.object("isPartOf") { series.writeMembers(into: &$0) }
    out.member("position", number: series.part)
  }

  /// Nobody is named for a story that names nobody: a byline is never made up.
  private func writeCredits(
    _ role: Credit.Role, as name: StaticString, into out: inout ByteBuffer
  ) {
    guard credits.contains(where: { $0.role == role }) else { return }
    out.key(name)
    out.append("[")
    for credit in credits where credit.role == role {
      out.object { credit.writeMembers(into: &$0) }
    }
    out.append("]")
  }

  private func writeAccess(into out: inout ByteBuffer) {
    out.member("isAccessibleForFree", flag: isFree)
    guard !isFree, let paywallClass else { return }
    out.object("hasPart") { out in
      out.member("@type", literal: "WebPageElement")
      out.member("isAccessibleForFree", flag: false)
      out.member("cssSelector", ".\(paywallClass)")
    }
  }

  private func writeNotes(into out: inout ByteBuffer) {
    out.array("correction", of: corrections) { out, correction in
      out.member("@type", literal: "CorrectionComment")
      out.member("text", correction.text)
      out.member("datePublished", correction.date)
    }
    if isRetracted { out.member("creativeWorkStatus", literal: "Retracted") }
  }

  private func writeTranslations(into out: inout ByteBuffer) {
    if let original { out.object("translationOfWork") { original.writeMembers(into: &$0) } }
    out.array("workTranslation", of: translations) { $1.writeMembers(into: &$0) }
  }
}

extension ArticleNode.Credit {
  fileprivate func writeMembers(into out: inout ByteBuffer) {
    out.member("@type", literal: isOrganization ? "Organization" : "Person")
    out.member("@id", uri: url, fragment: "#person")
    out.member("name", name)
    out.member("url", uri: url)
    out.member("jobTitle", jobTitle)
  }
}

extension ArticleNode.Publisher {
  fileprivate func writeMembers(into out: inout ByteBuffer) {
    out.member("@type", literal: "NewsMediaOrganization")
    out.member("@id", uri: siteURL, fragment: "#org")
    out.member("name", name)
    out.member("url", uri: siteURL)
    guard let logo else { return }
    out.object("logo") { out in
      out.member("@type", literal: "ImageObject")
      out.member("contentUrl", uri: logo)
    }
  }
}

extension ArticleNode.Source {
  fileprivate func write(into out: inout ByteBuffer) {
    guard let url else {
      return out.object("sourceOrganization") { writeOrganization(into: &$0) }
    }
    out.object("isBasedOn") { out in
      out.member("@type", literal: "CreativeWork")
      out.member("url", uri: url)
      out.object("publisher") { writeOrganization(into: &$0) }
    }
  }

  private func writeOrganization(into out: inout ByteBuffer) {
    out.member("@type", literal: "Organization")
    out.member("name", name)
  }
}

extension ArticleNode.Series {
  fileprivate func writeMembers(into out: inout ByteBuffer) {
    out.member("@type", literal: "CreativeWorkSeries")
    out.member("name", name)
    out.member("url", uri: url)
  }
}

extension ArticleNode.Translation {
  fileprivate func writeMembers(into out: inout ByteBuffer) {
    out.member("@type", literal: "NewsArticle")
    out.member("@id", uri: url, fragment: "#article")
    out.member("url", uri: url)
    out.member("inLanguage", language)
  }
}

extension ArticleKind {
  /// The types, the one that search engines know first.
  fileprivate var types: StaticString {
    switch self {
    case .news: "\"@type\":\"NewsArticle\""
    case .report: "\"@type\":[\"NewsArticle\",\"ReportageNewsArticle\"]"
    case .opinion: "\"@type\":[\"NewsArticle\",\"OpinionNewsArticle\"]"
    case .analysis: "\"@type\":[\"NewsArticle\",\"AnalysisNewsArticle\"]"
    case .background: "\"@type\":[\"NewsArticle\",\"BackgroundNewsArticle\"]"
    case .review: "\"@type\":[\"NewsArticle\",\"ReviewNewsArticle\"]"
    case .advertising: "\"@type\":[\"Article\",\"AdvertiserContentArticle\"]"
    }
  }
}
