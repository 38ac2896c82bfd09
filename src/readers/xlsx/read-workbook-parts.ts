import type { OfficePackage } from '@phuluc/ooxml/open-package';
import { findTarget, getRelationshipKind } from '@phuluc/ooxml/relationships';
import { isTrueValue } from '@phuluc/ooxml/xml/xml-tree';
import { err, ok, type Result } from '../../shared/result';
import type { FontedText } from '../fonted-text';
import { getStandardFormat } from './format-cell-number';
import { createRichTextCollector } from './rich-text-collector';

export type SheetReference = {
  name: string;
  part: string;
  hidden: boolean;
  /** 0-based first and last row printed on every page. */
  printTitles?: [number, number];
};

type CellStyle = { format: string; font?: string; struck?: boolean };

/** What all sheets of a workbook share. */
export type WorkbookParts = {
  /** In the order of the tabs; sheets of cells only, no chart sheets. */
  sheets: SheetReference[];
  date1904: boolean;
  strings: readonly FontedText[];
  /** By the style index of a cell. */
  styles: readonly CellStyle[];
};

/**
 * Reads what all sheets share. Problems: those of the parts; part-missing for a sheet without its part,
 * format-unsupported for another kind of file.
 */
export function readWorkbookParts(office: OfficePackage): Result<WorkbookParts> {
  const relationships = office.relationships(office.mainPart);
  if (!relationships.ok) return relationships;

  const workbook = readWorkbookPart(office);
  if (!workbook.ok) return workbook;
  const sheets: SheetReference[] = [];
  for (const { id, ...sheet } of workbook.value.sheets) {
    const target = relationships.value.find((relationship) => relationship.id === id);
    if (!target) return err('part-missing', { sheet: sheet.name }, { part: id });
    // Several tabs with one part: no program writes it, and a hostile file could have it read without end.
    if (sheets.some((other) => other.part === target.target))
      return err('xml-damaged', { sheet: sheet.name }, { reason: 'part-twice', part: target.target });
    if (getRelationshipKind(target.type) === 'worksheet') sheets.push({ ...sheet, part: target.target });
  }
  const strings = readSharedStrings(office, findTarget(relationships.value, 'sharedStrings'));
  if (!strings.ok) return strings;
  const styles = readCellStyles(office, findTarget(relationships.value, 'styles'));
  if (!styles.ok) return styles;
  return ok({
    sheets,
    date1904: workbook.value.date1904,
    strings: strings.value,
    styles: styles.value,
  });
}

type WorkbookSheet = Omit<SheetReference, 'part'> & { id: string };

function readWorkbookPart(office: OfficePackage): Result<{ sheets: WorkbookSheet[]; date1904: boolean }> {
  const sheets: WorkbookSheet[] = [];
  let date1904 = false;
  let isWorkbook = false;
  let titlesSheet: number | null = null;
  let formula = '';
  const outcome = office.readXml(office.mainPart, {
    open: (name, attributes) => {
      titlesSheet = null;
      if (name === 'x:workbook') isWorkbook = true;
      else if (name === 'x:workbookPr') date1904 = isTrueValue(attributes.date1904);
      else if (name === 'x:sheet')
        sheets.push({
          name: attributes.name ?? '',
          id: attributes['r:id'] ?? '',
          hidden: attributes.state === 'hidden' || attributes.state === 'veryHidden',
        });
      else if (name === 'x:definedName' && attributes.name === '_xlnm.Print_Titles') {
        titlesSheet = Number(attributes.localSheetId ?? -1);
        formula = '';
      }
    },
    text: (text) => {
      if (titlesSheet !== null) formula += text;
    },
    close: () => {
      const sheet = titlesSheet === null ? undefined : sheets[titlesSheet];
      const [, first, last] = /\$(\d+):\$(\d+)$/.exec(formula) ?? [];
      if (sheet && first && last) sheet.printTitles = [Number(first) - 1, Number(last) - 1];
      titlesSheet = null;
    },
  });
  if (!outcome.ok) return outcome;
  return isWorkbook ? ok({ sheets, date1904 }) : err('format-unsupported', {}, { part: office.mainPart });
}

function readSharedStrings(office: OfficePackage, part: string | undefined): Result<FontedText[]> {
  const strings: FontedText[] = [];
  if (part === undefined) return ok(strings);
  const rich = createRichTextCollector();
  const outcome = office.readXml(part, {
    open: rich.open,
    text: rich.text,
    close: (name) => {
      rich.close(name);
      if (name === 'x:si') strings.push(rich.consume());
    },
  });
  return outcome.ok ? ok(strings) : outcome;
}

function readCellStyles(office: OfficePackage, part: string | undefined): Result<CellStyle[]> {
  const formats = new Map<number, string>();
  const fonts: { name?: string; struck?: boolean }[] = [];
  const cells: { format: number; font: number }[] = [];
  if (part === undefined) return ok([]);
  let group = '';
  const outcome = office.readXml(part, {
    open: (name, attributes) => {
      if (STYLE_GROUPS.has(name)) group = name;
      else if (name === 'x:numFmt' && group === 'x:numFmts')
        formats.set(Number(attributes.numFmtId), attributes.formatCode ?? 'General');
      else if (name === 'x:font' && group === 'x:fonts') fonts.push({});
      else if (name === 'x:name' && group === 'x:fonts') fonts.at(-1)!.name = attributes.val;
      else if (name === 'x:strike' && group === 'x:fonts')
        fonts.at(-1)!.struck = attributes.val === undefined || isTrueValue(attributes.val);
      else if (name === 'x:xf' && group === 'x:cellXfs')
        cells.push({ format: Number(attributes.numFmtId ?? 0), font: Number(attributes.fontId ?? 0) });
    },
    close: (name) => {
      if (name === group) group = '';
    },
  });
  if (!outcome.ok) return outcome;
  return ok(
    cells.map(({ format, font }) => ({
      format: formats.get(format) ?? getStandardFormat(format),
      font: fonts[font]?.name,
      ...(fonts[font]?.struck && { struck: true }),
    })),
  );
}

const STYLE_GROUPS = new Set(['x:numFmts', 'x:fonts', 'x:cellXfs', 'x:cellStyleXfs', 'x:dxfs']);
