import type { ConditionalFormatSpec, ValidationSpec } from '../../sheets/sheet-spec';
import { getWorksheetRange } from './worksheet-range';

function toValidationRule({ rule }: ValidationSpec): Excel.DataValidationRule {
  switch (rule.kind) {
    case 'list':
      return { list: { inCellDropDown: true, source: rule.source } };
    case 'date':
      return { date: { formula1: rule.from, operator: 'GreaterThanOrEqualTo' } };
    case 'custom':
      return { custom: { formula: rule.formula } };
    case 'decimal':
      return { decimal: { formula1: rule.from, operator: 'GreaterThanOrEqualTo' } };
  }
}

/** Applies the rule of a spec to a range, regardless of the range in the spec. */
export function applyValidation({ dataValidation }: Excel.Range, spec: ValidationSpec): void {
  dataValidation.rule = toValidationRule(spec);
  dataValidation.ignoreBlanks = true;
  dataValidation.errorAlert = {
    showAlert: spec.alert === 'stop',
    style: spec.alert === 'stop' ? 'Stop' : 'Information',
    title: spec.title,
    message: spec.message,
  };
}

export function writeValidation(sheet: Excel.Worksheet, spec: ValidationSpec): void {
  applyValidation(getWorksheetRange(sheet, spec.area), spec);
}

export function writeConditionalFormat(sheet: Excel.Worksheet, spec: ConditionalFormatSpec): void {
  const { custom } = getWorksheetRange(sheet, spec.area).conditionalFormats.add('Custom');
  custom.rule.formula = spec.formula;
  const { font, fill } = custom.format;
  if (spec.fontColor !== undefined) font.color = spec.fontColor;
  if (spec.fillColor !== undefined) fill.color = spec.fillColor;
  if (spec.bold !== undefined) font.bold = spec.bold;
  if (spec.strikethrough !== undefined) font.strikethrough = spec.strikethrough;
}
