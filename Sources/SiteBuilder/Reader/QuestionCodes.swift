internal import Incremental
internal import SiteModel

/// Codes of questions: numbers for what renders ask most, made of the numbers that a build gives to
/// its stories and lists.
///
/// A code costs nothing to make and says at once what is asked of what. It means something in one
/// build; a key, which names its subject by an identity, means the same in all.
struct QuestionCodes: Sendable {
  private let stories: UInt32
  private let lists: UInt32

  private static let firstOfStory = Question.face.rawValue
  private static let ofStory = UInt32(Question.part.rawValue - firstOfStory + 1)
  private static let firstOfList = Question.term.rawValue
  private static let ofList = UInt32(Question.besideMonths.rawValue - firstOfList + 1)

  /// The codes of a build with so many stories and lists.
  init(stories: Int, lists: Int) {
    self.stories = UInt32(stories)
    self.lists = UInt32(lists)
  }

  /// How many codes there are.
  var count: UInt32 { stories * Self.ofStory + lists * Self.ofList }

  /// What a code asks.
  enum Meaning {
    case story(CardID, question: UInt8)
    case list(ListID, question: UInt8)
  }

  /// The code of a question about a story.
  func code(_ question: UInt8, ofStory id: CardID) -> UInt32 {
    id * Self.ofStory + UInt32(question - Self.firstOfStory)
  }

  /// The code of a question about a list that has no parameters.
  func code(_ question: UInt8, ofList list: ListID) -> UInt32 {
    stories * Self.ofStory + list * Self.ofList + UInt32(question - Self.firstOfList)
  }

  /// Whether a question that is asked of a list is among those with codes.
  static func isCoded(_ question: Question) -> Bool {
    (firstOfList...Question.besideMonths.rawValue).contains(question.rawValue)
  }

  subscript(code: UInt32) -> Meaning {
    let first = stories * Self.ofStory
    guard code >= first else {
      return .story(
        code / Self.ofStory, question: Self.firstOfStory + UInt8(code % Self.ofStory))
    }
    let code = code - first
    return .list(code / Self.ofList, question: Self.firstOfList + UInt8(code % Self.ofList))
  }
}

extension QuestionCodes {
  /// The key of the question of a code; `story` and `list` answer identities.
  func key(
    _ code: UInt32, story: (CardID) -> UInt64, list: (ListID) -> UInt64
  ) -> ReadKey {
    switch self[code] {
    case .story(let id, let question): ReadKey(question, subject: story(id))
    case .list(let id, let question): ReadKey(question, subject: list(id))
    }
  }
}

extension Snapshot {
  /// The key of the question of a code.
  func key(_ code: UInt32) -> ReadKey {
    codes.key(code, story: { identity(ofStory: $0) }, list: { identity(ofList: $0) })
  }
}
