import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { Checkbox } from 'office-ui-fabric-react/lib/Checkbox';
import { ChoiceGroup } from 'office-ui-fabric-react/lib/ChoiceGroup';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import { type ReactElement, useContext, useMemo, useState } from 'react';
import { toContentKey } from '../../annex/compute-similarity';
import { listSections } from '../../annex/list-sections';
import { addTasks } from '../../commands/add-tasks';
import { readPastedTasks } from '../../import/read-pasted-tasks';
import { createDefaultProgressSettings } from '../../progress/progress-settings';
import { getDocuments } from '../../school-workbook/documents/documents';
import { EMPTY_METADATA } from '../../school-workbook/school-workbook';
import { ExplainedButton } from '../components/ExplainedButton';
import layout from '../components/layout.module.css';
import { ProgressContext } from '../progress/use-progress';
import type { Pane } from '../shell/use-pane';
import { useTranslation } from '../shell/use-translation';
import { EMPTY_DOCUMENT_DRAFT, EMPTY_TASK_DRAFT, readDraftTiming, toTarget } from './addition-draft';
import { DocumentFields } from './DocumentFields';
import { PastedTaskList } from './PastedTaskList';
import { TaskFields } from './TaskFields';

type AddTasksScreenProps = { pane: Pane; onLeave: () => void };

const WAYS = ['one', 'many', 'none'] as const;
type Way = (typeof WAYS)[number];

const NONE_LEFT: ReadonlySet<number> = new Set();

/** Tasks that a letter or a person gives: one by fields, several as pasted, or a document without tasks. */
export function AddTasksScreen({ pane, onLeave }: AddTasksScreenProps): ReactElement {
  const { t } = useTranslation();
  const { view: progress } = useContext(ProgressContext);
  const [way, setWay] = useState<Way>('one');
  const [chosen, setChosen] = useState<string | null>(null);
  const [typed, setTyped] = useState(EMPTY_DOCUMENT_DRAFT);
  const [task, setTask] = useState(EMPTY_TASK_DRAFT);
  const [pasted, setPasted] = useState('');
  const [left, setLeft] = useState(NONE_LEFT);
  const [keepsUnread, setKeepsUnread] = useState(false);
  const rows = pane.view?.table?.rows ?? [];
  const documents = getDocuments(pane.view?.facts ?? EMPTY_METADATA);
  const settings = useMemo(() => progress?.settings ?? createDefaultProgressSettings(null), [progress]);
  const target = toTarget(chosen, typed);
  const found = useMemo(
    () => readPastedTasks(pasted).map((one) => ({ ...EMPTY_TASK_DRAFT, ...one })),
    [pasted],
  );
  const drafts = way === 'one' ? [task] : way === 'many' ? found : [];
  const readings = drafts.map((one) => readDraftTiming(one, target, documents, settings));
  const tasks = drafts.filter((_, index) => way === 'one' || !left.has(index));
  const isUnread = readings.some((one, index) => one.isUnread && (way === 'one' || !left.has(index)));
  const own = rows.filter((row) => row.document === chosen);
  const why =
    chosen === null && typed.number.trim() === '' && typed.title.trim() === ''
      ? t('add-task.why.document')
      : way !== 'none' && (tasks.length === 0 || tasks.some(({ content }) => toContentKey(content) === ''))
        ? t('add-task.why.content')
        : isUnread && !keepsUnread
          ? t('add-task.why.timing')
          : null;

  const write = async (): Promise<void> => {
    const staged = await pane.stage(addTasks, { target, tasks, keepUnread: keepsUnread });
    if (!staged) return;
    const done = await pane.perform(addTasks, staged.plan, ({ written, document, tasks: added }) => ({
      key: written ? 'add-task.done' : 'add-task.unchanged',
      params: { document, count: added.length },
      undo: written,
    }));
    if (staged.warnings.length > 0) pane.report(staged.warnings);
    if (!done) return;
    // The next task is often of the same letter.
    setChosen(done.document);
    setTyped(EMPTY_DOCUMENT_DRAFT);
    setTask({ ...EMPTY_TASK_DRAFT, leadUnit: task.leadUnit });
    setPasted('');
    setLeft(NONE_LEFT);
    setKeepsUnread(false);
    if (way === 'none') setWay('one');
  };

  return (
    <section aria-label={t('command.add-task')} className={layout.form}>
      <header className={layout.screenHeader}>
        <h2>{t('command.add-task')}</h2>
        <DefaultButton text={t('track.back')} onClick={onLeave} />
      </header>
      <DocumentFields
        documents={documents}
        chosen={chosen}
        typed={typed}
        onChoose={(code) => {
          setChosen(code);
          setTask({ ...task, section: '' });
          if (code !== null && way === 'none') setWay('one');
        }}
        onType={setTyped}
      />
      <ChoiceGroup
        label={t('add-task.way')}
        selectedKey={way}
        options={WAYS.filter((one) => one !== 'none' || chosen === null).map((one) => ({
          key: one,
          text: t(`add-task.way.${one}`),
        }))}
        onChange={(_, option) => setWay(WAYS.find((one) => one === option?.key) ?? 'one')}
      />
      {way === 'one' && readings[0] && (
        <TaskFields
          task={task}
          sections={listSections(own.map((row) => row.task)).filter(({ number }) => number !== '')}
          people={pane.view?.people ?? []}
          leadUnits={[...new Set(rows.map((row) => row.task.leadUnit))].filter(Boolean)}
          timing={readings[0]}
          onChange={setTask}
        />
      )}
      {way === 'many' && (
        <>
          <TextField
            label={t('add-task.paste')}
            description={t('add-task.paste.hint')}
            multiline
            rows={6}
            value={pasted}
            onChange={(_, text = '') => {
              setPasted(text);
              setLeft(NONE_LEFT);
            }}
          />
          <PastedTaskList
            tasks={found}
            readings={readings}
            left={left}
            onLeave={(index, isLeft) => {
              const after = new Set(left);
              if (isLeft) after.add(index);
              else after.delete(index);
              setLeft(after);
            }}
          />
        </>
      )}
      {isUnread && (
        <Checkbox
          label={t('add-task.keep-unread')}
          checked={keepsUnread}
          onChange={(_, checked = false) => setKeepsUnread(checked)}
        />
      )}
      <div className={layout.stickyBar}>
        <ExplainedButton
          primary
          text={way === 'none' ? t('add-task.write.document') : t('add-task.write', { count: tasks.length })}
          why={why}
          disabled={pane.isRunning}
          onClick={() => void write()}
        />
      </div>
    </section>
  );
}
