import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Annex, Task } from '../../src/annex/types';
import { assembleAnnex } from '../../src/import/assemble/assemble-annex';
import { readDocument } from '../../src/import/read-document';
import { buildSamples } from '../support/samples/build-samples';
import { createExpectedAnnex } from '../support/samples/create-expected-annex';
import {
  BOARDING_LETTER_2026,
  DIGITAL_2026,
  INDEX_2026,
  THRIFT_2026,
  WATER_LETTER_2026,
} from '../support/samples/year-2026';

const path = (name: string): string => join(__dirname, '../../samples', name);
const annexOf = (name: string): Annex => JSON.parse(readFileSync(path(name), 'utf8')) as Annex;

describe('the samples', () => {
  it('are what their script writes, byte for byte', async () => {
    const built = Object.entries(await buildSamples());
    expect(built.filter(([name]) => !existsSync(path(name)))).toEqual([]);
    // Compared as one boolean each: a diff of two zips says nothing.
    expect(
      built.filter(([name, bytes]) => !readFileSync(path(name)).equals(bytes)).map(([name]) => name),
    ).toEqual([]);
  });

  it.each([
    ['phu-luc-2026.docx', 'phu-luc-2026.json', []],
    ['phu-luc-2026.xlsx', 'phu-luc-2026.json', ['hidden-rows', 'hidden-sheet']],
    ['phu-luc-2026-dieu-chinh.docx', 'phu-luc-2026-dieu-chinh.json', ['tracked-changes']],
  ])('%s is read as %s says', async (file, truth, warnings) => {
    const document = await readDocument(new Uint8Array(readFileSync(path(file))), file);
    if (!document.ok) throw new Error(document.problems[0]!.code);
    expect(document.value.warnings.map(({ code }) => code)).toEqual(warnings);
    const annex = assembleAnnex(document.value);
    expect(annex.ok && annex.value).toEqual(annexOf(truth));
  });

  it.each([
    ['chuyen-doi-so-2026.xlsx', DIGITAL_2026],
    ['chi-so-cchc-2026.docx', INDEX_2026],
    ['tiet-kiem-2026.pdf', THRIFT_2026],
    ['cong-van-ban-tru-2026.docx', BOARDING_LETTER_2026],
    ['cong-van-duoi-nuoc-2026.docx', WATER_LETTER_2026],
  ])('%s is read as it was printed', async (file, edition) => {
    const document = await readDocument(new Uint8Array(readFileSync(path(file))), file);
    const annex = document.ok ? assembleAnnex(document.value) : document;
    if (!annex.ok) throw new Error(annex.problems[0]!.code);
    expect(annex.value).toEqual(createExpectedAnnex(edition));
  });

  it('are as uneven as real annexes', () => {
    const { sections, tasks } = annexOf('phu-luc-2026.json');
    const count = (test: (task: Task) => boolean): number => tasks.filter(test).length;
    expect({ sections: sections.length, tasks: tasks.length }).toEqual({ sections: 9, tasks: 48 });
    expect({
      notPerformed: count((task) => task.applicability === 'notPerformed'),
      withDot: count((task) => task.coordinatingUnit.endsWith('này.')),
      contradictory: count(
        (task) => task.applicability === 'notPerformed' && task.product + task.timing !== '',
      ),
      incomplete: count(
        (task) => task.applicability === 'performed' && (task.product === '' || task.timing === ''),
      ),
      undecided: count((task) => task.applicability === 'undecided'),
      withoutLead: count((task) => task.leadUnit === ''),
    }).toEqual({
      notPerformed: 15,
      withDot: 7,
      contradictory: 3,
      incomplete: 2,
      undecided: 1,
      withoutLead: 2,
    });
  });

  it('differ between the editions by two contents, one timing, one task more and one less', () => {
    const before = new Map(annexOf('phu-luc-2026.json').tasks.map((task) => [task.id, task]));
    const after = new Map(annexOf('phu-luc-2026-dieu-chinh.json').tasks.map((task) => [task.id, task]));
    const changed = (field: keyof Task): string[] =>
      [...after.values()]
        .filter((task) => before.has(task.id) && before.get(task.id)![field] !== task[field])
        .map(({ id }) => id);
    expect({
      content: changed('content'),
      timing: changed('timing'),
      product: changed('product'),
      added: [...after.keys()].filter((id) => !before.has(id)),
      gone: [...before.keys()].filter((id) => !after.has(id)),
    }).toEqual({
      content: ['III.4', 'VII.5'],
      timing: ['V.4'],
      product: [],
      added: ['III.7'],
      gone: ['VIII.3'],
    });
  });
});
