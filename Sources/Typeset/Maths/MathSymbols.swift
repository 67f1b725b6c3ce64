/// What LaTeX's commands for single signs stand for.
enum MathSymbols {
  static let pieces: [String: MathPiece] = {
    var pieces: [String: MathPiece] = [:]
    for (kind, table) in tables {
      let words = table.split(whereSeparator: \.isWhitespace)
      for index in stride(from: 0, to: words.count - 1, by: 2) {
        pieces[String(words[index])] = MathPiece(kind, String(words[index + 1]))
      }
    }
    for name in functions.split(whereSeparator: \.isWhitespace) {
      pieces[String(name)] = MathPiece(.function, String(name))
    }
    for name in [" ", ",", ":", ";", ">", "enspace", "thinspace"] { pieces[name] = .space }
    pieces["quad"] = MathPiece(.space, "  ")
    pieces["qquad"] = MathPiece(.space, "    ")
    pieces["limsup"] = MathPiece(.operation, "lim sup")
    pieces["liminf"] = MathPiece(.operation, "lim inf")
    return pieces
  }()

  static let accents: [String: Unicode.Scalar] = [
    "hat": "\u{302}", "widehat": "\u{302}", "bar": "\u{304}", "overline": "\u{304}",
    "vec": "\u{20D7}", "tilde": "\u{303}", "widetilde": "\u{303}", "dot": "\u{307}",
    "ddot": "\u{308}", "check": "\u{30C}", "breve": "\u{306}", "acute": "\u{301}",
    "grave": "\u{300}", "mathring": "\u{30A}", "underline": "\u{332}",
  ]

  static let negations = [
    "=": "≠", "∈": "∉", "≡": "≢", "⊂": "⊄", "⊆": "⊈", "∃": "∄", "<": "≮", ">": "≯", "≤": "≰",
    "≥": "≱", "|": "∤", "∣": "∤", "∼": "≁", "≈": "≉",
  ]

  static let fractions = [
    "1/2": "½", "1/3": "⅓", "2/3": "⅔", "1/4": "¼", "3/4": "¾", "1/5": "⅕", "2/5": "⅖",
    "3/5": "⅗", "4/5": "⅘", "1/6": "⅙", "5/6": "⅚", "1/8": "⅛", "3/8": "⅜", "5/8": "⅝",
    "7/8": "⅞",
  ]

  private static let functions = """
    sin cos tan cot sec csc sinh cosh tanh coth arcsin arccos arctan exp log ln lg det dim ker gcd
    deg arg hom Pr
    """

  private static let tables: [(MathPiece.Kind, String)] = [
    (.ordinary, greek), (.ordinary, ordinary), (.binary, binary), (.relation, relations),
    (.relation, arrows), (.operation, operations), (.opening, opening), (.closing, closing),
    (.punctuation, "colon :"),
  ]

  private static let greek = """
    alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι
    kappa κ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ
    upsilon υ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ
    Upsilon Υ Phi Φ Psi Ψ Omega Ω
    """

  private static let ordinary = """
    infty ∞ partial ∂ nabla ∇ hbar ℏ ell ℓ Re ℜ Im ℑ wp ℘ aleph ℵ emptyset ∅ varnothing ∅ forall ∀
    exists ∃ nexists ∄ neg ¬ lnot ¬ top ⊤ bot ⊥ angle ∠ triangle △ square □ Box □ prime ′ circ ∘
    degree ° dots … ldots … cdots ⋯ vdots ⋮ ddots ⋱ dotsc … dotsb ⋯ dagger † ddagger ‡ star ⋆
    checkmark ✓ imath ı jmath ȷ | ‖ Vert ‖ vert | % % # # $ $ & & _ _ backslash \\ S § P ¶ pounds £ complement ∁
    """

  private static let binary = """
    pm ± mp ∓ times × div ÷ cdot · ast ∗ cup ∪ cap ∩ setminus ∖ wedge ∧ land ∧ vee ∨ lor ∨ oplus ⊕
    ominus ⊖ otimes ⊗ odot ⊙ bullet • sqcup ⊔ sqcap ⊓ uplus ⊎ bmod mod mod mod amalg ∐
    """

  private static let relations = """
    leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ approx ≈ equiv ≡ sim ∼ simeq ≃ cong ≅ propto ∝ ll ≪ gg ≫ lt <
    gt > in ∈ notin ∉ ni ∋ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ nsubseteq ⊈ subsetneq ⊊ prec ≺
    succ ≻ preceq ≼ succeq ≽ perp ⊥ parallel ∥ mid | nmid ∤ models ⊨ vdash ⊢ dashv ⊣ asymp ≍
    therefore ∴ because ∵ doteq ≐ triangleq ≜ coloneqq ≔ leqslant ≤ geqslant ≥ lesssim ≲ gtrsim ≳ nleq ≰ ngeq ≱
    """

  private static let arrows = """
    to → rightarrow → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔
    implies ⇒ impliedby ⇐ iff ⇔ mapsto ↦ longmapsto ↦ longrightarrow → longleftarrow ←
    Longrightarrow ⇒ Longleftrightarrow ⇔ uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑
    Downarrow ⇓ nearrow ↗ searrow ↘ hookrightarrow ↪ rightharpoonup ⇀ rightleftharpoons ⇌
    leadsto ↝
    """

  private static let operations = """
    sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ bigcup ⋃ bigcap ⋂ bigvee ⋁ bigwedge ⋀
    bigoplus ⨁ bigotimes ⨂ lim lim max max min min sup sup inf inf argmax argmax argmin argmin
    """

  private static let opening = "{ { lbrace { lbrack [ langle ⟨ lfloor ⌊ lceil ⌈ lvert | lVert ‖ ( ("
  private static let closing = "} } rbrace } rbrack ] rangle ⟩ rfloor ⌋ rceil ⌉ rvert | rVert ‖ ) )"
}
