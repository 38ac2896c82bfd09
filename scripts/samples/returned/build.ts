import type { Annex } from '../../../src/annex/types';
import type { UnitEntry } from '../../../src/consolidation/types';
import { cloneWorkbook } from '../../../src/host/model/clone';
import type { WorkbookModel } from '../../../src/host/model/types';
import { saveWorkbook } from '../../../src/host/xlsx/save';
import { expectedAnnex } from '../expected';
import { PLAN_2026 } from '../plan-2026';
import { PLAN_2026_REISSUED } from '../plan-2026-reissued';
import { answersOf, type Answers } from './answers';
import { DEFECTS, DEFECT_NAMES, type DefectName, type Expected } from './defects';
import { issuedBooks, taskSheet } from './issued-books';
import { keepLog } from './kept-log';
import { bodyRows, columnOf, fillIn, put, textAt } from './sheet-edits';
import { stamp } from './stamp';
import { truthOf, type ReturnedTruth, type UnitTruth } from './truth';
import { typedCopy } from './typed-copy';
import { AUTHORITY, SIXTY_UNITS, unitsCsv } from './units';

export type ReturnedFiles = {
  files: Map<string, Uint8Array>;
  /** The authority's own copy of the annex. */
  annexFile: Uint8Array;
  unitsCsv: string;
  annex: Annex;
  units: UnitEntry[];
  truth: ReturnedTruth;
};

const SCHOOLS = 'Các trường trên địa bàn phường';

/** The units, by number, whose way of returning is out of the ordinary. */
const MISSING = [7, 26, 51];
const TYPED = new Map<number, 'xlsx' | 'biff8'>([
  [3, 'xlsx'],
  [33, 'xlsx'],
  [45, 'biff8'],
]);
const LAST_YEAR = 28;
const BY_ALIAS = 12;
const UNKNOWN = 38;
const TWICE = [16, 55];
const SAME_BYTES = 20;
/** They keep the log of occurrences on *Tiến độ*. */
const WITH_LOG = [10, 30, 35, 58];

/** The other units carry one thing each, in turn, and every fifth two. */
function defectsOf(index: number): DefectName[] {
  const first = DEFECT_NAMES[index % DEFECT_NAMES.length]!;
  return index % 5 === 0 && first !== 'sheet added' ? [first, 'sheet added'] : [first];
}

async function save(book: WorkbookModel, modified: string): Promise<Uint8Array> {
  book.properties['title'] = 'Sổ theo dõi';
  return stamp(await saveWorkbook(book), modified);
}

const savedOn = (index: number): string => `2026-07-${String(1 + (index % 28)).padStart(2, '0')}T08:00:00Z`;

/** The plan of the year before, under its own number: the form that some schools still have. */
function lastYear(): Annex {
  const annex = expectedAnnex(PLAN_2026_REISSUED);
  return { ...annex, edition: { ...annex.edition, number: '31/KH-UBND', date: '2025-02-10', year: 2025 } };
}

/** What stands on *Phụ lục* before the log is begun: the marks, and nothing done yet. */
function onlyMarks(answers: Answers): Answers {
  return new Map(
    [...answers].map(([task, answer]) => [
      task,
      { ...answer, state: null, due: '', doneOn: '', evidence: '' },
    ]),
  );
}

function withoutHidden(book: WorkbookModel, name: string): void {
  book.sheets = book.sheets.filter((sheet) => sheet.name !== '_phuluc');
  const sheet = taskSheet(book);
  put(sheet, 0, 0, name);
  const column = columnOf(sheet, 'Đơn vị phối hợp');
  for (const row of bodyRows(sheet)) if (textAt(sheet, row, column) !== '') put(sheet, row, column, '');
}

/**
 * What sixty schools send back: differing workbooks with every defect that has been seen, some twice, some not at all,
 * some damaged, and the truth of what they say. Always the same bytes.
 */
export async function buildReturned(): Promise<ReturnedFiles> {
  const annex = expectedAnnex(PLAN_2026);
  const master: Annex = {
    ...annex,
    // The authority's own copy names no single school.
    tasks: annex.tasks.map((task) => ({ ...task, coordinatingUnit: SCHOOLS, reason: '' })),
  };
  const units = SIXTY_UNITS;
  const issued = await issuedBooks(master, [AUTHORITY, ...units]);
  const annexFile = await save(issued.get(AUTHORITY.code)!, '2026-01-16T08:00:00Z');
  const former = lastYear();
  const formerMaster: Annex = {
    ...former,
    tasks: former.tasks.map((task) => ({ ...task, coordinatingUnit: SCHOOLS, reason: '' })),
  };
  const old = await issuedBooks(formerMaster, [units[LAST_YEAR]!]);
  const files = new Map<string, Uint8Array>();
  const returned: UnitTruth[] = [];
  const failed: ReturnedTruth['failed'] = [];
  const duplicates: ReturnedTruth['duplicates'] = [];
  const expectedIn = (names: readonly DefectName[], book: WorkbookModel, answers: Answers): Expected[] =>
    names.flatMap((name) => DEFECTS[name]({ book, sheet: taskSheet(book), answers }));

  for (const [index, unit] of units.entries()) {
    if (MISSING.includes(index)) continue;
    const answers = answersOf(master, unit.kind, index % 20, 1_000 + index);
    const file = `${String(index + 1).padStart(2, '0')} bao cao truong.xlsx`;
    const tell = (name: string, defects: string[], expected: Expected[]): void => {
      returned.push({ unit, file: name, defects, answers, expected });
    };
    const typed = TYPED.get(index);
    if (typed) {
      const name = typed === 'biff8' ? file.replace('.xlsx', '.xls') : file;
      files.set(name, typedCopy(master, answers, unit.name, typed));
      // Whose the task is was left open, and with it the cell that the authority printed.
      const open = [...answers].filter(([, { applicability }]) => applicability === 'undecided');
      tell(
        name,
        [`typed copy (${typed})`],
        open.map(([task]) => ({ code: 'cell-changed', task })),
      );
      continue;
    }
    if (index === LAST_YEAR) {
      const book = cloneWorkbook(old.get(unit.code)!);
      const own = answersOf(formerMaster, unit.kind, index % 20, 1_000 + index);
      fillIn(taskSheet(book), own);
      files.set(file, await save(book, savedOn(index)));
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
    const sheet = taskSheet(book);
    if (WITH_LOG.includes(index)) {
      fillIn(sheet, onlyMarks(answers));
      const kept = await keepLog(book, answers, 2_000 + index);
      files.set(file, await save(book, savedOn(index)));
      returned.push({ unit, file, defects: ['log kept'], answers, expected: [], kept });
      continue;
    }
    fillIn(sheet, answers);
    if (index === BY_ALIAS) {
      withoutHidden(book, unit.aliases[0]!);
      files.set(file, await save(book, savedOn(index)));
      tell(file, ['hidden sheet gone, known by another name'], [{ code: 'record-missing', task: '' }]);
      continue;
    }
    if (index === UNKNOWN) {
      withoutHidden(book, 'Trường Tiểu học Chưa Có Trong Danh Sách');
      files.set(file, await save(book, savedOn(index)));
      continue;
    }
    if (TWICE.includes(index)) {
      // The first sending: an earlier day, some tasks less far.
      const earlier = cloneWorkbook(book);
      const before = taskSheet(earlier);
      const state = columnOf(before, 'Trạng thái');
      const done = bodyRows(before).filter((row) => textAt(before, row, state) === 'Hoàn thành');
      for (const row of done.slice(0, 3)) put(before, row, state, 'Đang thực hiện');
      const first = file.replace('.xlsx', ' lan 1.xlsx');
      files.set(first, await save(earlier, '2026-06-01T08:00:00Z'));
      files.set(file, await save(book, savedOn(index)));
      duplicates.push({ unit: unit.code, files: [first, file].sort(), used: file, differences: 3 });
      tell(file, ['sent twice'], []);
      continue;
    }
    const names = defectsOf(index);
    const expected = expectedIn(names, book, answers);
    const bytes = await save(book, savedOn(index));
    files.set(file, bytes);
    tell(file, names, expected);
    if (index === SAME_BYTES) {
      const copy = file.replace('.xlsx', ' (2).xlsx');
      files.set(copy, bytes);
      duplicates.push({ unit: unit.code, files: [file, copy].sort(), used: copy, differences: 0 });
    }
  }
  const whole = [...files.values()][0]!;
  files.set('90 hong.xlsx', whole.slice(0, Math.floor(whole.length / 2)));
  failed.push({ file: '90 hong.xlsx', code: 'zip-damaged' });
  files.set('91 rong.xlsx', new Uint8Array());
  failed.push({ file: '91 rong.xlsx', code: 'file-empty' });
  const truth = truthOf(master, units, returned, {
    failed,
    duplicates,
    questions: [`${String(UNKNOWN + 1).padStart(2, '0')} bao cao truong.xlsx`],
  });
  return { files, annexFile, unitsCsv: unitsCsv(units), annex: master, units, truth };
}
