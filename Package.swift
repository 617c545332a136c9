// swift-tools-version: 6.0
import PackageDescription

// Tests run in debug builds. Unoptimised loops over floats are some fifty times slower than optimised
// ones, so the targets with loops are optimised there too. And they use the vector instructions of the
// machine they are built on, which changes the speed but no result. SwiftPM refuses such flags in a
// dependency; there (the package then lies in a `checkouts` folder) they are left out.
let isDependency = Context.packageDirectory.split(separator: "/").contains("checkouts")
#if arch(x86_64)
  let vectors: [SwiftSetting] = [.unsafeFlags(["-Xcc", "-march=native"])]
#else
  let vectors: [SwiftSetting] = []
#endif
let optimised: [SwiftSetting] =
  isDependency ? [] : [.unsafeFlags(["-O"], .when(configuration: .debug))] + vectors

/// A library target, in reading order, and its test target, which may need `programs` beside it.
func section(
  _ name: String, _ dependencies: [Target.Dependency], programs: [Target.Dependency] = [],
  resources: [Resource] = []
) -> [Target] {
  [
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: optimised),
    .testTarget(
      name: "\(name)Tests", dependencies: [.byName(name: name)] + dependencies + programs,
      swiftSettings: optimised),
  ]
}

let package = Package(
  name: "SegmentEveryThing",
  products: [
    .library(name: "Tensors", targets: ["Tensors"]),
    .library(name: "Backpropagation", targets: ["Backpropagation"]),
    .library(name: "Pictures", targets: ["Pictures"]),
    .library(name: "COCO", targets: ["COCO"]),
    .library(name: "MiniatureCOCO", targets: ["MiniatureCOCO"]),
    .library(name: "MaskRCNN", targets: ["MaskRCNN"]),
    .library(
      name: "MaskXRCNN",
      targets: [
        "WeightTransfer", "TrainingStrategies", "HybridMaskHead", "BaselineAndOracle", "WeightConversion",
      ]),
    .library(name: "Experiments", targets: ["Experiments"]),
    .executable(name: "reproduce", targets: ["reproduce"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
  ],
  targets: [
    // The three system libraries: each a module map and a shim header.
    .systemLibrary(
      name: "COpenBLAS", pkgConfig: "openblas",
      providers: [.apt(["libopenblas-dev"]), .brew(["openblas"])]),
    .systemLibrary(
      name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"]), .brew(["libpng"])]),
    .systemLibrary(
      name: "CCairo", pkgConfig: "cairo", providers: [.apt(["libcairo2-dev"]), .brew(["cairo"])]),
  ]
    // The engine.
    + section("Tensors", ["COpenBLAS"])
    + section("Backpropagation", ["Tensors"])
    // The data.
    + section("Pictures", ["Tensors", "CPNG", "CCairo"])
    + section("COCO", ["Pictures", "Tensors"])
    + section("MiniatureCOCO", ["COCO", "Pictures", "Tensors"])
    // The paper: section 2, background, then 2.1 to 2.4, then section 3.
    + section("MaskRCNN", ["Backpropagation", "COCO", "Pictures", "Tensors"])
    + section("WeightTransfer", ["MaskRCNN", "Backpropagation", "COCO", "Tensors"])
    + section("HybridMaskHead", ["MaskRCNN", "Backpropagation", "Tensors"])
    + section("BaselineAndOracle", ["MaskRCNN", "Backpropagation", "Tensors"])
    + section(
      "TrainingStrategies",
      [
        "MaskRCNN", "WeightTransfer", "HybridMaskHead", "BaselineAndOracle", "Backpropagation",
        "COCO", "Tensors",
      ])
    // Weights from elsewhere, and back.
    + section(
      "WeightConversion",
      [
        "TrainingStrategies", "WeightTransfer", "HybridMaskHead", "MaskRCNN", "Backpropagation", "COCO",
        "Tensors",
      ])
    + section(
      "Experiments",
      [
        "TrainingStrategies", "WeightTransfer", "HybridMaskHead", "BaselineAndOracle", "MaskRCNN",
        "MiniatureCOCO", "COCO", "Pictures", "Backpropagation", "Tensors",
      ], programs: ["reproduce"], resources: [.copy("Resources")])
    + [
      .executableTarget(
        name: "reproduce",
        dependencies: [
          "Experiments", "WeightConversion",
          .product(name: "ArgumentParser", package: "swift-argument-parser"),
        ],
        swiftSettings: optimised)
    ],
  swiftLanguageModes: [.v6]
)
