import { type AttributeValue, escapeText, writeElement } from '@phuluc/ooxml/xml/write-xml';
import type { FormulaCodec } from '../formulas/formula-codec';
import { toArgb } from '../styles/colors';
import type { StylesWriter } from '../styles/styles-writer';
import { BOUND_TYPES, EXTENSION_ICONS, toFileIconStyle } from './rule-mappings';

type RuleBound = { type?: string; formula?: unknown; color?: string };
export type RuleWriterTools = { formulas: FormulaCodec; styles: StylesWriter };

/** A rule as attributes, formulas and other children; `wide` where only the extension can say it. */
export type RuleMarkup = {
  attributes: Record<string, AttributeValue>;
  formulas: string[];
  children: string[];
  needsExtension: boolean;
};

export function createRuleMarkup(
  attributes: RuleMarkup['attributes'],
  formulas: string[] = [],
  children: string[] = [],
): RuleMarkup {
  return {
    attributes,
    formulas,
    children,
    needsExtension: false,
  };
}

export const toRuleText = (value: unknown): string =>
  typeof value === 'string' ? value : String(value ?? '');

/** A bound's formula without its sign: "50", "$A$1". */
function formatBoundFormula({ formula }: RuleBound, { formulas }: RuleWriterTools): string | undefined {
  return formula === undefined || formula === null || formula === ''
    ? undefined
    : formulas.toFile(toRuleText(formula));
}

/** @param end what "Automatic" falls back to for readers without the extension */
function writeCfvo(
  bound: RuleBound,
  end: 'min' | 'max',
  tools: RuleWriterTools,
  attributes: Record<string, AttributeValue> = {},
): string {
  return writeElement('cfvo', {
    type: BOUND_TYPES.toFile(bound.type) ?? end,
    val: formatBoundFormula(bound, tools),
    ...attributes,
  });
}

function writeExtensionCfvo(
  bound: RuleBound,
  automatic: 'autoMin' | 'autoMax',
  tools: RuleWriterTools,
  attributes: Record<string, AttributeValue> = {},
): string {
  const formula = formatBoundFormula(bound, tools);
  return writeElement(
    'x14:cfvo',
    { type: BOUND_TYPES.toFile(bound.type) ?? automatic, ...attributes },
    formula === undefined ? '' : writeElement('xm:f', {}, escapeText(formula)),
  );
}

function writeRuleColor(name: string, color: unknown): string {
  const rgb = toArgb(toRuleText(color));
  return rgb ? writeElement(name, { rgb }) : '';
}

function getRulePart(rule: Record<string, unknown>, name: string): Record<string, unknown> {
  return (rule[name] as Record<string, unknown> | undefined) ?? {};
}

export function writeDataBar(rule: Record<string, unknown>, tools: RuleWriterTools): RuleMarkup {
  const lower = getRulePart(rule, 'lowerBoundRule') as RuleBound;
  const upper = getRulePart(rule, 'upperBoundRule') as RuleBound;
  return createRuleMarkup(
    { type: 'dataBar' },
    [],
    [
      writeElement(
        'dataBar',
        { showValue: rule['showDataBarOnly'] ? false : undefined },
        writeCfvo(lower, 'min', tools),
        writeCfvo(upper, 'max', tools),
        writeRuleColor('color', getRulePart(rule, 'positiveFormat')['fillColor']) ||
          writeElement('color', { rgb: 'FF638EC6' }),
      ),
    ],
  );
}

/** Order of the extension's CT_DataBar: bounds, then border, negative fill, negative border and axis colours. */
export function writeExtensionDataBar(rule: Record<string, unknown>, tools: RuleWriterTools): string {
  const positive = getRulePart(rule, 'positiveFormat');
  const negative = getRulePart(rule, 'negativeFormat');
  const hasBorder = toArgb(toRuleText(positive['borderColor'])) !== undefined;
  const direction = toRuleText(rule['barDirection']);
  const axis = toRuleText(rule['axisFormat']);
  const matchFill = negative['matchPositiveFillColor'] === true;
  const matchBorder = negative['matchPositiveBorderColor'] !== false;
  return writeElement(
    'x14:dataBar',
    {
      minLength: 0,
      maxLength: 100,
      showValue: rule['showDataBarOnly'] ? false : undefined,
      border: hasBorder || undefined,
      gradient: positive['gradientFill'] === false ? false : undefined,
      direction:
        direction === 'LeftToRight' ? 'leftToRight' : direction === 'RightToLeft' ? 'rightToLeft' : undefined,
      negativeBarColorSameAsPositive: matchFill || undefined,
      negativeBarBorderColorSameAsPositive: matchBorder ? undefined : false,
      axisPosition: axis === 'None' ? 'none' : axis === 'CellMidPoint' ? 'middle' : undefined,
    },
    writeExtensionCfvo(getRulePart(rule, 'lowerBoundRule') as RuleBound, 'autoMin', tools),
    writeExtensionCfvo(getRulePart(rule, 'upperBoundRule') as RuleBound, 'autoMax', tools),
    hasBorder ? writeRuleColor('x14:borderColor', positive['borderColor']) : '',
    matchFill ? '' : writeRuleColor('x14:negativeFillColor', negative['fillColor']),
    matchBorder ? '' : writeRuleColor('x14:negativeBorderColor', negative['borderColor']),
    axis === 'None' ? '' : writeRuleColor('x14:axisColor', rule['axisColor']),
  );
}

export function writeColorScale(rule: Record<string, unknown>, tools: RuleWriterTools): RuleMarkup {
  const { minimum, midpoint, maximum } = getRulePart(rule, 'criteria') as Record<
    string,
    RuleBound | undefined
  >;
  const stops = [minimum ?? {}, ...(midpoint ? [midpoint] : []), maximum ?? {}];
  return createRuleMarkup(
    { type: 'colorScale' },
    [],
    [
      writeElement(
        'colorScale',
        {},
        stops.map((stop, index) => writeCfvo(stop, index === 0 ? 'min' : 'max', tools)),
        stops.map(
          ({ color }) => writeRuleColor('color', color) || writeElement('color', { rgb: 'FFFFFFFF' }),
        ),
      ),
    ],
  );
}

export function writeIconSet(rule: Record<string, unknown>, tools: RuleWriterTools): RuleMarkup {
  const style = toRuleText(rule['style']) || 'ThreeTrafficLights1';
  const wide = EXTENSION_ICONS.has(style);
  const criteria = (rule['criteria'] as (RuleBound & { operator?: string })[] | undefined) ?? [];
  const bounds = criteria.map(({ operator, ...bound }, index) => {
    const whole: RuleBound = index === 0 ? { type: 'Percent', formula: '0' } : bound;
    const attributes = { gte: operator === 'GreaterThan' ? false : undefined };
    return wide
      ? writeExtensionCfvo(whole, 'autoMin', tools, attributes)
      : writeCfvo(whole, 'min', tools, attributes);
  });
  const attributes = {
    iconSet: toFileIconStyle(style),
    showValue: rule['showIconOnly'] ? false : undefined,
    reverse: rule['reverseIconOrder'] ? true : undefined,
  };
  return {
    ...createRuleMarkup(
      { type: 'iconSet' },
      [],
      [writeElement(wide ? 'x14:iconSet' : 'iconSet', attributes, bounds)],
    ),
    needsExtension: wide,
  };
}
