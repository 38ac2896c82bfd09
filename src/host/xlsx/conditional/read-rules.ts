import type { Area, CellFormat, ConditionalFormatModel } from '../../model/types';
import { readAreas } from '../addresses';
import type { FormulaCodec } from '../formula-codec';
import { fromEscapedText } from '../opc/escaped-text';
import { childNamed, childrenNamed, flag, numeric, type XmlElement } from '../opc/xml';
import { readColor, type Palette } from '../styles/colors';
import { BOUNDS, CELL_OPERATORS, iconStyle, PRESETS, TEXT_RULES } from './vocabulary';

type Rule = Pick<ConditionalFormatModel, 'type' | 'rule'>;
type Tools = { formulas: FormulaCodec; palette: Palette };

/** Elements of the extension have its prefix; what they hold is the same. */
function part(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return childNamed(element, name) ?? childNamed(element, `x14:${name}`);
}
function parts(element: XmlElement | undefined, name: string): XmlElement[] {
  return [...childrenNamed(element, name), ...childrenNamed(element, `x14:${name}`)];
}

function formulaTexts(element: XmlElement): string[] {
  return [
    ...childrenNamed(element, 'formula').map(({ text }) => text),
    ...childrenNamed(element, 'xm:f').map(({ text }) => text),
  ];
}

const isNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text));

/** A bound's formula: numbers bare, anything else with its sign. */
function boundText(text: string | undefined, { formulas }: Tools): string | undefined {
  return text === undefined || text.trim() === ''
    ? undefined
    : isNumber(text)
      ? text.trim()
      : formulas.fromFile(text);
}

function readBound(cfvo: XmlElement | undefined, tools: Tools) {
  const kind = cfvo?.attributes['type'] ?? 'num';
  const isAutomatic = kind === 'autoMin' || kind === 'autoMax';
  const hasFormula = !isAutomatic && kind !== 'min' && kind !== 'max';
  const formula = hasFormula
    ? boundText(childNamed(cfvo, 'xm:f')?.text ?? fromEscapedText(cfvo?.attributes['val'] ?? ''), tools)
    : undefined;
  return {
    type: isAutomatic ? 'Automatic' : (BOUNDS.toApi(kind) ?? 'Number'),
    ...(formula === undefined ? {} : { formula }),
  };
}

function readDataBar(rule: XmlElement, extension: XmlElement | undefined, tools: Tools): Rule {
  const bar = part(rule, 'dataBar');
  const wide = childNamed(extension, 'x14:dataBar');
  const [lower, upper] = parts(wide ?? bar, 'cfvo');
  const color = (name: string): string | undefined =>
    readColor(childNamed(wide, `x14:${name}`), tools.palette);
  const fillColor =
    readColor(part(bar, 'color') ?? childNamed(wide, 'x14:fillColor'), tools.palette) ?? '#638EC6';
  const borderColor = wide && flag(wide, 'border') ? (color('borderColor') ?? '#000000') : '';
  // Bars of Excel 2007 have no extension: no axis, and below zero the same colours.
  const matchFill = flag(wide, 'negativeBarColorSameAsPositive', wide === undefined);
  const matchBorder = flag(wide, 'negativeBarBorderColorSameAsPositive', true);
  const axis = wide ? (wide.attributes['axisPosition'] ?? 'automatic') : 'none';
  const direction = wide?.attributes['direction'] ?? 'context';
  return {
    type: 'DataBar',
    rule: {
      showDataBarOnly: !flag(wide ?? bar, 'showValue', flag(bar, 'showValue', true)),
      barDirection:
        direction === 'leftToRight' ? 'LeftToRight' : direction === 'rightToLeft' ? 'RightToLeft' : 'Context',
      axisFormat: axis === 'none' ? 'None' : axis === 'middle' ? 'CellMidPoint' : 'Automatic',
      axisColor: color('axisColor') ?? '#000000',
      lowerBoundRule: readBound(lower, tools),
      upperBoundRule: readBound(upper, tools),
      positiveFormat: { fillColor, borderColor, gradientFill: flag(wide, 'gradient', true) },
      negativeFormat: {
        fillColor: matchFill ? fillColor : (color('negativeFillColor') ?? fillColor),
        borderColor: matchBorder ? borderColor : (color('negativeBorderColor') ?? borderColor),
        matchPositiveFillColor: matchFill,
        matchPositiveBorderColor: matchBorder,
      },
    },
  };
}

function readColorScale(rule: XmlElement, tools: Tools): Rule {
  const scale = part(rule, 'colorScale');
  const colors = parts(scale, 'color').map((color) => readColor(color, tools.palette));
  const stops = parts(scale, 'cfvo').map((cfvo, index) => ({
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
function readIconSet(rule: XmlElement, tools: Tools): Rule | null {
  const set = part(rule, 'iconSet');
  if (flag(set, 'custom')) return null;
  return {
    type: 'IconSet',
    rule: {
      style: iconStyle(set?.attributes['iconSet'] ?? '3TrafficLights1'),
      reverseIconOrder: flag(set, 'reverse'),
      showIconOnly: !flag(set, 'showValue', true),
      criteria: parts(set, 'cfvo').map((cfvo, index) => {
        if (index === 0) return {};
        const { type, formula } = readBound(cfvo, tools);
        return {
          type,
          operator: flag(cfvo, 'gte', true) ? 'GreaterThanOrEqual' : 'GreaterThan',
          formula: formula === undefined ? '=0' : formula.startsWith('=') ? formula : `=${formula}`,
        };
      }),
    },
  };
}

function presetOf(rule: XmlElement): string | undefined {
  return PRESETS.find(({ attributes }) => {
    const { type, timePeriod, ...average } = attributes;
    if (type !== rule.attributes['type']) return false;
    if (timePeriod !== undefined) return timePeriod === rule.attributes['timePeriod'];
    if (type !== 'aboveAverage') return true;
    return (
      (average['aboveAverage'] !== '0') === flag(rule, 'aboveAverage', true) &&
      (average['equalAverage'] === '1') === flag(rule, 'equalAverage') &&
      Number(average['stdDev'] ?? 0) === (numeric(rule, 'stdDev') ?? 0)
    );
  })?.criterion;
}

/** The text of a rule that has it only in its formula. */
function textInFormula(formula: string | undefined): string {
  return (/"((?:[^"]|"")*)"/.exec(formula ?? '')?.[1] ?? '').replaceAll('""', '"');
}

function readKind(rule: XmlElement, extension: XmlElement | undefined, tools: Tools): Rule | null {
  const kind = rule.attributes['type'] ?? '';
  const [first, second] = formulaTexts(rule);
  const text = TEXT_RULES.find((one) => one.kind === kind);
  if (text) {
    const words = rule.attributes['text'];
    return {
      type: 'ContainsText',
      rule: {
        operator: text.operator,
        text: words === undefined ? textInFormula(fromEscapedText(first ?? '')) : fromEscapedText(words),
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
      const side = flag(rule, 'bottom') ? 'Bottom' : 'Top';
      const type = `${side}${flag(rule, 'percent') ? 'Percent' : 'Items'}`;
      return { type: 'TopBottom', rule: { type, rank: numeric(rule, 'rank') ?? 10 } };
    }
    case 'dataBar':
      return readDataBar(rule, extension, tools);
    case 'colorScale':
      return readColorScale(rule, tools);
    case 'iconSet':
      return readIconSet(rule, tools);
    default: {
      const criterion = presetOf(rule);
      return criterion === undefined ? null : { type: 'PresetCriteria', rule: { criterion } };
    }
  }
}

const DRAWS: ReadonlySet<string> = new Set(['DataBar', 'ColorScale', 'IconSet']);

export type ReadRule = Omit<ConditionalFormatModel, 'id'> & { id?: string };

/**
 * A rule of `conditionalFormatting`, or of the extension; null where the model has no such kind.
 * @param extension the extension's rule with the same id
 */
export function readRule(
  rule: XmlElement,
  areas: Area[],
  extension: XmlElement | undefined,
  dxfOf: (rule: XmlElement) => CellFormat | undefined,
  tools: Tools,
): ReadRule | null {
  const read = readKind(rule, extension, tools);
  if (!read) return null;
  const id = rule.attributes['local:id'] ?? extension?.attributes['id'] ?? rule.attributes['id'];
  return {
    areas,
    ...read,
    ...(DRAWS.has(read.type) ? {} : { format: dxfOf(rule) ?? {} }),
    priority: numeric(rule, 'priority') ?? Number.MAX_SAFE_INTEGER,
    stopIfTrue: flag(rule, 'stopIfTrue'),
    ...(id === undefined ? {} : { id }),
  };
}

/** Areas of a group of rules, of either kind. */
export function ruleAreas(group: XmlElement): Area[] {
  return readAreas(group.attributes['sqref'] ?? childNamed(group, 'xm:sqref')?.text);
}

/** Where a data bar and its extension meet. */
export function extensionId(rule: XmlElement): string | undefined {
  return childrenNamed(childNamed(rule, 'extLst'), 'ext')
    .map((ext) => childNamed(ext, 'x14:id')?.text.trim())
    .find((id) => id !== undefined);
}
