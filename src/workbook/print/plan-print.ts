import type { Problem, Result } from '../../annex/problem';
import { sheetNames } from '../../locales/sheet-words';
import type { AnnexPaper } from '../../paper/annex-paper';
import type { PaperSettings } from '../../paper/paper-settings';
import { USUAL_PAPER } from '../../paper/paper-settings';
import type { ChangePlan } from '../plan-change';
import type { Facts } from '../school-book';
import type { SheetPlan } from '../sheet-plan';
import { freeSheetName } from '../snapshot';
import type { Snapshot } from '../snapshot';
import type { Step } from '../step';
import type { PrintChange } from './print-change';
import { usualWidths } from './print-layout';
import { markFormula, markOf, readMark, sameMark, sheetTextsKey } from './print-mark';
import type { PrintMark } from './print-mark';
import { PRINT_NAMES, printSheet } from './print-sheet';
import { readPrint } from './read-print';

const NAMES: readonly string[] = Object.values(PRINT_NAMES);

/** Excel rounds a width to its pixels, which differ between screens. */
const ROUNDING = 1;

function sameWidths(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((width, at) => Math.abs(width - (b[at] ?? 0)) <= ROUNDING);
}

type Widths = { widths: number[]; usual: boolean };

/** The widths of the sheet stay; where no hand has changed them they are again those that fill the page. */
function widthsFor(
  { print }: Snapshot,
  mark: PrintMark | null,
  paper: AnnexPaper,
  settings: PaperSettings,
): Widths {
  const usual = usualWidths(paper, settings);
  if (!print || print.columns !== print.widths.length) return { widths: usual, usual: true };
  const isOurs = mark !== null && sameWidths(print.widths, mark.widths);
  if (isOurs && mark.usual) return { widths: usual, usual: true };
  const now = isOurs ? mark.widths : print.widths;
  const before = readPrint(print).columns;
  return {
    widths: paper.columns.map(
      ({ id }, at) => now[before.findIndex((column) => column.id === id)] ?? usual[at] ?? 0,
    ),
    usual: false,
  };
}

function withSettings(facts: Facts | null, settings: PaperSettings | null): Facts | null {
  if (!facts) return null;
  const { paper: _before, summary, ...rest } = facts;
  // In the order in which an import writes them, so that equal facts are equal texts.
  return settings ? { ...rest, paper: settings, summary } : { ...rest, summary };
}

function present({ names }: Snapshot): string[] {
  return NAMES.filter((name) => names.some((one) => one.name === name));
}

/** Where a clerk has deleted the sheet its names are left behind, leading nowhere. */
function writeSteps(snapshot: Snapshot, plan: SheetPlan): Step[] {
  const names = present(snapshot);
  if (snapshot.print) return [{ kind: 'rewrite-sheet', sheet: plan, names, charts: [] }];
  return [
    ...(names.length > 0 ? [{ kind: 'remove-names', names } satisfies Step] : []),
    { kind: 'add-sheets', sheets: [plan], activate: plan.name },
  ];
}

function removeSteps(snapshot: Snapshot): Step[] {
  const { print, sheets } = snapshot;
  if (!print) return [];
  const isVisibleLeft = sheets.some(({ name, visible }) => visible && name !== print.sheet);
  const instead = isVisibleLeft ? null : freeSheetName(snapshot, 'Sheet1');
  return [{ kind: 'remove-sheets', sheets: [print.sheet], names: present(snapshot), instead }];
}

/** A hand has changed texts of the sheet since it was written. */
function isEdited({ print }: Snapshot, mark: PrintMark | null): boolean {
  return print !== null && print !== undefined && sheetTextsKey(print) !== mark?.texts;
}

/** What leads back to the sheet as it stands. */
function inverseOf({ print, record }: Snapshot): PrintChange {
  return {
    kind: 'print',
    paper: print ? readPrint(print) : null,
    settings: record.facts?.paper ?? null,
    ...(print ? { widths: print.widths } : {}),
  };
}

/**
 * What a change of the sheet to print does: nothing where the sheet already shows the paper. Needs a snapshot with
 * `print`. Widths of columns stay as they are on the sheet; everything else on it is written anew, which is told where
 * a hand has changed texts.
 */
export function planPrint(snapshot: Snapshot, change: PrintChange): Result<ChangePlan> {
  const { print } = snapshot;
  const facts = withSettings(snapshot.record.facts, change.settings);
  const inverse = inverseOf(snapshot);
  if (change.paper === null) {
    return { ok: true, value: { steps: removeSteps(snapshot), inverse, facts }, warnings: [] };
  }
  const settings = change.settings ?? USUAL_PAPER;
  const mark = readMark(snapshot);
  const { widths, usual } = change.widths
    ? { widths: change.widths, usual: sameWidths(change.widths, usualWidths(change.paper, settings)) }
    : widthsFor(snapshot, mark, change.paper, settings);
  const name = print?.sheet ?? freeSheetName(snapshot, sheetNames.print);
  const sheet = printSheet(change.paper, widths, settings, name);
  const made = markOf(sheet, change.settings, usual);
  const edited = isEdited(snapshot, mark);
  if (print && mark && !edited && sameMark(mark, made)) {
    return { ok: true, value: { steps: [], inverse, facts }, warnings: [] };
  }
  const plan = { ...sheet, names: [...sheet.names, { name: PRINT_NAMES.mark, formula: markFormula(made) }] };
  const warnings: Problem[] = edited
    ? [{ code: 'print-edited', severity: 'warning', place: { sheet: name } }]
    : [];
  return { ok: true, value: { steps: writeSteps(snapshot, plan), inverse, facts }, warnings };
}
