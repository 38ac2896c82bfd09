/** Why a file that was received is not read: by its name or place it is nobody's report. */
export type LeftOutReason =
  | 'lock-file'
  | 'hidden-file'
  | 'system-file'
  | 'not-a-file'
  | 'linked-folder'
  | 'own-output'
  | 'ledger-folder';

export type LeftOutFile = { file: string; reason: LeftOutReason };

const SYSTEM_FILE = /^(?:thumbs\.db|desktop\.ini|ehthumbs\.db|__macosx|\$recycle\.bin)$/i;

/**
 * Detects by its name a file of a folder or an archive that is no report: a lock of Office ("~$so.xlsx"), a hidden file,
 * a file that the system keeps there.
 *
 * @returns null for a file that must be read or refused
 */
export function findLeftOutReason(path: string): LeftOutReason | null {
  const parts = path.split(/[/\\]/);
  const name = parts.at(-1) ?? '';
  if (name.startsWith('~$') || /^\.~lock\..*#$/.test(name)) return 'lock-file';
  if (parts.some((part) => SYSTEM_FILE.test(part))) return 'system-file';
  return parts.some((part) => /^\.(?!\.?$)/.test(part)) ? 'hidden-file' : null;
}
