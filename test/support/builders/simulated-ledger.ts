import { computeFingerprint } from '../../../src/annex/compute-fingerprint';
import type { Annex } from '../../../src/annex/types';
import type { SourceFile } from '../../../src/consolidation/ledger/consolidation';
import type { LedgerEntry } from '../../../src/consolidation/ledger/ledger-entry';
import type { UnitEntry } from '../../../src/consolidation/types';
import type { StoredState } from '../../../src/progress/types';
import { addDays } from '../../../src/shared/dates';
import { createRandomFraction } from '../random';
import { createLargeAnnex } from './create-large-annex';

const AS_OF = '2026-09-30';
const READ_AT = '2026-10-02T01:30:00.000Z';
const SCHOOL_KINDS = ['MN', 'TH', 'THCS'];
const SCHOOL_KIND_NAMES = ['Mầm non', 'Tiểu học', 'THCS'];
const SCHOOL_NAMES = [
  'Hoa Cúc',
  'Nắng Mai',
  'Đồng Sen',
  'Sông Xanh',
  'Bến Cát',
  'Gò Dầu',
  'Tân Lập',
  'Phú Hòa',
];
const PROVINCE_COUNT = 34;
const UNITS_PER_COMMUNE = 15;

const padDigits = (value: number, length: number): string => String(value).padStart(length, '0');

function createSimulatedUnits(count: number): UnitEntry[] {
  return Array.from({ length: count }, (_, index) => {
    const commune = Math.floor(index / UNITS_PER_COMMUNE);
    // A province's communes stand together, as in an official list.
    const province = Math.floor((index * PROVINCE_COUNT) / count);
    const kind = index % SCHOOL_KINDS.length;
    return {
      code: `T${padDigits(province + 1, 2)}-${padDigits(commune, 4)}-${padDigits(index, 5)}`,
      name: `Trường ${SCHOOL_KIND_NAMES[kind]!} ${SCHOOL_NAMES[index % SCHOOL_NAMES.length]!} ${index + 1}`,
      aliases: [],
      kind: SCHOOL_KINDS[kind]!,
      parent: `T${padDigits(province + 1, 2)}-${padDigits(commune, 4)}`,
      validFrom: '',
      validTo: '',
    };
  });
}

/** One unit in fifty sends nothing. */
const hasSent = (index: number): boolean => index % 50 !== 49;

const createFakeHash = (index: number): string => padDigits(index, 8).repeat(8);

function createSimulatedSources(units: readonly UnitEntry[]): SourceFile[] {
  return units.flatMap((unit, index): SourceFile[] =>
    hasSent(index)
      ? [
          {
            sha256: createFakeHash(index),
            file: `so-nhan-ve/${unit.code} ${unit.name}.xlsx`,
            unit: unit.code,
            unitName: unit.name,
            by: 'code',
            state: 'used',
            candidates: [],
            edition: '12/KH-UBND',
            fingerprint: '',
            contentDate: '2026-09-28T07:00:00Z',
            rows: 47,
            differences: 0,
            problems: '',
            readAt: READ_AT,
            readerVersion: 1,
          },
        ]
      : [],
  );
}

const STATE_SHARES: readonly (readonly [share: number, state: StoredState | null])[] = [
  [0.55, 'done'],
  [0.75, 'inProgress'],
  [0.92, 'notStarted'],
  [0.97, 'nothingArisen'],
  [1, null],
];

/** Entries of many units one by one, all the same for one seed: every state, mark, lateness and correction is met. */
export function* generateSimulatedEntries(
  units: readonly UnitEntry[],
  { tasks }: Annex,
  seed = 2026,
): Generator<LedgerEntry> {
  const random = createRandomFraction(seed);
  for (const [index, unit] of units.entries()) {
    if (!hasSent(index)) continue;
    const sha256 = createFakeHash(index);
    const file = `so-nhan-ve/${unit.code} ${unit.name}.xlsx`;
    for (const [row, task] of tasks.entries()) {
      const mark = random();
      const applicability = mark < 0.12 ? 'notPerformed' : mark < 0.15 ? 'undecided' : 'performed';
      const pick = random();
      const state = applicability === 'performed' ? STATE_SHARES.find(([share]) => pick <= share)![1] : null;
      const deadline = row % 9 === 0 ? 'none' : row % 23 === 0 ? 'unread' : 'dated';
      const due = deadline === 'dated' ? addDays('2026-03-31', Math.floor(random() * 270)) : '';
      const doneOn =
        state === 'done' && random() < 0.97 ? addDays('2026-03-01', Math.floor(random() * 210)) : '';
      yield {
        sender: unit.code,
        unit: unit.code,
        unitName: unit.name,
        kind: unit.kind,
        task,
        occurrence: '',
        reported: { applicability, state, due, doneOn },
        corrected: random() < 0.005 ? { state: 'inProgress' } : {},
        reason: applicability === 'notPerformed' ? 'Không thuộc chức năng' : '',
        product: 'Báo cáo',
        deadline,
        evidence: doneOn === '' ? '' : `${index % 900}/BC-${unit.kind}`,
        note: '',
        match: 'id',
        score: 1,
        from: {
          file,
          sha256,
          sheet: 'Phụ lục',
          cell: `L${row + 7}`,
          readAt: READ_AT,
          readerVersion: 1,
        },
      };
    }
  }
}

/** A ledger of so many units × 47 tasks without its entries, which come as a stream. */
export function createSimulatedLedger(count: number) {
  const annex = createLargeAnnex(47);
  const units = createSimulatedUnits(count);
  return {
    level: { code: 'TW', name: 'cả nước', label: '', below: '' },
    annex,
    fingerprint: computeFingerprint(annex.tasks),
    units,
    asOf: AS_OF,
    reportDue: '2026-10-05',
    sources: createSimulatedSources(units),
    decisions: new Map<string, string>(),
    findings: [],
    drift: [],
  };
}
