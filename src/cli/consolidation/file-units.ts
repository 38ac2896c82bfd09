/**
 * Parses "sổ lạ.xlsx=MN01, bản 2.xlsx=dùng" to what was decided of each file. The name of a file may hold a comma, a
 * unit's code does not.
 *
 * @returns null where a part names no file or no unit
 */
export function parseFileUnits(text: string): Map<string, string> | null {
  const parts = text.split(/(?<==[^,=]*),\s*/u).map((part) => /^\s*(.+?)\s*=\s*([^=]+?)\s*$/u.exec(part));
  return parts.every((part) => part !== null)
    ? new Map(parts.map(([, file = '', unit = '']) => [file, unit]))
    : null;
}
