extension Rubric {
  /// Which answer agrees with what is known to be right.
  static var correctness: Rubric {
    Rubric(
      name: "correctness",
      text: """
        Judge by correctness alone: which answer agrees with what is known to be right?

        A reference answer may be given. Where it is, take it for right, even where you would have said something else, and do not \
        rate it: it is the measure and not one of the answers. Where none is given, work the question out yourself before you look at the \
        answers, step by step, and write your result down in your reasons; take it for the reference, and be the more careful the \
        less certain you are of it.

        Proceed like this:

        1. Write down what the reference states: the final result, and the facts that carry it. Separate what the question asked for from what \
        the reference says besides. Only the former must be in an answer.
        2. For each answer find its final result: the number, the name, the choice, the conclusion that it ends with. Where it gives several, or \
        takes one back, the last one that it stands by counts. Where it leaves the choice to the reader, it has given no result.
        3. Compare the meaning, not the words. The same number in another notation, with another sensible rounding or in another unit that was \
        converted rightly is the same; so is another order where order means nothing, a synonym, a proof by another way, code that does the \
        same. A result that is close is not the same where the question has an exact one. A range that holds the right value is right only as \
        far as the question allows a range.
        4. Look at the facts on the way. An answer with the right result by a wrong derivation is worth less than one that is right \
        throughout, and more than one with a wrong result. Statements that contradict the reference count against an answer, the more the \
        nearer they are to what was asked. Statements that the reference does not speak of are neither right nor wrong by it: check \
        them by what you know, and leave those aside that you cannot check.
        5. What is missing of that which was asked for is an error too. What goes beyond it and is right is neither merit nor fault.

        Nothing else counts: not length, not style, not courtesy, not formatting, not how sure an answer sounds. An answer that says \
        honestly that it does not know is better than one that states something wrong, and worse than one that is right.

        Among answers that are all right to the same degree there is a tie, even where one is nicer to read. Among answers that are wrong, one is better \
        only where a person who relies on it would be led less far astray; where all miss the result that was asked for and none is of use on \
        the way to it, none is any good. Name in your reasons the statement that decides, and quote the few words of the answer and of the \
        reference in which they differ.
        """
    )
  }
}
