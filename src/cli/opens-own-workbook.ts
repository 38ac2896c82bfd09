import { existsSync } from 'node:fs';

/** Subcommands that open a workbook of the user whatever their options say. */
export const WORKBOOK_SUBCOMMANDS: readonly string[] = [
  ...['summary', 'agenda', 'documents', 'calendar', 'print', 'word', 'report', 'add-task'],
  'consolidate',
];

/** An option that names a workbook to go on with: "--into FILE", "-o FILE", "--out=FILE". */
const TARGET_OPTION = /^(?:--into|--out|-o)=?(.*)$/su;

/** Whether a call may open a workbook of the user: it runs where it can be ended. */
export function opensOwnWorkbook(args: readonly string[]): boolean {
  if (args.some((arg) => WORKBOOK_SUBCOMMANDS.includes(arg))) return true;
  return args.some((arg, index) => {
    const target = TARGET_OPTION.exec(arg);
    return target !== null && existsSync(target[1] || (args[index + 1] ?? ''));
  });
}
