import type { Problem } from '../../shared/problem';
import { warning } from '../../shared/result';
import { trySend } from './try-send';

/** A part of a sheet without which its data is complete. Excel may reject it, e.g. page set-up without a printer. */
export type Decoration = {
  kind: 'page-setup' | 'chart' | 'frozen-panes' | 'gridlines' | 'activation';
  sheet: string;
  /** Queues the actions. */
  queue: () => void;
  /** Removes what a rejected request has left behind, before `queue` is repeated. */
  reset?: () => Promise<void>;
};

const WARNING_CODES = {
  'page-setup': 'page-setup-missing',
  chart: 'chart-missing',
  'frozen-panes': 'frozen-panes-missing',
  gridlines: 'gridlines-shown',
  activation: 'sheet-not-shown',
} as const;

/**
 * Sends decorations in a request of their own, after the data. If Excel rejects it, sends each decoration alone, so
 * that one does not cost another.
 *
 * @returns a warning for each decoration that Excel rejects
 * @throws every error that does not come from office.js
 */
export async function runDecorations(
  context: Excel.RequestContext,
  decorations: readonly Decoration[],
): Promise<Problem[]> {
  if (decorations.length === 0) return [];
  const isAccepted = await trySend(context, () => decorations.forEach(({ queue }) => queue()));
  if (isAccepted === null) return [];
  const warnings: Problem[] = [];
  for (const { kind, sheet, queue, reset } of decorations) {
    const rejected = await trySend(context, async () => {
      await reset?.();
      queue();
    });
    if (rejected) warnings.push(warning(WARNING_CODES[kind], { sheet }, rejected.details));
  }
  return warnings;
}
