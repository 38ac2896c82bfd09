import { readMetadataSheet } from '../../src/school-workbook/metadata-sheet';

const SOUND = {
  unit: { code: 'MN-01', name: 'Trường Mầm non Hoa Cúc' },
  edition: { issuer: '', number: '', date: '', title: '', year: null },
  fingerprint: '',
  summary: {},
};
const read = (metadata: unknown, ...entries: unknown[]) =>
  readMetadataSheet([
    ['schema', '1'],
    ['facts', JSON.stringify(metadata)],
    ...entries.map((entry) => ['entry', JSON.stringify(entry)]),
  ]);

describe('readMetadataSheet', () => {
  it('reads what has its shape', () => expect(read(SOUND).metadata).toEqual(SOUND));

  it.each<[string, unknown]>([
    ['a number', 5],
    ['a list', [1]],
    ['a unit that is a text', { ...SOUND, unit: 'MN-01' }],
    ['aliases that are no list', { ...SOUND, unit: { ...SOUND.unit, aliases: 'a' } }],
    ['no edition', { ...SOUND, edition: null }],
    ['no summary', { ...SOUND, summary: 'x' }],
  ])('treats %s as absent', (_, metadata) => expect(read(metadata).metadata).toBeNull());

  it('leaves out entries of another shape', () => {
    const entry = { id: 1, command: 'import-annex', at: '2026-01-01T00:00:00Z', state: 'done', size: 0 };
    expect(read(SOUND, 5, null, { ...entry, at: 7 }, entry).entries).toEqual([entry]);
  });
});
