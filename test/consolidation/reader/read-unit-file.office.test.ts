import { type BookType, read, write } from '@e965/xlsx';
import { unzipSync, zipSync } from 'fflate';
import { NODE_CODEC } from '../../../src/cli/consolidation/node-reader';
import { indexMaster } from '../../../src/consolidation/match/index-master';
import { matchFile } from '../../../src/consolidation/match/match-file';
import type { MatchedFile } from '../../../src/consolidation/types';
import { identifyUnit } from '../../../src/consolidation/units/identify-unit';
import { indexUnits } from '../../../src/consolidation/units/unit-index';
import { readSchoolFile } from '../../../src/school-workbook/read-school-file';
import { createRandomFraction } from '../../support/random';
import {
  CHANGE_NAMES,
  CONFUSABLE_UNITS,
  createVariedWorkbookMaker,
  REWRITE_NAMES,
  type VariedWorkbook,
} from '../../support/returned-workbooks/varied-workbooks';
import { createExpectedAnnex } from '../../support/samples/create-expected-annex';
import { PLAN_2026 } from '../../support/samples/plan-2026';

const annex = createExpectedAnnex(PLAN_2026);
const master = indexMaster(annex);
const units = indexUnits(CONFUSABLE_UNITS);

/** MUTATED_BOOKS=1000 tries as many. */
const BOOKS = Number(process.env['MUTATED_BOOKS'] ?? 60);

let make: Awaited<ReturnType<typeof createVariedWorkbookMaker>>;
beforeAll(async () => {
  make = await createVariedWorkbookMaker(annex);
});

async function readMatched(bytes: Uint8Array): Promise<MatchedFile> {
  const read = await readSchoolFile({ file: 'so.xlsx', bytes, sha256: 'ab' });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return matchFile(read.value, master);
}

/** Every difference between what was read and what stands in the workbook. */
function mistakes(file: MatchedFile, { unit, truth, added, copied }: VariedWorkbook): string[] {
  const found = new Map(file.matches.map(({ row, task }) => [task, file.rows[row]!.recorded]));
  const wrong: string[] = [];
  const whose = identifyUnit(file, units);
  if (whose.kind === 'known' && whose.unit !== unit.code) wrong.push(`unit ${whose.unit}`);
  for (const [task, said] of truth) {
    const recorded = found.get(task);
    if (!recorded) wrong.push(`${task} lost`);
    else if (
      recorded.applicability !== said.applicability ||
      recorded.state !== said.state ||
      recorded.doneOn !== said.doneOn
    )
      wrong.push(`${task} read as ${JSON.stringify(recorded)}`);
  }
  for (const task of found.keys()) if (task !== null && !truth.has(task)) wrong.push(`${task} invented`);
  const reported = file.drift.filter(({ kind }) => kind === 'added' || kind === 'repeated').length;
  if (reported !== added.length + copied.length) wrong.push(`${reported} rows told as added or repeated`);
  return wrong;
}

describe('readSchoolFile, of workbooks that were kept by hand', () => {
  it.each([...CHANGE_NAMES, ...REWRITE_NAMES])('%s', async (change) => {
    const book = await make(11, [change]);
    const file = await readMatched(book.bytes);
    expect(mistakes(file, book)).toEqual([]);
    expect(file.origin).toBe('own');
    expect(identifyUnit(file, units)).toMatchObject({ kind: 'known', unit: book.unit.code });
  });

  it('reads several changes together, and identifies the unit only where it is certain', async () => {
    const wrong: string[] = [];
    for (let seed = 1; seed <= BOOKS; seed++) {
      const book = await make(seed);
      const file = await readMatched(book.bytes);
      wrong.push(...mistakes(file, book).map((what) => `${seed} (${book.changes.join(', ')}): ${what}`));
    }
    expect(wrong).toEqual([]);
  });

  it('reads the same with Node’s own inflating and decoding as without', async () => {
    for (let seed = 1; seed <= 25; seed++) {
      const source = { file: 'so.xlsx', bytes: (await make(seed)).bytes, sha256: 'ab' };
      expect(await readSchoolFile(source, NODE_CODEC)).toEqual(await readSchoolFile(source));
    }
  });

  it('gives every cell its place on the sheet', async () => {
    const { bytes } = await make(3, ['sheet renamed']);
    const file = await readMatched(bytes);
    expect(file.sheet).toBe('Bảng theo dõi 2026');
    expect(file.rows[0]).toMatchObject({ row: 7, cells: { id: { value: annex.tasks[0]!.id, cell: 'A7' } } });
    expect(file.rows[0]!.cells.applicability?.cell).toBe('I7');
  });

  it('says when the workbook was saved, and from which annex', async () => {
    const { bytes } = await make(3, []);
    const file = await readMatched(bytes);
    expect(file).toMatchObject({ fingerprint: master.fingerprint, edition: annex.edition, drift: [] });
  });

  it('leaves out printed words that are the master’s own, and keeps those that were changed', async () => {
    const { bytes } = await make(5, ['reworded']);
    const { rows, matches, drift } = await readMatched(bytes);
    const reworded = new Set(drift.flatMap((one) => (one.kind === 'reworded' ? [one.task] : [])));
    expect(reworded.size).toBeGreaterThan(0);
    for (const { row, task } of matches)
      expect([task, rows[row]!.cells.content !== undefined]).toEqual([task, reworded.has(task!)]);
  });

  it('reports a formula whose result was never stored, and does not take it for a blank', async () => {
    const { bytes } = await make(4, []);
    const parts = unzipSync(bytes);
    const sheet = Object.keys(parts).find((name) =>
      new TextDecoder().decode(parts[name]).includes('<c r="L7"'),
    )!;
    const xml = new TextDecoder().decode(parts[sheet]);
    parts[sheet] = new TextEncoder().encode(
      xml.replace(/<c r="L7"([^>]*?)(?: t="s")?(?:\/>|>.*?<\/c>)/, '<c r="L7"$1><f>IF(TRUE,"x","")</f></c>'),
    );
    const file = await readMatched(zipSync(parts));
    expect(file.rows[0]!.cells.status).toEqual({ value: '', cell: 'L7', blankFormula: true });
    expect(file.warnings).toContainEqual(
      expect.objectContaining({
        code: 'formula-without-value',
        place: expect.objectContaining({ cell: 'L7', sheet: 'Phụ lục' }),
      }),
    );
  });
});

describe('readSchoolFile, of other formats', () => {
  it.each(['biff8', 'xlsb', 'ods', 'xlml'] satisfies BookType[])('our workbook saved as %s', async (type) => {
    const silent = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const book = await make(7, []);
    const bytes = new Uint8Array(write(read(book.bytes), { type: 'array', bookType: type }));
    silent.mockRestore();
    const file = await readMatched(bytes);
    expect(mistakes(file, book)).toEqual([]);
    expect(identifyUnit(file, units)).toMatchObject({ kind: 'known', unit: book.unit.code });
  });
});

describe('readSchoolFile, of damaged files', () => {
  it('answers with problems or with the truth', async () => {
    const book = await make(21, []);
    for (let seed = 1; seed <= 120; seed++) {
      const random = createRandomFraction(seed);
      const bytes =
        random() < 0.3 ? book.bytes.slice(0, Math.floor(random() * book.bytes.length)) : book.bytes.slice();
      const flips = 1 + Math.floor(random() * 6);
      for (let flip = 0; flip < flips && bytes.length > 0; flip++)
        bytes[Math.floor(random() * bytes.length)]! ^= 1 << Math.floor(random() * 8);
      const codec = seed % 2 === 0 ? NODE_CODEC : undefined;
      const answer = await readSchoolFile({ file: 'so.xlsx', bytes, sha256: 'cd' }, codec);
      if (!answer.ok) expect(answer.problems.length).toBeGreaterThan(0);
      else if (answer.value.origin === 'own')
        expect(mistakes(matchFile(answer.value, master), book)).toEqual([]);
    }
  });

  it('answers with problems or a reading where bytes of any part are no text', async () => {
    const parts = unzipSync((await make(5)).bytes);
    const thrown: string[] = [];
    for (const [name, part] of Object.entries(parts)) {
      const damaged = part.slice();
      damaged.set([0xc0, 0xff], Math.floor(part.length / 2));
      const bytes = zipSync({ ...parts, [name]: damaged });
      for (const codec of [undefined, NODE_CODEC])
        await readSchoolFile({ file: 'so.xlsx', bytes, sha256: 'ab' }, codec).catch((error: Error) =>
          thrown.push(`${name}: ${error.message}`),
        );
    }
    expect(thrown).toEqual([]);
  });

  it('refuses what is no workbook at all', async () => {
    const answer = await readSchoolFile({ file: 'x.xlsx', bytes: new Uint8Array(0), sha256: '' });
    expect(answer).toMatchObject({ ok: false, problems: [{ code: 'file-empty' }] });
  });
});
