package import Diagnostics

/// Makes diagnostics of a fault: its place, hints, and the chain of calls that led there.
extension Renderer {
  /// The diagnostics of `fault`, made while the machine still stands where it stopped.
  mutating func diagnostics(of fault: RenderFault) -> [Diagnostic] {
    if fault.code == .brokenTemplate {
      defer { linkProblems = [] }
      return linkProblems.isEmpty
        ? library.diagnostics
        : linkProblems.map { TemplateMessages.diagnostic($0, library.templates) }
    }
    let range = place(of: pc)
    let template = templateRunning
    var place = TemplateMessages.FaultPlace(expression: source(of: range, in: template))
    place.candidates = candidates(for: fault)
    place.owner = owner(of: fault)
    describeRoot(of: fault, &place)
    let words = TemplateMessages.words(of: fault, place)
    let file = library.templates[template].tree.source.displayPath
    return [
      Diagnostic(
        .error, id: "template.\(words.id)", words.summary,
        at: SourceLocation(file: file, range: range), label: words.label, help: words.help,
        notes: callChain())
    ]
  }

  /// What the last render has to say though it went well: URLs that were replaced.
  package func warnings() -> [Diagnostic] {
    unsafeURLs.map { url in
      let file = library.templates[url.template].tree.source.displayPath
      return Diagnostic(
        .warning, id: "template.unsafe-url",
        "\(TemplateMessages.shown(url.value)) was replaced by '#unsafe-url'",
        at: SourceLocation(file: file, range: place(of: url.pc)),
        label: "its scheme could run code",
        help: "schemes that pass: \(EscapeState.safeSchemes.sorted().joined(separator: ", "))")
    }
  }

  var templateRunning: Int { frames.last.map { program.units[$0.unit].template } ?? 0 }

  private func place(of pc: Int) -> Range<Int> {
    guard program.places.indices.contains(pc) else { return 0..<0 }
    let place = program.places[pc]
    return Int(place.lowerBound)..<Int(place.upperBound)
  }

  private func source(of range: Range<Int>, in template: Int) -> String {
    let bytes = library.templates[template].tree.source.bytes
    guard range.upperBound <= bytes.count else { return "" }
    return String(decoding: bytes[range].prefix(80), as: UTF8.self)
  }

  /// Why a root name that the host knows is not defined here.
  private mutating func describeRoot(
    of fault: RenderFault, _ place: inout TemplateMessages.FaultPlace
  ) {
    guard fault.code == .undefinedName, let name = fault.value.text?.string,
      context.host.rootNames().contains(name), let number = library.names.existing(name)
    else { return }
    let value = try? context.host.root(number, key: fault.value, &context)
    place.isHidden = value.map { !$0.isMissing } ?? false
    place.pages = context.host.owners(ofRoot: name)
  }

  /// The calls, includes and parents around the place, the innermost first.
  private func callChain() -> [Diagnostic.Note] {
    var notes: [Diagnostic.Note] = []
    for index in frames.indices.dropFirst().reversed() {
      let unit = program.units[frames[index].unit]
      let caller = program.units[frames[index - 1].unit]
      let source = library.templates[caller.template].tree.source
      let location = SourceLocation(
        file: source.displayPath, range: place(of: frames[index].calledFrom))
      notes.append(.init(step(unit, frames[index]), at: location))
    }
    return notes.collapsed()
  }

  private func step(_ unit: Unit, _ frame: Frame) -> String {
    switch unit.kind {
    case .main where frame.result == .module: "imported here"
    case .main where program.code[frame.calledFrom].op == .include: "included here"
    case .main: "extended here"
    case .block: "in block '\(unit.name)', shown here"
    case .macro: "in macro '\(unit.name)', called here"
    case .caller: "in the body of 'call', asked for here"
    case .loop: "in a recursive loop, entered here"
    }
  }

  private func owner(of fault: RenderFault) -> String {
    switch fault.other.kind {
    case .entity:
      fault.other.entity.map { "'\(context.host.kindName(of: $0))'" } ?? "it"
    case .module:
      "'\(library.templates[Int(fault.other.count32)].tree.source.name)'"
    default: TemplateMessages.describe(fault.other)
    }
  }

  private func candidates(for fault: RenderFault) -> [String] {
    switch fault.code {
    case .undefinedName: namesInScope()
    case .undefinedMember, .unknownImport: members(of: fault.other)
    case .unknownMethod: methods(of: fault.other)
    case .unknownFilter: context.registry.filters.keys.sorted()
    case .unknownTest: context.registry.tests.keys.sorted()
    case .unknownTemplate: library.numbers.keys.sorted()
    default: []
    }
  }

  private func namesInScope() -> [String] {
    var names = context.host.rootNames() + context.registry.functions.keys
    let assigned = library.templates[templateRunning].assigned
    names += assigned.map { library.names.texts[Int($0.rawValue)] }
    return names.sorted()
  }

  private func methods(of owner: Value) -> [String] {
    let methods = context.registry.methods.filter { _, methods in
      methods.contains { $0.receivers.contains(owner.kind) }
    }
    return methods.keys.sorted()
  }

  private func members(of owner: Value) -> [String] {
    switch owner.kind {
    case .map: return owner.rawEntries.compactMap { $0.key.text?.string }
    case .entity: return owner.entity.map { context.host.memberNames(of: $0) } ?? []
    case .module:
      let exports = library.templates[Int(owner.count32)].exports
      return exports.map { library.names.texts[Int($0.rawValue)] }.sorted()
    case .namespace: return owner.namespaceMap.rawEntries.compactMap { $0.key.text?.string }
    default: return []
    }
  }
}

extension TemplateLibrary {
  /// The diagnostic of a render of a template that does not exist.
  func unknownTemplate(_ name: String) -> Diagnostic {
    let words = TemplateMessages.words(
      of: .unknownTemplate(name, candidates: numbers.keys.sorted()))
    return Diagnostic(.error, id: "template.\(words.id)", words.summary, help: words.help)
  }
}

extension [Diagnostic.Note] {
  /// At most 20 notes, each run of equal ones as one that tells their number.
  fileprivate func collapsed() -> [Diagnostic.Note] {
    var collapsed: [Diagnostic.Note] = []
    var start = 0
    while start < count, collapsed.count < 20 {
      let end = self[start...].firstIndex { $0 != self[start] } ?? count
      var note = self[start]
      if end - start > 1 { note.summary += " (\(end - start) times)" }
      collapsed.append(note)
      start = end
    }
    return collapsed
  }
}
