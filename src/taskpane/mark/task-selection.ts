/**
 * Tasks chosen in the list of the pane, in the order of the list; null where nothing was chosen there. They hold only as
 * long as the selection of the sheet is the one they were chosen over: a click in the sheet replaces them.
 */
type TaskSelection = {
  sheetSelection: string;
  keys: readonly string[] | null;
  /** Where an extension starts. */
  anchor: string | null;
  /** The task changed last: where the arrow keys go on. */
  active: string | null;
};

export const NO_TASK_SELECTION: TaskSelection = {
  sheetSelection: '',
  keys: null,
  anchor: null,
  active: null,
};

/** How a task joins the selection: alone changed (Ctrl, check box), or all up to it from the anchor (Shift). */
export type SelectionChange = { key: string; extend: boolean };

const joinKeys = (keys: readonly string[]): string => keys.join('\n');

/** Returns true for a selection that a later one of the sheet has replaced: it must not come back with the cells before. */
export const isReplaced = (selection: TaskSelection, sheetKeys: readonly string[]): boolean =>
  selection.keys !== null && selection.sheetSelection !== joinKeys(sheetKeys);

/** Returns the keys that are selected: those chosen in the list, else the selection of the sheet. */
export function getSelectedKeys(selection: TaskSelection, sheetKeys: readonly string[]): readonly string[] {
  return selection.keys && !isReplaced(selection, sheetKeys) ? selection.keys : sheetKeys;
}

/** Returns a selection of exactly these keys. */
export function selectKeys(keys: readonly string[], sheetKeys: readonly string[]): TaskSelection {
  const first = keys[0] ?? null;
  return { sheetSelection: joinKeys(sheetKeys), keys, anchor: first, active: first };
}

/**
 * Adds or removes tasks as lists of the desktop do: a change of one task toggles it; an extension selects everything from
 * the anchor (the task changed last, else the first selected) to the task.
 *
 * @param shown keys of the list from top to bottom; the result keeps this order
 * @param sheetKeys selection of the sheet at this moment
 */
export function changeSelection(
  selection: TaskSelection,
  shown: readonly string[],
  sheetKeys: readonly string[],
  { key, extend }: SelectionChange,
): TaskSelection {
  const before = getSelectedKeys(selection, sheetKeys);
  const anchor = before === selection.keys ? (selection.anchor ?? before[0]) : before[0];
  if (extend && anchor !== undefined && shown.includes(anchor)) {
    const [from, to] = [shown.indexOf(anchor), shown.indexOf(key)].sort((a, b) => a - b);
    return { ...selectKeys(shown.slice(from, (to ?? 0) + 1), sheetKeys), anchor, active: key };
  }
  const keys = before.includes(key)
    ? before.filter((one) => one !== key)
    : shown.filter((one) => one === key || before.includes(one));
  return { ...selectKeys(keys, sheetKeys), anchor: key, active: key };
}
