/// Answers where the links and pictures of a text lead.
///
/// It is asked once per reference, in the order of the text, for references inside the site only:
/// other hosts, mail addresses, telephone numbers and `#fragments` are not its business.
package protocol MarkdownResolver: ~Copyable {
  /// Answers where a link leads.
  mutating func resolve(link: MarkdownReference) -> MarkdownLinkAnswer

  /// Answers which picture is meant.
  mutating func resolve(picture: MarkdownReference) -> MarkdownPictureAnswer
}

/// A reference to something inside the site, as the text makes it.
package struct MarkdownReference: Hashable, Sendable {
  package var kind: Kind
  /// The path with percent-encoding undone, without query and fragment: `../iran/berita.md`.
  package var path: String

  package init(kind: Kind, path: String) {
    self.kind = kind
    self.path = path
  }

  /// What a reference names, as far as its form tells.
  package enum Kind: Hashable, Sendable {
    /// A Markdown file, relative to the text's own file: `../berita.md`.
    case story
    /// Another file beside the text: `peta.png`, `laporan.pdf`, `../`.
    case file
    /// A path from the root of the site: `/iran/`.
    case path
  }
}

/// Where a link leads.
package enum MarkdownLinkAnswer: Hashable, Sendable {
  /// The URL to print, without query and fragment, which are added as written.
  case url(String)
  /// A story that is not shown now: the link's text is printed without a link, with a warning.
  case held
  /// There is no such file: an error. The suggestion is a path as it could be written.
  case missing(suggestion: String?)
}

/// Which picture is meant.
package enum MarkdownPictureAnswer: Hashable, Sendable {
  case picture(MarkdownPicture)
  /// There is no such file: an error. The suggestion is a path as it could be written.
  case missing(suggestion: String?)
}

/// A picture that can be printed.
package struct MarkdownPicture: Hashable, Sendable {
  package var url: String
  /// The width and height in pixels, when they are known.
  package var size: Size?
  /// The other widths, as the value of the attribute `srcset`.
  package var sourceSet: String?
  /// The value of the attribute `sizes`, printed with `sourceSet` only.
  package var sizes: String?

  package init(url: String, size: Size? = nil, sourceSet: String? = nil, sizes: String? = nil) {
    self.url = url
    self.size = size
    self.sourceSet = sourceSet
    self.sizes = sizes
  }

  /// Pixels.
  package struct Size: Hashable, Sendable {
    package var width: Int
    package var height: Int

    package init(width: Int, height: Int) {
      self.width = width
      self.height = height
    }
  }
}

/// A resolver for texts that stand in no site: every reference is printed as it is written.
package struct UnresolvedReferences: MarkdownResolver {
  package init() {}

  package mutating func resolve(link: MarkdownReference) -> MarkdownLinkAnswer { .url(link.path) }

  package mutating func resolve(picture: MarkdownReference) -> MarkdownPictureAnswer {
    .picture(MarkdownPicture(url: picture.path))
  }
}
