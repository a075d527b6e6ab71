// swift-tools-version: 6.2
import PackageDescription

/// Every target is compiled in Swift 6 mode with strict memory safety: a use of an unsafe
/// construct is written `unsafe` and stands under a comment that names its invariant.
let house: [SwiftSetting] = [
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A target in layers: it imports what stands beside it and nothing else.
func layer(_ name: String, imports: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: imports, swiftSettings: house)
}

/// The tests of a layer; `data` names the folders in it that hold no code.
func tests(
  of name: String, imports: [Target.Dependency] = [], data: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.target(name: name), "TestSupport"] + imports,
    exclude: data,
    swiftSettings: house)
}

let package = Package(
  name: "warta",
  platforms: [.macOS(.v26)],
  products: [.executable(name: "warta", targets: ["Command"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  targets: [
    .systemLibrary(
      name: "CXXHash", pkgConfig: "libxxhash",
      providers: [.apt(["libxxhash-dev"]), .brew(["xxhash"])]),
    .systemLibrary(
      name: "CCommonMark", pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .target(name: "CTheme"),
    .target(name: "CSyntaxTree", dependencies: ["CCommonMark"]),

    layer("Bytes", imports: ["CXXHash"]),
    layer("Diagnostics", imports: ["Bytes"]),
    layer("Localization", imports: ["Bytes"]),
    layer("FileTree", imports: ["Bytes", "Diagnostics"]),
    layer("Markdown", imports: ["Bytes", "Diagnostics", "CCommonMark", "CSyntaxTree"]),
    layer("FrontMatter", imports: ["Bytes", "Diagnostics", "CLibYAML"]),
    layer("TemplateEngine", imports: ["Bytes", "Diagnostics"]),
    layer("Incremental", imports: ["Bytes", "Diagnostics"]),
    layer("SiteModel", imports: ["Bytes", "Diagnostics", "Localization", "FrontMatter"]),
    layer("NewsFormats", imports: ["Bytes", "Localization"]),
    layer(
      "SiteBuilder",
      imports: [
        "Bytes", "Diagnostics", "Localization", "FileTree", "Markdown", "FrontMatter",
        "TemplateEngine", "Incremental", "SiteModel", "NewsFormats", "CTheme",
      ]),
    .executableTarget(
      name: "Command",
      dependencies: [
        "Bytes", "Diagnostics", "Localization", "FileTree", "Markdown", "FrontMatter",
        "TemplateEngine", "Incremental", "SiteModel", "SiteBuilder",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: house),
    tests(of: "Bytes"),
    tests(of: "Diagnostics"),
    tests(of: "Localization", imports: ["Bytes"], data: ["Golden"]),
    tests(of: "FileTree", imports: ["Bytes", "Diagnostics"]),
    tests(
      of: "Markdown", imports: ["Bytes", "Diagnostics", "CCommonMark"], data: ["Cases", "Golden"]),
    tests(of: "FrontMatter", imports: ["Bytes", "Diagnostics"], data: ["Golden"]),
    tests(
      of: "TemplateEngine", imports: ["Bytes", "Diagnostics"],
      data: ["Cases", "Golden", "Escaping/Golden", "Attacks/Cases", "Attacks/attack_browser.py"]),
    tests(of: "Incremental", imports: ["Bytes", "Diagnostics"]),
    tests(
      of: "SiteModel", imports: ["Bytes", "Diagnostics", "Localization", "FrontMatter"],
      data: ["Golden"]),
    tests(
      of: "NewsFormats", imports: ["Bytes", "Localization"],
      data: ["Golden", "Schemas", "Validators"]),
    tests(
      of: "SiteBuilder",
      imports: [
        "Bytes", "Diagnostics", "FileTree", "Incremental", "Localization", "SiteModel",
        "TemplateEngine",
      ], data: ["Golden", "Output/Golden"]),
    .testTarget(
      name: "CommandTests", dependencies: ["Command", "FileTree", "TestSupport"],
      swiftSettings: house),

    .target(name: "AllocationCount", path: "Tests/Benchmarks/AllocationCount"),
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "AllocationCount", "Bytes", "Diagnostics", "FileTree", "FrontMatter", "Incremental",
        "Localization", "Markdown", "SiteBuilder", "SiteModel", "TemplateEngine",
      ],
      path: "Tests/Benchmarks/Program", swiftSettings: house),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu2x
)
