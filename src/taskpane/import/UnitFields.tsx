import { TextField } from 'office-ui-fabric-react/lib/TextField';
import type { ReactElement } from 'react';
import type { Unit } from '../../school-workbook/school-workbook';
import { useTranslation } from '../shell/use-translation';

/** Whose workbook it becomes. */
export function UnitFields({ unit, onChange }: { unit: Unit; onChange: (unit: Unit) => void }): ReactElement {
  const { t: say } = useTranslation();
  return (
    <>
      <TextField
        label={say('pane.unit.name')}
        description={say('pane.unit.name.hint')}
        value={unit.name}
        onChange={(_, name = '') => onChange({ ...unit, name })}
      />
      <TextField
        label={say('pane.unit.code')}
        description={say('pane.unit.code.hint')}
        value={unit.code}
        onChange={(_, code = '') => onChange({ ...unit, code })}
      />
    </>
  );
}
