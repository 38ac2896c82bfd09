import { hasTexts, isListOf } from '../shared/shape';
import { TASK_FIELDS } from './task-fields';
import { DOCUMENT_KINDS, DOCUMENT_STATUSES, type TrackedDocument } from './tracked-document';
import type { Annex, Edition } from './types';

/** Returns true if what was read from JSON has the shape of an edition. */
export function isEdition(value: unknown): value is Edition {
  return (
    hasTexts(value, ['issuer', 'number', 'date', 'title']) &&
    (value['year'] === null || typeof value['year'] === 'number')
  );
}

/** Returns true if what was read from JSON has the shape of a document of a workbook. */
export function isTrackedDocument(value: unknown): value is TrackedDocument {
  return (
    hasTexts(value, ['code', 'fingerprint']) &&
    value['code'] !== '' &&
    DOCUMENT_KINDS.some((kind) => kind === value['kind']) &&
    DOCUMENT_STATUSES.some((status) => status === value['status']) &&
    isListOf(value['editions'], isEdition) &&
    value['editions'].length > 0
  );
}

/** Returns true if what was read from JSON has the shape of an annex. */
export function isAnnex(value: unknown): value is Annex {
  return (
    hasTexts(value, []) &&
    isEdition(value['edition']) &&
    isListOf(value['sections'], (section) => hasTexts(section, ['number', 'title'])) &&
    isListOf(value['tasks'], (task) => hasTexts(task, TASK_FIELDS))
  );
}
