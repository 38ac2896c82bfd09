import { TextField } from 'office-ui-fabric-react/lib/TextField';
import { type ReactElement, useState } from 'react';
import { REPORT_SPAN_IDS, type ReportSpanId } from '../../reports/results/report-span';
import { parseIsoDate, toLocalIsoDate } from '../../shared/dates';
import { DateField } from '../components/DateField';
import { PaneDropdown } from '../components/PaneDropdown';
import { useTranslation } from '../shell/use-translation';

const isYear = (text: string): boolean => /^(19|20|21)\d\d$/.test(text.trim());

export type ReportChoice = { span: ReportSpanId; year: number; on: string };

type ReportDraft = { span: ReportSpanId; year: string; on: string };

/** The period and day of a report as they are typed; `choice` is null while they are not a year and a day. */
export function useReportChoice(year: number | null): {
  typed: ReportDraft;
  set: (part: Partial<ReportDraft>) => void;
  choice: ReportChoice | null;
} {
  const [typed, setTyped] = useState<ReportDraft>(() => {
    const on = toLocalIsoDate(new Date());
    return { span: '6M', on, year: String(year ?? on.slice(0, 4)) };
  });
  const isReady = isYear(typed.year) && parseIsoDate(typed.on) !== null;
  return {
    typed,
    set: (part) => setTyped({ ...typed, ...part }),
    choice: isReady ? { span: typed.span, year: Number(typed.year), on: typed.on } : null,
  };
}

/** Fields for the period, the year and the day of a report. */
export function ReportFields({
  typed,
  set,
}: Omit<ReturnType<typeof useReportChoice>, 'choice'>): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <PaneDropdown
        label={t('paper.period')}
        selectedKey={typed.span}
        options={REPORT_SPAN_IDS.map((key) => ({ key, text: t(`paper.period.${key}`) }))}
        onChange={(_, option) => set({ span: (option?.key ?? typed.span) as ReportSpanId })}
      />
      <TextField
        label={t('paper.year')}
        inputMode="numeric"
        value={typed.year}
        onChange={(_, value = '') => set({ year: value })}
        {...(isYear(typed.year) ? {} : { errorMessage: t('paper.year.wrong') })}
      />
      <DateField
        label={t('paper.on')}
        description={t('paper.on.hint')}
        value={typed.on}
        onChange={(on) => set({ on })}
      />
    </>
  );
}
