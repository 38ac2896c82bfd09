import type { ValidationModel } from '../../model/types';
import { areasText, readAreas } from '../addresses';
import type { FormulaCodec } from '../formula-codec';
import { fromEscapedText, toEscapedText } from '../opc/escaped-text';
import { childNamed, escapeText, flag, tag, type XmlElement } from '../opc/xml';
import { twoWay } from '../styles/vocabulary';
import { serialFromIso } from './iso-date';

/** Kinds of a file and the members of Excel.DataValidationRule. */
const KINDS = twoWay([
  ['whole', 'wholeNumber'],
  ['decimal', 'decimal'],
  ['date', 'date'],
  ['time', 'time'],
  ['textLength', 'textLength'],
]);

const OPERATORS = twoWay([
  ['between', 'Between'],
  ['notBetween', 'NotBetween'],
  ['equal', 'EqualTo'],
  ['notEqual', 'NotEqualTo'],
  ['greaterThan', 'GreaterThan'],
  ['lessThan', 'LessThan'],
  ['greaterThanOrEqual', 'GreaterThanOrEqualTo'],
  ['lessThanOrEqual', 'LessThanOrEqualTo'],
]);

const ALERTS = twoWay([
  ['stop', 'Stop'],
  ['warning', 'Warning'],
  ['information', 'Information'],
]);

/** Excel repairs a file whose titles or messages are longer. */
const LONGEST_TITLE = 32;
const LONGEST_MESSAGE = 255;

/** Of the extension, a formula stands one element deeper. */
function formulaText(element: XmlElement, name: string): string | undefined {
  const own = childNamed(element, name) ?? childNamed(element, `x14:${name}`);
  return childNamed(own, 'xm:f')?.text ?? own?.text;
}

/** A number as a number, anything else as a formula. */
function readOperand(text: string | undefined, formulas: FormulaCodec): string | number {
  const bare = (text ?? '').trim();
  return bare !== '' && Number.isFinite(Number(bare)) ? Number(bare) : formulas.fromFile(bare);
}

function readList(text: string, formulas: FormulaCodec): string {
  const literal = /^"((?:[^"]|"")*)"$/.exec(text.trim())?.[1];
  return literal === undefined ? formulas.fromFile(text) : fromEscapedText(literal.replaceAll('""', '"'));
}

function readRule(element: XmlElement, formulas: FormulaCodec): ValidationModel['rule'] {
  const kind = element.attributes['type'] ?? 'none';
  const first = formulaText(element, 'formula1');
  const second = formulaText(element, 'formula2');
  if (kind === 'list') {
    return {
      list: { inCellDropDown: !flag(element, 'showDropDown'), source: readList(first ?? '', formulas) },
    };
  }
  if (kind === 'custom') return { custom: { formula: formulas.fromFile(first ?? '') } };
  const member = KINDS.toApi(kind);
  if (!member) return {};
  return {
    [member]: {
      formula1: readOperand(first, formulas),
      ...(second === undefined ? {} : { formula2: readOperand(second, formulas) }),
      operator: OPERATORS.toApi(element.attributes['operator'] ?? 'between') ?? 'Between',
    },
  };
}

/** One rule of `dataValidations`, or of the extension that lets lists name other sheets. */
export function readValidation(element: XmlElement, formulas: FormulaCodec): ValidationModel {
  const text = (name: string): string => fromEscapedText(element.attributes[name] ?? '');
  const alert = {
    showAlert: flag(element, 'showErrorMessage'),
    style: ALERTS.toApi(element.attributes['errorStyle'] ?? 'stop') ?? 'Stop',
    title: text('errorTitle'),
    message: text('error'),
  };
  const prompt = {
    showPrompt: flag(element, 'showInputMessage'),
    title: text('promptTitle'),
    message: text('prompt'),
  };
  const isPlainAlert = alert.showAlert && alert.style === 'Stop' && !alert.title && !alert.message;
  const isPlainPrompt = prompt.showPrompt && !prompt.title && !prompt.message;
  return {
    areas: readAreas(element.attributes['sqref'] ?? childNamed(element, 'xm:sqref')?.text),
    rule: readRule(element, formulas),
    ...(isPlainAlert ? {} : { errorAlert: alert }),
    ...(isPlainPrompt ? {} : { prompt }),
    ignoreBlanks: flag(element, 'allowBlank'),
  };
}

type Operands = { formula1?: unknown; formula2?: unknown; operator?: unknown };

function operandText(operand: unknown, formulas: FormulaCodec, date1904: boolean): string {
  if (typeof operand === 'number') return String(operand);
  const text = String(operand ?? '').trim();
  if (text.startsWith('=')) return formulas.toFile(text);
  if (text !== '' && Number.isFinite(Number(text))) return text;
  const serial = serialFromIso(text, date1904);
  return serial === null ? toEscapedText(`"${text.replaceAll('"', '""')}"`) : String(serial);
}

type WrittenRule = { type?: string; operator?: string; showDropDown?: boolean; formulas: string[] };

function writeRule(rule: ValidationModel['rule'], formulas: FormulaCodec, date1904: boolean): WrittenRule {
  const list = rule['list'] as { inCellDropDown?: boolean; source?: unknown } | undefined;
  if (list) {
    const source = String(list.source ?? '');
    return {
      type: 'list',
      showDropDown: list.inCellDropDown === false || undefined,
      formulas: [
        source.startsWith('=') ? formulas.toFile(source) : toEscapedText(`"${source.replaceAll('"', '""')}"`),
      ],
    };
  }
  const custom = rule['custom'] as { formula?: unknown } | undefined;
  if (custom) return { type: 'custom', formulas: [formulas.toFile(String(custom.formula ?? ''))] };
  for (const [member, value] of Object.entries(rule)) {
    const type = KINDS.toFile(member);
    if (!type) continue;
    const { formula1, formula2, operator } = value as Operands;
    const word = OPERATORS.toFile(String(operator));
    return {
      type,
      operator: word === 'between' ? undefined : word,
      formulas: [formula1, formula2]
        .filter((one) => one !== undefined)
        .map((one) => operandText(one, formulas, date1904)),
    };
  }
  return { formulas: [] };
}

function limited(text: string | undefined, longest: number): string | undefined {
  return text ? toEscapedText(Array.from(text).slice(0, longest).join('')) : undefined;
}

export function validationsMarkup(
  validations: readonly ValidationModel[],
  formulas: FormulaCodec,
  date1904: boolean,
): string {
  const written = validations.filter(({ areas }) => areas.length > 0);
  if (written.length === 0) return '';
  return tag(
    'dataValidations',
    { count: written.length },
    ...written.map(({ areas, rule, errorAlert, prompt, ignoreBlanks }) => {
      const { type, operator, showDropDown, formulas: operands } = writeRule(rule, formulas, date1904);
      const style = ALERTS.toFile(errorAlert?.style);
      return tag(
        'dataValidation',
        {
          type,
          errorStyle: style === 'stop' ? undefined : style,
          operator,
          allowBlank: ignoreBlanks || undefined,
          showDropDown,
          showInputMessage: (prompt?.showPrompt ?? true) || undefined,
          showErrorMessage: (errorAlert?.showAlert ?? true) || undefined,
          errorTitle: limited(errorAlert?.title, LONGEST_TITLE),
          error: limited(errorAlert?.message, LONGEST_MESSAGE),
          promptTitle: limited(prompt?.title, LONGEST_TITLE),
          prompt: limited(prompt?.message, LONGEST_MESSAGE),
          sqref: areasText(areas),
        },
        ...operands.map((text, index) => tag(`formula${index + 1}`, {}, escapeText(text))),
      );
    }),
  );
}
