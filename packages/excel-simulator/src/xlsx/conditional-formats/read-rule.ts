import { parseSqref } from '@phuluc/ooxml/a1';
import {
  findChild,
  findChildren,
  readBooleanAttribute,
  readNumberAttribute,
  type XmlElement,
} from '@phuluc/ooxml/xml/xml-tree';
import { unescapeXString } from '@phuluc/ooxml/xstring';
import type { CellFormat, CellRange, ConditionalFormatModel } from '../../model/types';
import type { FormulaCodec } from '../formulas/formula-codec';
import { type Palette, readColor } from '../styles/colors';
import { BOUND_TYPES, CELL_OPERATORS, PRESETS, TEXT_RULES, toApiIconStyle } from './rule-mappings';

type RuleContent = Pick<ConditionalFormatModel, 'type' | 'rule'>;
type RuleReaderTools = { formulas: FormulaCodec; palette: Palette };

/** Elements of the extension have its prefix; what they hold is the same. */
function findPart(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return findChild(element, name) ?? findChild(element, `x14:${name}`);
}
function findParts(element: XmlElement | undefined, name: string): XmlElement[] {
  return [...findChildren(element, name), ...findChildren(element, `x14:${name}`)];
}

function readFormulaTexts(element: XmlElement): string[] {
  return [
    ...findChildren(element, 'formula').map(({ text }) => text),
    ...findChildren(element, 'xm:f').map(({ text }) => text),
  ];
}

const isNumberText = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text));

/** A bound's formula: numbers bare, anything else with its sign. */
function readBoundFormula(text: string | undefined, { formulas }: RuleReaderTools): string | undefined {
  return text === undefined || text.trim() === ''
    ? undefined
    : isNumberText(text)
      ? text.trim()
      : formulas.fromFile(text);
}

function readBound(cfvo: XmlElement | undefined, tools: RuleReaderTools) {
  const kind = cfvo?.attributes['type'] ?? 'num';
  const isAutomatic = kind === 'autoMin' || kind === 'autoMax';
  const hasFormula = !isAutomatic && kind !== 'min' && kind !== 'max';
  const formula = hasFormula
    ? readBoundFormula(findChild(cfvo, 'xm:f')?.text ?? unescapeXString(cfvo?.attributes['val'] ?? ''), tools)
    : undefined;
  return {
    type: isAutomatic ? 'Automatic' : (BOUND_TYPES.toApi(kind) ?? 'Number'),
    ...(formula === undefined ? {} : { formula }),
  };
}

function readDataBar(
  rule: XmlElement,
  extension: XmlElement | undefined,
  tools: RuleReaderTools,
): RuleContent {
  const bar = findPart(rule, 'dataBar');
  const wide = findChild(extension, 'x14:dataBar');
  const [lower, upper] = findParts(wide ?? bar, 'cfvo');
  const color = (name: string): string | undefined =>
    readColor(findChild(wide, `x14:${name}`), tools.palette);
  const fillColor =
    readColor(findPart(bar, 'color') ?? findChild(wide, 'x14:fillColor'), tools.palette) ?? '#638EC6';
  const borderColor = wide && readBooleanAttribute(wide, 'border') ? (color('borderColor') ?? '#000000') : '';
  // Bars of Excel 2007 have no extension: no axis, and below zero the same colours.
  const matchFill = readBooleanAttribute(wide, 'negativeBarColorSameAsPositive', wide === undefined);
  const matchBorder = readBooleanAttribute(wide, 'negativeBarBorderColorSameAsPositive', true);
  const axis = wide ? (wide.attributes['axisPosition'] ?? 'automatic') : 'none';
  const direction = wide?.attributes['direction'] ?? 'context';
  return {
    type: 'DataBar',
    rule: {
      showDataBarOnly: !readBooleanAttribute(
        wide ?? bar,
        'showValue',
        readBooleanAttribute(bar, 'showValue', true),
      ),
      barDirection:
        direction === 'leftToRight' ? 'LeftToRight' : direction === 'rightToLeft' ? 'RightToLeft' : 'Context',
      axisFormat: axis === 'none' ? 'None' : axis === 'middle' ? 'CellMidPoint' : 'Automatic',
      axisColor: color('axisColor') ?? '#000000',
      lowerBoundRule: readBound(lower, tools),
      upperBoundRule: readBound(upper, tools),
      positiveFormat: { fillColor, borderColor, gradientFill: readBooleanAttribute(wide, 'gradient', true) },
      negativeFormat: {
        fillColor: matchFill ? fillColor : (color('negativeFillColor') ?? fillColor),
        borderColor: matchBorder ? borderColor : (color('negativeBorderColor') ?? borderColor),
        matchPositiveFillColor: matchFill,
        matchPositiveBorderColor: matchBorder,
      },
    },
  };
}

function readColorScale(rule: XmlElement, tools: RuleReaderTools): RuleContent {
  const scale = findPart(rule, 'colorScale');
  const colors = findParts(scale, 'color').map((color) => readColor(color, tools.palette));
  const stops = findParts(scale, 'cfvo').map((cfvo, index) => ({
    ...readBound(cfvo, tools),
    ...(colors[index] ? { color: colors[index] } : {}),
  }));
  const [minimum, second, third] = stops;
  return {
    type: 'ColorScale',
    rule: { criteria: third ? { minimum, midpoint: second, maximum: third } : { minimum, maximum: second } },
  };
}

/** Null for sets put together from single icons, which the model does not have. */
function readIconSet(rule: XmlElement, tools: RuleReaderTools): RuleContent | null {
  const set = findPart(rule, 'iconSet');
  if (readBooleanAttribute(set, 'custom')) return null;
  return {
    type: 'IconSet',
    rule: {
      style: toApiIconStyle(set?.attributes['iconSet'] ?? '3TrafficLights1'),
      reverseIconOrder: readBooleanAttribute(set, 'reverse'),
      showIconOnly: !readBooleanAttribute(set, 'showValue', true),
      criteria: findParts(set, 'cfvo').map((cfvo, index) => {
        if (index === 0) return {};
        const { type, formula } = readBound(cfvo, tools);
        return {
          type,
          operator: readBooleanAttribute(cfvo, 'gte', true) ? 'GreaterThanOrEqual' : 'GreaterThan',
          formula: formula === undefined ? '=0' : formula.startsWith('=') ? formula : `=${formula}`,
        };
      }),
    },
  };
}

function findPresetCriterion(rule: XmlElement): string | undefined {
  return PRESETS.find(({ attributes }) => {
    const { type, timePeriod, ...average } = attributes;
    if (type !== rule.attributes['type']) return false;
    if (timePeriod !== undefined) return timePeriod === rule.attributes['timePeriod'];
    if (type !== 'aboveAverage') return true;
    return (
      (average['aboveAverage'] !== '0') === readBooleanAttribute(rule, 'aboveAverage', true) &&
      (average['equalAverage'] === '1') === readBooleanAttribute(rule, 'equalAverage') &&
      Number(average['stdDev'] ?? 0) === (readNumberAttribute(rule, 'stdDev') ?? 0)
    );
  })?.criterion;
}

/** The text of a rule that has it only in its formula. */
function extractQuotedText(formula: string | undefined): string {
  return (/"((?:[^"]|"")*)"/.exec(formula ?? '')?.[1] ?? '').replaceAll('""', '"');
}

function readRuleContent(
  rule: XmlElement,
  extension: XmlElement | undefined,
  tools: RuleReaderTools,
): RuleContent | null {
  const kind = rule.attributes['type'] ?? '';
  const [first, second] = readFormulaTexts(rule);
  const text = TEXT_RULES.find((one) => one.kind === kind);
  if (text) {
    const words = rule.attributes['text'];
    return {
      type: 'ContainsText',
      rule: {
        operator: text.operator,
        text: words === undefined ? extractQuotedText(unescapeXString(first ?? '')) : unescapeXString(words),
      },
    };
  }
  switch (kind) {
    case 'expression':
      return { type: 'Custom', rule: { formula: tools.formulas.fromFile(first ?? '') } };
    case 'cellIs': {
      const operator = CELL_OPERATORS.toApi(rule.attributes['operator']);
      if (!operator) return null;
      return {
        type: 'CellValue',
        rule: {
          operator,
          formula1: tools.formulas.fromFile(first ?? ''),
          ...(second === undefined ? {} : { formula2: tools.formulas.fromFile(second) }),
        },
      };
    }
    case 'top10': {
      const side = readBooleanAttribute(rule, 'bottom') ? 'Bottom' : 'Top';
      const type = `${side}${readBooleanAttribute(rule, 'percent') ? 'Percent' : 'Items'}`;
      return { type: 'TopBottom', rule: { type, rank: readNumberAttribute(rule, 'rank') ?? 10 } };
    }
    case 'dataBar':
      return readDataBar(rule, extension, tools);
    case 'colorScale':
      return readColorScale(rule, tools);
    case 'iconSet':
      return readIconSet(rule, tools);
    default: {
      const criterion = findPresetCriterion(rule);
      return criterion === undefined ? null : { type: 'PresetCriteria', rule: { criterion } };
    }
  }
}

const VISUAL_TYPES: ReadonlySet<string> = new Set(['DataBar', 'ColorScale', 'IconSet']);

export type ParsedRule = Omit<ConditionalFormatModel, 'id'> & { id?: string };

/**
 * Reads a rule of `conditionalFormatting`, or of the extension.
 * @param extension the extension's rule with the same id
 * @returns null if the model has no such kind.
 */
export function readConditionalRule(
  rule: XmlElement,
  areas: CellRange[],
  extension: XmlElement | undefined,
  dxfOf: (rule: XmlElement) => CellFormat | undefined,
  tools: RuleReaderTools,
): ParsedRule | null {
  const read = readRuleContent(rule, extension, tools);
  if (!read) return null;
  const id = rule.attributes['local:id'] ?? extension?.attributes['id'] ?? rule.attributes['id'];
  return {
    areas,
    ...read,
    ...(VISUAL_TYPES.has(read.type) ? {} : { format: dxfOf(rule) ?? {} }),
    priority: readNumberAttribute(rule, 'priority') ?? Number.MAX_SAFE_INTEGER,
    stopIfTrue: readBooleanAttribute(rule, 'stopIfTrue'),
    ...(id === undefined ? {} : { id }),
  };
}

/** Areas of a group of rules, of either kind. */
export function readRuleAreas(group: XmlElement): CellRange[] {
  return parseSqref(group.attributes['sqref'] ?? findChild(group, 'xm:sqref')?.text);
}

/** Where a data bar and its extension meet. */
export function readExtensionId(rule: XmlElement): string | undefined {
  return findChildren(findChild(rule, 'extLst'), 'ext')
    .map((ext) => findChild(ext, 'x14:id')?.text.trim())
    .find((id) => id !== undefined);
}
