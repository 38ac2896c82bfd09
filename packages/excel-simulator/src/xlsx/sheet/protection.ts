import { type AttributeValue, writeElement } from '@phuluc/ooxml/xml/write-xml';
import { readBooleanAttribute, type XmlElement } from '@phuluc/ooxml/xml/xml-tree';
import type { ProtectionModel } from '../../model/types';
import { getPasswordAttributes, readPassword } from '../password';

/**
 * Options of Excel.WorksheetProtectionOptions and the attributes of a file. A file says what is forbidden; what
 * it does not say is forbidden too, but for editing of objects and scenarios.
 */
const PROTECTION_OPTIONS: readonly (readonly [option: string, attribute: string, forbidden: boolean])[] = [
  ['allowEditObjects', 'objects', false],
  ['allowEditScenarios', 'scenarios', false],
  ['allowFormatCells', 'formatCells', true],
  ['allowFormatColumns', 'formatColumns', true],
  ['allowFormatRows', 'formatRows', true],
  ['allowInsertColumns', 'insertColumns', true],
  ['allowInsertRows', 'insertRows', true],
  ['allowInsertHyperlinks', 'insertHyperlinks', true],
  ['allowDeleteColumns', 'deleteColumns', true],
  ['allowDeleteRows', 'deleteRows', true],
  ['allowSort', 'sort', true],
  ['allowAutoFilter', 'autoFilter', true],
  ['allowPivotTables', 'pivotTables', true],
];

/** All options are spelled out, as the API gives them. */
export function readSheetProtection(element: XmlElement | undefined): ProtectionModel {
  if (!element || !readBooleanAttribute(element, 'sheet')) return { protected: false, options: {} };
  const options: ProtectionModel['options'] = {};
  for (const [option, attribute, forbidden] of PROTECTION_OPTIONS)
    options[option] = !readBooleanAttribute(element, attribute, forbidden);
  options['selectionMode'] = readBooleanAttribute(element, 'selectUnlockedCells')
    ? 'None'
    : readBooleanAttribute(element, 'selectLockedCells')
      ? 'Unlocked'
      : 'Normal';
  const password = readPassword(element, '');
  return { protected: true, options, ...(password === undefined ? {} : { password }) };
}

export function writeSheetProtection({ protected: isOn, options, password }: ProtectionModel): string {
  if (!isOn) return '';
  const attributes: Record<string, AttributeValue> = { ...getPasswordAttributes(password, ''), sheet: true };
  for (const [option, attribute, forbidden] of PROTECTION_OPTIONS) {
    const isForbidden = options[option] !== true;
    attributes[attribute] = isForbidden === forbidden ? undefined : isForbidden;
  }
  attributes['selectLockedCells'] =
    options['selectionMode'] === 'None' || options['selectionMode'] === 'Unlocked' || undefined;
  attributes['selectUnlockedCells'] = options['selectionMode'] === 'None' || undefined;
  return writeElement('sheetProtection', attributes);
}
