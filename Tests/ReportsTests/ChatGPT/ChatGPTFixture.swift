/// Conversations in the form that ChatGPT exports, written by hand.
enum ChatGPTFixture {
  /// Two first messages, two answers to one of them, thoughts, a tool, sources, an image, a file, hidden messages.
  static let everything = #"""
    {"title": "The pond", "create_time": 1700000000.5, "update_time": 1700000900, "conversation_id": "c-1",
     "current_node": "picture-answer", "is_archived": false, "mapping": {
      "root": {"id": "root", "message": null, "parent": null, "children": ["hidden", "lake"]},
      "hidden": {"id": "hidden", "parent": "root", "children": ["memory"], "message": {
        "author": {"role": "system"}, "create_time": null, "weight": 0,
        "content": {"content_type": "text", "parts": ["internal"]},
        "metadata": {"is_visually_hidden_from_conversation": true}}},
      "memory": {"id": "memory", "parent": "hidden", "children": ["context"], "message": {
        "author": {"role": "system"}, "content": {"content_type": "model_editable_context",
        "model_set_context": "Likes ponds."}}},
      "context": {"id": "context", "parent": "memory", "children": ["question"], "message": {
        "author": {"role": "user"}, "content": {"content_type": "user_editable_context",
        "user_profile": "A gardener.", "user_instructions": "Be brief."},
        "metadata": {"is_visually_hidden_from_conversation": true}}},
      "question": {"id": "question", "parent": "context", "children": ["first", "thoughts"], "message": {
        "author": {"role": "user"}, "create_time": 1700000001, "content": {"content_type": "text",
        "parts": ["How deep is the pond?"]}}},
      "first": {"id": "first", "parent": "question", "children": [], "message": {
        "author": {"role": "assistant"}, "create_time": 1700000002, "recipient": "all",
        "content": {"content_type": "text", "parts": ["First try."]}, "metadata": {"model_slug": "small-1"}}},
      "thoughts": {"id": "thoughts", "parent": "question", "children": ["recap"], "message": {
        "author": {"role": "assistant"}, "create_time": 1700000100, "content": {"content_type": "thoughts",
        "thoughts": [{"summary": "Planning", "content": "Look it up."}]}, "metadata": {"model_slug": "big-2"}}},
      "recap": {"id": "recap", "parent": "thoughts", "children": ["words"], "message": {
        "author": {"role": "assistant"}, "content": {"content_type": "reasoning_recap",
        "content": "Thought for 8 seconds"}}},
      "words": {"id": "words", "parent": "recap", "children": ["shown"], "message": {
        "author": {"role": "assistant"}, "content": {"content_type": "text", "parts": ["Shall I count?"]}}},
      "shown": {"id": "shown", "parent": "words", "children": ["call"], "message": {
        "author": {"role": "assistant"}, "recipient": "all", "content": {"content_type": "code",
        "language": "python", "text": "print(1)"}}},
      "call": {"id": "call", "parent": "shown", "children": ["tool"], "message": {
        "author": {"role": "assistant"}, "recipient": "python", "content": {"content_type": "code",
        "language": "unknown", "text": "print(2)"}}},
      "tool": {"id": "tool", "parent": "call", "children": ["answer"], "message": {
        "author": {"role": "tool", "name": "python"}, "content": {"content_type": "execution_output", "text": "2"}}},
      "answer": {"id": "answer", "parent": "tool", "children": ["picture"], "message": {
        "author": {"role": "assistant"}, "create_time": 1700000200, "content": {"content_type": "text",
        "parts": ["Two metres\ue200cite\ue201."]}, "metadata": {"model_slug": "big-2",
        "finish_details": {"type": "max_tokens"},
        "content_references": [{"matched_text": "\ue200cite\ue201", "alt": " (Source)"}]}}},
      "picture": {"id": "picture", "parent": "answer", "children": ["picture-answer"], "message": {
        "author": {"role": "user"}, "create_time": 1700000300, "content": {"content_type": "multimodal_text",
        "parts": [{"content_type": "image_asset_pointer", "asset_pointer": "file-service://x", "width": 5},
        "What is on this picture?"]}, "metadata": {"attachments": [
        {"name": "a.png", "mime_type": "image/png"}, {"name": "b.pdf", "mime_type": "application/pdf"}]}}},
      "picture-answer": {"id": "picture-answer", "parent": "picture", "children": [], "message": {
        "author": {"role": "assistant"}, "create_time": 1700000400, "content": {"content_type": "text",
        "parts": ["A pond."]}, "metadata": {"model_slug": "big-2"}}},
      "lake": {"id": "lake", "parent": "root", "children": [], "message": {
        "author": {"role": "user"}, "create_time": 1700000500, "content": {"content_type": "text",
        "parts": ["How deep is the lake?"]}}}
    }}
    """#

  private static func node(
    _ name: String,
    _ parent: String,
    _ role: String,
    _ content: String
  ) -> String {
    #""\#(name)":{"parent":\#(parent),"message":{"author":{"role":"\#(role)"},"content":\#(content)}}"#
  }

  private static func text(_ words: String) -> String {
    #"{"content_type":"text","parts":["\#(words)"]}"#
  }

  private static func conversation(_ nodes: String...) -> String {
    #"{"id":"c","title":null,"create_time":null,"mapping":{\#(nodes.joined(separator: ","))}}"#
  }

  /// A question with these answers, without an id and without times; the nodes stand in the order of their names.
  static func withoutID(title: String, answers: [String], shown: Int = 0) -> String {
    let names = answers.indices.map { "\"answer\($0)\"" }
    let question =
      #""ask":{"children":[\#(names.joined(separator: ","))],"message":{"author":{"role":"user"},"content":\#(text("?"))}}"#
    let nodes = zip(answers.indices, answers).map {
      node("answer\($0)", #""ask""#, "assistant", text($1))
    }
    let mapping = ([question] + nodes.reversed()).joined(separator: ",")
    return #"{"title":"\#(title)","current_node":"answer\#(shown)","mapping":{\#(mapping)}}"#
  }

  /// A file, what is taken of it, and what is said of the rest.
  static let odd: [(String, [String], [String])] = [
    ("[]", [], []),
    (
      "[\(conversation(node("a", #""gone""#, "user", text("a")), node("b", #""a""#, "assistant", text("b"))))]",
      ["user | a", " reply | b"], []
    ),
    (
      "[\(conversation(node("a", #""b""#, "user", text("a")), node("b", #""a""#, "assistant", text("b"))))]",
      ["reply | b", " user | a"], ["1 loop of messages: it was cut open, no message is lost"]
    ),
    (
      "[\(conversation(node("a", #""a""#, "user", text("a")))), 5, null, \"x}\", {\"no\": 1}]",
      ["user | a"],
      [
        "1 loop of messages: it was cut open, no message is lost",
        "1 conversation: it is no JSON of the form that is expected",
      ]
    ),
    (
      "[\(conversation(#""a":null"#, #""b":{"message":null}"#, #""c":[]"#))]", [],
      ["1 empty conversation: nothing was said in it"]
    ),
    (
      "[\(conversation(node("a", "null", "user", #"{"content_type":"text","parts":["a",5,{"x":1},null,{"text":"b"}]}"#)))]",
      ["user | a⏎⏎b"], ["2 parts of an unknown kind: there is no text in it"]
    ),
    (
      "[\(conversation(node("a", "7", "user", "5"), node("b", "null", "user", text("lone \\ud800 \\u0000"))))]",
      ["user | lone \u{FFFD} \0"], ["1 part of an unknown kind: there is no text in it"]
    ),
    (conversation(node("a", "null", "user", text("alone"))), ["user | alone"], []),
    (
      "{\"conversations\": [\(conversation(node("a", "null", "user", text("inside"))))]}",
      ["user | inside"], []
    ),
    (
      "[\(conversation(node("a", "null", "user", text("")), node("b", #""a""#, "assistant", text("hm")), node("c", #""b""#, "assistant", text(""))))]",
      ["reply | hm"], ["2 empty messages: nothing was said in them"]
    ),
  ]
}
