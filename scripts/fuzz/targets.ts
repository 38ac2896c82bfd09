import { assembleAnnex } from '../../src/import/assemble/assemble-annex';
import { readPdf } from '../../src/import/pdf-tables/read-pdf';
import { readPlanDocument } from '../../src/import/plan-document/read-plan-document';
import { readDocument } from '../../src/import/read-document';
import { readTextFile } from '../../src/import/text-tables/read-text';
import { detectFormat } from '../../src/readers/detect-format';
import { readDocx } from '../../src/readers/docx/read-docx';
import { readHtmlFile } from '../../src/readers/html/read-html';
import { readOdt } from '../../src/readers/odt/read-odt';
import { readRtf } from '../../src/readers/rtf/read-rtf';
import { readOds } from '../../src/readers/xlsx/read-ods';
import { readOldWorkbook } from '../../src/readers/xlsx/read-old-workbook';
import { readXlsb } from '../../src/readers/xlsx/read-xlsb';
import { readXlsx } from '../../src/readers/xlsx/read-xlsx';
import { readXmlWorkbook } from '../../src/readers/xlsx/read-xml-workbook';
import type { Result } from '../../src/shared/result';
import {
  mutateBytes,
  mutateDrawing,
  mutateLines,
  mutateMarkup,
  mutateParts,
  type Mutation,
} from '../../test/support/documents/mutate';
import type { ComparisonCounts } from './judge-consolidation';
import {
  EXCEL_SAMPLES,
  HTML_SAMPLES,
  type LazySample,
  LEGACY_WORKBOOK_SAMPLES,
  OPEN_TEXT_SAMPLES,
  PACKED_WORKBOOK_SAMPLES,
  PDF_SAMPLES,
  PLAN_SAMPLES,
  RICH_TEXT_SAMPLES,
  TEXT_SAMPLES,
  WORD_SAMPLES,
  XML_WORKBOOK_SAMPLES,
} from './samples';

/** A reader under test: good files to begin with, ways to damage them, and the reading itself. */
export type FuzzTarget = {
  samples: readonly LazySample[];
  mutations: readonly Mutation[];
  read: (bytes: Uint8Array) => Result<unknown> | Promise<Result<unknown>>;
};

/** What is judged by more than its answer has runs of its own: null where one kept its promises, else what it broke. */
export type CustomFuzzTarget = {
  once: (seed: number, run: number) => Promise<string | null>;
  /** What the runs of this process compared. */
  counts?: ComparisonCounts;
};

const SCHOOL_COUNTS: ComparisonCounts = { compared: 0, reported: 0 };

/** Every reader has its line here; `npm run fuzz` and the tests run them all. */
export const FUZZ_TARGETS = {
  docx: {
    samples: WORD_SAMPLES,
    mutations: [mutateBytes, mutateParts],
    read: (bytes) => readDocx(bytes, 'fuzz.docx'),
  },
  xlsx: {
    samples: EXCEL_SAMPLES,
    mutations: [mutateBytes, mutateParts],
    read: (bytes) => readXlsx(bytes, 'fuzz.xlsx'),
  },
  pdf: {
    samples: PDF_SAMPLES,
    mutations: [mutateBytes, mutateDrawing],
    read: (bytes) => readPdf(bytes, 'fuzz.pdf'),
  },
  html: {
    samples: HTML_SAMPLES,
    mutations: [mutateBytes, mutateMarkup],
    read: (bytes) => readHtmlFile(bytes, 'fuzz.html'),
  },
  text: {
    samples: TEXT_SAMPLES,
    mutations: [mutateBytes, mutateLines],
    read: (bytes) => readTextFile(bytes, 'fuzz.txt'),
  },
  'old-books': {
    samples: LEGACY_WORKBOOK_SAMPLES,
    mutations: [mutateBytes],
    read: (bytes) =>
      bytes[0] === 0x3c ? readXmlWorkbook(bytes, 'fuzz.xml') : readOldWorkbook(bytes, 'fuzz.xls'),
  },
  'xml-books': {
    samples: XML_WORKBOOK_SAMPLES,
    mutations: [mutateMarkup],
    read: (bytes) => readXmlWorkbook(bytes, 'fuzz.xml'),
  },
  'packed-books': {
    samples: PACKED_WORKBOOK_SAMPLES,
    mutations: [mutateBytes, mutateParts],
    read: (bytes) => {
      const format = detectFormat(bytes);
      return format.ok && format.value === 'ods' ? readOds(bytes, 'fuzz.ods') : readXlsb(bytes, 'fuzz.xlsb');
    },
  },
  'open-texts': {
    samples: OPEN_TEXT_SAMPLES,
    mutations: [mutateBytes, mutateParts],
    read: (bytes) => readOdt(bytes, 'fuzz.odt'),
  },
  'rich-texts': {
    samples: RICH_TEXT_SAMPLES,
    mutations: [mutateBytes],
    read: (bytes) => readRtf(bytes, 'fuzz.rtf'),
  },
  plan: {
    samples: PLAN_SAMPLES,
    mutations: [mutateBytes, mutateLines],
    read: (bytes) => {
      const document = readTextFile(bytes, 'fuzz.txt');
      return document.ok ? readPlanDocument(document.value) : document;
    },
  },
  annex: {
    samples: [...WORD_SAMPLES, ...EXCEL_SAMPLES],
    mutations: [mutateParts],
    read: async (bytes) => {
      const document = await readDocument(bytes, 'fuzz');
      return document.ok ? assembleAnnex(document.value) : document;
    },
  },
  consolidate: {
    // Loaded where it is wanted: it brings the local Excel along.
    once: async (seed, run) => (await import('./fuzz-consolidation')).fuzzConsolidation(seed, run),
  },
  schools: {
    once: async (seed, run) => (await import('./fuzz-consolidation')).fuzzDisorder(seed, run, SCHOOL_COUNTS),
    counts: SCHOOL_COUNTS,
  },
} satisfies Record<string, FuzzTarget | CustomFuzzTarget>;

export type FuzzTargetName = keyof typeof FUZZ_TARGETS;
