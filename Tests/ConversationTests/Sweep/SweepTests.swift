import Conversation
import Testing

@Suite struct SweepTests {
  private static func axes(_ pairs: [(String, [JSONValue])]) throws -> [SweepAxis] {
    try pairs.map { try SweepAxis($0.0, $0.1) }
  }

  private static let readable: [(String, [(String, [JSONValue])])] = [
    (
      "temperature=0,0.4,0.8 × seed=1,2",
      [("temperature", [.number(0), 0.4, 0.8]), ("seed", [1, 2])]
    ),
    (
      " temperature = 0 , 1 X seed=1 ", [("temperature", [.number(0), .number(1)]), ("seed", [1])]
    ),
    ("seed=1,2 x top_k=3", [("seed", [1, 2]), ("top_k", [3])]),
    ("seed=1,2*top_k=3", [("seed", [1, 2]), ("top_k", [3])]),
    ("seed=1 top_k = 3", [("seed", [1]), ("top_k", [3])]),
    ("x=1 × y=x, z", [("x", [1]), ("y", ["x", "z"])]),
    ("temperature=0..1:0.25", [("temperature", [.number(0), 0.25, 0.5, 0.75, .number(1)])]),
    ("seed=-1..2", [("seed", [-1, 0, 1, 2])]),
    ("top_p=0.1..0.35:0.1,1", [("top_p", [0.1, 0.2, 0.3, .number(1)])]),
    ("model=a/b-1.5:free, c d", [("model", ["a/b-1.5:free", "c d"])]),
    ("system=\"\",\"Be brief, x=1\"", [("system", ["", "Be brief, x=1"])]),
    (#"stop="\n\n",'a,b',END"#, [("stop", ["\n\n", "a,b", "END"])]),
    ("logprobs=true,5", [("logprobs", [true, 5])]),
    (
      "a.b=true,null,1,1.5,-2,1e3,word,\"1\",0x1",
      [("a.b", [true, .null, 1, 1.5, -2, .number(1000), "word", "1", "0x1"])]
    ),
  ]

  @Test("reads what people type", arguments: readable)
  func reads(text: String, axes: [(String, [JSONValue])]) throws {
    #expect(try Sweep(text).axes == Self.axes(axes))
  }

  @Test func severalSpecificationsAreOneSweep() throws {
    #expect(try Sweep(["seed=1,2", "top_k=3"]) == Sweep("seed=1,2 × top_k=3"))
    #expect(try Sweep([]).cells == [SweepCell()])
  }

  @Test func cellsGoThroughTheLastAxisFirst() throws {
    let cells = try Sweep("temperature=0,1 × seed=1,2").cells
    #expect(
      cells.map(\.object) == [
        JSONObject([("temperature", .number(0)), ("seed", 1)]),
        JSONObject([("temperature", .number(0)), ("seed", 2)]),
        JSONObject([("temperature", .number(1)), ("seed", 1)]),
        JSONObject([("temperature", .number(1)), ("seed", 2)]),
      ]
    )
  }

  @Test(
    "says where, what and what is wanted",
    arguments: [
      (" ", .empty), ("temperature 0,1", .noAxis("temperature 0,1")), ("=1", .noAxis("=1")),
      ("a..b=1", .noAxis("a..b")), ("messages=1", .noParameter("messages")),
      ("seed=", .noValue(name: "seed")), ("seed=1,,2", .noValue(name: "seed")),
      ("seed=1,", .noValue(name: "seed")),
      (
        "temperature=hot",
        .wrongValue(name: "temperature", text: "hot", expected: "a number from 0 to 2")
      ),
      (
        "temperature=1..3",
        .wrongValue(name: "temperature", text: "3", expected: "a number from 0 to 2")
      ),
      (
        "a={\"b\":1}",
        .wrongValue(name: "a", text: "{\"b\":1}", expected: "a number, true, false or a text")
      ),
      ("seed=3..1", .wrongRange(name: "seed", text: "3..1")),
      ("seed=1..2:0", .wrongRange(name: "seed", text: "1..2:0")),
      ("stop=\"a", .openQuote(name: "stop", text: "\"a")),
      ("stop=\"a\"b", .textAfterQuote(name: "stop", text: "b")),
      ("seed=1 seed=2", .repeatedName("seed")),
      ("top_p=0.4,0.40", .repeatedValue(name: "top_p", value: "0.4")),
      ("seed=1..65", .tooManyCells(65)), ("seed=0..8 top_k=0..8", .tooManyCells(81)),
      ("seed=0..1000000000000", .tooManyCells(1_000_000_000_001)),
    ] as [(String, SweepError)]
  )
  func refuses(text: String, error: SweepError) {
    #expect(throws: error) { try Sweep(text) }
  }

  @Test func errorsAreSentences() {
    #expect(
      SweepError.wrongRange(name: "seed", text: "3..1").description
        == "seed: found \"3..1\", expected a range upwards, such as 0..1:0.25"
    )
    #expect(
      SweepError.tooManyCells(81).description
        == "the sweep has 81 cells, expected at most 64; give fewer values"
    )
  }

  @Test func tellsWhatGoesIntoTheRequestAsItIs() throws {
    let sweep = try Sweep("temprature=0 × seed=1 × model=a × a.b=1")
    #expect(sweep.unknownNames == ["temprature", "a.b"])
  }
}
