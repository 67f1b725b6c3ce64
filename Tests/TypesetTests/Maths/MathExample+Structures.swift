extension MathExample {
  /// Fractions and roots.
  static let fractions = read(
    #"""
    \frac{1}{2}  ⟶  ½
    \frac12  ⟶  ½
    \frac{a}{b}  ⟶  a/b
    \frac{a+b}{c}  ⟶  (a + b)/c
    \frac{a}{b+c}  ⟶  a/(b + c)
    \frac{a}{bc}  ⟶  a/(bc)
    \frac{ab}{c}  ⟶  ab/c
    \frac{1}{n+1}  ⟶  1/(n + 1)
    \frac{1}{(n+1)}  ⟶  1/(n + 1)
    \frac{x^2}{2}  ⟶  x²/2
    \frac{n!}{k!(n-k)!}  ⟶  n!/(k!(n − k)!)
    \frac{1}{n!}  ⟶  1/n!
    \frac{dy}{dx}  ⟶  dy/dx
    \frac{d}{dx} f(x)  ⟶  (d/dx)f(x)
    \frac{\partial f}{\partial x}  ⟶  ∂f/∂x
    \frac{d^2y}{dx^2}  ⟶  d²y/dx²
    \frac{a}{b}x  ⟶  (a/b)x
    2\frac{a}{b}  ⟶  2(a/b)
    \frac{a}{b} + \frac{c}{d}  ⟶  a/b + c/d
    \frac{a}{b} \cdot \frac{c}{d}  ⟶  a/b · c/d
    \left(\frac{a}{b}\right)^2  ⟶  (a/b)²
    \frac{\frac{a}{b}}{c}  ⟶  (a/b)/c
    \frac{\pi}{2}  ⟶  π/2
    \frac{1}{3}\pi r^3  ⟶  ⅓πr³
    \frac{4}{3}\pi r^3  ⟶  (4/3)πr³
    \dfrac{p}{q}  ⟶  p/q
    \sin\frac{x}{2}  ⟶  sin(x/2)
    \frac{\sin x}{x}  ⟶  (sin x)/x
    \frac{-b}{2a}  ⟶  −b/(2a)
    \frac{\text{true positives}}{\text{all}}  ⟶  (true positives)/all
    \frac{\text{TP}}{\text{TP} + \text{FP}}  ⟶  TP/(TP + FP)
    \sqrt{x}  ⟶  √x
    \sqrt2  ⟶  √2
    \sqrt{2}  ⟶  √2
    \sqrt{16}  ⟶  √16
    \sqrt{x+1}  ⟶  √(x + 1)
    \sqrt{2\pi}  ⟶  √(2π)
    \sqrt{x}y  ⟶  √(x)y
    \sqrt[3]{x}  ⟶  ∛x
    \sqrt[n]{a}  ⟶  ⁿ√a
    \sqrt{x^2 + y^2}  ⟶  √(x² + y²)
    \frac{1}{\sqrt{2}}  ⟶  1/√2
    \sqrt{x}^2  ⟶  √(x)²
    """#
  )

  /// Functions, sums, integrals, words, accents, spaces.
  static let functions = read(
    #"""
    \sin x  ⟶  sin x
    \sin(x)  ⟶  sin(x)
    \sin^2 x + \cos^2 x = 1  ⟶  sin² x + cos² x = 1
    \log n  ⟶  log n
    \log_2 n  ⟶  log₂ n
    \log_2(n)  ⟶  log₂(n)
    n \log n  ⟶  n log n
    O(n \log n)  ⟶  O(n log n)
    O(n^2)  ⟶  O(n²)
    \Theta(n)  ⟶  Θ(n)
    \Omega(n \log n)  ⟶  Ω(n log n)
    \ln x  ⟶  ln x
    -\log p  ⟶  −log p
    \lim_{x \to 0} \frac{\sin x}{x} = 1  ⟶  lim_(x→0) (sin x)/x = 1
    \lim_{n \to \infty} a_n  ⟶  lim_(n→∞) aₙ
    \lim_{h \to 0} \frac{f(x+h) - f(x)}{h}  ⟶  lim_(h→0) (f(x + h) − f(x))/h
    \max_{a} Q(s, a)  ⟶  maxₐ Q(s, a)
    \arg\max_\theta  ⟶  arg max_θ
    \operatorname{softmax}(x)  ⟶  softmax(x)
    \operatorname*{arg\,max}_x f(x)  ⟶  arg maxₓ f(x)
    \sum_{i=1}^{n} i = \frac{n(n+1)}{2}  ⟶  ∑ᵢ₌₁ⁿ i = n(n + 1)/2
    \sum_{i=1}^n x_i  ⟶  ∑ᵢ₌₁ⁿ xᵢ
    \sum_i x_i  ⟶  ∑ᵢ xᵢ
    \sum_{n=0}^{\infty} \frac{x^n}{n!}  ⟶  ∑ₙ₌₀^∞ xⁿ/n!
    \prod_{i=1}^n p_i  ⟶  ∏ᵢ₌₁ⁿ pᵢ
    \int_0^1 x^2 \, dx = \frac{1}{3}  ⟶  ∫₀¹ x² dx = ⅓
    \int_a^b f(x)\,dx  ⟶  ∫ₐᵇ f(x) dx
    \int f(x) dx  ⟶  ∫ f(x)dx
    \int_{-\infty}^{\infty} e^{-x^2} \, dx = \sqrt{\pi}  ⟶  ∫_(−∞)^∞ e^(−x²) dx = √π
    \iint_D f  ⟶  ∬_D f
    \bigcup_{i} A_i  ⟶  ⋃ᵢ Aᵢ
    \gcd(a, b)  ⟶  gcd(a, b)
    \det(A)  ⟶  det(A)
    \Pr(X = 1)  ⟶  Pr(X = 1)
    \text{if } x > 0  ⟶  if x > 0
    x = 5 \text{ if } y  ⟶  x = 5 if y
    \text{a {b} c}  ⟶  a b c
    \text{50\% of all}  ⟶  50% of all
    \hat{x}  ⟶  x̂
    \hat{y}_i  ⟶  ŷᵢ
    \bar{x}  ⟶  x̄
    \vec{v}  ⟶  v⃗
    \tilde{O}(n)  ⟶  Õ(n)
    \dot{x}  ⟶  ẋ
    \ddot{x}  ⟶  ẍ
    \vec{a} \cdot \vec{b}  ⟶  a⃗ · b⃗
    a\quad b  ⟶  a  b
    a\,b  ⟶  a b
    a\;b  ⟶  a b
    a\!b  ⟶  ab
    \boxed{42}  ⟶  42
    """#
  )

  /// Formulas that models like to write.
  static let whole = read(
    #"""
    x = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}  ⟶  x = (−b ± √(b² − 4ac))/(2a)
    \text{softmax}(x_i) = \frac{e^{x_i}}{\sum_{j=1}^{K} e^{x_j}}  ⟶  softmax(xᵢ) = e^(xᵢ)/(∑ⱼ₌₁ᴷ e^(xⱼ))
    \text{Attention}(Q, K, V) = \text{softmax}\left(\frac{QK^T}{\sqrt{d_k}}\right)V  ⟶  Attention(Q, K, V) = softmax(QKᵀ/√dₖ)V
    P(A|B) = \frac{P(B|A)P(A)}{P(B)}  ⟶  P(A|B) = P(B|A)P(A)/P(B)
    P(A \mid B) = \frac{P(B \mid A)\, P(A)}{P(B)}  ⟶  P(A | B) = (P(B | A) P(A))/P(B)
    f(x) = \frac{1}{\sigma\sqrt{2\pi}} e^{-\frac{1}{2}\left(\frac{x-\mu}{\sigma}\right)^2}  ⟶  f(x) = (1/(σ√(2π)))e^(−½((x − μ)/σ)²)
    \nabla \cdot \mathbf{E} = \frac{\rho}{\varepsilon_0}  ⟶  ∇ · 𝐄 = ρ/ε₀
    i\hbar\frac{\partial}{\partial t}\Psi = \hat{H}\Psi  ⟶  iℏ(∂/∂t)Ψ = ĤΨ
    a^2 + b^2 = c^2  ⟶  a² + b² = c²
    T(n) = 2T(n/2) + O(n)  ⟶  T(n) = 2T(n/2) + O(n)
    \theta_{t+1} = \theta_t - \eta \nabla L(\theta_t)  ⟶  θₜ₊₁ = θₜ − η∇L(θₜ)
    L = -\sum_i y_i \log(\hat{y}_i)  ⟶  L = −∑ᵢ yᵢ log(ŷᵢ)
    \mathcal{L}(\theta) = -\frac{1}{N}\sum_{i=1}^{N} \log p(y_i \mid x_i)  ⟶  ℒ(θ) = −(1/N) ∑ᵢ₌₁ᴺ log p(yᵢ | xᵢ)
    \sigma(x) = \frac{1}{1 + e^{-x}}  ⟶  σ(x) = 1/(1 + e⁻ˣ)
    H(X) = -\sum_{x} p(x) \log p(x)  ⟶  H(X) = −∑ₓ p(x) log p(x)
    D_{KL}(P \| Q)  ⟶  D_KL(P‖Q)
    \cos\theta = \frac{\mathbf{a} \cdot \mathbf{b}}{\|\mathbf{a}\| \|\mathbf{b}\|}  ⟶  cos θ = (𝐚 · 𝐛)/(‖𝐚‖‖𝐛‖)
    F_n = \frac{\varphi^n - \psi^n}{\sqrt{5}}  ⟶  Fₙ = (φⁿ − ψⁿ)/√5
    \bar{x} = \frac{1}{n}\sum_{i=1}^{n} x_i  ⟶  x̄ = (1/n) ∑ᵢ₌₁ⁿ xᵢ
    \text{PE}_{(pos, 2i)} = \sin(pos / 10000^{2i/d})  ⟶  PE_(pos,2i) = sin(pos/10000^(2i/d))
    \mathbb{P}(X \geq a) \leq \frac{\mathbb{E}[X]}{a}  ⟶  ℙ(X ≥ a) ≤ 𝔼[X]/a
    \varphi = \frac{1 + \sqrt{5}}{2}  ⟶  φ = (1 + √5)/2
    \|x\|_2 = \sqrt{\sum_i x_i^2}  ⟶  ‖x‖₂ = √(∑ᵢ xᵢ²)
    R_{\mu\nu} - \frac{1}{2} R g_{\mu\nu} = 8\pi G T_{\mu\nu}  ⟶  R_μν − ½Rg_μν = 8πGT_μν
    x \in [0, 1] \cup \{2\}  ⟶  x ∈ [0, 1] ∪ {2}
    v_t = \beta v_{t-1} + (1 - \beta) g_t  ⟶  vₜ = βvₜ₋₁ + (1 − β)gₜ
    F = G\frac{m_1 m_2}{r^2}  ⟶  F = G(m₁m₂/r²)
    KV \text{ cache} = 2 \times n_{layers} \times d  ⟶  KV cache = 2 × n_layers × d
    \Delta x \Delta p \geq \frac{\hbar}{2}  ⟶  ΔxΔp ≥ ℏ/2
    A \in \mathbb{R}^{m \times n}  ⟶  A ∈ ℝ^(m×n)
    """#
  )
}
