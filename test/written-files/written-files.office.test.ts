import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { saveWorkbook } from '@phuluc/excel-simulator/xlsx/save-workbook';
import { createRichWorkbook } from '../../packages/excel-simulator/test/xlsx/create-rich-workbook';
import { packParts, readParts } from '../../packages/ooxml/test/package-parts';
import { createWrittenFiles, type WrittenFile } from '../support/written-files/create-written-files';
import { findRepairCauses } from '../support/written-files/repair-causes/find-repair-causes';
import {
  itValidator,
  OFFICE_VERSIONS,
  type OfficeVersion,
  validateOfficeFile,
} from '../support/written-files/validate-office-file';

/** The validator is a program of its own: more of them at once would only wait for each other. */
const PARALLEL_VALIDATIONS = 2;

type Finding = { kind: string; version: OfficeVersion; errors: string[] };

async function validateAll(files: readonly WrittenFile[]): Promise<Finding[]> {
  const waiting = files.flatMap((file) => OFFICE_VERSIONS.map((version) => ({ ...file, version })));
  const findings: Finding[] = [];
  const validateNext = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const errors = await validateOfficeFile(next.path, next.version);
      if (errors.length > 0) findings.push({ kind: next.kind, version: next.version, errors });
    }
  };
  await Promise.all(Array.from({ length: PARALLEL_VALIDATIONS }, validateNext));
  return findings;
}

describe('every kind of file that the product writes', () => {
  let folder: string;
  let files: WrittenFile[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'phuluc-written-'));
    const rich = join(folder, 'rich.xlsx');
    writeFileSync(rich, await saveWorkbook(createRichWorkbook()));
    files = [
      ...(await createWrittenFiles(folder)),
      { kind: 'everything that the workbench saves', path: rich },
    ];
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has nothing for which Excel is known to offer a repair', () => {
    const workbooks = files.filter(({ path }) => path.endsWith('.xlsx'));
    const findings = workbooks.map(({ kind, path }) => [
      kind,
      findRepairCauses(new Uint8Array(readFileSync(path))),
    ]);
    expect(findings).toEqual(workbooks.map(({ kind }) => [kind, []]));
  });

  itValidator(
    'passes the Open XML SDK for Office 2016, 2019, 2021 and Microsoft 365',
    async () => {
      expect(await validateAll(files)).toEqual([]);
    },
    300_000,
  );

  itValidator(
    'would not pass with an attribute that no version knows',
    async () => {
      const path = join(folder, 'spoiled.xlsx');
      const parts = readParts(readFileSync(join(folder, 'rich.xlsx')));
      const sheet = 'xl/worksheets/sheet1.xml';
      const spoiled = parts[sheet]!.replace('<sheetData>', '<sheetData colour="red">');
      expect(spoiled).not.toBe(parts[sheet]);
      writeFileSync(path, packParts({ ...parts, [sheet]: spoiled }));
      for (const version of OFFICE_VERSIONS) {
        expect(await validateOfficeFile(path, version)).toHaveLength(1);
      }
    },
    30_000,
  );
});
