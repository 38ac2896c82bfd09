import { formulaFromR1C1, formulaToR1C1 } from '../../model/formula-refs';
import { choiceArg, integerArg, textArg } from '../arguments';
import { defineClass, navigation, property } from '../class-table';
import { type FormatHandle, formatOf } from '../conditional-formats-of';
import { formatNavigation, formula, ruleMember, ruleOf, wholeRule } from '../conditional-members';
import type { BatchContext } from '../context';
import { invalidArgument } from '../host-error';
import type { Json } from '../wire';

export const customConditionalFormat = defineClass<'CustomConditionalFormat'>({
  name: 'CustomConditionalFormat',
  members: {
    format: formatNavigation(),
    rule: navigation(({ sheetId, formatId }) => ({ class: 'ConditionalFormatRule', sheetId, formatId })),
  },
});

/** First cell of the rule's ranges: what its relative references are relative to. */
function anchorOf(self: FormatHandle, context: BatchContext): [number, number] {
  const [area] = formatOf(self, context).format.areas;
  return [area?.top ?? 0, area?.left ?? 0];
}

function ruleFormula(value: Json): string {
  const text = formula(value, 'formula');
  if (!text.startsWith('=')) throw invalidArgument('The formula of a rule must begin with "=".');
  return text;
}

export const conditionalFormatRule = defineClass<'ConditionalFormatRule'>({
  name: 'ConditionalFormatRule',
  members: {
    formula: ruleMember('formula', ruleFormula),
    formulaLocal: ruleMember('formula', ruleFormula),
    formulaR1C1: property(
      (self, context) => formulaToR1C1(String(ruleOf(self, context)['formula']), ...anchorOf(self, context)),
      (self, value, context) => {
        ruleOf(self, context)['formula'] = formulaFromR1C1(ruleFormula(value), ...anchorOf(self, context));
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

export const cellValueConditionalFormat = defineClass<'CellValueConditionalFormat'>({
  name: 'CellValueConditionalFormat',
  members: {
    format: formatNavigation(),
    rule: wholeRule((given) => {
      const operator = choiceArg(given['operator'], 'rule.operator', CELL_OPERATORS);
      const formula1 = formula(given['formula1'] ?? null, 'rule.formula1');
      if (operator !== 'Between' && operator !== 'NotBetween') return { operator, formula1 };
      return { operator, formula1, formula2: formula(given['formula2'] ?? null, 'rule.formula2') };
    }),
  },
});

export const textConditionalFormat = defineClass<'TextConditionalFormat'>({
  name: 'TextConditionalFormat',
  members: {
    format: formatNavigation(),
    rule: wholeRule((given) => ({
      operator: choiceArg(given['operator'], 'rule.operator', [
        'Contains',
        'NotContains',
        'BeginsWith',
        'EndsWith',
      ]),
      text: textArg(given['text'], 'rule.text'),
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

export const presetCriteriaConditionalFormat = defineClass<'PresetCriteriaConditionalFormat'>({
  name: 'PresetCriteriaConditionalFormat',
  members: {
    format: formatNavigation(),
    rule: wholeRule((given) => ({ criterion: choiceArg(given['criterion'], 'rule.criterion', PRESETS) })),
  },
});

export const topBottomConditionalFormat = defineClass<'TopBottomConditionalFormat'>({
  name: 'TopBottomConditionalFormat',
  members: {
    format: formatNavigation(),
    rule: wholeRule((given) => ({
      rank: integerArg(given['rank'], 'rule.rank', 1, 1000),
      type: choiceArg(given['type'], 'rule.type', ['TopItems', 'TopPercent', 'BottomItems', 'BottomPercent']),
    })),
  },
});
