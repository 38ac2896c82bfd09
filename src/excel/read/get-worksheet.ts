/** Returns the worksheet of a range or table. A function, because the lint rules of Office.js take it for a read. */
export function getWorksheet(part: Excel.Table | Excel.Range): Excel.Worksheet {
  return part.worksheet;
}
