import { type Case, type Proxy, does, keeps, leads, once, reads } from './case';
import type { Bench } from './bench';

const cells = ({ sheet }: Bench): Excel.Range => sheet.getRange('F2:G3');
const format = (bench: Bench): Excel.RangeFormat => cells(bench).format;
const list = { list: { inCellDropDown: true, source: 'a,b' } };

type RuleType =
  | 'Custom'
  | 'DataBar'
  | 'ColorScale'
  | 'IconSet'
  | 'TopBottom'
  | 'PresetCriteria'
  | 'ContainsText'
  | 'CellValue';

/** One rule for each bench; every case asks for one type. */
const rule = (bench: Bench, type: RuleType): Excel.ConditionalFormat => ruleOf(type)(bench);
const ruleOf = (type: RuleType) => once(({ sheet }) => sheet.getRange('C2:C5').conditionalFormats.add(type));

function kind<T>(type: RuleType, of: (format: Excel.ConditionalFormat) => T) {
  return (bench: Bench): T => of(rule(bench, type));
}

const custom = kind('Custom', (one) => one.custom);
const dataBar = kind('DataBar', (one) => one.dataBar);

/** Both forms of the part that only its own type has. */
function parts(type: RuleType, name: string, other: RuleType): Case[] {
  return [name, `${name}OrNullObject`].map((member) =>
    does(`ConditionalFormat.${member}`, async (bench) => {
      const made = bench.sheet.getRange('C2:C5').conditionalFormats.add(type) as unknown as Record<
        string,
        Proxy
      >;
      made[member]?.load('*');
      await bench.context.sync();
      const alien = bench.sheet.getRange('C2:C5').conditionalFormats.add(other) as unknown as Record<
        string,
        Proxy
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

export const formatCases: Case[] = [
  ...keeps('RangeFormat', format, {
    horizontalAlignment: 'Center',
    verticalAlignment: 'Top',
    wrapText: true,
    indentLevel: 2,
    textOrientation: 90,
    shrinkToFit: true,
    rowHeight: 30,
    columnWidth: 100,
  }),
  ...leads('RangeFormat', format, { borders: 'items', fill: 'color', font: 'bold', protection: 'locked' }),
  does('RangeFormat.useStandardHeight', async (bench) => {
    format(bench).rowHeight = 40;
    format(bench).useStandardHeight = true;
    const after = format(bench);
    after.load('rowHeight, useStandardHeight');
    await bench.context.sync();
    expect([after.rowHeight, after.useStandardHeight]).toEqual([15, true]);
  }),
  does('RangeFormat.useStandardWidth', async (bench) => {
    format(bench).columnWidth = 99;
    format(bench).useStandardWidth = true;
    const after = format(bench);
    after.load('columnWidth, useStandardWidth');
    await bench.context.sync();
    expect([after.columnWidth, after.useStandardWidth]).toEqual([48, true]);
  }),
  does('RangeFormat.autofitColumns', async (bench) => {
    bench.sheet.getRange('F2').values = [['Một nội dung khá dài để cột phải rộng ra']];
    format(bench).autofitColumns();
    const after = bench.sheet.getRange('F2').format;
    after.load('columnWidth');
    await bench.context.sync();
    expect(after.columnWidth).toBeGreaterThan(150);
  }),
  does('RangeFormat.autofitRows', async (bench) => {
    bench.sheet.getRange('F2').values = [['Một nội dung khá dài để dòng phải cao lên']];
    format(bench).wrapText = true;
    format(bench).autofitRows();
    const after = bench.sheet.getRange('F2').format;
    after.load('rowHeight');
    await bench.context.sync();
    expect(after.rowHeight).toBeGreaterThan(30);
  }),
  ...keeps('RangeFont', (b) => format(b).font, {
    name: 'Times New Roman',
    size: 13,
    bold: true,
    italic: true,
    strikethrough: true,
    underline: 'Single',
    color: '#C00000',
  }),
  ...keeps('RangeFill', (b) => format(b).fill, { color: '#FFEB9C' }),
  does('RangeFill.clear', async (bench) => {
    format(bench).fill.color = '#FFEB9C';
    format(bench).fill.clear();
    const { fill } = format(bench);
    fill.load('color');
    await bench.context.sync();
    expect(fill.color).toBe('#FFFFFF');
  }),
  ...keeps('FormatProtection', (b) => format(b).protection, { locked: false, formulaHidden: true }),
  ...keeps('RangeBorder', (b) => format(b).borders.getItem('InsideHorizontal'), {
    style: 'Continuous',
    color: '#808080',
    weight: 'Medium',
  }),
  ...reads('RangeBorder', (b) => format(b).borders.getItem('EdgeTop'), { sideIndex: 'EdgeTop' }),
  ...reads('RangeBorderCollection', (b) => format(b).borders, { count: 8 }),
  does('RangeBorderCollection.getItem', async (bench) => {
    format(bench).borders.getItem('EdgeBottom').style = 'Double';
    await bench.context.sync();
    const sheet = bench.workbook.sheets[0];
    expect(sheet?.cells.get(2)?.get(5)?.format?.borders?.EdgeBottom?.style).toBe('Double');
    expect(sheet?.cells.get(1)?.get(5)?.format).toBeUndefined();
  }),
  does('RangeBorderCollection.getItemAt', async (bench) => {
    const border = format(bench).borders.getItemAt(2);
    border.load('sideIndex');
    await bench.context.sync();
    expect(border.sideIndex).toBe('EdgeLeft');
  }),
  ...keeps('DataValidation', (b) => cells(b).dataValidation, { rule: list }),
  does('DataValidation.type', async (bench) => {
    bench.sheet.getRange('F2').dataValidation.rule = list;
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
    does(`DataValidation.${String(name)}`, async (bench) => {
      cells(bench).dataValidation.rule = list;
      (cells(bench).dataValidation as unknown as Record<string, unknown>)[String(name)] = value;
      const after = cells(bench).dataValidation;
      after.load(`${String(name)}, type`);
      await bench.context.sync();
      expect((after as unknown as Record<string, unknown>)[String(name)]).toEqual(value);
      expect(after.type).toBe('List');
    }),
  ),
  does('DataValidation.valid', async (bench) => {
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
    does(`DataValidation.${name}`, async (bench) => {
      const { dataValidation } = bench.sheet.getRange('C2:C9');
      dataValidation.rule = { wholeNumber: { formula1: 2, operator: 'GreaterThan' } };
      const invalid = dataValidation[name]();
      invalid.load('address');
      await bench.context.sync();
      expect(invalid.address).toBe('Sổ!C3:C4');
    }),
  ),
  does('DataValidation.clear', async (bench) => {
    cells(bench).dataValidation.rule = list;
    bench.sheet.getRange('F2').dataValidation.clear();
    await bench.context.sync();
    expect(bench.workbook.sheets[0]?.validations.flatMap(({ areas }) => areas)).toEqual([
      { top: 2, bottom: 2, left: 5, right: 6 },
      { top: 1, bottom: 1, left: 6, right: 6 },
    ]);
  }),
  does('ConditionalFormatCollection.add', async (bench) => {
    const { conditionalFormats } = bench.sheet.getRange('C2:C5');
    const first = conditionalFormats.add('Custom');
    const second = conditionalFormats.add('DataBar');
    first.load('priority');
    second.load('priority');
    await bench.context.sync();
    expect([first.priority, second.priority]).toEqual([1, 0]);
  }),
  does('ConditionalFormatCollection.clearAll', async (bench) => {
    bench.sheet.getRange('C2:C5').conditionalFormats.add('Custom');
    bench.sheet.getRange('C2:C3').conditionalFormats.clearAll();
    await bench.context.sync();
    expect(bench.workbook.sheets[0]?.conditionalFormats[0]?.areas).toEqual([
      { top: 3, bottom: 4, left: 2, right: 2 },
    ]);
  }),
  does('ConditionalFormatCollection.getCount', async (bench) => {
    rule(bench, 'Custom');
    const count = bench.sheet.getRange('C5:D9').conditionalFormats.getCount();
    const none = bench.sheet.getRange('D2').conditionalFormats.getCount();
    await bench.context.sync();
    expect([count.value, none.value]).toEqual([1, 0]);
  }),
  does('ConditionalFormatCollection.getItem', async (bench) => {
    const made = rule(bench, 'Custom');
    made.load('id');
    await bench.context.sync();
    const again = bench.sheet.getRange('C2').conditionalFormats.getItem(made.id);
    again.load('type');
    await bench.context.sync();
    expect(again.type).toBe('Custom');
  }),
  does('ConditionalFormatCollection.getItemOrNullObject', async (bench) => {
    const none = bench.sheet.getRange('C2').conditionalFormats.getItemOrNullObject('{0}');
    await bench.context.sync();
    expect(none.isNullObject).toBe(true);
  }),
  does('ConditionalFormatCollection.getItemAt', async (bench) => {
    rule(bench, 'IconSet');
    const item = bench.sheet.getRange('C2').conditionalFormats.getItemAt(0);
    item.load('type');
    await bench.context.sync();
    expect(item.type).toBe('IconSet');
  }),
  ...reads('ConditionalFormat', (b) => rule(b, 'TopBottom'), { type: 'TopBottom' }),
  ...keeps('ConditionalFormat', (b) => rule(b, 'Custom'), { stopIfTrue: true }),
  does('ConditionalFormat.id', async (bench) => {
    const made = rule(bench, 'Custom');
    made.load('id');
    await bench.context.sync();
    expect(made.id).toBe(bench.workbook.sheets[0]?.conditionalFormats[0]?.id);
  }),
  does('ConditionalFormat.priority', async (bench) => {
    const { conditionalFormats } = bench.sheet.getRange('C2');
    const made = conditionalFormats.add('Custom');
    conditionalFormats.add('DataBar');
    made.priority = 0;
    conditionalFormats.load('items/type');
    await bench.context.sync();
    expect(conditionalFormats.items.map(({ type }) => type)).toEqual(['Custom', 'DataBar']);
  }),
  ...parts('CellValue', 'cellValue', 'Custom'),
  ...parts('ColorScale', 'colorScale', 'Custom'),
  ...parts('Custom', 'custom', 'DataBar'),
  ...parts('DataBar', 'dataBar', 'Custom'),
  ...parts('IconSet', 'iconSet', 'Custom'),
  ...parts('PresetCriteria', 'preset', 'Custom'),
  ...parts('ContainsText', 'textComparison', 'Custom'),
  ...parts('TopBottom', 'topBottom', 'Custom'),
  does('ConditionalFormat.delete', async (bench) => {
    rule(bench, 'Custom').delete();
    await bench.context.sync();
    expect(bench.workbook.sheets[0]?.conditionalFormats).toEqual([]);
  }),
  ...(['getRange', 'getRangeOrNullObject', 'getRanges'] as const).map((name) =>
    does(`ConditionalFormat.${name}`, async (bench) => {
      const range = rule(bench, 'Custom')[name]();
      range.load('address');
      await bench.context.sync();
      expect(range.address).toBe('Sổ!C2:C5');
    }),
  ),
  ...leads('CustomConditionalFormat', custom, { format: 'numberFormat', rule: 'formula' }),
  ...keeps('ConditionalFormatRule', (b) => custom(b).rule, {
    formula: '=$C2>3',
    formulaLocal: '=$C2>4',
    formulaR1C1: '=RC3>5',
  }),
  ...keeps(
    'CellValueConditionalFormat',
    kind('CellValue', (one) => one.cellValue),
    {
      rule: { operator: 'Between', formula1: '=1', formula2: '=3' },
    },
  ),
  ...leads(
    'CellValueConditionalFormat',
    kind('CellValue', (one) => one.cellValue),
    { format: 'numberFormat' },
  ),
  ...keeps(
    'TextConditionalFormat',
    kind('ContainsText', (one) => one.textComparison),
    {
      rule: { operator: 'BeginsWith', text: 'Không' },
    },
  ),
  ...leads(
    'TextConditionalFormat',
    kind('ContainsText', (one) => one.textComparison),
    { format: 'numberFormat' },
  ),
  ...keeps(
    'PresetCriteriaConditionalFormat',
    kind('PresetCriteria', (one) => one.preset),
    {
      rule: { criterion: 'DuplicateValues' },
    },
  ),
  ...leads(
    'PresetCriteriaConditionalFormat',
    kind('PresetCriteria', (one) => one.preset),
    { format: 'numberFormat' },
  ),
  ...keeps(
    'TopBottomConditionalFormat',
    kind('TopBottom', (one) => one.topBottom),
    {
      rule: { rank: 3, type: 'BottomItems' },
    },
  ),
  ...leads(
    'TopBottomConditionalFormat',
    kind('TopBottom', (one) => one.topBottom),
    { format: 'numberFormat' },
  ),
  ...keeps('DataBarConditionalFormat', dataBar, {
    showDataBarOnly: true,
    barDirection: 'LeftToRight',
    axisFormat: 'None',
    axisColor: '#123456',
    lowerBoundRule: { type: 'Number', formula: '0' },
    upperBoundRule: { type: 'Number', formula: '1' },
  }),
  ...leads('DataBarConditionalFormat', dataBar, { positiveFormat: 'fillColor', negativeFormat: 'fillColor' }),
  ...keeps('ConditionalDataBarPositiveFormat', (b) => dataBar(b).positiveFormat, {
    fillColor: '#5B9BD5',
    borderColor: '',
    gradientFill: false,
  }),
  ...keeps('ConditionalDataBarNegativeFormat', (b) => dataBar(b).negativeFormat, {
    fillColor: '#00B050',
    borderColor: '#00B050',
    matchPositiveFillColor: true,
    matchPositiveBorderColor: true,
  }),
  ...keeps(
    'ColorScaleConditionalFormat',
    kind('ColorScale', (one) => one.colorScale),
    {
      criteria: {
        minimum: { type: 'LowestValue', color: '#FFFFFF' },
        maximum: { type: 'HighestValue', color: '#FF0000' },
      },
    },
  ),
  ...reads(
    'ColorScaleConditionalFormat',
    kind('ColorScale', (one) => one.colorScale),
    { threeColorScale: true },
  ),
  ...keeps(
    'IconSetConditionalFormat',
    kind('IconSet', (one) => one.iconSet),
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
  ...keeps('ConditionalRangeFormat', (b) => custom(b).format, { numberFormat: '0.00' }),
  ...leads('ConditionalRangeFormat', (b) => custom(b).format, {
    borders: 'items',
    fill: 'color',
    font: 'bold',
  }),
  ...keeps('ConditionalRangeFill', (b) => custom(b).format.fill, { color: '#FFC7CE' }),
  does('ConditionalRangeFill.clear', async (bench) => {
    const { fill } = custom(bench).format;
    fill.color = '#FFC7CE';
    fill.clear();
    fill.load('color');
    await bench.context.sync();
    expect(fill.color).toBeNull();
  }),
  ...keeps('ConditionalRangeFont', (b) => custom(b).format.font, {
    color: '#9C0006',
    bold: true,
    italic: true,
    strikethrough: true,
    underline: 'Single',
  }),
  does('ConditionalRangeFont.clear', async (bench) => {
    const { font } = custom(bench).format;
    font.bold = true;
    font.clear();
    font.load('bold');
    await bench.context.sync();
    expect(font.bold).toBeNull();
  }),
  ...reads('ConditionalRangeBorderCollection', (b) => custom(b).format.borders, { count: 4 }),
  ...leads('ConditionalRangeBorderCollection', (b) => custom(b).format.borders, {
    top: 'style',
    bottom: 'style',
    left: 'style',
    right: 'style',
  }),
  ...keeps('ConditionalRangeBorder', (b) => custom(b).format.borders.getItem('EdgeTop'), {
    style: 'Dash',
    color: '#FF0000',
  }),
  ...reads('ConditionalRangeBorder', (b) => custom(b).format.borders.getItem('EdgeLeft'), {
    sideIndex: 'EdgeLeft',
  }),
  does('ConditionalRangeBorderCollection.getItem', async (bench) => {
    const border = custom(bench).format.borders.getItem('EdgeRight');
    border.load('sideIndex');
    await bench.context.sync();
    expect(border.sideIndex).toBe('EdgeRight');
  }),
  does('ConditionalRangeBorderCollection.getItemAt', async (bench) => {
    const border = custom(bench).format.borders.getItemAt(1);
    border.load('sideIndex');
    await bench.context.sync();
    expect(border.sideIndex).toBe('EdgeBottom');
  }),
];
