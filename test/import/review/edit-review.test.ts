import '../../support/fixed-seed';
import fc from 'fast-check';
import {
  editReview,
  getNeighbourField,
  getNextRow,
  type ReviewEdit,
} from '../../../src/import/review/edit-review';
import {
  applyReviewEdit,
  createReviewHistory,
  redoReviewEdit,
  undoReviewEdit,
} from '../../../src/import/review/review-history';
import {
  createBlankReviewCells,
  getUnconfirmedRows,
  type Review,
  REVIEW_FIELDS,
  type ReviewRow,
} from '../../../src/import/review/review-row';
import { cleanText } from '../../../src/shared/text';

type Given = Partial<Omit<ReviewRow, 'cells'>> & Partial<ReviewRow['cells']>;

function row(
  key: number,
  { kind = 'task', confirmation: look = 'sure', deleted = false, ...given }: Given,
): ReviewRow {
  return {
    key,
    kind,
    confirmation: look,
    deleted,
    sourceRows: given.sourceRows ?? [{ table: 1, row: key + 1 }],
    cellPlaces: {},
    notes: [],
    cells: {
      ...createBlankReviewCells(),
      ...Object.fromEntries(REVIEW_FIELDS.flatMap((field) => (given[field] ? [[field, given[field]]] : []))),
    },
  };
}

function createReviewOfRows(...rows: Given[]): Review {
  return {
    rows: rows.map((given, key) => row(key, given)),
    nextKey: rows.length,
  };
}

/** "kind: tt | content | …" of each row, blank cells as they are, "-" before deleted ones. */
function shown({ rows }: Review): string[] {
  return rows.map(
    ({ kind, cells, deleted }) =>
      `${deleted ? '-' : ''}${kind}: ${REVIEW_FIELDS.map((field) => cells[field])
        .join(' | ')
        .replace(/[ |]+$/, '')}`,
  );
}

const two = createReviewOfRows(
  { tt: '1', content: 'Treo bảng tin ở cổng', leadUnit: 'Văn phòng', product: 'Bảng tin' },
  { content: 'trường.', timing: 'Quý I' },
);

describe('corrections of found rows', () => {
  it.each<[string, ReviewEdit, string[]]>([
    [
      'write',
      { kind: 'write', key: 1, field: 'content', text: '  hai\n dòng ' },
      ['task: 1 | Treo bảng tin ở cổng | Văn phòng |  | Bảng tin', 'task:  | hai\ndòng |  |  |  | Quý I'],
    ],
    [
      'split at the caret: the other cells stay',
      { kind: 'split', key: 0, field: 'content', at: 13 },
      [
        'task: 1 | Treo bảng tin | Văn phòng |  | Bảng tin',
        'task:  | ở cổng',
        'task:  | trường. |  |  |  | Quý I',
      ],
    ],
    [
      'split inside a word: the word stays whole',
      { kind: 'split', key: 0, field: 'content', at: 12 },
      [
        'task: 1 | Treo bảng tin | Văn phòng |  | Bảng tin',
        'task:  | ở cổng',
        'task:  | trường. |  |  |  | Quý I',
      ],
    ],
    [
      'join with the next, cell by cell',
      { kind: 'join', key: 0 },
      ['task: 1 | Treo bảng tin ở cổng trường. | Văn phòng |  | Bảng tin | Quý I'],
    ],
    [
      'move the tail to the next column',
      { kind: 'move', key: 0, field: 'content', at: 14, to: 'next' },
      ['task: 1 | Treo bảng tin | ở cổng Văn phòng |  | Bảng tin', 'task:  | trường. |  |  |  | Quý I'],
    ],
    [
      'move the head to the previous column',
      { kind: 'move', key: 0, field: 'content', at: 4, to: 'previous' },
      ['task: 1 Treo | bảng tin ở cổng | Văn phòng |  | Bảng tin', 'task:  | trường. |  |  |  | Quý I'],
    ],
    [
      'turn into a section: all words are its title',
      { kind: 'turn', key: 0, into: 'section' },
      ['section: 1 | Treo bảng tin ở cổng Văn phòng Bảng tin', 'task:  | trường. |  |  |  | Quý I'],
    ],
    [
      'delete',
      { kind: 'delete', key: 1 },
      ['task: 1 | Treo bảng tin ở cổng | Văn phòng |  | Bảng tin', '-task:  | trường. |  |  |  | Quý I'],
    ],
  ])('%s', (_, edit, expected) => expect(shown(editReview(two, edit))).toEqual(expected));

  it.each<[string, ReviewEdit]>([
    ['a row that is not there', { kind: 'delete', key: 9 }],
    ['splitting behind the last word', { kind: 'split', key: 0, field: 'content', at: 99 }],
    ['splitting off all a row has', { kind: 'split', key: 1, field: 'note', at: 0 }],
    ['joining the last row', { kind: 'join', key: 1 }],
    ['moving out of the last column', { kind: 'move', key: 0, field: 'note', at: 0, to: 'next' }],
    ['confirming what is sure', { kind: 'confirm', keys: [0, 1] }],
    ['restoring what is not deleted', { kind: 'restore', key: 0 }],
    ['writing what stands there', { kind: 'write', key: 0, field: 'tt', text: ' 1 ' }],
  ])('leaves everything for %s', (_, edit) => expect(editReview(two, edit)).toBe(two));

  it('joins over a deleted row, which stays to be restored', () => {
    const three = createReviewOfRows({ content: 'a' }, { content: 'b', deleted: true }, { content: 'c' });
    expect(getNextRow(three, 0)?.key).toBe(2);
    const joined = editReview(three, { kind: 'join', key: 0 });
    expect(shown(joined)).toEqual(['task:  | a c', '-task:  | b']);
    expect(shown(editReview(joined, { kind: 'restore', key: 1 }))).toEqual(['task:  | a c', 'task:  | b']);
  });

  it('a title takes in a row with nothing but a title; with a task it becomes one', () => {
    const title: Given = { kind: 'section', tt: 'II', content: 'Cải cách' };
    const joined = (next: Given) =>
      editReview(createReviewOfRows(title, next), { kind: 'join', key: 0 }).rows[0]?.kind;
    expect(joined({ content: 'thủ tục' })).toBe('section');
    expect(joined({ content: 'thủ tục', leadUnit: 'Văn phòng' })).toBe('task');
  });

  it('a section has a number and a title only', () => {
    expect(getNeighbourField('section', 'content', 'next')).toBeNull();
    expect(getNeighbourField('section', 'content', 'previous')).toBe('tt');
    expect(getNeighbourField('task', 'content', 'next')).toBe('leadUnit');
  });

  it('splits every cell between two lines of the source', () => {
    const merged = createReviewOfRows({
      tt: '7 8',
      content: 'Họp giao ban tháng Họp phụ huynh đầu năm',
      leadUnit: 'Văn phòng Văn phòng',
      timing: 'Hằng tháng Tháng 9',
    });
    const earlier = ['7 Họp giao ban tháng Văn phòng Hằng tháng'];
    const later = ['8 Họp phụ huynh đầu năm Văn phòng Tháng 9'];
    expect(shown(editReview(merged, { kind: 'split-lines', key: 0, earlier, later }))).toEqual([
      'task: 7 | Họp giao ban tháng | Văn phòng |  |  | Hằng tháng',
      'task: 8 | Họp phụ huynh đầu năm | Văn phòng |  |  | Tháng 9',
    ]);
  });

  it('both halves of an unsure row wait, and what is joined with one', () => {
    const uncertain = createReviewOfRows({ content: 'một hai', confirmation: 'waiting' }, { content: 'ba' });
    const split = editReview(uncertain, { kind: 'split', key: 0, field: 'content', at: 3 });
    expect(getUnconfirmedRows(split)).toHaveLength(2);
    const joined = editReview(uncertain, { kind: 'join', key: 0 });
    expect(getUnconfirmedRows(joined)).toHaveLength(1);
    expect(getUnconfirmedRows(editReview(joined, { kind: 'confirm', keys: [0] }))).toEqual([]);
    expect(getUnconfirmedRows(editReview(uncertain, { kind: 'delete', key: 0 }))).toEqual([]);
  });
});

const tokens = fc
  .array(fc.constantFrom('Treo', 'bảng', '05/KH-', 'UBND', 'tin,', 'quý', 'II', '-', 'Đ', '1.10', '(a)'), {
    maxLength: 7,
  })
  .map((given) => cleanText(given.join(' ')));
const anyRow = fc.record({
  kind: fc.constantFrom('section' as const, 'task' as const),
  look: fc.constantFrom('sure' as const, 'waiting' as const, 'confirmed' as const),
  deleted: fc.boolean(),
  tt: tokens,
  content: tokens,
  leadUnit: tokens,
  product: tokens,
  note: tokens,
});
function asKind(given: Given): Given {
  return given.kind === 'section' ? { ...given, leadUnit: '', product: '', note: '' } : given;
}
const anyReview = fc
  .array(anyRow, { minLength: 1, maxLength: 5 })
  .map((rows) => createReviewOfRows(...rows.map(asKind)));
const anyField = fc.constantFrom(...REVIEW_FIELDS);
const at = fc.nat(40);
const key = fc.nat(7);
const lines = fc.array(tokens, { maxLength: 3 });
/** All corrections but writing. */
const anyEdit: fc.Arbitrary<ReviewEdit> = fc.oneof(
  fc.record({ kind: fc.constant('split' as const), key, field: anyField, at }),
  fc.record({ kind: fc.constant('split-lines' as const), key, earlier: lines, later: lines }),
  fc.record({ kind: fc.constant('join' as const), key }),
  fc.record({
    kind: fc.constant('move' as const),
    key,
    field: anyField,
    at,
    to: fc.constantFrom('next' as const, 'previous' as const),
  }),
  fc.record({
    kind: fc.constant('turn' as const),
    key,
    into: fc.constantFrom('section' as const, 'task' as const),
  }),
  fc.record({ kind: fc.constantFrom('delete' as const, 'restore' as const), key }),
  fc.record({ kind: fc.constant('confirm' as const), keys: fc.array(key, { maxLength: 3 }) }),
);

/** All letters of all cells, each as often as it stands there. */
function letters({ rows }: Review): string {
  return rows
    .flatMap(({ cells }) => REVIEW_FIELDS.flatMap((field) => [...cells[field].replace(/\s/g, '')]))
    .sort()
    .join('');
}

describe('properties of the corrections', () => {
  it('joining gives back what was split', () => {
    fc.assert(
      fc.property(anyReview, anyField, at, key, (review, field, position, index) => {
        const wanted = { ...review, rows: review.rows.map((one) => ({ ...one, deleted: false })) };
        const split = editReview(wanted, { kind: 'split', key: index, field, at: position });
        fc.pre(split !== wanted);
        expect(editReview(split, { kind: 'join', key: index }).rows).toEqual(wanted.rows);
      }),
      { numRuns: 300 },
    );
  });

  it('joining gives back what was split at a line', () => {
    fc.assert(
      fc.property(anyReview, key, lines, lines, (review, index, earlier, later) => {
        const wanted = { ...review, rows: review.rows.map((one) => ({ ...one, deleted: false })) };
        const split = editReview(wanted, { kind: 'split-lines', key: index, earlier, later });
        fc.pre(split !== wanted);
        expect(editReview(split, { kind: 'join', key: index }).rows).toEqual(wanted.rows);
      }),
      { numRuns: 300 },
    );
  });

  it('nothing is lost, keys stay unique, and each step can be taken back and again', () => {
    fc.assert(
      fc.property(anyReview, fc.array(anyEdit, { maxLength: 8 }), (review, edits) => {
        const history = edits.reduce(applyReviewEdit, createReviewHistory(review));
        expect(letters(history.present)).toBe(letters(review));
        const keys = history.present.rows.map((one) => one.key);
        expect(new Set(keys).size).toBe(keys.length);
        expect(history.present.nextKey).toBeGreaterThan(Math.max(...keys));

        let back = history;
        while (back.past.length > 0) back = undoReviewEdit(back);
        expect(back.present).toBe(review);
        while (back.future.length > 0) back = redoReviewEdit(back);
        expect(back.present).toBe(history.present);
      }),
      { numRuns: 300 },
    );
  });

  it('no correction takes away the wait but confirming', () => {
    fc.assert(
      fc.property(anyReview, anyEdit, (review, edit) => {
        fc.pre(edit.kind !== 'confirm' && edit.kind !== 'delete');
        if (getUnconfirmedRows(review).length > 0)
          expect(getUnconfirmedRows(editReview(review, edit)).length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});
