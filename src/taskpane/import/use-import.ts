import { useCallback, useMemo, useState } from 'react';
import { proposeUnitName } from '../../annex/propose-unit-name';
import type { Annex } from '../../annex/types';
import type { StagedImport } from '../../commands/import/import-annex';
import type {
  AnnexSource,
  DocumentReading,
  PlanReading,
  TableQuestion,
} from '../../commands/import/read-annex';
import type { AnnexReading } from '../../commands/import/review-table';
import type { Renewed } from '../../commands/progress/renew-after-import';
import { type AnnexYear, setEditionYear } from '../../import/assemble/annex-year';
import type { AssembleOptions } from '../../import/assemble/choose-tables';
import type { TableSummary } from '../../import/assemble/list-tables';
import type { AnnexReview } from '../../import/review/annex-review';
import type { DocumentChoice } from '../../school-workbook/documents/assign-document';
import type { MergeMode } from '../../school-workbook/merge-modes';
import type { Unit } from '../../school-workbook/school-workbook';
import { useStagedCommand } from '../components/use-staged-command';
import { COMMANDS, type CommandSource, loadCommand } from '../shell/commands';
import type { Notice } from '../shell/use-notices';
import type { Pane, Staged } from '../shell/use-pane';

/** Typing in the unit's name plans again; not with every letter. */
const TYPING_DELAY_MS = 300;

/** An annex on its way: read, looked over, staged. */
export type AnnexImport = {
  kind: 'annex';
  name: string;
  reading: AnnexReading;
  step: 'review' | 'stage';
  unit: Unit;
  merge: MergeMode;
  withProgress: boolean;
  /** Null for the one that the annex itself names. */
  document: DocumentChoice | null;
};

export type PlanImport = {
  kind: 'plan';
  name: string;
  reading: PlanReading;
  unit: Unit;
  withProgress: boolean;
};

/** Asked before anything is read: which table, and what its columns hold. */
export type QuestionImport = { kind: 'question'; name: string; reading: TableQuestion; unit: Unit };

export type CurrentImport = AnnexImport | PlanImport | QuestionImport;

export type ImportFlow = {
  current: CurrentImport | null;
  /** What would be written; null while it is worked out or cannot be done. */
  staged: Staged<StagedImport> | null;
  choose: (source: AnnexSource) => Promise<void>;
  /** A correction of the rows under review. */
  review: (change: (reviewed: AnnexReview) => AnnexReview) => void;
  setStep: (step: AnnexImport['step']) => void;
  /** Other tables of the document, or columns assigned; the review begins again. */
  readTables: (options: AssembleOptions) => Promise<void>;
  /** Asks what the columns of a table hold. */
  askForColumns: (tables: readonly TableSummary[], index: number) => void;
  /** The year of an annex that names none. */
  setYear: (year: AnnexYear | null) => void;
  setUnit: (unit: Unit) => void;
  setMerge: (merge: MergeMode) => void;
  /** Whether *Tiến độ* is made with it. */
  setWithProgress: (withProgress: boolean) => void;
  setDocument: (document: DocumentChoice | null) => void;
  /** True when it was written. */
  write: () => Promise<boolean>;
  leave: () => void;
};

/** Returns a command that reads without warnings: they are shown with the rows, not as notices too. */
function withoutWarnings<Input, Output extends DocumentReading>(
  source: CommandSource<Input, Output>,
): CommandSource<Input, Output> {
  return async () => {
    const command = await loadCommand(source);
    return {
      ...command,
      run: async (...given) => {
        const result = await command.run(...given);
        return result.ok ? { ...result, warnings: [] } : result;
      },
    };
  };
}

function getFirstStep({ reviewed }: AnnexReading): AnnexImport['step'] {
  return reviewed.unconfirmedCount > 0 ? 'review' : 'stage';
}

/** The unit known, else the one that the annex names. */
function proposeUnit(unit: Unit, { reviewed }: AnnexReading): Unit {
  return unit.name === '' ? { ...unit, name: proposeUnitName(reviewed.annex) } : unit;
}

function createImport(name: string, reading: DocumentReading, unit: Unit): CurrentImport {
  switch (reading.kind) {
    case 'plan':
      return { kind: 'plan', name, reading, unit, withProgress: true };
    case 'question':
      return { kind: 'question', name, reading, unit };
    case 'annex':
      return {
        kind: 'annex',
        name,
        reading,
        step: getFirstStep(reading),
        unit: proposeUnit(unit, reading),
        merge: 'replace-nonblank',
        withProgress: true,
        document: null,
      };
  }
}

/** Puts the year that the user has named into an annex; corrections of its rows stay. */
function withYear(reading: AnnexReading, year: AnnexYear | null): AnnexReading {
  const { assembled, reviewed } = reading;
  const setIn = ({ edition, ...annex }: Annex): Annex => ({
    ...annex,
    edition: setEditionYear(edition, year),
  });
  return {
    ...reading,
    assembled: { ...assembled, annex: setIn(assembled.annex) },
    reviewed: { ...reviewed, annex: setIn(reviewed.annex) },
  };
}

/** What an import did; its undo takes back the log too, which is an entry of its own. */
export function describeImport({ written, renewed }: { written: boolean } & Renewed): Notice['success'] {
  if (!written) return { key: 'import.unchanged', undo: false };
  return {
    key: 'pane.written',
    params: { occurrences: renewed?.added || '' },
    undo: true,
    ...(renewed && { undoSteps: 2 }),
  };
}

/** From a chosen annex over its review and preview to the writing. Nothing is written before `write`. */
export function useImport(pane: Pane): ImportFlow {
  const [current, setCurrent] = useState<CurrentImport | null>(null);
  const { perform, view } = pane;
  const known = view?.facts?.unit;
  const change = useCallback(
    (next: (now: AnnexImport) => AnnexImport): void =>
      setCurrent((now) => (now?.kind === 'annex' ? next(now) : now)),
    [],
  );

  const choose = useCallback(
    async (source: AnnexSource): Promise<void> => {
      const reading = await perform(withoutWarnings(COMMANDS.readAnnex), source);
      if (!reading) return;
      const name = 'name' in source ? source.name : reading.document.file;
      setCurrent(createImport(name, reading, known ?? { name: '', code: '' }));
    },
    [known, perform],
  );

  const document = current?.reading.document;
  const readTables = useCallback(
    async (options: AssembleOptions): Promise<void> => {
      const reading =
        document && (await perform(withoutWarnings(COMMANDS.reviewTable), { document, options }));
      if (!reading) return;
      setCurrent((now) =>
        now?.kind === 'annex' ? { ...now, reading } : now && createImport(now.name, reading, now.unit),
      );
    },
    [document, perform],
  );

  const annex = current?.kind === 'annex' && current.step === 'stage' ? current.reading.reviewed.annex : null;
  const { unit } = current ?? {};
  const {
    merge = null,
    document: chosen = null,
    withProgress = false,
  } = current?.kind === 'annex' ? current : {};
  const file = current?.name ?? '';
  const input = useMemo(
    () =>
      annex && unit && merge
        ? { annex, unit, merge, file, withProgress, ...(chosen && { document: chosen }) }
        : null,
    [annex, unit, merge, file, withProgress, chosen],
  );
  const staged = useStagedCommand(COMMANDS.importAnnex, input, pane, TYPING_DELAY_MS);

  const review: ImportFlow['review'] = useCallback(
    (next) =>
      change((now) => ({
        ...now,
        reading: { ...now.reading, reviewed: next(now.reading.reviewed) },
      })),
    [change],
  );

  const write = useCallback(async (): Promise<boolean> => {
    if (current?.kind !== 'annex' || !staged || current.reading.reviewed.unconfirmedCount > 0) return false;
    const outcome = await perform(COMMANDS.importAnnex, staged.plan, describeImport);
    if (!outcome) return false;
    setCurrent(null);
    return true;
  }, [current, perform, staged]);

  return {
    current,
    staged,
    choose,
    review,
    setStep: (step) => change((now) => ({ ...now, step })),
    readTables,
    askForColumns: (tables, index) =>
      setCurrent(
        (now) =>
          now && {
            kind: 'question',
            name: now.name,
            unit: now.unit,
            reading: {
              kind: 'question',
              document: now.reading.document,
              tables: [...tables],
              index,
              problem: null,
            },
          },
      ),
    setYear: (year) => change((now) => ({ ...now, reading: withYear(now.reading, year) })),
    setUnit: (next) =>
      setCurrent((now) => (now?.kind === 'annex' ? { ...now, unit: next } : now && { ...now, unit: next })),
    setMerge: (next) => change((now) => ({ ...now, merge: next })),
    setWithProgress: (next) =>
      setCurrent((now) => (now && now.kind !== 'question' ? { ...now, withProgress: next } : now)),
    setDocument: (next) => change((now) => ({ ...now, document: next })),
    write,
    leave: () => setCurrent(null),
  };
}
