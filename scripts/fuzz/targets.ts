import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Result } from '../../src/annex/problem';
import { assembleAnnex } from '../../src/intake/assemble/assemble-annex';
import { readDocx } from '../../src/intake/docx/read-docx';
import { readDocument } from '../../src/intake/read-document';
import { readXlsx } from '../../src/intake/xlsx/read-xlsx';
import { mutateBytes, mutateParts, type Mutation } from './mutate';

/** A reader under test: good files to begin with, ways to damage them, and the reading itself. */
export type FuzzTarget = {
  samples: readonly string[];
  mutations: readonly Mutation[];
  read: (bytes: Uint8Array) => Result<unknown> | Promise<Result<unknown>>;
};

const WORD = ['phu-luc-2026.docx', 'phu-luc-2026-dieu-chinh.docx'];
const EXCEL = ['phu-luc-2026.xlsx'];

/** Every reader has its line here; `npm run fuzz` and the tests run them all. */
export const FUZZ_TARGETS = {
  docx: {
    samples: WORD,
    mutations: [mutateBytes, mutateParts],
    read: (bytes) => readDocx(bytes, 'fuzz.docx'),
  },
  xlsx: {
    samples: EXCEL,
    mutations: [mutateBytes, mutateParts],
    read: (bytes) => readXlsx(bytes, 'fuzz.xlsx'),
  },
  annex: {
    samples: [...WORD, ...EXCEL],
    mutations: [mutateParts],
    read: async (bytes) => {
      const document = await readDocument(bytes, 'fuzz');
      return document.ok ? assembleAnnex(document.value) : document;
    },
  },
} satisfies Record<string, FuzzTarget>;

export type FuzzTargetName = keyof typeof FUZZ_TARGETS;

const SAMPLES = resolve('samples');
export const sampleBytes = (name: string): Uint8Array => new Uint8Array(readFileSync(join(SAMPLES, name)));
