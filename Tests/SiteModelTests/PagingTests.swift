import SiteModel
import Testing

/// Every length of a list up to 200 with every page size up to 7.
struct PagingTests {
  static let sizes = Array(1...7)
  private static let lengths = 0...200

  @Test(arguments: sizes)
  func `every story is on exactly one page, the oldest on page 1`(size: Int) {
    for length in Self.lengths {
      let paging = Paging(count: length, pageSize: size)
      var shown: [Int] = []
      for number in 0..<paging.numberedPages { shown += paging.page(number + 1) }
      shown += paging.front
      #expect(shown == Array(0..<length), "\(length) stories by \(size)")
    }
  }

  @Test(arguments: sizes)
  func `numbered pages are full and the front holds from one page to nearly two`(size: Int) {
    for length in Self.lengths {
      let paging = Paging(count: length, pageSize: size)
      #expect(paging.numberedPages == max(0, length / size - 1))
      for number in 0..<paging.numberedPages { #expect(paging.page(number + 1).count == size) }
      let isShort = length < 2 * size
      #expect(
        isShort ? paging.front.count == length : (size..<(2 * size)).contains(paging.front.count))
    }
  }

  @Test(arguments: sizes)
  func `a story knows the page that holds it`(size: Int) {
    for length in Self.lengths {
      let paging = Paging(count: length, pageSize: size)
      for index in 0..<length {
        if let number = paging.page(holding: index) {
          #expect(paging.page(number).contains(index))
        } else {
          #expect(paging.front.contains(index))
        }
      }
    }
  }

  @Test(arguments: sizes)
  func `a new story changes the front, and every p-th also makes one page`(size: Int) {
    for length in Self.lengths {
      let old = Pages(stories: Array(0..<length), size: size)
      let new = Pages(stories: Array(0...length), size: size)
      #expect(old.front != new.front)
      #expect(Array(new.numbered.prefix(old.numbered.count)) == old.numbered)
      let makesPage = (length + 1) % size == 0 && length + 1 >= 2 * size
      #expect(new.numbered.count - old.numbered.count == (makesPage ? 1 : 0))
    }
  }

  @Test(arguments: sizes)
  func `a story inserted at rank i leaves the pages before that of rank i alone`(size: Int) {
    for length in stride(from: 0, through: 60, by: 1) {
      let old = Pages(stories: Array(0..<length), size: size)
      for rank in 1...(length + 1) {
        var stories = Array(0..<length)
        stories.insert(-1, at: rank - 1)
        let new = Pages(stories: stories, size: size)
        #expect(old.unchanged(in: new) == min(old.numbered.count, (rank - 1) / size))
      }
    }
  }

  @Test(arguments: sizes)
  func `a story deleted at rank i leaves the pages before that of rank i alone`(size: Int) {
    for length in 1...60 {
      let old = Pages(stories: Array(0..<length), size: size)
      for rank in 1...length {
        var stories = Array(0..<length)
        stories.remove(at: rank - 1)
        let new = Pages(stories: stories, size: size)
        #expect(old.unchanged(in: new) == min(new.numbered.count, (rank - 1) / size))
      }
    }
  }

  @Test func `a page size of zero counts as one`() {
    #expect(Paging(count: 3, pageSize: 0).numberedPages == 2)
  }
}

/// The stories of a list as its pages show them.
private struct Pages {
  var front: [Int]
  var numbered: [[Int]]

  init(stories: [Int], size: Int) {
    let paging = Paging(count: stories.count, pageSize: size)
    front = Array(stories[paging.front])
    numbered = (0..<paging.numberedPages).map { Array(stories[paging.page($0 + 1)]) }
  }

  /// How many of the first pages are the same.
  func unchanged(in other: Pages) -> Int {
    zip(numbered, other.numbered).prefix { $0 == $1 }.count
  }
}
