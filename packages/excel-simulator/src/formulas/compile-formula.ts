import { copyFormula, toNameKey } from '../model/formula-references';
import type { Token } from '../model/formula-tokens';
import type { CellLocation } from '../model/structured-references';
import type { CellRange, ErrorValue, NameModel, SheetModel, WorkbookModel } from '../model/types';
import {
  type CompiledFormula,
  createCompiledFormula,
  formatCellArguments,
  formatCellReference,
  formatErrorCall,
  formatSheetPrefix,
} from './compiled-formula';
import { expandSheetSpans } from './expand-sheet-spans';
import { findAreaOfName, MAX_NAME_DEPTH } from './find-referenced-area';
import { placeTemplate, type TemplateCache } from './formula-template';
import {
  AGGREGATES,
  CRITERIA_ARGUMENTS,
  DYNAMIC,
  LEGACY_NAMES,
  TAKES_REFERENCE,
  VOLATILE,
} from './function-kinds';
import { isNestedTooDeep } from './is-nested-too-deep';
import { type FormulaFragment, liftCall } from './lift-call';
import type { RangeRegistry, RangeUse } from './range-registry';
import { REFERENCE_FUNCTIONS } from './reference-functions';
import { isOperand, isSingleCellRange, type Operand, resolveOperand } from './resolve-operand';
import { TokenReader } from './token-reader';

const COMPARISONS = ['=', '<>', '<', '>', '<=', '>='];
/** How an operand is put: read by the host in one of its ways, or left to the library. */
type OperandUse = RangeUse | 'reference';

const createScalarFragment = (text: string): FormulaFragment => ({ text, isArray: false });
const createArrayFragment = (text: string): FormulaFragment => ({ text, isArray: true });

type SubtotalUse = Exclude<RangeUse, 'values'>;

/** How an argument of SUBTOTAL or AGGREGATE is read; null for other functions. */
function getSubtotalUse(name: string, before: readonly FormulaFragment[]): SubtotalUse | null {
  if (name === 'AGGREGATE') return 'shown';
  if (name !== 'SUBTOTAL') return null;
  return Number(before[0]?.text) < FIRST_CODE_WITHOUT_HIDDEN ? 'unfiltered' : 'shown';
}

/** From this code on SUBTOTAL leaves out rows that were hidden by hand, too. */
const FIRST_CODE_WITHOUT_HIDDEN = 100;

/** A reference of a subtotal of which only the values are known; its call gives an error, whatever it counts. */
const UNKNOWN_REFERENCE = createScalarFragment(formatErrorCall('#NAME?'));

/** Gives the error of a reference that is found when it is calculated, which a subtotal would count as a value. */
function checkReferences(call: FormulaFragment, args: readonly FormulaFragment[]): FormulaFragment {
  const found = args.filter(({ text, references }) => !references && DYNAMIC_REFERENCE.test(text));
  if (found.length === 0) return call;
  const texts = found.map(({ text }) => text);
  return { ...call, text: `HOST_CHECKED(${[...texts, call.text].join(',')})` };
}

/** The host's functions that read a reference for a subtotal when it is calculated. */
const DYNAMIC_REFERENCE = /^HOST_(?:SHOWN|UNFILTERED)/;

/** An end of a reference: its first and last row and column as formulas, from a value of each of its arrays. */
type Corner = { sheet: SheetModel; lists: string[]; write: (values: readonly string[]) => string[] };

/** OFFSET(area, rows, columns, height, width); a negative height goes up, none at all is an error. */
function formatOffset(area: CellRange, [rows, columns, height, width]: readonly string[]): string[] {
  const [top, left] = [`${area.top}+(${rows || 0})`, `${area.left}+(${columns || 0})`];
  const getEnd = (start: string, size: string | undefined, own: number): string =>
    size ? `${start}+(${size})-1/SIGN(${size})` : `${start}+${own}`;
  return [
    top,
    left,
    getEnd(top, height, area.bottom - area.top),
    getEnd(left, width, area.right - area.left),
  ];
}

/** INDEX(area, row, column); 0 is every row or column. */
function formatIndex(area: CellRange, [row, column]: readonly string[]): string[] {
  const isRow = column === undefined && area.top === area.bottom && area.left !== area.right;
  const [down, right] = isRow ? ['0', row || 0] : [row || 0, column || 0];
  const format = (first: number, last: number, at: string | number): [string, string] => [
    `${first}+MAX(0,(${at})-1)`,
    `${first}+IF((${at})=0,${last - first},(${at})-1)`,
  ];
  const [top, bottom] = format(area.top, area.bottom, down);
  const [left, end] = format(area.left, area.right, right);
  return [top, left, bottom, end];
}

/**
 * Turns one formula of the model into the library's: names, tables and whole columns become calls that give
 * arrays read from the model (HOST_AREA), single cells stay references, and functions of single values are
 * spread over arrays.
 */
class FormulaCompiler {
  readonly result: CompiledFormula = createCompiledFormula();
  #reader = new TokenReader('');
  /** Names that LET and LAMBDA around this place have given. */
  #locals: Map<string, FormulaFragment>[] = [];
  #parameters = 0;
  #depth = 0;

  constructor(
    readonly workbook: WorkbookModel,
    readonly areas: RangeRegistry,
    readonly place: CellLocation,
  ) {}

  /** Compiles a formula, also one put in for a name. `use` is for one that is a single operand. */
  compile(text: string, use: OperandUse = 'values'): FormulaFragment {
    if (isNestedTooDeep(text)) return createScalarFragment(formatErrorCall('#VALUE!'));
    const outer = this.#reader;
    this.#reader = new TokenReader(text);
    const fragment = this.#reader.isSingleOperand ? this.#operand(use) : this.#expression();
    const isComplete = this.#reader.isAtEnd;
    this.#reader = outer;
    return isComplete ? fragment : createScalarFragment(formatErrorCall('#NAME?'));
  }

  /** Everything up to a comma, semicolon or closing sign of the level around it. */
  #expression(): FormulaFragment {
    let isArray = false;
    const fragments: FormulaFragment[] = [];
    // What stands between "&" and comparisons; "&" writes numbers as the locale does, the library does not.
    const segments: { text: string; sign: string }[] = [{ text: '', sign: '' }];
    while (!this.#reader.isAtEnd && !this.#reader.isAt(',', ';', ')', '}')) {
      if (this.#reader.isAt('&', ...COMPARISONS))
        segments.push({ text: '', sign: this.#reader.consume()!.value });
      else {
        const fragment = this.#part();
        fragments.push(fragment);
        segments.at(-1)!.text += fragment.text;
        isArray ||= fragment.isArray;
      }
    }
    if (fragments.length === 1 && segments.length === 1) return fragments[0]!;
    const texts = segments.map(({ text, sign }, index) => {
      const isJoined = sign === '&' || segments[index + 1]?.sign === '&';
      return `${sign}${isJoined && text.trim() !== '' ? `HOST_TEXT(${text})` : text}`;
    });
    return { text: texts.join(''), isArray };
  }

  #part(): FormulaFragment {
    const reader = this.#reader;
    const token = reader.token!;
    if (token.type === 'func') return this.#call();
    if (reader.isAt('(')) return this.#group();
    if (reader.isAt('{')) return this.#literalArray();
    if (reader.isAt('@')) return this.#intersection();
    if (isOperand(token)) return this.#operand('values');
    reader.consume();
    if (token.type === 'error')
      return createScalarFragment(formatErrorCall(token.value as ErrorValue['error']));
    if (!token.type.startsWith('context')) return createScalarFragment(token.value);
    // "Sheet1!#REF!": the error behind the "!" says it all.
    reader.consume();
    return createScalarFragment('');
  }

  #group(): FormulaFragment {
    const reader = this.#reader;
    const start = reader.at;
    reader.consume();
    const inner = this.#expression();
    if (reader.isAt(')')) {
      reader.consume();
      return { text: `(${inner.text})`, isArray: inner.isArray };
    }
    // A list in brackets is a union of references, which the library reads by itself.
    reader.at = start + 1;
    let text = '(';
    while (!reader.isAtEnd && !reader.isAt(')')) {
      text += isOperand(reader.token) ? this.#operand('reference').text : reader.consume()!.value;
    }
    reader.consume();
    return createArrayFragment(`${text})`);
  }

  #literalArray(): FormulaFragment {
    let text = '';
    while (!this.#reader.isAtEnd) {
      const isLast = this.#reader.isAt('}');
      text += this.#reader.consume()!.value;
      if (isLast) break;
    }
    return createArrayFragment(text);
  }

  /** "@": of a column the cell in the formula's row, of a row the one in its column; of a value the first. */
  #intersection(): FormulaFragment {
    this.#reader.consume();
    this.#reader.skipSpaces();
    const { token } = this.#reader;
    if (!token) return createScalarFragment('@');
    const operand = isOperand(token) ? this.#read(token) : null;
    if (operand?.kind !== 'area') return createScalarFragment(`HOST_FIRST(${this.#part().text})`);
    this.#reader.consume();
    const { sheet, area } = operand;
    const row = area.top === area.bottom ? area.top : this.place.row;
    const column = area.left === area.right ? area.left : this.place.column;
    const isInside = row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
    return isInside ? this.#cell(sheet, row, column) : createScalarFragment(formatErrorCall('#VALUE!'));
  }

  #read(token: Token): Operand | { kind: 'local'; fragment: FormulaFragment } {
    if (token.type === 'range_named') {
      const key = toNameKey(token.value);
      const scope = this.#locals.findLast((names) => names.has(key));
      if (scope) return { kind: 'local', fragment: scope.get(key)! };
    }
    const operand = resolveOperand(this.workbook, this.place, token);
    if (operand.kind === 'error' && operand.isForeign) this.result.isForeign = true;
    return operand;
  }

  #operand(use: OperandUse): FormulaFragment {
    const reader = this.#reader;
    const operand = this.#read(reader.consume()!);
    if (operand.kind === 'error') return createScalarFragment(formatErrorCall(operand.error));
    if (operand.kind === 'local')
      return use === 'shown' || use === 'unfiltered' ? UNKNOWN_REFERENCE : operand.fragment;
    if (operand.kind === 'name') return this.#name(operand.name, use);
    const { sheet, area } = operand;
    if (reader.isAt('#')) {
      reader.consume();
      this.result.spills.push({ sheetId: sheet.id, row: area.top, column: area.left });
      return createArrayFragment(
        `HOST_SPILL(${formatCellArguments(this.workbook, sheet, area.top, area.left)})`,
      );
    }
    if (use === 'reference' || reader.joinsReferences()) return this.#reference(sheet, area);
    // A subtotal passes over a single cell, too, that is a subtotal or hidden.
    if (operand.kind === 'cell' && use === 'values') return this.#cell(sheet, area.top, area.left);
    const entry = this.areas.getEntry(sheet.id, area, use);
    this.result.areas.push(entry);
    return createArrayFragment(`HOST_AREA(${entry.id})`);
  }

  #cell(sheet: SheetModel, row: number, column: number): FormulaFragment {
    this.result.cells.push({ sheetId: sheet.id, row, column });
    return createScalarFragment(formatCellReference(sheet, row, column));
  }

  #reference(sheet: SheetModel, area: CellRange): FormulaFragment {
    this.result.references.push({ sheetId: sheet.id, area });
    const first = `(${formatCellReference(sheet, area.top, area.left)})`;
    if (isSingleCellRange(area)) return createScalarFragment(first);
    // Two corners instead of a range: the library would list every cell of a range among its dependencies.
    return createArrayFragment(`${first}:(${formatCellReference(sheet, area.bottom, area.right)})`);
  }

  #name(name: NameModel, use: OperandUse): FormulaFragment {
    if (this.#depth >= MAX_NAME_DEPTH) return createScalarFragment(formatErrorCall('#NAME?'));
    this.#depth += 1;
    const locals = this.#locals;
    this.#locals = [];
    const formula = name.formula.startsWith('=') ? name.formula : `=${name.formula}`;
    // References without $ in a name count from the cell that uses it; names are kept as seen from A1.
    const fragment = this.compile(copyFormula(formula, this.place.row, this.place.column), use);
    this.#locals = locals;
    this.#depth -= 1;
    return { text: `(${fragment.text})`, isArray: fragment.isArray };
  }

  #call(): FormulaFragment {
    const reader = this.#reader;
    const start = reader.at;
    const name = reader
      .consume()!
      .value.toUpperCase()
      .replace(/^(_XLFN\.|_XLWS\.)+/, '');
    reader.skipSpaces();
    reader.consume();
    if (name.startsWith('[')) this.result.isForeign = true;
    if (VOLATILE.has(name) || name === 'SUBTOTAL' || name === 'AGGREGATE') this.result.isVolatile = true;
    if (name === 'TODAY') this.result.readsToday = true;
    if (DYNAMIC.has(name)) this.result.isDynamic = true;
    const special = this.#placeFunction(name) ?? this.#cornerOfRange(name, start);
    if (special) return special;
    const isBinding = name === 'LET' || name === 'LAMBDA';
    if (isBinding) this.#locals.push(new Map());
    const args = this.#arguments(name);
    if (isBinding) this.#locals.pop();
    // LAMBDAs that the workbook has given a name are not calculated: their call says so.
    if (this.#isNamed(name) || args.includes(UNKNOWN_REFERENCE))
      return createScalarFragment(formatErrorCall('#NAME?'));
    return checkReferences(liftCall(LEGACY_NAMES.get(name) ?? name, args), args);
  }

  #isNamed(name: string): boolean {
    const key = toNameKey(name);
    return [...this.workbook.names, ...this.place.sheet.names].some((known) => toNameKey(known.name) === key);
  }

  #arguments(name: string): FormulaFragment[] {
    const args: FormulaFragment[] = [];
    while (!this.#reader.isAtEnd) {
      args.push(this.#argument(name, args));
      if (this.#reader.consume()?.value !== ',') break;
    }
    return args;
  }

  #argument(name: string, before: readonly FormulaFragment[]): FormulaFragment {
    this.#reader.skipSpaces();
    const subtotalUse = getSubtotalUse(name, before);
    const argument = this.#reader.peekArgument();
    if (!argument) {
      return subtotalUse
        ? this.#subtotalArgument(name, subtotalUse, before.length === 0)
        : this.#expression();
    }
    const declares = name === 'LET' ? before.length % 2 === 0 : name === 'LAMBDA';
    // The last argument is the result, not a name.
    if (declares && argument.type === 'range_named' && this.#reader.peekNext()?.value === ',') {
      return this.#declare(argument.value);
    }
    if (TAKES_REFERENCE.has(name)) return this.#operand('reference');
    if (subtotalUse) return this.#operand(subtotalUse);
    const fragment = this.#operand('values');
    const isCell = AGGREGATES.has(name) || CRITERIA_ARGUMENTS.get(name)?.(before.length) === false;
    return isCell && !fragment.isArray ? { ...fragment, text: `HOST_CELL(${fragment.text})` } : fragment;
  }

  /**
   * An argument of a subtotal that is no single reference. SUBTOTAL takes references only: those of other functions
   * come as values, without what is hidden or a subtotal itself, so that its call says so.
   */
  #subtotalArgument(name: string, use: SubtotalUse, isFirst: boolean): FormulaFragment {
    const reference = this.#union(use) ?? this.#dynamicReference(use) ?? this.#indirectReference(use);
    if (reference) return reference;
    const expression = this.#expression();
    return name === 'SUBTOTAL' && !isFirst ? UNKNOWN_REFERENCE : expression;
  }

  /** References in brackets, as arguments of their own. */
  #union(use: SubtotalUse): FormulaFragment | null {
    const reader = this.#reader;
    const start = reader.at;
    const texts: string[] = [];
    if (reader.isAt('(')) {
      do {
        reader.consume();
        reader.skipSpaces();
        if (reader.peekArgument()) texts.push(this.#operand(use).text);
        reader.skipSpaces();
      } while (reader.isAt(','));
      const isUnion = texts.length > 0 && reader.isAt(')');
      reader.consume();
      reader.skipSpaces();
      if (isUnion && reader.isAt(',', ')')) return createArrayFragment(texts.join(','));
    }
    reader.at = start;
    return null;
  }

  /**
   * An argument of a subtotal that is a reference known only when it is calculated: "OFFSET(…)", "A2:INDEX(…)".
   * The library would read its values, without knowing what is hidden or a subtotal itself.
   */
  #dynamicReference(use: SubtotalUse): FormulaFragment | null {
    const start = this.#reader.at;
    const first = this.#corner();
    const joins = first !== null && this.#reader.isAt(':');
    if (joins) this.#reader.consume();
    const last = joins ? this.#corner() : first;
    this.#reader.skipSpaces();
    if (!first || first.sheet !== last?.sheet || !this.#reader.isAt(',', ')')) {
      this.#reader.at = start;
      return null;
    }
    this.result.isDynamic = true;
    const corners = joins ? [first, last] : [first];
    const sheet = this.workbook.sheets.indexOf(first.sheet);
    const write = (values: readonly string[]): string => {
      let next = 0;
      const texts = corners.map((corner) =>
        corner.write(values.slice(next, (next += corner.lists.length))).join(','),
      );
      return `HOST_${use.toUpperCase()}(${sheet},${texts.join(',')})`;
    };
    const lists = corners.flatMap((corner) => corner.lists);
    return lists.length > 0
      ? { text: write(lists), isArray: true, references: { lists, write } }
      : createArrayFragment(write([]));
  }

  /** INDIRECT as an argument of a subtotal: a text that is read as a reference when it is calculated. */
  #indirectReference(use: SubtotalUse): FormulaFragment | null {
    const reader = this.#reader;
    const start = reader.at;
    reader.skipSpaces();
    if (reader.token?.type !== 'func' || reader.token.value.toUpperCase() !== 'INDIRECT') return null;
    reader.consume();
    reader.skipSpaces();
    reader.consume();
    const [address, isA1] = this.#arguments('INDIRECT');
    reader.skipSpaces();
    if (!address || !reader.isAt(',', ')')) {
      reader.at = start;
      return null;
    }
    this.result.isDynamic = true;
    const { sheet, row, column } = this.place;
    const place = [this.workbook.sheets.indexOf(sheet), row, column].join(',');
    // A second argument that is left blank counts as FALSE.
    const style = isA1 ? isA1.text.trim() || 'FALSE' : 'TRUE';
    const write = ([text]: readonly string[]): string =>
      `HOST_${use.toUpperCase()}_AT(${place},${text},${style})`;
    return {
      ...createArrayFragment(write([address.text])),
      ...(address.isArray && { references: { lists: [address.text], write } }),
    };
  }

  /** A reference, OFFSET or INDEX, as the numbers of its first and last row and column. */
  #corner(): Corner | null {
    const reader = this.#reader;
    reader.skipSpaces();
    const { token } = reader;
    if (isOperand(token)) {
      const operand = this.#read(token!);
      const found =
        operand.kind === 'name' ? findAreaOfName(this.workbook, this.place, operand.name.formula) : operand;
      if (!('area' in (found ?? {}))) return null;
      reader.consume();
      const { sheet, area } = found as { sheet: SheetModel; area: CellRange };
      this.result.references.push({ sheetId: sheet.id, area });
      return { sheet, lists: [], write: () => [area.top, area.left, area.bottom, area.right].map(String) };
    }
    const name = token?.type === 'func' ? token.value.toUpperCase() : '';
    if (name !== 'OFFSET' && name !== 'INDEX') return null;
    reader.consume();
    reader.skipSpaces();
    reader.consume();
    const origin = this.#firstArea();
    if (!origin) return null;
    const [, ...args] = this.#arguments(name);
    const lists = args.flatMap(({ text, isArray }) => (isArray ? text : []));
    const write = (values: readonly string[]): string[] => {
      let next = 0;
      const texts = args.map(({ text, isArray }) => (isArray ? values[next++]! : text));
      return name === 'OFFSET' ? formatOffset(origin.area, texts) : formatIndex(origin.area, texts);
    };
    return { sheet: origin.sheet, lists, write };
  }

  #declare(local: string): FormulaFragment {
    this.#reader.consume();
    this.#parameters += 1;
    const text = `HOST_P${this.#parameters}`;
    this.#locals.at(-1)?.set(toNameKey(local), createArrayFragment(text));
    return createScalarFragment(text);
  }

  /** The area that is the first argument of the call whose bracket was passed; the reader stays. */
  #firstArea(): { sheet: SheetModel; area: CellRange } | null {
    const start = this.#reader.at;
    this.#reader.skipSpaces();
    const token = this.#reader.peekArgument();
    this.#reader.at = start;
    const operand = token && this.#read(token);
    if (operand?.kind === 'name') return findAreaOfName(this.workbook, this.place, operand.name.formula);
    return operand && 'area' in operand ? operand : null;
  }

  #placeFunction(name: string): FormulaFragment | null {
    const place = REFERENCE_FUNCTIONS.get(name);
    if (!place) return null;
    const { row, column, sheet } = this.place;
    const own = { sheet, area: { top: row, bottom: row, left: column, right: column } };
    const isBare = this.#reader.isAt(')');
    const found = isBare ? own : this.#firstArea();
    if (!found) return null;
    const { top, left } = found.area;
    if (name === 'FORMULATEXT' || name === 'ISFORMULA') {
      this.result.cells.push({ sheetId: found.sheet.id, row: top, column: left });
    }
    while (!this.#reader.isAt(')')) this.#reader.consume();
    this.#reader.consume();
    return place(this.workbook, found.sheet, found.area);
  }

  /** INDEX at an end of a range ("A2:INDEX(A:A,9)") gives a place, which the library knows of INDIRECT alone. */
  #cornerOfRange(name: string, start: number): FormulaFragment | null {
    const first = name === 'INDEX' && this.#reader.isEndOfRange(start) ? this.#firstArea() : null;
    if (!first) return null;
    const { sheet, area } = first;
    const [, row = '1', column] = this.#arguments(name).map((arg) => arg.text);
    this.result.isDynamic = true;
    const isRow = column === undefined && area.top === area.bottom && area.left !== area.right;
    const [down, right] = isRow ? ['1', row] : [row, column ?? '1'];
    const prefix = formatSheetPrefix(sheet).replaceAll('"', '""');
    return createArrayFragment(
      `INDIRECT("${prefix}"&ADDRESS(${area.top}+(${down}),${area.left}+(${right})))`,
    );
  }
}

/**
 * Compiles the formula of a cell: by the template that it shares with equal formulas, or for the library. Areas it
 * reads are entered in the registry (not yet with their readers).
 */
export function compileFormula(
  templates: TemplateCache,
  areas: RangeRegistry,
  place: CellLocation,
  formulaText: string,
): CompiledFormula {
  const formula = expandSheetSpans(templates.workbook, formulaText);
  const template = templates.get(place, formula);
  if (template) {
    const { evaluate, readsToday, isVolatile } = template;
    const { row, column } = place;
    return {
      ...createCompiledFormula(),
      evaluate,
      readsToday,
      isVolatile,
      ...placeTemplate(template, areas, row, column),
    };
  }
  const compiler = new FormulaCompiler(templates.workbook, areas, place);
  const { text } = compiler.compile(formula);
  return { ...compiler.result, text };
}
