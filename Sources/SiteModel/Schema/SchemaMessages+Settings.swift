extension SchemaMessages {
  /// Words for values that only settings have.
  func settingWords(for fault: SchemaProblem.SettingFault) -> Words {
    switch fault {
    case .notAZone(let value, let suggestion):
      Words(
        id: "settings.timezone", summary: "there is no time zone \(quoted(value))",
        help: didYouMean(suggestion) ?? "write the IANA name of the zone, such as 'Asia/Jakarta'")
    case .notAHost(let key, let value):
      Words(
        id: "settings.host", summary: "\(quoted(value)) of \(quoted(key)) is no host name",
        help: "write it without scheme and path: 'kabar.example'")
    case .notAnAccount(let value):
      Words(
        id: "settings.account", summary: "\(quoted(value)) is no account name",
        help: "write '@name'")
    case .notABaseURL(let value, let fault): baseURLWords(value, fault)
    case .permalinkPattern(let value, let fault): patternWords(value, fault)
    case .datePattern(let value, let directive):
      Words(
        id: "settings.date-format", summary: "\(quoted(value)) is no date pattern",
        label: directive.map { "'\($0)' means nothing" },
        help: "patterns are those of strftime: '%-d %B %Y'")
    }
  }

  private func baseURLWords(_ value: String, _ fault: SchemaProblem.BaseURLFault) -> Words {
    var words = Words(
      id: "settings.base-url", summary: "\(quoted(value)) is no address of a site")
    switch fault {
    case .scheme: words.help = "start with 'https://' or 'http://'"
    case .host: words.help = "write scheme and host: 'https://kabar.example'"
    case .queryOrFragment: words.help = "leave out what follows '?' or '#'"
    case .character(let character): words.label = "it holds '\(character)'"
    }
    return words
  }

  private func patternWords(_ value: String, _ fault: SchemaProblem.PatternFault) -> Words {
    var words = Words(
      id: "settings.permalink", summary: "\(quoted(value)) cannot be used as 'permalink'")
    switch fault {
    case .noSlash: words.help = "write it from the root: '/{section}/{year}/{month}/{slug}/'"
    case .unknownToken(let token, let suggestion):
      words.label = "'{\(token)}' means nothing"
      words.help =
        didYouMean(suggestion.map { "{\($0)}" })
        ?? "tokens are {section}, {year}, {month}, {day}, {slug} and {id}"
    case .unclosedToken: words.help = "close every '{' with '}'"
    case .noName: words.help = "put '{slug}' or '{id}' in it, so that stories differ"
    case .path(let fault):
      let path = pathWords("permalink", value, fault)
      words.label = path.label
      words.help = path.help
    }
    return words
  }
}
