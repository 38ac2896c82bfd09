import { detectHeaderRole } from '../annex/detect-header-role';
import { parseNumberLabel } from '../annex/numbering';
import { splitTabSeparatedRows } from '../readers/text/read-tab-separated';
import { cleanLines, cleanText, toMatchKey } from '../shared/text';

/** What a row of pasted text says of a task. */
type PastedTask = Record<PastedField, string>;
type PastedField = 'content' | 'leadUnit' | 'coordinatingUnit' | 'product' | 'timing' | 'person';

const FIELDS = ['content', 'leadUnit', 'coordinatingUnit', 'product', 'timing', 'person'] as const;

/** What the columns hold where no header says so, by their number: an annex without some of its columns. */
const FIELDS_BY_WIDTH: readonly (readonly PastedField[])[] = [
  [],
  ['content'],
  ['content', 'timing'],
  ['content', 'product', 'timing'],
  ['content', 'leadUnit', 'product', 'timing'],
  ['content', 'leadUnit', 'coordinatingUnit', 'product', 'timing'],
  FIELDS,
];

type Column = PastedField | null;

const isPastedField = (role: string): role is PastedField => (FIELDS as readonly string[]).includes(role);

/** "Người phụ trách", "Giáo viên thực hiện": a person, where "Đơn vị phụ trách" is a unit. */
const PERSON_HEADER =
  /^(?:ho va ten )?(?:nguoi|can bo|giao vien|vien chuc|nhan vien|ai) (?:\S+ )?(?:phu trach|thuc hien|lam)\b/;

function detectColumn(header: string): Column {
  if (PERSON_HEADER.test(toMatchKey(header))) return 'person';
  const role = detectHeaderRole(header)?.role;
  return role !== undefined && isPastedField(role) ? role : null;
}

/**
 * Reads a row as the headers of the columns.
 *
 * @returns null if it is a row of tasks
 */
function readHeader(row: readonly string[]): Column[] | null {
  const columns = row.map(detectColumn);
  const named = columns.filter((column) => column !== null);
  return named.length >= 2 && named.includes('content') && new Set(named).size === named.length
    ? columns
    : null;
}

const isNumber = (text: string): boolean => text.trim() === '' || parseNumberLabel(text.trim()) !== null;

function guessColumns(rows: readonly (readonly string[])[]): Column[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const isNumbered = width > 1 && rows.every(([first = '']) => isNumber(first));
  const fields = FIELDS_BY_WIDTH[Math.min(FIELDS.length, isNumbered ? width - 1 : width)]!;
  return isNumbered ? [null, ...fields] : [...fields];
}

function createTask(row: readonly string[], columns: readonly Column[]): PastedTask {
  const cells = FIELDS.map((field) => {
    const text = row[columns.indexOf(field)] ?? '';
    return [field, field === 'person' ? cleanText(text) : cleanLines(text)];
  });
  return Object.fromEntries(cells) as PastedTask;
}

/** A bullet or a number before the words of a line. */
const LINE_LABEL = /^\s*(?:[-–•*+]\s+|\d{1,3}(?:\.\d{1,3})*[.)]\s+|[a-zđ][.)]\s+)/u;

/**
 * Reads tasks that were pasted: rows of a table as Excel and Word copy them, their columns by the header or, where
 * there is none, by their number; or one task a line.
 */
export function readPastedTasks(text: string): PastedTask[] {
  const split = splitTabSeparatedRows(text);
  const lines = split ? split.title : text.split(/\r\n?|\n/);
  const single = lines.map((line) => createTask([line.replace(LINE_LABEL, '')], ['content']));
  const rows = split?.rows.filter((row) => row.some((cell) => cell.trim() !== '')) ?? [];
  const header = rows[0] ? readHeader(rows[0]) : null;
  const body = header ? rows.slice(1) : rows;
  const columns = header ?? guessColumns(body);
  return [...single, ...body.map((row) => createTask(row, columns))].filter((task) =>
    FIELDS.some((field) => task[field] !== ''),
  );
}
