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

/** The rule of a plan on a range, whatever the plan's area. */
export function applyValidation({ dataValidation }: Excel.Range, plan: ValidationSpec): void {
  dataValidation.rule = toValidationRule(plan);
  dataValidation.ignoreBlanks = true;
  dataValidation.errorAlert = {
    showAlert: plan.alert === 'stop',
    style: plan.alert === 'stop' ? 'Stop' : 'Information',
    title: plan.title,
    message: plan.message,
  };
}

export function writeValidation(sheet: Excel.Worksheet, plan: ValidationSpec): void {
  applyValidation(getWorksheetRange(sheet, plan.area), plan);
}

export function writeConditionalFormat(sheet: Excel.Worksheet, plan: ConditionalFormatSpec): void {
  const { custom } = getWorksheetRange(sheet, plan.area).conditionalFormats.add('Custom');
  custom.rule.formula = plan.formula;
  const { font, fill } = custom.format;
  if (plan.fontColor !== undefined) font.color = plan.fontColor;
  if (plan.fillColor !== undefined) fill.color = plan.fillColor;
  if (plan.bold !== undefined) font.bold = plan.bold;
  if (plan.strikethrough !== undefined) font.strikethrough = plan.strikethrough;
}
