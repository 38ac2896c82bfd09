import { detectHeaderRole } from '../../annex/detect-header-role';
import type { ColumnRole } from '../../annex/header-vocabulary';
import { decodeLegacy } from '../../readers/legacy/decode-legacy';

/**
 * Detects what a column holds from its header, also if it is still stored in a legacy encoding.
 *
 * @returns null if the header names no known column
 */
export function detectColumnRole(header: string): ColumnRole | null {
  return (
    detectHeaderRole(header)?.role ??
    (/[\xa1-\xfe]/.test(header)
      ? (detectHeaderRole(decodeLegacy(header, 'tcvn3'))?.role ??
        detectHeaderRole(decodeLegacy(header, 'vni'))?.role)
      : null) ??
    null
  );
}
