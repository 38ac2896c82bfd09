import { cleanText, toMatchKey } from '../shared/text';
import { findMarker } from './read-applicability';
import type { Annex } from './types';
import { findUsualUnitName, getCoordinatingUnitName, toUnitKey } from './unit-names';

/** One unit, by its kind and name: "Trường Mầm non Nắng Mai"; not "Các trường", not the list of several. */
const ONE_UNIT =
  /^(?:truong|tmn|tmg|mn|mam non|mau giao|th|thcs|thpt|tieu hoc|trung tam|tram|nha tre|nhom tre|lop mau giao|co so)(?: \S+){1,14}$/;
const SEVERAL_UNITS = /[,;+&]|\s(?:và|cùng|với|hoặc)\s|\s[-–/]\s|\d\s*trường/iu;
/** "… năm 2026 tại Trường Mầm non Nắng Mai", to the end of the title or to its year. */
const UNIT_IN_TITLE =
  /(?:^|\s)(?:của|tại|ở|cho|đối với)\s+((?:các\s+)?trường\s.+?)(?=\s+(?:trong\s+)?năm\s|\s*[(,;.\n]|$)/giu;
/** Part of the cells that must name the unit. */
const MIN_NAMED_PART = 0.5;

function isOneUnit(name: string): boolean {
  return ONE_UNIT.test(toMatchKey(name)) && !SEVERAL_UNITS.test(name);
}

/** Returns the name that more than half of the cells give; else ''. */
function findClearName(cells: readonly string[], isAccepted: (name: string) => boolean): string {
  const name = findUsualUnitName(cells);
  const key = toUnitKey(name);
  const named = cells.filter((cell) => toUnitKey(getCoordinatingUnitName(cell)) === key).length;
  return isAccepted(name) && named > MIN_NAMED_PART * cells.length ? name : '';
}

function findNameInTitle(title: string): string {
  const names = [...cleanText(title).matchAll(UNIT_IN_TITLE)].map(([, name = '']) => name.trim());
  const name = names.findLast(isOneUnit) ?? '';
  // A title in capitals does not say how the name is written.
  return /\p{Ll}/u.test(name) ? name : '';
}

/**
 * Proposes the name of the unit that an annex was made out for: what stands before "không thực hiện nội dung này" in
 * the cells, else what the title names, else what more than half of the coordinating cells name.
 *
 * @returns '' if the annex names none, or several
 */
export function proposeUnitName({ edition, tasks }: Pick<Annex, 'edition' | 'tasks'>): string {
  const cells = tasks.map(({ coordinatingUnit }) => coordinatingUnit);
  const marked = cells.filter((cell) => (findMarker(cell)?.before ?? '') !== '');
  return (
    // Who says that it does not perform a task speaks for itself, school or not.
    findClearName(marked, (name) => !SEVERAL_UNITS.test(name)) ||
    findNameInTitle(edition.title) ||
    findClearName(cells, isOneUnit)
  );
}

/** Returns true if an annex names another unit than this one, by whatever name it is called. */
export function namesOtherUnit(
  annex: Pick<Annex, 'edition' | 'tasks'>,
  unit: { name: string; aliases?: readonly string[] },
): boolean {
  const proposed = proposeUnitName(annex);
  const known = [unit.name, ...(unit.aliases ?? [])].map(toUnitKey);
  return unit.name !== '' && proposed !== '' && !known.includes(toUnitKey(proposed));
}
