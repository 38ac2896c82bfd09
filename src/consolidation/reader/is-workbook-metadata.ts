import { isEdition, isTrackedDocument } from '../../annex/is-annex';
import { hasTexts, isListOf, isObject, isText } from '../../shared/shape';
import type { WorkbookMetadata } from './workbook-contract';

/** Returns whether what a hidden sheet holds names a unit, an edition and an annex as its metadata does. */
export function isUnitMetadata(value: unknown): value is Omit<WorkbookMetadata, 'savedAt'> {
  return (
    isObject(value) &&
    hasTexts(value['unit'], ['code', 'name']) &&
    isListOf(value['unit']['aliases'] ?? [], isText) &&
    isEdition(value['edition']) &&
    isListOf(value['documents'] ?? [], isTrackedDocument) &&
    typeof value['fingerprint'] === 'string'
  );
}

/** Returns whether what a hidden sheet holds has the shape of its metadata: anyone may have written other JSON there. */
export const isWorkbookMetadata = (value: unknown): value is WorkbookMetadata =>
  isUnitMetadata(value) && 'savedAt' in value && typeof value.savedAt === 'string';
