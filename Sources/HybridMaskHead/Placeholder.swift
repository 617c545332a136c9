// HybridMaskHead
