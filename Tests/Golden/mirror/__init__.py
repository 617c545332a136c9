"""Mask^X R-CNN in PyTorch, as the Swift package has it: the same layers under the same names, the same losses, the
same steps. It exists to be compared with: great_test.py makes the goldens of the great test with it, and it is the
yardstick of speed.

Read in this order: configuration, boxes, regions, backbone, proposals, box_head, mask_head, sampling, model, training.

Layouts inside are PyTorch's (N C H W, channels last in memory); `training.exported` gives weights in the package's
layouts. Everything works in single and in double precision.
"""
