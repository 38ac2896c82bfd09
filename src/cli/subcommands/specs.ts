import { REPORT_SPAN_IDS } from '../../reports/results/report-span';
import { MERGE_MODES } from '../../school-workbook/merge-modes';
/**
 * What each verb takes, without what it does: the help and the reading of a call need no more, and a verb's code is
 * loaded when it runs.
 */
import { QUERIES } from '../ledger/queries';
import type { Output } from '../output-file';
import { JSON_OPTION, type OptionSpec, type SubcommandSpec } from '../subcommand';

/** An output that a call may leave out. */
const toOutputs = (path: string | undefined, kind: Output['kind'], base?: string): Output[] =>
  path === undefined ? [] : [{ path, kind, base }];

const ONE_WORKBOOK = { least: 1, most: 1, names: 'FILE.xlsx' } as const;

/** Options of the verbs that make a paper. */
const PRINT_OPTIONS = {
  superior: { type: 'string', help: 'cli.option.superior', value: 'NAME' },
  'national-title': { type: 'boolean', help: 'cli.option.national-title' },
  label: { type: 'string', help: 'cli.option.label', value: 'TEXT' },
  title: { type: 'string', help: 'cli.option.title', value: 'TEXT' },
  reference: { type: 'string', help: 'cli.option.reference', value: 'TEXT' },
  wording: { type: 'string', help: 'cli.option.wording', value: 'TEXT' },
  'font-size': { type: 'string', help: 'cli.option.font-size', value: 'SIZE', choices: ['13', '14'] },
  margins: { type: 'string', help: 'cli.option.margins', value: 'T,B,L,R' },
} as const satisfies Record<string, OptionSpec>;

export const IMPORT_SPEC = {
  name: 'import',
  help: 'cli.verb.import',
  files: { least: 1, most: 1, names: 'FILE' },
  options: {
    unit: { type: 'string', help: 'cli.option.unit', value: 'NAME' },
    'unit-code': { type: 'string', help: 'cli.option.unit-code', value: 'CODE' },
    json: JSON_OPTION,
    out: { type: 'string', short: 'o', help: 'cli.option.out', value: 'FILE.xlsx' },
    into: { type: 'string', help: 'cli.option.into', value: 'FILE.xlsx' },
    merge: { type: 'string', help: 'cli.option.merge', value: 'CHOICE', choices: MERGE_MODES },
    document: { type: 'string', help: 'cli.option.document', value: 'new|SIGN' },
    table: { type: 'string', help: 'cli.option.table', value: 'N|all' },
    columns: { type: 'string', help: 'cli.option.columns', value: 'NAME=N,…' },
    year: { type: 'string', help: 'cli.option.annex-year', value: 'YEAR' },
    'as-tasks': { type: 'boolean', help: 'cli.option.as-tasks' },
    'no-progress': { type: 'boolean', help: 'cli.option.no-progress' },
  },
  outputs: ({ options: { out, into } }) => toOutputs(out ?? into, 'workbook', into),
} as const satisfies SubcommandSpec;

export const ISSUE_SPEC = {
  name: 'issue',
  help: 'cli.verb.issue',
  files: { least: 1, most: 1, names: 'ANNEX' },
  options: {
    units: { type: 'string', help: 'cli.option.units', value: 'UNITS.csv' },
    defaults: { type: 'string', help: 'cli.option.defaults', value: 'DEFAULTS.csv' },
    out: { type: 'string', short: 'o', help: 'cli.option.folder', value: 'DIR' },
    json: JSON_OPTION,
  },
  outputs: ({ options: { out } }) => toOutputs(out, 'folder'),
} as const satisfies SubcommandSpec;

export const CONSOLIDATE_SPEC = {
  name: 'consolidate',
  help: 'cli.verb.consolidate',
  files: { least: 1, most: 100_000, names: 'PATH…' },
  options: {
    annex: { type: 'string', help: 'cli.option.masters', value: 'MASTER', multiple: true },
    units: { type: 'string', help: 'cli.option.units', value: 'UNITS.csv' },
    out: { type: 'string', short: 'o', help: 'cli.option.consolidation', value: 'OUT.xlsx' },
    'as-of': { type: 'string', help: 'cli.option.as-of', value: 'DATE' },
    ledger: { type: 'string', help: 'cli.option.ledger', value: 'DIR' },
    'sheet-rows': { type: 'string', help: 'cli.option.sheet-rows', value: 'N' },
    'report-due': { type: 'string', help: 'cli.option.report-due', value: 'DATE' },
    level: { type: 'string', help: 'cli.option.level', value: 'CODE:NAME' },
    sheet: { type: 'string', help: 'cli.option.sheet', value: 'CODE=SHEET' },
    unit: { type: 'string', help: 'cli.option.unit', value: 'FILE=CODE' },
    json: JSON_OPTION,
  },
  outputs: ({ options: { out, ledger } }) => [...toOutputs(out, 'workbook'), ...toOutputs(ledger, 'ledger')],
} as const satisfies SubcommandSpec;

export const TOTALS_SPEC = {
  name: 'totals',
  help: 'cli.verb.totals',
  files: { least: 0, most: 0, names: '' },
  options: {
    ledger: { type: 'string', help: 'cli.option.ledger-read', value: 'DIR', multiple: true },
    day: { type: 'string', help: 'cli.option.day', value: 'DATE' },
    query: { type: 'string', help: 'cli.option.query', value: 'NAME', choices: QUERIES },
    json: JSON_OPTION,
  },
} as const satisfies SubcommandSpec;

export const PRINT_SPEC = {
  name: 'print',
  help: 'cli.verb.print',
  files: ONE_WORKBOOK,
  options: {
    out: { type: 'string', short: 'o', help: 'cli.option.print-out', value: 'FILE.xlsx' },
    ...PRINT_OPTIONS,
    document: { type: 'string', help: 'cli.option.one-document', value: 'SIGN' },
    json: JSON_OPTION,
  },
  outputs: ({ files: [file = ''], options: { out = file } }) => toOutputs(out, 'workbook', file),
} as const satisfies SubcommandSpec;

export const WORD_SPEC = {
  name: 'word',
  help: 'cli.verb.word',
  files: ONE_WORKBOOK,
  options: {
    out: { type: 'string', short: 'o', help: 'cli.option.word-out', value: 'FILE.docx' },
    ...PRINT_OPTIONS,
    document: { type: 'string', help: 'cli.option.one-document', value: 'SIGN' },
    json: JSON_OPTION,
  },
  outputs: ({ options: { out } }) => toOutputs(out, 'document'),
} as const satisfies SubcommandSpec;

export const REPORT_SPEC = {
  name: 'report',
  help: 'cli.verb.report',
  files: ONE_WORKBOOK,
  options: {
    period: { type: 'string', help: 'cli.option.period', value: 'PERIOD', choices: REPORT_SPAN_IDS },
    year: { type: 'string', help: 'cli.option.report-year', value: 'YEAR' },
    on: { type: 'string', help: 'cli.option.report-on', value: 'DATE' },
    out: { type: 'string', short: 'o', help: 'cli.option.word-out', value: 'FILE.docx' },
    agency: { type: 'string', help: 'cli.option.agency', value: 'NAME' },
    superior: PRINT_OPTIONS.superior,
    'font-size': PRINT_OPTIONS['font-size'],
    margins: PRINT_OPTIONS.margins,
    document: { type: 'string', help: 'cli.option.one-document', value: 'SIGN' },
    json: JSON_OPTION,
  },
  outputs: ({ options: { out } }) => toOutputs(out, 'document'),
} as const satisfies SubcommandSpec;

export const SUMMARY_SPEC = {
  name: 'summary',
  help: 'cli.verb.summary',
  files: ONE_WORKBOOK,
  options: {
    document: { type: 'string', help: 'cli.option.one-document', value: 'SIGN' },
    json: JSON_OPTION,
  },
} as const satisfies SubcommandSpec;

export const DOCUMENTS_SPEC = {
  name: 'documents',
  help: 'cli.verb.documents',
  files: ONE_WORKBOOK,
  options: {
    end: { type: 'string', help: 'cli.option.end', value: 'SIGN' },
    archive: { type: 'string', help: 'cli.option.archive', value: 'SIGN' },
    replaced: { type: 'string', help: 'cli.option.replaced', value: 'SIGN' },
    reopen: { type: 'string', help: 'cli.option.reopen', value: 'SIGN' },
    out: { type: 'string', short: 'o', help: 'cli.option.task-out', value: 'FILE.xlsx' },
    json: JSON_OPTION,
  },
  outputs: ({ files: [file = ''], options: { end, archive, replaced, reopen, out = file } }) =>
    (end ?? archive ?? replaced ?? reopen) === undefined ? [] : toOutputs(out, 'workbook', file),
} as const satisfies SubcommandSpec;

export const ADD_TASK_SPEC = {
  name: 'add-task',
  help: 'cli.verb.add-task',
  files: ONE_WORKBOOK,
  options: {
    document: { type: 'string', help: 'cli.option.task-document', value: 'SIGN' },
    kind: {
      type: 'string',
      help: 'cli.option.document-kind',
      value: 'KIND',
      choices: ['letter', 'plan', 'other'],
    },
    date: { type: 'string', help: 'cli.option.document-date', value: 'DATE' },
    agency: { type: 'string', help: 'cli.option.document-agency', value: 'NAME' },
    title: { type: 'string', help: 'cli.option.document-title', value: 'TEXT' },
    content: { type: 'string', help: 'cli.option.content', value: 'TEXT' },
    section: { type: 'string', help: 'cli.option.section', value: 'NUMBER' },
    lead: { type: 'string', help: 'cli.option.lead-unit', value: 'NAME' },
    coordinating: { type: 'string', help: 'cli.option.coordinating', value: 'NAME' },
    product: { type: 'string', help: 'cli.option.product', value: 'TEXT' },
    timing: { type: 'string', help: 'cli.option.timing', value: 'TEXT' },
    person: { type: 'string', help: 'cli.option.task-person', value: 'NAME' },
    'as-printed': { type: 'boolean', help: 'cli.option.as-printed' },
    out: { type: 'string', short: 'o', help: 'cli.option.task-out', value: 'FILE.xlsx' },
    json: JSON_OPTION,
  },
  outputs: ({ files: [file = ''], options: { out = file } }) => toOutputs(out, 'workbook', file),
} as const satisfies SubcommandSpec;

export const AGENDA_SPEC = {
  name: 'agenda',
  help: 'cli.verb.agenda',
  files: ONE_WORKBOOK,
  options: {
    on: { type: 'string', help: 'cli.option.on', value: 'DATE' },
    days: { type: 'string', help: 'cli.option.days', value: 'N' },
    lead: { type: 'string', help: 'cli.option.lead', value: 'NAME' },
    person: { type: 'string', help: 'cli.option.person', value: 'NAME' },
    document: { type: 'string', help: 'cli.option.one-document', value: 'SIGN' },
    json: JSON_OPTION,
  },
} as const satisfies SubcommandSpec;

export const CALENDAR_SPEC = {
  name: 'calendar',
  help: 'cli.verb.calendar',
  files: ONE_WORKBOOK,
  options: {
    out: { type: 'string', short: 'o', help: 'cli.option.ics', value: 'FILE.ics' },
    person: { type: 'string', help: 'cli.option.person', value: 'NAME' },
    document: { type: 'string', help: 'cli.option.one-document', value: 'SIGN' },
    alarms: { type: 'string', help: 'cli.option.alarms', value: 'N,…' },
  },
  outputs: ({ options: { out } }) => toOutputs(out, 'calendar'),
} as const satisfies SubcommandSpec;

export const TIMING_SPEC = {
  name: 'timing',
  help: 'cli.verb.timing',
  // Words that the shell parted are one timing.
  files: { least: 0, most: 100, names: '[TEXT]' },
  options: {
    stdin: { type: 'boolean', help: 'cli.option.stdin' },
    year: { type: 'string', value: 'YEAR', help: 'cli.option.year' },
    header: { type: 'string', value: 'TEXT', help: 'cli.option.header' },
    from: { type: 'string', value: 'DATE', help: 'cli.option.from' },
    json: JSON_OPTION,
  },
} as const satisfies SubcommandSpec;
