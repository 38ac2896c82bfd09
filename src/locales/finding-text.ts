import type { ProblemCode } from '../annex/problem';
import type { Finding } from '../consolidation/findings/finding';
import { describeProblem } from './format-problem';
import { dictionaries, t } from './locale';
import type { Locale } from './locale';

const isProblem = (code: string): code is ProblemCode => code in dictionaries.vi.problems;

/** The code under which a finding is known outside: a warning of a file has that of its problem. */
export const findingCode = ({ code, args }: Finding): string =>
  code === 'file-warning' ? String(args['problem'] ?? code) : code;

/** What a finding says, in a language; what was read back from a sheet says what stands there. */
export const findingText = (locale: Locale, finding: Finding): string => {
  const { code, args, place } = finding;
  const problem = String(args['problem'] ?? '');
  if (code === 'file-warning' && args['message'] === undefined && isProblem(problem)) {
    return describeProblem(locale, { code: problem, severity: 'warning', place, details: args }).what;
  }
  return t(locale, `finding.${code}`, args);
};
