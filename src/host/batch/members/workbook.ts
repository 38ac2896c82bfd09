import { optionalChoice } from '../arguments';
import { type Argument, defineClass, method, navigation, object, property } from '../class-table';
import { type BatchContext, ensureCalculated, makeRange, makeRangeAreas } from '../context';
import { invalidArgument, itemNotFound } from '../host-error';
import type { RangeObject } from '../objects';

/** The cells an event told of, where they are now. */
function eventRange(context: BatchContext, id: Argument): RangeObject | null {
  const cells = context.session.eventReferences.get(String(id));
  const [area] = cells?.areas ?? [];
  return cells && area ? makeRange(context, cells.sheetId, area) : null;
}

export const workbook = defineClass<'Workbook'>({
  name: 'Workbook',
  members: {
    name: property((_self, { workbook: { properties } }) => properties['fileName'] ?? 'Book1.xlsx'),
    readOnly: property(() => false),
    isDirty: property(
      (_self, { session }) => session.dirty,
      (_self, value, { session }) => {
        session.dirty = value === true;
      },
    ),
    autoSave: property(() => false),
    previouslySaved: property((_self, { session }) => session.requests.save > 0),
    usePrecisionAsDisplayed: property(() => false),
    worksheets: navigation(() => ({ class: 'WorksheetCollection' })),
    tables: navigation(() => ({ class: 'TableCollection', sheetId: null })),
    names: navigation(() => ({ class: 'NamedItemCollection', sheetId: null })),
    settings: navigation(() => ({ class: 'SettingCollection' })),
    customXmlParts: navigation(() => ({ class: 'CustomXmlPartCollection' })),
    properties: navigation(() => ({ class: 'DocumentProperties' })),
    application: navigation(() => ({ class: 'Application' })),
    protection: navigation(() => ({ class: 'WorkbookProtection' })),
    _Runtime: navigation(() => ({ class: 'Runtime' })),
    getActiveCell: object((_self, _args, context) => {
      const { sheetId, areas } = context.workbook.selection;
      const { top, left } = areas[0] ?? { top: 0, left: 0 };
      return makeRange(context, sheetId, { top, left, bottom: top, right: left });
    }),
    getSelectedRange: object((_self, _args, context) => {
      const { sheetId, areas } = context.workbook.selection;
      const [area, ...more] = areas;
      if (!area || more.length > 0) throw invalidArgument('More than one range is selected.');
      return makeRange(context, sheetId, area);
    }),
    getSelectedRanges: object((_self, _args, context) =>
      makeRangeAreas(context, context.workbook.selection.sheetId, [...context.workbook.selection.areas]),
    ),
    save: method((_self, [behavior], context) => {
      optionalChoice(behavior, 'saveBehavior', ['Save', 'Prompt']);
      ensureCalculated(context);
      context.session.requests.save += 1;
      context.session.dirty = false;
    }),
    close: method((_self, [behavior], { session }) => {
      const choice = optionalChoice(behavior, 'closeBehavior', ['Save', 'SkipSave']);
      if (choice !== 'SkipSave') session.requests.save += 1;
      session.requests.close += 1;
    }),
    _GetRangeForEventByReferenceId: object((_self, [id], context) => {
      const range = eventRange(context, id);
      if (!range) throw itemNotFound('The cells of this event are not known any more.');
      return range;
    }),
    _GetRangeOrNullObjectForEventByReferenceId: object((_self, [id], context) => eventRange(context, id)),
    _RemoveReference: method((_self, [id], { session }) => {
      session.references.delete(String(id));
    }),
    _RemoveAllReferences: method((_self, _args, { session }) => {
      session.references.clear();
    }),
    _GetReferenceCount: method((_self, _args, { session }) => session.references.size),
  },
});
