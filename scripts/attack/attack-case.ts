import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Random } from '../../test/support/random';

/** What every hostile text carries: wherever it stands in an output, it may only be text. */
export const MARKER = 'Zq9xMarker';

/** Good files that hostile ones are made of: the sample annex and a school's workbook, as the product wrote it. */
export type BaseFiles = { annex: Uint8Array; school: Uint8Array };

/**
 * A call of the command line or several, one after the other, in a folder of its own. An argument that begins with "@"
 * is a path in that folder: "@a.docx" of its files, "@out/a.xlsx" of what is written.
 */
export type Attack = {
  files: Readonly<Record<string, Uint8Array | string>>;
  calls: readonly (readonly string[])[];
  stdin?: string;
};

export type AttackCase = {
  kind: string;
  name: string;
  /** Takes more than a part of a second: left to `npm run attack`. */
  heavy: boolean;
  build: (base: BaseFiles, random: Random) => Attack;
};

type Build = (base: BaseFiles, random: Random) => Uint8Array | string | Attack;

/** Rows of a table of attacks: a name with what builds its file, or its whole attack; "!" before it says heavy. */
export function createCases(kind: string, extension: string, builds: Record<string, Build>): AttackCase[] {
  return Object.entries(builds).map(([label, build]) => {
    const heavy = label.startsWith('!');
    return {
      kind,
      name: heavy ? label.slice(1) : label,
      heavy,
      build: (base, random) => {
        const built = build(base, random);
        return typeof built === 'object' && 'calls' in built ? built : importFile(`a.${extension}`, built);
      },
    };
  });
}

/** Imports a file into a new workbook. */
export function importFile(name: string, bytes: Uint8Array | string): Attack {
  return {
    files: { [name]: bytes },
    calls: [['import', `@${name}`, '-o', '@out/so.xlsx', '--unit', 'Trường Thử', '--unit-code', 'TH-01']],
  };
}

/** Consolidates files with a good one. */
export function consolidateFiles(
  files: Readonly<Record<string, Uint8Array | string>>,
  base: BaseFiles,
  units = 'TH-01;Trường Thử\nTH-02;Trường Hai\n',
): Attack {
  return {
    files: { ...files, 'phu-luc.docx': base.annex, 'tot.xlsx': base.school, 'don-vi.csv': units },
    calls: [
      [
        'consolidate',
        ...Object.keys(files).map((name) => `@${name}`),
        ...['@tot.xlsx', '--annex', '@phu-luc.docx', '--units', '@don-vi.csv', '-o', '@out/tong-hop.xlsx'],
        ...['--ledger', '@out/so-cai'],
      ],
    ],
  };
}

/** Reads a workbook by each subcommand that opens one. */
export function openWorkbook(bytes: Uint8Array): Attack {
  return {
    files: { 'a.xlsx': bytes },
    calls: [
      ['summary', '@a.xlsx'],
      ['word', '@a.xlsx', '-o', '@out/a.docx'],
    ],
  };
}

/**
 * Changes the XML of a part of a package.
 * @throws where the edit changes nothing: it would be no attack.
 */
export function editPart(
  bytes: Uint8Array,
  part: string,
  edit: (xml: string) => string | Uint8Array,
): Uint8Array {
  const parts = unzipSync(bytes);
  const xml = strFromU8(parts[part]!);
  const edited = edit(xml);
  if (edited === xml) throw new Error(`${part} is not changed`);
  return zipSync({ ...parts, [part]: typeof edited === 'string' ? strToU8(edited) : edited }, { level: 1 });
}
