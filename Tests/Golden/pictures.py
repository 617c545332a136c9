"""Makes pictures.json: small PNG and JPEG files of every kind, and their pixels as Pillow reads them.

    python3 Tests/Golden/pictures.py        needs Pillow and numpy
"""

import base64, io, json, pathlib

import numpy as np
from PIL import Image

W, H = 19, 13
y, x = np.mgrid[0:H, 0:W]
colours = np.stack([x * 255 // (W - 1), y * 255 // (H - 1), (x * 37 + y * 11) % 256], -1).astype(np.uint8)
smooth = np.stack([x * 12 + 10, y * 15 + 30, 200 - x * 4 - y * 5], -1).astype(np.uint8)
opacity = ((x * y * 5) % 256).astype(np.uint8)

rgb = Image.fromarray(colours)
soft = Image.fromarray(smooth)
rgba = Image.fromarray(np.dstack([colours, opacity]))
gray_alpha = Image.merge("LA", [rgb.convert("L"), Image.fromarray(opacity)])
palette = rgb.quantize(16)
cmyk = soft.convert("CMYK")

images = {
    "rgb.png": (rgb, {}),
    "gray.png": (rgb.convert("L"), {}),
    "bilevel.png": (rgb.convert("1"), {}),
    "palette.png": (palette, {}),
    "palette-transparent.png": (palette, {"transparency": 3}),
    "rgba.png": (rgba, {}),
    "gray-alpha.png": (gray_alpha, {}),
    "444.jpg": (soft, {"quality": 95, "subsampling": 0}),
    "420.jpg": (soft, {"quality": 75, "subsampling": 2}),
    "progressive.jpg": (soft, {"quality": 80, "progressive": True}),
    "restarts.jpg": (soft, {"quality": 80, "restart_marker_blocks": 1}),
    "gray.jpg": (soft.convert("L"), {"quality": 90}),
    "cmyk.jpg": (cmyk, {"quality": 95}),
}

entries = []
for name, (image, options) in images.items():
    buffer = io.BytesIO()
    image.save(buffer, "PNG" if name.endswith("png") else "JPEG", **options)
    read = Image.open(io.BytesIO(buffer.getvalue()))
    if read.mode in ("RGBA", "LA") or "transparency" in read.info:
        # What is transparent lies on white.
        layer = np.asarray(read.convert("RGBA")).astype(int)
        a = layer[..., 3:]
        pixels = ((layer[..., :3] * a + 255 * (255 - a) + 127) // 255).astype(np.uint8)
    else:
        pixels = np.asarray(read.convert("RGB"))
    entries.append({
        "name": name, "width": W, "height": H,
        "file": base64.b64encode(buffer.getvalue()).decode(),
        "pixels": base64.b64encode(pixels.tobytes()).decode(),
    })

path = pathlib.Path(__file__).with_suffix(".json")
path.write_text("[\n" + ",\n".join(json.dumps(e) for e in entries) + "\n]\n")
