import { useCallback, useEffect, useState } from 'react';
import type { Problem } from '../../annex/problem';
import { importAnnex, type StagedImport } from '../../commands/import-annex';
import { type AnnexSource, readAnnex, type ReadAnnex } from '../../commands/read-annex';
import type { MergeChoice } from '../../workbook/plan-import';
import type { Unit } from '../../workbook/school-book';
import type { Pane } from '../shell/use-pane';

/** Typing in the unit's name plans anew; not with every letter. */
const TYPING_MS = 300;

const context = { now: (): Date => new Date() };

export type Import = {
  name: string;
  read: ReadAnnex;
  warnings: Problem[];
  unit: Unit;
  merge: MergeChoice;
  /** What would be written; null while it is worked out or cannot be done. */
  staged: { plan: StagedImport; warnings: Problem[] } | null;
};

export type ImportFlow = {
  current: Import | null;
  choose: (source: AnnexSource) => Promise<void>;
  setUnit: (unit: Unit) => void;
  setMerge: (merge: MergeChoice) => void;
  /** True when it was written. */
  write: () => Promise<boolean>;
  leave: () => void;
};

/** From a chosen annex over its preview to the writing. Nothing is written before `write`. */
export const useImport = (pane: Pane): ImportFlow => {
  const [current, setCurrent] = useState<Import | null>(null);
  const { perform, report, view } = pane;
  const known = view?.facts?.unit;

  const choose = useCallback(
    async (source: AnnexSource): Promise<void> => {
      let warnings: Problem[] = [];
      const read = await perform(
        {
          ...readAnnex,
          run: async (...given: Parameters<typeof readAnnex.run>) => {
            const result = await readAnnex.run(...given);
            if (!result.ok) return result;
            warnings = result.warnings;
            // The preview shows them beside the rows; as notices they would be said twice.
            return { ...result, warnings: [] };
          },
        },
        source,
      );
      if (!read) return;
      const name = source.kind === 'open-sheet' ? read.document.file : source.name;
      const unit = known ?? { name: '', code: '' };
      setCurrent({ name, read, warnings, unit, merge: 'replace-nonblank', staged: null });
    },
    [known, perform],
  );

  const { read, unit, merge } = current ?? {};
  // The workbook may change under the preview: a new view plans anew.
  useEffect(() => {
    if (!read || !unit || !merge) return undefined;
    let isStale = false;
    const timer = window.setTimeout(() => {
      void importAnnex.stage(context, { annex: read.assembled.annex, unit, merge }).then((result) => {
        if (isStale) return;
        if (!result.ok) report(result.problems);
        const staged = result.ok ? { plan: result.value, warnings: result.warnings } : null;
        setCurrent((now) => (now ? { ...now, staged } : now));
      });
    }, TYPING_MS);
    return () => {
      isStale = true;
      window.clearTimeout(timer);
    };
  }, [read, unit, merge, view?.table, report]);

  const write = useCallback(async (): Promise<boolean> => {
    if (!current?.staged) return false;
    const outcome = await perform(importAnnex, current.staged.plan, ({ written }) =>
      written ? { key: 'pane.written', undo: true } : { key: 'import.unchanged', undo: false },
    );
    if (!outcome) return false;
    setCurrent(null);
    return true;
  }, [current, perform]);

  return {
    current,
    choose,
    setUnit: (next) => setCurrent((now) => (now ? { ...now, unit: next, staged: null } : now)),
    setMerge: (next) => setCurrent((now) => (now ? { ...now, merge: next, staged: null } : now)),
    write,
    leave: () => setCurrent(null),
  };
};
