extension Rubric {
  /// Which answer says what is needed in the fewest words.
  static var concision: Rubric {
    Rubric(
      name: "concision",
      text: """
        Judge by concision: which answer gives the person what they asked for with the least reading? Concise is not the same as short. A short \
        answer that leaves out what was asked for is not concise but incomplete, and one that has to be read twice has saved nothing.

        Proceed in two steps.

        First, sufficiency. Write down what the question needs to be answered: the points without which the person would have to ask again. Check for each \
        answer which of them are there, and whether they are right. An answer that lacks one of them, or has it wrong, cannot win over \
        one that has them all, however few words it takes. Details, cautions and examples that were not asked for are needed only where \
        leaving them out would mislead or cost the person something.

        Second, among the answers that suffice, economy. Go through each sentence and ask: would the person notice if it were gone? Count against an answer

        - openings that repeat the question, praise it, or announce what is coming; closings that sum up what was just said, offer more help or \
        wish good luck;
        - the same thing said twice, in the text and then in a list, or in a table and then in words;
        - hedges on what is certain, warnings that everybody knows, and the remark that it depends, without on what;
        - background that nobody asked for, and alternatives that are not recommended;
        - headings over single sentences, lists of one entry, bold type on every other word, and code comments that say what the line says;
        - explanations of steps that the person plainly knows, judging by how they asked;
        - long words and long sentences where short ones say it as exactly.

        Do not count against it a word that prevents a misunderstanding, a condition under which the answer changes, a unit, a source that \
        was asked for, or the one line that says what to do first. Code, data and quotations that were asked for are no verbosity; what \
        surrounds them may be. Where the question set a length, meeting it comes before being shorter.

        Look also at where the answer stands: one that comes first and can be left at once beats one of the same length that comes last. And at how \
        it reads: clipped notes that leave the reader to find the connections are not economical, they move the work.

        Do not count words mechanically: a difference of a few words is none. Name in your reasons what could be struck from each answer, \
        and what is missing from it.

        Where two answers suffice and carry about the same ballast, it is a tie. Where none suffices, none is any good.
        """
    )
  }
}
