import {
  changeSelection,
  getSelectedKeys,
  isReplaced,
  NO_TASK_SELECTION,
  selectKeys,
} from '../../../src/taskpane/mark/task-selection';

const SHOWN = ['a', 'b', 'c', 'd', 'e'];

describe('selection of tasks in the list', () => {
  it('is the selection of the sheet until a task is chosen in the list', () => {
    expect(getSelectedKeys(NO_TASK_SELECTION, ['b'])).toEqual(['b']);
  });

  it('adds a task to what is selected in the sheet, in the order of the list', () => {
    const selection = changeSelection(NO_TASK_SELECTION, SHOWN, ['d'], { key: 'b', extend: false });
    expect(getSelectedKeys(selection, ['d'])).toEqual(['b', 'd']);
  });

  it('removes a task that is selected', () => {
    const selection = changeSelection(selectKeys(['b', 'd'], []), SHOWN, [], { key: 'b', extend: false });
    expect(getSelectedKeys(selection, [])).toEqual(['d']);
  });

  it('can become empty though a task is selected in the sheet', () => {
    const selection = changeSelection(NO_TASK_SELECTION, SHOWN, ['b'], { key: 'b', extend: false });
    expect(getSelectedKeys(selection, ['b'])).toEqual([]);
  });

  it.each([
    { anchor: 'b', key: 'd', expected: ['b', 'c', 'd'] },
    { anchor: 'd', key: 'b', expected: ['b', 'c', 'd'] },
    { anchor: 'c', key: 'c', expected: ['c'] },
  ])('extends from $anchor to $key', ({ anchor, key, expected }) => {
    const selection = changeSelection(NO_TASK_SELECTION, SHOWN, [anchor], { key, extend: true });
    expect(getSelectedKeys(selection, [anchor])).toEqual(expected);
  });

  it('extends again from the same anchor', () => {
    const once = changeSelection(NO_TASK_SELECTION, SHOWN, ['b'], { key: 'e', extend: true });
    const again = changeSelection(once, SHOWN, ['b'], { key: 'a', extend: true });
    expect(again.keys).toEqual(['a', 'b']);
  });

  it('starts from the sheet when the selection of the sheet has changed', () => {
    const selection = selectKeys(['a', 'c'], ['a']);
    expect(getSelectedKeys(selection, ['e'])).toEqual(['e']);
    expect(changeSelection(selection, SHOWN, ['e'], { key: 'd', extend: false }).keys).toEqual(['d', 'e']);
  });

  it('is replaced by another selection of the sheet, and not by none of the list', () => {
    expect(isReplaced(selectKeys(['a'], ['b']), ['b'])).toBe(false);
    expect(isReplaced(selectKeys(['a'], ['b']), ['a'])).toBe(true);
    expect(isReplaced(NO_TASK_SELECTION, ['a'])).toBe(false);
  });

  it('adds a task when the anchor is not in the list shown', () => {
    const selection = changeSelection(NO_TASK_SELECTION, ['c', 'd'], ['a'], { key: 'd', extend: true });
    expect(selection.keys).toEqual(['d']);
  });
});
