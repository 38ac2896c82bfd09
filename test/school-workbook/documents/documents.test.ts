import type { TrackedDocument } from '../../../src/annex/tracked-document';
import type { Edition } from '../../../src/annex/types';
import {
  getDocuments,
  hasSeveralDocuments,
  setDocuments,
} from '../../../src/school-workbook/documents/documents';
import { buildMetadataRows, readMetadataSheet } from '../../../src/school-workbook/metadata-sheet';
import type { WorkbookMetadata } from '../../../src/school-workbook/school-workbook';

const EDITION: Edition = {
  issuer: 'UBND phường Hoa Cúc',
  number: '27/KH-UBND',
  date: '2026-01-16',
  title: 'Phân công nhiệm vụ năm 2026',
  year: 2026,
};
const METADATA: WorkbookMetadata = {
  unit: { name: 'Trường Mầm non Hoa Cúc', code: 'MN-01' },
  edition: EDITION,
  fingerprint: '0123456789abcdef',
  summary: { areas: [], leadUnits: [] },
};
const LETTER: TrackedDocument = {
  code: '442/UBND-VX',
  kind: 'letter',
  status: 'active',
  editions: [{ ...EDITION, number: '442/UBND-VX' }],
  fingerprint: '',
};

/** Writes metadata on the hidden sheet and reads it back. */
function readBack(metadata: unknown): WorkbookMetadata | null {
  const rows = buildMetadataRows(metadata as WorkbookMetadata);
  return readMetadataSheet([['schema', '1'], ...rows.map(({ cells }) => cells)]).metadata;
}

describe('documents of a workbook', () => {
  it('are the edition alone in a record of an older version', () => {
    expect(getDocuments(METADATA)).toEqual([
      {
        code: '27/KH-UBND',
        kind: 'annex',
        status: 'active',
        editions: [EDITION],
        fingerprint: '0123456789abcdef',
      },
    ]);
    expect(hasSeveralDocuments(METADATA)).toBe(false);
  });

  it('leave the record of one document as it was', () => {
    expect(setDocuments(METADATA, getDocuments(METADATA))).toEqual(METADATA);
  });

  it('stand in the record where there are several, and are read back', () => {
    const several = setDocuments(METADATA, [...getDocuments(METADATA), LETTER]);
    expect(readBack(several)).toEqual(several);
    expect(getDocuments(readBack(several)!).map(({ code }) => code)).toEqual(['27/KH-UBND', '442/UBND-VX']);
    expect(setDocuments(several, getDocuments(METADATA))).toEqual(METADATA);
  });

  it('keep the editions of one document', () => {
    const [first] = getDocuments(METADATA);
    const next: Edition = { ...EDITION, number: '68/KH-UBND', date: '2026-04-20' };
    const reissued = setDocuments(METADATA, [{ ...first!, editions: [EDITION, next] }]);
    expect(reissued.edition).toEqual(next);
    expect(getDocuments(readBack(reissued)!)[0]).toMatchObject({
      code: '27/KH-UBND',
      editions: [EDITION, next],
    });
  });

  it.each([{ ...LETTER, code: '' }, { ...LETTER, editions: [] }, { ...LETTER, status: 'x' }, 'x'])(
    'make the record unread where one of them cannot be read: %j',
    (damaged) => {
      expect(readBack({ ...METADATA, documents: [...getDocuments(METADATA), damaged] })).toBeNull();
    },
  );
});
