/// The four limits of a request, told apart.
enum TimeLimit: Sendable, Hashable {
  case connect
  case silence
  case firstDelta
  case total
}
