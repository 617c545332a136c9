import Foundation

/// The TurboJPEG library, looked up when the first JPEG file is read: the package builds and runs without it.
struct TurboJPEG: Sendable {
  typealias Handle = OpaquePointer
  typealias Bytes = UnsafePointer<UInt8>
  typealias IntOut = UnsafeMutablePointer<Int32>
  typealias Start = @Sendable @convention(c) () -> Handle?
  typealias End = @Sendable @convention(c) (Handle) -> Int32
  typealias Header = @Sendable @convention(c) (Handle, Bytes, UInt, IntOut, IntOut, IntOut, IntOut) -> Int32
  typealias Decompress =
    @Sendable @convention(c) (
      Handle, Bytes, UInt, UnsafeMutablePointer<UInt8>, Int32, Int32, Int32, Int32, Int32
    ) -> Int32
  typealias ErrorText = @Sendable @convention(c) (Handle) -> UnsafePointer<CChar>
  typealias ErrorCode = @Sendable @convention(c) (Handle) -> Int32

  let start: Start
  let end: End
  let header: Header
  let decompress: Decompress
  let errorText: ErrorText
  let errorCode: ErrorCode

  /// Where the systems keep it.
  static let libraries = [
    "libturbojpeg.so.0", "libturbojpeg.so", "libturbojpeg.dylib",
    "/opt/homebrew/lib/libturbojpeg.dylib", "/opt/homebrew/opt/jpeg-turbo/lib/libturbojpeg.dylib",
    "/usr/local/lib/libturbojpeg.dylib", "/usr/local/opt/jpeg-turbo/lib/libturbojpeg.dylib",
  ]

  /// The library of this machine, or nothing where none is installed.
  static let installed = TurboJPEG(libraries: libraries)

  /// What to do where none is installed.
  static let missing = """
    is a JPEG file, and the library that reads them is missing: install TurboJPEG 1.5 or newer \
    (libturbojpeg0 on Debian, libturbojpeg on Ubuntu, jpeg-turbo with Homebrew)
    """

  /// The first of the libraries that can be opened and has all the functions.
  init?(libraries: [String]) {
    for name in libraries {
      guard let library = dlopen(name, RTLD_NOW | RTLD_LOCAL) else { continue }
      guard
        let start = dlsym(library, "tjInitDecompress"), let end = dlsym(library, "tjDestroy"),
        let header = dlsym(library, "tjDecompressHeader3"),
        let decompress = dlsym(library, "tjDecompress2"),
        let errorText = dlsym(library, "tjGetErrorStr2"),
        let errorCode = dlsym(library, "tjGetErrorCode")
      else {
        dlclose(library)
        continue
      }
      self.start = unsafeBitCast(start, to: Start.self)
      self.end = unsafeBitCast(end, to: End.self)
      self.header = unsafeBitCast(header, to: Header.self)
      self.decompress = unsafeBitCast(decompress, to: Decompress.self)
      self.errorText = unsafeBitCast(errorText, to: ErrorText.self)
      self.errorCode = unsafeBitCast(errorCode, to: ErrorCode.self)
      return
    }
    return nil
  }

  /// The layouts of pixels that are asked for.
  enum PixelFormat: Int32 {
    case rgb = 0
    case cmyk = 11
  }

  /// The colour spaces of a file that need CMYK pixels: CMYK and YCCK.
  static let fourInkColorSpaces: Set<Int32> = [3, 4]
}
