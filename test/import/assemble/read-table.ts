import type { Section, Task } from '../../../src/annex/types';
import { assembleAnnex } from '../../../src/import/assemble/assemble-annex';
import { readText } from '../../../src/import/text-tables/read-text';
import type { Problem } from '../../../src/shared/problem';

type ReadTable = { sections: Section[]; tasks: Task[]; warnings: readonly Problem[] };

/** Reads a table that is written with bars between its cells, below a title. */
export function readTable(...rows: string[]): ReadTable {
  const text = `BẢNG PHÂN CÔNG NĂM 2026\n${rows.map((row) => row.replaceAll('|', '\t')).join('\n')}\n`;
  const document = readText(text, 'a.txt');
  if (!document.ok) throw new Error(document.problems[0]!.code);
  const annex = assembleAnnex(document.value);
  if (!annex.ok) throw new Error(annex.problems[0]!.code);
  return { ...annex.value, warnings: annex.warnings };
}
