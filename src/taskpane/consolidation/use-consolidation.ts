import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Annex } from '../../annex/types';
import { readLowerWorkbook } from '../../authority-workbook/read-lower-workbook';
import {
  consolidateUnits,
  readConsolidation,
  type StagedConsolidation,
} from '../../commands/authority/consolidate-units';
import { getResultFile } from '../../consolidation/run/group-results';
import type { PreviousConsolidation } from '../../consolidation/run/previous-consolidation';
import type { ReadingProgress } from '../../consolidation/run/read-files';
import type { ReadOutcome } from '../../consolidation/run/reader-messages';
import {
  combineInputs,
  type ConsolidationRun,
  type ReadInputs,
  readInputs,
} from '../../consolidation/run/run-consolidation';
import type { UnitEntry } from '../../consolidation/types';
import { toLocalIsoDate } from '../../shared/dates';
import type { Problem } from '../../shared/problem';
import type { Pane } from '../shell/use-pane';
import { readChosenFiles } from './read-chosen-files';

/** How a file stands while it is read. */
export type FileState = { file: string; state: 'waiting' | ReadOutcome['kind']; problems: Problem[] };

export type ConsolidationState = {
  previous: PreviousConsolidation | null;
  /** The annex that all units work from, as chosen now or used before. */
  master: Annex | null;
  /** The units, as given now or used before. */
  list: readonly UnitEntry[] | null;
  asOf: string;
  reportDue: string;
  files: readonly FileState[];
  progress: ReadingProgress | null;
  isReading: boolean;
  result: ConsolidationRun | null;
  staged: StagedConsolidation | null;
  setAnnex: (annex: Annex | null) => void;
  setUnits: (units: readonly UnitEntry[] | null) => void;
  setAsOf: (day: string) => void;
  setReportDue: (day: string) => void;
  read: (files: readonly File[]) => void;
  cancel: () => void;
  /** Whose a file is, or that it is the one to use; '' takes it back. */
  decide: (sha256: string, decision: string) => void;
  decisions: ReadonlyMap<string, string>;
  apply: () => Promise<void>;
};

const getFilePath = (file: File): string => file.webkitRelativePath || file.name;
const getToday = (): string => toLocalIsoDate(new Date());

/** The run of an officer: what was chosen, how far reading is, what is asked, what would be written. */
export function useConsolidation(pane: Pane): ConsolidationState {
  const [previous, setPrevious] = useState<PreviousConsolidation | null>(null);
  const [annex, setAnnex] = useState<Annex | null>(null);
  const [units, setUnits] = useState<readonly UnitEntry[] | null>(null);
  const [asOf, setAsOf] = useState(getToday);
  const [reportDue, setReportDue] = useState('');
  const [files, setFiles] = useState<readonly FileState[]>([]);
  const [progress, setProgress] = useState<ReadingProgress | null>(null);
  const [isReading, setReading] = useState(false);
  const [inputs, setInputs] = useState<ReadInputs | null>(null);
  const [decisions, setDecisions] = useState<ReadonlyMap<string, string>>(new Map());
  const [staged, setStaged] = useState<StagedConsolidation | null>(null);
  const control = useRef<AbortController | null>(null);
  const { perform, report } = pane;

  const look = useCallback(async (): Promise<void> => {
    const answer = await readConsolidation.run({ now: () => new Date() }, undefined);
    if (answer.ok) setPrevious(answer.value);
    else report(answer.problems);
  }, [report]);
  useEffect(() => {
    void look();
    return () => control.current?.abort();
  }, [look]);

  const read = (chosen: readonly File[]): void => {
    if (chosen.length === 0) return;
    const byName = new Map(chosen.map((file) => [getFilePath(file), file]));
    const names = [...byName.keys()];
    const stop = new AbortController();
    control.current?.abort();
    control.current = stop;
    setFiles(names.map((file) => ({ file, state: 'waiting', problems: [] })));
    setInputs(null);
    setStaged(null);
    setReading(true);
    setProgress(null);
    const done = new Map<string, FileState>();
    let shown = 0;
    const show = (): void => {
      shown = performance.now();
      setFiles(names.map((file) => done.get(file) ?? { file, state: 'waiting', problems: [] }));
    };
    void readInputs(
      { annex, previous },
      {
        files: names,
        read: (options) => readChosenFiles([...byName.values()], options),
        load: async (file) => {
          const bytes = await byName.get(file)?.arrayBuffer();
          return bytes ? new Uint8Array(bytes) : null;
        },
        readLowerWorkbook,
      },
      {
        now: () => new Date(),
        signal: stop.signal,
        onOutcome: (outcome) => {
          const { file } = getResultFile(outcome);
          const problems = outcome.kind === 'failed' ? outcome.failed.problems : [];
          done.set(file, { file, state: outcome.kind, problems });
          // Two thousand files are not drawn two thousand times.
          if (performance.now() - shown > 200) show();
        },
        onProgress: setProgress,
      },
    )
      .then((read) => {
        if (read) setInputs(read);
      })
      .finally(() => {
        if (control.current !== stop) return;
        show();
        setReading(false);
      });
  };

  const result = useMemo((): ConsolidationRun | null => {
    if (!inputs) return null;
    const run = combineInputs(
      { annex, units, level: null, asOf, reportDue: reportDue || null, previous, decisions },
      inputs,
    );
    return run.ok ? run.value : null;
  }, [inputs, annex, units, asOf, reportDue, previous, decisions]);

  const book = result?.consolidation ?? null;
  useEffect(() => {
    setStaged(null);
    if (!book) return undefined;
    let isOver = false;
    void consolidateUnits.stage({ now: () => new Date() }, { consolidation: book }).then((answer) => {
      if (isOver) return;
      if (answer.ok) setStaged(answer.value);
      else report(answer.problems);
    });
    return () => {
      isOver = true;
    };
  }, [book, report]);

  const decide = (sha256: string, decision: string): void => {
    const next = new Map(decisions);
    if (decision === '') next.delete(sha256);
    else next.set(sha256, decision);
    setDecisions(next);
  };

  const apply = async (): Promise<void> => {
    if (!staged) return;
    const done = await perform(consolidateUnits, staged, ({ written, changes }) => ({
      key: !written ? 'units.same' : changes.isNew ? 'units.made' : 'units.updated',
      undo: false,
    }));
    if (done) await look();
  };

  return {
    previous,
    master: annex ?? previous?.annex ?? null,
    list: units ?? previous?.units ?? null,
    asOf,
    reportDue: reportDue || previous?.reportDue || '',
    files,
    progress,
    isReading,
    result,
    staged,
    setAnnex,
    setUnits,
    setAsOf,
    setReportDue,
    read,
    cancel: () => control.current?.abort(),
    decide,
    decisions,
    apply,
  };
}
