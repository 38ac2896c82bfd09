import type { FormulaCodec } from '../formula-codec';
import { escapeText, tag, type AttributeValue } from '../opc/xml';
import { argb } from '../styles/colors';
import type { StyleBook } from '../styles/style-book';
import { BOUNDS, EXTENSION_ICONS, iconFileStyle } from './vocabulary';

type Bound = { type?: string; formula?: unknown; color?: string };
export type Tools = { formulas: FormulaCodec; styles: StyleBook };

/** A rule as attributes, formulas and other children; `wide` where only the extension can say it. */
export type Written = {
  attributes: Record<string, AttributeValue>;
  formulas: string[];
  children: string[];
  wide: boolean;
};

export function plain(
  attributes: Written['attributes'],
  formulas: string[] = [],
  children: string[] = [],
): Written {
  return {
    attributes,
    formulas,
    children,
    wide: false,
  };
}

export const text = (value: unknown): string => (typeof value === 'string' ? value : String(value ?? ''));

/** A bound's formula without its sign: "50", "$A$1". */
function boundFormula({ formula }: Bound, { formulas }: Tools): string | undefined {
  return formula === undefined || formula === null || formula === ''
    ? undefined
    : formulas.toFile(text(formula));
}

/** @param end what "Automatic" falls back to for readers without the extension */
function cfvo(
  bound: Bound,
  end: 'min' | 'max',
  tools: Tools,
  attributes: Record<string, AttributeValue> = {},
): string {
  return tag('cfvo', {
    type: BOUNDS.toFile(bound.type) ?? end,
    val: boundFormula(bound, tools),
    ...attributes,
  });
}

function wideCfvo(
  bound: Bound,
  automatic: 'autoMin' | 'autoMax',
  tools: Tools,
  attributes: Record<string, AttributeValue> = {},
): string {
  const formula = boundFormula(bound, tools);
  return tag(
    'x14:cfvo',
    { type: BOUNDS.toFile(bound.type) ?? automatic, ...attributes },
    formula === undefined ? '' : tag('xm:f', {}, escapeText(formula)),
  );
}

function colorTag(name: string, color: unknown): string {
  const rgb = argb(text(color));
  return rgb ? tag(name, { rgb }) : '';
}

function part(rule: Record<string, unknown>, name: string): Record<string, unknown> {
  return (rule[name] as Record<string, unknown> | undefined) ?? {};
}

export function dataBar(rule: Record<string, unknown>, tools: Tools): Written {
  const lower = part(rule, 'lowerBoundRule') as Bound;
  const upper = part(rule, 'upperBoundRule') as Bound;
  return plain(
    { type: 'dataBar' },
    [],
    [
      tag(
        'dataBar',
        { showValue: rule['showDataBarOnly'] ? false : undefined },
        cfvo(lower, 'min', tools),
        cfvo(upper, 'max', tools),
        colorTag('color', part(rule, 'positiveFormat')['fillColor']) || tag('color', { rgb: 'FF638EC6' }),
      ),
    ],
  );
}

/** Order of the extension's CT_DataBar: bounds, then border, negative fill, negative border and axis colours. */
export function wideDataBar(rule: Record<string, unknown>, tools: Tools): string {
  const positive = part(rule, 'positiveFormat');
  const negative = part(rule, 'negativeFormat');
  const hasBorder = argb(text(positive['borderColor'])) !== undefined;
  const direction = text(rule['barDirection']);
  const axis = text(rule['axisFormat']);
  const matchFill = negative['matchPositiveFillColor'] === true;
  const matchBorder = negative['matchPositiveBorderColor'] !== false;
  return tag(
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
    wideCfvo(part(rule, 'lowerBoundRule') as Bound, 'autoMin', tools),
    wideCfvo(part(rule, 'upperBoundRule') as Bound, 'autoMax', tools),
    hasBorder ? colorTag('x14:borderColor', positive['borderColor']) : '',
    matchFill ? '' : colorTag('x14:negativeFillColor', negative['fillColor']),
    matchBorder ? '' : colorTag('x14:negativeBorderColor', negative['borderColor']),
    axis === 'None' ? '' : colorTag('x14:axisColor', rule['axisColor']),
  );
}

export function colorScale(rule: Record<string, unknown>, tools: Tools): Written {
  const { minimum, midpoint, maximum } = part(rule, 'criteria') as Record<string, Bound | undefined>;
  const stops = [minimum ?? {}, ...(midpoint ? [midpoint] : []), maximum ?? {}];
  return plain(
    { type: 'colorScale' },
    [],
    [
      tag(
        'colorScale',
        {},
        ...stops.map((stop, index) => cfvo(stop, index === 0 ? 'min' : 'max', tools)),
        ...stops.map(({ color }) => colorTag('color', color) || tag('color', { rgb: 'FFFFFFFF' })),
      ),
    ],
  );
}

export function iconSet(rule: Record<string, unknown>, tools: Tools): Written {
  const style = text(rule['style']) || 'ThreeTrafficLights1';
  const wide = EXTENSION_ICONS.has(style);
  const criteria = (rule['criteria'] as (Bound & { operator?: string })[] | undefined) ?? [];
  const bounds = criteria.map(({ operator, ...bound }, index) => {
    const whole: Bound = index === 0 ? { type: 'Percent', formula: '0' } : bound;
    const attributes = { gte: operator === 'GreaterThan' ? false : undefined };
    return wide ? wideCfvo(whole, 'autoMin', tools, attributes) : cfvo(whole, 'min', tools, attributes);
  });
  const attributes = {
    iconSet: iconFileStyle(style),
    showValue: rule['showIconOnly'] ? false : undefined,
    reverse: rule['reverseIconOrder'] ? true : undefined,
  };
  return {
    ...plain({ type: 'iconSet' }, [], [tag(wide ? 'x14:iconSet' : 'iconSet', attributes, ...bounds)]),
    wide,
  };
}
