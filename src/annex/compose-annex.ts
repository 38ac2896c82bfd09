import { readApplicability } from './applicability';
import { isDitto } from './ditto';
import { follows, isFirst, readLabel, type Label, type Numeral } from './numbering';
import type { AnnexProblem, Place, Problem } from './problem';
import { placeSection, placeUnnumbered, sectionPath, withPrefix, type SectionLevel } from './section-levels';
import { checkTask } from './task-checks';
import { CELL_FIELDS, type CellField } from './task-cells';
import { cleanText, matchKey } from './text';
import type { Annex, Edition, Section, Task } from './types';

export type SectionRow = { kind: 'section'; number: string; title: string; place: Place };

export type TaskRow = {
  kind: 'task';
  /** As printed, '' for a row without a number. */
  tt: string;
  cells: Record<CellField, string>;
  place: Place;
  /** Places of single cells, where the source knows them. */
  cellPlaces?: Partial<Record<CellField, Place>>;
};

export type AnnexRow = SectionRow | TaskRow;

export type ComposedAnnex = {
  annex: Annex;
  /** For each task of the annex, the index of its row in the input. */
  rowOfTask: number[];
  warnings: Problem[];
};

/** Cells a ditto mark may stand in. */
const DITTO_FIELDS = ['leadUnit', 'coordinatingUnit', 'product', 'timing', 'note'] as const;

type State = {
  levels: SectionLevel[];
  section: Section;
  /** Tasks of the current section, for ditto marks. */
  above: Task | null;
  numeral: Numeral | null;
  prefix: string;
  /** TT the unnumbered and lettered rows hang on. */
  anchor: string;
  unnumbered: number;
};

const SAME_SECTION_AGAIN = /\s*\(?\s*tiếp(?: theo)?\s*\)?\s*$/iu;

/** Number a section without a printed one is known by: "M1" for the first. */
const unnumberedSection = (count: number): string => `M${count + 1}`;

/** The identity of a task inside its annex: section and TT, "IV.8"; a TT that repeats the section does so once. */
export function taskId(section: string, tt: string): string {
  return section === '' ? tt : withPrefix(section, tt);
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
  columns: ReadonlySet<CellField | 'tt'> = new Set([...CELL_FIELDS, 'tt'] as const),
): ComposedAnnex {
  const annex: Annex = { edition, sections: [], tasks: [] };
  const warnings: Problem[] = [];
  const rowOfTask: number[] = [];
  const taken = new Map<string, number>();
  let state: State = emptyState();
  let orphans = 0;
  let orphanPlace: Place | null = null;

  const warn = (code: AnnexProblem, place: Place, details?: Problem['details']): void => {
    warnings.push({ code, severity: 'warning', place, ...(details ? { details } : {}) });
  };

  rows.forEach((row, index) => {
    if (row.kind === 'section') {
      state = enterSection(state, row, annex.sections, warn);
      return;
    }
    const { label, tt } = readTt(row.tt);
    if (state.section.number === '') {
      orphans++;
      orphanPlace ??= row.place;
    }
    const wanted = wantedId(state, label, tt);
    const copies = taken.get(wanted) ?? 0;
    taken.set(wanted, copies + 1);
    const id = copies === 0 ? wanted : `${wanted}-${copies + 1}`;
    const placeOf = (field: CellField): Place => ({ ...row.place, ...row.cellPlaces?.[field], task: id });
    const place: Place = { ...row.place, task: id };
    if (copies > 0) warn('duplicate-task', place, { id: wanted });
    if (label === null && columns.has('tt')) warn('unnumbered-row', place);

    const cells = fillDittos(row.cells, state.above, (code, field, text) =>
      warn(code, placeOf(field), { field, text }),
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
      const gap = gapBefore(state, label);
      if (gap) warn('numbering-gap', place, { before: gap.before, after: tt });
    }
    checkTask(task, reading, columns, (code, field, details) => warn(code, placeOf(field), details));
    annex.tasks.push(task);
    rowOfTask.push(index);
    state = afterTask(state, task, label);
  });
  if (orphanPlace) warn('no-section', orphanPlace, { rows: orphans });
  return { annex, rowOfTask, warnings };
}

function emptyState(): State {
  return {
    levels: [],
    section: { number: '', title: '' },
    above: null,
    numeral: null,
    prefix: '',
    anchor: '',
    unnumbered: 0,
  };
}

function readTt(printed: string): { label: Label | null; tt: string } {
  const label = readLabel(printed);
  return { label, tt: label?.text ?? '' };
}

type Warn = (code: AnnexProblem, place: Place, details?: Problem['details']) => void;

function enterSection(state: State, row: SectionRow, sections: Section[], warn: Warn): State {
  const title = cleanText(row.title).replace(SAME_SECTION_AGAIN, '');
  const label = readLabel(row.number);
  const current = state.levels.at(-1);
  const printedAgain =
    current !== undefined &&
    (label?.text ?? '') === (current.numeral ? current.number : '') &&
    matchKey(title) === matchKey(state.section.title);
  if (printedAgain) return state;

  const step = label
    ? placeSection(state.levels, label)
    : { levels: placeUnnumbered(state.levels, unnumberedSection(sections.length)), gap: false };
  const section: Section = { number: sectionPath(step.levels), title };
  if (step.gap) {
    warn('numbering-gap', row.place, { before: state.section.number, after: section.number });
  }
  sections.push(section);
  const startsOver = emptyState();
  return { ...startsOver, levels: step.levels, section, numeral: state.numeral, prefix: state.prefix };
}

/** Rows without a number hang on the one before ("IV.8+1"), lettered rows on the last Arabic one ("IV.8.a"). */
function wantedId(state: State, label: Label | null, tt: string): string {
  const { number } = state.section;
  if (label === null) return `${taskId(number, state.anchor) || 'M'}+${state.unnumbered + 1}`;
  const lettered = label.prefix.length === 0 && label.readings.every(({ kind }) => kind === 'small');
  return taskId(number, lettered && state.anchor !== '' ? `${state.anchor}.${tt}` : tt);
}

function afterTask(state: State, task: Task, label: Label | null): State {
  if (label === null) return { ...state, above: task, unnumbered: state.unnumbered + 1 };
  const numeral = chooseNumeral(state.numeral, label);
  const small = numeral.kind === 'small' && label.prefix.length === 0;
  return {
    ...state,
    above: task,
    numeral: small ? state.numeral : numeral,
    prefix: small ? state.prefix : label.prefix.join('.'),
    anchor: small ? state.anchor : task.tt,
    unnumbered: 0,
  };
}

function chooseNumeral(previous: Numeral | null, label: Label): Numeral {
  return (
    label.readings.find((reading) => previous !== null && follows(previous, reading)) ??
    label.readings.find(isFirst) ??
    (label.readings[0] as Numeral)
  );
}

/** A number that neither continues nor starts a sequence, with the TT it should have followed; else null. */
function gapBefore(state: State, label: Label): { before: string } | null {
  const numeral = chooseNumeral(state.numeral, label);
  if (numeral.kind === 'small' || isFirst(numeral)) return null;
  if (state.numeral === null) return { before: '' };
  if (label.prefix.join('.') !== state.prefix || follows(state.numeral, numeral)) return null;
  return { before: state.anchor };
}

function fillDittos(
  cells: Record<CellField, string>,
  above: Task | null,
  report: (code: 'ditto-filled' | 'ditto-unresolved', field: CellField, text: string) => void,
): Record<CellField, string> {
  const filled = Object.fromEntries(CELL_FIELDS.map((field) => [field, cleanText(cells[field])])) as Record<
    CellField,
    string
  >;
  for (const field of DITTO_FIELDS) {
    if (!isDitto(filled[field])) continue;
    if (above && !isDitto(above[field])) {
      filled[field] = above[field];
      report('ditto-filled', field, above[field]);
    } else report('ditto-unresolved', field, '');
  }
  return filled;
}
