// MiniatureCOCO
