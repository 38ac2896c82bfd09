import { detectHeaderRole } from '../assemble/header-role';
import type { ColumnRole } from '../assemble/header-words';
import { decodeLegacy } from '../legacy/decode';

/** What a header says its column holds, also where it is still stored in a legacy encoding. */
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
