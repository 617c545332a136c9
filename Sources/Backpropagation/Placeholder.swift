// Backpropagation
