import type { CellFormat, ConditionalFormatModel } from '../../model/types';
import { childNamed, childrenNamed, numeric, type XmlElement } from '../opc/xml';
import { readDxf } from '../styles/read-styles';
import type { SheetReading } from '../sheet/read-context';
import { extensionId, readRule, ruleAreas, type ReadRule } from './read-rules';

/** Id of a rule whose file says none: by the place of its sheet (0-based) and its priority (1-based). */
export function standardRuleId(sheetPosition: number, priority: number): string {
  return `{${((sheetPosition << 16) + priority).toString(16).toUpperCase().padStart(8, '0')}-0000-0000-0000-000000000000}`;
}

/** The extension's rules: those with a partner among the plain ones by id, the others on their own. */
type Extension = { byId: ReadonlyMap<string, XmlElement>; groups: readonly XmlElement[] };

function extensionOf(conditionalFormattings: XmlElement | undefined): Extension {
  const groups = childrenNamed(conditionalFormattings, 'x14:conditionalFormatting');
  const rules = groups.flatMap((group) => childrenNamed(group, 'x14:cfRule'));
  return { byId: new Map(rules.map((rule) => [rule.attributes['id'] ?? '', rule])), groups };
}

/** The extension writes a differential format out where it is used. */
function ownFormat(rule: XmlElement, { styles }: SheetReading): CellFormat | undefined {
  const dxf = childNamed(rule, 'x14:dxf');
  return dxf && readDxf(dxf, styles.palette);
}

/** Rules of a sheet, first priority first, counted from 0. */
export function readSheetRules(
  root: XmlElement,
  conditionalFormattings: XmlElement | undefined,
  sheetPosition: number,
  reading: SheetReading,
): void {
  const { styles, formulas, losses, sheet } = reading;
  const tools = { formulas, palette: styles.palette };
  const extension = extensionOf(conditionalFormattings);
  const rules: ReadRule[] = [];
  const take = (rule: ReadRule | null): void => {
    if (rule) rules.push(rule);
    else losses.add('conditional-format-kind', sheet.name);
  };
  const partners = new Set<string>();
  for (const group of childrenNamed(root, 'conditionalFormatting')) {
    for (const rule of childrenNamed(group, 'cfRule')) {
      const id = extensionId(rule);
      if (id !== undefined) partners.add(id);
      const partner = id === undefined ? undefined : extension.byId.get(id);
      const dxfId = numeric(rule, 'dxfId');
      take(
        readRule(
          rule,
          ruleAreas(group),
          partner,
          () => (dxfId === undefined ? undefined : styles.dxfs[dxfId]),
          tools,
        ),
      );
    }
  }
  for (const group of extension.groups) {
    for (const rule of childrenNamed(group, 'x14:cfRule')) {
      if (partners.has(rule.attributes['id'] ?? '')) continue;
      take(readRule(rule, ruleAreas(group), rule, (one) => ownFormat(one, reading), tools));
    }
  }
  rules.sort((a, b) => a.priority - b.priority);
  const used = new Set(rules.map(({ id }) => id));
  sheet.conditionalFormats = rules.map(({ id, ...rule }, index): ConditionalFormatModel => {
    let free = index + 1;
    while (id === undefined && used.has(standardRuleId(sheetPosition, free))) free++;
    const own = id ?? standardRuleId(sheetPosition, free);
    used.add(own);
    return { id: own, ...rule, priority: index };
  });
}
