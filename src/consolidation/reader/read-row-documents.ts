import { splitDocumentTaskId, type TrackedDocument } from '../../annex/tracked-document';
import type { Edition } from '../../annex/types';
import { foldCase, toMatchKey } from '../../shared/text';
import type { SourceCell, TaskField } from '../types';
import type { FoundTable } from './find-table';
import type { FieldRow } from './read-field-rows';

/** A row with its number inside its document. `document`: '' where it names none; absent in a workbook of one. */
type DocumentRow = { row: FieldRow<TaskField>; document?: string };

export type RowDocuments = {
  /** Empty where the workbook has one document. */
  list: readonly TrackedDocument[];
  read: (row: FieldRow<TaskField>) => DocumentRow;
  /** Splits the number of a task, or of an occurrence, of the log into its document and the number there. */
  split: (id: string) => { document?: string; id: string };
};

const getText = (cell: SourceCell | undefined): string => (cell ? String(cell.value).trim() : '');

function findDocumentColumn({ cells, header, columns }: FoundTable<TaskField>, name: string): number {
  const taken = new Set(Object.values(columns));
  const found = cells.rows
    .find(({ row }) => row === header)
    ?.cells.find(({ column, value }) => !taken.has(column) && toMatchKey(String(value)) === toMatchKey(name));
  return found?.column ?? -1;
}

/** A sign, words of a title, or what stands for neither, before the number of a task. */
const PREFIXED_ID = /^(?=[^:]*[/\s]|VB)([^:]+):[\p{L}\d]+(?:\.[\p{L}\d.]+)*$/u;

const NAMELESS: Edition = { issuer: '', number: '', date: '', title: '', year: null };

/** What a code says where the record of its document has gone: "12/KH-UBND (2026)" names its sign and its year. */
function createLostDocument(code: string): TrackedDocument {
  const [, sign = code, year] = /^(.*?)(?: \((\d{4})\))?$/u.exec(code) ?? [];
  const edition: Edition = {
    ...NAMELESS,
    ...(/\d.*\//.test(sign) ? { number: sign.replace(/ \(.*\)$/u, '') } : { title: sign }),
    year: year === undefined ? null : Number(year),
  };
  return { code, kind: 'other', status: 'active', editions: [edition], fingerprint: '' };
}

/**
 * Finds the documents of a workbook without its record by what its rows say. `plain`: the one of numbers without
 * prefix, '' where no cell names it.
 */
function collectLostDocuments(
  rows: readonly FieldRow<TaskField>[],
  column: number,
): { list: TrackedDocument[]; plain: string } {
  const prefixes = new Set<string>();
  const named = new Set<string>();
  for (const row of rows) {
    const prefix = PREFIXED_ID.exec(getText(row.cells.id))?.[1];
    if (prefix !== undefined) prefixes.add(prefix);
    const cell = getText(row.others.find((one) => one.column === column)?.cell);
    if (cell !== '') named.add(cell);
  }
  // A column of that name is of the add-in only where numbers of tasks have its words before them.
  if (prefixes.size === 0) return { list: [], plain: '' };
  const others = [...named].filter((code) => !prefixes.has(code));
  return { list: [...others, ...prefixes].map(createLostDocument), plain: others[0] ?? '' };
}

/** The documents that the hidden sheet names; the first keeps the plain numbers. */
function listRecordedDocuments(documents: readonly TrackedDocument[]) {
  return { list: documents.length > 1 ? documents : [], plain: documents[0]?.code ?? '' };
}

/**
 * Reads which document each row is of: its cell in the column *Văn bản* says so, else the prefix of its number. In a
 * workbook that has lost the column, rows without prefix are of its first document.
 *
 * @param given the header of that column, and the documents that the hidden sheet names: null where it is gone
 */
export function createRowDocuments(
  table: FoundTable<TaskField>,
  rows: readonly FieldRow<TaskField>[],
  given: { header: string; recorded: readonly TrackedDocument[] | null },
): RowDocuments {
  const { header, recorded } = given;
  const column = findDocumentColumn(table, header);
  const { list, plain } = recorded ? listRecordedDocuments(recorded) : collectLostDocuments(rows, column);
  if (list.length === 0) return { list, read: (row) => ({ row }), split: (id) => ({ id }) };
  const codes = list.map(({ code }) => code);
  return {
    list,
    read: (row) => {
      const { id } = row.cells;
      const split = splitDocumentTaskId(getText(id), codes);
      const named = foldCase(getText(row.others.find((one) => one.column === column)?.cell));
      const cells = id && split.code !== null ? { ...row.cells, id: { ...id, value: split.id } } : row.cells;
      const unnamed = column < 0 ? plain : '';
      return {
        row: { ...row, cells, others: row.others.filter((one) => one.column !== column) },
        document: codes.find((code) => foldCase(code) === named) ?? split.code ?? unnamed,
      };
    },
    split: (text) => {
      const { code, id } = splitDocumentTaskId(text, codes);
      return { document: code ?? plain, id };
    },
  };
}
