import Pictures

/// Figure 1: the architecture. Black arrows run forwards; dashed ones in the one other colour are gradients, which
/// reach everything but the class weights: there the stop-gradient cuts.
public struct ArchitectureFigure: Figure {
  /// Width and height in points.
  public let size = FigureSize(width: 1000, height: 530)

  /// The figure.
  public init() {}

  /// Draws it with its upper left corner at the origin.
  public func draw(on canvas: Canvas) {
    let flow = FlowDrawing(canvas: canvas)
    Self.drawNodes(flow)
    Self.drawForward(flow)
    Self.drawBackward(flow)
    Self.drawLegend(flow)
  }

  private static let (image, backbone, proposals) = (Point(66, 250), Point(196, 250), Point(196, 104))
  private static let (align, boxHead, classWeights) = (Point(330, 250), Point(476, 104), Point(650, 104))
  private static let (found, boxLoss) = (Point(818, 104), Point(936, 104))
  private static let (transfer, maskWeights) = (Point(650, 234), Point(650, 314))
  private static let (maskHead, fcn, mlp) = (Point(476, 390), Point(650, 390), Point(650, 464))
  private static let (sum, mask, maskLoss) = (Point(754, 390), Point(830, 390), Point(936, 390))

  private static func drawNodes(_ flow: FlowDrawing) {
    let canvas = flow.canvas
    let (shared, boxSide, maskSide) = (Color(hex: 0xE9ECEF), Color(hex: 0xDCEBFA), Color(hex: 0xE3F4E1))
    drawScene(canvas, center: image)
    flow.text(["image"], at: Point(image.x, image.y + 58), size: 11)

    flow.box(["Backbone", "ResNet + FPN"], center: backbone, width: 96, height: 110, fill: shared)
    flow.box(["RPN", "proposals"], center: proposals, width: 96, height: 48, fill: shared)
    flow.box(["RoIAlign"], center: align, width: 78, height: 48, fill: shared)

    flow.box(["Box head", "fc6, fc7"], center: boxHead, width: 106, height: 54, fill: boxSide)
    // The class weights: a matrix row for each class, those of A and of B alike.
    flow.box([], center: classWeights, width: 150, height: 82, fill: boxSide)
    drawMatrix(canvas, center: Point(classWeights.x - 42, classWeights.y + 8), columns: 4)
    drawMatrix(canvas, center: Point(classWeights.x + 28, classWeights.y + 8), columns: 8)
    flow.text(["w_cls"], at: Point(classWeights.x - 42, classWeights.y - 29), size: 10.5)
    flow.text(["w_box"], at: Point(classWeights.x + 28, classWeights.y - 29), size: 10.5)
    flow.box(["classes, boxes"], center: found, width: 108, height: 36, fill: .white)
    flow.box(["box losses", "A and B"], center: boxLoss, width: 88, height: 44, fill: .white)

    flow.box(
      ["T( w_det ; θ )", "fc, LeakyReLU, fc"], center: transfer, width: 124, height: 54,
      fill: Color(hex: 0xFFF1CC))
    flow.box(["w_seg"], center: maskWeights, width: 70, height: 28, fill: Color(hex: 0xFFF1CC))

    flow.box(["Mask head", "3×3 convs, 2×2 up"], center: maskHead, width: 116, height: 54, fill: maskSide)
    flow.box(["FCN", "1×1 conv by w_seg"], center: fcn, width: 124, height: 46, fill: maskSide)
    flow.box(["MLP", "class-agnostic"], center: mlp, width: 124, height: 46, fill: maskSide)
    canvas.circle(center: sum, radius: 11)
    canvas.fill(.white, path: .stays)
    canvas.stroke(flow.ink, width: 1)
    flow.text(["+"], at: sum, size: 15)
    drawMask(canvas, center: mask)
    flow.text(["M × M mask"], at: Point(mask.x, mask.y + 40), size: 10.5)
    flow.box(["mask loss", "A only"], center: maskLoss, width: 84, height: 44, fill: .white)
  }

  private static func drawForward(_ flow: FlowDrawing) {
    flow.forward(Point(image.x + 44, 250), Point(backbone.x - 48, 250))
    flow.forward(Point(backbone.x, 195), Point(backbone.x, 128))
    flow.forward(Point(backbone.x + 48, 244), Point(align.x - 39, 244))
    flow.forward(Point(proposals.x + 48, 104), Point(align.x, 104), Point(align.x, 226))
    flow.forward(
      Point(align.x + 39, 240), Point(388, 240), Point(388, 104), Point(boxHead.x - 53, 104))
    flow.forward(
      Point(align.x + 39, 260), Point(388, 260), Point(388, 390), Point(maskHead.x - 58, 390))
    flow.forward(Point(boxHead.x + 53, 104), Point(classWeights.x - 75, 104))
    flow.forward(Point(classWeights.x + 75, 104), Point(found.x - 54, 104))
    flow.forward(Point(found.x + 54, 104), Point(boxLoss.x - 44, 104))
    flow.forward(Point(transfer.x, 145), Point(transfer.x, 207))
    flow.forward(Point(transfer.x, 261), Point(transfer.x, 300))
    flow.forward(Point(transfer.x, 328), Point(transfer.x, 367))
    flow.forward(Point(maskHead.x + 58, 390), Point(fcn.x - 62, 390))
    flow.forward(Point(560, 390), Point(560, 464), Point(mlp.x - 62, 464))
    flow.forward(Point(fcn.x + 62, 390), Point(sum.x - 11, 390))
    flow.forward(Point(mlp.x + 62, 464), Point(sum.x, 464), Point(sum.x, 401))
    flow.forward(Point(sum.x + 11, 390), Point(mask.x - 28, 390))
    flow.forward(Point(mask.x + 28, 390), Point(maskLoss.x - 42, 390))
    flow.text(["w_det"], at: Point(transfer.x - 24, 157), size: 10.5)
  }

  private static func drawBackward(_ flow: FlowDrawing) {
    // From the box losses, through the class weights and the box head, into the backbone.
    flow.backward(Point(boxLoss.x - 44, 113), Point(found.x + 54, 113))
    flow.backward(Point(found.x - 54, 113), Point(classWeights.x + 75, 113))
    flow.backward(Point(classWeights.x - 75, 113), Point(boxHead.x + 53, 113))
    flow.backward(Point(boxHead.x - 53, 113), Point(397, 113), Point(397, 246), Point(align.x + 39, 246))
    // From the mask loss, through FCN and MLP and the mask head, into the backbone.
    flow.backward(Point(maskLoss.x - 42, 399), Point(mask.x + 28, 399))
    flow.backward(Point(mask.x - 28, 399), Point(sum.x + 9, 399))
    flow.backward(Point(sum.x - 9, 399), Point(fcn.x + 62, 399))
    flow.backward(Point(sum.x + 9, 402), Point(sum.x + 9, 473), Point(mlp.x + 62, 473))
    flow.backward(Point(fcn.x - 62, 399), Point(569, 399), Point(maskHead.x + 58, 399))
    flow.backward(Point(mlp.x - 62, 473), Point(551, 473), Point(551, 403))
    flow.backward(Point(maskHead.x - 58, 399), Point(379, 399), Point(379, 267), Point(align.x + 39, 267))
    flow.backward(Point(align.x - 39, 256), Point(backbone.x + 48, 256))
    flow.backward(Point(proposals.x + 9, 128), Point(proposals.x + 9, 195))
    // Through w_seg into T, and no further.
    flow.backward(Point(transfer.x + 9, 367), Point(transfer.x + 9, 328))
    flow.backward(Point(transfer.x + 9, 300), Point(transfer.x + 9, 261))
    flow.backward(Point(transfer.x + 9, 207), Point(transfer.x + 9, 184))
    flow.cut(at: Point(transfer.x + 13, 181), halfWidth: 9)
    flow.canvas.text(
      "stop-gradient", at: Point(transfer.x + 30, 179), size: 11, weight: .bold, anchor: .middle,
      color: flow.gradient)
  }

  private static func drawLegend(_ flow: FlowDrawing) {
    let canvas = flow.canvas
    canvas.text("Mask^X R-CNN", at: Point(24, 34), size: 16, weight: .bold)
    canvas.text(
      "boxes of all classes, masks of the classes in A", at: Point(24, 52), size: 11, color: Color(gray: 0.35)
    )
    flow.forward(Point(24, 452), Point(64, 452))
    canvas.text("forwards", at: Point(74, 452), size: 11, anchor: .middle)
    flow.backward(Point(64, 474), Point(24, 474))
    canvas.text("gradients", at: Point(74, 474), size: 11, anchor: .middle, color: flow.gradient)
    flow.cut(at: Point(44, 497), halfWidth: 15)
    canvas.text(
      "the cut: the mask loss does not reach the class weights", at: Point(74, 495), size: 11,
      anchor: .middle,
      color: flow.gradient)
  }

  /// A thumbnail: one animal before another, a box about each.
  private static func drawScene(_ canvas: Canvas, center: Point) {
    canvas.saved {
      canvas.translate(center.x - 44, center.y - 44)
      canvas.rectangle(x: 0, y: 0, width: 88, height: 88)
      canvas.clip()
      canvas.paint(.solid(Color(hex: 0xCFE8F5)))
      canvas.rectangle(x: 0, y: 56, width: 88, height: 32)
      canvas.fill(Color(hex: 0xB5D99C))
      drawAnimal(canvas, at: Point(50, 46), scale: 1, color: Color(gray: 0.86), stripes: true)
      drawAnimal(canvas, at: Point(32, 56), scale: 0.9, color: Color(hex: 0x8D5A2B), stripes: false)
    }
    canvas.rectangle(x: center.x - 44, y: center.y - 44, width: 88, height: 88)
    canvas.stroke(Color(gray: 0.15), width: 1)
  }

  private static func drawAnimal(
    _ canvas: Canvas, at point: Point, scale: Double, color: Color, stripes: Bool
  ) {
    canvas.saved {
      canvas.translate(point.x, point.y)
      canvas.scale(scale, scale)
      for x in [-14.0, -8, 9, 15] { canvas.rectangle(x: x - 2, y: 4, width: 4, height: 20) }
      canvas.ellipse(center: Point(0, 0), radii: (20, 9.5))
      canvas.polygon([
        Point(13, -2), Point(21, -22), Point(29, -20), Point(33, -12), Point(25, -11), Point(20, 4),
      ])
      canvas.fill(color)
      if stripes {
        for x in stride(from: -14.0, through: 14, by: 5.6) {
          canvas.move(to: Point(x, -7))
          canvas.line(to: Point(x + 2, 7))
          canvas.stroke(Color(gray: 0.2), width: 1.8)
        }
      }
    }
  }

  private static func drawMask(_ canvas: Canvas, center: Point) {
    canvas.saved {
      canvas.translate(center.x - 28, center.y - 28)
      canvas.rectangle(x: 0, y: 0, width: 56, height: 56)
      canvas.clip()
      canvas.paint(.solid(Color(gray: 0.12)))
      drawAnimal(canvas, at: Point(24, 32), scale: 1, color: .white, stripes: false)
    }
  }

  private static func drawMatrix(_ canvas: Canvas, center: Point, columns: Int) {
    let side = 8.0
    for row in 0..<5 {
      for column in 0..<columns {
        let shade = 0.55 + 0.4 * Double((row * 7 + column * 5 + row * column) % 8) / 7
        canvas.rectangle(
          x: center.x + (Double(column) - Double(columns) / 2) * side,
          y: center.y + (Double(row) - 2.5) * side,
          width: side - 1, height: side - 1)
        canvas.fill(Color(red: shade * 0.55, green: shade * 0.75, blue: shade))
      }
    }
  }
}
