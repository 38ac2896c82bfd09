import type { Annex } from '../../../src/annex/types';
import type { UnitEntry } from '../../../src/consolidation/types';
import { type Answer, type Answers, AS_OF } from './create-answers';
import type { ExpectedFinding } from './defects';
import type { LoggedOccurrence } from './fill-log';

export type UnitTruth = {
  unit: UnitEntry;
  file: string;
  defects: string[];
  answers: Answers;
  expected: ExpectedFinding[];
  /** Of a unit that keeps the log. */
  logged?: readonly LoggedOccurrence[];
};

type AnswerCounts = {
  performed: number;
  notPerformed: number;
  undecided: number;
  done: number;
  overdue: number;
};

/** What consolidating the samples is to give, counted from the answers alone. */
export type ReturnedTruth = {
  asOf: string;
  read: number;
  failed: { file: string; code: string }[];
  duplicates: { unit: string; files: string[]; used: string; differences: number }[];
  questions: string[];
  missing: string[];
  totals: AnswerCounts & { required: number };
  byUnit: (AnswerCounts & { code: string; name: string })[];
  byArea: (AnswerCounts & { section: string; required: number })[];
  findings: { code: string; unit: string; task: string }[];
  defects: { file: string; unit: string; defects: string[] }[];
  /** Every occurrence that is in a log, late as of the day of the consolidation or not. */
  occurrences: { unit: string; task: string; key: string; state: string; doneOn: string; late: boolean }[];
};

function isLate({
  applicability,
  state,
  due,
  doneOn,
}: Pick<Answer, 'applicability' | 'state' | 'due' | 'doneOn'>): boolean {
  if (applicability !== 'performed' || due === '') return false;
  if (state === 'done') return doneOn > due;
  return (state === 'inProgress' || state === 'notStarted') && AS_OF > due;
}

function countAnswers(answers: readonly Answer[]): AnswerCounts {
  const count = (test: (answer: Answer) => boolean): number => answers.filter(test).length;
  return {
    performed: count(({ applicability }) => applicability === 'performed'),
    notPerformed: count(({ applicability }) => applicability === 'notPerformed'),
    undecided: count(({ applicability }) => applicability === 'undecided'),
    done: count(({ applicability, state }) => applicability === 'performed' && state === 'done'),
    overdue: count((answer) => answer.state !== 'done' && isLate(answer)),
  };
}

/** Tasks that some schools of a kind perform and others refuse. */
function findDisagreements(annex: Annex, returned: readonly UnitTruth[]): ReturnedTruth['findings'] {
  return [...new Set(returned.map(({ unit }) => unit.kind))].flatMap((kind) =>
    annex.tasks.flatMap(({ id }) => {
      const marks = new Set(
        returned
          .filter(({ unit }) => unit.kind === kind)
          .map(({ answers }) => answers.get(id)!.applicability),
      );
      return marks.has('performed') && marks.has('notPerformed')
        ? [{ code: 'disagreement', unit: '', task: id }]
        : [];
    }),
  );
}

type TruthParts = Pick<ReturnedTruth, 'failed' | 'duplicates' | 'questions'>;

export function createTruth(
  annex: Annex,
  units: readonly UnitEntry[],
  returned: readonly UnitTruth[],
  { failed, duplicates, questions }: TruthParts,
): ReturnedTruth {
  const all = returned.flatMap(({ answers }) => [...answers.values()]);
  const sent = new Set(returned.map(({ unit }) => unit.code));
  const missing = units.filter(({ code }) => !sent.has(code)).map(({ code }) => code);
  const sections = [...new Set(annex.tasks.map(({ section }) => section))];
  return {
    asOf: AS_OF,
    read: returned.length + questions.length + duplicates.length,
    failed,
    duplicates,
    questions,
    missing,
    totals: { required: all.length, ...countAnswers(all) },
    byUnit: returned.map(({ unit, answers }) => ({
      code: unit.code,
      name: unit.name,
      ...countAnswers([...answers.values()]),
    })),
    byArea: sections.map((section) => {
      const ids = annex.tasks.filter((task) => task.section === section).map(({ id }) => id);
      const of = returned.flatMap(({ answers }) => ids.map((id) => answers.get(id)!));
      return { section, required: of.length, ...countAnswers(of) };
    }),
    findings: [
      ...missing.map((unit) => ({ code: 'unit-missing', unit, task: '' })),
      ...questions.map(() => ({ code: 'unit-question', unit: '', task: '' })),
      ...duplicates
        .filter(({ differences }) => differences > 0)
        .map(({ unit }) => ({ code: 'unit-twice', unit, task: '' })),
      ...findDisagreements(annex, returned),
      ...returned.flatMap(({ unit, expected }) =>
        expected.map(({ code, task }) => ({ code, unit: unit.code, task })),
      ),
    ],
    occurrences: returned.flatMap(({ unit, logged: retained = [] }) =>
      retained.map(({ task, key, state, due, doneOn }) => ({
        unit: unit.code,
        task,
        key,
        state,
        doneOn,
        late: isLate({ applicability: 'performed', state, due, doneOn }),
      })),
    ),
    defects: returned.map(({ unit, file, defects }) => ({ file, unit: unit.code, defects })),
  };
}
