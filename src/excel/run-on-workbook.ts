import { err, type Result } from '../shared/result';
import { toOfficeProblem } from './office-problem';

/**
 * Runs work on the open workbook, or on the one that `session` leads to. What Excel refuses comes back as a problem;
 * an error of the program's own is thrown on.
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
