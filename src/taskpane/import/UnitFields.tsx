import { TextField } from 'office-ui-fabric-react/lib/TextField';
import type { ReactElement } from 'react';
import { namesOtherUnit, proposeUnitName } from '../../annex/propose-unit-name';
import type { Annex } from '../../annex/types';
import type { Unit } from '../../school-workbook/school-workbook';
import layout from '../components/layout.module.css';
import { useTranslation } from '../shell/use-translation';

type UnitFieldsProps = { unit: Unit; annex: Annex | null; onChange: (unit: Unit) => void };

/** Says where the name comes from, that it is missing, or that the annex names another unit. */
function UnitNameRemark({ unit, annex }: Omit<UnitFieldsProps, 'onChange'>): ReactElement | null {
  const { t } = useTranslation();
  if (unit.name.trim() === '') return <p className={layout.warning}>{t('pane.unit.missing')}</p>;
  if (!annex) return null;
  const proposed = proposeUnitName(annex);
  if (namesOtherUnit(annex, unit))
    return <p className={layout.warning}>{t('pane.unit.differs', { name: proposed })}</p>;
  return unit.name === proposed ? <p className={layout.muted}>{t('pane.unit.proposed')}</p> : null;
}

/** Whose workbook it becomes. */
export function UnitFields({ unit, annex, onChange }: UnitFieldsProps): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        label={t('pane.unit.name')}
        description={t('pane.unit.name.hint')}
        value={unit.name}
        onChange={(_, name = '') => onChange({ ...unit, name })}
      />
      <div aria-live="polite">
        <UnitNameRemark unit={unit} annex={annex} />
      </div>
      <TextField
        label={t('pane.unit.code')}
        description={t('pane.unit.code.hint')}
        value={unit.code}
        onChange={(_, code = '') => onChange({ ...unit, code })}
      />
    </>
  );
}
