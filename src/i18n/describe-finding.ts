import type { Finding } from '../consolidation/findings/finding';
import type { ProblemCode } from '../shared/problem';
import { warning } from '../shared/result';
import { describeProblem } from './format-problem';
import { getColumnHeader } from './get-column-header';
import { getDictionary, type Locale, t } from './locale';

const isProblemCode = (code: string): code is ProblemCode => code in getDictionary('vi').problems;

/** The code under which a finding is known outside: a warning of a file has that of its problem. */
export function getFindingCode({ code, args }: Finding): string {
  return code === 'file-warning' ? String(args['problem'] ?? code) : code;
}

const BLANK_VALUE = '–';

/** Blank cells as a dash, columns by their headers. */
function formatArgs({ before, after, field }: Finding['args']): Finding['args'] {
  return {
    ...(before === '' && { before: BLANK_VALUE }),
    ...(after === '' && { after: BLANK_VALUE }),
    ...(typeof field === 'string' && { field: getColumnHeader(field) }),
  };
}

/** What a finding says, in a language; what was read back from a sheet says what stands there. */
export function describeFinding(locale: Locale, finding: Finding): string {
  const { code, args, place } = finding;
  const problem = String(args['problem'] ?? '');
  if (code === 'file-warning' && args['message'] === undefined && isProblemCode(problem)) {
    return describeProblem(locale, warning(problem, place, args)).what;
  }
  return t(locale, `finding.${code}`, { ...args, ...formatArgs(args) });
}
