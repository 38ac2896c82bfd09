import { useEffect, useState } from 'react';
import { getLockName } from './recovery-store';

/**
 * Holds the locks of the open workbook and of its file's name until another is opened or the tab ends.
 * @returns whether another tab has a file of this name open
 */
export function useFileLock(id: string, fileName: string | null): boolean {
  const [isElsewhere, setElsewhere] = useState(false);
  useEffect(() => {
    setElsewhere(false);
    const { locks } = navigator;
    // Absent on http from another machine.
    if (!locks) return;
    let isOver = false;
    let end = (): void => undefined;
    const over = new Promise<void>((resolve) => {
      end = () => {
        isOver = true;
        resolve();
      };
    });
    void locks.request(getLockName(id), () => over);
    if (fileName !== null)
      void locks.request(`phuluc-file-${fileName}`, { ifAvailable: true }, (lock) => {
        if (!isOver) setElsewhere(lock === null);
        return over;
      });
    return end;
  }, [id, fileName]);
  return isElsewhere;
}
