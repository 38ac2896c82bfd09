import { err, type Result } from '../shared/result';
import { toOfficeProblem } from './office-problem';

/**
 * Runs work on the open workbook, or on the workbook of `session`. Errors of Excel are returned as problems.
 *
 * @throws every error that does not come from office.js
 */
export async function runOnWorkbook<T>(
  work: (context: Excel.RequestContext) => Promise<Result<T>>,
  session?: OfficeExtension.RequestUrlAndHeaderInfo,
): Promise<Result<T>> {
  try {
    return await (session ? Excel.run({ session }, work) : Excel.run(work));
  } catch (error) {
    const problem = toOfficeProblem(error);
    if (!problem) throw error;
    return err([problem]);
  }
}
