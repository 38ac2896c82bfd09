import { isWellFormed } from '../../model/formula-tokens';
import { formulaFromR1C1, formulaToR1C1 } from '../../model/formula-refs';
import { booleanArg, choiceArg, colorArg, integerArg, listArg, objectArg, textArg } from '../arguments';
import { type Member, defineClass, navigation, property } from '../class-table';
import type { BatchContext } from '../context';
import { invalidArgument } from '../host-error';
import type { ClassName, ObjectOf } from '../objects';
import type { Json, JsonObject } from '../wire';
import { type FormatHandle, formatOf } from './conditional-formats';

type OfRule = { [C in ClassName]: ObjectOf<C> extends FormatHandle ? C : never }[ClassName];

const handleOf = (self: object): FormatHandle => self as FormatHandle;

const ruleOf = (self: object, context: BatchContext): Record<string, unknown> =>
  formatOf(handleOf(self), context).format.rule;

/** One member of the rule; `part` is the object inside the rule that it lies in. */
const ruleMember = <C extends OfRule>(
  name: string,
  check: (value: Json) => Json,
  part?: string,
): Member<C> => {
  const holder = (self: object, context: BatchContext): Record<string, unknown> => {
    const rule = ruleOf(self, context);
    return part === undefined ? rule : (rule[part] as Record<string, unknown>);
  };
  return property<C>(
    (self, context) => (holder(self, context)[name] ?? null) as Json,
    (self, value, context) => {
      holder(self, context)[name] = check(value);
    },
  );
};

/** The whole rule as one property. */
const wholeRule = <C extends OfRule>(check: (value: JsonObject) => Record<string, unknown>): Member<C> =>
  property<C>(
    (self, context) => ruleOf(self, context) as JsonObject,
    (self, value, context) => {
      formatOf(handleOf(self), context).format.rule = check(objectArg(value, 'rule'));
    },
  );

const formatNavigation = <C extends OfRule>(): Member<C> =>
  navigation<C>((self) => {
    const { sheetId, formatId } = handleOf(self);
    return { class: 'ConditionalRangeFormat', sheetId, formatId };
  });

const formula = (value: Json, name: string): string => {
  const text = typeof value === 'number' ? String(value) : textArg(value, name);
  if (text.startsWith('=') && !isWellFormed(text))
    throw invalidArgument(`There is a problem with '${name}': ${text}`);
  return text;
};

const flag = (name: string) => (value: Json) => booleanArg(value, name);
const color = (name: string) => (value: Json) => colorArg(value, name);
const choice =
  <T extends string>(name: string, choices: readonly T[]) =>
  (value: Json): T =>
    choiceArg(value, name, choices);

export const customConditionalFormat = defineClass<'CustomConditionalFormat'>({
  name: 'CustomConditionalFormat',
  members: {
    format: formatNavigation(),
    rule: navigation(({ sheetId, formatId }) => ({ class: 'ConditionalFormatRule', sheetId, formatId })),
  },
});

/** First cell of the rule's ranges: what its relative references are relative to. */
const anchorOf = (self: FormatHandle, context: BatchContext): [number, number] => {
  const [area] = formatOf(self, context).format.areas;
  return [area?.top ?? 0, area?.left ?? 0];
};

const ruleFormula = (value: Json): string => {
  const text = formula(value, 'formula');
  if (!text.startsWith('=')) throw invalidArgument('The formula of a rule must begin with "=".');
  return text;
};

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

const BOUND_TYPES = [
  'Automatic',
  'LowestValue',
  'HighestValue',
  'Number',
  'Percent',
  'Formula',
  'Percentile',
] as const;

const boundRule =
  (name: string) =>
  (value: Json): JsonObject => {
    const given = objectArg(value, name);
    const text = given['formula'];
    return {
      type: choiceArg(given['type'], `${name}.type`, BOUND_TYPES),
      ...(text === undefined || text === null ? {} : { formula: formula(text, `${name}.formula`) }),
    };
  };

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

const scaleStop = (value: Json | undefined, name: string): JsonObject => {
  const given = objectArg(value, name);
  const text = given['formula'];
  return {
    type: choiceArg(given['type'], `${name}.type`, BOUND_TYPES),
    ...(text === undefined || text === null ? {} : { formula: formula(text, `${name}.formula`) }),
    ...(given['color'] === undefined || given['color'] === null
      ? {}
      : { color: colorArg(given['color'], `${name}.color`) }),
  };
};

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
