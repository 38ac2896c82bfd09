import { cloneWorkbook } from '@phuluc/excel-simulator/model/clone-workbook';
import type { WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { saveWorkbook } from '@phuluc/excel-simulator/xlsx/save-workbook';
import type { Annex } from '../../../src/annex/types';
import type { UnitEntry } from '../../../src/consolidation/types';
import { createExpectedAnnex } from '../samples/create-expected-annex';
import { PLAN_2026 } from '../samples/plan-2026';
import { PLAN_2026_REISSUED } from '../samples/plan-2026-reissued';
import { type Answers, createAnswers } from './create-answers';
import { createIssuedWorkbooks, findTaskSheet } from './create-issued-workbooks';
import { createTruth, type ReturnedTruth, type UnitTruth } from './create-truth';
import { createTypedCopy } from './create-typed-copy';
import { DEFECT_NAMES, type DefectName, DEFECTS, type ExpectedFinding } from './defects';
import { fillAnswers, findColumn, getText, listBodyRows, setValue } from './edit-sheet';
import { fillLog } from './fill-log';
import { AUTHORITY_UNIT, formatUnitsCsv, SIXTY_UNITS } from './sixty-units';
import { stampModified } from './stamp-modified';

export type ReturnedFiles = {
  files: Map<string, Uint8Array>;
  /** The authority's own copy of the annex. */
  annexFile: Uint8Array;
  unitsCsv: string;
  annex: Annex;
  units: UnitEntry[];
  truth: ReturnedTruth;
};

const ALL_SCHOOLS = 'Các trường trên địa bàn phường';

/** The units, by number, whose way of returning is out of the ordinary. */
const MISSING_INDEXES = [7, 26, 51];
const TYPED_COPIES = new Map<number, 'xlsx' | 'biff8'>([
  [3, 'xlsx'],
  [33, 'xlsx'],
  [45, 'biff8'],
]);
const LAST_YEAR_INDEX = 28;
const ALIAS_INDEX = 12;
const UNKNOWN_INDEX = 38;
const DUPLICATE_INDEXES = [16, 55];
const SAME_BYTES_INDEX = 20;
/** They keep the log of occurrences on *Tiến độ*. */
const LOG_INDEXES = [10, 30, 35, 58];

/** The other units carry one thing each, in turn, and every fifth two. */
function chooseDefects(index: number): DefectName[] {
  const first = DEFECT_NAMES[index % DEFECT_NAMES.length]!;
  return index % 5 === 0 && first !== 'sheet added' ? [first, 'sheet added'] : [first];
}

async function saveStamped(book: WorkbookModel, modified: string): Promise<Uint8Array> {
  book.properties['title'] = 'Sổ theo dõi';
  return stampModified(await saveWorkbook(book), modified);
}

const getSaveTime = (index: number): string =>
  `2026-07-${String(1 + (index % 28)).padStart(2, '0')}T08:00:00Z`;

/** The plan of the year before, under its own number: the form that some schools still have. */
function createLastYearAnnex(): Annex {
  const annex = createExpectedAnnex(PLAN_2026_REISSUED);
  return { ...annex, edition: { ...annex.edition, number: '31/KH-UBND', date: '2025-02-10', year: 2025 } };
}

/** What stands on *Phụ lục* before the log is begun: the marks, and nothing done yet. */
function keepOnlyMarks(answers: Answers): Answers {
  return new Map(
    [...answers].map(([task, answer]) => [
      task,
      { ...answer, state: null, due: '', doneOn: '', evidence: '' },
    ]),
  );
}

function removeHiddenSheet(book: WorkbookModel, name: string): void {
  book.sheets = book.sheets.filter((sheet) => sheet.name !== '_phuluc');
  const sheet = findTaskSheet(book);
  setValue(sheet, 0, 0, name);
  const column = findColumn(sheet, 'Đơn vị phối hợp');
  for (const row of listBodyRows(sheet))
    if (getText(sheet, row, column) !== '') setValue(sheet, row, column, '');
}

/** Imports further documents into a school's workbook; what a consolidation by the first is to find of them. */
export type AddDocuments = (
  book: WorkbookModel,
  school: { index: number; unit: UnitEntry; file: string; keepsLog: boolean },
) => Promise<ExpectedFinding[]>;

const addNoDocuments: AddDocuments = () => Promise.resolve([]);

/**
 * What sixty schools send back: differing workbooks with every defect that has been seen, some twice, some not at all,
 * some damaged, and the truth of what they say. Always the same bytes.
 */
export async function buildReturnedFiles(
  addDocuments: AddDocuments = addNoDocuments,
): Promise<ReturnedFiles> {
  const annex = createExpectedAnnex(PLAN_2026);
  const master: Annex = {
    ...annex,
    // The authority's own copy names no single school.
    tasks: annex.tasks.map((task) => ({ ...task, coordinatingUnit: ALL_SCHOOLS, reason: '' })),
  };
  const units = SIXTY_UNITS;
  const issued = await createIssuedWorkbooks(master, [AUTHORITY_UNIT, ...units]);
  const annexFile = await saveStamped(issued.get(AUTHORITY_UNIT.code)!, '2026-01-16T08:00:00Z');
  const previous = createLastYearAnnex();
  const previousMaster: Annex = {
    ...previous,
    tasks: previous.tasks.map((task) => ({ ...task, coordinatingUnit: ALL_SCHOOLS, reason: '' })),
  };
  const old = await createIssuedWorkbooks(previousMaster, [units[LAST_YEAR_INDEX]!]);
  const files = new Map<string, Uint8Array>();
  const returned: UnitTruth[] = [];
  const failed: ReturnedTruth['failed'] = [];
  const duplicates: ReturnedTruth['duplicates'] = [];
  const expectedIn = (
    names: readonly DefectName[],
    book: WorkbookModel,
    answers: Answers,
  ): ExpectedFinding[] =>
    names.flatMap((name) => DEFECTS[name]({ workbook: book, sheet: findTaskSheet(book), answers }));

  for (const [index, unit] of units.entries()) {
    if (MISSING_INDEXES.includes(index)) continue;
    const answers = createAnswers(master, unit.kind, index % 20, 1_000 + index);
    const file = `${String(index + 1).padStart(2, '0')} bao cao truong.xlsx`;
    let ofDocuments: ExpectedFinding[] = [];
    const isOfMaster = ({ task }: ExpectedFinding): boolean => task === '' || answers.has(task);
    const report = (name: string, defects: string[], expected: ExpectedFinding[]): void => {
      returned.push({
        unit,
        file: name,
        defects,
        answers,
        expected: [...expected.filter(isOfMaster), ...ofDocuments],
      });
    };
    const typed = TYPED_COPIES.get(index);
    if (typed) {
      const name = typed === 'biff8' ? file.replace('.xlsx', '.xls') : file;
      files.set(name, createTypedCopy(master, answers, unit.name, typed));
      // Whose the task is was left open, and with it the cell that the authority printed.
      const open = [...answers].filter(([, { applicability }]) => applicability === 'undecided');
      // The marker behind the school's name says no reason.
      const refused = [...answers].filter(([, { applicability }]) => applicability === 'notPerformed');
      report(
        name,
        [`typed copy (${typed})`],
        [
          ...open.map(([task]) => ({ code: 'cell-changed', task })),
          ...refused.map(([task]) => ({ code: 'refused-without-reason', task })),
        ],
      );
      continue;
    }
    if (index === LAST_YEAR_INDEX) {
      const book = cloneWorkbook(old.get(unit.code)!);
      const own = createAnswers(previousMaster, unit.kind, index % 20, 1_000 + index);
      fillAnswers(findTaskSheet(book), own);
      files.set(file, await saveStamped(book, getSaveTime(index)));
      const known = new Map(
        master.tasks.map(({ id }) => [
          id,
          own.get(id) ?? {
            ...answers.get(id)!,
            applicability: 'undecided' as const,
            state: null,
            due: '',
            doneOn: '',
          },
        ]),
      );
      returned.push({
        unit,
        file,
        defects: ["last year's form"],
        answers: known,
        expected: [
          { code: 'other-edition', task: '' },
          { code: 'row-reworded', task: 'III.4' },
          { code: 'row-reworded', task: 'VII.5' },
          { code: 'cell-changed', task: 'V.4' },
          { code: 'row-added', task: '' },
          { code: 'row-missing', task: 'VIII.3' },
        ],
      });
      continue;
    }
    const book = cloneWorkbook(issued.get(unit.code)!);
    const keepsLog = LOG_INDEXES.includes(index);
    ofDocuments = await addDocuments(book, { index, unit, file, keepsLog });
    const sheet = findTaskSheet(book);
    if (keepsLog) {
      fillAnswers(sheet, keepOnlyMarks(answers));
      const retained = await fillLog(book, answers, 2_000 + index);
      files.set(file, await saveStamped(book, getSaveTime(index)));
      const own = retained.filter(({ task }) => answers.has(task));
      returned.push({ unit, file, defects: ['log kept'], answers, expected: ofDocuments, logged: own });
      continue;
    }
    fillAnswers(sheet, answers);
    if (index === ALIAS_INDEX) {
      removeHiddenSheet(book, unit.aliases[0]!);
      files.set(file, await saveStamped(book, getSaveTime(index)));
      report(file, ['hidden sheet gone, known by another name'], [{ code: 'record-missing', task: '' }]);
      continue;
    }
    if (index === UNKNOWN_INDEX) {
      removeHiddenSheet(book, 'Trường Tiểu học Chưa Có Trong Danh Sách');
      files.set(file, await saveStamped(book, getSaveTime(index)));
      continue;
    }
    if (DUPLICATE_INDEXES.includes(index)) {
      // The first sending: an earlier day, some tasks less far.
      const earlier = cloneWorkbook(book);
      const before = findTaskSheet(earlier);
      const state = findColumn(before, 'Kết quả thực hiện');
      const done = listBodyRows(before).filter((row) => getText(before, row, state) === 'Hoàn thành');
      for (const row of done.slice(0, 3)) setValue(before, row, state, 'Đang thực hiện');
      const first = file.replace('.xlsx', ' lan 1.xlsx');
      files.set(first, await saveStamped(earlier, '2026-06-01T08:00:00Z'));
      files.set(file, await saveStamped(book, getSaveTime(index)));
      duplicates.push({ unit: unit.code, files: [first, file].sort(), used: file, differences: 3 });
      report(file, ['sent twice'], []);
      continue;
    }
    const names = chooseDefects(index);
    const expected = expectedIn(names, book, answers);
    const bytes = await saveStamped(book, getSaveTime(index));
    files.set(file, bytes);
    report(file, names, expected);
    if (index === SAME_BYTES_INDEX) {
      const copy = file.replace('.xlsx', ' (2).xlsx');
      files.set(copy, bytes);
      duplicates.push({ unit: unit.code, files: [file, copy].sort(), used: copy, differences: 0 });
    }
  }
  const total = [...files.values()][0]!;
  files.set('90 hong.xlsx', total.slice(0, Math.floor(total.length / 2)));
  failed.push({ file: '90 hong.xlsx', code: 'zip-damaged' });
  files.set('91 rong.xlsx', new Uint8Array());
  failed.push({ file: '91 rong.xlsx', code: 'file-empty' });
  const truth = createTruth(master, units, returned, {
    failed,
    duplicates,
    questions: [`${String(UNKNOWN_INDEX + 1).padStart(2, '0')} bao cao truong.xlsx`],
  });
  return { files, annexFile, unitsCsv: formatUnitsCsv(units), annex: master, units, truth };
}
