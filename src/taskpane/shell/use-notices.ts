import { useCallback, useRef, useState } from 'react';
import type { MessageParams } from '../../i18n/fill-template';
import type { MessageKey } from '../../i18n/vi/messages';
import { isEqual } from '../../shared/is-equal';
import type { Problem } from '../../shared/problem';

export type Notice = {
  id: number;
  problems: Problem[];
  /** `undoSteps`: entries of the history that were made; 1 by default. */
  success?: { key: MessageKey; params?: MessageParams; undo: boolean; undoSteps?: number };
};

type NoticeList = {
  notices: Notice[];
  notify: (notice: Omit<Notice, 'id'>) => void;
  report: (problems: Problem[]) => void;
  dismiss: (id: number) => void;
  /** Removes every message: what is done next has messages of its own. */
  clear: () => void;
};

/** Keeps the messages that the pane shows. */
export function useNotices(): NoticeList {
  const [notices, setNotices] = useState<Notice[]>([]);
  const nextId = useRef(0);
  const notify = useCallback((notice: Omit<Notice, 'id'>): void => {
    // A sign without words says nothing.
    if (!notice.success && notice.problems.length === 0) return;
    nextId.current += 1;
    const added = { ...notice, id: nextId.current };
    setNotices((before) => {
      if (notice.success) return [added];
      // What is read again and again in the background reports the same problem each time.
      if (before.some(({ problems }) => isEqual(problems, added.problems))) return before;
      return [...before.filter(({ success }) => !success), added];
    });
  }, []);
  const report = useCallback((problems: Problem[]): void => notify({ problems }), [notify]);
  const dismiss = useCallback(
    (id: number): void => setNotices((before) => before.filter((notice) => notice.id !== id)),
    [],
  );
  const clear = useCallback((): void => setNotices([]), []);
  return { notices, notify, report, dismiss, clear };
}
