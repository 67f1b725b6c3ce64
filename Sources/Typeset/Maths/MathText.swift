package enum MathText { package static func unicode(_ s: String) -> String? { nil } }
