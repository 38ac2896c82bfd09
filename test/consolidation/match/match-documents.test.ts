import { computeFingerprint } from '../../../src/annex/compute-fingerprint';
import type { TrackedDocument } from '../../../src/annex/tracked-document';
import type { Annex } from '../../../src/annex/types';
import { indexMaster } from '../../../src/consolidation/match/index-master';
import {
  combineAnnexes,
  createIdTranslator,
  listMasterParts,
} from '../../../src/consolidation/match/master-annex';
import { matchFile } from '../../../src/consolidation/match/match-file';
import type { SchoolFile, SchoolRow } from '../../../src/consolidation/types';
import { REISSUED_REFORM, YEAR_OF_DOCUMENTS } from '../../support/builders/create-year-of-documents';

const { reform, index, digital, letter } = YEAR_OF_DOCUMENTS;

const RECORDED = {
  applicability: 'performed',
  reason: '',
  state: 'done',
  due: '',
  doneOn: '',
  product: '',
  evidence: '',
  note: '',
} as const;

function createRows({ tasks }: Annex, document: string, first: number): SchoolRow[] {
  return tasks.map((task, at): SchoolRow => {
    const cell = (column: string, value: string) => ({ value, cell: `${column}${first + at}` });
    return {
      row: first + at,
      hidden: false,
      document,
      recorded: RECORDED,
      cells: {
        id: cell('A', task.id),
        area: cell('B', `${task.section}. ${task.sectionTitle}`),
        tt: cell('C', task.tt),
        content: cell('D', task.content),
        leadUnit: cell('E', task.leadUnit),
        coordinatingUnit: cell('F', task.coordinatingUnit),
        product: cell('G', task.product),
        timing: cell('H', task.timing),
      },
    };
  });
}

function track(annex: Annex, code = annex.edition.number, earlier: Annex[] = []): TrackedDocument {
  return {
    code,
    kind: 'annex',
    status: 'active',
    editions: [...earlier, annex].map(({ edition }) => edition),
    fingerprint: computeFingerprint(annex.tasks),
  };
}

/** The workbook of a school with these documents, in this order. */
function createFile(given: readonly { document: TrackedDocument; annex: Annex }[]): SchoolFile {
  let first = 7;
  const rows = given.flatMap(({ document, annex }) => {
    const made = createRows(annex, document.code, first);
    first += made.length;
    return made;
  });
  const [main] = given.map(({ document }) => document);
  return {
    file: 'hoa-cuc.xlsx',
    sha256: 'a1',
    contentDate: '',
    readerVersion: 1,
    origin: 'own',
    edition: main!.editions.at(-1)!,
    fingerprint: main!.fingerprint,
    documents: given.map(({ document }) => document),
    claims: { code: 'MN-01', names: [] },
    sheet: 'Phụ lục',
    rows,
    progressSheet: 'Tiến độ',
    progress: given.map(({ document, annex }, at) => ({
      row: 5 + at,
      cells: {},
      task: annex.tasks[0]!.id,
      occurrence: `${annex.tasks[0]!.id}|p|2026`,
      recorded: RECORDED,
      document: document.code,
    })),
    warnings: [],
  };
}

const plain = (annex: Annex) => ({ annex, document: track(annex) });
const ids = ({ tasks }: Annex): string[] => tasks.map(({ id }) => id);

describe('matchFile, of a workbook of several documents', () => {
  it('counts the rows of the master’s document only, wherever it stands, and names the others', () => {
    for (const order of [
      [reform, digital, letter],
      [letter, digital, reform],
      [digital, reform, letter],
    ]) {
      const matched = matchFile(createFile(order.map(plain)), indexMaster(digital));
      expect(matched.matches.map(({ task }) => task)).toEqual(ids(digital));
      expect(matched.drift).toEqual([]);
      expect(matched.progress.map(({ task, occurrence }) => [task, occurrence])).toEqual([
        ['I.1', 'I.1|p|2026'],
      ]);
      expect(matched.edition).toEqual(digital.edition);
      const [warning, ...more] = matched.warnings;
      expect(more).toEqual([]);
      expect(warning).toMatchObject({ code: 'documents-left-out', details: { count: 2 } });
      expect(String(warning!.details!['documents'])).toContain('442/UBND-VX (1)');
      expect(String(warning!.details!['documents'])).toContain('12/KH-UBND (4)');
    }
  });

  it('says that the document is missing, not that each of its tasks is', () => {
    const matched = matchFile(createFile([plain(reform), plain(letter)]), indexMaster(digital));
    expect(matched.rows).toEqual([]);
    expect(matched.drift).toEqual([]);
    expect(matched.warnings.map(({ code, details }) => [code, details?.['document']])).toEqual([
      ['document-missing', '45/KH-UBND'],
      ['documents-left-out', undefined],
    ]);
  });

  it('finds the document under another sign by its tasks, and reports the sign', () => {
    const other: Annex = { ...digital, edition: { ...digital.edition, number: '54/KH-UBND' } };
    const matched = matchFile(createFile([plain(reform), plain(other)]), indexMaster(digital));
    expect(matched.matches.map(({ task }) => task)).toEqual(ids(digital));
    expect(matched.drift).toEqual([]);
    expect(matched.warnings.map(({ code }) => code)).toEqual(['document-other-sign', 'documents-left-out']);
    expect(matched.warnings[0]!.details).toMatchObject({ document: '45/KH-UBND', sign: '54/KH-UBND' });
  });

  it('takes a reissue of the document for it, as an issue of its own', () => {
    const reissued = { annex: REISSUED_REFORM, document: track(REISSUED_REFORM, '12/KH-UBND', [reform]) };
    const matched = matchFile(createFile([reissued, plain(digital)]), indexMaster(reform));
    expect(matched.matches.filter(({ task }) => task !== null)).toHaveLength(reform.tasks.length);
    expect(matched.drift.map(({ kind }) => kind)).toContain('edition');
  });

  it('leaves out what was noticed in rows of other documents', () => {
    const file = createFile([plain(reform), plain(digital)]);
    const at = (cell: string) => ({
      code: 'status-unclear' as const,
      severity: 'warning' as const,
      place: { file: file.file, sheet: file.sheet, cell },
    });
    const warnings = [at('K7'), at('K11')];
    const { warnings: kept } = matchFile({ ...file, warnings: warnings as never }, indexMaster(digital));
    expect(kept.map(({ place }) => place.cell)).toEqual(['K11', undefined]);
  });
});

describe('combineAnnexes', () => {
  it('gives rows of each document their own tasks, those of the first under plain numbers', () => {
    const master = combineAnnexes([reform, digital], null)!;
    expect(master.tasks.map(({ id }) => id)).toEqual([
      ...ids(reform),
      ...ids(digital).map((id) => `45/KH-UBND:${id}`),
    ]);
    const matched = matchFile(
      createFile([plain(letter), plain(digital), plain(reform)]),
      indexMaster(master),
    );
    expect(matched.matches.map(({ task }) => task)).toEqual(ids(master));
    expect(matched.matches.map(({ row }) => row)).toEqual(matched.rows.map((_, at) => at));
    expect(matched.drift).toEqual([]);
    expect(matched.progress.map(({ occurrence }) => occurrence)).toEqual([
      'I.1|p|2026',
      '45/KH-UBND:I.1|p|2026',
    ]);
  });

  it('is its first annex where there is one, or one twice', () => {
    expect(combineAnnexes([reform], null)).toBe(reform);
    expect(combineAnnexes([reform, reform], null)).toBe(reform);
    expect(combineAnnexes([], null)).toBeNull();
  });

  it('keeps the documents of the last run in their places', () => {
    const before = combineAnnexes([reform, digital], null)!;
    const after = combineAnnexes([index, digital, reform], before)!;
    expect(after.documents?.map(({ code }) => code)).toEqual(['12/KH-UBND', '45/KH-UBND', '31/KH-UBND']);
    expect(listMasterParts(after).map(({ printed }) => ids(printed))).toEqual(
      [reform, digital, index].map(ids),
    );
  });

  it('takes equal numbers of two years, or of two offices, for two documents', () => {
    const later = { ...reform, edition: { ...reform.edition, date: '2027-01-15', year: 2027 } };
    const other = { ...reform, edition: { ...reform.edition, issuer: 'Sở Nội vụ' } };
    expect(combineAnnexes([reform, later, other], null)?.documents).toHaveLength(3);
  });
});

describe('createIdTranslator', () => {
  it('translates ids between runs by other documents, and has none for a document that is gone', () => {
    const both = combineAnnexes([reform, digital], null)!;
    expect(createIdTranslator(both, digital)('45/KH-UBND:II.1')).toBe('II.1');
    expect(createIdTranslator(both, digital)('I.1')).toBeNull();
    expect(createIdTranslator(digital, both)('II.1|p|2026')).toBe('45/KH-UBND:II.1|p|2026');
  });
});
