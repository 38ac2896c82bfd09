import type { Annex, Applicability, Task } from '../../../src/annex/types';
import type { StoredState } from '../../../src/progress/types';
import { addDays } from '../../../src/shared/dates';
import { createRandom, pick } from '../random';

/** Up to which day the samples are consolidated. */
export const AS_OF = '2026-10-15';

/** What a school says of a task: the truth that its workbook is written from. */
export type Answer = {
  applicability: Applicability;
  reason: string;
  state: StoredState | null;
  due: string;
  doneOn: string;
  product: string;
  evidence: string;
};

export type Answers = Map<string, Answer>;

const REASONS = ['Không có đối tượng thực hiện tại đơn vị', 'Do đơn vị cấp trên thực hiện'];
const STATES: StoredState[] = ['done', 'done', 'done', 'inProgress', 'notStarted', 'nothingArisen'];

function createAnswer(task: Task, performs: boolean, random: ReturnType<typeof createRandom>): Answer {
  const due = addDays('2026-02-01', random(300));
  if (!performs) {
    const reason = pick(REASONS, random);
    const state = null;
    return {
      applicability: 'notPerformed',
      reason,
      state,
      due: '',
      doneOn: '',
      product: task.product,
      evidence: '',
    };
  }
  const state = pick(STATES, random);
  // Two in three are done in time, and no day lies after that of the consolidation.
  const doneOn = [addDays(due, random(12) - 8), AS_OF].sort()[0]!;
  return {
    applicability: 'performed',
    reason: '',
    state,
    due,
    doneOn: state === 'done' ? doneOn : '',
    product: task.product,
    evidence: state === 'done' ? `${1 + random(90)}/BC-${task.id.replace('.', '')}` : '',
  };
}

/** Tasks on which the schools of a kind do not agree: each is refused by the schools that `refuses` names. */
const DISPUTED_TASKS: readonly { kind: string; task: string; refuses: (index: number) => boolean }[] = [
  { kind: 'MN', task: 'I.1', refuses: (index) => index === 4 },
  { kind: 'TH', task: 'II.1', refuses: (index) => index < 5 },
  { kind: 'THCS', task: 'V.1', refuses: (index) => index % 2 === 0 },
];

/** The answers of school number `index` of its kind; schools of a kind agree but where they are said not to. */
export function createAnswers(annex: Annex, kind: string, index: number, seed: number): Answers {
  const random = createRandom(seed);
  return new Map(
    annex.tasks.map((task) => {
      const disputed = DISPUTED_TASKS.find((one) => one.kind === kind && one.task === task.id);
      const performs = disputed ? !disputed.refuses(index) : task.applicability === 'performed';
      const undecided = task.applicability === 'undecided';
      const answer = createAnswer(task, performs, random);
      return [
        task.id,
        undecided
          ? {
              ...answer,
              applicability: 'undecided',
              reason: '',
              state: null,
              due: '',
              doneOn: '',
              evidence: '',
            }
          : answer,
      ];
    }),
  );
}
