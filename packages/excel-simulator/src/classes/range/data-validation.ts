import { areRangesIntersecting, formatRange, quoteSheetName } from '@phuluc/ooxml/a1';
import type { CellRange, ValidationModel } from '../../model/types';
import {
  isHostObject,
  readBooleanArg,
  readChoiceArg,
  readObjectArg,
  readOptionalBooleanArg,
  readOptionalTextArg,
} from '../../protocol/arguments';
import {
  createRangeAreasObject,
  getCellRange,
  getCellRanges,
  requireSheet,
} from '../../protocol/batch-context';
import { clearValidations, subtractRange } from '../../protocol/cells/cell-rules';
import { countCells } from '../../protocol/cells/cell-values';
import { findInvalidCells } from '../../protocol/cells/find-invalid-cells';
import { collectRanges } from '../../protocol/cells/find-special-cells';
import { toRegionalRule } from '../../protocol/cells/regional-formulas';
import { defineClass, defineFindPair, defineMethod, defineProperty } from '../../protocol/define-class';
import { createInvalidArgumentError } from '../../protocol/host-error';
import type { ObjectOf, RangeObject } from '../../protocol/host-objects';
import { ensureAllowed } from '../../protocol/sheets/ensure-writable';
import type { BatchContext } from '../../protocol/types';
import type { Json, JsonObject } from '../../protocol/wire';
import { readValidationRule, VALIDATION_KINDS, type ValidationKind } from './read-validation-rule';

type Self = ObjectOf<'DataValidation'>;

/** Finds the validations on the cells, and whether some of the cells have none. */
function findValidations(
  self: Self,
  context: BatchContext,
): { found: ValidationModel[]; someWithout: boolean } {
  const sheet = requireSheet(context, self.cells.sheetId);
  const areas = getCellRanges(self.cells);
  const found = sheet.validations.filter((one) =>
    one.areas.some((area) => areas.some((own) => areRangesIntersecting(area, own))),
  );
  const rest = found.reduce(
    (left, one) => one.areas.reduce((areas, area) => subtractRange(areas, area), left),
    areas,
  );
  return { found, someWithout: rest.length > 0 };
}

/**
 * Returns the validation that all cells have.
 * @returns null where the cells have none or different ones.
 */
function getCommonValidation(self: Self, context: BatchContext): ValidationModel | null {
  const { found, someWithout } = findValidations(self, context);
  const [first, ...others] = found;
  const isSame = ({ areas: _, ...one }: ValidationModel, { areas: __, ...other }: ValidationModel): boolean =>
    JSON.stringify(one) === JSON.stringify(other);
  return first && !someWithout && others.every((other) => isSame(first, other)) ? first : null;
}

function getRuleKind(rule: Record<string, unknown>): ValidationKind | undefined {
  return VALIDATION_KINDS.find((kind) => rule[kind] !== undefined);
}

/** Returns the Excel.DataValidationType of a rule: "wholeNumber" → "WholeNumber". */
function getRuleType(rule: Record<string, unknown>): string {
  const kind = getRuleKind(rule);
  return kind ? kind.charAt(0).toUpperCase() + kind.slice(1) : 'None';
}

const createBlankValidation = (): ValidationModel => ({ areas: [], rule: {}, ignoreBlanks: true });

/** Gives the cells a validation of their own, edited from the one they have in common. */
function changeValidation(
  self: Self,
  context: BatchContext,
  edit: (validation: ValidationModel) => void,
): void {
  const sheet = requireSheet(context, self.cells.sheetId);
  ensureAllowed(sheet);
  const areas = getCellRanges(self.cells);
  const current = getCommonValidation(self, context);
  const next: ValidationModel = { ...structuredClone(current ?? createBlankValidation()), areas: [...areas] };
  edit(next);
  for (const area of areas) clearValidations(sheet, area);
  if (getRuleKind(next.rule) !== undefined || next.prompt || next.errorAlert) sheet.validations.push(next);
}

/** Replaces ranges given as a list's source or as a bound by references. */
function resolveReferences(rule: JsonObject, self: Self, context: BatchContext): JsonObject {
  return Object.fromEntries(
    Object.entries(rule).map(([key, part]): [string, Json | undefined] => {
      if (isHostObject(part, 'Range')) return [key, formatRangeReference(part, self, context)];
      if (part !== null && typeof part === 'object' && !Array.isArray(part)) {
        return [key, resolveReferences(part, self, context)];
      }
      return [key, part];
    }),
  );
}

function formatRangeReference(range: RangeObject, self: Self, context: BatchContext): string {
  const address = formatRange(getCellRange(range)).replace(/[A-Z]+|\d+/g, (part) => `$${part}`);
  return range.sheetId === self.cells.sheetId
    ? `=${address}`
    : `=${quoteSheetName(requireSheet(context, range.sheetId).name)}!${address}`;
}

function limitText(text: string | undefined, name: string, most: number): string {
  if ((text ?? '').length > most)
    throw createInvalidArgumentError(`'${name}' has more than ${most} characters.`);
  return text ?? '';
}

/** Greatest length of a title and a message (Excel.DataValidationPrompt, DataValidationErrorAlert). */
const MAX_TITLE_LENGTH = 32;
const MAX_MESSAGE_LENGTH = 255;

function listInvalidCells(self: Self, context: BatchContext) {
  return findInvalidCells(context, requireSheet(context, self.cells.sheetId), getCellRanges(self.cells));
}

function listInvalidRanges(self: Self, context: BatchContext): CellRange[] {
  const invalid = new Set(listInvalidCells(self, context).map(({ row, column }) => `${row} ${column}`));
  return getCellRanges(self.cells).flatMap((area) =>
    collectRanges(area, (row, column) => invalid.has(`${row} ${column}`)),
  );
}

export const dataValidationClass = defineClass<'DataValidation'>({
  name: 'DataValidation',
  members: {
    type: defineProperty((self, context) => {
      const { found, someWithout } = findValidations(self, context);
      if (found.length === 0) return 'None';
      const validation = getCommonValidation(self, context);
      if (validation) return getRuleType(validation.rule);
      return someWithout ? 'Inconsistent' : 'MixedCriteria';
    }),
    rule: defineProperty(
      (self, context) =>
        toRegionalRule(context.session, getCommonValidation(self, context)?.rule ?? {}) as JsonObject,
      (self, value, context) => {
        const given = resolveReferences(readObjectArg(value, 'rule'), self, context);
        const rule = readValidationRule(context.session, given);
        changeValidation(self, context, (validation) => {
          validation.rule = rule;
        });
      },
    ),
    ignoreBlanks: defineProperty(
      (self, context) => getCommonValidation(self, context)?.ignoreBlanks ?? true,
      (self, value, context) =>
        changeValidation(self, context, (validation) => {
          validation.ignoreBlanks = readBooleanArg(value, 'ignoreBlanks');
        }),
    ),
    prompt: defineProperty(
      (self, context) =>
        getCommonValidation(self, context)?.prompt ?? { showPrompt: true, title: '', message: '' },
      (self, value, context) => {
        const given = readObjectArg(value, 'prompt');
        changeValidation(self, context, (validation) => {
          validation.prompt = {
            showPrompt: readOptionalBooleanArg(given['showPrompt'], 'prompt.showPrompt') ?? true,
            title: limitText(
              readOptionalTextArg(given['title'], 'prompt.title'),
              'prompt.title',
              MAX_TITLE_LENGTH,
            ),
            message: limitText(
              readOptionalTextArg(given['message'], 'prompt.message'),
              'prompt.message',
              MAX_MESSAGE_LENGTH,
            ),
          };
        });
      },
    ),
    errorAlert: defineProperty(
      (self, context) =>
        getCommonValidation(self, context)?.errorAlert ?? {
          showAlert: true,
          style: 'Stop',
          title: '',
          message: '',
        },
      (self, value, context) => {
        const given = readObjectArg(value, 'errorAlert');
        changeValidation(self, context, (validation) => {
          validation.errorAlert = {
            showAlert: readOptionalBooleanArg(given['showAlert'], 'errorAlert.showAlert') ?? true,
            style: readChoiceArg(given['style'] ?? 'Stop', 'errorAlert.style', [
              'Stop',
              'Warning',
              'Information',
            ]),
            title: limitText(
              readOptionalTextArg(given['title'], 'errorAlert.title'),
              'errorAlert.title',
              MAX_TITLE_LENGTH,
            ),
            message: limitText(
              readOptionalTextArg(given['message'], 'errorAlert.message'),
              'errorAlert.message',
              MAX_MESSAGE_LENGTH,
            ),
          };
        });
      },
    ),
    valid: defineProperty((self, context) => {
      const invalid = listInvalidCells(self, context).length;
      const all = getCellRanges(self.cells).reduce((sum, area) => sum + countCells(area), 0);
      return invalid === 0 ? true : invalid === all ? false : null;
    }),
    ...defineFindPair<'DataValidation'>(
      'getInvalidCells',
      (self, _args, context) => {
        const areas = listInvalidRanges(self, context);
        return areas.length > 0 ? createRangeAreasObject(context, self.cells.sheetId, areas) : null;
      },
      'Every cell is valid.',
    ),
    clear: defineMethod((self, _args, context) => {
      const sheet = requireSheet(context, self.cells.sheetId);
      ensureAllowed(sheet);
      for (const area of getCellRanges(self.cells)) clearValidations(sheet, area);
    }),
  },
});
