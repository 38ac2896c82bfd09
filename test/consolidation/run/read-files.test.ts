import { getResultFile } from '../../../src/consolidation/run/group-results';
import { readFiles, type ReadingProgress } from '../../../src/consolidation/run/read-files';
import type {
  FileReaderPort,
  MessageFromReader,
  MessageToReader,
  ReadOutcome,
} from '../../../src/consolidation/run/reader-messages';
import { type ReaderPlatform, serveReader } from '../../../src/consolidation/run/serve-reader';
import type { ReaderFailure } from '../../../src/readers/pool/reader-port';

type Answer = Extract<MessageFromReader, { outcome: ReadOutcome }>;

function files(count: number) {
  return Array.from({ length: count }, (_, index) => ({ file: `so-${index}.xlsx`, source: index }));
}

const getName = (outcome: ReadOutcome): string => getResultFile(outcome).file;

/** A reader that answers each file with "unchanged", unless `fate` says otherwise. */
function scriptedPort(
  fate: (file: string) => 'answers' | 'dies' | 'hangs',
): FileReaderPort & { closed: boolean } {
  let answer: (message: MessageFromReader) => void = () => undefined;
  let fail: (failure: ReaderFailure) => void = () => undefined;
  let stopped = false;
  const queue: MessageToReader[] = [];
  const next = (): void => {
    const message = queue.shift();
    if (!message || stopped) return;
    if (message.kind === 'start') return next();
    const end = fate(message.file);
    if (end === 'hangs') return;
    if (end === 'dies') {
      stopped = true;
      return fail({ kind: 'stopped', reason: 'a fault' });
    }
    answer({ job: message.job, outcome: { kind: 'unchanged', file: message.file, sha256: '' } });
    setImmediate(next);
  };
  const port = {
    closed: false,
    post: (message: MessageToReader) => {
      queue.push(message);
      if (queue.length === 1) setImmediate(next);
    },
    onMessage: (listener: (message: MessageFromReader) => void) => void (answer = listener),
    onFailure: (listener: (failure: ReaderFailure) => void) => void (fail = listener),
    close: () => {
      stopped = true;
      port.closed = true;
    },
    release: () => port.close(),
  };
  return port;
}

async function run(
  count: number,
  fate: (file: string) => 'answers' | 'dies' | 'hangs',
  more: { signal?: AbortSignal; onOutcome?: (outcome: ReadOutcome) => void } = {},
) {
  const outcomes: ReadOutcome[] = [];
  const progress: ReadingProgress[] = [];
  const ports: ReturnType<typeof scriptedPort>[] = [];
  let time = 0;
  const complete = await readFiles(files(count), {
    annex: null,
    readers: 3,
    limits: { loading: 30, reading: 30 },
    clock: () => (time += 10),
    openPort: () => {
      const port = scriptedPort(fate);
      ports.push(port);
      return port;
    },
    onProgress: (one) => progress.push(one),
    ...more,
    onOutcome: (outcome) => {
      outcomes.push(outcome);
      more.onOutcome?.(outcome);
    },
  });
  return { outcomes, progress, ports, whole: complete };
}

describe('readFiles', () => {
  it('has one outcome for each file, and closes its readers', async () => {
    const { outcomes, ports, whole: complete } = await run(40, () => 'answers');
    expect(complete).toBe(true);
    expect(outcomes.map(getName).sort()).toEqual(
      files(40)
        .map(({ file }) => file)
        .sort(),
    );
    expect(ports.map(({ closed }) => closed)).toEqual([true, true, true]);
  });

  it('reports its progress', async () => {
    const { progress } = await run(4, () => 'answers');
    expect(progress.map(({ done, total }) => [done, total])).toEqual([
      [1, 4],
      [2, 4],
      [3, 4],
      [4, 4],
    ]);
    expect(progress[3]).toMatchObject({ failed: 0, secondsLeft: 0 });
    expect(progress[1]!.rate).toBeCloseTo(2 / 0.02);
    expect(progress[1]!.secondsLeft).toBeCloseTo(0.02);
  });

  it.each([
    ['dies', 'reader-stopped'],
    ['hangs', 'read-timeout'],
  ] as const)('fails only the file at which a reader %s', async (fate, code) => {
    const { outcomes, whole: complete } = await run(25, (file) => (/-[37]\./.test(file) ? fate : 'answers'));
    expect(complete).toBe(true);
    expect(outcomes.map(getName).sort()).toEqual(
      files(25)
        .map(({ file }) => file)
        .sort(),
    );
    const failed = outcomes.flatMap((one) => (one.kind === 'failed' ? [one.failed] : []));
    expect(failed.map(({ file, problems }) => [file, problems[0]!.code]).sort()).toEqual([
      ['so-3.xlsx', code],
      ['so-7.xlsx', code],
    ]);
  });

  it('stops when it is cancelled, without another outcome', async () => {
    const stop = new AbortController();
    let seen = 0;
    const {
      outcomes,
      whole: complete,
      ports,
    } = await run(200, () => 'answers', {
      signal: stop.signal,
      onOutcome: () => {
        if (++seen === 5) stop.abort();
      },
    });
    expect(complete).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(outcomes).toHaveLength(5);
    expect(ports.every(({ closed }) => closed)).toBe(true);
  });

  it('has nothing to do for no files', async () => {
    expect(await run(0, () => 'answers')).toMatchObject({ whole: true, ports: [] });
  });
});

describe('serveReader', () => {
  const parts: ReaderPlatform = {
    load: (source) =>
      Promise.resolve(
        source === 'gone'
          ? { ok: false, problems: [{ code: 'file-not-found', severity: 'error', place: {} }] }
          : { ok: true, value: new TextEncoder().encode(String(source)), warnings: [] },
      ),
    sha256: (bytes) => new TextDecoder().decode(bytes),
    read: ({ file, sha256 }) => {
      if (sha256 === 'bad') throw new Error('a fault of ours');
      return Promise.resolve({
        ok: false,
        problems: [{ code: 'no-table', severity: 'error', place: { file } }],
      });
    },
  };

  it('knows unchanged files by their hash, and lets no fault pass to the next file', async () => {
    const answers: Answer[] = [];
    const serve = serveReader(parts, (message) => {
      if ('outcome' in message) answers.push(message);
    });
    serve({ kind: 'start', annex: null, known: ['old'] });
    ['old', 'gone', 'bad', 'new'].forEach((source, job) =>
      serve({ kind: 'read', job, file: `${source}.xlsx`, source }),
    );
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(
      answers.map(({ job, outcome }) => [
        job,
        outcome.kind === 'failed' ? outcome.failed.problems[0]!.code : outcome.kind,
      ]),
    ).toEqual([
      [0, 'unchanged'],
      [1, 'file-not-found'],
      [2, 'reader-fault'],
      [3, 'no-table'],
    ]);
  });

  it('names the file in every problem', async () => {
    const answer = await new Promise<Answer>((resolve) =>
      serveReader(
        parts,
        (message) => 'outcome' in message && resolve(message),
      )({ kind: 'read', job: 1, file: 'x.xlsx', source: 'gone' }),
    );
    expect(answer.outcome).toMatchObject({ failed: { problems: [{ place: { file: 'x.xlsx' } }] } });
  });
});
