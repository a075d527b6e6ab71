import SiteModel

extension SchemaCase {
  /// Keys that are not ours, or not there.
  static let badKeys: [SchemaCase] = [
    SchemaCase("no title", .article, "date: 2024-09-19\n"),
    SchemaCase("no date", .article, "title: Iran\n"),
    SchemaCase("nothing at all", .article, ""),
    SchemaCase("an empty title and an empty date", .article, "title:\ndate:\n"),
    SchemaCase("a title of spaces", .article, "title: \"  \"\ndate: 2024-09-19\n"),
    SchemaCase("text instead of keys", .article, "Iran dan Rusia\n"),
    SchemaCase("a list instead of keys", .article, "- Iran\n- Rusia\n"),
    .article("a misspelt key", "draf: true"),
    .article("a key in capitals", "Summary: Deck"),
    .article("a key with a hyphen", "short-title: Iran"),
    .article("a key nobody knows", "qwertz: 1"),
    .article("description", "description: Deck"),
    .article("excerpt", "excerpt: Deck"),
    .article("lastmod", "lastmod: 2024-09-20"),
    .article("publishDate", "publishDate: 2024-09-20"),
    .article("expiryDate", "expiryDate: 2024-10-20"),
    .article("author", "author: Dewi"),
    .article("categories", "categories: [iran]"),
    .article("url", "url: /a/"),
    .article("redirect_from", "redirect_from: [/a/]"),
    .article("params", "params: {a: b}"),
    .article("featured_image", "featured_image: a.jpg"),
    .article("published: false", "published: false"),
    .article("published: true", "published: true"),
    .article("status: draft", "status: draft"),
    .article("noindex", "noindex: true"),
    .article("canonical", "canonical: https://a.example/"),
    .article("weight", "weight: 10"),
    .article("toc", "toc: true"),
    SchemaCase(
      "an unknown key that is only warned of", .article,
      "title: Iran\ndate: 2024-09-19\nqwertz: 1\n", policy: .warn),
    SchemaCase(
      "a foreign key that goes to extra", .article,
      "title: Iran\ndate: 2024-09-19\ndescription: Deck\nqwertz: 1\n", policy: .extra),
  ]

  /// Values of the wrong kind or form.
  static let badValues: [SchemaCase] = [
    SchemaCase("a headline in brackets", .article, "title: [Video]\ndate: 2024-09-19\n"),
    SchemaCase("a headline in braces", .article, "title: {a: b}\ndate: 2024-09-19\n"),
    SchemaCase("a headline cut by a hash", .article, "title: Iran #1 di Asia\ndate: 2024-09-19\n"),
    SchemaCase("a headline that is a hashtag", .article, "title: #IranRusia\ndate: 2024-09-19\n"),
    .article("a deck cut by a hash", "summary: Klub G20 #2024 bertemu"),
    SchemaCase(
      "a headline of 201 characters", .article,
      "title: \(String(repeating: "kata ", count: 40))x\ndate: 2024-09-19\n"),
    .article("a deck of 301 characters", "summary: \(String(repeating: "kata ", count: 60))x"),
    .article("tags in a mapping", "tags: {a: b}"),
    .article("a tag with a colon", "tags:\n  - Iran: nuklir"),
    .article("an empty tag", "tags:\n  - iran\n  -\n  - rusia"),
    .article("three hundred tags", "tags: [\((1...300).map { "t\($0)" }.joined(separator: ", "))]"),
    .article("two authors in one text", "authors: Dewi Fitriani, Budi Santoso"),
    .article("an author without a name", "authors: [{role: editor}]"),
    .article("an author with an unknown role", "authors: [{name: dewi, role: redaktur}]"),
    .article("an author with an unknown key", "authors: [{nama: dewi}]"),
    .article("a source without a name", "source: {url: https://a.example/}"),
    .article("a source whose address is no address", "source: {name: A, url: a.example}"),
    .article("a picture without a file", "image: {alt: Bendera}"),
    .article("a picture with a backslash", "image: foto\\bendera.jpg"),
    .article("a picture from a foreign scheme", "image: ftp://a.example/a.jpg"),
    .article("pictures as a list", "pictures: [a.jpg]"),
    .article("a picture's words as a text", "pictures: {a.jpg: Bendera}"),
    .article("an unknown genre", "genre: opini"),
    .article("a misspelt genre", "genre: analisys"),
    .article("a slug with spaces", "slug: Iran dan Rusia"),
    .article("a section that leaves the site", "section: ../iran"),
    .article("two sections", "section: [iran, opini]"),
    .article("a slug with a slash", "slug: iran/rusia"),
    .article("a slug with dots", "slug: ../../etc/passwd"),
    .article("a permalink without a slash", "permalink: iran/rusia/"),
    .article("a permalink that is an address", "permalink: https://a.example/iran/"),
    .article("a permalink without a slash at its end", "permalink: /iran/rusia"),
    .article("a permalink that leaves the site", "permalink: /../etc/passwd"),
    .article("a permalink with a query", "permalink: /iran/?a=b"),
    .article("a permalink in per cent", "permalink: /%D8%A7%DB%8C%D8%B1%D8%A7%D9%86/"),
    .article("a permalink with half a per cent code", "permalink: /100%/"),
    .article("a permalink with two slashes", "permalink: /iran//rusia/"),
    .article("an alias with a space", "aliases: [/iran dan rusia/]"),
    .article("an id in capitals", "id: Iran_Rusia"),
    .article("an id of 65 characters", "id: \(String(repeating: "a", count: 65))"),
    .article("a draft that is no flag", "draft: ya"),
    .article("a draft that is a word", "draft: maybe"),
    .article("an unknown action on expiry", "expires: 2025-01-01\non_expiry: delete"),
    .article("an action on expiry without expiry", "on_expiry: gone"),
    .article("a retraction without text", "retracted: {at: 2024-09-20}"),
    .article("a retraction without a time", "retracted: {text: Salah}"),
    .article("a retraction that is a flag", "retracted: true"),
    .article(
      "retracted and withdrawn",
      "retracted: {at: 2024-09-20, text: A}\nwithdrawn: {at: 2024-09-21, text: B}"),
    .article("a correction that is a text", "corrections: [Salah]"),
    .article(
      "a correction of an unknown kind",
      "corrections:\n  - {at: 2024-09-20, kind: ralat, text: Tahun salah}"),
    .article("a part that is no number", "series: {key: brics, part: dua}"),
    .article("a part with Persian digits", "series: {key: brics, part: ۲}"),
    .article("a language with an underscore", "lang: id_ID"),
    .article("an unknown direction", "dir: right"),
    .article("a canonical path", "seo: {canonical: /a/}"),
    .article("seo as a text", "seo: Iran"),
    .article("a layout outside Templates", "layout: ../a"),
    .article("extra as a text", "extra: Iran"),
    SchemaCase("a standing page without a title", .standing, "summary: Tentang kami\n"),
    SchemaCase("a standing page with a date", .standing, "title: Tentang\ndate: 2024-09-19\n"),
    SchemaCase("a section page with tags", .section, "title: Iran\ntags: [a]\n"),
    SchemaCase(
      "many mistakes in one file", .article,
      """
      titel: Iran
      date: 19/09/2024
      tags: {a: b}
      genre: opini
      draft: maybe
      image: {alt: Bendera}
      summary: Iran: Rusia

      """),
  ]

  /// Dates in other forms, and times that clocks do not show.
  static let badDates: [SchemaCase] = [
    .date("a time with a dot", "2024-09-19 10.41"),
    .date("slashes, day first", "19/09/2024"),
    .date("slashes, day first, with a time", "19/09/2024 10:41"),
    .date("slashes, month first", "09/19/2024"),
    .date("slashes that could be either", "05/09/2024"),
    .date("dots, day first", "19.09.2024"),
    .date("slashes, year first", "2024/09/19"),
    .date("one-digit months and days", "2024-9-5"),
    .date("a one-digit hour", "2024-09-19 9:41"),
    .date("a Persian date", "۱۴۰۳-۰۶-۲۹"),
    .date("a Persian date with a time", "۱۴۰۳/۶/۲۹ ۱۰:۴۱"),
    .date("a Persian date in Latin digits", "1403-06-29"),
    .date("a Persian date of the 31st", "1403-06-31"),
    .date("Persian digits", "۲۰۲۴-۰۹-۱۹"),
    .date("Arabic digits", "٢٠٢٤-٠٩-١٩ ١٠:٤١"),
    .date("an English month", "Sep 19, 2024 10:41"),
    .date("an Indonesian month", "19 Agustus 2024"),
    .date("a date as the seed has it", "Sep 19, 2024 10:41 Asia/Jakarta"),
    .date("a zone's name", "2024-09-19 10:41 WIB"),
    .date("afternoon", "2024-09-19 10:41 PM"),
    .date("seconds since 1970", "1726717260"),
    .date("today", "today"),
    .date("a word", "soon"),
    .date("a day that is not", "2024-02-30"),
    .date("a month that is not", "2024-13-01"),
    .date("the 24th hour", "2024-09-19 24:00"),
    .date("the 25th hour", "2024-09-19 25:10"),
    .date("an offset that is not", "2024-09-19T10:41+25:00"),
    .date("a time in a gap", "2024-03-10 02:30", zone: "America/New_York"),
    .date("a time in a fold", "2024-11-03 01:30", zone: "America/New_York"),
    .date("no zone", "2024-09-19 10:41", zone: nil),
    .date("a list", "[2024-09-19]"),
    .article("updated before date", "updated: 2024-09-19 10:40"),
    .article("updated without a time on the same day", "updated: 2024-09-19"),
    .article("expires before date", "expires: 2024-09-01"),
    .article("a pin without a date", "pinned_until: true"),
  ]

  /// Settings.
  static let badSettings: [SchemaCase] = [
    SchemaCase("no base_url", .settings, "title: Kabar\n"),
    SchemaCase("an empty site.yaml", .settings, ""),
    SchemaCase("a base_url without a scheme", .settings, "base_url: kabar.example\n"),
    SchemaCase("a base_url without a host", .settings, "base_url: https://\n"),
    SchemaCase("a base_url with a query", .settings, "base_url: https://kabar.example/?a\n"),
    SchemaCase("a misspelt setting", .settings, "base_url: https://a.example\ntimezon: UTC\n"),
    SchemaCase("settings of Hugo", .settings, "baseURL: https://a.example\nlanguageCode: id\n"),
    SchemaCase("a zone's short name", .settings, "base_url: https://a.example\ntimezone: WIB\n"),
    SchemaCase("a city for a zone", .settings, "base_url: https://a.example\ntimezone: Jakarta\n"),
    SchemaCase("an offset for a zone", .settings, "base_url: https://a.example\ntimezone: GMT+7\n"),
    SchemaCase(
      "a misspelt zone", .settings, "base_url: https://a.example\ntimezone: Asia/Jakata\n"),
    SchemaCase(
      "a calendar that is not", .settings, "base_url: https://a.example\ncalendar: hijri\n"),
    SchemaCase(
      "numerals that are not", .settings, "base_url: https://a.example\nnumerals: latn1\n"),
    SchemaCase("per_page 0", .settings, "base_url: https://a.example\nper_page: 0\n"),
    SchemaCase("per_page in words", .settings, "base_url: https://a.example\nper_page: dua\n"),
    SchemaCase(
      "a permalink with an unknown token", .settings,
      "base_url: https://a.example\npermalink: /{yyyy}/{slug}/\n"),
    SchemaCase(
      "a permalink with an open token", .settings,
      "base_url: https://a.example\npermalink: /{slug/\n"),
    SchemaCase(
      "a permalink without a name", .settings, "base_url: https://a.example\npermalink: /{year}/\n"),
    SchemaCase(
      "a permalink without a root", .settings,
      "base_url: https://a.example\npermalink: \"{slug}/\"\n"),
    SchemaCase(
      "a reserved section", .settings, "base_url: https://a.example\nsections: [iran, static]\n"),
    SchemaCase(
      "a section named as a kind of page", .settings,
      "base_url: https://a.example\nsections: [iran, tags]\n"),
    SchemaCase(
      "a section given twice", .settings, "base_url: https://a.example\nsections: [iran, iran]\n"),
    SchemaCase(
      "a section named as an edition", .settings,
      "base_url: https://a.example\neditions:\n  id: {sections: [iran, fa]}\n  fa: {}\n"),
    SchemaCase(
      "base_url in an edition", .settings,
      "base_url: https://a.example\neditions:\n  id: {base_url: https://b.example}\n"),
    SchemaCase(
      "editions as a list", .settings, "base_url: https://a.example\neditions: [id, fa]\n"),
    SchemaCase(
      "an edition called pages", .settings, "base_url: https://a.example\neditions: {pages: {}}\n"),
    SchemaCase(
      "a date pattern that is not", .settings,
      "base_url: https://a.example\ndate_formats: {long: '%-d %Q'}\n"),
    SchemaCase(
      "a date style that is not", .settings,
      "base_url: https://a.example\ndate_formats: {lang: '%d'}\n"),
    SchemaCase(
      "a menu without addresses", .settings,
      "base_url: https://a.example\nmenu: [{title: Iran}]\n"),
    SchemaCase(
      "a length of time without a unit", .settings,
      "base_url: https://a.example\nshow_updated_after: 10\n"),
    SchemaCase("a theme that is not", .settings, "base_url: https://a.example\ntheme: hugo\n"),
    SchemaCase(
      "an account that is not", .settings,
      "base_url: https://a.example\nsocial: {x: https://x.com/kabar}\n"),
    SchemaCase(
      "an authority with a scheme", .settings,
      "base_url: https://a.example\nid_authority: https://a.example\n"),
    SchemaCase(
      "an organisation's bad e-mail", .settings,
      "base_url: https://a.example\norganization: {email: redaksi}\n"),
    SchemaCase(
      "an output that is not", .settings, "base_url: https://a.example\noutputs: [html, pdf]\n"),
    SchemaCase(
      "a title cut by a hash", .settings, "base_url: https://a.example\ntitle: Kabar #1\n"),
  ]

  /// Records and fronts.
  static let badRecords: [SchemaCase] = [
    SchemaCase("an author without a name", .authors, "dewi: {codes: [df]}\n"),
    SchemaCase("an author's key with spaces", .authors, "Dewi Fitriani: {name: Dewi}\n"),
    SchemaCase(
      "a code of two authors", .authors,
      "dewi: {name: Dewi, codes: [sl]}\nbudi: {name: Budi, codes: [sl]}\n"),
    SchemaCase("an author with nothing", .authors, "dewi:\n"),
    SchemaCase("authors as a list", .authors, "- name: Dewi\n"),
    SchemaCase("a misspelt key of an author", .authors, "dewi: {name: Dewi, jobtitle: Editor}\n"),
    SchemaCase("a name for an unknown edition", .sections, "iran: {name: {id: Iran, fr: Iran}}\n"),
    SchemaCase(
      "a section's slug with spaces", .sections, "iran: {name: Iran, slug: Negeri Iran}\n"),
    SchemaCase(
      "an alias of two tags", .tags,
      "a: {name: A, aliases: [Teheran]}\nb: {name: B, aliases: [TEHERAN]}\n"),
    SchemaCase("a tag whose name is a list", .tags, "a: {name: [A]}\n"),
    SchemaCase("a container with an unknown key", .front, "lead: {item: [a]}\n"),
    SchemaCase("a container's bad limit", .front, "lead: {items: [a], limit: semua}\n"),
    SchemaCase("a query with an unknown genre", .front, "lead: {backfill: {genre: opini}}\n"),
    SchemaCase("a container that is a text", .front, "lead: iran\n"),
  ]

  static let allBad = badKeys + badValues + badDates + badSettings + badRecords
}
