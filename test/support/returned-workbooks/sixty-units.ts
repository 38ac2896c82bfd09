import type { UnitEntry } from '../../../src/consolidation/types';

const FLOWER_NAMES = [
  'Hoa Sen',
  'Hoa Cúc',
  'Nắng Mai',
  'Sao Biển',
  'Vành Khuyên',
  'Tuổi Ngọc',
  'Măng Non',
  'Họa Mi',
];
const HERO_NAMES = [
  'Lê Lợi',
  'Trần Phú',
  'Nguyễn Du',
  'Kim Đồng',
  'Võ Thị Sáu',
  'Lê Quý Đôn',
  'Tân Phú',
  'Tấn Phú',
];

const SCHOOL_KINDS = [
  { kind: 'MN', long: 'Trường Mầm non', short: 'MN', names: FLOWER_NAMES },
  { kind: 'TH', long: 'Trường Tiểu học', short: 'TH', names: HERO_NAMES },
  { kind: 'THCS', long: 'Trường Trung học cơ sở', short: 'THCS', names: HERO_NAMES },
] as const;

/** Sixty invented schools, twenty of a kind; some names differ in one mark (Tân Phú, Tấn Phú) or one number. */
export const SIXTY_UNITS: UnitEntry[] = SCHOOL_KINDS.flatMap(({ kind, long, short, names }) =>
  Array.from({ length: 20 }, (_, index): UnitEntry => {
    const round = Math.floor(index / names.length);
    const name = `${names[index % names.length]!}${round === 0 ? '' : ` ${round + 1}`}`;
    return {
      code: `${kind}-${String(index + 1).padStart(2, '0')}`,
      name: `${long} ${name}`,
      aliases: [`${short} ${name} Đồng Sen`],
      kind,
      parent: 'P-07',
      validFrom: '',
      validTo: '',
    };
  }),
);

/** The one that issues and consolidates. */
export const AUTHORITY_UNIT: UnitEntry = {
  code: 'P-07',
  name: 'Ủy ban nhân dân phường Đồng Sen',
  aliases: [],
  kind: '',
  parent: '',
  validFrom: '',
  validTo: '',
};

/** The list as the authority keeps it. */
export function formatUnitsCsv(units: readonly UnitEntry[]): string {
  return [
    'Mã,Tên đơn vị,Tên khác,Loại,Cấp trên',
    ...units.map(({ code, name, aliases, kind, parent }) =>
      [code, name, aliases.join(';'), kind, parent].join(','),
    ),
    '',
  ].join('\n');
}
