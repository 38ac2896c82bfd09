import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { computeFingerprint } from '../../../src/annex/compute-fingerprint';
import type { Annex, Applicability } from '../../../src/annex/types';
import { type ConsolidationInput, type ReceivedFile } from '../../../src/consolidation/run/consolidate';
import type { MatchedFile, RecordedValues, SchoolRow, UnitEntry } from '../../../src/consolidation/types';
import type { StoredState } from '../../../src/progress/types';
import { addDays } from '../../../src/shared/dates';

/** The annex of the samples: 48 tasks in nine areas. */
export function readMasterAnnex(): Annex {
  return JSON.parse(readFileSync(join(__dirname, '../../../samples/phu-luc-2026.json'), 'utf8')) as Annex;
}

const KINDS = ['MN', 'TH', 'THCS'];

export function createUnits(count: number): UnitEntry[] {
  return Array.from({ length: count }, (_, index) => ({
    code: `DV-${String(index + 1).padStart(2, '0')}`,
    name: `Trường số ${index + 1} phường Đồng Sen`,
    aliases: [],
    kind: KINDS[index % 3]!,
    parent: '',
    validFrom: '',
    validTo: '',
  }));
}

const STATES: (StoredState | null)[] = ['done', 'inProgress', 'notStarted', 'nothingArisen', null];

/** What unit `unit` says of task `task`: every state, mark and lateness is met. */
export function createRecorded(unit: number, task: number): RecordedValues {
  const mix = (unit * 7 + task * 13 + unit * task) % 23;
  const applicability: Applicability = mix < 3 ? 'notPerformed' : mix === 3 ? 'undecided' : 'performed';
  const state = applicability === 'performed' ? STATES[mix % 5]! : null;
  return {
    applicability,
    reason: applicability === 'notPerformed' ? 'Không thuộc chức năng' : '',
    state,
    due: mix % 4 === 0 ? addDays('2026-06-30', mix) : '',
    doneOn: state === 'done' && mix !== 5 ? addDays('2026-06-20', mix) : '',
    product: 'Báo cáo',
    evidence: state === 'done' && mix % 2 === 0 ? `${mix + 1}/BC-MN` : '',
    note: '',
  };
}

export function createMatchedFile(
  annex: Annex,
  unit: number,
  { sha = `sha-${unit}`, contentDate = '2026-07-01T08:00:00Z', recorded = createRecorded } = {},
): MatchedFile {
  return {
    file: `don-vi-${unit}.xlsx`,
    sha256: sha,
    contentDate,
    readerVersion: 1,
    origin: 'own',
    edition: annex.edition,
    fingerprint: computeFingerprint(annex.tasks),
    claims: { code: `DV-${String(unit + 1).padStart(2, '0')}`, names: [] },
    sheet: 'Phụ lục',
    rows: annex.tasks.map((_, index): SchoolRow => ({
      row: index + 7,
      hidden: false,
      cells: { status: { value: 'x', cell: `L${index + 7}` } },
      recorded: recorded(unit, index),
    })),
    progressSheet: '',
    progress: [],
    warnings: [],
    matches: annex.tasks.map(({ id }, row) => ({ row, task: id, pass: 'id', score: 1 })),
    drift: [],
  };
}

export function createReceived(file: MatchedFile, unit: string): ReceivedFile {
  return {
    kind: 'school',
    file,
    unit: { kind: 'known', unit, by: 'code' },
  };
}

/** A run over the files of the first `sent` of `count` units. */
export function createConsolidationInput(
  count: number,
  sent: number,
  more: Partial<ConsolidationInput> = {},
): ConsolidationInput {
  const annex = readMasterAnnex();
  const units = createUnits(count);
  return {
    level: { code: 'P-01', name: 'phường Đồng Sen', label: 'UBND', below: 'Trường' },
    annex,
    fingerprint: computeFingerprint(annex.tasks),
    units,
    asOf: '2026-07-15',
    reportDue: '2026-07-05',
    readAt: '2026-07-15T01:00:00.000Z',
    received: units
      .slice(0, sent)
      .map(({ code }, index) => createReceived(createMatchedFile(annex, index), code)),
    failed: [],
    unchanged: new Map(),
    previous: null,
    ...more,
  };
}
