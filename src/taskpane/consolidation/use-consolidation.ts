import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Annex } from '../../annex/types';
import {
  consolidateUnits,
  readConsolidation,
  type StagedConsolidation,
} from '../../commands/authority/consolidate-units';
import {
  addAnnex,
  combineAnnexes,
  listAnnexes,
  type MasterAnnex,
} from '../../consolidation/match/master-annex';
import type { FileTally } from '../../consolidation/run/count-files';
import { getResultFile } from '../../consolidation/run/group-results';
import type { LeftOutReason } from '../../consolidation/run/left-out';
import type { PreviousConsolidation } from '../../consolidation/run/previous-consolidation';
import type { ReadingProgress } from '../../consolidation/run/read-files';
import type { ReadOutcome } from '../../consolidation/run/reader-messages';
import {
  combineInputs,
  type ConsolidationRun,
  type ReadInputs,
} from '../../consolidation/run/run-consolidation';
import type { UnitEntry } from '../../consolidation/types';
import { toLocalIsoDate } from '../../shared/dates';
import type { Problem } from '../../shared/problem';
import type { Result } from '../../shared/result';
import type { Pane } from '../shell/use-pane';
import { type ChosenFiles, collectChosenFiles } from './collect-chosen-files';
import { createChosenSource, readChosenInputs } from './read-chosen-inputs';

/** How a file stands while it is read. */
export type FileState = {
  file: string;
  state: 'waiting' | 'left-out' | ReadOutcome['kind'];
  problems: Problem[];
  /** Of a file that is left out. */
  reason?: LeftOutReason;
};

export type ConsolidationState = {
  previous: PreviousConsolidation | null;
  /** The annexes that all units work from, as chosen now or used before; consolidated together. */
  masters: readonly Annex[];
  /** The units, as given now or used before. */
  list: readonly UnitEntry[] | null;
  asOf: string;
  reportDue: string;
  files: readonly FileState[];
  progress: ReadingProgress | null;
  isReading: boolean;
  /** What became of the files, once they are read. */
  tally: FileTally | null;
  result: ConsolidationRun | null;
  staged: StagedConsolidation | null;
  addMaster: (annex: Annex) => void;
  removeMaster: (annex: Annex) => void;
  setUnits: (units: readonly UnitEntry[] | null) => void;
  setAsOf: (day: string) => void;
  setReportDue: (day: string) => void;
  read: (files: readonly File[]) => void;
  cancel: () => void;
  /** Whose a file is, or that it is the one to use; '' takes it back. */
  decide: (sha256: string, decision: string) => void;
  /** The same of several files at once. */
  decideAll: (decisions: readonly (readonly [sha256: string, decision: string])[]) => void;
  decisions: ReadonlyMap<string, string>;
  apply: () => Promise<void>;
};

const getToday = (): string => toLocalIsoDate(new Date());

/** The run of an officer: what was chosen, how far reading is, what is asked, what would be written. */
export function useConsolidation(pane: Pane): ConsolidationState {
  const [previous, setPrevious] = useState<PreviousConsolidation | null>(null);
  /** Null where none was chosen now. */
  const [annexes, setAnnexes] = useState<readonly Annex[] | null>(null);
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
  const chosen = useRef<ChosenFiles | null>(null);
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

  const before = previous?.annex ?? null;
  const masters = useMemo(() => annexes ?? listAnnexes(before), [annexes, before]);
  const annex = useMemo(() => annexes && combineAnnexes(annexes, before), [annexes, before]);

  const read = (given: ChosenFiles, master: MasterAnnex | null): void => {
    const { files: byName, leftOut } = given;
    if (byName.size + leftOut.length === 0) return;
    const stop = new AbortController();
    control.current?.abort();
    control.current = stop;
    chosen.current = given;
    const states = new Map<string, FileState>(
      [...byName.keys()].map((file) => [file, { file, state: 'waiting', problems: [] }]),
    );
    for (const { file, reason } of leftOut)
      states.set(file, { file, state: 'left-out', problems: [], reason });
    let shown = 0;
    const show = (): void => {
      shown = performance.now();
      setFiles([...states.values()]);
    };
    show();
    setInputs(null);
    setStaged(null);
    setReading(true);
    setProgress(null);
    const options = {
      now: () => new Date(),
      signal: stop.signal,
      onOutcome: (outcome: ReadOutcome) => {
        const { file } = getResultFile(outcome);
        const problems = outcome.kind === 'failed' ? outcome.failed.problems : [];
        states.set(file, { file, state: outcome.kind, problems });
        // Two thousand files are not drawn two thousand times.
        if (performance.now() - shown > 200) show();
      },
      onProgress: setProgress,
    };
    void readChosenInputs(createChosenSource(given), { annex: master, previous }, options, report).then(
      (inputsRead) => {
        if (control.current !== stop) return;
        for (const { file, reason } of inputsRead?.leftOut ?? [])
          states.set(file, { file, state: 'left-out', problems: [], reason });
        show();
        setInputs(inputsRead);
        setReading(false);
      },
    );
  };

  const chooseMasters = (next: readonly Annex[]): void => {
    setAnnexes(next);
    // The files were matched with the annexes before these.
    if (chosen.current) read(chosen.current, combineAnnexes(next, before));
  };

  const combined = useMemo((): Result<ConsolidationRun> | null => {
    const request = { annex, units, level: null, asOf, reportDue: reportDue || null, previous, decisions };
    return inputs && combineInputs(request, inputs);
  }, [inputs, annex, units, asOf, reportDue, previous, decisions]);
  useEffect(() => {
    // What is wrong with each file stands beside it.
    if (combined && !combined.ok) report(combined.problems.slice(0, 1));
  }, [combined, report]);
  const result = combined?.ok ? combined.value : null;

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

  const decideAll: ConsolidationState['decideAll'] = (given) => {
    const next = new Map(decisions);
    for (const [sha256, decision] of given) {
      if (decision === '') next.delete(sha256);
      else next.set(sha256, decision);
    }
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
    masters,
    list: units ?? previous?.units ?? null,
    asOf,
    reportDue: reportDue || previous?.reportDue || '',
    files,
    progress,
    isReading,
    tally: inputs?.tally ?? null,
    result,
    staged,
    addMaster: (added) => chooseMasters(addAnnex(masters, added)),
    removeMaster: (removed) => chooseMasters(masters.filter((one) => one !== removed)),
    setUnits,
    setAsOf,
    setReportDue,
    read: (given) => read(collectChosenFiles(given), annex),
    cancel: () => control.current?.abort(),
    decide: (sha256, decision) => decideAll([[sha256, decision]]),
    decideAll,
    decisions,
    apply,
  };
}
