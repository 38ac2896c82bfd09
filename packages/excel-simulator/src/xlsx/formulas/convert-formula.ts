import { toFileFunctionName, toInterfaceFunctionName } from './future-functions';
import {
  findClosingParenthesis,
  findOperandEnd,
  type FormulaToken,
  isSign,
  scanFormula,
  splitArguments,
} from './scan-formula';

/**
 * One formula has two spellings. People and Office.js see `=IFS([@[Số tiền]]>0,"có")`; a file holds
 * `_xlfn.IFS(Q[[#This Row],[Số tiền]]>0,"có")`. Nothing but spelling changes here: a formula that is not
 * understood comes out as it came in.
 */

type ConversionScope = {
  ownTable: string | undefined;
  tables: ReadonlySet<string>;
  parameters: ReadonlySet<string>;
};

/** Cached, since formulas repeat few names and the language's own lower case takes long. */
const FOLDED_NAMES = new Map<string, string>();
const MAX_FOLDED_NAMES = 10_000;

function foldName(name: string): string {
  let folded = FOLDED_NAMES.get(name);
  if (folded === undefined) {
    if (FOLDED_NAMES.size >= MAX_FOLDED_NAMES) FOLDED_NAMES.clear();
    FOLDED_NAMES.set(name, (folded = name.normalize('NFC').toLocaleLowerCase('vi')));
  }
  return folded;
}

/** A column's name that needs no brackets of its own after "@". */
const PLAIN_COLUMN = /^[\p{L}\p{N}\p{M}]+$/u;

/** "[@x]" → "[[#This Row],[x]]"; other brackets stay. */
function toFileBracket(bracket: string): string {
  const inside = bracket.slice(1, -1).trim();
  if (!inside.startsWith('@')) return bracket;
  const columns = inside.slice(1).trim();
  if (columns === '') return '[#This Row]';
  return columns.startsWith('[') ? `[[#This Row],${columns}]` : `[[#This Row],[${columns}]]`;
}

/** "[[#This Row],[x]]" → "[@x]". */
function toInterfaceBracket(bracket: string): string {
  if (/^\[\s*#This Row\s*\]$/i.test(bracket)) return '[@]';
  const columns = /^\[\s*\[\s*#This Row\s*\]\s*,\s*(\[.*\])\s*\]$/is.exec(bracket)?.[1];
  if (columns === undefined) return bracket;
  const name = columns.slice(1, -1);
  return PLAIN_COLUMN.test(name) ? `[@${name}]` : `[@${columns}]`;
}

function removeSpaces(tokens: readonly FormulaToken[]): FormulaToken[] {
  return tokens.filter((token) => token.kind !== 'space');
}

/** LET's and LAMBDA's own names, in the spelling of the interface: every second argument, or all but the last. */
function listParameters(callee: string, args: readonly FormulaToken[][]): string[] {
  const places = args.filter(
    (_, index) => index < args.length - 1 && (callee === 'LAMBDA' || index % 2 === 0),
  );
  return places.flatMap((tokens) => {
    const [only, ...more] = removeSpaces(tokens);
    if (!only || more.length > 0) return [];
    return only.kind === 'name' ? [only.text] : only.kind === 'bracket' ? [only.text.slice(1, -1)] : [];
  });
}

/** "[1]Sheet!A1": a bracket that names another workbook, not a column. */
function isWorkbookReference(tokens: readonly FormulaToken[], at: number): boolean {
  const next = tokens[at + 1];
  return next?.kind === 'name' || next?.kind === 'sheet' || isSign(next, '!');
}

function writeFileTokens(tokens: readonly FormulaToken[], scope: ConversionScope): string {
  let text = '';
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (isSign(token, '@')) {
      const start = tokens[at + 1]?.kind === 'space' ? at + 2 : at + 1;
      const end = findOperandEnd(tokens, start);
      if (end > start) {
        text += `_xlfn.SINGLE(${writeFileTokens(tokens.slice(start, end), scope)})`;
        at = end - 1;
        continue;
      }
    }
    if (token.kind === 'name' || token.kind === 'sheet' || token.kind === 'bracket') {
      const end = findOperandEnd(tokens, at, false);
      if (isSign(tokens[end], '#')) {
        text += `_xlfn.ANCHORARRAY(${writeFileTokens(tokens.slice(at, end), scope)})`;
        at = end;
        continue;
      }
    }
    if (token.kind === 'name' && isSign(tokens[at + 1], '(')) {
      const close = findClosingParenthesis(tokens, at + 1);
      const callee = token.text.toUpperCase();
      const args = splitArguments(tokens.slice(at + 2, close));
      const inner =
        callee === 'LET' || callee === 'LAMBDA'
          ? {
              ...scope,
              parameters: new Set([...scope.parameters, ...listParameters(callee, args).map(foldName)]),
            }
          : scope;
      const isParameter = scope.parameters.has(foldName(token.text));
      const written = args.map((arg, index) => {
        const optional = removeSpaces(arg)[0];
        return callee === 'LAMBDA' && index < args.length - 1 && optional?.kind === 'bracket'
          ? `_xlop.${optional.text.slice(1, -1)}`
          : writeFileTokens(arg, inner);
      });
      text += isParameter ? `_xlpm.${token.text}` : toFileFunctionName(token.text);
      text += `(${written.join(',')})`;
      at = close;
      continue;
    }
    if (token.kind === 'name' && tokens[at + 1]?.kind === 'bracket') {
      text += token.text + toFileBracket(tokens[++at]!.text);
      continue;
    }
    if (token.kind === 'bracket' && scope.ownTable !== undefined && !isWorkbookReference(tokens, at)) {
      text += scope.ownTable + toFileBracket(token.text);
      continue;
    }
    const isLocal = token.kind === 'name' && !isSign(tokens[at - 1], '!') && !isSign(tokens[at + 1], '!');
    if (isLocal && scope.parameters.has(foldName(token.text))) text += `_xlpm.${token.text}`;
    else if (isLocal && scope.tables.has(foldName(token.text))) text += `${token.text}[]`;
    else text += token.text;
  }
  return text;
}

function writeInterfaceTokens(tokens: readonly FormulaToken[], ownTable: string | undefined): string {
  let text = '';
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    const next = tokens[at + 1];
    if (token.kind === 'name' && isSign(next, '(')) {
      const close = findClosingParenthesis(tokens, at + 1);
      const inside = tokens.slice(at + 2, close);
      const written = writeInterfaceTokens(inside, ownTable);
      const operand = inside.length > 0 && findOperandEnd(inside, 0) === inside.length;
      const callee = token.text.toUpperCase();
      if (operand && callee === '_XLFN.SINGLE') text += `@${written}`;
      else if (operand && callee === '_XLFN.ANCHORARRAY') text += `${written}#`;
      else {
        const name = toInterfaceFunctionName(token.text.replace(/^_xlpm\./i, ''));
        text += `${name}(${written})`;
      }
      at = close;
    } else if (token.kind === 'name' && next?.kind === 'bracket') {
      const shown = toInterfaceBracket(next.text);
      const own = ownTable !== undefined && foldName(ownTable) === foldName(token.text);
      text += (own && shown.startsWith('[@') ? '' : token.text) + (/^\[\s*\]$/.test(shown) ? '' : shown);
      at++;
    } else if (token.kind === 'name') {
      const optional = /^_xlop\.(.*)$/i.exec(token.text)?.[1];
      text += optional === undefined ? token.text.replace(/^_xlpm\./i, '') : `[${optional}]`;
    } else text += token.text;
  }
  return text;
}

/** A LAMBDA's optional parameter has brackets only where it is declared. */
function normalizeOptionalParameters(formula: string): string {
  const declared = new Set<string>();
  return formula.replace(/_xlop\.([\p{L}\p{N}\p{M}_.]+)/giu, (whole, name: string) => {
    if (declared.has(foldName(name))) return `_xlpm.${name}`;
    declared.add(foldName(name));
    return whole;
  });
}

function isBalanced(tokens: readonly FormulaToken[]): boolean {
  let depth = 0;
  for (const token of tokens) {
    if (isSign(token, '(')) depth++;
    else if (isSign(token, ')') && --depth < 0) return false;
  }
  return depth === 0;
}

const removeEqualsSign = (formula: string): string => (formula.startsWith('=') ? formula.slice(1) : formula);

/**
 * From the spelling people see to the spelling of a file.
 * @param formula with or without "="
 * @param ownTable name of the table the cell stands in; without it `[@x]` and `[x]` stay as they are
 * @param tableNames names of the workbook's tables; a bare one becomes `Q[]`
 * @returns the file's formula, without "="
 */
export function toFileFormula(formula: string, ownTable?: string, tableNames: Iterable<string> = []): string {
  const tokens = scanFormula(removeEqualsSign(formula));
  if (!isBalanced(tokens)) return removeEqualsSign(formula);
  const tables = new Set(Array.from(tableNames, foldName));
  return writeFileTokens(tokens, { ownTable, tables, parameters: new Set() });
}

/**
 * From the spelling of a file to the one people see, with "=". Inside its own table `Q[[#This Row],[x]]` is
 * `[@x]`; a column of the own table keeps the table's name.
 */
export function toInterfaceFormula(formula: string, ownTable?: string): string {
  const tokens = scanFormula(normalizeOptionalParameters(removeEqualsSign(formula)));
  return isBalanced(tokens) ? `=${writeInterfaceTokens(tokens, ownTable)}` : `=${removeEqualsSign(formula)}`;
}
