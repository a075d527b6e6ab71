/// Elements with the keys that they are sorted by, side by side in the arena.
struct KeyedItems: ~Copyable {
  private var pairs: ListBuilder
  private var count = 0

  typealias Order = (Value, Value, inout RenderContext) throws(RenderFault) -> Int

  /// Takes memory for at most `room` elements.
  init(room: Int, in arena: inout Arena) throws(RenderFault) {
    pairs = try ListBuilder(room: 2 * room, in: &arena)
  }

  /// Adds an element.
  mutating func append(_ key: Value, _ value: Value) {
    pairs.append(key)
    pairs.append(value)
    count += 1
  }

  /// The key of the element at `index`.
  func key(_ index: Int) -> Value { pairs[2 * index] }

  /// The elements in their order now.
  func values(in arena: inout Arena) throws(RenderFault) -> Value {
    var list = try ListBuilder(room: count, in: &arena)
    for index in 0..<count { list.append(pairs[2 * index + 1]) }
    return list.list
  }
}

// MARK: - Sorting

extension KeyedItems {
  /// Sorts by the keys; elements with equal keys keep their order, in both directions.
  ///
  /// It is a merge sort over runs that an insertion sort makes; every comparison is charged.
  mutating func sort(
    isReverse: Bool, _ context: inout RenderContext, _ order: Order
  ) throws(RenderFault) {
    let run = 8
    var start = 0
    while start < count {
      try insertionSort(start..<min(start + run, count), isReverse, &context, order)
      start += run
    }
    guard count > run else { return }
    var source = try ListBuilder(room: 2 * count, in: &context.arena)
    for index in 0..<2 * count { source.append(pairs[index]) }
    var width = run
    while width < count {
      try context.charge(elements: count)
      swap(&source, &pairs)
      var start = 0
      while start < count {
        let middle = min(start + width, count)
        let end = min(start + 2 * width, count)
        try merge(source, start, middle, end, isReverse, &context, order)
        start = end
      }
      width *= 2
    }
  }

  private mutating func insertionSort(
    _ range: Range<Int>, _ isReverse: Bool, _ context: inout RenderContext, _ order: Order
  ) throws(RenderFault) {
    for index in range.dropFirst() {
      let (key, value) = (pairs[2 * index], pairs[2 * index + 1])
      var place = index
      while place > range.lowerBound {
        let before = try order(pairs[2 * place - 2], key, &context)
        guard isReverse ? before < 0 : before > 0 else { break }
        pairs[2 * place] = pairs[2 * place - 2]
        pairs[2 * place + 1] = pairs[2 * place - 1]
        place -= 1
      }
      pairs[2 * place] = key
      pairs[2 * place + 1] = value
    }
  }

  private mutating func merge(
    _ source: borrowing ListBuilder, _ start: Int, _ middle: Int, _ end: Int, _ isReverse: Bool,
    _ context: inout RenderContext, _ order: Order
  ) throws(RenderFault) {
    var left = start
    var right = middle
    for place in start..<end {
      var takesRight = left == middle
      if !takesRight, right < end {
        let found = try order(source[2 * left], source[2 * right], &context)
        takesRight = isReverse ? found < 0 : found > 0
      }
      let taken = takesRight ? right : left
      if takesRight { right += 1 } else { left += 1 }
      pairs[2 * place] = source[2 * taken]
      pairs[2 * place + 1] = source[2 * taken + 1]
    }
  }
}
