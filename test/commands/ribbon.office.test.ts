import { cloneWorkbook } from '@phuluc/excel-simulator/model/clone-workbook';
import { findFirstDifference } from '@phuluc/excel-simulator/model/compare-workbooks';
import type { WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { markNotPerformed } from '../../src/commands/mark';
import { getProblems, RIBBON_FUNCTIONS } from '../../src/commands/ribbon';
import { describeProblem } from '../../src/i18n/format-problem';
import { expectByMachine } from '../support/excel/machines';
import { closeExcel, COMMAND_CONTEXT, openExcel, stageAndImport } from '../support/excel/open-excel';
import { importAndTrack } from '../support/excel/progress-log';

afterEach(closeExcel);

type Name = keyof typeof RIBBON_FUNCTIONS;
const NAMES = Object.keys(RIBBON_FUNCTIONS) as Name[];

function select(sheet: string, address: string): Promise<void> {
  return Excel.run(async (excel) => {
    excel.workbook.worksheets.getItem(sheet).getRange(address).select();
    await excel.sync();
  });
}

function protect(): Promise<void> {
  return Excel.run(async (excel) => {
    const sheets = excel.workbook.worksheets;
    sheets.load('items/name');
    await excel.sync();
    for (const sheet of sheets.items) sheet.protection.protect();
    await excel.sync();
  });
}

/** A state in which a command makes no sense, and what each then says; null: it makes sense there. */
type State = { prepare: () => Promise<void>; message: Record<Name, string | null> };

function all(code: string | null): Record<Name, string | null> {
  return Object.fromEntries(NAMES.map((name) => [name, code])) as Record<Name, string | null>;
}

const STATES: Record<string, State> = {
  'a workbook without an annex': {
    prepare: async () => undefined,
    message: { ...all('no-annex-sheet'), undo: 'nothing-to-undo' },
  },
  'a selection above the table': {
    prepare: async () => {
      await stageAndImport();
      await select('Phụ lục', 'A1:B2');
    },
    message: { ...all('no-task-selected'), recordDone: 'no-progress-sheet', undo: null },
  },
  'another sheet is in front': {
    prepare: async () => {
      await importAndTrack();
      await select('Tổng hợp', 'A7');
    },
    message: { ...all('no-task-selected'), recordDone: 'no-occurrence-selected', undo: null },
  },
  'no log of progress yet': {
    prepare: async () => {
      await stageAndImport();
      await select('Phụ lục', 'A7');
    },
    message: { ...all(null), recordDone: 'no-progress-sheet' },
  },
  'protected sheets and a log': {
    prepare: async () => {
      await importAndTrack();
      await select('Phụ lục', 'A7');
      await protect();
    },
    message: { ...all('sheet-protected'), markPerformed: null },
  },
  'protected sheets': {
    prepare: async () => {
      await stageAndImport();
      await markNotPerformed.run(COMMAND_CONTEXT, { rows: ['I.2'] });
      await markNotPerformed.run(COMMAND_CONTEXT, { rows: ['I.1'] });
      await select('Phụ lục', 'A7:A8');
      await protect();
    },
    message: {
      ...all('sheet-protected'),
      recordDone: 'no-progress-sheet',
      // A filter hides the only row that is not marked so already.
      markNotPerformed: expectByMachine<string | null>('sheet-protected', { filtered: null }),
    },
  },
};

const cases = Object.keys(STATES).flatMap((state) => NAMES.map((name) => ({ state, name })));

describe('a command of the ribbon in a state it is not for', () => {
  it.each(cases)('$name, $state', async ({ state, name }) => {
    const { prepare, message } = STATES[state]!;
    const { workbook } = await openExcel();
    await prepare();
    const before: WorkbookModel = cloneWorkbook(workbook);
    const problems = getProblems(await RIBBON_FUNCTIONS[name](COMMAND_CONTEXT));
    if (message[name] === null) {
      expect(problems).toEqual([]);
      return;
    }
    expect([...new Set(problems.map(({ code }) => code))]).toEqual([message[name]]);
    for (const locale of ['vi', 'en'] as const) {
      const { what, next } = describeProblem(locale, problems[0]!);
      expect([what, next].join(' ')).not.toMatch(/[{}]/);
      expect(next).toMatch(/\p{L}.*\.$/u);
    }
    expect(findFirstDifference(before, workbook)).toBeNull();
  });
});
