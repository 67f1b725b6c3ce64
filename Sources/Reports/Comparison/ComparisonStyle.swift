/// What the page of a comparison looks like beside what all pages do.
enum ComparisonStyle {
  static let text = """
    body { max-width: 110rem; }
    :root { --mark: #fde9a9; --dot: #0b5c8a; }
    @media (prefers-color-scheme: dark) { :root { --mark: #5a4a12; --dot: #7cc0ea; } }
    .sums { font-variant-numeric: tabular-nums; font-size: .9rem; }
    .sums td:not(:first-child), .sums th:not(:first-child) { text-align: right; white-space: nowrap; }
    .plot { max-width: 60rem; } .plot svg { width: 100%; height: auto; display: block; }
    .plot figcaption { font-weight: 600; color: var(--ink); margin-bottom: .3rem; }
    .plot text { fill: var(--ink); font: 12px system-ui, sans-serif; } .plot .name { text-anchor: end; }
    .plot .tick { text-anchor: middle; fill: var(--soft); } .plot .grid { stroke: var(--line); }
    .plot circle { fill: var(--dot); } .plot .box { fill: var(--wash); stroke: var(--line); }
    .plot .median { stroke: var(--warn); stroke-width: 2; }
    .legend { font-size: .85rem; color: var(--soft); }
    .prompt { margin: 2.2rem 0; border-top: 1px solid var(--line); padding-top: 1rem; }
    .prompt > h2 { font-size: 1.05rem; margin: 0 0 .5rem; color: var(--accent); }
    .prompt > .text { background: var(--wash); border-radius: .5rem; padding: .6rem .9rem; max-height: 20rem; overflow-y: auto; }
    .lanes { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(20rem, 1fr); gap: .9rem; overflow-x: auto;
      margin-top: .8rem; padding-bottom: .4rem; }
    .lane { border: 1px solid var(--line); border-radius: .5rem; padding: .6rem .8rem; min-width: 0; unicode-bidi: isolate; }
    .lane > h3 { font-size: .95rem; margin: 0; } .lane > .figures { margin: .1rem 0 .6rem; }
    mark { background: var(--mark); color: inherit; border-radius: .15rem; }
    .gone { border-left: .2rem solid var(--warn); margin: 0 .1rem; } .part { color: var(--warn); font-weight: 700; }
    body:has(#marks:not(:checked)) .lane mark { background: none; }
    body:has(#marks:not(:checked)) .lane .gone, body:has(#marks:not(:checked)) .lane .part { display: none; }
    @media (max-width: 46rem) { .lanes { grid-auto-flow: row; } }
    @media print { :root { --mark: #ddd; --dot: #000; } .lanes { overflow: visible; } .prompt > .text { max-height: none; } }

    """
}
