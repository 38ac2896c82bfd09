import type { Task } from '../../src/annex/types';
import {
  type DocumentContent,
  readDocumentContent,
} from '../../src/import/plan-document/read-document-content';
import { readDocument } from '../../src/import/read-document';
import type { Problem } from '../../src/shared/problem';
import { describeShared, readSharedBytes, readSharedJson } from '../support/shared-data';

/** What a case's file holds, with the warnings of reading it. */
type ReadCase = { content: DocumentContent; warnings: readonly Problem[] };

async function readCase(...path: string[]): Promise<ReadCase> {
  const name = path.at(-1) ?? '';
  const document = await readDocument(readSharedBytes(...path), name);
  if (!document.ok) throw new Error(`${name}: ${document.problems.map(({ code }) => code).join()}`);
  const content = readDocumentContent(document.value);
  if (!content.ok) throw new Error(`${name}: ${content.problems.map(({ code }) => code).join()}`);
  return { content: content.value, warnings: content.warnings };
}

async function readTasks(...path: string[]): Promise<Task[]> {
  const { content } = await readCase(...path);
  if (content.kind !== 'annex') throw new Error('no annex');
  return content.annex.tasks;
}

async function readEdition(file: string) {
  const { content } = await readCase('cases-intake', file);
  return content.kind === 'annex' ? content.annex.edition : content.plan.edition;
}

describeShared('the head of a document', () => {
  it.each([
    ['y1.txt', 2026],
    ['y2.txt', 2026],
    ['y3.txt', 2026],
    ['y4.txt', 2024],
  ])('%s has the year %d', async (file, year) => {
    expect((await readEdition(file)).year).toBe(year);
  });

  it('has no title line as its issuer', async () => {
    expect(await readEdition('i1.txt')).toMatchObject({
      number: '130/KH-THDS',
      date: '2026-01-22',
      issuer: '',
      title: 'KẾ HOẠCH CHI TIẾT Chuẩn bị đánh giá ngoài năm 2026',
    });
    expect(await readEdition('i2.txt')).toMatchObject({
      issuer: '',
      title: 'DANH MỤC CÔNG VIỆC - NHÂN VIÊN KẾ TOÁN Năm học 2026 - 2027',
    });
    expect(await readEdition('p1.txt')).toMatchObject({ number: '35/KH-THCS&THPTĐS' });
  });
});

describeShared('units in one cell', () => {
  const readUnits = async (...path: string[]) =>
    (await readTasks(...path)).map(({ leadUnit, coordinatingUnit }) => [leadUnit, coordinatingUnit]);

  it.each([
    ['c1.txt', ['Văn phòng', 'các tổ chuyên môn'], ['Kế toán', 'Văn phòng']],
    ['c2.txt', ['Văn phòng', 'các tổ chuyên môn'], ['Kế toán', 'Văn phòng']],
    ['k1.txt', ['Văn phòng', 'các tổ'], ['Kế toán', 'Văn phòng']],
    ['k3.txt', ['Văn phòng', 'Các tổ chuyên môn'], ['Kế toán', '']],
    ['k4.txt', ['Văn phòng', 'các tổ'], ['Kế toán', '']],
  ])('%s are split', async (file, ...units) => {
    expect(await readUnits('cases-intake', file)).toEqual(units);
  });

  it('are split in Word, too', async () => {
    const units = await readUnits(
      'cases',
      '70-lead-and-coord-in-one',
      'files',
      'm01-lead-and-coord-in-one.docx',
    );
    expect(units.map(([, coordinating]) => coordinating)).toEqual(Array(5).fill('Các trường'));
    expect(units[1]).toEqual(['Phòng Văn hóa', 'Các trường']);
  });
});

describeShared('rows around the tasks', () => {
  it.each([
    ['36-total-row', 't1-total.xlsx'],
    ['37-total-in-timing', 't4-total.xlsx'],
    ['39-signers-after-blank-row', 't11-signers2.xlsx'],
    ['41-note-row', 't7-note.xlsx'],
    ['42-total-docx', 'w01-total.docx'],
    ['44-total-pdf', 'p23-total.pdf'],
    ['45-unnumbered-area-heading', 'n15-no-tt-sections.docx'],
  ])('%s are no part of the task above', async (folder, file) => {
    const { expected } = readSharedJson<{ expected: { rows: Partial<Task>[] } }>(
      'cases',
      folder,
      'expected.json',
    );
    expect(await readTasks('cases', folder, 'files', file)).toMatchObject(expected.rows);
  });

  it.each(['s2.txt', 's3.txt', 'dash1.docx', 'dash2.docx', 'dash3.docx'])(
    '%s has a task of its own in the row without a number',
    async (file) => {
      const tasks = await readTasks('cases-intake', file);
      expect(tasks).toHaveLength(3);
      expect(tasks.find(({ content }) => content.startsWith('Công khai'))).toMatchObject({
        product: 'Ảnh chụp',
      });
    },
  );

  it('names an area once where a column repeats it', async () => {
    const { content } = await readCase('cases-intake', 'g1.txt');
    if (content.kind !== 'annex') throw new Error('no annex');
    expect(content.annex.sections.map(({ number, title }) => `${number} ${title}`)).toEqual([
      'I Chỉ đạo, điều hành',
      'II Tuyên truyền',
    ]);
    expect(content.annex.tasks.map(({ id }) => id)).toEqual(['I.1', 'I.2', 'II.3']);
  });

  it('keeps month and week together', async () => {
    expect((await readTasks('cases-intake', 'm1.txt')).map(({ timing }) => timing)).toEqual([
      'Tháng 9, Tuần 1 (07/9-12/9)',
      'Tháng 9, Tuần 2 (14/9-19/9)',
      'Tháng 10, Tuần 1 (05/10-10/10)',
    ]);
  });
});

describeShared('markers in other cells', () => {
  it('are noticed among the contents', async () => {
    const tasks = await readTasks('cases', '68-marker-in-content', 'files', 'm06-marker-in-content.docx');
    expect(tasks.map(({ applicability }) => applicability)).toEqual([
      'performed',
      'performed',
      'notPerformed',
      'performed',
      'performed',
    ]);
  });
});
