import type { ReactElement } from 'react';
import { DOCUMENT_STATUSES, getCurrentEdition } from '../../annex/tracked-document';
import { changeDocumentStatus } from '../../commands/set-document-status';
import { getDocuments, hasSeveralDocuments, sortDocuments } from '../../school-workbook/documents/documents';
import layout from '../components/layout.module.css';
import { PaneDropdown } from '../components/PaneDropdown';
import type { Pane } from '../shell/use-pane';
import { useTranslation } from '../shell/use-translation';

/**
 * The documents of the workbook with the status of each, which is set here.
 *
 * @returns null where the workbook has one document
 */
export function DocumentStatusList({ pane }: { pane: Pane }): ReactElement | null {
  const { t } = useTranslation();
  const facts = pane.view?.facts;
  if (!facts || !hasSeveralDocuments(facts)) return null;
  const options = DOCUMENT_STATUSES.map((status) => ({ key: status, text: t(`document.status.${status}`) }));
  return (
    <section aria-label={t('document.status.list')}>
      <h2>{t('document.status.list')}</h2>
      <p className={layout.note}>{t('document.status.about')}</p>
      {sortDocuments(getDocuments(facts)).map((document) => (
        <PaneDropdown
          key={document.code}
          label={t('document.choice.existing', {
            code: document.code,
            title: getCurrentEdition(document).title,
          })}
          selectedKey={document.status}
          options={options}
          disabled={pane.isRunning}
          onChange={(_, option) => {
            const status = DOCUMENT_STATUSES.find((one) => one === option?.key);
            if (!status || status === document.status) return;
            void pane.perform(changeDocumentStatus, { document: document.code, status }, (done) => ({
              key: done.written ? 'document.status.done' : 'document.status.same',
              params: { document: done.document, status: t(`document.status.${done.status}`) },
              undo: done.written,
            }));
          }}
        />
      ))}
    </section>
  );
}
