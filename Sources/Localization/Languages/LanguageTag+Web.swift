/// What pages and feeds say about a language.
extension LanguageTag {
  /// The direction of its script.
  package var direction: TextDirection {
    let script =
      script ?? LanguageRow.regionalScript(of: self) ?? LanguageRow(closestTo: self)?.script
    if let script { return rightToLeftScripts.contains(script) ? .rightToLeft : .leftToRight }
    return rightToLeftLanguages.contains(language) ? .rightToLeft : .leftToRight
  }

  /// The language's name for itself (`Bahasa Indonesia`); the tag when it is not known.
  package var ownName: String {
    LanguageRecord(self)?.ownName ?? tag
  }

  /// The value of `og:locale`: `id_ID`, `fa_IR`; nothing when no region is written or likely.
  package var openGraphLocale: String? {
    if region == "419" { return "\(language)_LA" }
    guard let region = region ?? LanguageRow(closestTo: self)?.region else { return nil }
    return "\(language)_\(region)"
  }

  /// The value of an `hreflang` that search engines read, or nothing (`ckb` has no ISO 639-1 code).
  ///
  /// Search engines read ISO 639-1, with an ISO 15924 script and an ISO 3166-1 region of two
  /// letters that is a country: `es-419`, `en-UK` and `en-EU` are not read.
  package var hreflang: String? {
    guard twoLetterCodes.contains(language) else { return nil }
    if let region, region.utf8.count != 2 || region == "UK" || region == "EU" { return nil }
    return [language, script, region].compactMap(\.self).joined(separator: "-")
  }

  /// The value of RSS's `<language>` that validators accept, or nothing.
  package var rssLanguage: String? {
    twoLetterCodes.contains(language) || threeLetterCodes.contains(language) ? tag : nil
  }
}

/// The way a script runs; the raw value is that of the HTML attribute `dir`.
package enum TextDirection: String, Sendable {
  case leftToRight = "ltr"
  case rightToLeft = "rtl"
}

private func words(_ text: String) -> Set<String> {
  Set(text.split(separator: " ").map(String.init))
}

private let rightToLeftScripts = words("Adlm Arab Aran Hebr Mand Nkoo Rohg Samr Syrc Thaa")

/// Languages without a row of their own that are written from right to left.
private let rightToLeftLanguages = words(
  "aeb arc arz bal bgn bqi dv glk iw ji ks lrc mzn nqo pnb sdh skr syr trw ur yi")

/// ISO 639-1.
private let twoLetterCodes = words(
  """
  aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de \
  dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia \
  id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo \
  lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl \
  ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk \
  tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
  """)

/// Languages of ISO 639-2 without a code of two letters that news is written in.
private let threeLetterCodes = words(
  """
  ace arn ast awa bal ban bej bho bug ceb chr dsb fil frr fur gsw haw hil hsb ilo kab kok mad mag \
  mai mak mas min mni moh mos mus nap nds new nso nqo pam pap rom sah sas sat scn sco shn srn srr \
  syr tet tig tpi tvl tyv udm umb vai war wol zza
  """)
