internal import Incremental
internal import SiteModel

/// Codes of questions: the numbers under which the renders of one build note what they ask most.
///
/// A code is made of the number of a story or list, which costs nothing; a key, which means the same
/// in every build, is made of it once for all renders.
extension Snapshot {
  private static let firstOfStory = Question.face.rawValue
  private static let ofStory = UInt32(Question.part.rawValue - firstOfStory + 1)
  private static let firstOfList = Question.term.rawValue
  private static let ofList = UInt32(Question.besideMonths.rawValue - firstOfList + 1)

  private var storyCodes: UInt32 { UInt32(storyIdentities.count) * Self.ofStory }

  /// How many codes there are.
  var codes: UInt32 { storyCodes + UInt32(listIdentities.count) * Self.ofList }

  /// The code of a question about a story.
  func code(_ question: Question, ofStory id: CardID) -> UInt32 {
    id * Self.ofStory + UInt32(question.rawValue - Self.firstOfStory)
  }

  /// The code of a question about a list that has no parameters; nothing for a question that is not
  /// asked of all kinds of lists.
  func code(_ question: Question, ofList list: ListID) -> UInt32? {
    guard question.rawValue >= Self.firstOfList,
      question.rawValue <= Question.besideMonths.rawValue
    else { return nil }
    return storyCodes + list * Self.ofList + UInt32(question.rawValue - Self.firstOfList)
  }

  /// The key of the question of a code.
  func key(_ code: UInt32) -> ReadKey {
    if code < storyCodes {
      return ReadKey(
        Self.firstOfStory + UInt8(code % Self.ofStory),
        subject: storyIdentities[Int(code / Self.ofStory)])
    }
    let code = code - storyCodes
    return ReadKey(
      Self.firstOfList + UInt8(code % Self.ofList),
      subject: listIdentities[Int(code / Self.ofList)])
  }
}
