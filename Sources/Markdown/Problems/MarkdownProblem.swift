/// Something in a text that its author should know of: data only, put in words elsewhere.
struct MarkdownProblem {
  let kind: Kind
  let spot: SourceSpot

  init(_ kind: Kind, at spot: SourceSpot) {
    self.kind = kind
    self.spot = spot
  }

  enum Kind {
    // Limits
    case tooLong(Int)
    case tooManyBrackets
    case tooDeep
    case tooMuchHTML
    // Headings
    case headingRepeatsTitle(String)
    case headingSkipsLevel(String, level: Int, after: Int)
    case emptyHeading
    // Blocks
    case reservedBlock(String)
    case rowTooLong(cells: Int, columns: Int)
    case headDoesNotFit(cells: Int, columns: Int)
    case markAcrossCells
    case forbiddenCharacter(UInt32)
    // Links and pictures
    case refusedScheme(String, isPicture: Bool)
    case hostWithoutScheme(String)
    case emptyDestination(isPicture: Bool)
    case missingStory(String, suggestion: String?)
    case missingFile(String, suggestion: String?)
    case missingPicture(String, suggestion: String?)
    case heldStory(String)
    case missingAlt(String)
    case altRepeatsCaption
    // Footnotes
    case unknownNote(String, suggestion: String?)
    case unusedNote(String)
    case repeatedNote(String)
    case codeAfterNote
    // Raw HTML
    case rawHTML(String)
    case elementNotAllowed(String)
    case attributeNotAllowed(String, element: String)
    case unclosedElement(String)
    case unopenedElement(String)
    case brokenTag
  }
}
