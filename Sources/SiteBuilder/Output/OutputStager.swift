package import Bytes
internal import Diagnostics
package import FileTree

/// Stages files one after the other; one belongs to each worker.
///
/// It keeps the memory for names and for what files hold, so that staging costs system calls alone.
package struct OutputStager<Listing: OutputListing>: ~Copyable {
  private let output: OutputFolder
  private let listing: Listing
  private var name = ByteBuffer(capacity: 256)
  private var held = ByteBuffer(capacity: 1 << 16)
  private var staged: NearbyFiles

  /// A stager for the files of `listing`.
  package init(_ output: OutputFolder, _ listing: Listing) {
    self.output = output
    self.listing = listing
    staged = NearbyFiles(below: output.folder)
  }

  /// Stages the file `number` when its bytes differ from those in place.
  ///
  /// `found` is the stamp of the file in place, when it is known. The file is not read when it still
  /// has the stamp that is `remembered`.
  package mutating func stage(
    _ bytes: borrowing ByteBuffer, as number: Int, found: FileStamp? = nil,
    remembered: RememberedFile? = nil
  ) throws -> OutputFile {
    let path = listing.path(of: number)
    var file = OutputFile(
      state: .unchanged, hash: Fingerprint(of: bytes), size: bytes.count, stamp: .missing)
    if !output.isFresh { file.stamp = try found ?? output.folder.stamp(of: path) }
    if let remembered, remembered.hash == file.hash, file.stamp.isKnown,
      remembered.stamp == file.stamp
    {
      return file
    }
    let row = output.manifest.row(of: path)
    file.row = row.map { UInt32($0) }
    if let row, output.manifest.hash(row) == file.hash,
      let stamp = try stamp(ifFile: path, holds: file)
    {
      file.stamp = stamp
      return file
    }
    if row == nil { try refuseForeign(path, file.stamp) }
    file.state = row == nil ? .new : .changed
    file.place = OutputFile.place(file.stamp)
    try write(bytes, as: number, path, &file)
    return file
  }

  /// The stamp of the file in place, which was found with that of `file`, when it is a file of these
  /// bytes: somebody may have edited it.
  package mutating func stamp(
    ofFile number: Int, holding file: OutputFile
  ) throws -> FileStamp? {
    try stamp(ifFile: listing.path(of: number), holds: file)
  }

  private mutating func stamp(
    ifFile path: ByteView, holds file: OutputFile
  ) throws -> FileStamp? {
    guard file.stamp.isKnown, file.stamp.size == Int64(file.size) else { return nil }
    held.removeAll()
    do throws(DiskError) {
      let stamp = try output.folder.read(path, into: &held, followsLink: false)
      return Fingerprint(of: held) == file.hash ? stamp : nil
    } catch {
      // What cannot be read is replaced; the commit says so when that is not possible either.
      guard error.isRefusal || error.isMissing else { throw error }
      return nil
    }
  }

  /// A file of somebody else's stays; a folder of ours may become a file, and the commit looks at
  /// what is in it.
  private func refuseForeign(_ path: ByteView, _ stamp: FileStamp) throws {
    guard stamp != .missing, !output.adopts, !output.owns(path) else { return }
    if stamp == .notAFile, try output.folder.kind(of: path) == .folder,
      output.ownsFiles(below: path)
    {
      return
    }
    throw DiagnosticError(OutputMessages.foreignFile(path.string))
  }
}

// MARK: - Writing

extension OutputStager {
  private mutating func write(
    _ bytes: borrowing ByteBuffer, as number: Int, _ path: ByteView, _ file: inout OutputFile
  ) throws {
    if path.contains(where: { $0 < 0x20 }) {
      throw DiagnosticError(OutputMessages.controlCharacter(path.string))
    }
    if path.starts(with: ByteView(".warta-")) {
      throw DiagnosticError(OutputMessages.reservedName(path.string))
    }
    name.removeAll()
    if output.movesFolders {
      name.append(OutputFolder.stageName)
      name.append("/")
      name.append(path)
    } else {
      name.appendStagedName(of: number)
    }
    file.stamp = try name.withView { name throws(DiskError) in
      try staged.write(bytes, to: name)
    }
  }
}

extension ByteBuffer {
  /// Appends the name under which a file is staged when files are not staged under their own paths.
  mutating func appendStagedName(of number: Int) {
    append(OutputFolder.stageName)
    append("/")
    append(decimal: number / 1024)
    append("/")
    append(decimal: number)
  }
}
