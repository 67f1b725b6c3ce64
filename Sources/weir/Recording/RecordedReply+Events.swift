import Broker
import Conversation
import Reports

extension RecordedReply {
  /// What happened when it came, in order, the last one its ending; times count from when it was asked for.
  func events(request: RequestID) -> [StreamEvent] {
    var events = ReplyReplay.events(of: log, preset: preset, request: request)
    // What ended it may lie outside of the bytes: a connection that broke, a time limit, a key.
    if let ending { events[events.count - 1].kind = .ended(ending) }
    if let ended { events[events.count - 1].time = max(ended, events[events.count - 1].time) }
    var before: [StreamEvent] = []
    if let sent { before.append(StreamEvent(request: request, time: sent, kind: .phase(.sent))) }
    if let connection {
      before.append(
        StreamEvent(request: request, time: events[0].time, kind: .connection(connection))
      )
    }
    return before + events
  }
}
