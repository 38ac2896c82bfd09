import { createSession } from '@phuluc/excel-simulator/create-session';
import type { WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { createWorkbook, setCell } from '@phuluc/excel-simulator/model/workbook';
import { processBatch } from '@phuluc/excel-simulator/protocol/process-batch';
import type { Session, SessionOptions } from '@phuluc/excel-simulator/protocol/types';
import type { Action, BatchResponse, Json, ObjectPath } from '@phuluc/excel-simulator/protocol/wire';

/** Builds a request by hand: paths by id, actions in order (their ids count from 100). */
function send(
  session: Session,
  paths: Record<number, Omit<ObjectPath, 'Id'>>,
  actions: Omit<Action, 'Id'>[],
  keep = false,
): BatchResponse {
  return processBatch(session, {
    AutoKeepReference: keep,
    ObjectPaths: Object.fromEntries(
      Object.entries(paths).map(([id, path]) => [id, { Id: Number(id), ...path }]),
    ),
    Actions: actions.map((action, index) => ({ Id: 100 + index, ...action })),
  });
}

const ROOT = { ObjectPathType: 1 } as const;
const property = (parent: number, Name: string) => ({ ObjectPathType: 4, ParentObjectPathId: parent, Name });
function method(parent: number, Name: string, ...Arguments: Json[]) {
  return {
    ObjectPathType: 3,
    ParentObjectPathId: parent,
    Name,
    ArgumentInfo: { Arguments },
  };
}
function indexer(parent: number, key: Json) {
  return {
    ObjectPathType: 5,
    ParentObjectPathId: parent,
    ArgumentInfo: { Arguments: [key] },
  };
}

/** 1 workbook, 2 worksheets, 3 sheet "Một", 4 its A1:B2. */
const PATHS = {
  1: ROOT,
  2: property(1, 'Worksheets'),
  3: indexer(2, 'Một'),
  4: method(3, 'GetRange', 'A1:B2'),
};

function bench(options: SessionOptions = {}): { workbook: WorkbookModel; session: Session } {
  const workbook = createWorkbook('Một', 'Hai');
  const [sheet] = workbook.sheets;
  if (sheet) setCell(sheet, 0, 0, { value: 5 });
  return { workbook, session: createSession(workbook, options) };
}

function query(ObjectPathId: number, QueryInfo: Action['QueryInfo'] = {}) {
  return {
    ActionType: 2,
    ObjectPathId,
    QueryInfo,
  };
}
const instantiate = (ObjectPathId: number) => ({ ActionType: 1, ObjectPathId });
function call(ObjectPathId: number, Name: string, ...Arguments: Json[]) {
  return {
    ActionType: 3,
    ObjectPathId,
    Name,
    ArgumentInfo: { Arguments },
  };
}
function set(ObjectPathId: number, Name: string, value: Json) {
  return {
    ActionType: 4,
    ObjectPathId,
    Name,
    ArgumentInfo: { Arguments: [value] },
  };
}

const values = (response: BatchResponse): Json[] => response.Results.map(({ Value }) => Value);

describe('ids in answers', () => {
  it('names a sheet by Id and a named item by _Id', () => {
    const { session } = bench();
    const response = send(session, { ...PATHS, 5: property(1, 'Names'), 6: method(5, 'Add', 'Tên', '=1') }, [
      instantiate(3),
      instantiate(6),
    ]);
    expect(values(response)).toEqual([{ Id: '{00000000-0001-0000-0000-000000000000}' }, { _Id: 'Tên' }]);
  });

  it('gives a reference id only once the range is kept', () => {
    const { session } = bench();
    const response = send(session, PATHS, [
      instantiate(4),
      call(4, '_KeepReference'),
      instantiate(4),
      query(4, { Select: ['address'] }),
    ]);
    expect(values(response)).toEqual([
      {},
      null,
      { _ReferenceId: '{ref-1}' },
      { _ReferenceId: '{ref-1}', Address: 'Một!A1:B2' },
    ]);
    const again = send(session, { 9: { ObjectPathType: 6, Name: '{ref-1}' } }, [
      query(9, { Select: ['address'] }),
    ]);
    expect(values(again)).toEqual([{ _ReferenceId: '{ref-1}', Address: 'Một!A1:B2' }]);
  });

  it('refuses a reference that was released', () => {
    const { session } = bench();
    send(session, PATHS, [instantiate(4), call(4, '_KeepReference')]);
    const response = send(session, { 1: ROOT, 9: { ObjectPathType: 6, Name: '{ref-1}' } }, [
      call(1, '_RemoveReference', '{ref-1}'),
      query(9),
    ]);
    expect(response.Error).toMatchObject({ Code: 'InvalidReference', ActionIndex: 1 });
  });
});

describe('queries', () => {
  it('selects by slash paths, expands and names in PascalCase', () => {
    const { session } = bench();
    const [value] = values(
      send(session, PATHS, [
        query(4, { Select: ['values', 'format/fill/color', 'worksheet/name'], Expand: ['format/font'] }),
      ]),
    );
    expect(value).toMatchObject({
      Values: [
        [5, ''],
        ['', ''],
      ],
      Worksheet: { Id: '{00000000-0001-0000-0000-000000000000}', Name: 'Một' },
      Format: { Fill: { Color: '#FFFFFF' }, Font: { Bold: false, Size: 11 } },
    });
    expect(Object.keys(value as object).sort()).toEqual(['Format', 'Values', 'Worksheet']);
  });

  it('gives all properties for {}, but none above the advertised sets', () => {
    const { session } = bench({ requirementSets: { ExcelApi: '1.9' } });
    const [value] = values(send(session, PATHS, [query(4)]));
    expect(value).toHaveProperty('Values');
    expect(value).toHaveProperty('IsEntireRow');
    expect(value).not.toHaveProperty('HasSpill');
  });

  it('takes Top and Skip of a collection, and its own count beside its items', () => {
    const { session } = bench();
    const response = send(session, { ...PATHS, 5: property(3, 'Tables') }, [
      query(2, { Select: ['name'], Skip: 1, Top: 1 }),
      query(2, { Select: ['items/name'], Top: 1 }),
      query(5, { Select: ['count', 'name'] }),
      query(5, { Select: ['count'] }),
    ]);
    expect(values(response)).toEqual([
      { _Items: [{ Id: '{00000000-0001-0000-0001-000000000000}', Name: 'Hai' }] },
      { _Items: [{ Id: '{00000000-0001-0000-0000-000000000000}', Name: 'Một' }] },
      { Count: 0, _Items: [] },
      { Count: 0 },
    ]);
  });

  it('answers null all along a null object', () => {
    const { session } = bench();
    const paths = {
      ...PATHS,
      5: method(2, 'GetItemOrNullObject', 'Ba'),
      6: method(5, 'GetRange', 'A1'),
      7: { ObjectPathType: 7 },
    };
    const response = send(session, paths, [instantiate(5), query(5), instantiate(6), query(6), query(7)]);
    expect(values(response)).toEqual([null, null, null, null, null]);
    expect(send(session, paths, [set(6, 'Values', 1)]).Error?.Code).toBe('InvalidOperation');
    expect(send(session, paths, [call(5, 'Delete')]).Error?.Code).toBe('InvalidOperation');
  });

  it.each([
    ['a name that does not exist', ['giaTri'], 'NotImplemented', 'Range.giaTri'],
    ['a method', ['getRow'], 'InvalidArgument', 'Range.getRow'],
    ['a path through a scalar', ['values/name'], 'InvalidArgument', 'Range.values'],
  ])('refuses %s', (_what, Select, code, location) => {
    const { session } = bench();
    expect(send(session, PATHS, [query(4, { Select })]).Error).toMatchObject({
      Code: code,
      Location: location,
    });
  });

  it('retrieves as JSON in camelCase', () => {
    const { session } = bench();
    const response = send(session, { ...PATHS, 5: method(2, 'GetItemOrNullObject', 'Ba') }, [
      { ActionType: 7, ObjectPathId: 2, QueryInfo: { Select: ['name', 'protection/protected'] } },
      { ActionType: 7, ObjectPathId: 5, QueryInfo: {} },
    ]);
    expect(values(response)).toEqual([
      {
        items: [
          { name: 'Một', protection: { protected: false } },
          { name: 'Hai', protection: { protected: false } },
        ],
      },
      { _IsNull: true },
    ]);
  });

  it('loads by class', () => {
    const { session } = bench();
    const response = send(session, PATHS, [
      {
        ActionType: 6,
        ObjectPathId: 3,
        RecursiveQueryInfo: { Queries: { Worksheet: { Select: ['name'] } }, MaxDepth: 2 },
      },
    ]);
    expect(values(response)).toEqual([{ Id: '{00000000-0001-0000-0000-000000000000}', Name: 'Một' }]);
  });
});

describe('other actions', () => {
  it('lists what was traced', () => {
    const { session } = bench();
    const response = send(session, PATHS, [{ ActionType: 5, ObjectPathId: 0 }, instantiate(3)]);
    expect(response.TraceIds).toEqual([100]);
    expect(response.Results[0]).toEqual({ ActionId: 100, Value: null });
  });

  it('updates several properties at once', () => {
    const { session, workbook } = bench();
    send(session, PATHS, [
      { ActionType: 9, ObjectPathId: 3, ObjectState: { name: 'Mới', tabColor: '#FF0000' } },
    ]);
    expect(workbook.sheets[0]).toMatchObject({ name: 'Mới', tabColor: '#FF0000' });
  });

  it('finds what was changed since it was read', () => {
    const { session } = bench();
    const unchanged = (state: Record<string, Json>) =>
      send(session, PATHS, [{ ActionType: 8, ObjectPathId: 3, ObjectState: state }]).Error?.Code;
    expect(unchanged({ name: 'Một', visibility: 'Visible' })).toBeUndefined();
    expect(unchanged({ name: 'Khác' })).toBe('Conflict');
  });

  it('walks a path once in a batch', () => {
    const { session, workbook } = bench();
    const paths = { ...PATHS, 5: method(2, 'Add', 'Ba') };
    send(session, paths, [instantiate(5), query(5), set(5, 'TabColor', '#00FF00'), query(5)]);
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['Một', 'Hai', 'Ba']);
  });

  it('puts objects in the place of path ids, in arguments and inside plain data', () => {
    const { session, workbook } = bench();
    const paths = {
      ...PATHS,
      5: {
        ObjectPathType: 3,
        ParentObjectPathId: 4,
        Name: 'GetBoundingRect',
        ArgumentInfo: { Arguments: [6], ReferencedObjectPathIds: [6] },
      },
      6: method(3, 'GetRange', 'C5'),
      7: property(6, 'DataValidation'),
    };
    const response = send(session, paths, [
      query(5, { Select: ['address'] }),
      set(7, 'Rule', { list: { source: { _ObjectPathId: 4 }, inCellDropDown: true } }),
    ]);
    expect(values(response)[0]).toEqual({ Address: 'Một!A1:C5' });
    expect(workbook.sheets[0]?.validations[0]?.rule).toEqual({
      list: { inCellDropDown: true, source: '=$A$1:$B$2' },
    });
  });

  it.each([
    ['an unknown action', { ActionType: 42, ObjectPathId: 3 }, {}, 'InvalidRequest'],
    ['an unknown kind of path', query(9), { 9: { ObjectPathType: 42 } }, 'InvalidRequest'],
    ['a path that is not sent', query(9), {}, 'InvalidObjectPath'],
    ['a path without its parent', query(9), { 9: { ObjectPathType: 4, Name: 'Names' } }, 'InvalidObjectPath'],
    ['an unknown service', query(9), { 9: { ObjectPathType: 2, Name: 'Microsoft.Khac' } }, 'NotImplemented'],
    ['a property as a path', query(9), { 9: property(3, 'Name') }, 'InvalidRequest'],
    ['a read-only property', set(4, 'Address', 'A1'), {}, 'InvalidOperation'],
    ['a method as a property', set(4, 'GetRow', 1), {}, 'InvalidRequest'],
    ['an event that is not served', call(3, '_RegisterSingleClickedEvent'), {}, 'NotImplemented'],
  ])('refuses %s', (_what, action, paths, code) => {
    const { session } = bench();
    expect(send(session, { ...PATHS, ...paths }, [action]).Error?.Code).toBe(code);
  });
});

describe('requirement sets', () => {
  it.each([
    ['1.3', 'ApiNotFound'],
    ['1.4', undefined],
    ['1.10', undefined],
  ])('refuses a method above ExcelApi %s', (version, code) => {
    const { session } = bench({ requirementSets: { ExcelApi: version } });
    const response = send(session, { ...PATHS, 5: method(2, 'GetItemOrNullObject', 'Một') }, [
      instantiate(5),
    ]);
    expect(response.Error?.Code).toBe(code);
  });

  it('refuses properties and events too, with the member and its set in the words', () => {
    const { session } = bench({ requirementSets: { ExcelApi: '1.8' } });
    expect(send(session, PATHS, [query(4, { Select: ['hasSpill'] })]).Error).toMatchObject({
      Code: 'ApiNotFound',
      Location: 'Range.hasSpill',
      Message: expect.stringContaining('ExcelApi 1.12'),
    });
    expect(send(session, PATHS, [call(2, '_RegisterDataChangedEvent')]).Error?.Code).toBe('ApiNotFound');
  });
});

describe('an error in a batch', () => {
  it('keeps what was done before it and answers those results', () => {
    const { session, workbook } = bench();
    const response = send(session, { ...PATHS, 5: indexer(2, 'Ba') }, [
      set(3, 'Name', 'Đổi tên'),
      query(3, { Select: ['name'] }),
      instantiate(5),
      set(3, 'Name', 'Không tới'),
    ]);
    expect(values(response)).toEqual([
      null,
      { Id: '{00000000-0001-0000-0000-000000000000}', Name: 'Đổi tên' },
    ]);
    expect(response.Error).toMatchObject({
      Code: 'ItemNotFound',
      ActionIndex: 2,
      HttpStatusCode: 404,
      Location: 'WorksheetCollection.getItem',
    });
    expect(workbook.sheets[0]?.name).toBe('Đổi tên');
  });

  it('leaves a sheet’s handle behind when the sheet is deleted', () => {
    const { session } = bench();
    const response = send(session, PATHS, [instantiate(4), call(3, 'Delete'), query(4)]);
    expect(response.Error).toMatchObject({ Code: 'ItemNotFound', ActionIndex: 2 });
  });
});
