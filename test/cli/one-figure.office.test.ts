import { readFileSync } from 'node:fs';
import type { CellValue } from '@phuluc/excel-simulator/model/types';
import { openWorkbook } from '@phuluc/excel-simulator/xlsx/open-workbook';
import { readDocument } from '../../src/import/read-document';
import { toLocalIsoDate } from '../../src/shared/dates';
import { runPhuluc, SAMPLES_FOLDER, useTemporaryFolder } from '../support/run-cli';

const folder = useTemporaryFolder();

async function readTexts(path: string): Promise<string> {
  const document = await readDocument(new Uint8Array(readFileSync(path)), 'bao-cao.docx');
  if (!document.ok) throw new Error(JSON.stringify(document.problems));
  return document.value.blocks
    .flatMap((block) => (block.kind === 'text' ? [block.text] : block.cells.map(({ text }) => text)))
    .join('\n');
}

/** The figure that stands below its name in *Tổng hợp*. */
async function readTile(path: string, name: string): Promise<CellValue> {
  const { sheets } = await openWorkbook(new Uint8Array(readFileSync(path)));
  const { cells } = sheets.find((sheet) => sheet.name === 'Tổng hợp')!;
  for (const [row, line] of cells)
    for (const [column, { value }] of line)
      if (value === name) return cells.get(row + 1)?.get(column)?.value ?? '';
  throw new Error(`There is no figure "${name}".`);
}

describe('how many occurrences are overdue', () => {
  it('is one figure on the sheet, in the agenda and in the report', async () => {
    const [file, report] = [folder.path('so.xlsx'), folder.path('bao-cao.docx')];
    await runPhuluc('import', `${SAMPLES_FOLDER}/phu-luc-2026.docx`, '-o', file);
    // Formulas are calculated for the day of the machine.
    const on = toLocalIsoDate(new Date());
    const agenda = (await runPhuluc('agenda', file, '--json', '--on', on)).json<{
      counts: { overdue: number };
    }>();
    const written = await runPhuluc(
      'report',
      file,
      '--period',
      'Y',
      '--year',
      '2026',
      '--on',
      on,
      '-o',
      report,
    );
    expect(written).toMatchObject({ code: 0 });
    const { overdue } = agenda.counts;
    expect(overdue).toBeGreaterThan(0);
    expect(await readTile(file, 'Kỳ hạn quá hạn')).toBe(overdue);
    expect(await readTexts(report)).toMatch(new RegExp(`quá hạn ${overdue},`));
  });
});
