import type { Piece } from './pieces';
import { datedAt } from './read-dated';
import { every, everyAt, everyOf } from './read-every';
import { periodListAt } from './read-frequency';
import { figuresAt, isOtherWord, joinedFiguresAt, monthNumberAt, spelledAt } from './read-numbers';
import { documentEnd, hourEnd, weekdayEnd } from './read-passed';
import { is, isMark, skip, type Scan } from './scan';

type Clause = 'onRequest' | 'perPlan' | 'relative' | 'conditional' | 'continuous' | 'onward' | 'label';

function clause(kind: Clause, from: number, end: number): Piece {
  return {
    is: kind,
    from,
    end,
    evidence: [{ from, end, meaning: kind === 'onward' ? 'rangeStart' : kind }],
  };
}

const STARTERS = ['every', 'continuous', 'onRequest', 'when', 'before', 'by', 'from', 'after'] as const;

/** After a comma or "và", words that begin another deadline. */
function beginsDeadline(s: Scan, i: number, base: number | null): boolean {
  const at = skip(s, i, 'filler', 'of', 'about');
  return STARTERS.some((role) => is(s, at, role)) || everyAt(s, at) !== null || datedAt(s, at, base) !== null;
}

/** A clause goes on to the next deadline: "khi có yêu cầu của Phòng Nội vụ, Sở Nội vụ" is one, "theo kế hoạch, trước 15/6" two. */
function clauseEnd(s: Scan, i: number, base: number | null): number {
  let at = i;
  while (at < s.tokens.length) {
    if (isMark(s, at, ';', '\n', ')', '(')) return at;
    const passed = Math.max(documentEnd(s, at, base), joinedFiguresAt(s, at)?.end ?? at);
    if (passed > at) {
      at = passed;
      continue;
    }
    const separated = isMark(s, at, ',', '.', '+', '&', '/') || is(s, at, 'and');
    if (separated && beginsDeadline(s, at + 1, base)) return at;
    if ((is(s, at, 'before') || is(s, at, 'by')) && datedAt(s, at, base)) return at;
    at += 1;
  }
  return at;
}

const COUNTED = ['unit:day', 'unit:week', 'unit:month', 'unit:hour', 'unit:year'] as const;
const COUNTED_FROM = ['from', 'after', 'beforeEvent'] as const;

/** "05 ngày làm việc kể từ…", "trong vòng 10 ngày", "sau 03 ngày": counted from an event. */
export function durationAt(s: Scan, i: number, base: number | null): Piece | null {
  const at = skip(s, i, 'by', 'before', 'within', 'filler', 'about', 'until');
  const count = figuresAt(s, at) ?? (isOtherWord(s, at) ? null : spelledAt(s, at));
  if (!count) return null;
  const unit = count.end;
  if (!COUNTED.some((role) => is(s, unit, role))) return null;
  if (is(s, unit, 'unit:hour') && datedAt(s, hourEnd(s, at), base)) return null;
  const after = s.ends[unit] ?? unit + 1;
  if (is(s, unit, 'unit:month') && monthNumberAt(s, after)) return null;
  const counted = skip(s, after, 'working');
  const inMonths = is(s, unit, 'unit:month') || is(s, unit, 'unit:year');
  // "Báo cáo 6 tháng trước ngày 15/6": a period and its date.
  if (inMonths && is(s, counted, 'before') && datedAt(s, counted, base)) return null;
  const within = at > i && !(at === i + 1 && is(s, i, 'of') && inMonths);
  const counting = COUNTED_FROM.some((role) => is(s, counted, role));
  const measured =
    counted > after || counting || (within && !is(s, counted, 'start') && !is(s, counted, 'end'));
  return measured ? clause('relative', i, clauseEnd(s, counted, base)) : null;
}

/** Whether what is followed is a request ("theo đúng yêu cầu") rather than a document: the first word of either decides. */
function isAsked(s: Scan, from: number, end: number): boolean {
  for (let at = from; at < end; at += 1) {
    if (is(s, at, 'planNoun')) return false;
    if (is(s, at, 'asAsked') || is(s, at, 'onRequest')) return true;
  }
  return false;
}

function followsAt(s: Scan, i: number, base: number | null): Piece | null {
  const after = s.ends[i] ?? i + 1;
  const end = clauseEnd(s, after, base);
  if (end === after) return null;
  if (isAsked(s, after, end)) return clause('onRequest', i, end);
  if (is(s, after, 'every') && everyAt(s, after)) return null;
  const periods = periodListAt(s, after);
  if (periods) return everyOf(i, periods);
  const unit = is(s, after, 'unit:month') ? 'monthly' : is(s, after, 'unit:quarter') ? 'quarterly' : null;
  if (unit && (s.ends[after] ?? 0) >= end) return every(i, end, [unit]);
  if (is(s, after, 'unit:semester')) return every(i, s.ends[after] ?? after + 1, ['semester']);
  return is(s, after, 'periodic') ? null : clause('perPlan', i, end);
}

/** Clauses without a date of their own. */
export function clauseAt(s: Scan, i: number, base: number | null): Piece | null {
  const after = s.ends[i] ?? i + 1;
  if (is(s, i, 'conditional')) return clause('conditional', i, clauseEnd(s, after, base));
  if (is(s, i, 'onward')) return clause('onward', i, after);
  if (is(s, i, 'continuous')) return clause('continuous', i, after);
  if (is(s, i, 'follows')) return followsAt(s, i, base);
  if (is(s, i, 'when')) return clause('onRequest', i, clauseEnd(s, after, base));
  if (is(s, i, 'onRequest')) return clause('onRequest', i, clauseEnd(s, after, base));
  if (is(s, i, 'perPlan')) return clause('perPlan', i, clauseEnd(s, after, base));
  if (is(s, i, 'for')) return clause('label', i, clauseEnd(s, after, base));
  return null;
}

function hasFigures(s: Scan, from: number, end: number): boolean {
  for (let at = from; at < end; at += 1) if (joinedFiguresAt(s, at)) return true;
  return false;
}

/** "sau khi…", "sau hội nghị", "trước kỳ họp": an event without a date. A dated one has been read before. */
export function eventClauseAt(s: Scan, i: number, base: number | null): Piece | null {
  if (!is(s, i, 'after') && !is(s, i, 'beforeEvent')) return null;
  const after = s.ends[i] ?? i + 1;
  if (is(s, i, 'beforeEvent') && (hourEnd(s, after) > after || weekdayEnd(s, after) > after)) return null;
  const end = clauseEnd(s, after, base);
  // "Trước hội nghị 15/6" has a date after all.
  const dated = is(s, i, 'beforeEvent') && hasFigures(s, after, end);
  return end > after && !dated ? clause('relative', i, end) : null;
}
