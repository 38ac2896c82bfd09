import { appendAll } from '../../model/collections';
import type { ProtectionModel } from '../../model/types';
import { readObjectArg, readOptionalTextArg } from '../../protocol/arguments';
import { requireSheet } from '../../protocol/batch-context';
import { createEventPair } from '../../protocol/change-events';
import { defineClass, defineMethod, defineProperty } from '../../protocol/define-class';
import { EVENT_TYPES } from '../../protocol/events';
import { createInvalidArgumentError, HostError } from '../../protocol/host-error';
import type { ObjectOf } from '../../protocol/host-objects';
import type { BatchContext } from '../../protocol/types';
import { isPasswordMatch } from '../../xlsx/password';

/** Excel.WorksheetProtectionOptions with the defaults of protect(). */
const DEFAULT_PROTECTION_OPTIONS = {
  allowAutoFilter: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowEditObjects: false,
  allowEditScenarios: false,
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertHyperlinks: false,
  allowInsertRows: false,
  allowPivotTables: false,
  allowSort: false,
  selectionMode: 'Normal',
} satisfies Record<string, boolean | string>;

function getProtection(self: ObjectOf<'WorksheetProtection'>, context: BatchContext): ProtectionModel {
  return requireSheet(context, self.sheetId).protection;
}

/**
 * Protects a sheet or the workbook.
 * @throws HostError where it is already protected.
 */
export function protect(
  protection: ProtectionModel,
  options: Record<string, boolean | string>,
  password: string | undefined,
): void {
  if (protection.protected) throw new HostError('AccessDenied', 'It is protected already.');
  protection.protected = true;
  protection.options = options;
  if (password) protection.password = password;
  else delete protection.password;
}

/**
 * Removes the protection.
 * @throws HostError where the password is wrong or missing.
 */
export function unprotect(protection: ProtectionModel, password: string | undefined): void {
  if (!protection.protected) return;
  if (!isPasswordMatch(protection.password, password)) {
    throw new HostError('AccessDenied', 'The password is not right.');
  }
  protection.protected = false;
  delete protection.password;
}

function emitProtectionEvent(self: ObjectOf<'WorksheetProtection'>, context: BatchContext): void {
  const message = {
    isProtected: getProtection(self, context).protected,
    source: 'Local',
    worksheetId: self.sheetId,
  };
  appendAll(context.events, createEventPair(EVENT_TYPES.worksheetProtectionChanged, self.sheetId, message));
}

export const worksheetProtectionClass = defineClass<'WorksheetProtection'>({
  name: 'WorksheetProtection',
  members: {
    protected: defineProperty((self, context) => getProtection(self, context).protected),
    options: defineProperty((self, context) => {
      const protection = getProtection(self, context);
      return protection.protected ? { ...DEFAULT_PROTECTION_OPTIONS, ...protection.options } : null;
    }),
    protect: defineMethod((self, [options, password], context) => {
      const given = readObjectArg(options ?? {}, 'options');
      const chosen: Record<string, boolean | string> = { ...DEFAULT_PROTECTION_OPTIONS };
      for (const [name, value] of Object.entries(given)) {
        if (value === undefined || value === null) continue;
        const standard = DEFAULT_PROTECTION_OPTIONS[name as keyof typeof DEFAULT_PROTECTION_OPTIONS];
        if (typeof value !== typeof standard)
          throw createInvalidArgumentError(`The protection option ${name} is not valid.`);
        chosen[name] = value as boolean | string;
      }
      protect(getProtection(self, context), chosen, readOptionalTextArg(password, 'password'));
      emitProtectionEvent(self, context);
    }),
    unprotect: defineMethod((self, [password], context) => {
      unprotect(getProtection(self, context), readOptionalTextArg(password, 'password'));
      emitProtectionEvent(self, context);
    }),
  },
});

export const workbookProtectionClass = defineClass<'WorkbookProtection'>({
  name: 'WorkbookProtection',
  members: {
    protected: defineProperty((_self, { workbook }) => workbook.protection.protected),
    protect: defineMethod((_self, [password], { workbook }) =>
      protect(workbook.protection, {}, readOptionalTextArg(password, 'password')),
    ),
    unprotect: defineMethod((_self, [password], { workbook }) =>
      unprotect(workbook.protection, readOptionalTextArg(password, 'password')),
    ),
  },
});
