/// The canned answers beside the tour; each says that it is one.
enum DemoText {
  static let thinking = """
    The user would like to see reasoning. This text arrives as `reasoning_content`, apart from the \
    answer, so it belongs in a block of its own. It is canned as well: nobody thinks here. A real \
    model would weigh the question now; this one only shows that thoughts can be folded away, that \
    they count as deltas, and that the time to the first of them is the TTFT on screen.
    """

  static let afterThinking = """
    **Canned answer after canned thoughts.** What came before this line was sent as reasoning, not \
    as content. Fold that block away when it is in your way; weir keeps the text. The next request \
    sends only the answer back to the server, never the thoughts.
    """

  static let slow = """
    **Canned text at eight deltas a second**, about as fast as a large model on a small machine. \
    There is time to look around. The stream box counts deltas and the gaps between them, and the \
    prompt stays free: type your next message now and press Enter, and it waits until this answer \
    has ended. Or press Esc to stop; what has arrived is kept.
    """

  static let bursty = """
    **Canned text in bursts.** Some servers, and most proxies, collect what the model writes and \
    hand it over in handfuls. The mean rate looks fine while the reading does not, which is why \
    weir shows the gaps between deltas beside the rate: watch the 95th percentile and the \
    sparkline. Every burst here holds twelve words, followed by four tenths of a second of \
    silence. On the screen a burst is painted as one frame, since nobody can read faster than \
    that, but each delta keeps the time at which it came.
    """

  static let stalls = """
    **Canned text with a stall in the middle.** The first half arrives at an even pace, and then \
    the server goes quiet for fifteen seconds, as one does that has run out of memory or was given \
    a far longer prompt by somebody else. Watch the stream box: it says how long it has been \
    silent. Nothing is lost and nothing hangs; you can stop, scroll, or write on meanwhile. \
    And here is the second half, after the silence. The stall was counted, the longest gap is now \
    a long one, and the rate tells you what the wait has cost. A silence longer than `timeout_ms` \
    of the preset would have ended the answer with an error that says so.
    """

  static let cutOff = """
    **Canned text that will not be finished.** Connections break: a proxy gives up, a machine goes \
    to sleep, a server is restarted under you. When that happens weir keeps every word that had \
    arrived, says that the answer was cut off, and offers to try again. This sentence stands in \
    the half that you never get to see, because the connection is closed long before it, in the \
    middle of an event, with neither a finish reason nor a `[DONE]` to say that all is well.
    """

  static let splitUTF8 = """
    **Canned text, cut inside its characters.** Zürich, Straße, naïve café; Ελληνικά, кириллица, \
    עברית, العربية; 漢字かな交じり文, 한국어, ไทย; ½ ≤ ∑ → ∞; 🎈 🦦 🌊. Each word here that is \
    not plain ASCII left the server in two parts, with the cut between two bytes of one character. \
    If all of them can be read, the pieces were put together again.
    """

  /// The answer to every message but the first of a conversation.
  static func followUp(to question: String, turn: Int, model: String) -> String {
    let words = question.split(whereSeparator: \.isWhitespace).count
    return """
      **Canned text, turn \(turn).** Your message of \(words) word\(words == 1 ? "" : "s") arrived \
      together with the whole conversation before it, but the demo model `\(model)` cannot read: \
      it has only this to say. For a real answer press F2 and choose another preset; the \
      conversation goes on from here, with every message above sent along.
      """
  }
}
