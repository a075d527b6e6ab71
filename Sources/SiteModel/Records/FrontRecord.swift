/// A curated front: the named containers of `fronts/<edition>.yaml`, in their order.
package struct FrontRecord: Hashable, Sendable {
  package var containers: [FrontContainer] = []

  package init(containers: [FrontContainer] = []) {
    self.containers = containers
  }
}

/// One container of a front: chosen stories first, then a query that fills the rest.
package struct FrontContainer: Hashable, Sendable {
  package var key: Located<String>
  package var title: String?
  package var url: Located<String>?
  /// How the theme shows it: `lead`, `rail`, `band`, any word the template knows.
  package var layout: String?
  /// Story ids or content paths, in their order.
  package var items: [Located<String>] = []
  /// How many stories it shows, chosen and filled.
  package var limit: Int?
  /// What fills the places that `items` leaves; nothing means that nothing does.
  package var backfill: StoryQuery?

  package init(key: Located<String>) {
    self.key = key
  }
}

/// Which stories to take, newest first: the arguments of `articles()` that make sense in a file.
package struct StoryQuery: Hashable, Sendable {
  package var section: Located<String>?
  package var tag: Located<String>?
  package var author: Located<String>?
  package var series: Located<String>?
  package var genre: Genre?

  package init() {}
}
