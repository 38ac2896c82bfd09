import { useCallback, useMemo, useState } from 'react';
import type { StagedImport } from '../../commands/import/import-annex';
import type { AnnexSource, DocumentReading, PlanReading } from '../../commands/import/read-annex';
import type { AnnexReading } from '../../commands/import/review-table';
import type { AnnexReview } from '../../import/review/annex-review';
import type { MergeMode } from '../../school-workbook/plan-import';
import type { Unit } from '../../school-workbook/school-workbook';
import { useStagedCommand } from '../components/use-staged-command';
import { COMMANDS, type CommandSource, loadCommand } from '../shell/commands';
import type { Pane, Staged } from '../shell/use-pane';

/** Typing in the unit's name plans again; not with every letter. */
const TYPING_DELAY_MS = 300;

/** An annex on its way: read, looked over, staged. */
export type AnnexImport = {
  kind: 'annex';
  name: string;
  reading: AnnexReading;
  /** Which of the document's tables; null for the one that was taken as the best. */
  table: number | null;
  step: 'review' | 'stage';
  unit: Unit;
  merge: MergeMode;
};

export type PlanImport = { kind: 'plan'; name: string; reading: PlanReading; unit: Unit };

export type CurrentImport = AnnexImport | PlanImport;

export type ImportFlow = {
  current: CurrentImport | null;
  /** What would be written; null while it is worked out or cannot be done. */
  staged: Staged<StagedImport> | null;
  choose: (source: AnnexSource) => Promise<void>;
  /** A correction of the rows under review. */
  review: (change: (reviewed: AnnexReview) => AnnexReview) => void;
  setStep: (step: AnnexImport['step']) => void;
  /** Another table of the document; its review begins again. */
  setTable: (index: number) => Promise<void>;
  setUnit: (unit: Unit) => void;
  setMerge: (merge: MergeMode) => void;
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
      const unit = known ?? { name: '', code: '' };
      setCurrent(
        reading.kind === 'plan'
          ? { kind: 'plan', name, reading, unit }
          : {
              kind: 'annex',
              name,
              reading,
              table: null,
              step: getFirstStep(reading),
              unit,
              merge: 'replace-nonblank',
            },
      );
    },
    [known, perform],
  );

  const document = current?.reading.document;
  const setTable = useCallback(
    async (index: number): Promise<void> => {
      const reading = document && (await perform(withoutWarnings(COMMANDS.reviewTable), { document, index }));
      if (reading) change((now) => ({ ...now, reading, table: index }));
    },
    [change, document, perform],
  );

  const annex = current?.kind === 'annex' && current.step === 'stage' ? current.reading.reviewed.annex : null;
  const { unit } = current ?? {};
  const merge = current?.kind === 'annex' ? current.merge : null;
  const input = useMemo(() => (annex && unit && merge ? { annex, unit, merge } : null), [annex, unit, merge]);
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
    const outcome = await perform(COMMANDS.importAnnex, staged.plan, ({ written }) =>
      written ? { key: 'pane.written', undo: true } : { key: 'import.unchanged', undo: false },
    );
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
    setTable,
    setUnit: (next) =>
      setCurrent((now) => (now?.kind === 'annex' ? { ...now, unit: next } : now && { ...now, unit: next })),
    setMerge: (next) => change((now) => ({ ...now, merge: next })),
    write,
    leave: () => setCurrent(null),
  };
}
