import { cellAddress } from '../../model/address';
import type { CellFormat, ConditionalFormatModel } from '../../model/types';
import { areasText } from '../addresses';
import type { FormulaCodec } from '../formula-codec';
import { GUID } from '../guid';
import { toEscapedText } from '../opc/escaped-text';
import { escapeText, tag, type AttributeValue } from '../opc/xml';
import { argb } from '../styles/colors';
import type { StyleBook } from '../styles/style-book';
import { BOUNDS, CELL_OPERATORS, EXTENSION_ICONS, iconFileStyle, PRESETS, TEXT_RULES } from './vocabulary';

type Bound = { type?: string; formula?: unknown; color?: string };
type Tools = { formulas: FormulaCodec; styles: StyleBook };

/** A rule as attributes, formulas and other children; `wide` where only the extension can say it. */
type Written = {
  attributes: Record<string, AttributeValue>;
  formulas: string[];
  children: string[];
  wide: boolean;
};

const plain = (
  attributes: Written['attributes'],
  formulas: string[] = [],
  children: string[] = [],
): Written => ({
  attributes,
  formulas,
  children,
  wide: false,
});

const text = (value: unknown): string => (typeof value === 'string' ? value : String(value ?? ''));

/** A bound's formula without its sign: "50", "$A$1". */
const boundFormula = ({ formula }: Bound, { formulas }: Tools): string | undefined =>
  formula === undefined || formula === null || formula === '' ? undefined : formulas.toFile(text(formula));

/** @param end what "Automatic" falls back to for readers without the extension */
const cfvo = (
  bound: Bound,
  end: 'min' | 'max',
  tools: Tools,
  attributes: Record<string, AttributeValue> = {},
): string =>
  tag('cfvo', { type: BOUNDS.toFile(bound.type) ?? end, val: boundFormula(bound, tools), ...attributes });

const wideCfvo = (
  bound: Bound,
  automatic: 'autoMin' | 'autoMax',
  tools: Tools,
  attributes: Record<string, AttributeValue> = {},
): string => {
  const formula = boundFormula(bound, tools);
  return tag(
    'x14:cfvo',
    { type: BOUNDS.toFile(bound.type) ?? automatic, ...attributes },
    formula === undefined ? '' : tag('xm:f', {}, escapeText(formula)),
  );
};

const colorTag = (name: string, color: unknown): string => {
  const rgb = argb(text(color));
  return rgb ? tag(name, { rgb }) : '';
};

const part = (rule: Record<string, unknown>, name: string): Record<string, unknown> =>
  (rule[name] as Record<string, unknown> | undefined) ?? {};

const dataBar = (rule: Record<string, unknown>, tools: Tools): Written => {
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
};

/** Order of the extension's CT_DataBar: bounds, then border, negative fill, negative border and axis colours. */
const wideDataBar = (rule: Record<string, unknown>, tools: Tools): string => {
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
};

const colorScale = (rule: Record<string, unknown>, tools: Tools): Written => {
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
};

const iconSet = (rule: Record<string, unknown>, tools: Tools): Written => {
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
};

/** Formulas of rules could not name other sheets before Excel 2010; the extension may. */
const namesSheet = (formulas: readonly string[]): boolean =>
  formulas.some((formula) => formula.includes('!'));

const writeKind = (model: ConditionalFormatModel, tools: Tools): Written | null => {
  const { type, rule } = model;
  const first = model.areas[0];
  const cell = first ? cellAddress(first.top, first.left) : 'A1';
  switch (type) {
    case 'Custom': {
      const formulas = [tools.formulas.toFile(text(rule['formula']))];
      return { ...plain({ type: 'expression' }, formulas), wide: namesSheet(formulas) };
    }
    case 'CellValue': {
      const formulas = [rule['formula1'], rule['formula2']]
        .filter((formula) => formula !== undefined && formula !== null)
        .map((formula) => tools.formulas.toFile(text(formula)));
      const operator = CELL_OPERATORS.toFile(text(rule['operator']));
      return { ...plain({ type: 'cellIs', operator }, formulas), wide: namesSheet(formulas) };
    }
    case 'ContainsText': {
      const kind = TEXT_RULES.find(({ operator }) => operator === rule['operator']) ?? TEXT_RULES[0];
      const words = text(rule['text']);
      return plain({ type: kind.kind, operator: kind.word, text: toEscapedText(words) }, [
        toEscapedText(kind.formula(words, cell)),
      ]);
    }
    case 'TopBottom': {
      const side = text(rule['type']);
      return plain({
        type: 'top10',
        percent: side.endsWith('Percent') || undefined,
        bottom: side.startsWith('Bottom') || undefined,
        rank: Number(rule['rank'] ?? 10),
      });
    }
    case 'PresetCriteria': {
      const preset = PRESETS.find(({ criterion }) => criterion === rule['criterion']);
      return preset ? plain(preset.attributes, preset.formula ? [preset.formula(cell)] : []) : null;
    }
    case 'DataBar':
      return dataBar(rule, tools);
    case 'ColorScale':
      return colorScale(rule, tools);
    case 'IconSet':
      return iconSet(rule, tools);
    default:
      return null;
  }
};

const isPlainFormat = (format: CellFormat | undefined): boolean =>
  !format || Object.keys(format).length === 0;

const extensionGuid = (id: string, priority: number): string =>
  GUID.test(id)
    ? id
    : `{${priority.toString(16).toUpperCase().padStart(8, '0')}-000D-4000-8000-000000000000}`;

export type WrittenRules = { main: string; extension: string };

/**
 * Rules in the order of the model: one group each.
 * @param standardId the id a reader gives to the rule of this priority anyway
 */
export const writeRules = (
  models: readonly ConditionalFormatModel[],
  tools: Tools,
  standardId: (priority: number) => string,
): WrittenRules => {
  const main: string[] = [];
  const extension: string[] = [];
  const wideGroup = (areas: ConditionalFormatModel['areas'], rule: string): string =>
    tag('x14:conditionalFormatting', {}, rule, tag('xm:sqref', {}, areasText(areas)));
  const order = [...models].sort((a, b) => a.priority - b.priority);
  order.forEach((model, index) => {
    const written = model.areas.length > 0 ? writeKind(model, tools) : null;
    if (!written) return;
    const priority = index + 1;
    const { attributes, formulas, children, wide } = written;
    const guid = extensionGuid(model.id, priority);
    const stopIfTrue = model.stopIfTrue || undefined;
    const hasFormat = !isPlainFormat(model.format);
    if (wide) {
      extension.push(
        wideGroup(
          model.areas,
          tag(
            'x14:cfRule',
            {
              ...attributes,
              priority,
              stopIfTrue,
              id: guid,
              'local:id': guid === model.id ? undefined : model.id,
            },
            ...formulas.map((formula) => tag('xm:f', {}, escapeText(formula))),
            ...children,
            hasFormat ? tools.styles.dxfMarkup('x14:dxf', model.format!) : '',
          ),
        ),
      );
      return;
    }
    const isBar = model.type === 'DataBar';
    const isKnown = model.id === standardId(priority) || (isBar && guid === model.id);
    const link = isBar
      ? tag(
          'extLst',
          {},
          tag(
            'ext',
            {
              'xmlns:x14': 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main',
              uri: '{B025F937-C7B1-47D3-B67F-A62EFF666E3E}',
            },
            tag('x14:id', {}, guid),
          ),
        )
      : '';
    main.push(
      tag(
        'conditionalFormatting',
        { sqref: areasText(model.areas) },
        tag(
          'cfRule',
          {
            ...attributes,
            dxfId: hasFormat ? tools.styles.dxf(model.format!) : undefined,
            priority,
            stopIfTrue,
            'local:id': isKnown ? undefined : model.id,
          },
          ...formulas.map((formula) => tag('formula', {}, escapeText(formula))),
          ...children,
          link,
        ),
      ),
    );
    if (isBar) {
      extension.push(
        wideGroup(
          model.areas,
          tag('x14:cfRule', { type: 'dataBar', id: guid }, wideDataBar(model.rule, tools)),
        ),
      );
    }
  });
  return {
    main: main.join(''),
    extension: extension.length > 0 ? tag('x14:conditionalFormattings', {}, ...extension) : '',
  };
};
