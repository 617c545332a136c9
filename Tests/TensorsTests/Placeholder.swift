// Tests of the tensors.
