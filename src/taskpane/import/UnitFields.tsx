import { TextField } from 'office-ui-fabric-react/lib/TextField';
import type { ReactElement } from 'react';
import type { Unit } from '../../school-workbook/school-workbook';
import { useTranslation } from '../shell/use-translation';

/** Whose workbook it becomes. */
export function UnitFields({ unit, onChange }: { unit: Unit; onChange: (unit: Unit) => void }): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        label={t('pane.unit.name')}
        description={t('pane.unit.name.hint')}
        value={unit.name}
        onChange={(_, name = '') => onChange({ ...unit, name })}
      />
      <TextField
        label={t('pane.unit.code')}
        description={t('pane.unit.code.hint')}
        value={unit.code}
        onChange={(_, code = '') => onChange({ ...unit, code })}
      />
    </>
  );
}
