internal import ArgumentParser

/// The command line of Warta.
struct Warta: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "warta",
    abstract: "A static site generator for news organisations.",
    discussion: """
      Articles are Markdown files with front matter in Content/, templates are in Templates/, and
      the site is written to Public/. Start with: warta new site mysite
      """,
    version: "0.1.0",
    subcommands: [
      BuildCommand.self, CheckCommand.self, ListCommand.self, WhyCommand.self, NewCommand.self,
      RenderCommand.self,
      MarkdownCommand.self, CleanCommand.self,
    ])
}
