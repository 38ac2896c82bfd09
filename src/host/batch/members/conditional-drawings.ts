import { choiceArg, colorArg, listArg, objectArg, textArg } from '../arguments';
import { defineClass, navigation, property } from '../class-table';
import { choice, color, flag, formula, ruleMember, ruleOf } from '../conditional-members';
import type { Json, JsonObject } from '../wire';

const BOUND_TYPES = [
  'Automatic',
  'LowestValue',
  'HighestValue',
  'Number',
  'Percent',
  'Formula',
  'Percentile',
] as const;

function boundRule(name: string) {
  return (value: Json): JsonObject => {
    const given = objectArg(value, name);
    const text = given['formula'];
    return {
      type: choiceArg(given['type'], `${name}.type`, BOUND_TYPES),
      ...(text === undefined || text === null ? {} : { formula: formula(text, `${name}.formula`) }),
    };
  };
}

export const dataBarConditionalFormat = defineClass<'DataBarConditionalFormat'>({
  name: 'DataBarConditionalFormat',
  members: {
    showDataBarOnly: ruleMember('showDataBarOnly', flag('showDataBarOnly')),
    barDirection: ruleMember(
      'barDirection',
      choice('barDirection', ['Context', 'LeftToRight', 'RightToLeft']),
    ),
    axisFormat: ruleMember('axisFormat', choice('axisFormat', ['Automatic', 'None', 'CellMidPoint'])),
    axisColor: ruleMember('axisColor', color('axisColor')),
    lowerBoundRule: ruleMember('lowerBoundRule', boundRule('lowerBoundRule')),
    upperBoundRule: ruleMember('upperBoundRule', boundRule('upperBoundRule')),
    positiveFormat: navigation(({ sheetId, formatId }) => ({
      class: 'ConditionalDataBarPositiveFormat',
      sheetId,
      formatId,
    })),
    negativeFormat: navigation(({ sheetId, formatId }) => ({
      class: 'ConditionalDataBarNegativeFormat',
      sheetId,
      formatId,
    })),
  },
});

export const conditionalDataBarPositiveFormat = defineClass<'ConditionalDataBarPositiveFormat'>({
  name: 'ConditionalDataBarPositiveFormat',
  members: {
    fillColor: ruleMember('fillColor', color('fillColor'), 'positiveFormat'),
    borderColor: ruleMember('borderColor', color('borderColor'), 'positiveFormat'),
    gradientFill: ruleMember('gradientFill', flag('gradientFill'), 'positiveFormat'),
  },
});

export const conditionalDataBarNegativeFormat = defineClass<'ConditionalDataBarNegativeFormat'>({
  name: 'ConditionalDataBarNegativeFormat',
  members: {
    fillColor: ruleMember('fillColor', color('fillColor'), 'negativeFormat'),
    borderColor: ruleMember('borderColor', color('borderColor'), 'negativeFormat'),
    matchPositiveFillColor: ruleMember(
      'matchPositiveFillColor',
      flag('matchPositiveFillColor'),
      'negativeFormat',
    ),
    matchPositiveBorderColor: ruleMember(
      'matchPositiveBorderColor',
      flag('matchPositiveBorderColor'),
      'negativeFormat',
    ),
  },
});

function scaleStop(value: Json | undefined, name: string): JsonObject {
  const given = objectArg(value, name);
  const text = given['formula'];
  return {
    type: choiceArg(given['type'], `${name}.type`, BOUND_TYPES),
    ...(text === undefined || text === null ? {} : { formula: formula(text, `${name}.formula`) }),
    ...(given['color'] === undefined || given['color'] === null
      ? {}
      : { color: colorArg(given['color'], `${name}.color`) }),
  };
}

export const colorScaleConditionalFormat = defineClass<'ColorScaleConditionalFormat'>({
  name: 'ColorScaleConditionalFormat',
  members: {
    criteria: ruleMember('criteria', (value) => {
      const given = objectArg(value, 'criteria');
      return {
        minimum: scaleStop(given['minimum'], 'criteria.minimum'),
        ...(given['midpoint'] ? { midpoint: scaleStop(given['midpoint'], 'criteria.midpoint') } : {}),
        maximum: scaleStop(given['maximum'], 'criteria.maximum'),
      };
    }),
    threeColorScale: property((self, context) => {
      const criteria = ruleOf(self, context)['criteria'] as Record<string, unknown>;
      return criteria['midpoint'] !== undefined;
    }),
  },
});

export const iconSetConditionalFormat = defineClass<'IconSetConditionalFormat'>({
  name: 'IconSetConditionalFormat',
  members: {
    style: ruleMember('style', (value) => textArg(value, 'style')),
    reverseIconOrder: ruleMember('reverseIconOrder', flag('reverseIconOrder')),
    showIconOnly: ruleMember('showIconOnly', flag('showIconOnly')),
    criteria: ruleMember('criteria', (value) =>
      listArg(value, 'criteria').map((criterion, index) => {
        const given = objectArg(criterion, 'criteria');
        // The lowest icon has no bound of its own.
        if (index === 0) return {};
        return {
          type: choiceArg(given['type'], 'criteria.type', ['Number', 'Percent', 'Formula', 'Percentile']),
          operator: choiceArg(given['operator'], 'criteria.operator', ['GreaterThan', 'GreaterThanOrEqual']),
          formula: formula(given['formula'] ?? null, 'criteria.formula'),
          ...(given['customIcon'] ? { customIcon: given['customIcon'] } : {}),
        };
      }),
    ),
  },
});
