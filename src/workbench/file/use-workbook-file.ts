import { recalculate } from '@phuluc/excel-simulator/formulas/recalculate';
import type { WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { createWorkbook } from '@phuluc/excel-simulator/model/workbook';
import { openWorkbook } from '@phuluc/excel-simulator/xlsx/open-workbook';
import { saveWorkbook } from '@phuluc/excel-simulator/xlsx/save-workbook';
import { useCallback, useState } from 'react';
import type { WorkbenchMessages } from '../messages';
import {
  choosePlace,
  downloadXlsx,
  isChangedOnDisk,
  pickWorkbookFile,
  type ReadFile,
  type WorkbookFile,
  writeInPlace,
} from './workbook-file';

type OpenedWorkbook = {
  workbook: WorkbookModel;
  /** Of its copy for recovery. */
  id: string;
  file: WorkbookFile;
  /** The name it was opened under: what the add-in sees, even after it was saved under another. */
  documentUrl: string;
  isNew: boolean;
  /** The version of the content that stands in the file; null when none does. */
  savedVersion: number | null;
};

export type StatusMessage = { text: string; alert: boolean };

type WorkbookFileState = {
  opened: OpenedWorkbook;
  message: StatusMessage | null;
  /** Opens the bytes in the place of the present workbook; false when they are no workbook. */
  open: (file: ReadFile, recoveryId?: string) => Promise<boolean>;
  pick: () => Promise<ReadFile | null>;
  /** Writes a version of the content: in place where that is allowed, else as a download. */
  save: (version: number, options?: SaveOptions) => Promise<'saved' | 'cancelled' | 'changedOnDisk'>;
};

type SaveOptions = { overwrite?: boolean; asCopy?: boolean };

/** Keeps which workbook is open, where it is kept and what of it is saved. */
export function useWorkbookFile(messages: WorkbenchMessages, now: Date | undefined): WorkbookFileState {
  const [opened, setOpened] = useState<OpenedWorkbook>(createNewWorkbook);
  const [message, setMessage] = useState<StatusMessage | null>(null);

  const open = useCallback(
    async ({ bytes, ...file }: ReadFile, recoveryId?: string): Promise<boolean> => {
      try {
        const workbook = await openWorkbook(bytes);
        recalculate(workbook, { now: now ?? new Date() });
        const id = recoveryId ?? createId();
        const savedVersion = recoveryId === undefined ? 0 : null;
        setOpened({ workbook, id, file, documentUrl: file.name, isNew: false, savedVersion });
        setMessage(null);
        return true;
      } catch {
        setMessage({ text: messages.cannotOpen(file.name), alert: true });
        return false;
      }
    },
    [now, messages],
  );

  const pick = async (): Promise<ReadFile | null> => {
    try {
      return await pickWorkbookFile();
    } catch {
      setMessage({ text: messages.cannotRead, alert: true });
      return null;
    }
  };

  const save: WorkbookFileState['save'] = async (version, { overwrite = false, asCopy = false } = {}) => {
    const place = asCopy ? { ...opened.file, handle: null } : await choosePlace(opened.file);
    if (!place) return 'cancelled';
    if (!overwrite && (await isChangedOnDisk(place))) return 'changedOnDisk';
    const bytes = await saveWorkbook(opened.workbook);
    const written = place.handle && (await writeInPlace(place, place.handle, bytes));
    if (!written) downloadXlsx(bytes, place.name);
    setOpened((present) =>
      present.id === opened.id
        ? { ...present, file: written ?? present.file, isNew: false, savedVersion: version }
        : present,
    );
    setMessage(
      place.handle && !written
        ? { text: messages.savedAsDownload(place.name), alert: true }
        : { text: messages.saved(place.name), alert: false },
    );
    return 'saved';
  };

  return { opened, message, open, pick, save };
}

function createNewWorkbook(): OpenedWorkbook {
  const name = 'so-truong.xlsx';
  return {
    workbook: createWorkbook('Sheet1'),
    id: createId(),
    file: { name, handle: null, modified: null },
    documentUrl: name,
    isNew: true,
    savedVersion: 0,
  };
}

/** Random; the browser's own function for it exists on https and localhost only. */
function createId(): string {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('-');
}
