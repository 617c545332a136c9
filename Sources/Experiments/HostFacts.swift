import Foundation
import Tensors

/// Where a result was computed. No result depends on it but for the last bits of the products.
public struct HostFacts: Codable, Hashable, Sendable {
  /// The kernels that OpenBLAS used: `Haswell`, `SkylakeX`, `Cooperlake`, ...
  public var kernels: String
  /// Worker threads.
  public var threads: Int
  /// The processor's cores.
  public var cores: Int
  /// The system and its architecture.
  public var system: String
  /// The processor's name, where the system tells.
  public var processor: String?
  /// The commit of this package, where git tells.
  public var commit: String?
  /// OpenBLAS's version.
  public var openBLAS: String?
  /// The version of Swift that compiled this package.
  public var swift: String?

  /// Facts from their parts.
  public init(
    kernels: String, threads: Int, cores: Int, system: String, processor: String?, commit: String?,
    openBLAS: String? = nil, swift: String? = nil
  ) {
    (self.kernels, self.threads, self.cores) = (kernels, threads, cores)
    (self.system, self.processor, self.commit) = (system, processor, commit)
    (self.openBLAS, self.swift) = (openBLAS, swift)
  }

  /// This machine, working with so many threads.
  public static func here(threads: Int) -> HostFacts {
    #if arch(x86_64)
      let architecture = "x86_64"
    #elseif arch(arm64)
      let architecture = "arm64"
    #else
      let architecture = "another architecture"
    #endif
    #if os(Linux)
      let system = "Linux"
    #elseif os(macOS)
      let system = "macOS"
    #else
      let system = "another system"
    #endif
    return HostFacts(
      kernels: BLAS.kernels, threads: threads, cores: Parallel.coreCount, system: "\(system) \(architecture)",
      processor: processorName, commit: ProcessInfo.processInfo.environment["REPRODUCE_COMMIT"],
      openBLAS: BLAS.version, swift: compiler)
  }

  /// The compiler's version, as far as it can be asked for.
  private static var compiler: String {
    #if compiler(>=6.4)
      "6.4 or later"
    #elseif compiler(>=6.3)
      "6.3"
    #elseif compiler(>=6.2)
      "6.2"
    #elseif compiler(>=6.1)
      "6.1"
    #else
      "6.0"
    #endif
  }

  private static var processorName: String? {
    guard let text = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8) else { return nil }
    let line = text.split(separator: "\n").first { $0.hasPrefix("model name") }
    return line?.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) }
  }
}

/// Whether OpenBLAS runs on the kernels that it would choose for this processor by itself.
///
/// The environment variable `OPENBLAS_CORETYPE` overrides its choice, and may be set without its user's knowledge.
/// It is respected; this says what it costs to.
public enum KernelChoice {
  /// A line to show when the kernels are not the processor's own; nil when they are. `executable` is this program,
  /// which is asked again without the variable: `executable kernels` prints the kernels and ends.
  public static func warning(executable: String) -> String? {
    var environment = ProcessInfo.processInfo.environment
    guard let demanded = environment.removeValue(forKey: "OPENBLAS_CORETYPE"), !demanded.isEmpty else {
      return nil
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = ["kernels"]
    process.environment = environment
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let own = String(decoding: output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    guard process.terminationStatus == 0, !own.isEmpty, own != BLAS.kernels else { return nil }
    return
      "OPENBLAS_CORETYPE=\(demanded) makes OpenBLAS use its \(BLAS.kernels) kernels; this processor's own "
      + "are \(own). It is respected; `env -u OPENBLAS_CORETYPE` shows the difference."
  }
}
