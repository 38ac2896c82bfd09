import {
  readChoiceArg,
  readColorArg,
  readListArg,
  readObjectArg,
  readTextArg,
} from '../../protocol/arguments';
import { defineClass, defineNavigation, defineProperty } from '../../protocol/define-class';
import type { Json, JsonObject } from '../../protocol/wire';
import {
  createChoiceReader,
  createColorReader,
  createFlagReader,
  defineRuleMember,
  getRule,
  readFormula,
} from './define-rule-member';

const BOUND_TYPES = [
  'Automatic',
  'LowestValue',
  'HighestValue',
  'Number',
  'Percent',
  'Formula',
  'Percentile',
] as const;

function createBoundRuleReader(name: string) {
  return (value: Json): JsonObject => {
    const given = readObjectArg(value, name);
    const text = given['formula'];
    return {
      type: readChoiceArg(given['type'], `${name}.type`, BOUND_TYPES),
      ...(text === undefined || text === null ? {} : { formula: readFormula(text, `${name}.formula`) }),
    };
  };
}

export const dataBarConditionalFormatClass = defineClass<'DataBarConditionalFormat'>({
  name: 'DataBarConditionalFormat',
  members: {
    showDataBarOnly: defineRuleMember('showDataBarOnly', createFlagReader('showDataBarOnly')),
    barDirection: defineRuleMember(
      'barDirection',
      createChoiceReader('barDirection', ['Context', 'LeftToRight', 'RightToLeft']),
    ),
    axisFormat: defineRuleMember(
      'axisFormat',
      createChoiceReader('axisFormat', ['Automatic', 'None', 'CellMidPoint']),
    ),
    axisColor: defineRuleMember('axisColor', createColorReader('axisColor')),
    lowerBoundRule: defineRuleMember('lowerBoundRule', createBoundRuleReader('lowerBoundRule')),
    upperBoundRule: defineRuleMember('upperBoundRule', createBoundRuleReader('upperBoundRule')),
    positiveFormat: defineNavigation(({ sheetId, formatId }) => ({
      class: 'ConditionalDataBarPositiveFormat',
      sheetId,
      formatId,
    })),
    negativeFormat: defineNavigation(({ sheetId, formatId }) => ({
      class: 'ConditionalDataBarNegativeFormat',
      sheetId,
      formatId,
    })),
  },
});

export const conditionalDataBarPositiveFormatClass = defineClass<'ConditionalDataBarPositiveFormat'>({
  name: 'ConditionalDataBarPositiveFormat',
  members: {
    fillColor: defineRuleMember('fillColor', createColorReader('fillColor'), 'positiveFormat'),
    borderColor: defineRuleMember('borderColor', createColorReader('borderColor'), 'positiveFormat'),
    gradientFill: defineRuleMember('gradientFill', createFlagReader('gradientFill'), 'positiveFormat'),
  },
});

export const conditionalDataBarNegativeFormatClass = defineClass<'ConditionalDataBarNegativeFormat'>({
  name: 'ConditionalDataBarNegativeFormat',
  members: {
    fillColor: defineRuleMember('fillColor', createColorReader('fillColor'), 'negativeFormat'),
    borderColor: defineRuleMember('borderColor', createColorReader('borderColor'), 'negativeFormat'),
    matchPositiveFillColor: defineRuleMember(
      'matchPositiveFillColor',
      createFlagReader('matchPositiveFillColor'),
      'negativeFormat',
    ),
    matchPositiveBorderColor: defineRuleMember(
      'matchPositiveBorderColor',
      createFlagReader('matchPositiveBorderColor'),
      'negativeFormat',
    ),
  },
});

function readScaleStop(value: Json | undefined, name: string): JsonObject {
  const given = readObjectArg(value, name);
  const text = given['formula'];
  return {
    type: readChoiceArg(given['type'], `${name}.type`, BOUND_TYPES),
    ...(text === undefined || text === null ? {} : { formula: readFormula(text, `${name}.formula`) }),
    ...(given['color'] === undefined || given['color'] === null
      ? {}
      : { color: readColorArg(given['color'], `${name}.color`) }),
  };
}

export const colorScaleConditionalFormatClass = defineClass<'ColorScaleConditionalFormat'>({
  name: 'ColorScaleConditionalFormat',
  members: {
    criteria: defineRuleMember('criteria', (value) => {
      const given = readObjectArg(value, 'criteria');
      return {
        minimum: readScaleStop(given['minimum'], 'criteria.minimum'),
        ...(given['midpoint'] ? { midpoint: readScaleStop(given['midpoint'], 'criteria.midpoint') } : {}),
        maximum: readScaleStop(given['maximum'], 'criteria.maximum'),
      };
    }),
    threeColorScale: defineProperty((self, context) => {
      const criteria = getRule(self, context)['criteria'] as Record<string, unknown>;
      return criteria['midpoint'] !== undefined;
    }),
  },
});

export const iconSetConditionalFormatClass = defineClass<'IconSetConditionalFormat'>({
  name: 'IconSetConditionalFormat',
  members: {
    style: defineRuleMember('style', (value) => readTextArg(value, 'style')),
    reverseIconOrder: defineRuleMember('reverseIconOrder', createFlagReader('reverseIconOrder')),
    showIconOnly: defineRuleMember('showIconOnly', createFlagReader('showIconOnly')),
    criteria: defineRuleMember('criteria', (value) =>
      readListArg(value, 'criteria').map((criterion, index) => {
        const given = readObjectArg(criterion, 'criteria');
        // The lowest icon has no bound.
        if (index === 0) return {};
        return {
          type: readChoiceArg(given['type'], 'criteria.type', ['Number', 'Percent', 'Formula', 'Percentile']),
          operator: readChoiceArg(given['operator'], 'criteria.operator', [
            'GreaterThan',
            'GreaterThanOrEqual',
          ]),
          formula: readFormula(given['formula'] ?? null, 'criteria.formula'),
          ...(given['customIcon'] ? { customIcon: given['customIcon'] } : {}),
        };
      }),
    ),
  },
});
