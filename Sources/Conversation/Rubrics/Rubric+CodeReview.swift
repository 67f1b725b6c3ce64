extension Rubric {
  /// Which code, or which review of code, a careful engineer would take.
  static var codeReview: Rubric {
    Rubric(
      name: "code",
      text: """
        Judge as an experienced engineer who reviews code: which answer would you rather merge, or, where the question asks for a review, which review \
        would you rather have?

        First say to yourself what the code must do: inputs, outputs, the language and its version, the surroundings that it has to fit into, \
        and what was asked to stay as it is. Then read the code of every answer line by line. Do not take an answer's word for what its code does, and \
        do not take a comment for the code; trace it, with an ordinary input and with the awkward ones: nothing, one, very many, negative, \
        duplicates, the first and the last, text that is not ASCII, a file that is not there, two callers at once.

        Weigh in this order:

        1. Correctness. Does it compile or parse, and do what was asked? Invented functions, options or packages, wrong signatures, missing imports and \
        off-by-one errors are defects, not matters of taste. One wrong result for a likely input outweighs everything below.
        2. Safety. Injection into queries, shells and pages; secrets in the source or the log; paths and sizes from outside taken as they are; \
        memory, locks and handles not given back; data that is lost when something fails half-way; errors that are swallowed.
        3. Completeness. All parts of the task, without "the rest is left to you" where it was asked for. Nothing that works now may \
        break: changes that nobody asked for count against an answer.
        4. Fitness. A cost that fits the size of the data; the means of the language and its library instead of ones built by hand; no \
        dependency for what is three lines; no frame for what may come one day.
        5. Clarity. Names that say what things are, small functions, comments that say why; tests where they were asked for, which can fail.
        6. Explanation. Short and true: what was changed, why, what remains to be decided or tested. It never makes up for code that is wrong.

        Where the answers are reviews: a real defect found, with its place, its consequence and a way to mend it, counts most, in the order above. A false \
        alarm costs the reader time and counts against the review; so do remarks on style that bury what matters. A review that finds nothing in \
        code that is sound is right.

        Pay no regard to length, to how many alternatives are offered, or to how the text is laid out. Prefer the smaller change where two do the same. In your \
        reasons name the line or the input that decides.

        Where the answers would behave alike and read about as well, it is a tie. Where none would pass your review without being written again, none is any good.
        """
    )
  }
}
