import { toMatchKey } from '../../shared/text';

/** What the officer decided of a file: that it is to be used, whose it is, and which of its sheets counts. */
export type FileDecision = { use: boolean; unit: string; sheet: string };

/** Words of the officer that make a file the one to use, as keys. */
const USE_KEYS = ['dung', 'use'];
const SHEET_DECISION = /(?:^|;\s*)(?:(dùng|use)\s+)?(?:trang|sheet)(?:\s*[:=]\s*|\s+)["“']?(.+?)["”']?$/iu;

/** Parses what stands beside a file: "Dùng", a unit's code, "trang Phụ lục (2)", or a code and a sheet, "MN01; trang Quý II". */
export function parseFileDecision(text: string): FileDecision {
  const plain = text.trim().normalize('NFC');
  const found = SHEET_DECISION.exec(plain);
  const rest = found ? plain.slice(0, found.index).trim() : plain;
  const isUse = USE_KEYS.includes(toMatchKey(rest));
  return {
    use: isUse || found?.[1] !== undefined,
    unit: isUse ? '' : rest,
    sheet: found?.[2] ?? '',
  };
}

/** Writes a decision as `parseFileDecision` reads it; '' where nothing is decided. */
export function formatFileDecision({ use, unit, sheet }: FileDecision): string {
  const file = unit || (use ? 'Dùng' : '');
  if (sheet === '') return file;
  return unit === '' ? `${use ? 'Dùng trang' : 'trang'} ${sheet}` : `${unit}; trang ${sheet}`;
}
