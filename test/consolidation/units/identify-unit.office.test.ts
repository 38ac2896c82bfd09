import fc from 'fast-check';
import '../../support/fixed-seed';
import type { ClaimedName, UnitEntry } from '../../../src/consolidation/types';
import { identifyUnit } from '../../../src/consolidation/units/identify-unit';
import { indexUnits } from '../../../src/consolidation/units/unit-index';
import { CONFUSABLE_UNITS } from '../../support/returned-workbooks/varied-workbooks';

const ward: UnitEntry = {
  code: 'P01',
  name: 'Ủy ban nhân dân phường Đồng Sen',
  aliases: ['UBND phường Đồng Sen'],
  kind: '',
  parent: '',
  validFrom: '',
  validTo: '',
};
const previous: UnitEntry = {
  ...CONFUSABLE_UNITS[0]!,
  code: 'MN09',
  name: 'Trường Mầm non Ban Mai',
  validTo: '2025-06-30',
};
const later: UnitEntry = { ...previous, code: 'MN10', validFrom: '2025-07-01', validTo: '' };
const index = indexUnits([ward, ...CONFUSABLE_UNITS, previous, later]);

function ask(code: string, ...names: (string | ClaimedName)[]) {
  return identifyUnit(
    {
      sha256: 'ab',
      claims: {
        code,
        names: names.map((name) => (typeof name === 'string' ? { name, from: 'title' as const } : name)),
      },
    },
    index,
    new Map(),
    '2026-01-15',
  );
}

describe('identifyUnit', () => {
  it.each<[string, string, string]>([
    ['mn01', '', 'MN01'],
    ['MN02', 'Trường Mầm non Hoa Sen 2', 'MN02'],
    ['', 'TRƯỜNG MẦM NON HOA SEN', 'MN01'],
    ['', 'MN Hoa Sen', 'MN01'],
    ['', 'Trường MN Hoa Sen II', 'MN02'],
    ['', 'TRUONG MAM NON HOA SEN', 'MN01'],
    ['', 'Truong TH&THCS Binh Minh', 'TH03'],
    ['', 'Trường THCS Bình Minh', 'CS01'],
    ['', 'Tiểu học Tấn Phú', 'TH02'],
    ['', 'UBND phường Đồng Sen - Trường Tiểu học Tân Phú', 'TH01'],
    ['', 'Trường Mầm non Ban Mai', 'MN10'],
  ])('code “%s”, name “%s” is %s', (code, name, unit) => {
    expect(ask(code, ...(name === '' ? [] : [name]))).toMatchObject({ kind: 'known', unit });
  });

  it('asks the other names of a unit only where nothing else speaks', () => {
    const alias: ClaimedName = { name: 'Trường Mầm non Hoa Sen', from: 'alias' };
    expect(ask('', alias)).toMatchObject({ kind: 'known', unit: 'MN01' });
    expect(ask('', 'Trường Mầm non Sao Hôm', alias)).toMatchObject({ kind: 'known', unit: 'MN01' });
    expect(ask('MN02', alias)).toMatchObject({ kind: 'known', unit: 'MN02' });
    expect(ask('', 'Trường Tiểu học Tấn Phú', alias)).toMatchObject({ kind: 'known', unit: 'TH02' });
  });

  it.each<[string, string, string[], string, string[]]>([
    ['no claim at all', '', [], 'no-claim', []],
    [
      'a name without diacritics that two units have',
      '',
      ['Truong Tieu hoc Tan Phu'],
      'ambiguous',
      ['TH01', 'TH02'],
    ],
    ['a name with other diacritics', '', ['Trường Tiểu học Tạn Phú'], 'unknown', ['TH01', 'TH02']],
    ['a name with a word more', '', ['Trường Mầm non Hoa Sen 3'], 'unknown', []],
    [
      'a code of one unit, the title of another',
      'MN01',
      ['Trường Mầm non Hoa Sen 2'],
      'contradiction',
      ['MN01', 'MN02'],
    ],
    ['a code of another list', 'ZZ9', ['Trường Mầm non Hoa Sen'], 'contradiction', ['MN01']],
    [
      'two units in one title',
      '',
      ['MN Hoa Sen', 'Trường THCS Bình Minh'],
      'contradiction',
      ['MN01', 'CS01'],
    ],
    ['a unit that was not there any more', 'MN09', [], 'unknown', ['MN09']],
  ])('asks: %s', (_, code, names, reason, candidates) => {
    const answer = ask(code, ...names);
    expect(answer).toMatchObject({ kind: 'question', reason });
    if (answer.kind === 'question') for (const one of candidates) expect(answer.candidates).toContain(one);
  });

  it('does not take the authority of the letterhead for the unit', () => {
    expect(ask('', 'UBND PHƯỜNG ĐỒNG SEN', 'TRƯỜNG MẦM NON HOA SEN')).toMatchObject({
      kind: 'known',
      unit: 'MN01',
    });
  });

  it('hears the coordinating column only where nothing else speaks', () => {
    const column: ClaimedName = { name: 'Trường THCS Bình Minh', from: 'column' };
    expect(ask('', column)).toMatchObject({ kind: 'known', unit: 'CS01' });
    expect(ask('', 'MN Hoa Sen', column)).toMatchObject({ kind: 'known', unit: 'MN01' });
  });

  it('keeps the officer’s answer', () => {
    const file = { sha256: 'ab', claims: { code: '', names: [] } };
    expect(identifyUnit(file, index, new Map([['ab', 'TH02']]))).toEqual({
      kind: 'known',
      unit: 'TH02',
      by: 'choice',
    });
  });

  it('never answers with a unit whose name differs by more than spelling', () => {
    const names = CONFUSABLE_UNITS.map(({ name }) => name);
    const letters = fc.constantFrom('a', 'á', 'n', ' 2', ' A', 'Tân');
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(40), letters, (name, at, letter) => {
        const changed = `${name.slice(0, at)}${letter}${name.slice(at)}`;
        const answer = ask('', changed);
        if (answer.kind !== 'known') return;
        const unit = CONFUSABLE_UNITS.find(({ code }) => code === answer.unit)!;
        const plain = (text: string) => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
        expect([unit.name, ...unit.aliases].map(plain)).toContain(plain(changed));
      }),
    );
  });
});
