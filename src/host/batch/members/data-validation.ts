import type { Area, ValidationModel } from '../../model/types';
import { areaAddress, intersects, quoteSheetName } from '../../model/address';
import { subtractArea, clearValidations } from '../rules-of-cells';
import { type ValidationKind, VALIDATION_KINDS, readRule } from '../validation-rule';
import { booleanArg, choiceArg, isObjectOf, objectArg, optionalBoolean, optionalText } from '../arguments';
import { defineClass, method, object, property } from '../class-table';
import { cellsIn } from '../cell-values';
import { type BatchContext, areaOf, areasOf, makeRangeAreas, sheetOf } from '../context';
import { invalidArgument, itemNotFound } from '../host-error';
import type { ObjectOf, RangeObject } from '../objects';
import { ensureAllowed } from '../protection';
import { areasWhere } from '../special-cells';
import { invalidCells } from '../validity';
import type { Json, JsonObject } from '../wire';

type Self = ObjectOf<'DataValidation'>;

/** The validations on the cells, and whether some of the cells have none. */
function onCells(self: Self, context: BatchContext): { found: ValidationModel[]; someWithout: boolean } {
  const sheet = sheetOf(context, self.cells.sheetId);
  const areas = areasOf(self.cells);
  const found = sheet.validations.filter((one) =>
    one.areas.some((area) => areas.some((own) => intersects(area, own))),
  );
  const rest = found.reduce(
    (left, one) => one.areas.reduce((areas, area) => subtractArea(areas, area), left),
    areas,
  );
  return { found, someWithout: rest.length > 0 };
}

/** The one validation all cells have; null when none or not all have it. */
function only(self: Self, context: BatchContext): ValidationModel | null {
  const { found, someWithout } = onCells(self, context);
  const [first, ...others] = found;
  const isSame = ({ areas: _, ...one }: ValidationModel, { areas: __, ...other }: ValidationModel): boolean =>
    JSON.stringify(one) === JSON.stringify(other);
  return first && !someWithout && others.every((other) => isSame(first, other)) ? first : null;
}

function kindOf(rule: Record<string, unknown>): ValidationKind | undefined {
  return VALIDATION_KINDS.find((kind) => rule[kind] !== undefined);
}

/** "wholeNumber" → "WholeNumber" (Excel.DataValidationType). */
function typeOf(rule: Record<string, unknown>): string {
  const kind = kindOf(rule);
  return kind ? kind.charAt(0).toUpperCase() + kind.slice(1) : 'None';
}

const blank = (): ValidationModel => ({ areas: [], rule: {}, ignoreBlanks: true });

/** Gives the cells a validation of their own, changed from the one they have in common. */
function change(self: Self, context: BatchContext, edit: (validation: ValidationModel) => void): void {
  const sheet = sheetOf(context, self.cells.sheetId);
  ensureAllowed(sheet);
  const areas = areasOf(self.cells);
  const current = only(self, context);
  const next: ValidationModel = { ...structuredClone(current ?? blank()), areas: [...areas] };
  edit(next);
  for (const area of areas) clearValidations(sheet, area);
  if (kindOf(next.rule) !== undefined || next.prompt || next.errorAlert) sheet.validations.push(next);
}

/** A range given as a list's source or a bound becomes a reference. */
function withReferences(rule: JsonObject, self: Self, context: BatchContext): JsonObject {
  return Object.fromEntries(
    Object.entries(rule).map(([key, part]): [string, Json | undefined] => {
      if (isObjectOf(part, 'Range')) return [key, referenceTo(part, self, context)];
      if (part !== null && typeof part === 'object' && !Array.isArray(part)) {
        return [key, withReferences(part, self, context)];
      }
      return [key, part];
    }),
  );
}

function referenceTo(range: RangeObject, self: Self, context: BatchContext): string {
  const address = areaAddress(areaOf(range)).replace(/[A-Z]+|\d+/g, (part) => `$${part}`);
  return range.sheetId === self.cells.sheetId
    ? `=${address}`
    : `=${quoteSheetName(sheetOf(context, range.sheetId).name)}!${address}`;
}

function limited(text: string | undefined, name: string, most: number): string {
  if ((text ?? '').length > most) throw invalidArgument(`'${name}' has more than ${most} characters.`);
  return text ?? '';
}

/** Longest title and message of a prompt or alert (Excel.DataValidationPrompt, DataValidationErrorAlert). */
const MOST_TITLE = 32;
const MOST_MESSAGE = 255;

function invalidOf(self: Self, context: BatchContext) {
  return invalidCells(context, sheetOf(context, self.cells.sheetId), areasOf(self.cells));
}

function invalidAreas(self: Self, context: BatchContext): Area[] {
  const invalid = new Set(invalidOf(self, context).map(({ row, column }) => `${row} ${column}`));
  return areasOf(self.cells).flatMap((area) =>
    areasWhere(area, (row, column) => invalid.has(`${row} ${column}`)),
  );
}

export const dataValidation = defineClass<'DataValidation'>({
  name: 'DataValidation',
  members: {
    type: property((self, context) => {
      const { found, someWithout } = onCells(self, context);
      if (found.length === 0) return 'None';
      const validation = only(self, context);
      if (validation) return typeOf(validation.rule);
      return someWithout ? 'Inconsistent' : 'MixedCriteria';
    }),
    rule: property(
      (self, context) => (only(self, context)?.rule ?? {}) as JsonObject,
      (self, value, context) => {
        const rule = readRule(withReferences(objectArg(value, 'rule'), self, context));
        change(self, context, (validation) => {
          validation.rule = rule;
        });
      },
    ),
    ignoreBlanks: property(
      (self, context) => only(self, context)?.ignoreBlanks ?? true,
      (self, value, context) =>
        change(self, context, (validation) => {
          validation.ignoreBlanks = booleanArg(value, 'ignoreBlanks');
        }),
    ),
    prompt: property(
      (self, context) => only(self, context)?.prompt ?? { showPrompt: true, title: '', message: '' },
      (self, value, context) => {
        const given = objectArg(value, 'prompt');
        change(self, context, (validation) => {
          validation.prompt = {
            showPrompt: optionalBoolean(given['showPrompt'], 'prompt.showPrompt') ?? true,
            title: limited(optionalText(given['title'], 'prompt.title'), 'prompt.title', MOST_TITLE),
            message: limited(
              optionalText(given['message'], 'prompt.message'),
              'prompt.message',
              MOST_MESSAGE,
            ),
          };
        });
      },
    ),
    errorAlert: property(
      (self, context) =>
        only(self, context)?.errorAlert ?? { showAlert: true, style: 'Stop', title: '', message: '' },
      (self, value, context) => {
        const given = objectArg(value, 'errorAlert');
        change(self, context, (validation) => {
          validation.errorAlert = {
            showAlert: optionalBoolean(given['showAlert'], 'errorAlert.showAlert') ?? true,
            style: choiceArg(given['style'] ?? 'Stop', 'errorAlert.style', [
              'Stop',
              'Warning',
              'Information',
            ]),
            title: limited(optionalText(given['title'], 'errorAlert.title'), 'errorAlert.title', MOST_TITLE),
            message: limited(
              optionalText(given['message'], 'errorAlert.message'),
              'errorAlert.message',
              MOST_MESSAGE,
            ),
          };
        });
      },
    ),
    valid: property((self, context) => {
      const invalid = invalidOf(self, context).length;
      const all = areasOf(self.cells).reduce((sum, area) => sum + cellsIn(area), 0);
      return invalid === 0 ? true : invalid === all ? false : null;
    }),
    getInvalidCells: object((self, _args, context) => {
      const areas = invalidAreas(self, context);
      if (areas.length === 0) throw itemNotFound('Every cell is valid.');
      return makeRangeAreas(context, self.cells.sheetId, areas);
    }),
    getInvalidCellsOrNullObject: object((self, _args, context) => {
      const areas = invalidAreas(self, context);
      return areas.length > 0 ? makeRangeAreas(context, self.cells.sheetId, areas) : null;
    }),
    clear: method((self, _args, context) => {
      const sheet = sheetOf(context, self.cells.sheetId);
      ensureAllowed(sheet);
      for (const area of areasOf(self.cells)) clearValidations(sheet, area);
    }),
  },
});
