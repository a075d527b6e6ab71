/// Judges the references of a text and asks the resolver about those inside the site.
struct ReferenceDesk {
  private(set) var answers: [ReferenceAnswer] = []
  private(set) var problems: [MarkdownProblem] = []

  init(count: Int) {
    answers.reserveCapacity(count)
  }

  /// Answers the next reference, which has the number `index`.
  mutating func answer<Resolver: MarkdownResolver & ~Copyable>(
    _ reference: Reference, _ index: Int, resolver: inout Resolver
  ) {
    guard case .site(let inside, _) = reference.destination else {
      return answers.append(judge(reference, index))
    }
    if reference.isPicture {
      take(resolver.resolve(picture: inside), of: inside, index)
    } else {
      take(resolver.resolve(link: inside), of: inside, index)
    }
  }

  /// The answer to a reference out of the site, or to none.
  private mutating func judge(_ reference: Reference, _ index: Int) -> ReferenceAnswer {
    let isPicture = reference.isPicture
    switch reference.destination {
    case .external, .ownAddress: return .asWritten
    case .mail, .telephone, .fragment:
      if !isPicture { return .asWritten }
      report(.refusedScheme(reference.url, isPicture: true), index)
    case .refused: report(.refusedScheme(reference.url, isPicture: isPicture), index)
    case .hostWithoutScheme: report(.hostWithoutScheme(reference.url), index)
    case .empty: report(.emptyDestination(isPicture: isPicture), index)
    case .site: return .asWritten
    }
    return .nothing
  }

  private mutating func take(
    _ answer: MarkdownLinkAnswer, of reference: MarkdownReference, _ index: Int
  ) {
    switch answer {
    case .url(let url): return answers.append(.url(url))
    case .held: report(.heldStory(reference.path), index)
    case .missing(let suggestion):
      let kind: MarkdownProblem.Kind =
        reference.kind == .story
        ? .missingStory(reference.path, suggestion: suggestion)
        : .missingFile(reference.path, suggestion: suggestion)
      report(kind, index)
    }
    answers.append(.nothing)
  }

  private mutating func take(
    _ answer: MarkdownPictureAnswer, of reference: MarkdownReference, _ index: Int
  ) {
    switch answer {
    case .picture(let picture): answers.append(.picture(picture))
    case .missing(let suggestion):
      report(.missingPicture(reference.path, suggestion: suggestion), index)
      answers.append(.nothing)
    }
  }

  private mutating func report(_ kind: MarkdownProblem.Kind, _ index: Int) {
    problems.append(MarkdownProblem(kind, at: .reference(index)))
  }
}
