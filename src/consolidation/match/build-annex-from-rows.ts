import { listSections } from '../../annex/list-sections';
import type { Annex, Edition, Task } from '../../annex/types';
import { getCoordinatingUnitName } from '../../annex/unit-names';
import type { SchoolRow, TaskField } from '../types';

const SECTION_HEADING = /^([\p{L}\d]{1,12})\.\s+(.*)$/su;

/** Builds the annex that the rows of a unit's workbook print. */
export function buildAnnexFromRows(rows: readonly SchoolRow[], edition: Edition): Annex {
  const tasks = rows.map(({ cells }, index): Task => {
    const getText = (field: TaskField): string => String(cells[field]?.value ?? '').trim();
    const [id, tt, area] = [getText('id'), getText('tt'), getText('area')];
    const [, number = '', title = area] = SECTION_HEADING.exec(area) ?? [];
    return {
      id: id || [number, tt].filter(Boolean).join('.') || `#${index + 1}`,
      section: number,
      sectionTitle: title,
      tt,
      content: getText('content'),
      leadUnit: getText('leadUnit'),
      coordinatingUnit: getCoordinatingUnitName(getText('coordinatingUnit')),
      applicability: 'undecided',
      reason: '',
      product: getText('product'),
      timing: getText('timing'),
      note: '',
    };
  });
  const seen = new Set<string>();
  const once = tasks.filter(({ id, content }) => content !== '' && !seen.has(id) && seen.add(id));
  return { edition, sections: listSections(once), tasks: once };
}
