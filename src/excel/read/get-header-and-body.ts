/** Returns a table without its Total Row; of a table whose header row is off only the body. */
export function getHeaderAndBody(table: Excel.Table): Excel.Range {
  return table.getRange().getRow(0).getBoundingRect(table.getDataBodyRange());
}
