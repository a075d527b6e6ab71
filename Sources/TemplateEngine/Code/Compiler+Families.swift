/// Templates that bring in others: extends, blocks, include, import.
extension Compiler {
  /// The number of the family of the template `chain` begins with, linked when it is new.
  mutating func family(_ chain: [Int], _ start: EscapeState) -> Int {
    let chain = completed(chain)
    let key = FamilyKey(chain: chain, start: start)
    if let number = familyNumbers[key] {
      if program.families[number].isBroken { breakFamilies() }
      return number
    }
    let number = program.families.count
    familyNumbers[key] = number
    program.families.append(
      Family(chain: chain, start: start, blocks: blockDefinitions(of: chain)))
    program.families[number].main = mainUnit(chain[0], family: number, start)
    program.families[number].isLinked = true
    compileUnusedBlocks(of: number)
    if program.families[number].isBroken { breakFamilies() }
    return number
  }

  /// The top level of the last template of `chain` as the parent of those before it.
  mutating func parentUnit(_ chain: [Int], _ state: EscapeState) -> Int? {
    let whole = completed(chain)
    let number = program.families.count
    program.families.append(
      Family(chain: whole, start: state, blocks: blockDefinitions(of: whole)))
    let unit = mainUnit(whole[chain.count - 1], family: number, state)
    program.families[number].main = unit
    program.families[number].isLinked = true
    return unit
  }

  /// The chain with all parents that are known without rendering.
  private mutating func completed(_ chain: [Int]) -> [Int] {
    var chain = chain
    while let last = chain.last, !templates[last].hasDynamicParent,
      let name = templates[last].parent,
      let parent = numbers[name]
    {
      guard !chain.contains(parent), chain.count < Self.chainLimit else {
        if let place = placeOfExtends(in: last) {
          note(
            chain.contains(parent) ? .circularTemplate(name) : .chainTooLong(name), at: place,
            in: last)
        }
        break
      }
      chain.append(parent)
    }
    return chain
  }

  private func placeOfExtends(in template: Int) -> Range<Int32>? {
    templates[template].tree.nodes.first { $0.kind == .extends }?.range
  }

  private func blockDefinitions(of chain: [Int]) -> [NameID: [BlockDefinition]] {
    var definitions: [NameID: [BlockDefinition]] = [:]
    for template in chain {
      for (name, node) in templates[template].blocks {
        definitions[name, default: []].append(BlockDefinition(template: template, node: node))
      }
    }
    return definitions
  }

  /// Compiles the top level of a template.
  private mutating func mainUnit(_ template: Int, family: Int, _ state: EscapeState) -> Int {
    let loaded = templates[template]
    for problem in loaded.tree.problems {
      note(LocatedProblem(template: template, problem: problem))
    }
    let unit = beginUnit(
      .main, template: template, name: loaded.tree.source.name, family: family, state: state)
    units[UnitKey(family: family, template: template, node: .none, state: state, position: 0)] =
      unit
    builder.isMain = true
    builder.scopes.append(Scope(isTopLevel: true))
    if loaded.hasDynamicParent {
      builder.parentSlot = newSlot()
      push(.none)
      emit(.storeLocal, b: builder.parentSlot ?? 0, -1)
    }
    statements(loaded.tree.body)
    finishMain(loaded, family)
    endUnit()
    return unit
  }

  /// Goes on with the parent, when there is one.
  private mutating func finishMain(_ loaded: LoadedTemplate, _ family: Int) {
    let chain = program.families[family].chain
    if let slot = builder.parentSlot {
      let state = builder.state
      let jump = emit(.jumpIfExtended, b: slot)
      let end = emit(.jump)
      land(jump)
      program.includes.append(IncludeSite(state: state))
      emit(.callParent, b: slot, c: program.includes.count - 1)
      land(end)
    } else if loaded.parent != nil, let place = chain.firstIndex(of: builder.template),
      place + 1 < chain.count
    {
      let unit = mainUnit(chain[place + 1], family: family, builder.state)
      emit(.callUnit, c: unit)
      builder.state = endState(of: unit)
    }
  }

  /// Compiles blocks that nothing calls, so that what is wrong in them is found.
  private mutating func compileUnusedBlocks(of family: Int) {
    let definitions = program.families[family].blocks
    let compiled = Set(units.keys.filter { $0.family == family }.map(\.node))
    for (name, list) in definitions.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      for (position, definition) in list.enumerated() where !compiled.contains(definition.node) {
        let state = program.families[family].start
        _ = blockUnit(name, position, family: family, state.neutral)
      }
    }
  }

  /// The unit of a definition of a block for a state.
  mutating func blockUnit(
    _ name: NameID, _ position: Int, family: Int, _ state: EscapeState
  ) -> Int {
    let definition = (program.families[family].blocks[name] ?? [])[position]
    let key = UnitKey(
      family: family, template: definition.template, node: definition.node, state: state,
      position: position)
    if let unit = units[key] { return unit }
    let node = templates[definition.template].tree[definition.node]
    let unit = beginUnit(
      .block, template: definition.template, name: text(name), family: family, state: state)
    units[key] = unit
    builder.block = (name, position)
    builder.place = node.range
    if node.b == 1, position == 0 {
      push(program.keys[Int(name.rawValue)])
      emit(.fault, a: 1, -1)
    }
    beginScope(of: ListID(rawValue: node.a))
    statements(ListID(rawValue: node.a))
    endScope()
    endUnit()
    return unit
  }

  mutating func block(_ node: Node) {
    let name = name(node.name)
    guard !builder.isSilent else {
      checkParents(name, node)
      return
    }
    let jump = builder.parentSlot.flatMap { slot in
      builder.isMain ? emit(.jumpIfExtended, b: slot) : nil
    }
    let unit = blockUnit(name, 0, family: builder.family, builder.state)
    if node.flag {
      var site = IncludeSite(unit: unit, state: builder.state)
      site.passed = visibleLocals()
      if let (loop, hops) = loop(), let name = names.existing("loop"),
        program.rootNumbers[Int(name.rawValue)] >= 0
      {
        site.loop = .init(hops: hops, slot: loop.slot, root: root(name))
      }
      program.includes.append(site)
      emit(.callScoped, c: program.includes.count - 1)
    } else {
      emit(.callUnit, c: unit)
    }
    if let jump { land(jump) }
    builder.state = endState(of: unit)
  }

  /// Notes a block that no parent has: nothing shows it.
  private mutating func checkParents(_ name: NameID, _ node: Node) {
    let definitions = program.families[builder.family].blocks[name] ?? []
    guard builder.isMain, !hasDynamicParent(builder.family),
      definitions.last?.template == builder.template
    else { return }
    note(.blockNotInParents(text(name)), at: node.c..<node.d)
  }

  mutating func extends(_ node: Node) {
    let target = self.node(NodeID(rawValue: node.a))
    if let name = constantText(target) {
      guard numbers[name] != nil else {
        note(.unknownTemplate(name, candidates: numbers.keys.sorted()), at: target.range)
        builder.isSilent = true
        return
      }
      if builder.parentSlot == nil {
        builder.isSilent = true
        return
      }
    }
    guard let slot = builder.parentSlot else { return }
    expression(NodeID(rawValue: node.a))
    program.includes.append(IncludeSite(state: builder.state))
    emit(.extend, b: slot, c: program.includes.count - 1, -1)
  }

  /// The text of an expression that is one string.
  func constantText(_ node: Node) -> String? {
    guard node.kind == .literal, case .text(let bytes) = template.tree.literals[Int(node.a)] else {
      return nil
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: Include

  mutating func include(_ node: Node) {
    guard !builder.isSilent else { return }
    var site = IncludeSite(state: builder.state)
    site.withContext = node.flag
    site.ignoresMissing = node.b == 1
    if node.flag { site.passed = visibleLocals() }
    let target = self.node(NodeID(rawValue: node.a))
    checkIncluded(target, ignoresMissing: site.ignoresMissing)
    if let name = constantText(target), let number = numbers[name] {
      let family = family([number], builder.state)
      site.unit =
        program.families[family].main
        ?? units[
          UnitKey(
            family: family, template: number, node: .none, state: builder.state, position: 0)]
    }
    let jump = builder.parentSlot.flatMap { slot in
      builder.isMain ? emit(.jumpIfExtended, b: slot) : nil
    }
    builder.place = node.range
    expression(NodeID(rawValue: node.a))
    program.includes.append(site)
    emit(.include, c: program.includes.count - 1, -1)
    if let unit = site.unit { builder.state = endState(of: unit) }
    if let jump { land(jump) }
  }

  /// Notes constant names of templates that do not exist.
  private mutating func checkIncluded(_ target: Node, ignoresMissing: Bool) {
    guard !ignoresMissing else { return }
    if let name = constantText(target), numbers[name] == nil {
      note(.unknownTemplate(name, candidates: numbers.keys.sorted()), at: target.range)
    } else if target.kind == .list {
      let items = template.tree.nodes(in: ListID(rawValue: target.a)).map { self.node($0) }
      let known = items.map { constantText($0) }
      if !known.isEmpty, known.allSatisfy({ $0.map { numbers[$0] == nil } ?? false }) {
        note(
          .unknownTemplate((known[0] ?? ""), candidates: numbers.keys.sorted()),
          at: target.range)
      }
    }
  }

  // MARK: Import

  mutating func importModule(_ node: Node) {
    emitImport(node)
    emitStore(name(node.name))
  }

  mutating func importNames(_ node: Node) {
    let source = emitImport(node)
    let names = Array(template.tree.list(ListID(rawValue: node.b)))
    for offset in stride(from: 0, to: names.count, by: 4) {
      let name = name(NameIndex(rawValue: names[offset]))
      builder.place = names[offset + 2]..<names[offset + 3]
      checkImported(text(name), from: source)
      emit(.duplicate, 1)
      emit(.importName, c: Int(name.rawValue))
      emitStore(self.name(NameIndex(rawValue: names[offset + 1])))
    }
    emit(.pop, -1)
  }

  private mutating func checkImported(_ text: String, from source: Int?) {
    if text.hasPrefix("_") {
      note(.privateImport(text), at: builder.place)
    } else if let source, let name = names.existing(text), !templates[source].exports.contains(name)
    {
      let known = templates[source].exports.map { self.text($0) }.sorted()
      let file = templates[source].tree.source.name
      note(.unknownImport(text, template: file, candidates: known), at: builder.place)
    }
  }

  /// Pushes the module; answers the number of its template when that is known.
  @discardableResult
  private mutating func emitImport(_ node: Node) -> Int? {
    let target = self.node(NodeID(rawValue: node.a))
    var site = IncludeSite(state: builder.state.neutral)
    site.withContext = node.flag
    if node.flag { site.passed = visibleLocals() }
    var source: Int?
    if let name = constantText(target) {
      if let number = numbers[name] {
        source = number
        linkModule(number, target.range, &site)
      } else {
        note(.unknownTemplate(name, candidates: numbers.keys.sorted()), at: target.range)
      }
    }
    builder.place = node.range
    expression(NodeID(rawValue: node.a))
    program.includes.append(site)
    emit(.importModule, c: program.includes.count - 1)
    return source
  }

  private mutating func linkModule(
    _ number: Int, _ place: Range<Int32>, _ site: inout IncludeSite
  ) {
    guard !importing.contains(number), number != builder.template else {
      note(.circularTemplate(templates[number].tree.source.name), at: place)
      return
    }
    importing.append(number)
    defer { importing.removeLast() }
    let state = templates[number].start
    let family = family([number], state)
    site.unit = program.families[family].main
    site.state = state
  }
}
