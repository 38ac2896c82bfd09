import {
  buildConsolidationMetadataSheet,
  type ConsolidationMetadata,
  readConsolidationMetadata,
} from '../../src/authority-workbook/consolidation-metadata';
import type { CellValue } from '../../src/sheets/cell-value';
import { createUnits, readMasterAnnex } from '../support/builders/create-consolidation-input';

const METADATA: ConsolidationMetadata = {
  level: { code: 'P-01', name: 'phường Đồng Sen', label: 'UBND', below: 'Trường' },
  annex: readMasterAnnex(),
  fingerprint: 'f',
  units: createUnits(2),
  totals: { areas: [], leadUnits: [], quarters: [], year: 2026, reference: '' },
  matrix: { tasks: [], units: [] },
  part: '',
};

const read = (json: string) =>
  readConsolidationMetadata([
    ['schema', '1'],
    ['state', 'done'],
    ['facts', json],
  ]);

describe('readConsolidationMetadata', () => {
  it('reads what is written', () => {
    const { blocks } = buildConsolidationMetadataSheet(METADATA);
    expect(readConsolidationMetadata(blocks[0]!.cells as CellValue[][])).toEqual({
      schema: 1,
      state: 'writing',
      metadata: METADATA,
    });
  });

  it.each<[string, unknown]>([
    ['a number', 5],
    ['a list', []],
    ['another object', { unit: { code: 'A', name: 'B' } }],
    ['units that are a text', { ...METADATA, units: 'A' }],
    ['a unit without its name', { ...METADATA, units: [{ code: 'A' }] }],
    ['an annex without tasks', { ...METADATA, annex: { ...METADATA.annex, tasks: null } }],
    ['a task that is a text', { ...METADATA, annex: { ...METADATA.annex, tasks: ['A'] } }],
    ['a level that is a text', { ...METADATA, level: 'P-01' }],
    ['totals without areas', { ...METADATA, totals: {} }],
    ['a folder that is a number', { ...METADATA, whole: { folder: 1, figures: '' } }],
  ])('takes %s for a sheet of somebody else', (_, value) => expect(read(JSON.stringify(value))).toBeNull());

  it('takes damaged JSON for a sheet of somebody else', () => expect(read('{"level":')).toBeNull());
});
