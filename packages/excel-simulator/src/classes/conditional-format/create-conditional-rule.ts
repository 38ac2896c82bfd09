import type { ConditionalFormatModel } from '../../model/types';

/** Excel.ConditionalFormatType. */
export const CONDITIONAL_TYPES = [
  'Custom',
  'DataBar',
  'ColorScale',
  'IconSet',
  'TopBottom',
  'PresetCriteria',
  'ContainsText',
  'CellValue',
] as const;
export type ConditionalType = (typeof CONDITIONAL_TYPES)[number];

/** The rule that Excel adds for each type before any property is set. */
const INITIAL_RULES: Record<ConditionalType, () => Record<string, unknown>> = {
  Custom: () => ({ formula: '=TRUE' }),
  DataBar: () => ({
    showDataBarOnly: false,
    barDirection: 'Context',
    axisFormat: 'Automatic',
    axisColor: '#000000',
    lowerBoundRule: { type: 'Automatic' },
    upperBoundRule: { type: 'Automatic' },
    positiveFormat: { fillColor: '#638EC6', borderColor: '#638EC6', gradientFill: true },
    negativeFormat: {
      fillColor: '#FF0000',
      borderColor: '#FF0000',
      matchPositiveFillColor: false,
      matchPositiveBorderColor: false,
    },
  }),
  ColorScale: () => ({
    criteria: {
      minimum: { type: 'LowestValue', color: '#F8696B' },
      midpoint: { type: 'Percentile', formula: '50', color: '#FFEB84' },
      maximum: { type: 'HighestValue', color: '#63BE7B' },
    },
  }),
  IconSet: () => ({
    style: 'ThreeTrafficLights1',
    reverseIconOrder: false,
    showIconOnly: false,
    criteria: [
      {},
      { type: 'Percent', operator: 'GreaterThanOrEqual', formula: '=33' },
      { type: 'Percent', operator: 'GreaterThanOrEqual', formula: '=67' },
    ],
  }),
  TopBottom: () => ({ type: 'TopItems', rank: 10 }),
  PresetCriteria: () => ({ criterion: 'Blanks' }),
  ContainsText: () => ({ operator: 'Contains', text: '' }),
  CellValue: () => ({ operator: 'EqualTo', formula1: '=0' }),
};

/** Types whose rules format their cells; the others draw in the cells. */
const TYPES_WITH_FORMAT: readonly ConditionalType[] = [
  'Custom',
  'TopBottom',
  'PresetCriteria',
  'ContainsText',
  'CellValue',
];

/** Creates a rule of a type. */
export function createConditionalRule(
  type: ConditionalType,
): Pick<ConditionalFormatModel, 'type' | 'rule' | 'format'> {
  return {
    type,
    rule: INITIAL_RULES[type](),
    ...(TYPES_WITH_FORMAT.includes(type) ? { format: {} } : {}),
  };
}
