import type { ConditionalFormatModel, SheetModel } from '../../model/types';
import { requireSheet } from '../batch-context';
import { createItemNotFoundError } from '../host-error';
import type { BatchContext } from '../types';

export type ConditionalFormatHandle = { sheetId: string; formatId: string };

/**
 * Returns the rule of a handle.
 * @throws HostError (ItemNotFound) once it is deleted.
 */
export function requireConditionalFormat(
  { sheetId, formatId }: ConditionalFormatHandle,
  context: BatchContext,
): { sheet: SheetModel; format: ConditionalFormatModel } {
  const sheet = requireSheet(context, sheetId);
  const format = sheet.conditionalFormats.find(({ id }) => id === formatId);
  if (!format) throw createItemNotFoundError('The conditional format is no longer on the sheet.');
  return { sheet, format };
}
