import { findChild, findChildren, readNumberAttribute, type XmlElement } from '@phuluc/ooxml/xml/xml-tree';
import type { CellFormat, ConditionalFormatModel } from '../../model/types';
import type { SheetReaderContext } from '../sheet/sheet-reader-context';
import { readDxf } from '../styles/read-styles';
import { type ParsedRule, readConditionalRule, readExtensionId, readRuleAreas } from './read-rule';

/** Id of a rule whose file says none: by the place of its sheet (0-based) and its priority (1-based). */
export function createStandardRuleId(sheetPosition: number, priority: number): string {
  return `{${((sheetPosition << 16) + priority).toString(16).toUpperCase().padStart(8, '0')}-0000-0000-0000-000000000000}`;
}

/** The extension's rules: those with a partner among the plain ones by id, the others on their own. */
type RuleExtension = { byId: ReadonlyMap<string, XmlElement>; groups: readonly XmlElement[] };

function readExtension(conditionalFormattings: XmlElement | undefined): RuleExtension {
  const groups = findChildren(conditionalFormattings, 'x14:conditionalFormatting');
  const rules = groups.flatMap((group) => findChildren(group, 'x14:cfRule'));
  return { byId: new Map(rules.map((rule) => [rule.attributes['id'] ?? '', rule])), groups };
}

/** The extension writes a differential format out where it is used. */
function readExtensionFormat(rule: XmlElement, { styles }: SheetReaderContext): CellFormat | undefined {
  const dxf = findChild(rule, 'x14:dxf');
  return dxf && readDxf(dxf, styles.palette);
}

/** Rules of a sheet, first priority first, counted from 0. */
export function readSheetRules(
  root: XmlElement,
  conditionalFormattings: XmlElement | undefined,
  sheetPosition: number,
  reading: SheetReaderContext,
): void {
  const { styles, formulas, losses, sheet } = reading;
  const tools = { formulas, palette: styles.palette };
  const extension = readExtension(conditionalFormattings);
  const rules: ParsedRule[] = [];
  const take = (rule: ParsedRule | null): void => {
    if (rule) rules.push(rule);
    else losses.add('conditional-format-kind', sheet.name);
  };
  const partners = new Set<string>();
  for (const group of findChildren(root, 'conditionalFormatting')) {
    for (const rule of findChildren(group, 'cfRule')) {
      const id = readExtensionId(rule);
      if (id !== undefined) partners.add(id);
      const partner = id === undefined ? undefined : extension.byId.get(id);
      const dxfId = readNumberAttribute(rule, 'dxfId');
      take(
        readConditionalRule(
          rule,
          readRuleAreas(group),
          partner,
          () => (dxfId === undefined ? undefined : styles.dxfs[dxfId]),
          tools,
        ),
      );
    }
  }
  for (const group of extension.groups) {
    for (const rule of findChildren(group, 'x14:cfRule')) {
      if (partners.has(rule.attributes['id'] ?? '')) continue;
      take(
        readConditionalRule(
          rule,
          readRuleAreas(group),
          rule,
          (one) => readExtensionFormat(one, reading),
          tools,
        ),
      );
    }
  }
  rules.sort((a, b) => a.priority - b.priority);
  const used = new Set(rules.map(({ id }) => id));
  sheet.conditionalFormats = rules.map(({ id, ...rule }, index): ConditionalFormatModel => {
    let free = index + 1;
    while (id === undefined && used.has(createStandardRuleId(sheetPosition, free))) free++;
    const own = id ?? createStandardRuleId(sheetPosition, free);
    used.add(own);
    return { id: own, ...rule, priority: index };
  });
}
