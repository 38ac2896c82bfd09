import { useCallback, useRef, useState } from 'react';
import type { MessageParams } from '../../i18n/fill-template';
import type { MessageKey } from '../../i18n/vi/messages';
import type { Problem } from '../../shared/problem';

export type Notice = {
  id: number;
  problems: Problem[];
  success?: { key: MessageKey; params?: MessageParams; undo: boolean };
};

export type Notices = {
  notices: Notice[];
  notify: (notice: Omit<Notice, 'id'>) => void;
  report: (problems: Problem[]) => void;
  dismiss: (id: number) => void;
};

/** Keeps the messages that the pane shows. */
export function useNotices(): Notices {
  const [notices, setNotices] = useState<Notice[]>([]);
  const nextId = useRef(0);
  const notify = useCallback((notice: Omit<Notice, 'id'>): void => {
    nextId.current += 1;
    const added = { ...notice, id: nextId.current };
    // A success replaces every earlier message; problems stay until they are dismissed or a command succeeds.
    setNotices((before) => (notice.success ? [added] : [...before.filter(({ success }) => !success), added]));
  }, []);
  const report = useCallback((problems: Problem[]): void => notify({ problems }), [notify]);
  const dismiss = useCallback(
    (id: number): void => setNotices((before) => before.filter((notice) => notice.id !== id)),
    [],
  );
  return { notices, notify, report, dismiss };
}
