import type { ConditionalFormatModel, SheetModel } from '../model/types';
import { type BatchContext, sheetOf } from './context';
import { itemNotFound } from './host-error';

export type FormatHandle = { sheetId: string; formatId: string };

/** The rule a handle names; ItemNotFound once it is deleted. */
export function formatOf(
  { sheetId, formatId }: FormatHandle,
  context: BatchContext,
): { sheet: SheetModel; format: ConditionalFormatModel } {
  const sheet = sheetOf(context, sheetId);
  const format = sheet.conditionalFormats.find(({ id }) => id === formatId);
  if (!format) throw itemNotFound('The conditional format is no longer on the sheet.');
  return { sheet, format };
}
