import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { type AttackCase, type BaseFiles, MARKER } from '../../scripts/attack/attack-case';
import { createBaseFiles } from '../../scripts/attack/create-base-files';
import { findInOutput, findInTerminal } from '../../scripts/attack/judge-outputs';
import { GENERATED_ATTACKS } from '../../scripts/attack/list-attacks';
import { runAttack, type RunCall } from '../../scripts/attack/run-attack';
import { buildRow, buildXlsx } from '../support/documents/build-xlsx';
import { runPhuluc } from '../support/run-cli';

const SEED = 1;

/** In this process; what a process of its own takes is measured by `npm run attack`. */
const runHere: RunCall = async (args) => {
  const { code, out, errors } = await runPhuluc(...args);
  return { code, out, errors, usage: null };
};

/** Kinds that are run here, and of each one attack of so many. */
const QUICK_KINDS = ['zip', 'xml', 'spans'];
const SAMPLED_OF = 8;

function listQuickAttacks(): AttackCase[] {
  const counts = new Map<string, number>();
  return GENERATED_ATTACKS.filter(({ heavy, kind }) => {
    if (heavy || !QUICK_KINDS.includes(kind)) return false;
    const count = counts.get(kind) ?? 0;
    counts.set(kind, count + 1);
    return count % SAMPLED_OF === 0;
  });
}

let base: BaseFiles;
beforeAll(async () => {
  base = await createBaseFiles(runHere);
});

it('npm run attack knows at least 150 attacks, each by its own name', () => {
  const names = new Set(GENERATED_ATTACKS.map(({ kind, name }) => `${kind}: ${name}`));
  expect(names.size).toBe(GENERATED_ATTACKS.length);
  expect(names.size).toBeGreaterThanOrEqual(150);
});

describe('the command line, given what is made to harm it', () => {
  const attacks = listQuickAttacks();
  it.each(QUICK_KINDS)(
    'reads or refuses with a code: %s',
    async (kind) => {
      const failures: string[] = [];
      for (const attack of attacks.filter((one) => one.kind === kind)) {
        const result = await runAttack(attack, base, SEED, runHere);
        failures.push(...result.failures.map((failure) => `${attack.name}: ${failure}`));
      }
      expect(failures).toEqual([]);
    },
    300_000,
  );
});

describe('the judge of attacks', () => {
  const path = join(tmpdir(), `phuluc-attack-${process.pid}`);
  const judge = (extension: string, content: string | Uint8Array): string | null => {
    writeFileSync(path + extension, content);
    try {
      return findInOutput(path + extension);
    } finally {
      rmSync(path + extension);
    }
  };
  const cell = (inner: string): Uint8Array =>
    buildXlsx([{ data: `<row r="1"><c r="A1">${inner}</c></row>` }]);

  it.each<[string, string, string | Uint8Array, RegExp]>([
    ['a formula', '.xlsx', cell(`<f>${MARKER}</f>`), /<f>/],
    ['a part that is no XML', '.xlsx', cell(`<v>${MARKER}`), /no XML/],
    ['a target', '.docx', zipSync({ 'a.rels': Buffer.from(`<a Target="http://${MARKER}"/>`) }), /Target/],
    ['a field of Word', '.docx', zipSync({ 'a.xml': Buffer.from(`<a w:instr="${MARKER}"/>`) }), /instr/],
    ['macros', '.xlsx', zipSync({ 'xl/vbaProject.bin': new Uint8Array(1) }), /vbaProject/],
    ['a property of a calendar', '.ics', 'BEGIN:VCALENDAR\r\nATTACH:http://evil.invalid\r\n', /ATTACH/],
    ['a query', '.sql', `SELECT ${MARKER}`, /query/],
    ['JSON that is cut', '.json', '{', /JSON/],
  ])('sees %s', (_, extension, content, what) => {
    expect(judge(extension, content)).toMatch(what);
  });

  it('sees codes of a terminal', () => {
    expect([findInTerminal('a\u001b[2J'), findInTerminal('a\u202eb')]).toEqual([
      expect.anything(),
      expect.anything(),
    ]);
  });

  it('has nothing against text', () => {
    expect(judge('.xlsx', buildXlsx([{ data: buildRow(1, [`=${MARKER}`]) }]))).toBeNull();
    expect(judge('.xlsx', cell(`<f>IF(A1="${MARKER}",1,2)</f>`))).toBeNull();
    expect(judge('.ics', `BEGIN:VCALENDAR\r\nSUMMARY:x\r\n ATTACH:y\r\n`)).toBeNull();
  });
});
