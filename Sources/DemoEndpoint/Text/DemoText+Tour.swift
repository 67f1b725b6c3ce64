extension DemoText {
  static let tour = """
    # A tour of weir

    *This is canned text.* No model wrote it: it comes from a small server inside weir, over real \
    HTTP on this machine, so that there is something to watch before you have configured anything.

    ## What you are looking at

    A weir is where you put a stream to watch and measure it. On the left are your **presets**: an \
    endpoint, a model and its parameters under a short name. The **conversation** is this pane. \
    The **stream** box counts what arrives while it arrives:

    - **TTFT** is the time from the request to the first piece of text;
    - the **rate** counts deltas, the pieces in which the server sends its text, and becomes \
    tokens per second once the server has told how many there were;
    - the **gap** is the pause between two deltas; its 95th percentile tells you whether reading \
    along is pleasant.

    ## Try this

    1. Press **Esc** while this text is still arriving. The answer stops, and what came is kept. \
    **F5** asks again, as a sibling: the stopped answer is not thrown away.
    2. Press **F2**, choose `slow`, and ask anything. Presets can change in the middle of a \
    conversation; the new one gets everything said so far.
    3. Write a message while an answer streams and press **Enter**. It is queued, and sent when \
    the answer has ended.
    4. Go to the presets with **Tab**, mark two or three with **Space**, and press **F3**. Your \
    next message goes to all of them, side by side, each with its own clock.
    5. **F1** lists every key, and each one can be bound anew.

    The other demo presets are faults to practise with. `bursty` sends in handfuls, `stalls` goes \
    quiet for fifteen seconds, `cut-off` breaks the connection in the middle, `busy` answers 429 \
    and asks you to come back, `reasoning` thinks first, and `split-utf8` cuts letters in half. \
    Nothing you type to them leaves this machine.

    ## Reading an answer

    **Esc** leads from the prompt to the conversation. There `J` and `K` go from message to message, `[` and \
    `]` from code to code: `Y` copies the code at hand, `s` saves it, `|` sends it into a command and \
    shows what that printed. `/` searches, `v` selects by keyboard, and `m` shows the Markdown as it was \
    sent. What you take is always the source, never the screen:

    > a table is copied as it was written, and $O(n \\log n)$ as its TeX.

    ## Your own endpoints

    Anything that speaks the OpenAI chat-completions protocol will do: llama.cpp, vLLM, Ollama and \
    LM Studio at home, OpenRouter and OpenAI elsewhere. `weir config init` writes a commented file \
    to begin with; its core is no longer than this:

    ```toml
    default_preset = "fast"

    [endpoint.home]
    url = "http://127.0.0.1:8080/v1"

    [preset.fast]
    endpoint    = "home"
    model       = "qwen-coder-7b"
    temperature = 0.2
    ```

    A key is never written there. Name the environment variable that holds it (`key_env`), a \
    command that prints it (`key_command`), or a file (`key_file`), and weir reads it when a \
    request is sent. A server that is found running on this machine stands in the list already.

    ## Without the screen

    | command | what it does |
    | --- | --- |
    | `weir ask -p fast "Why is the sky blue?"` | streams one answer to standard output |
    | `git diff \\| weir ask -p fast "Review this"` | takes its prompt from a pipe as well |
    | `weir models home` | lists what an endpoint offers |
    | `weir --plain` | chats line by line, for screen readers and plain terminals |

    That is all there is to it. Close weir with **^D** on an empty prompt, or ask something else \
    first; the second answer is canned as well, only shorter.
    """
}
