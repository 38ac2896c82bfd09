import { toUnitKey } from '../../annex/unit-names';
import { type IsoDate, isValidDate, parseIsoDate, toIsoDate } from '../../shared/dates';
import { groupBy } from '../../shared/group-by';
import { foldLookAlikes, hasLookAlikes } from '../../shared/look-alikes';
import type { Problem, ProblemLocation } from '../../shared/problem';
import { err, ok, problem, type Result, warning } from '../../shared/result';
import { cleanText, removeMarks, toMatchKey } from '../../shared/text';
import { hasForeignLetters } from '../reader/sheet-cells';
import type { UnitEntry } from '../types';
import { toCodeKey } from './unit-index';

type UnitColumn = 'code' | 'name' | 'aliases' | 'kind' | 'parent' | 'validFrom' | 'validTo';

/** What the columns of a list of units are called; compared without case, diacritics and punctuation. */
const UNIT_HEADERS = {
  code: ['Mã', 'Mã đơn vị', 'Mã trường', 'Mã số', 'Mã định danh', 'code', 'unit code', 'id'],
  name: ['Tên', 'Tên đơn vị', 'Tên trường', 'Đơn vị', 'Trường', 'name', 'unit', 'unit name'],
  aliases: ['Tên khác', 'Tên gọi khác', 'Tên viết tắt', 'Bí danh', 'alias', 'aliases', 'other names'],
  kind: ['Loại', 'Loại hình', 'Cấp học', 'Loại đơn vị', 'kind', 'type', 'level'],
  parent: ['Cấp trên', 'Đơn vị cấp trên', 'Mã cấp trên', 'Trực thuộc', 'parent', 'parent code'],
  validFrom: ['Từ ngày', 'Hiệu lực từ', 'Có hiệu lực từ', 'valid from', 'from'],
  validTo: ['Đến ngày', 'Hiệu lực đến', 'Hết hiệu lực', 'valid to', 'to', 'until'],
} as const satisfies Record<UnitColumn, readonly string[]>;

const COLUMN_BY_HEADER = new Map(
  (Object.entries(UNIT_HEADERS) as [UnitColumn, readonly string[]][]).flatMap(([column, names]) =>
    names.map((name) => [toMatchKey(name.replace(/([a-z])([A-Z])/g, '$1 $2')), column] as const),
  ),
);

/** "validFrom" and "valid_from" are "valid from". */
function toUnitHeaderKey(text: string): string {
  return toMatchKey(text.replace(/([a-z])([A-Z])/g, '$1 $2').replaceAll('_', ' '));
}

type UnitColumns = Partial<Record<UnitColumn, number>>;

function findUnitColumns(row: readonly string[]): UnitColumns {
  const columns: UnitColumns = {};
  row.forEach((cell, index) => {
    const column = COLUMN_BY_HEADER.get(toUnitHeaderKey(cell));
    if (column && columns[column] === undefined) columns[column] = index;
  });
  return columns;
}

/** Without a header row, in the order in which such lists are pasted. */
const DEFAULT_UNIT_COLUMNS: UnitColumns = {
  code: 0,
  name: 1,
  aliases: 2,
  kind: 3,
  parent: 4,
  validFrom: 5,
  validTo: 6,
};

/** "2025-07-01", "1/7/2025", "01.07.2025"; null for other words. */
function parseListDate(text: string): IsoDate | null {
  if (text === '') return '';
  if (parseIsoDate(text)) return text;
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const [day, month, year] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3])];
  return match && isValidDate(year, month, day) ? toIsoDate(year, month, day) : null;
}

type UnitRowProblem = 'unit-incomplete' | 'unit-code-twice' | 'unit-date' | 'unit-letters' | 'unit-too-long';

/** Excel takes no longer words in a list of choices or in the header of a page. */
const MAX_UNIT_LETTERS = 255;
const SHOWN_LETTERS = 40;

/** Question marks and signs in place of letters, UTF-8 or UTF-7 that was read as something else, entities of HTML. */
const SPOILT_LETTERS =
  /\p{L}\?|\?\p{L}|\ufffd|[\x80-\x9f]|Ã.|Æ°|á»|áº|\+[\dA-Za-z/]{3,}-|&#[xX]?[\da-fA-F]+;/u;

/** "Tr??ng M?m non" and names in TCVN3 or VNI: letters were lost, or are not in Unicode. */
const hasLostLetters = (text: string): boolean => SPOILT_LETTERS.test(text) || hasForeignLetters(text);

const WITHOUT_VOWEL = /^[^aeiouyAEIOUY\P{L}]{2,}$/u;
/** What is written without vowels in small letters too; capitals ("THCS") are abbreviations anyway. */
const ABBREVIATIONS = /^(?:mn|mg|th|thcs|thpt|tt|tr|ptdt|ptdtbt|ptdtnt|gd|gdtx|gdnn|kv|tp|tx)$/iu;
/** One such word may be an abbreviation that is not known here. */
const MIN_WORDS_WITHOUT_VOWEL = 2;

/** "Trng Mm non": letters with marks were left out, and with them the vowels of several words. */
function lacksVowels(name: string): boolean {
  const words = removeMarks(name).split(/[^\p{L}]+/u);
  return (
    words.filter(
      (word) => WITHOUT_VOWEL.test(word) && word !== word.toUpperCase() && !ABBREVIATIONS.test(word),
    ).length >= MIN_WORDS_WITHOUT_VOWEL
  );
}

/** How many rows may stand above the header: a title, the authority, a blank line. */
const MAX_ROWS_ABOVE_HEADER = 10;

/**
 * Finds the header row among the first rows of a list.
 *
 * @returns -1 where it has none
 */
export function findUnitHeader(cells: readonly (readonly string[])[]): number {
  return cells.slice(0, MAX_ROWS_ABOVE_HEADER).findIndex((row) => {
    const found = findUnitColumns(row);
    return found.code !== undefined && found.name !== undefined;
  });
}

/** The largest province has some 3,000 schools; a workbook of 5,000 takes 25 s and a gigabyte to write. */
const MAX_UNITS = 4_000;

/** Columns whose words go into workbooks, or by which units are found. */
const TEXT_COLUMNS = ['code', 'name', 'aliases', 'kind', 'parent'] as const;

const splitAliases = (text: string): string[] =>
  text
    .split(/[;|]/)
    .map((alias) => alias.trim())
    .filter((alias) => alias !== '');

/**
 * The units of a list from its cells, a header row among the first ones. Rows without a code or a name, codes that
 * stand twice, letters that were lost, names longer than Excel takes and dates that cannot be read are problems: the code is the unit's identity and
 * none is ever made up. Two units of one name under one authority, a unit above that the list does not have, and
 * look-alike letters, which are read as what they look like, are warnings. A list of
 * more units than a workbook shows is refused.
 */
export function readUnits(
  cells: readonly (readonly string[])[],
  place: ProblemLocation = {},
): Result<UnitEntry[]> {
  if (cells.length > MAX_UNITS + MAX_ROWS_ABOVE_HEADER)
    return err('too-many-units', place, { count: cells.length, limit: MAX_UNITS });
  const rows = cells.map((row) => row.map((cell) => foldLookAlikes(cleanText(cell))));
  const header = findUnitHeader(rows);
  const columns = header < 0 ? DEFAULT_UNIT_COLUMNS : findUnitColumns(rows[header]!);
  const units: UnitEntry[] = [];
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const seen = new Map<string, number>();
  const lines = new Map<UnitEntry, number>();
  rows.forEach((row, index) => {
    if (index <= header || row.every((cell) => cell === '')) return;
    const at = (column: UnitColumn): string => row[columns[column] ?? -1] ?? '';
    const reportRow = (code: UnitRowProblem, text: string): void => {
      problems.push(problem(code, { ...place, row: index + 1 }, { text }));
    };
    const [code, name] = [at('code'), at('name')];
    if (code === '' || name === '') return reportRow('unit-incomplete', code || name || row.join(' ').trim());
    const long = [code, name, at('kind'), at('parent'), ...splitAliases(at('aliases'))].find(
      ({ length }) => length > MAX_UNIT_LETTERS,
    );
    if (long !== undefined) return reportRow('unit-too-long', `${long.slice(0, SHOWN_LETTERS)}…`);
    // Control characters in place of letters are gone from what was cleaned.
    const typed = TEXT_COLUMNS.map((column) => cells[index]?.[columns[column] ?? -1] ?? '');
    const lost = lacksVowels(name) ? name : [...TEXT_COLUMNS.map(at), ...typed].find(hasLostLetters);
    if (lost !== undefined) return reportRow('unit-letters', lost);
    const original = typed.find(hasLookAlikes);
    if (original !== undefined)
      warnings.push(
        warning(
          'unit-look-alike',
          { ...place, row: index + 1 },
          { text: foldLookAlikes(cleanText(original)) },
        ),
      );
    const key = toCodeKey(code);
    if (seen.has(key)) return reportRow('unit-code-twice', code);
    seen.set(key, index);
    const dates = [parseListDate(at('validFrom')), parseListDate(at('validTo'))];
    const wrong = (['validFrom', 'validTo'] as const).find((_, which) => dates[which] === null);
    if (wrong) return reportRow('unit-date', at(wrong));
    const unit: UnitEntry = {
      code,
      name,
      aliases: splitAliases(at('aliases')),
      kind: at('kind'),
      parent: at('parent'),
      validFrom: dates[0] ?? '',
      validTo: dates[1] ?? '',
    };
    units.push(unit);
    lines.set(unit, index + 1);
  });
  if (problems.length > 0) return err(problems);
  if (units.length === 0) return err('no-units', place);
  const at = (unit: UnitEntry): ProblemLocation => ({ ...place, row: lines.get(unit)! });
  return ok(units, [...warnings, ...findSameNames(units, at), ...findMissingParents(units, at)]);
}

type GetPlace = (unit: UnitEntry) => ProblemLocation;

const isAtOneTime = (one: UnitEntry, other: UnitEntry): boolean =>
  (one.validTo === '' || other.validFrom === '' || one.validTo >= other.validFrom) &&
  (other.validTo === '' || one.validFrom === '' || other.validTo >= one.validFrom);

/** Units of one name under one authority: a file that names its unit without a code could be of either. */
function findSameNames(units: readonly UnitEntry[], at: GetPlace): Problem[] {
  const groups = groupBy(units, ({ name, parent }) => `${toCodeKey(parent)}\n${toUnitKey(name)}`);
  return [...groups.values()].flatMap((group) =>
    group.flatMap((unit, index): Problem[] => {
      const other = group.slice(0, index).find((before) => isAtOneTime(before, unit));
      const details = other && { text: unit.name, code: unit.code, other: other.code };
      return details ? [warning('unit-name-twice', at(unit), details)] : [];
    }),
  );
}

/** Units above that are not in the list, unless it is the one above all of them: the authority itself. */
function findMissingParents(units: readonly UnitEntry[], at: GetPlace): Problem[] {
  const codes = new Set(units.map(({ code }) => toCodeKey(code)));
  const missing = groupBy(
    units.filter(({ parent }) => parent !== '' && !codes.has(toCodeKey(parent))),
    ({ parent }) => toCodeKey(parent),
  );
  const parents = new Set(units.map(({ parent }) => toCodeKey(parent)));
  const hasKnownParent = units.some(({ parent }) => codes.has(toCodeKey(parent)));
  const [most] = [...missing].sort((a, b) => b[1].length - a[1].length);
  // The authority that consolidates stands above most of the units, or above the units above others.
  const isAuthority = (key: string, group: readonly UnitEntry[]): boolean =>
    group.some(({ code }) => parents.has(toCodeKey(code))) || (key === most?.[0] && !hasKnownParent);
  return [...missing].flatMap(([key, group]) => {
    const [first] = group;
    if (!first || isAuthority(key, group)) return [];
    return [warning('unit-parent-missing', at(first), { text: first.parent, count: group.length })];
  });
}

/** The units that stand directly below one ('' for those without a unit above, or where no unit has one). */
export function findUnitsBelow(units: readonly UnitEntry[], code: string): UnitEntry[] {
  return units.filter(({ parent }) => parent.toUpperCase() === code.toUpperCase());
}
