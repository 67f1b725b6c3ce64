extension MathExample {
  /// Greek, alphabets, words.
  static let letters = read(
    #"""
    x  ⟶  x
    \alpha  ⟶  α
    \alpha + \beta  ⟶  α + β
    \Gamma(z)  ⟶  Γ(z)
    \varepsilon > 0  ⟶  ε > 0
    \theta, \phi, \omega  ⟶  θ, φ, ω
    2\pi r  ⟶  2πr
    E = mc^2  ⟶  E = mc²
    \mathbb{R}  ⟶  ℝ
    \mathbb{R}^n  ⟶  ℝⁿ
    f: \mathbb{R}^n \to \mathbb{R}  ⟶  f: ℝⁿ → ℝ
    x \in \mathbb{N}  ⟶  x ∈ ℕ
    \mathbb{E}[X]  ⟶  𝔼[X]
    \mathcal{L}  ⟶  ℒ
    \mathcal{O}(n \log n)  ⟶  𝒪(n log n)
    \mathcal{N}(\mu, \sigma^2)  ⟶  𝒩(μ, σ²)
    \mathfrak{g}  ⟶  𝔤
    \mathbf{x}  ⟶  𝐱
    \mathbf{W}\mathbf{x} + \mathbf{b}  ⟶  𝐖𝐱 + 𝐛
    \boldsymbol{\theta}  ⟶  𝛉
    \mathbf{x_i}  ⟶  𝐱ᵢ
    \mathbf{\text{a word}}  ⟶  a word
    \mathbf{Ab1}  ⟶  𝐀𝐛𝟏
    \mathbb{1}  ⟶  𝟙
    \mathrm{d}x  ⟶  dx
    \mathrm{ReLU}(x) = \max(0, x)  ⟶  ReLU(x) = max(0, x)
    \mathrm{Var}(X)  ⟶  Var(X)
    \hbar\omega  ⟶  ℏω
    \ell_2  ⟶  ℓ₂
    \infty  ⟶  ∞
    \aleph_0  ⟶  ℵ₀
    90^\circ  ⟶  90°
    \partial f  ⟶  ∂f
    \nabla f  ⟶  ∇f
    """#
  )

  /// Superscripts, subscripts, primes.
  static let scripts = read(
    #"""
    x^2  ⟶  x²
    x_i  ⟶  xᵢ
    x_{ij}  ⟶  xᵢⱼ
    x_i^2  ⟶  xᵢ²
    x^2_i  ⟶  xᵢ²
    a^{n+1}  ⟶  aⁿ⁺¹
    a_{n-1}  ⟶  aₙ₋₁
    a_{n+1} = a_n + a_{n-1}  ⟶  aₙ₊₁ = aₙ + aₙ₋₁
    2^n  ⟶  2ⁿ
    2^{10}  ⟶  2¹⁰
    10^{-3}  ⟶  10⁻³
    x^T  ⟶  xᵀ
    A^\top  ⟶  Aᵀ
    A^{-1}  ⟶  A⁻¹
    A^T A  ⟶  AᵀA
    x'  ⟶  x′
    f'(x)  ⟶  f′(x)
    f''(x)  ⟶  f″(x)
    f'''(x)  ⟶  f‴(x)
    f^{(n)}(x)  ⟶  f⁽ⁿ⁾(x)
    x^{*}  ⟶  x*
    z^\dagger  ⟶  z†
    a_1, a_2, \dots, a_n  ⟶  a₁, a₂, …, aₙ
    x_1 + \cdots + x_n  ⟶  x₁ + ⋯ + xₙ
    e^{i\pi} + 1 = 0  ⟶  e^(iπ) + 1 = 0
    e^{-x^2}  ⟶  e^(−x²)
    e^x  ⟶  eˣ
    x^q  ⟶  x^q
    W^Q  ⟶  W^Q
    W^Q x  ⟶  W^(Q)x
    d_{model}  ⟶  d_model
    \theta_{\text{MLE}}  ⟶  θ_MLE
    P_{\text{out}} = 1  ⟶  Pₒᵤₜ = 1
    x_{i,j}  ⟶  x_(i,j)
    H_2O  ⟶  H₂O
    (a + b)^2  ⟶  (a + b)²
    (a+b)^2 = a^2 + 2ab + b^2  ⟶  (a + b)² = a² + 2ab + b²
    {}^{14}C  ⟶  ¹⁴C
    T_{ij}^{k}  ⟶  Tᵢⱼᵏ
    x^{2y}  ⟶  x²ʸ
    x^{a}y  ⟶  xᵃy
    x^{3.14}  ⟶  x^(3.14)
    \sigma_x^2  ⟶  σₓ²
    """#
  )

  /// Signs between things, and around them.
  static let operators = read(
    #"""
    a+b  ⟶  a + b
    a - b  ⟶  a − b
    -a  ⟶  −a
    -1  ⟶  −1
    a = -b  ⟶  a = −b
    (-1)^n  ⟶  (−1)ⁿ
    a \times b  ⟶  a × b
    a \cdot b  ⟶  a · b
    a \pm b  ⟶  a ± b
    \pm 1  ⟶  ±1
    a \le b  ⟶  a ≤ b
    a \leq b \leq c  ⟶  a ≤ b ≤ c
    a \neq b  ⟶  a ≠ b
    a \ne b  ⟶  a ≠ b
    a\approx b  ⟶  a ≈ b
    x \in A \cup B  ⟶  x ∈ A ∪ B
    A \cap B = \emptyset  ⟶  A ∩ B = ∅
    A \subseteq B  ⟶  A ⊆ B
    A \setminus B  ⟶  A ∖ B
    x \notin S  ⟶  x ∉ S
    \forall x \in X, \exists y  ⟶  ∀x ∈ X, ∃y
    p \land q \lor \neg r  ⟶  p ∧ q ∨ ¬r
    p \implies q  ⟶  p ⇒ q
    p \iff q  ⟶  p ⇔ q
    A \Rightarrow B  ⟶  A ⇒ B
    x \to \infty  ⟶  x → ∞
    x \mapsto x^2  ⟶  x ↦ x²
    a \equiv b \pmod{n}  ⟶  a ≡ b (mod n)
    a \bmod n  ⟶  a mod n
    a \mid b  ⟶  a | b
    \{1, 2, 3\}  ⟶  {1, 2, 3}
    \{x \in \mathbb{R} \mid x > 0\}  ⟶  {x ∈ ℝ | x > 0}
    |x|  ⟶  |x|
    |-x| = |x|  ⟶  |−x| = |x|
    \|x\|_2  ⟶  ‖x‖₂
    \lVert v \rVert  ⟶  ‖v‖
    \langle u, v \rangle  ⟶  ⟨u, v⟩
    \lfloor x \rfloor  ⟶  ⌊x⌋
    \lceil n \rceil  ⟶  ⌈n⌉
    [0, 1)  ⟶  [0, 1)
    n!  ⟶  n!
    x := 5  ⟶  x := 5
    f \colon A \to B  ⟶  f: A → B
    a \gg b  ⟶  a ≫ b
    a \propto b  ⟶  a ∝ b
    a \sim b  ⟶  a ∼ b
    a/b  ⟶  a/b
    a<b  ⟶  a < b
    50\%  ⟶  50%
    1,000  ⟶  1,000
    1{,}000  ⟶  1,000
    f(1,2)  ⟶  f(1, 2)
    3.14159  ⟶  3.14159
    \not=  ⟶  ≠
    \not\in  ⟶  ∉
    A \otimes B  ⟶  A ⊗ B
    \therefore x = 1  ⟶  ∴ x = 1
    a \cong b  ⟶  a ≅ b
    \left( a + b \right)  ⟶  (a + b)
    \left[ 0, 1 \right]  ⟶  [0, 1]
    \left\{ a \right\}  ⟶  {a}
    \left| x \right|  ⟶  |x|
    \left. f \right|_0  ⟶  f|₀
    \big( a \big)  ⟶  (a)
    u \perp v  ⟶  u ⊥ v
    \top  ⟶  ⊤
    """#
  )
}
