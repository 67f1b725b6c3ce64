import Conversation

/// The generator of the program itself, by the name that tests of targets above `Conversation` know.
package typealias SeededGenerator = Conversation.SeededGenerator
