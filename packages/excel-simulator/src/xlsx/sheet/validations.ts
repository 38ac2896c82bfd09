import { formatSqref, parseSqref } from '@phuluc/ooxml/a1';
import { escapeText, writeElement } from '@phuluc/ooxml/xml/write-xml';
import { findChild, readBooleanAttribute, type XmlElement } from '@phuluc/ooxml/xml/xml-tree';
import { escapeXString, unescapeXString } from '@phuluc/ooxml/xstring';
import type { ValidationModel } from '../../model/types';
import type { FormulaCodec } from '../formulas/formula-codec';
import { createTwoWayMap } from '../styles/style-mappings';
import { parseIsoSerial } from './iso-date';

/** Kinds of a file and the members of Excel.DataValidationRule. */
const VALIDATION_TYPES = createTwoWayMap([
  ['whole', 'wholeNumber'],
  ['decimal', 'decimal'],
  ['date', 'date'],
  ['time', 'time'],
  ['textLength', 'textLength'],
]);

const VALIDATION_OPERATORS = createTwoWayMap([
  ['between', 'Between'],
  ['notBetween', 'NotBetween'],
  ['equal', 'EqualTo'],
  ['notEqual', 'NotEqualTo'],
  ['greaterThan', 'GreaterThan'],
  ['lessThan', 'LessThan'],
  ['greaterThanOrEqual', 'GreaterThanOrEqualTo'],
  ['lessThanOrEqual', 'LessThanOrEqualTo'],
]);

const ALERT_STYLES = createTwoWayMap([
  ['stop', 'Stop'],
  ['warning', 'Warning'],
  ['information', 'Information'],
]);

/** Excel repairs a file whose titles or messages are longer. */
const MAX_TITLE_LENGTH = 32;
const MAX_MESSAGE_LENGTH = 255;

/** Of the extension, a formula stands one element deeper. */
function readFormulaText(element: XmlElement, name: string): string | undefined {
  const own = findChild(element, name) ?? findChild(element, `x14:${name}`);
  return findChild(own, 'xm:f')?.text ?? own?.text;
}

/** A number as a number, anything else as a formula. */
function parseOperand(text: string | undefined, formulas: FormulaCodec): string | number {
  const bare = (text ?? '').trim();
  return bare !== '' && Number.isFinite(Number(bare)) ? Number(bare) : formulas.fromFile(bare);
}

function parseListSource(text: string, formulas: FormulaCodec): string {
  const literal = /^"((?:[^"]|"")*)"$/.exec(text.trim())?.[1];
  return literal === undefined ? formulas.fromFile(text) : unescapeXString(literal.replaceAll('""', '"'));
}

function readValidationRule(element: XmlElement, formulas: FormulaCodec): ValidationModel['rule'] {
  const kind = element.attributes['type'] ?? 'none';
  const first = readFormulaText(element, 'formula1');
  const second = readFormulaText(element, 'formula2');
  if (kind === 'list') {
    return {
      list: {
        inCellDropDown: !readBooleanAttribute(element, 'showDropDown'),
        source: parseListSource(first ?? '', formulas),
      },
    };
  }
  if (kind === 'custom') return { custom: { formula: formulas.fromFile(first ?? '') } };
  const member = VALIDATION_TYPES.toApi(kind);
  if (!member) return {};
  return {
    [member]: {
      formula1: parseOperand(first, formulas),
      ...(second === undefined ? {} : { formula2: parseOperand(second, formulas) }),
      operator: VALIDATION_OPERATORS.toApi(element.attributes['operator'] ?? 'between') ?? 'Between',
    },
  };
}

/** One rule of `dataValidations`, or of the extension that lets lists name other sheets. */
export function readValidation(element: XmlElement, formulas: FormulaCodec): ValidationModel {
  const text = (name: string): string => unescapeXString(element.attributes[name] ?? '');
  const alert = {
    showAlert: readBooleanAttribute(element, 'showErrorMessage'),
    style: ALERT_STYLES.toApi(element.attributes['errorStyle'] ?? 'stop') ?? 'Stop',
    title: text('errorTitle'),
    message: text('error'),
  };
  const prompt = {
    showPrompt: readBooleanAttribute(element, 'showInputMessage'),
    title: text('promptTitle'),
    message: text('prompt'),
  };
  const isPlainAlert = alert.showAlert && alert.style === 'Stop' && !alert.title && !alert.message;
  const isPlainPrompt = prompt.showPrompt && !prompt.title && !prompt.message;
  return {
    areas: parseSqref(element.attributes['sqref'] ?? findChild(element, 'xm:sqref')?.text),
    rule: readValidationRule(element, formulas),
    ...(isPlainAlert ? {} : { errorAlert: alert }),
    ...(isPlainPrompt ? {} : { prompt }),
    ignoreBlanks: readBooleanAttribute(element, 'allowBlank'),
  };
}

type RuleOperands = { formula1?: unknown; formula2?: unknown; operator?: unknown };

function formatOperand(operand: unknown, formulas: FormulaCodec, date1904: boolean): string {
  if (typeof operand === 'number') return String(operand);
  const text = String(operand ?? '').trim();
  if (text.startsWith('=')) return formulas.toFile(text);
  if (text !== '' && Number.isFinite(Number(text))) return text;
  const serial = parseIsoSerial(text, date1904);
  return serial === null ? escapeXString(`"${text.replaceAll('"', '""')}"`) : String(serial);
}

type ValidationAttributes = { type?: string; operator?: string; showDropDown?: boolean; formulas: string[] };

function toValidationAttributes(
  rule: ValidationModel['rule'],
  formulas: FormulaCodec,
  date1904: boolean,
): ValidationAttributes {
  const list = rule['list'] as { inCellDropDown?: boolean; source?: unknown } | undefined;
  if (list) {
    const source = String(list.source ?? '');
    return {
      type: 'list',
      showDropDown: list.inCellDropDown === false || undefined,
      formulas: [
        source.startsWith('=') ? formulas.toFile(source) : escapeXString(`"${source.replaceAll('"', '""')}"`),
      ],
    };
  }
  const custom = rule['custom'] as { formula?: unknown } | undefined;
  if (custom) return { type: 'custom', formulas: [formulas.toFile(String(custom.formula ?? ''))] };
  for (const [member, value] of Object.entries(rule)) {
    const type = VALIDATION_TYPES.toFile(member);
    if (!type) continue;
    const { formula1, formula2, operator } = value as RuleOperands;
    const word = VALIDATION_OPERATORS.toFile(String(operator));
    return {
      type,
      operator: word === 'between' ? undefined : word,
      formulas: [formula1, formula2]
        .filter((one) => one !== undefined)
        .map((one) => formatOperand(one, formulas, date1904)),
    };
  }
  return { formulas: [] };
}

function truncateText(text: string | undefined, longest: number): string | undefined {
  return text ? escapeXString(Array.from(text).slice(0, longest).join('')) : undefined;
}

export function writeValidations(
  validations: readonly ValidationModel[],
  formulas: FormulaCodec,
  date1904: boolean,
): string {
  const written = validations.filter(({ areas }) => areas.length > 0);
  if (written.length === 0) return '';
  return writeElement(
    'dataValidations',
    { count: written.length },
    written.map(({ areas, rule, errorAlert, prompt, ignoreBlanks }) => {
      const {
        type,
        operator,
        showDropDown,
        formulas: operands,
      } = toValidationAttributes(rule, formulas, date1904);
      const style = ALERT_STYLES.toFile(errorAlert?.style);
      return writeElement(
        'dataValidation',
        {
          type,
          errorStyle: style === 'stop' ? undefined : style,
          operator,
          allowBlank: ignoreBlanks || undefined,
          showDropDown,
          showInputMessage: (prompt?.showPrompt ?? true) || undefined,
          showErrorMessage: (errorAlert?.showAlert ?? true) || undefined,
          errorTitle: truncateText(errorAlert?.title, MAX_TITLE_LENGTH),
          error: truncateText(errorAlert?.message, MAX_MESSAGE_LENGTH),
          promptTitle: truncateText(prompt?.title, MAX_TITLE_LENGTH),
          prompt: truncateText(prompt?.message, MAX_MESSAGE_LENGTH),
          sqref: formatSqref(areas),
        },
        operands.map((text, index) => writeElement(`formula${index + 1}`, {}, escapeText(text))),
      );
    }),
  );
}
