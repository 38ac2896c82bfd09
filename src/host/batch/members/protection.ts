import { passwordFits } from '../../xlsx/password';
import type { ProtectionModel } from '../../model/types';
import { objectArg, optionalText } from '../arguments';
import { toBoth } from '../change-events';
import { defineClass, method, property } from '../class-table';
import { type BatchContext, sheetOf } from '../context';
import { EVENT } from '../events';
import { HostError, invalidArgument } from '../host-error';
import type { ObjectOf } from '../objects';

/** Excel.WorksheetProtectionOptions with what protect() takes where nothing is said. */
const DEFAULT_OPTIONS = {
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

function own(self: ObjectOf<'WorksheetProtection'>, context: BatchContext): ProtectionModel {
  return sheetOf(context, self.sheetId).protection;
}

/** Protects; what is protected already is refused. */
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

/** Takes protection away; a wrong or missing password is refused. */
export function unprotect(protection: ProtectionModel, password: string | undefined): void {
  if (!protection.protected) return;
  if (!passwordFits(protection.password, password)) {
    throw new HostError('AccessDenied', 'The password is not right.');
  }
  protection.protected = false;
  delete protection.password;
}

function told(self: ObjectOf<'WorksheetProtection'>, context: BatchContext): void {
  const message = {
    isProtected: own(self, context).protected,
    source: 'Local',
    worksheetId: self.sheetId,
  };
  context.events.push(...toBoth(EVENT.worksheetProtectionChanged, self.sheetId, message));
}

export const worksheetProtection = defineClass<'WorksheetProtection'>({
  name: 'WorksheetProtection',
  members: {
    protected: property((self, context) => own(self, context).protected),
    options: property((self, context) => {
      const protection = own(self, context);
      return protection.protected ? { ...DEFAULT_OPTIONS, ...protection.options } : null;
    }),
    protect: method((self, [options, password], context) => {
      const given = objectArg(options ?? {}, 'options');
      const chosen: Record<string, boolean | string> = { ...DEFAULT_OPTIONS };
      for (const [name, value] of Object.entries(given)) {
        if (value === undefined || value === null) continue;
        const standard = DEFAULT_OPTIONS[name as keyof typeof DEFAULT_OPTIONS];
        if (typeof value !== typeof standard)
          throw invalidArgument(`The protection option ${name} is not valid.`);
        chosen[name] = value as boolean | string;
      }
      protect(own(self, context), chosen, optionalText(password, 'password'));
      told(self, context);
    }),
    unprotect: method((self, [password], context) => {
      unprotect(own(self, context), optionalText(password, 'password'));
      told(self, context);
    }),
  },
});

export const workbookProtection = defineClass<'WorkbookProtection'>({
  name: 'WorkbookProtection',
  members: {
    protected: property((_self, { workbook }) => workbook.protection.protected),
    protect: method((_self, [password], { workbook }) =>
      protect(workbook.protection, {}, optionalText(password, 'password')),
    ),
    unprotect: method((_self, [password], { workbook }) =>
      unprotect(workbook.protection, optionalText(password, 'password')),
    ),
  },
});
