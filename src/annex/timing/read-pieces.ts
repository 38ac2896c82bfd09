import { ENGLISH_MONTHS } from './lexicon';
import { spelledNumber } from './numerals';
import type { Piece, PieceOf } from './pieces';
import { point, type Point } from './points';
import { daysAt } from './read-days';
import { allOfYearAt, periodListAt, timesAt, type FrequencyRead } from './read-frequency';
import { figuresAt, joinedFiguresAt, spelledAt } from './read-numbers';
import { partAt, partOrPointsAt, pointsAt, type PointsRead } from './read-points';
import { withYear, yearAfter } from './read-years';
import { is, isMark, skip, type Scan } from './scan';
import type { Bound, Meaning } from './types';

/** How a deadline is bound: the words before it, and the index after them. */
type BoundRead = { bound: Bound | undefined; until: boolean; end: number };

const LEADING = ['filler', 'of', 'about', 'each'] as const;

/** "trước", "chậm nhất là", "đến hết", "hạn cuối:", "xong trước". */
const boundAt = (s: Scan, i: number): BoundRead => {
  let at = i;
  let end = i;
  let bound: Bound | undefined;
  let until = false;
  for (;;) {
    if (is(s, at, 'before')) bound = 'before';
    else if (is(s, at, 'by')) bound ??= 'by';
    else if (is(s, at, 'whole')) bound ??= 'by';
    else if (is(s, at, 'until')) {
      bound ??= 'by';
      until = true;
    } else if (bound !== undefined && (isMark(s, at, ':') || LEADING.some((role) => is(s, at, role)))) {
      at = s.ends[at] ?? at + 1;
      continue;
    } else break;
    at = s.ends[at] ?? at + 1;
    end = at;
  }
  return { bound, until, end: bound === undefined ? i : at };
};

/** "17h00", "17 giờ 00 phút": the hour is said, the day counts. */
const hourEnd = (s: Scan, i: number): number => {
  const hour = figuresAt(s, i);
  if (!hour || !is(s, hour.end, 'unit:hour')) return i;
  const after = s.ends[hour.end] ?? hour.end + 1;
  const minutes = figuresAt(s, after);
  const end = minutes && s.tokens[after]?.key.length === 2 ? minutes.end : after;
  return s.tokens[end]?.key === 'phut' ? end + 1 : end;
};

const describe = (points: readonly Point[]): Meaning => {
  const first = points[0];
  if (first?.part !== undefined) return 'partOfPeriod';
  if (first?.doubts?.includes('serial-number')) return 'serial';
  const meanings = {
    date: 'day',
    month: 'month',
    quarter: 'quarter',
    half: 'halfYear',
    firstMonths: 'months',
    lastMonths: 'months',
    year: 'year',
    schoolYear: 'schoolYear',
    semester: 'semester',
    event: 'event',
  } as const satisfies Record<Point['unit'], Meaning>;
  return meanings[first?.unit ?? 'date'];
};

const pointsPiece = (
  from: number,
  at: number,
  read: PointsRead,
  range: PieceOf<'points'>['range'],
  bound: BoundRead,
): PieceOf<'points'> => {
  const evidence: Piece['evidence'] = [];
  if (bound.bound && bound.end > from)
    evidence.push({ from, end: bound.end, meaning: 'bound', value: bound.bound });
  evidence.push({ from: at, end: read.end, meaning: describe(read.points) });
  const made: PieceOf<'points'> = {
    is: 'points',
    points: read.points,
    range: read.range ? 'between' : range,
    from,
    end: read.end,
    evidence,
  };
  const dated = read.points.some(
    ({ unit, part, event }) =>
      unit === 'date' ||
      (unit === 'event' && event !== 'summerEnd') ||
      ((unit === 'schoolYear' || unit === 'semester') && part !== undefined),
  );
  if (read.plural) made.plural = true;
  if (bound.bound) made.bound = bound.bound;
  else if (dated && !read.range && range === 'none') made.bound = read.dayNamed ? 'on' : 'by';
  return made;
};

/** "đến hết tháng 9" after a point, or "- quý III": where a stretch ends. */
const rangeEndAt = (s: Scan, i: number, base: number | null): PointsRead | null => {
  const at = isMark(s, i, ',') && is(s, i + 1, 'until') ? i + 1 : i;
  if (!isMark(s, at, '-') && !is(s, at, 'until')) return null;
  const end = skip(s, s.ends[at] ?? at + 1, 'whole', 'until', 'before', 'of');
  const read = partOrPointsAt(s, end, base);
  return read && !read.range ? read : null;
};

const datedAt = (s: Scan, i: number, base: number | null): Piece | null => {
  const from = skip(s, i, 'from');
  const opened = from > i;
  if (opened && is(s, from, 'now')) {
    const now = s.ends[from] ?? from + 1;
    const last = rangeEndAt(s, now, base);
    if (!last) return null;
    return pointsPiece(i, now, last, 'fromNow', { bound: undefined, until: false, end: i });
  }
  const bound = opened ? { bound: undefined, until: false, end: from } : boundAt(s, i);
  const at = skip(s, hourEnd(s, bound.end), 'of', 'about');
  const start = skip(s, weekdayEnd(s, at), 'of');
  const days = daysAt(s, start, bound.bound !== undefined);
  const read = partOrPointsAt(s, start, base);
  if (days && (!read || days.end >= read.end)) {
    const evidence: Piece['evidence'] = [{ from: start, end: days.monthFrom, meaning: 'day' }];
    if (bound.bound) evidence.unshift({ from: i, end: bound.end, meaning: 'bound', value: bound.bound });
    if (days.month)
      evidence.push({ from: days.monthFrom, end: days.end, meaning: 'monthOfPeriod', value: days.month });
    const made: PieceOf<'days'> = {
      is: 'days',
      days: days.days,
      month: days.month,
      from: i,
      end: days.end,
      evidence,
    };
    if (bound.bound) made.bound = bound.bound;
    return made;
  }
  if (!read) return null;
  if (read.range || bound.bound !== undefined) return pointsPiece(i, start, read, 'none', bound);
  const last = rangeEndAt(s, read.end, base);
  if (last && read.points.length === 1) {
    const points = [...read.points, ...last.points.slice(-1)];
    return pointsPiece(i, start, { points, end: last.end, range: true }, 'between', bound);
  }
  return pointsPiece(i, start, read, opened ? 'open' : 'none', bound);
};

/** "cuối tháng", "đầu mỗi quý": a part of every month or quarter. */
const partOfEveryAt = (s: Scan, i: number): Piece | null => {
  const part = partAt(s, i);
  const days = s.tokens[i]?.type === 'number' || is(s, i, 'unit:day');
  if (!part || days || pointsAt(s, part.end, null)) return null;
  const at = skip(s, part.end, 'every', 'plural', 'of');
  const unit = is(s, at, 'unit:month') ? 'monthly' : is(s, at, 'unit:quarter') ? 'quarterly' : null;
  if (!unit) return is(s, at, 'unit:week') ? every(i, s.ends[at] ?? at + 1, ['weekly']) : null;
  return { ...every(i, s.ends[at] ?? at + 1, [unit]), part: part.part };
};

const every = (
  from: number,
  end: number,
  frequencies: PieceOf<'every'>['frequencies'],
): PieceOf<'every'> => ({
  is: 'every',
  frequencies,
  from,
  end,
  evidence: [{ from, end, meaning: 'frequency', value: frequencies.join('+') }],
});

const everyOf = (
  from: number,
  { frequencies, end, interval, minCount }: FrequencyRead,
): PieceOf<'every'> => ({
  ...every(from, end, frequencies),
  ...(interval !== undefined ? { interval } : {}),
  ...(minCount !== undefined ? { minCount } : {}),
});

const everyAt = (s: Scan, i: number): Piece | null => {
  const read = timesAt(s, i) ?? periodListAt(s, i) ?? allOfYearAt(s, i);
  return read ? everyOf(i, read) : partOfEveryAt(s, i);
};

type Clause = 'onRequest' | 'perPlan' | 'relative' | 'conditional' | 'continuous' | 'onward' | 'label';

const clause = (kind: Clause, from: number, end: number): Piece => ({
  is: kind,
  from,
  end,
  evidence: [{ from, end, meaning: kind === 'onward' ? 'rangeStart' : kind }],
});

const STARTERS = ['every', 'continuous', 'onRequest', 'when', 'before', 'by', 'from', 'after'] as const;

/** After a comma or "và", words that begin another deadline. */
const beginsDeadline = (s: Scan, i: number, base: number | null): boolean => {
  const at = skip(s, i, 'filler', 'of', 'about');
  return STARTERS.some((role) => is(s, at, role)) || everyAt(s, at) !== null || datedAt(s, at, base) !== null;
};

/** A clause goes on to the next deadline: "khi có yêu cầu của Phòng Nội vụ, Sở Nội vụ" is one, "theo kế hoạch, trước 15/6" two. */
const clauseEnd = (s: Scan, i: number, base: number | null): number => {
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
};

/** "05 ngày làm việc kể từ…", "trong vòng 10 ngày", "sau 03 ngày": counted from an event. */
const durationAt = (s: Scan, i: number, base: number | null): Piece | null => {
  const at = skip(s, i, 'by', 'before', 'within', 'filler', 'about', 'until');
  const count = figuresAt(s, at) ?? spelledAt(s, at);
  if (!count) return null;
  const unit = count.end;
  if (
    !['unit:day', 'unit:week', 'unit:month', 'unit:hour', 'unit:year'].some((role) =>
      is(s, unit, role as 'working'),
    )
  )
    return null;
  if (is(s, unit, 'unit:hour') && datedAt(s, hourEnd(s, at), base)) return null;
  const after = s.ends[unit] ?? unit + 1;
  const counted = skip(s, after, 'working');
  const inMonths = is(s, unit, 'unit:month') || is(s, unit, 'unit:year');
  const within = at > i && !(at === i + 1 && is(s, i, 'of') && inMonths);
  const counting = ['from', 'after', 'beforeEvent'].some((role) => is(s, counted, role as 'from'));
  const measured =
    counted > after || counting || (within && !is(s, counted, 'start') && !is(s, counted, 'end'));
  return measured ? clause('relative', i, clauseEnd(s, counted, base)) : null;
};

const ASKED_WITHIN = 3;

const followsAt = (s: Scan, i: number, base: number | null): Piece | null => {
  const after = s.ends[i] ?? i + 1;
  const end = clauseEnd(s, after, base);
  for (let at = after; at < Math.min(end, after + ASKED_WITHIN); at += 1) {
    if (is(s, at, 'asAsked') || is(s, at, 'onRequest')) return clause('onRequest', i, end);
    if ((s.terms[at]?.length ?? 0) === 0) break;
  }
  if (is(s, after, 'every')) return null;
  const periods = periodListAt(s, after);
  if (periods) return everyOf(i, periods);
  const unit = is(s, after, 'unit:month') ? 'monthly' : is(s, after, 'unit:quarter') ? 'quarterly' : null;
  if (unit && (s.ends[after] ?? 0) >= end) return every(i, end, [unit]);
  if (is(s, after, 'unit:semester')) return every(i, s.ends[after] ?? after + 1, ['semester']);
  return end > after ? clause('perPlan', i, end) : null;
};

/** Clauses without a date of their own. */
const clauseAt = (s: Scan, i: number, base: number | null): Piece | null => {
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
};

/** "sau khi…", "sau hội nghị", "trước kỳ họp": an event without a date. A dated one has been read before. */
const eventClauseAt = (s: Scan, i: number, base: number | null): Piece | null => {
  if (!is(s, i, 'after') && !is(s, i, 'beforeEvent')) return null;
  const after = s.ends[i] ?? i + 1;
  if (is(s, i, 'beforeEvent') && (hourEnd(s, after) > after || weekdayEnd(s, after) > after)) return null;
  const end = clauseEnd(s, after, base);
  return end > after ? clause('relative', i, end) : null;
};

/** Names of documents ("5043/KH-UBND ngày 15/6/2023") hold figures that are no dates; the index after one. */
const documentEnd = (s: Scan, i: number, base: number | null): number => {
  if (s.tokens[i]?.type !== 'number' || !isMark(s, i + 1, '/')) return i;
  let at = i + 2;
  if (s.tokens[at]?.type === 'number' && isMark(s, at + 1, '/')) at += 2;
  const sign = s.tokens[at];
  if (sign?.type !== 'word' || s.terms[at]?.some((role) => role.startsWith('unit:') || role === 'times'))
    return i;
  while (s.tokens[at]?.type === 'word' || s.tokens[at]?.type === 'number' || isMark(s, at, '-', '&')) {
    if (at > i + 2 && s.tokens[at]?.spaced) break;
    at += 1;
  }
  const dated = is(s, at, 'unit:day') ? partOrPointsAt(s, at, base) : null;
  return dated ? dated.end : at;
};

/** "thứ sáu", "thứ 6", "chủ nhật": the day of the week beside a date or "hàng tuần" adds nothing. */
const weekdayEnd = (s: Scan, i: number): number => {
  if (s.tokens[i]?.key === 'chu' && s.tokens[i + 1]?.key === 'nhat') return i + 2;
  if (!is(s, i, 'weekday')) return i;
  const day = figuresAt(s, i + 1) ?? spelledAt(s, i + 1);
  return day && day.value >= 2 && day.value <= 7 ? day.end : i;
};

/** Most words of a phrase cannot begin anything: no term, no number in words, no English month. */
const canBegin = (s: Scan, i: number): boolean => {
  const token = s.tokens[i];
  if (!token || token.type === 'mark') return false;
  return (
    token.type === 'number' ||
    (s.terms[i]?.length ?? 0) > 0 ||
    spelledNumber(token.key) !== null ||
    ENGLISH_MONTHS[token.key] !== undefined
  );
};

const pieceAt = (s: Scan, i: number, base: number | null): Piece | null => {
  if (!canBegin(s, i)) return null;
  if (is(s, i, 'after') && s.ends[i] !== undefined && s.ends[i] > i + 1) return eventClauseAt(s, i, base);
  return (
    everyAt(s, i) ??
    durationAt(s, i, base) ??
    datedAt(s, i, base) ??
    clauseAt(s, i, base) ??
    eventClauseAt(s, i, base)
  );
};

/** "6 tháng" by itself: the first half, or both where the phrase repeats. */
const bareMonthsAt = (s: Scan, i: number, base: number | null): Piece | null => {
  const count = figuresAt(s, i) ?? spelledAt(s, i);
  if (!count || !is(s, count.end, 'unit:month') || ![3, 6, 9].includes(count.value)) return null;
  const year = yearAfter(s, s.ends[count.end] ?? count.end + 1, base);
  const end = year.end;
  const made = count.value === 6 ? point('half', 1) : point('firstMonths', count.value);
  const points = [withYear(made, year)];
  const evidence: Piece['evidence'] = [{ from: i, end, meaning: count.value === 6 ? 'halfYear' : 'months' }];
  return { is: 'points', points, range: 'none', bare: true, from: i, end, evidence };
};

/** "đợt 1:", "số 12": the number names something. */
const isNumberOfLabel = (s: Scan, i: number): boolean =>
  s.tokens[i - 1]?.type === 'word' || isMark(s, i + 1, ':');

export type PiecesRead = {
  pieces: Piece[];
  /** A number belongs to no piece: perhaps something was overlooked. */
  unreadNumber: boolean;
};

/** All that the grammar finds, left to right; tokens that belong to nothing lie between the pieces. */
export const readPieces = (s: Scan, base: number | null): PiecesRead => {
  const pieces: Piece[] = [];
  let unreadNumber = false;
  let i = 0;
  while (i < s.tokens.length) {
    const passed = Math.max(documentEnd(s, i, base), weekdayEnd(s, i));
    if (passed > i) {
      i = passed;
      continue;
    }
    const piece = pieceAt(s, i, base) ?? bareMonthsAt(s, i, base);
    if (piece && piece.end > i) {
      pieces.push(piece);
      i = piece.end;
      continue;
    }
    const end = s.ends[i] ?? i + 1;
    unreadNumber ||= s.tokens[i]?.type === 'number' && !is(s, end, 'times') && !isNumberOfLabel(s, i);
    if (is(s, i, 'periodic')) pieces.push(every(i, end, ['unspecified']));
    i = end;
  }
  return { pieces, unreadNumber };
};
