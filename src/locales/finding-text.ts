import type { ProblemCode } from '../annex/problem';
import type { Finding } from '../consolidation/findings/finding';
import { describeProblem } from './format-problem';
import { dictionaryOf, t } from './locale';
import type { Locale } from './locale';
import { columnHeaders } from './sheet-words';

const isProblem = (code: string): code is ProblemCode => code in dictionaryOf('vi').problems;

/** The code under which a finding is known outside: a warning of a file has that of its problem. */
export function findingCode({ code, args }: Finding): string {
  return code === 'file-warning' ? String(args['problem'] ?? code) : code;
}

const BLANK = '–';

const isColumn = (field: string): field is keyof typeof columnHeaders => field in columnHeaders;

/** Blank cells as a dash, columns by their headers. */
function shown({ before, after, field }: Finding['args']): Finding['args'] {
  return {
    ...(before === '' && { before: BLANK }),
    ...(after === '' && { after: BLANK }),
    ...(typeof field === 'string' && isColumn(field) && { field: columnHeaders[field] }),
  };
}

/** What a finding says, in a language; what was read back from a sheet says what stands there. */
export function findingText(locale: Locale, finding: Finding): string {
  const { code, args, place } = finding;
  const problem = String(args['problem'] ?? '');
  if (code === 'file-warning' && args['message'] === undefined && isProblem(problem)) {
    return describeProblem(locale, { code: problem, severity: 'warning', place, details: args }).what;
  }
  return t(locale, `finding.${code}`, { ...args, ...shown(args) });
}
