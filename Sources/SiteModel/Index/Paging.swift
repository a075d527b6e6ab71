/// How a list of `count` stories falls onto pages that are numbered from the oldest.
///
/// Stories are a[0] … a[n−1], oldest first, and p stories make a page. Numbered page k (from 1)
/// holds a[(k−1)p] … a[kp−1] and exists once n ≥ (k+1)p; the front holds the rest: all stories
/// while n < 2p, else p to 2p − 1. So every story is on one page, and a new one changes the front
/// alone but for every p-th, which also makes a page.
package struct Paging: Hashable, Sendable {
  /// The number of stories.
  package let count: Int
  /// The number of stories on a numbered page; at least 1.
  package let pageSize: Int

  package init(count: Int, pageSize: Int) {
    self.count = count
    self.pageSize = max(1, pageSize)
  }

  /// The number of numbered pages: K = max(0, ⌊n/p⌋ − 1).
  package var numberedPages: Int { max(0, count / pageSize - 1) }

  /// The stories of the front, as indexes from the oldest.
  package var front: Range<Int> { (numberedPages * pageSize)..<count }

  /// The stories of numbered page `number`, as indexes from the oldest.
  package func page(_ number: Int) -> Range<Int> {
    precondition((1...max(1, numberedPages)).contains(number))
    return ((number - 1) * pageSize)..<(number * pageSize)
  }

  /// The numbered page that holds the story at `index`; nothing when the front does.
  package func page(holding index: Int) -> Int? {
    let number = index / pageSize + 1
    return number <= numberedPages ? number : nil
  }
}
