import { readOptionalChoiceArg } from '../../protocol/arguments';
import { createRangeAreasObject, createRangeObject, ensureCalculated } from '../../protocol/batch-context';
import {
  defineClass,
  defineMethod,
  defineNavigation,
  defineObjectMethod,
  defineProperty,
} from '../../protocol/define-class';
import { createInvalidArgumentError, createItemNotFoundError } from '../../protocol/host-error';
import type { RangeObject } from '../../protocol/host-objects';
import type { Argument, BatchContext } from '../../protocol/types';

/** Returns the cells of an event at their current position. */
function findEventRange(context: BatchContext, id: Argument): RangeObject | null {
  const cells = context.session.eventReferences.get(String(id));
  const [area] = cells?.areas ?? [];
  return cells && area ? createRangeObject(context, cells.sheetId, area) : null;
}

export const workbookClass = defineClass<'Workbook'>({
  name: 'Workbook',
  members: {
    name: defineProperty((_self, { workbook: { properties } }) => properties['fileName'] ?? 'Book1.xlsx'),
    readOnly: defineProperty(() => false),
    isDirty: defineProperty(
      (_self, { session }) => session.dirty,
      (_self, value, { session }) => {
        session.dirty = value === true;
      },
    ),
    autoSave: defineProperty(() => false),
    previouslySaved: defineProperty((_self, { session }) => session.requests.save > 0),
    usePrecisionAsDisplayed: defineProperty(() => false),
    worksheets: defineNavigation(() => ({ class: 'WorksheetCollection' })),
    tables: defineNavigation(() => ({ class: 'TableCollection', sheetId: null })),
    names: defineNavigation(() => ({ class: 'NamedItemCollection', sheetId: null })),
    settings: defineNavigation(() => ({ class: 'SettingCollection' })),
    customXmlParts: defineNavigation(() => ({ class: 'CustomXmlPartCollection' })),
    properties: defineNavigation(() => ({ class: 'DocumentProperties' })),
    application: defineNavigation(() => ({ class: 'Application' })),
    protection: defineNavigation(() => ({ class: 'WorkbookProtection' })),
    _Runtime: defineNavigation(() => ({ class: 'Runtime' })),
    getActiveCell: defineObjectMethod((_self, _args, context) => {
      const { sheetId, areas } = context.workbook.selection;
      const { top, left } = areas[0] ?? { top: 0, left: 0 };
      return createRangeObject(context, sheetId, { top, left, bottom: top, right: left });
    }),
    getSelectedRange: defineObjectMethod((_self, _args, context) => {
      const { sheetId, areas } = context.workbook.selection;
      const [area, ...more] = areas;
      if (!area || more.length > 0) throw createInvalidArgumentError('More than one range is selected.');
      return createRangeObject(context, sheetId, area);
    }),
    getSelectedRanges: defineObjectMethod((_self, _args, context) =>
      createRangeAreasObject(context, context.workbook.selection.sheetId, [
        ...context.workbook.selection.areas,
      ]),
    ),
    save: defineMethod((_self, [behavior], context) => {
      readOptionalChoiceArg(behavior, 'saveBehavior', ['Save', 'Prompt']);
      ensureCalculated(context);
      context.session.requests.save += 1;
      context.session.dirty = false;
    }),
    close: defineMethod((_self, [behavior], { session }) => {
      const choice = readOptionalChoiceArg(behavior, 'closeBehavior', ['Save', 'SkipSave']);
      if (choice !== 'SkipSave') session.requests.save += 1;
      session.requests.close += 1;
    }),
    _GetRangeForEventByReferenceId: defineObjectMethod((_self, [id], context) => {
      const range = findEventRange(context, id);
      if (!range) throw createItemNotFoundError('The cells of this event are not known any more.');
      return range;
    }),
    _GetRangeOrNullObjectForEventByReferenceId: defineObjectMethod((_self, [id], context) =>
      findEventRange(context, id),
    ),
    _RemoveReference: defineMethod((_self, [id], { session }) => {
      session.references.delete(String(id));
    }),
    _RemoveAllReferences: defineMethod((_self, _args, { session }) => {
      session.references.clear();
    }),
    _GetReferenceCount: defineMethod((_self, _args, { session }) => session.references.size),
  },
});
