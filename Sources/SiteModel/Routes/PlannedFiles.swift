/// The files that Load found to be published as they are.
package struct PlannedFiles: Sendable {
  package var assets: [SiteFile]
  package var staticFiles: [SiteFile]
  package var pictures: PictureTable
  package var ledger: [LedgerRow]

  package init(
    assets: [SiteFile], staticFiles: [SiteFile], pictures: PictureTable, ledger: [LedgerRow] = []
  ) {
    self.assets = assets
    self.staticFiles = staticFiles
    self.pictures = pictures
    self.ledger = ledger
  }
}
