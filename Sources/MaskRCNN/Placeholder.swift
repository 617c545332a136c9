// MaskRCNN
