import type { CaseContext } from './case-context';
import {
  type ConformanceCase,
  createCase,
  createNavigationCases,
  createOnce,
  createReadCases,
  createWriteCases,
  type LoadableProxy,
} from './create-case';

const getCells = ({ sheet }: CaseContext): Excel.Range => sheet.getRange('F2:G3');
const getFormat = (bench: CaseContext): Excel.RangeFormat => getCells(bench).format;
const LIST_RULE = { list: { inCellDropDown: true, source: 'a,b' } };

type RuleType =
  | 'Custom'
  | 'DataBar'
  | 'ColorScale'
  | 'IconSet'
  | 'TopBottom'
  | 'PresetCriteria'
  | 'ContainsText'
  | 'CellValue';

/** Creates one rule for each context; every case asks for one type. */
const addRule = (bench: CaseContext, type: RuleType): Excel.ConditionalFormat =>
  createRuleGetter(type)(bench);
const createRuleGetter = (type: RuleType) =>
  createOnce(({ sheet }) => sheet.getRange('C2:C5').conditionalFormats.add(type));

function createKindGetter<T>(type: RuleType, of: (format: Excel.ConditionalFormat) => T) {
  return (bench: CaseContext): T => of(addRule(bench, type));
}

const getCustomRule = createKindGetter('Custom', (one) => one.custom);
const getDataBar = createKindGetter('DataBar', (one) => one.dataBar);

/** Returns both forms of the part that only its own type has. */
function createPartCases(type: RuleType, name: string, other: RuleType): ConformanceCase[] {
  return [name, `${name}OrNullObject`].map((member) =>
    createCase(`ConditionalFormat.${member}`, async (bench) => {
      const made = bench.sheet.getRange('C2:C5').conditionalFormats.add(type) as unknown as Record<
        string,
        LoadableProxy
      >;
      made[member]?.load('*');
      await bench.context.sync();
      const alien = bench.sheet.getRange('C2:C5').conditionalFormats.add(other) as unknown as Record<
        string,
        LoadableProxy
      >;
      if (member.endsWith('OrNullObject')) {
        alien[member]?.load('*');
        await bench.context.sync();
        expect(alien[member]?.isNullObject).toBe(true);
        expect(made[member]?.isNullObject).toBe(false);
      }
    }),
  );
}

export const FORMAT_CASES: ConformanceCase[] = [
  ...createWriteCases('RangeFormat', getFormat, {
    horizontalAlignment: 'Center',
    verticalAlignment: 'Top',
    wrapText: true,
    indentLevel: 2,
    textOrientation: 90,
    shrinkToFit: true,
    rowHeight: 30,
    columnWidth: 100,
  }),
  ...createNavigationCases('RangeFormat', getFormat, {
    borders: 'items',
    fill: 'color',
    font: 'bold',
    protection: 'locked',
  }),
  createCase('RangeFormat.useStandardHeight', async (bench) => {
    getFormat(bench).rowHeight = 40;
    getFormat(bench).useStandardHeight = true;
    const after = getFormat(bench);
    after.load('rowHeight, useStandardHeight');
    await bench.context.sync();
    expect([after.rowHeight, after.useStandardHeight]).toEqual([15, true]);
  }),
  createCase('RangeFormat.useStandardWidth', async (bench) => {
    getFormat(bench).columnWidth = 99;
    getFormat(bench).useStandardWidth = true;
    const after = getFormat(bench);
    after.load('columnWidth, useStandardWidth');
    await bench.context.sync();
    expect([after.columnWidth, after.useStandardWidth]).toEqual([48, true]);
  }),
  createCase('RangeFormat.autofitColumns', async (bench) => {
    bench.sheet.getRange('F2').values = [['Một nội dung khá dài để cột phải rộng ra']];
    getFormat(bench).autofitColumns();
    const after = bench.sheet.getRange('F2').format;
    after.load('columnWidth');
    await bench.context.sync();
    expect(after.columnWidth).toBeGreaterThan(150);
  }),
  createCase('RangeFormat.autofitRows', async (bench) => {
    bench.sheet.getRange('F2').values = [['Một nội dung khá dài để dòng phải cao lên']];
    getFormat(bench).wrapText = true;
    getFormat(bench).autofitRows();
    const after = bench.sheet.getRange('F2').format;
    after.load('rowHeight');
    await bench.context.sync();
    expect(after.rowHeight).toBeGreaterThan(30);
  }),
  ...createWriteCases('RangeFont', (b) => getFormat(b).font, {
    name: 'Times New Roman',
    size: 13,
    bold: true,
    italic: true,
    strikethrough: true,
    underline: 'Single',
    color: '#C00000',
  }),
  ...createWriteCases('RangeFill', (b) => getFormat(b).fill, { color: '#FFEB9C' }),
  createCase('RangeFill.clear', async (bench) => {
    getFormat(bench).fill.color = '#FFEB9C';
    getFormat(bench).fill.clear();
    const { fill } = getFormat(bench);
    fill.load('color');
    await bench.context.sync();
    expect(fill.color).toBe('#FFFFFF');
  }),
  ...createWriteCases('FormatProtection', (b) => getFormat(b).protection, {
    locked: false,
    formulaHidden: true,
  }),
  ...createWriteCases('RangeBorder', (b) => getFormat(b).borders.getItem('InsideHorizontal'), {
    style: 'Continuous',
    color: '#808080',
    weight: 'Medium',
  }),
  ...createReadCases('RangeBorder', (b) => getFormat(b).borders.getItem('EdgeTop'), { sideIndex: 'EdgeTop' }),
  ...createReadCases('RangeBorderCollection', (b) => getFormat(b).borders, { count: 8 }),
  createCase('RangeBorderCollection.getItem', async (bench) => {
    getFormat(bench).borders.getItem('EdgeBottom').style = 'Double';
    await bench.context.sync();
    const sheet = bench.workbook.sheets[0];
    expect(sheet?.cells.get(2)?.get(5)?.format?.borders?.EdgeBottom?.style).toBe('Double');
    expect(sheet?.cells.get(1)?.get(5)?.format).toBeUndefined();
  }),
  createCase('RangeBorderCollection.getItemAt', async (bench) => {
    const border = getFormat(bench).borders.getItemAt(2);
    border.load('sideIndex');
    await bench.context.sync();
    expect(border.sideIndex).toBe('EdgeLeft');
  }),
  ...createWriteCases('DataValidation', (b) => getCells(b).dataValidation, { rule: LIST_RULE }),
  createCase('DataValidation.type', async (bench) => {
    bench.sheet.getRange('F2').dataValidation.rule = LIST_RULE;
    const one = bench.sheet.getRange('F2').dataValidation;
    const both = bench.sheet.getRange('F2:F3').dataValidation;
    const none = bench.sheet.getRange('F9').dataValidation;
    for (const validation of [one, both, none]) validation.load('type');
    await bench.context.sync();
    expect([one.type, both.type, none.type]).toEqual(['List', 'Inconsistent', 'None']);
  }),
  ...[
    ['ignoreBlanks', false],
    ['prompt', { showPrompt: true, title: 'Trạng thái', message: 'Chọn trong danh sách' }],
    ['errorAlert', { showAlert: true, style: 'Warning', title: 'Sai', message: 'Không có trong danh sách' }],
  ].map(([name, value]) =>
    createCase(`DataValidation.${String(name)}`, async (bench) => {
      getCells(bench).dataValidation.rule = LIST_RULE;
      (getCells(bench).dataValidation as unknown as Record<string, unknown>)[String(name)] = value;
      const after = getCells(bench).dataValidation;
      after.load(`${String(name)}, type`);
      await bench.context.sync();
      expect((after as unknown as Record<string, unknown>)[String(name)]).toEqual(value);
      expect(after.type).toBe('List');
    }),
  ),
  createCase('DataValidation.valid', async (bench) => {
    const judged = async (address: string, rule: Excel.DataValidationRule): Promise<unknown> => {
      bench.sheet.getRange('A2:D5').dataValidation.clear();
      const { dataValidation } = bench.sheet.getRange(address);
      dataValidation.rule = rule;
      dataValidation.load('valid');
      await bench.context.sync();
      return dataValidation.valid;
    };
    const between = { formula1: 1, formula2: 3, operator: 'Between' } as const;
    expect(await judged('C2:C5', { wholeNumber: between })).toBeNull();
    expect(await judged('C2:C4', { wholeNumber: between })).toBe(true);
    expect(await judged('A2:B5', { decimal: between })).toBe(false);
    expect(await judged('A2:A5', { list: { inCellDropDown: true, source: 'I.1, I.2,II.1,II.2' } })).toBe(
      true,
    );
    expect(await judged('A2:A5', { list: { inCellDropDown: true, source: '=$A$2:$A$4' } })).toBeNull();
    expect(await judged('B2:B5', { textLength: { formula1: '=$C$5+3', operator: 'LessThan' } })).toBeNull();
    expect(await judged('A3:A5', { custom: { formula: '=$C3<>C$2' } })).toBe(true);
    expect(await judged('A2:A5', { custom: { formula: '=COUNTIF($A$2:$A$5,A2)=1' } })).toBe(true);
  }),
  ...(['getInvalidCells', 'getInvalidCellsOrNullObject'] as const).map((name) =>
    createCase(`DataValidation.${name}`, async (bench) => {
      const { dataValidation } = bench.sheet.getRange('C2:C9');
      dataValidation.rule = { wholeNumber: { formula1: 2, operator: 'GreaterThan' } };
      const invalid = dataValidation[name]();
      invalid.load('address');
      await bench.context.sync();
      expect(invalid.address).toBe('Sổ!C3:C4');
    }),
  ),
  createCase('DataValidation.clear', async (bench) => {
    getCells(bench).dataValidation.rule = LIST_RULE;
    bench.sheet.getRange('F2').dataValidation.clear();
    await bench.context.sync();
    expect(bench.workbook.sheets[0]?.validations.flatMap(({ areas }) => areas)).toEqual([
      { top: 2, bottom: 2, left: 5, right: 6 },
      { top: 1, bottom: 1, left: 6, right: 6 },
    ]);
  }),
  createCase('ConditionalFormatCollection.add', async (bench) => {
    const { conditionalFormats } = bench.sheet.getRange('C2:C5');
    const first = conditionalFormats.add('Custom');
    const second = conditionalFormats.add('DataBar');
    first.load('priority');
    second.load('priority');
    await bench.context.sync();
    expect([first.priority, second.priority]).toEqual([1, 0]);
  }),
  createCase('ConditionalFormatCollection.clearAll', async (bench) => {
    bench.sheet.getRange('C2:C5').conditionalFormats.add('Custom');
    bench.sheet.getRange('C2:C3').conditionalFormats.clearAll();
    await bench.context.sync();
    expect(bench.workbook.sheets[0]?.conditionalFormats[0]?.areas).toEqual([
      { top: 3, bottom: 4, left: 2, right: 2 },
    ]);
  }),
  createCase('ConditionalFormatCollection.getCount', async (bench) => {
    addRule(bench, 'Custom');
    const count = bench.sheet.getRange('C5:D9').conditionalFormats.getCount();
    const none = bench.sheet.getRange('D2').conditionalFormats.getCount();
    await bench.context.sync();
    expect([count.value, none.value]).toEqual([1, 0]);
  }),
  createCase('ConditionalFormatCollection.getItem', async (bench) => {
    const made = addRule(bench, 'Custom');
    made.load('id');
    await bench.context.sync();
    const again = bench.sheet.getRange('C2').conditionalFormats.getItem(made.id);
    again.load('type');
    await bench.context.sync();
    expect(again.type).toBe('Custom');
  }),
  createCase('ConditionalFormatCollection.getItemOrNullObject', async (bench) => {
    const none = bench.sheet.getRange('C2').conditionalFormats.getItemOrNullObject('{0}');
    await bench.context.sync();
    expect(none.isNullObject).toBe(true);
  }),
  createCase('ConditionalFormatCollection.getItemAt', async (bench) => {
    addRule(bench, 'IconSet');
    const item = bench.sheet.getRange('C2').conditionalFormats.getItemAt(0);
    item.load('type');
    await bench.context.sync();
    expect(item.type).toBe('IconSet');
  }),
  ...createReadCases('ConditionalFormat', (b) => addRule(b, 'TopBottom'), { type: 'TopBottom' }),
  ...createWriteCases('ConditionalFormat', (b) => addRule(b, 'Custom'), { stopIfTrue: true }),
  createCase('ConditionalFormat.id', async (bench) => {
    const made = addRule(bench, 'Custom');
    made.load('id');
    await bench.context.sync();
    expect(made.id).toBe(bench.workbook.sheets[0]?.conditionalFormats[0]?.id);
  }),
  createCase('ConditionalFormat.priority', async (bench) => {
    const { conditionalFormats } = bench.sheet.getRange('C2');
    const made = conditionalFormats.add('Custom');
    conditionalFormats.add('DataBar');
    made.priority = 0;
    conditionalFormats.load('items/type');
    await bench.context.sync();
    expect(conditionalFormats.items.map(({ type }) => type)).toEqual(['Custom', 'DataBar']);
  }),
  ...createPartCases('CellValue', 'cellValue', 'Custom'),
  ...createPartCases('ColorScale', 'colorScale', 'Custom'),
  ...createPartCases('Custom', 'custom', 'DataBar'),
  ...createPartCases('DataBar', 'dataBar', 'Custom'),
  ...createPartCases('IconSet', 'iconSet', 'Custom'),
  ...createPartCases('PresetCriteria', 'preset', 'Custom'),
  ...createPartCases('ContainsText', 'textComparison', 'Custom'),
  ...createPartCases('TopBottom', 'topBottom', 'Custom'),
  createCase('ConditionalFormat.delete', async (bench) => {
    addRule(bench, 'Custom').delete();
    await bench.context.sync();
    expect(bench.workbook.sheets[0]?.conditionalFormats).toEqual([]);
  }),
  ...(['getRange', 'getRangeOrNullObject', 'getRanges'] as const).map((name) =>
    createCase(`ConditionalFormat.${name}`, async (bench) => {
      const range = addRule(bench, 'Custom')[name]();
      range.load('address');
      await bench.context.sync();
      expect(range.address).toBe('Sổ!C2:C5');
    }),
  ),
  ...createNavigationCases('CustomConditionalFormat', getCustomRule, {
    format: 'numberFormat',
    rule: 'formula',
  }),
  ...createWriteCases('ConditionalFormatRule', (b) => getCustomRule(b).rule, {
    formula: '=$C2>3',
    formulaLocal: '=$C2>4',
    formulaR1C1: '=RC3>5',
  }),
  ...createWriteCases(
    'CellValueConditionalFormat',
    createKindGetter('CellValue', (one) => one.cellValue),
    {
      rule: { operator: 'Between', formula1: '=1', formula2: '=3' },
    },
  ),
  ...createNavigationCases(
    'CellValueConditionalFormat',
    createKindGetter('CellValue', (one) => one.cellValue),
    { format: 'numberFormat' },
  ),
  ...createWriteCases(
    'TextConditionalFormat',
    createKindGetter('ContainsText', (one) => one.textComparison),
    {
      rule: { operator: 'BeginsWith', text: 'Không' },
    },
  ),
  ...createNavigationCases(
    'TextConditionalFormat',
    createKindGetter('ContainsText', (one) => one.textComparison),
    { format: 'numberFormat' },
  ),
  ...createWriteCases(
    'PresetCriteriaConditionalFormat',
    createKindGetter('PresetCriteria', (one) => one.preset),
    {
      rule: { criterion: 'DuplicateValues' },
    },
  ),
  ...createNavigationCases(
    'PresetCriteriaConditionalFormat',
    createKindGetter('PresetCriteria', (one) => one.preset),
    { format: 'numberFormat' },
  ),
  ...createWriteCases(
    'TopBottomConditionalFormat',
    createKindGetter('TopBottom', (one) => one.topBottom),
    {
      rule: { rank: 3, type: 'BottomItems' },
    },
  ),
  ...createNavigationCases(
    'TopBottomConditionalFormat',
    createKindGetter('TopBottom', (one) => one.topBottom),
    { format: 'numberFormat' },
  ),
  ...createWriteCases('DataBarConditionalFormat', getDataBar, {
    showDataBarOnly: true,
    barDirection: 'LeftToRight',
    axisFormat: 'None',
    axisColor: '#123456',
    lowerBoundRule: { type: 'Number', formula: '0' },
    upperBoundRule: { type: 'Number', formula: '1' },
  }),
  ...createNavigationCases('DataBarConditionalFormat', getDataBar, {
    positiveFormat: 'fillColor',
    negativeFormat: 'fillColor',
  }),
  ...createWriteCases('ConditionalDataBarPositiveFormat', (b) => getDataBar(b).positiveFormat, {
    fillColor: '#5B9BD5',
    borderColor: '',
    gradientFill: false,
  }),
  ...createWriteCases('ConditionalDataBarNegativeFormat', (b) => getDataBar(b).negativeFormat, {
    fillColor: '#00B050',
    borderColor: '#00B050',
    matchPositiveFillColor: true,
    matchPositiveBorderColor: true,
  }),
  ...createWriteCases(
    'ColorScaleConditionalFormat',
    createKindGetter('ColorScale', (one) => one.colorScale),
    {
      criteria: {
        minimum: { type: 'LowestValue', color: '#FFFFFF' },
        maximum: { type: 'HighestValue', color: '#FF0000' },
      },
    },
  ),
  ...createReadCases(
    'ColorScaleConditionalFormat',
    createKindGetter('ColorScale', (one) => one.colorScale),
    { threeColorScale: true },
  ),
  ...createWriteCases(
    'IconSetConditionalFormat',
    createKindGetter('IconSet', (one) => one.iconSet),
    {
      style: 'ThreeFlags',
      reverseIconOrder: true,
      showIconOnly: true,
      criteria: [
        {},
        { type: 'Number', operator: 'GreaterThan', formula: '=2' },
        { type: 'Number', operator: 'GreaterThan', formula: '=4' },
      ],
    },
  ),
  ...createWriteCases('ConditionalRangeFormat', (b) => getCustomRule(b).format, { numberFormat: '0.00' }),
  ...createNavigationCases('ConditionalRangeFormat', (b) => getCustomRule(b).format, {
    borders: 'items',
    fill: 'color',
    font: 'bold',
  }),
  ...createWriteCases('ConditionalRangeFill', (b) => getCustomRule(b).format.fill, { color: '#FFC7CE' }),
  createCase('ConditionalRangeFill.clear', async (bench) => {
    const { fill } = getCustomRule(bench).format;
    fill.color = '#FFC7CE';
    fill.clear();
    fill.load('color');
    await bench.context.sync();
    expect(fill.color).toBeNull();
  }),
  ...createWriteCases('ConditionalRangeFont', (b) => getCustomRule(b).format.font, {
    color: '#9C0006',
    bold: true,
    italic: true,
    strikethrough: true,
    underline: 'Single',
  }),
  createCase('ConditionalRangeFont.clear', async (bench) => {
    const { font } = getCustomRule(bench).format;
    font.bold = true;
    font.clear();
    font.load('bold');
    await bench.context.sync();
    expect(font.bold).toBeNull();
  }),
  ...createReadCases('ConditionalRangeBorderCollection', (b) => getCustomRule(b).format.borders, {
    count: 4,
  }),
  ...createNavigationCases('ConditionalRangeBorderCollection', (b) => getCustomRule(b).format.borders, {
    top: 'style',
    bottom: 'style',
    left: 'style',
    right: 'style',
  }),
  ...createWriteCases('ConditionalRangeBorder', (b) => getCustomRule(b).format.borders.getItem('EdgeTop'), {
    style: 'Dash',
    color: '#FF0000',
  }),
  ...createReadCases('ConditionalRangeBorder', (b) => getCustomRule(b).format.borders.getItem('EdgeLeft'), {
    sideIndex: 'EdgeLeft',
  }),
  createCase('ConditionalRangeBorderCollection.getItem', async (bench) => {
    const border = getCustomRule(bench).format.borders.getItem('EdgeRight');
    border.load('sideIndex');
    await bench.context.sync();
    expect(border.sideIndex).toBe('EdgeRight');
  }),
  createCase('ConditionalRangeBorderCollection.getItemAt', async (bench) => {
    const border = getCustomRule(bench).format.borders.getItemAt(1);
    border.load('sideIndex');
    await bench.context.sync();
    expect(border.sideIndex).toBe('EdgeBottom');
  }),
];
