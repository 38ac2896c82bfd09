import type { Problem, ProblemLocation } from '../shared/problem';
import { cleanLines, cleanText, toMatchKey } from '../shared/text';
import { checkTask } from './check-task';
import { isDitto } from './is-ditto';
import {
  isFirstNumeral,
  isNextNumeral,
  type NumberLabel,
  type Numeral,
  parseNumberLabel,
  parseTaskCode,
} from './numbering';
import type { AnnexProblem } from './problem-codes';
import { readApplicability } from './read-applicability';
import {
  addNumberPrefix,
  formatSectionPath,
  placeSection,
  placeUnnumberedSection,
  type SectionLevel,
} from './section-levels';
import { TASK_CELL_FIELDS, type TaskCellField } from './task-cells';
import type { Annex, Edition, Section, Task } from './types';

type AnnexSectionRow = {
  kind: 'section';
  number: string;
  title: string;
  place: ProblemLocation;
  /** One of several tables taken together: its number is kept as it is, and its own sections stand below it. */
  outermost?: true;
};

export type AnnexTaskRow = {
  kind: 'task';
  /** As printed, '' for a row without a number. */
  tt: string;
  cells: Record<TaskCellField, string>;
  place: ProblemLocation;
  /** Places of single cells, where the source knows them. */
  cellPlaces?: Partial<Record<TaskCellField, ProblemLocation>>;
};

export type AnnexRow = AnnexSectionRow | AnnexTaskRow;

type ComposedAnnex = {
  annex: Annex;
  /** For each task of the annex, the index of its row in the input. */
  rowIndexes: number[];
  warnings: Problem[];
};

/** Cells a ditto mark may stand in. */
const DITTO_FIELDS = ['leadUnit', 'coordinatingUnit', 'product', 'timing', 'note'] as const;

type CompositionState = {
  levels: SectionLevel[];
  section: Section;
  /** Tasks of the current section, for ditto marks. */
  previousTask: Task | null;
  numeral: Numeral | null;
  prefix: string;
  /** TT the unnumbered and lettered rows hang on. */
  anchor: string;
  unnumbered: number;
};

const CONTINUATION_SUFFIX = /\s*\(?\s*tiếp(?: theo)?\s*\)?\s*$/iu;

/** Formats the number of a section that prints none: "M1" for the first. */
const formatUnnumberedSection = (count: number): string => `M${count + 1}`;

/**
 * Formats the identity of a task in its annex from section and TT, "IV.8". A TT that repeats its section does
 * not repeat it twice.
 */
export function formatTaskId(section: string, tt: string): string {
  return section === '' ? tt : addNumberPrefix(section, tt);
}

/**
 * Builds the annex from its rows in order: sections and their levels, identities, ditto marks, applicability, and
 * what deserves a look. Pure; never guesses: blank stays blank.
 *
 * @param columns the columns the source has; no warning is given for what it cannot have
 */
export function composeAnnex(
  edition: Edition,
  rows: readonly AnnexRow[],
  columns: ReadonlySet<TaskCellField | 'tt'> = new Set([...TASK_CELL_FIELDS, 'tt'] as const),
): ComposedAnnex {
  const annex: Annex = { edition, sections: [], tasks: [] };
  const warnings: Problem[] = [];
  const rowOfTask: number[] = [];
  const taken = new Map<string, number>();
  let state: CompositionState = createEmptyState();
  let orphans = 0;
  let orphanPlace: ProblemLocation | null = null;

  const warn = (code: AnnexProblem, place: ProblemLocation, details?: Problem['details']): void => {
    warnings.push({ code, severity: 'warning', place, ...(details ? { details } : {}) });
  };

  rows.forEach((row, index) => {
    if (row.kind === 'section') {
      state = enterSection(state, row, annex.sections, warn);
      return;
    }
    const { label, tt } = parseTaskNumber(row.tt);
    state = leaveParent(state, label, annex.sections);
    if (state.section.number === '') {
      orphans++;
      orphanPlace ??= row.place;
    }
    const wanted = proposeTaskId(state, label, tt);
    const copies = taken.get(wanted) ?? 0;
    taken.set(wanted, copies + 1);
    const id = copies === 0 ? wanted : `${wanted}-${copies + 1}`;
    const getPlace = (field: TaskCellField): ProblemLocation => ({
      ...row.place,
      ...row.cellPlaces?.[field],
      task: id,
    });
    const place: ProblemLocation = { ...row.place, task: id };
    if (copies > 0) warn('duplicate-task', place, { id: wanted });
    if (label === null && columns.has('tt')) warn('unnumbered-row', place);

    const cells = fillDittos(row.cells, state.previousTask, (code, field, text) =>
      warn(code, getPlace(field), { field, text }),
    );
    const reading = readApplicability(cells);
    const task: Task = {
      id,
      section: state.section.number,
      sectionTitle: state.section.title,
      tt,
      ...cells,
      applicability: reading.applicability,
      reason: reading.reason,
    };
    if (label && copies === 0) {
      const gap = findGapBefore(state, label);
      if (gap) warn('numbering-gap', place, { before: gap.before, after: tt });
    }
    checkTask(task, reading, columns, (code, field, details) => warn(code, getPlace(field), details));
    annex.tasks.push(task);
    rowOfTask.push(index);
    state = advanceState(state, task, label);
  });
  if (orphanPlace) warn('no-section', orphanPlace, { rows: orphans });
  return { annex, rowIndexes: rowOfTask, warnings };
}

function createEmptyState(): CompositionState {
  return {
    levels: [],
    section: { number: '', title: '' },
    previousTask: null,
    numeral: null,
    prefix: '',
    anchor: '',
    unnumbered: 0,
  };
}

function parseTaskNumber(printed: string): { label: NumberLabel | null; tt: string } {
  const label = parseNumberLabel(printed) ?? parseTaskCode(printed);
  return { label, tt: label?.text ?? '' };
}

type ReportWarning = (code: AnnexProblem, place: ProblemLocation, details?: Problem['details']) => void;

function enterSection(
  state: CompositionState,
  row: AnnexSectionRow,
  sections: Section[],
  warn: ReportWarning,
): CompositionState {
  const title = cleanText(row.title).replace(CONTINUATION_SUFFIX, '');
  if (row.outermost) {
    const section: Section = { number: row.number, title };
    sections.push(section);
    return {
      ...createEmptyState(),
      levels: [{ number: row.number, numeral: null, outermost: true }],
      section,
    };
  }
  const label = parseNumberLabel(row.number);
  const current = state.levels.at(-1);
  const printedAgain =
    current !== undefined &&
    !current.outermost &&
    (label?.text ?? '') === (current.numeral ? current.number : '') &&
    toMatchKey(title) === toMatchKey(state.section.title);
  if (printedAgain) return state;

  const step = label
    ? placeSection(state.levels, label)
    : { levels: placeUnnumberedSection(state.levels, formatUnnumberedSection(sections.length)), gap: false };
  const section: Section = { number: formatSectionPath(step.levels), title };
  if (step.gap) {
    warn('numbering-gap', row.place, { before: state.section.number, after: section.number });
  }
  sections.push(section);
  const startsOver = createEmptyState();
  return { ...startsOver, levels: step.levels, section, numeral: state.numeral, prefix: state.prefix };
}

/**
 * Leaves the section that an Arabic number with parts a, b, c or "-" below it makes, where a task goes on with that
 * number: after "2" with its a) and b), "3" stands beside it.
 */
function leaveParent(
  state: CompositionState,
  label: NumberLabel | null,
  sections: readonly Section[],
): CompositionState {
  const parent = state.levels.at(-1)?.numeral;
  if (!label || label.prefix.length > 0 || parent?.kind !== 'arabic') return state;
  if (state.previousTask === null || state.anchor !== '') return state;
  if (!label.readings.some((reading) => isNextNumeral(parent, reading))) return state;
  const levels = state.levels.slice(0, -1);
  const number = formatSectionPath(levels);
  const section = sections.find((one) => one.number === number) ?? { number: '', title: '' };
  return { ...state, levels, section, numeral: parent, prefix: '' };
}

/**
 * Proposes an identity: a row without a number counts on from the one before ("IV.8+1"), a lettered row
 * belongs to the last Arabic one ("IV.8.a").
 */
function proposeTaskId(state: CompositionState, label: NumberLabel | null, tt: string): string {
  const { number } = state.section;
  if (label === null) return `${formatTaskId(number, state.anchor) || 'M'}+${state.unnumbered + 1}`;
  const lettered = label.prefix.length === 0 && label.readings.every(({ kind }) => kind === 'small');
  return formatTaskId(number, lettered && state.anchor !== '' ? `${state.anchor}.${tt}` : tt);
}

function advanceState(state: CompositionState, task: Task, label: NumberLabel | null): CompositionState {
  if (label === null) return { ...state, previousTask: task, unnumbered: state.unnumbered + 1 };
  const numeral = chooseNumeral(state.numeral, label);
  const small = numeral.kind === 'small' && label.prefix.length === 0;
  return {
    ...state,
    previousTask: task,
    numeral: small ? state.numeral : numeral,
    prefix: small ? state.prefix : label.prefix.join('.'),
    anchor: small ? state.anchor : task.tt,
    unnumbered: 0,
  };
}

function chooseNumeral(previous: Numeral | null, label: NumberLabel): Numeral {
  return (
    label.readings.find((reading) => previous !== null && isNextNumeral(previous, reading)) ??
    label.readings.find(isFirstNumeral) ??
    (label.readings[0] as Numeral)
  );
}

/**
 * Finds a number that neither continues nor starts a sequence.
 *
 * @returns the TT it should have followed, or null if the number is in sequence
 */
function findGapBefore(state: CompositionState, label: NumberLabel): { before: string } | null {
  const numeral = chooseNumeral(state.numeral, label);
  if (numeral.kind === 'small' || isFirstNumeral(numeral)) return null;
  if (state.numeral === null) return { before: '' };
  if (label.prefix.join('.') !== state.prefix || isNextNumeral(state.numeral, numeral)) return null;
  return { before: state.anchor };
}

function fillDittos(
  cells: Record<TaskCellField, string>,
  above: Task | null,
  report: (code: 'ditto-filled' | 'ditto-unresolved', field: TaskCellField, text: string) => void,
): Record<TaskCellField, string> {
  const filled = Object.fromEntries(
    TASK_CELL_FIELDS.map((field) => [field, cleanLines(cells[field])]),
  ) as Record<TaskCellField, string>;
  for (const field of DITTO_FIELDS) {
    if (!isDitto(filled[field])) continue;
    if (above && !isDitto(above[field])) {
      filled[field] = above[field];
      report('ditto-filled', field, above[field]);
    } else report('ditto-unresolved', field, '');
  }
  return filled;
}
