/// What a key of another generator is called here.
enum ForeignKey: Sendable {
  /// The same thing under another name; values need no change.
  case renamed(String)
  /// A member of another key: `seo` and `canonical`.
  case member(of: String, String)
  /// A pair with the opposite or another value: `draft: true` for `published: false`.
  case pair(String)
  /// Something that needs no key here, and why.
  case needless(String)
}

extension ForeignKey {
  /// A key without case, `-` and `_`: generators differ in these alone.
  static func normalized(_ key: String) -> String {
    String(
      String.UnicodeScalarView(
        key.unicodeScalars.filter { $0 != "-" && $0 != "_" && $0 != " " }
          .map {
            $0.isASCII && $0.properties.isUppercase ? Unicode.Scalar($0.value + 32) ?? $0 : $0
          }))
  }

  /// The answer for `key` in `table`, whose keys are normalized.
  static func answer(
    for key: String, in table: [(names: [String], answer: ForeignKey)]
  ) -> ForeignKey? {
    let wanted = normalized(key)
    return table.first { $0.names.contains(wanted) }?.answer
  }

  /// Front matter of Hugo, Zola, Eleventy, Jekyll, Pelican, Ghost and WordPress exports.
  static let frontMatter: [(names: [String], answer: ForeignKey)] = [
    (["headline", "pagetitle", "posttitle"], .renamed("title")),
    (
      ["linktitle", "navtitle", "menutitle", "headlineshort", "shorttitle"], .renamed("short_title")
    ),
    (
      [
        "publishdate", "pubdate", "publishedat", "publisheddate", "datepublished",
        "created", "createdat", "creationdate", "time", "datetime", "posted", "firstpublished",
        "publishedtime", "postdate",
      ], .renamed("date")
    ),
    (
      [
        "lastmod", "modified", "lastmodified", "lastmodifiedat", "updatedat", "dateupdated",
        "datemodified", "modifieddate", "updatedate", "updateddate", "lastupdated", "changed",
        "moddate", "modifiedtime",
      ], .renamed("updated")
    ),
    (
      [
        "expirydate", "expire", "expireson", "unpublishdate", "unpublishat", "expiration",
        "enddate",
      ],
      .renamed("expires")
    ),
    (["embargountil", "embargoeduntil", "releasedate"], .renamed("embargo")),
    (
      [
        "description", "excerpt", "subtitle", "subheading", "deck", "dek", "standfirst", "abstract",
        "lead", "lede", "intro", "teaser", "customexcerpt", "strapline", "subheadline", "ringkasan",
      ], .renamed("summary")
    ),
    (["category", "categories", "rubric", "channel", "desk"], .renamed("section")),
    (["tag", "keywords", "keyword", "topics", "topic", "labels"], .renamed("tags")),
    (["author", "byline", "writer", "writers", "by", "creator", "penulis"], .renamed("authors")),
    (["eyebrow", "overline", "topline", "label"], .renamed("kicker")),
    (["place", "location", "city"], .renamed("dateline")),
    (
      [
        "cover", "coverimage", "featuredimage", "featureimage", "thumbnail", "thumb",
        "hero", "heroimage", "banner", "images", "picture", "photo", "ogimage", "headerimage",
        "leadimage", "teaserimage",
      ], .renamed("image")
    ),
    (["gallery", "resources"], .renamed("pictures")),
    (["type", "kind", "format", "articletype"], .renamed("genre")),
    (["url", "path", "link", "uri"], .renamed("permalink")),
    (
      ["redirectfrom", "redirects", "redirect", "alias", "oldurls", "oldurl", "previousurls"],
      .renamed("aliases")
    ),
    (["guid", "uuid", "articleid", "storyid", "postid"], .renamed("id")),
    (["isdraft", "wip", "unpublished"], .renamed("draft")),
    (["pin", "pinned", "sticky", "issticky", "stickyuntil", "featured"], .renamed("pinned_until")),
    (["breaking", "breakingnews", "urgent"], .renamed("breaking_until")),
    (["retraction"], .renamed("retracted")),
    (["correction", "errata", "erratum"], .renamed("corrections")),
    (["translationid", "translationof", "translations", "story"], .renamed("translation_key")),
    (["relatedposts", "relatedarticles", "seealso", "readmore"], .renamed("related")),
    (["language", "locale", "langcode", "languagecode"], .renamed("lang")),
    (["direction", "textdirection"], .renamed("dir")),
    (["template", "view", "theme", "pagelayout"], .renamed("layout")),
    (["params", "custom", "meta", "metadata", "fields", "data"], .renamed("extra")),
    (["credit", "imagecredit", "photocredit"], .member(of: "image", "credit")),
    (["caption", "imagecaption", "imagedescription"], .member(of: "image", "caption")),
    (["alt", "imagealt", "featuredimagealt", "thumbnailalt"], .member(of: "image", "alt")),
    (["seotitle", "metatitle", "titletag", "browsertitle"], .member(of: "seo", "title")),
    (["seodescription", "metadescription"], .member(of: "seo", "description")),
    (["canonical", "canonicalurl", "canonicallink"], .member(of: "seo", "canonical")),
    (["ogtitle", "twittertitle", "socialtitle"], .member(of: "social", "title")),
    (["socialimage", "twitterimage", "shareimage"], .member(of: "social", "image")),
    (["part", "seriespart", "seriesorder"], .member(of: "series", "part")),
    (["noindex", "private", "hidden", "unlisted"], .pair("robots: noindex")),
    (
      ["weight", "order", "menuorder", "priority"],
      .needless("stories are ordered by date; 'pinned_until' keeps one at the top")
    ),
    (
      [
        "comments", "commentable", "toc", "math", "mathjax", "katex", "markup", "hidetitle",
        "draftof",
      ],
      .needless("put it under 'extra' if a template of yours reads it")
    ),
    (["slugline"], .renamed("slug")),
    (
      ["outputs", "headless", "build", "cascade", "menu", "menus"],
      .needless("this is decided in Content/site.yaml")
    ),
  ]

  /// Settings of other generators.
  static let settings: [(names: [String], answer: ForeignKey)] = [
    (["baseurl", "url", "siteurl", "hosturl", "host", "domain"], .renamed("base_url")),
    (["name", "sitename", "sitetitle"], .renamed("title")),
    (["description", "subtitle", "slogan", "motto"], .renamed("tagline")),
    (
      [
        "language", "languagecode", "defaultlanguage", "defaultcontentlanguage", "locale",
        "defaultlang",
      ],
      .renamed("lang")
    ),
    (["direction", "languagedirection", "textdirection"], .renamed("dir")),
    (["timezone", "tz", "zone"], .renamed("timezone")),
    (["languages", "locales", "i18n"], .renamed("editions")),
    (["dateformat", "datestyle"], .renamed("date_formats")),
    (["digits", "numbers", "numberingsystem"], .renamed("numerals")),
    (["categories", "channels", "taxonomies"], .renamed("sections")),
    (["menus", "nav", "navigation", "mainmenu"], .renamed("menu")),
    (
      ["paginate", "pagination", "paginateby", "pagersize", "perpage", "pagesize"],
      .renamed("per_page")
    ),
    (["permalinks", "articleurl", "permalinkpattern"], .renamed("permalink")),
    (["slugify", "slug"], .renamed("slugs")),
    (["publisher", "author", "company"], .renamed("organization")),
    (["image", "ogimage", "defaultimage", "socialimage"], .renamed("share_image")),
    (["feed", "rss"], .renamed("feeds")),
    (["output", "formats"], .renamed("outputs")),
    (["disablekinds", "disable"], .renamed("disable_kinds")),
    (["themes", "template"], .renamed("theme")),
    (["unsafe", "html", "allowhtml"], .renamed("raw_html")),
    (["exclude", "ignorefiles", "ignoredcontent", "ignorefile"], .renamed("ignore")),
    (["params", "custom", "variables"], .renamed("extra")),
    (["logo"], .member(of: "organization", "logo")),
    (["email"], .member(of: "organization", "email")),
    (["twitter", "x", "twitterusername"], .member(of: "social", "x")),
    (
      ["builddrafts", "drafts", "showdrafts"],
      .needless("drafts are shown by 'warta build --drafts'")
    ),
    (
      ["buildfuture", "future"], .needless("scheduled stories are shown by 'warta build --future'")
    ),
    (
      ["publishdir", "destination", "outputdir", "outputpath", "public"],
      .needless("the output folder is given by 'warta build --output'")
    ),
    (
      ["contentdir", "source", "sourcedir", "layoutdir", "staticdir"],
      .needless("the folders are Content, Templates and Public")
    ),
  ]
}
