import type { LossCode } from '@phuluc/excel-simulator/xlsx/losses';
import { LOST_CONTENT_LABELS } from '../../src/i18n/describe-lost-content';
import { fillTemplate, listTemplateParams } from '../../src/i18n/fill-template';
import { describeProblem, formatLocation, formatProblem } from '../../src/i18n/format-problem';
import { getDictionary, t, toLocale } from '../../src/i18n/locale';
import type { Problem } from '../../src/shared/problem';

describe('templates', () => {
  it.each([
    ['Đã đọc {rows} nhiệm vụ', { rows: 47 }, 'Đã đọc 47 nhiệm vụ'],
    ['Bảng quá dài[[: {rows}]][[, giới hạn {limit}]].', { rows: 5 }, 'Bảng quá dài: 5.'],
    ['Bảng quá dài[[: {rows}]].', { rows: '' }, 'Bảng quá dài.'],
    ['Đã đọc {rows}', {}, 'Đã đọc {rows}'],
    ['Phụ lục: {title}.', { title: '' }, 'Phụ lục.'],
    [
      'Tệp {file} ({rows} hàng), trang “{sheet}”.',
      { file: 'a', rows: '', sheet: '' },
      'Tệp a (hàng), trang.',
    ],
    ['{name}: {text} – {more}', { name: '', text: 'a  ()', more: '' }, 'a  ()'],
    ['{a}', { a: '{b}', b: 'x' }, '{b}'],
  ])('%s', (template, params, expected) => {
    expect(fillTemplate(template, params as Record<string, string>)).toBe(expected);
  });
});

describe('the two languages', () => {
  const [vi, en] = [getDictionary('vi'), getDictionary('en')];

  it('have the same keys', () => {
    expect(Object.keys(en.messages)).toEqual(Object.keys(vi.messages));
    expect(Object.keys(en.problems)).toEqual(Object.keys(vi.problems));
  });

  it('name the same figures', () => {
    const params = (texts: Record<string, string>) =>
      Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, listTemplateParams(text)]));
    expect(params(en.messages)).toEqual(params(vi.messages));
    for (const part of ['what', 'next'] as const) {
      const pick = (problems: Record<string, { what: string; next: string }>) =>
        params(Object.fromEntries(Object.entries(problems).map(([code, words]) => [code, words[part]])));
      expect(pick(en.problems)).toEqual(pick(vi.problems));
    }
  });

  it('say a next step for every problem, as a sentence', () => {
    for (const { problems } of [vi, en]) {
      for (const [code, { what, next }] of Object.entries(problems)) {
        expect([code, what]).toEqual([code, expect.stringMatching(/^[\p{Lu}“].*[.\]]$/u)]);
        expect([code, next]).toEqual([code, expect.stringMatching(/^[\p{Lu}“].*\.$/u)]);
      }
    }
  });

  it('are stored in composed form, without look-alike or doubled spaces', () => {
    const text = JSON.stringify([getDictionary('vi'), getDictionary('en')]);
    expect(text.normalize('NFC')).toBe(text);
    expect(text).not.toMatch(/[\u00d0\u0189\u00a0]| {2}/);
  });
});

describe.each(['vi', 'en'] as const)('messages whose figures are all empty (%s)', (locale) => {
  const { messages, problems } = getDictionary(locale);
  const texts = [
    ...Object.entries(messages),
    ...Object.entries(problems).flatMap(([code, { what, next }]) => [
      [`${code}.what`, what] as const,
      [`${code}.next`, next] as const,
    ]),
  ];
  const DANGLING =
    /[:,;–(“] *[.,;:)”](?!\p{L})|[:,;–→] *$|^ *[:,;.–)→]| {2}|“”|""|\( *\)|\[ *\]|\s[.,;)”](?!\p{L})|^ | $|\{/u;

  it('stand without them: no sign, quote or bracket is left around nothing', () => {
    const dangling = texts.flatMap(([key, template]) => {
      const params = Object.fromEntries(listTemplateParams(template).map((name) => [name, '']));
      if (Object.keys(params).length === 0) return [];
      const filled = fillTemplate(template, params);
      // "3 điều cần lưu ý:" stands above a list.
      return DANGLING.test(template.endsWith(':') ? filled.slice(0, -1) : filled)
        ? [`${key}: ${filled}`]
        : [];
    });
    expect(dangling).toEqual([]);
  });

  it('say what a document without a title is', () => {
    const edition = { title: '', number: '', date: '', issuer: '', year: '' };
    expect(t(locale, 'import.edition', edition)).toBe(locale === 'vi' ? 'Phụ lục.' : 'Annex.');
    expect(t(locale, 'import.edition', { ...edition, number: '05/KH-UBND' })).toMatch(
      /^(?:Phụ lục, kèm theo văn bản số|Annex, with document) 05\/KH-UBND\.$/,
    );
  });
});

describe('places and problems', () => {
  it('lead from the file to the cell', () => {
    expect(formatLocation('vi', { cell: 'B4', file: 'a.xlsx', sheet: 'Phụ lục', row: 4 })).toBe(
      'tệp a.xlsx, trang tính “Phụ lục”, ô B4',
    );
    expect(formatLocation('en', { file: 'a.docx', table: 2, row: 7 })).toBe('file a.docx, table 2, row 7');
    expect(formatLocation('vi', {})).toBe('');
  });

  it('say what happened, where, and what next', () => {
    const problem: Problem = {
      code: 'too-many-rows',
      severity: 'error',
      place: { file: 'a.xlsx' },
      details: { rows: 1048576 },
    };
    expect(describeProblem('vi', problem).what).toBe('Bảng có quá nhiều hàng: 1048576.');
    expect(formatProblem('en', problem)).toBe(
      'Error [too-many-rows] – file a.xlsx: The table has too many rows: 1048576. ' +
        'Next step: Delete the blank rows at the end of the sheet, save it and import it again.',
    );
  });
});

describe('languages of Office', () => {
  it.each([
    ['vi-VN', 'vi'],
    ['en-US', 'en'],
    ['EN', 'en'],
    ['fr-FR', 'vi'],
  ])('%s', (language, expected) => expect(toLocale(language)).toBe(expected));

  it('speaks both', () => {
    expect(t('vi', 'command.undo')).toBe('Hoàn tác');
    expect(t('en', 'command.undo')).toBe('Undo');
  });
});

describe('what a file loses', () => {
  it('has words for every code of the reader', () => {
    const words: Record<LossCode, { vi: string; en: string }> = LOST_CONTENT_LABELS;
    expect(Object.values(words).every(({ vi, en }) => vi && en && vi !== en)).toBe(true);
  });

  it.each([
    ['filter-kind: Bảng 1', 'một kiểu lọc (Bảng 1)'],
    ['digital-signature', 'chữ ký số của tệp'],
    ['something-new: A', 'something-new: A'],
  ])('%s', (loss, text) => {
    const problem: Problem = {
      code: 'content-lost',
      severity: 'warning',
      place: {},
      details: { what: loss },
    };
    expect(describeProblem('vi', problem).what).toContain(text);
  });
});
