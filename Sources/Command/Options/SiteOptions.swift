internal import ArgumentParser
internal import Diagnostics
internal import Localization
internal import SiteBuilder
internal import SiteModel

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The options of every command that works on a site.
struct SiteOptions: ParsableArguments {
  @Option(name: [.short, .long], help: "The folder of the site. (default: .)")
  var source: String?

  @Option(
    name: [.short, .long],
    help: "The output folder, relative to the site. (default: Public)")
  var output: String?

  @Option(
    help: "The folder that remembers builds; it may be kept between machines. (default: .warta)")
  var cache: String?

  @Option(name: [.short, .long], help: "Where the site is served, in place of base_url.")
  var baseURL: String?

  @Flag(name: [.customShort("D"), .long], help: "Show drafts.")
  var drafts = false

  @Flag(name: [.customShort("F"), .long], help: "Show scheduled and embargoed stories.")
  var future = false

  @Flag(name: [.customShort("E"), .long], help: "Show expired stories.")
  var expired = false

  @Option(help: "Build as if it were this time: 2024-09-19T10:41+07:00.")
  var now: String?

  @Option(name: [.short, .long], help: "How many workers. (default: one a core)")
  var jobs: Int?

  @Flag(help: "Treat warnings as errors.")
  var strict = false

  @Option(help: "How diagnostics are printed: human, line, json or github.")
  var format: DiagnosticFormat = .human

  @Flag(name: [.short, .long], help: "Print errors only.")
  var quiet = false

  @Flag(name: [.short, .long], help: "Print every page and what it read.")
  var verbose = false

  mutating func validate() throws {
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("'--jobs' takes a number from 1 to 1024.")
    }
    if quiet, verbose { throw ValidationError("'--quiet' and '--verbose' exclude each other.") }
    _ = try moment()
    _ = try parsedBaseURL()
  }
}

/// The values of `--format`.
enum DiagnosticFormat: String, ExpressibleByArgument, CaseIterable {
  case human, line, json, github

  var printed: DiagnosticPrinter.Format { .init(rawValue: rawValue) ?? .human }
}

// MARK: - Meaning

extension SiteOptions {
  /// The folder of the site; the positional argument and `--source` say the same thing.
  func folder(_ site: String?) throws -> String {
    if site != nil, source != nil {
      throw ValidationError("Name the site once: as an argument or with '--source'.")
    }
    return site ?? source ?? "."
  }

  /// What a build is told.
  func buildOptions(site: String?) throws -> BuildOptions {
    let folder = try folder(site)
    let output = self.output ?? "Public"
    let place = OutputPlace(output, of: folder)
    guard place.isApartFromSources else {
      throw ValidationError("'\(output)' holds the site itself; name a folder of its own.")
    }
    var options = BuildOptions(
      source: folder, output: place.path,
      moment: try moment(), jobs: jobs ?? Int(max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))))
    options.baseURL = try parsedBaseURL()
    options.cache = cache
    options.isStrict = strict
    return options
  }

  /// The moment of the build; the clock is read here and nowhere else.
  private func moment() throws -> BuildMoment {
    var moment = BuildMoment(now: try now.map(Self.instant) ?? Instant(seconds: Int64(time(nil))))
    moment.showsDrafts = drafts
    moment.showsFuture = future
    moment.showsExpired = expired
    return moment
  }

  private static func instant(_ text: String) throws -> Instant {
    guard let parsed = try? TimeText.parse(text) else {
      throw ValidationError("'\(text)' is no time; write 2024-09-19T10:41+07:00.")
    }
    return parsed.resolve(in: .utc).instant
  }

  private func parsedBaseURL() throws -> BaseURL? {
    guard let baseURL else { return nil }
    guard let parsed = BaseURL(baseURL) else {
      throw ValidationError("'\(baseURL)' is no base URL; write https://kabar.example.")
    }
    return parsed
  }

  /// A terminal that prints as the options say.
  func terminal(root: String) -> Terminal {
    Terminal(format: format.printed, isQuiet: quiet, root: root)
  }
}
