import Workbench

extension PageLine {
  func draw(row: Int, column: Int, end: Int, on canvas: inout Canvas) {
    var column = column
    for run in runs {
      column = canvas.text(run.text, row: row, column: column, end: end, role: run.role)
    }
  }
}
