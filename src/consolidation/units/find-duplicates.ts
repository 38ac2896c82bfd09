import type { CellDifference, CellValue, Duplicate, MatchedFile, SourceCell } from '../types';
import { findNewest, sortNewestFirst } from './find-newest';

type ComparableRow = {
  task: string;
  occurrence: string;
  sheet: string;
  cells: Readonly<Record<string, SourceCell | undefined>>;
};

const getComparableKey = ({ task, occurrence }: ComparableRow): string => `${task}\n${occurrence}`;

function collectComparableRows(file: MatchedFile): Map<string, ComparableRow> {
  const found = new Map<string, ComparableRow>();
  const put = (one: ComparableRow): void => {
    if (!found.has(getComparableKey(one))) found.set(getComparableKey(one), one);
  };
  for (const { row, task } of file.matches)
    if (task !== null)
      put({ task, occurrence: '', sheet: file.rows[row]!.sheet ?? file.sheet, cells: file.rows[row]!.cells });
  for (const { task, occurrence, cells } of file.progress)
    if (occurrence !== '') put({ task, occurrence, sheet: file.progressSheet, cells });
  return found;
}

function getComparableValue(cell: SourceCell | undefined): CellValue {
  const value = cell?.value ?? '';
  return typeof value === 'string' ? value.trim() : value;
}

/**
 * How two files of one unit differ, cell by cell, in the order of the first. Printed words that are the master's stand
 * in neither, so only what was typed or changed is compared; a row that one of them lacks differs in all its cells.
 */
export function compareFiles(proposed: MatchedFile, other: MatchedFile): CellDifference[] {
  const [one, two] = [collectComparableRows(proposed), collectComparableRows(other)];
  const differences: CellDifference[] = [];
  for (const key of new Set([...one.keys(), ...two.keys()])) {
    const [here, there] = [one.get(key), two.get(key)];
    const { task, occurrence } = (here ?? there)!;
    for (const field of new Set([...Object.keys(here?.cells ?? {}), ...Object.keys(there?.cells ?? {})])) {
      if (field === 'id' || field === 'key' || field === 'task') continue;
      const [mine, theirs] = [here?.cells[field], there?.cells[field]];
      const [value, otherValue] = [getComparableValue(mine), getComparableValue(theirs)];
      if (value === otherValue) continue;
      differences.push({
        other: other.sha256,
        task,
        occurrence,
        field: field as CellDifference['field'],
        proposed: value,
        value: otherValue,
        place: {
          file: proposed.file,
          sheet: here?.sheet ?? proposed.sheet,
          ...(mine && { cell: mine.cell }),
        },
        otherPlace: {
          file: other.file,
          sheet: there?.sheet ?? other.sheet,
          ...(theirs && { cell: theirs.cell }),
        },
      });
    }
  }
  return differences;
}

/**
 * Units of which there are several files with different contents. Proposed is the one saved last, none where
 * the dates do not tell; what the officer
 * chose before (by SHA-256) stands as long as that file is there.
 *
 * @param byUnit files of each unit, by its code
 * @param chosen unit's code → SHA-256
 */
export function findDuplicates(
  byUnit: ReadonlyMap<string, readonly MatchedFile[]>,
  chosen: ReadonlyMap<string, string> = new Map(),
): Duplicate[] {
  return [...byUnit].flatMap(([unit, files]): Duplicate[] => {
    // Copies of one file are one file.
    const distinct = sortNewestFirst([...new Map(files.map((file) => [file.sha256, file])).values()]);
    const [newest, ...others] = distinct;
    if (!newest || others.length === 0) return [];
    const earlier = distinct.find(({ sha256 }) => sha256 === chosen.get(unit));
    return [
      {
        unit,
        files: distinct.map(({ sha256 }) => sha256),
        proposed: findNewest(distinct)?.sha256 ?? null,
        chosen: earlier?.sha256 ?? null,
        differences: others.flatMap((other) => compareFiles(newest, other)),
      },
    ];
  });
}
