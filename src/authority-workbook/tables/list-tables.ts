import { toColumnLetters } from '@phuluc/ooxml/a1';
import { getFindingKey } from '../../consolidation/findings/finding';
import { type Consolidation, findMissingUnits } from '../../consolidation/ledger/consolidation';
import { describeFinding } from '../../i18n/describe-finding';
import { t } from '../../i18n/locale';
import {
  DISAGREEMENT_HEADERS,
  DRIFT_HEADERS,
  FINDING_LABELS,
  LINE_STATE_LABELS,
  MISSING_HEADERS,
  CONSOLIDATION_SHEET_NAMES as names,
  SOURCE_HEADERS,
  SOURCE_STATE_LABELS,
  TABLE_NOTES,
  TABLE_TITLES,
  UNIT_IDENTIFIED_BY_LABELS,
} from '../../sheets/labels/consolidation-labels';
import { COLORS } from '../../sheets/styles';
import type { ColumnOwner, DesiredRow, TableColumn, TableSchema } from './sync-table';

type ColumnWidths<Id extends string> = Record<Id, number | readonly [width: number, owner: ColumnOwner]>;

/** Of use to programs alone. */
const UNWRAPPED_COLUMNS: readonly string[] = ['key', 'sha256'];

function buildColumns<Id extends string>(
  headers: Record<Id, string>,
  widths: ColumnWidths<Id>,
  more: Partial<Record<Id, Partial<TableColumn<Id>>>> = {},
): TableColumn<Id>[] {
  return (Object.keys(headers) as Id[]).map((id) => {
    const given = widths[id] as number | readonly [number, ColumnOwner];
    const [width, owner] = typeof given === 'number' ? ([given, 'ours'] as const) : given;
    return {
      id,
      header: headers[id],
      owner,
      width,
      numberFormat: '@',
      wrap: !UNWRAPPED_COLUMNS.includes(id),
      ...more[id],
    };
  });
}

/** Lines the officer wrote on stay when what they tell of is gone; they say so and step back. */
function buildRemovedLineFormat<Id extends string>(columns: readonly TableColumn<Id>[], state: Id) {
  return {
    conditionalFormats: ((area, firstRow) => {
      const at = columns.findIndex(({ id }) => id === state);
      return [
        {
          area: area(columns[0]!.id, columns.at(-1)!.id),
          formula: `=$${toColumnLetters(at)}${firstRow}="${LINE_STATE_LABELS.gone}"`,
          fontColor: COLORS.greyText,
          strikethrough: true,
        },
      ];
    }) satisfies TableSchema<Id>['conditionalFormats'],
  } as const;
}

type DisagreementColumn = keyof typeof DISAGREEMENT_HEADERS;
const DISAGREEMENT_COLUMNS = buildColumns<DisagreementColumn>(DISAGREEMENT_HEADERS, {
  key: 0,
  what: 150,
  unit: 60,
  task: 56,
  detail: 270,
  file: 120,
  sheet: 74,
  cell: 44,
  state: 60,
  decision: [120, 'officer'],
  note: [140, 'officer'],
});
export const DISAGREEMENT_TABLE_SCHEMA: TableSchema<DisagreementColumn> = {
  table: 'BatDong',
  sheet: names.disagreements,
  title: TABLE_TITLES.disagreements,
  note: TABLE_NOTES.disagreements,
  tabColor: COLORS.amberText,
  key: 'key',
  columns: DISAGREEMENT_COLUMNS,
  freezeColumns: 3,
  ...buildRemovedLineFormat(DISAGREEMENT_COLUMNS, 'state'),
};

/** Lines with equal keys (two equal rows of one file) are numbered, so that each keeps its own notes. */
function numberDuplicateKeys<Id extends string>(rows: readonly DesiredRow<Id>[], key: Id): DesiredRow<Id>[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const count = (seen.get(row.key) ?? 0) + 1;
    seen.set(row.key, count);
    if (count === 1) return row;
    const own = `${row.key}#${count}`;
    return { key: own, cells: { ...row.cells, [key]: own } };
  });
}

export function buildDisagreementRows({ findings }: Consolidation): DesiredRow<DisagreementColumn>[] {
  return numberDuplicateKeys(
    findings.map((finding) => ({
      key: getFindingKey(finding),
      cells: {
        key: getFindingKey(finding),
        what: FINDING_LABELS[finding.code],
        unit: finding.unit,
        task: finding.task,
        detail: describeFinding('vi', finding),
        file: finding.place.file ?? '',
        sheet: finding.place.sheet ?? '',
        cell: finding.place.cell ?? '',
        state: LINE_STATE_LABELS.open,
      },
    })),
    'key',
  );
}

export type DriftColumn = keyof typeof DRIFT_HEADERS;
const DRIFT_COLUMNS = buildColumns<DriftColumn>(DRIFT_HEADERS, {
  key: 0,
  unit: 60,
  what: 96,
  task: 56,
  before: 250,
  after: 250,
  score: 50,
  file: 120,
  sheet: 74,
  cell: 44,
  state: 60,
  decision: [110, 'officer'],
  note: [130, 'officer'],
});
export const DRIFT_TABLE_SCHEMA: TableSchema<DriftColumn> = {
  table: 'SaiKhac',
  sheet: names.drift,
  title: TABLE_TITLES.drift,
  note: TABLE_NOTES.drift,
  tabColor: COLORS.amberText,
  key: 'key',
  columns: DRIFT_COLUMNS,
  freezeColumns: 3,
  ...buildRemovedLineFormat(DRIFT_COLUMNS, 'state'),
};

export function buildDriftRows({ drift }: Consolidation): DesiredRow<DriftColumn>[] {
  return numberDuplicateKeys(
    drift.map((finding) => {
      const { args, place } = finding;
      const score = args['score'];
      return {
        key: getFindingKey(finding),
        cells: {
          key: getFindingKey(finding),
          unit: finding.unit,
          what: FINDING_LABELS[finding.code],
          task: finding.task || String(args['closest'] ?? ''),
          before: String(args['before'] ?? ''),
          after:
            finding.code === 'file-warning'
              ? describeFinding('vi', finding)
              : String(args['after'] ?? args['content'] ?? args['name'] ?? ''),
          score: score === undefined ? '' : `${score}%`,
          file: place.file ?? '',
          sheet: place.sheet ?? '',
          cell: place.cell ?? '',
          state: LINE_STATE_LABELS.open,
        },
      };
    }),
    'key',
  );
}

type MissingColumn = keyof typeof MISSING_HEADERS;
const MISSING_COLUMNS = buildColumns<MissingColumn>(MISSING_HEADERS, {
  code: 70,
  name: 240,
  kind: 50,
  parent: 70,
  why: 200,
  state: 64,
  reminded: [110, 'officer'],
  note: [180, 'officer'],
});
export const MISSING_TABLE_SCHEMA: TableSchema<MissingColumn> = {
  table: 'ChuaGui',
  sheet: names.missing,
  title: TABLE_TITLES.missing,
  note: TABLE_NOTES.missing,
  tabColor: COLORS.redText,
  key: 'code',
  columns: MISSING_COLUMNS,
  freezeColumns: 2,
  ...buildRemovedLineFormat(MISSING_COLUMNS, 'state'),
};

/** Explains why a unit counts as missing, if its file waits for a decision or could not be read. */
function explainMissingUnit({ sources }: Consolidation, code: string): string {
  const waiting = sources.find(({ state, candidates }) => state === 'question' && candidates.includes(code));
  const failed = sources.find(({ state, unit }) => state === 'failed' && unit === code);
  return waiting || failed
    ? t('vi', waiting ? 'missing.question' : 'missing.failed', {
        file: (waiting ?? failed)!.file,
      })
    : '';
}

export function buildMissingRows(consolidation: Consolidation): DesiredRow<MissingColumn>[] {
  return findMissingUnits(consolidation).map(({ code, name, kind, parent }) => ({
    key: code,
    cells: {
      code,
      name,
      kind,
      parent,
      why: explainMissingUnit(consolidation, code),
      state: LINE_STATE_LABELS.open,
    },
  }));
}

export type SourceColumn = keyof typeof SOURCE_HEADERS;
const SOURCE_COLUMNS = buildColumns<SourceColumn>(
  SOURCE_HEADERS,
  {
    sha256: 0,
    file: 230,
    unit: 60,
    unitName: 170,
    by: 64,
    state: 90,
    edition: 120,
    contentDate: 0,
    rows: 44,
    differences: 52,
    problems: 190,
    readAt: 0,
    reader: 0,
    decision: [80, 'mark'],
    note: [130, 'officer'],
  },
  {
    rows: { numberFormat: '0', center: true },
    differences: { numberFormat: '0', center: true },
    reader: { numberFormat: '0', center: true },
  },
);
export const SOURCE_TABLE_SCHEMA: TableSchema<SourceColumn> = {
  table: 'TepNguon',
  sheet: names.sources,
  title: TABLE_TITLES.sources,
  note: TABLE_NOTES.sources,
  tabColor: COLORS.greyText,
  key: 'sha256',
  columns: SOURCE_COLUMNS,
  freezeColumns: 1,
  conditionalFormats: (area, firstRow) => {
    const at = `$${toColumnLetters(SOURCE_COLUMNS.findIndex(({ id }) => id === 'state'))}${firstRow}`;
    return [
      {
        area: area('file', 'state'),
        formula: `=${at}="${SOURCE_STATE_LABELS.failed}"`,
        fillColor: COLORS.redFill,
        fontColor: COLORS.redText,
      },
      {
        area: area('file', 'state'),
        formula: `=${at}="${SOURCE_STATE_LABELS.question}"`,
        fillColor: COLORS.amberFill,
        fontColor: COLORS.amberText,
      },
      {
        area: area('file', 'note'),
        formula: `=${at}="${SOURCE_STATE_LABELS.superseded}"`,
        fontColor: COLORS.greyText,
      },
    ];
  },
};

export function buildSourceRows({ sources, decisions }: Consolidation): DesiredRow<SourceColumn>[] {
  return sources.map((source) => ({
    key: source.sha256,
    cells: {
      sha256: source.sha256,
      file: source.file,
      unit:
        source.unit || source.candidates.slice(0, 3).join(' / ') + (source.state === 'question' ? '?' : ''),
      unitName: source.unitName,
      by: UNIT_IDENTIFIED_BY_LABELS[source.by],
      state: SOURCE_STATE_LABELS[source.state],
      edition: source.edition,
      contentDate: source.contentDate,
      rows: source.rows,
      differences: source.differences,
      problems: source.problems,
      readAt: source.readAt,
      reader: source.readerVersion,
      // Left as the officer wrote it, but where something else was settled in the pane.
      ...(decisions.has(source.sha256) && { decision: decisions.get(source.sha256)! }),
    },
  }));
}
