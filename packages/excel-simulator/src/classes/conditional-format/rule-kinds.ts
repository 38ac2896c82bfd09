import { toA1Formula, toR1C1Formula } from '../../model/formula-references';
import { readChoiceArg, readIntegerArg, readTextArg } from '../../protocol/arguments';
import { defineClass, defineNavigation, defineProperty } from '../../protocol/define-class';
import { createInvalidArgumentError } from '../../protocol/host-error';
import {
  type ConditionalFormatHandle,
  requireConditionalFormat,
} from '../../protocol/sheets/require-conditional-format';
import type { BatchContext } from '../../protocol/types';
import type { Json } from '../../protocol/wire';
import {
  defineFormatNavigation,
  defineRuleMember,
  defineRuleProperty,
  getRule,
  readFormula,
} from './define-rule-member';

export const customConditionalFormatClass = defineClass<'CustomConditionalFormat'>({
  name: 'CustomConditionalFormat',
  members: {
    format: defineFormatNavigation(),
    rule: defineNavigation(({ sheetId, formatId }) => ({
      class: 'ConditionalFormatRule',
      sheetId,
      formatId,
    })),
  },
});

/** Returns the first cell of the rule's ranges, which its relative references are relative to. */
function getRuleAnchor(self: ConditionalFormatHandle, context: BatchContext): [number, number] {
  const [area] = requireConditionalFormat(self, context).format.areas;
  return [area?.top ?? 0, area?.left ?? 0];
}

function readRuleFormula(value: Json): string {
  const text = readFormula(value, 'formula');
  if (!text.startsWith('=')) throw createInvalidArgumentError('The formula of a rule must begin with "=".');
  return text;
}

export const conditionalFormatRuleClass = defineClass<'ConditionalFormatRule'>({
  name: 'ConditionalFormatRule',
  members: {
    formula: defineRuleMember('formula', readRuleFormula),
    formulaLocal: defineRuleMember('formula', readRuleFormula),
    formulaR1C1: defineProperty(
      (self, context) =>
        toR1C1Formula(String(getRule(self, context)['formula']), ...getRuleAnchor(self, context)),
      (self, value, context) => {
        getRule(self, context)['formula'] = toA1Formula(
          readRuleFormula(value),
          ...getRuleAnchor(self, context),
        );
      },
    ),
  },
});

const CELL_OPERATORS = [
  'Between',
  'NotBetween',
  'EqualTo',
  'NotEqualTo',
  'GreaterThan',
  'LessThan',
  'GreaterThanOrEqual',
  'LessThanOrEqual',
] as const;

export const cellValueConditionalFormatClass = defineClass<'CellValueConditionalFormat'>({
  name: 'CellValueConditionalFormat',
  members: {
    format: defineFormatNavigation(),
    rule: defineRuleProperty((given) => {
      const operator = readChoiceArg(given['operator'], 'rule.operator', CELL_OPERATORS);
      const formula1 = readFormula(given['formula1'] ?? null, 'rule.formula1');
      if (operator !== 'Between' && operator !== 'NotBetween') return { operator, formula1 };
      return { operator, formula1, formula2: readFormula(given['formula2'] ?? null, 'rule.formula2') };
    }),
  },
});

export const textConditionalFormatClass = defineClass<'TextConditionalFormat'>({
  name: 'TextConditionalFormat',
  members: {
    format: defineFormatNavigation(),
    rule: defineRuleProperty((given) => ({
      operator: readChoiceArg(given['operator'], 'rule.operator', [
        'Contains',
        'NotContains',
        'BeginsWith',
        'EndsWith',
      ]),
      text: readTextArg(given['text'], 'rule.text'),
    })),
  },
});

const PRESETS = [
  'Blanks',
  'NonBlanks',
  'Errors',
  'NonErrors',
  'Yesterday',
  'Today',
  'Tomorrow',
  'LastSevenDays',
  'LastWeek',
  'ThisWeek',
  'NextWeek',
  'LastMonth',
  'ThisMonth',
  'NextMonth',
  'AboveAverage',
  'BelowAverage',
  'EqualOrAboveAverage',
  'EqualOrBelowAverage',
  'OneStdDevAboveAverage',
  'OneStdDevBelowAverage',
  'TwoStdDevAboveAverage',
  'TwoStdDevBelowAverage',
  'ThreeStdDevAboveAverage',
  'ThreeStdDevBelowAverage',
  'UniqueValues',
  'DuplicateValues',
] as const;

export const presetCriteriaConditionalFormatClass = defineClass<'PresetCriteriaConditionalFormat'>({
  name: 'PresetCriteriaConditionalFormat',
  members: {
    format: defineFormatNavigation(),
    rule: defineRuleProperty((given) => ({
      criterion: readChoiceArg(given['criterion'], 'rule.criterion', PRESETS),
    })),
  },
});

export const topBottomConditionalFormatClass = defineClass<'TopBottomConditionalFormat'>({
  name: 'TopBottomConditionalFormat',
  members: {
    format: defineFormatNavigation(),
    rule: defineRuleProperty((given) => ({
      rank: readIntegerArg(given['rank'], 'rule.rank', 1, 1000),
      type: readChoiceArg(given['type'], 'rule.type', [
        'TopItems',
        'TopPercent',
        'BottomItems',
        'BottomPercent',
      ]),
    })),
  },
});
