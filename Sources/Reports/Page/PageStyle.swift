/// How a page looks: on light and dark screens, and on paper.
enum PageStyle {
  static let text = """
    :root { color-scheme: light dark; --ink: #1c2024; --soft: #5b6570; --paper: #fff; --wash: #f3f5f7;
      --line: #d5dae0; --accent: #0b5c8a; --warn: #9a3412;
      --word: #7a2a8c; --name: #0b5c8a; --quoted: #1a6b2c; --figure: #97460b; --aside: #5b6570; --gone: #a3172a; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e4e7ea; --soft: #a2abb5; --paper: #15181b;
      --wash: #20252a; --line: #3a424a; --accent: #7cc0ea; --warn: #f0a37c;
      --word: #d5a3e6; --name: #7cc0ea; --quoted: #93d19f; --figure: #e8b27c; --aside: #a2abb5; --gone: #f2949e; } }
    * { box-sizing: border-box; }
    body { margin: 0 auto; padding: 2rem 1.2rem; max-width: 48rem; background: var(--paper); color: var(--ink);
      font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif; overflow-wrap: anywhere; }
    h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .3rem; }
    .message > h2 { font-size: .95rem; margin: 0 0 .4rem; color: var(--accent); }
    .message > h2 .about { color: var(--soft); font-weight: 400; }
    .text h1, .text h2, .text h3, .text h4, .text h5, .text h6 { font-size: 1.1rem; line-height: 1.3; margin: 1.1rem 0 .4rem; }
    .text h1 { font-size: 1.3rem; } .text h2 { font-size: 1.2rem; }
    .conversation + .conversation { margin-top: 4rem; border-top: 3px double var(--line); padding-top: 2rem; }
    .facts, .figures, .branch > summary, .problem, .notice { font-size: .85rem; color: var(--soft); }
    .problem { color: var(--warn); }
    .message { margin: 1.6rem 0; unicode-bidi: isolate; }
    .user > .text { background: var(--wash); border-radius: .5rem; padding: .6rem .9rem; }
    .note > .text { border-left: 4px solid var(--warn); padding-left: .8rem; font-style: italic; }
    .plain { white-space: pre-wrap; }
    .text > :first-child { margin-top: 0; } .text > :last-child { margin-bottom: 0; }
    .figures { margin: .5rem 0 0; }
    details { margin: .6rem 0; border-left: 3px solid var(--line); padding-left: .8rem; }
    summary { cursor: pointer; }
    details.branch { border-left-style: dashed; }
    code, pre { font: .88em/1.45 ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; }
    code { background: var(--wash); border-radius: .25rem; padding: .1em .3em; }
    pre { background: var(--wash); border: 1px solid var(--line); border-radius: .4rem; padding: .7rem .9rem;
      overflow-x: auto; white-space: pre; tab-size: 4; }
    pre code { background: none; padding: 0; font-size: 1em; }
    .c-comment { color: var(--aside); font-style: italic; } .c-keyword, .c-preprocessor { color: var(--word); }
    .c-type, .c-function, .c-attribute { color: var(--name); } .c-string, .c-inserted { color: var(--quoted); }
    .c-number, .c-constant, .c-escape, .c-variable { color: var(--figure); } .c-deleted { color: var(--gone); }
    blockquote { margin: .8rem 0; padding-left: .9rem; border-left: 3px solid var(--line); color: var(--soft); }
    table { border-collapse: collapse; display: block; overflow-x: auto; margin: .8rem 0; }
    th, td { border: 1px solid var(--line); padding: .3rem .6rem; text-align: left; vertical-align: top; }
    th { background: var(--wash); }
    img { max-width: 100%; height: auto; } figure { margin: .8rem 0; } figcaption { font-size: .85rem; color: var(--soft); }
    a { color: var(--accent); } hr { border: 0; border-top: 1px solid var(--line); }
    .footnotes { font-size: .88rem; border-top: 1px solid var(--line); margin-top: 1rem; }
    @media print {
      :root { color-scheme: light; --ink: #000; --soft: #444; --paper: #fff; --wash: #f4f4f4; --line: #bbb; --accent: #000; --warn: #000;
        --word: #000; --name: #222; --quoted: #333; --figure: #222; --aside: #555; --gone: #000; }
      .c-keyword, .c-preprocessor { font-weight: 700; } .c-deleted { text-decoration: line-through; }
      @page { margin: 18mm 16mm; }
      body { max-width: none; padding: 0; font-size: 10.5pt; }
      pre { white-space: pre-wrap; overflow: visible; } table { display: table; }
      h1, h2, h3, summary { break-after: avoid; } pre, table, figure, blockquote { break-inside: avoid-page; }
      .conversation + .conversation { break-before: page; border: 0; }
      .text a[href^="http"]::after { content: " (" attr(href) ")"; font-size: .85em; color: var(--soft); }
    }

    """
}
