import { AlignmentType, type IStylesOptions } from 'docx';
import { DECREE_30, mmToPoints } from '../decree-30';
import type { PrintDocument } from '../print-document';

/** Converts points to half points: Word counts sizes in half points and lengths in twentieths of a point. */
export const toHalfPoints = (points: number): number => Math.round(points * 2);
export const toTwips = (points: number): number => Math.round(points * 20);
export const mmToTwips = (mm: number): number => toTwips(mmToPoints(mm));

/** Ids of the styles; their names are shown in Word's own list. */
export const STYLE_IDS = {
  body: 'PLNoiDung',
  cell: 'PLO',
  cellHeader: 'PLTieuDeCot',
  section: 'PLLinhVuc',
  superior: 'PLCoQuanChuQuan',
  agency: 'PLCoQuan',
  nationalTitle: 'PLQuocHieu',
  motto: 'PLTieuNgu',
  number: 'PLSoKyHieu',
  place: 'PLDiaDanh',
  label: 'PLNhan',
  title: 'PLTenVanBan',
  subject: 'PLTrichYeu',
  reference: 'PLKemTheo',
  heading1: 'Heading1',
  heading2: 'Heading2',
  recipientsLabel: 'PLNoiNhanNhan',
  recipients: 'PLNoiNhan',
  signature: 'PLNguoiKy',
} as const;

type WordStyleSpec = {
  id: string;
  name: string;
  size: number;
  bold?: boolean;
  italics?: boolean;
  alignment?: (typeof AlignmentType)[keyof typeof AlignmentType];
  before?: number;
  after?: number;
  firstLine?: number;
  line?: number;
  keepNext?: boolean;
};

const { sizes: SIZES, paragraph: PARAGRAPH, font: FONT_NAME } = DECREE_30;
const { CENTER, LEFT, JUSTIFIED } = AlignmentType;

function createStyleSpecs(fontSize: number): WordStyleSpec[] {
  return [
    {
      id: STYLE_IDS.body,
      name: 'PL Nội dung',
      size: fontSize,
      alignment: JUSTIFIED,
      firstLine: mmToTwips(PARAGRAPH.firstLine),
      after: PARAGRAPH.after,
      line: PARAGRAPH.lineSpacing.default,
    },
    { id: STYLE_IDS.cell, name: 'PL Ô bảng', size: fontSize, alignment: LEFT },
    { id: STYLE_IDS.cellHeader, name: 'PL Tiêu đề cột', size: fontSize, bold: true, alignment: CENTER },
    {
      id: STYLE_IDS.section,
      name: 'PL Lĩnh vực',
      size: fontSize,
      bold: true,
      alignment: LEFT,
      keepNext: true,
    },
    { id: STYLE_IDS.superior, name: 'PL Cơ quan chủ quản', size: SIZES.superior.default, alignment: CENTER },
    { id: STYLE_IDS.agency, name: 'PL Cơ quan', size: SIZES.agency.default, bold: true, alignment: CENTER },
    {
      id: STYLE_IDS.nationalTitle,
      name: 'PL Quốc hiệu',
      size: SIZES.nationalTitle.default,
      bold: true,
      alignment: CENTER,
    },
    { id: STYLE_IDS.motto, name: 'PL Tiêu ngữ', size: SIZES.motto.default, bold: true, alignment: CENTER },
    { id: STYLE_IDS.number, name: 'PL Số và ký hiệu', size: SIZES.numberLine.default, alignment: CENTER },
    {
      id: STYLE_IDS.place,
      name: 'PL Địa danh và ngày',
      size: SIZES.placeAndDate.default,
      italics: true,
      alignment: CENTER,
    },
    {
      id: STYLE_IDS.label,
      name: 'PL Nhãn phụ lục',
      size: SIZES.annexLabel.default,
      bold: true,
      alignment: CENTER,
      before: 6,
    },
    {
      id: STYLE_IDS.title,
      name: 'PL Tên văn bản',
      size: SIZES.annexTitle.default,
      bold: true,
      alignment: CENTER,
    },
    {
      id: STYLE_IDS.subject,
      name: 'PL Trích yếu',
      size: SIZES.documentType.default,
      bold: true,
      alignment: CENTER,
    },
    {
      id: STYLE_IDS.reference,
      name: 'PL Kèm theo',
      size: SIZES.annexReference.default,
      italics: true,
      alignment: CENTER,
      after: 6,
    },
    {
      id: STYLE_IDS.heading1,
      name: 'heading 1',
      size: fontSize,
      bold: true,
      before: 6,
      after: 6,
      keepNext: true,
    },
    {
      id: STYLE_IDS.heading2,
      name: 'heading 2',
      size: fontSize,
      bold: true,
      before: 3,
      after: 6,
      keepNext: true,
    },
    {
      id: STYLE_IDS.recipientsLabel,
      name: 'PL Nơi nhận',
      size: SIZES.recipientsLabel.default,
      bold: true,
      italics: true,
      alignment: LEFT,
    },
    {
      id: STYLE_IDS.recipients,
      name: 'PL Danh sách nơi nhận',
      size: SIZES.recipients.default,
      alignment: LEFT,
    },
    {
      id: STYLE_IDS.signature,
      name: 'PL Người ký',
      size: SIZES.signature.default,
      bold: true,
      alignment: CENTER,
    },
  ];
}

/** Lines of one height are 240. */
const SINGLE_LINE_SPACING = 240;

/** Styles of a document: sizes and faces of Decree 30/2020/NĐ-CP, so that an office can change all of a kind at once. */
export function buildWordStyles({ settings, language }: PrintDocument): IStylesOptions {
  return {
    default: {
      document: {
        run: {
          font: FONT_NAME,
          size: toHalfPoints(settings.fontSize),
          color: '000000',
          language: { value: language },
        },
      },
    },
    paragraphStyles: createStyleSpecs(settings.fontSize).map(
      ({
        id,
        name,
        size,
        bold,
        italics,
        alignment,
        before = 0,
        after = 0,
        firstLine,
        line = 1,
        keepNext,
      }) => ({
        id,
        name,
        basedOn: 'Normal',
        quickFormat: true,
        run: {
          font: FONT_NAME,
          size: toHalfPoints(size),
          bold: bold ?? false,
          italics: italics ?? false,
          color: '000000',
        },
        paragraph: {
          spacing: {
            before: toTwips(before),
            after: toTwips(after),
            line: Math.round(SINGLE_LINE_SPACING * line),
            lineRule: 'auto',
          },
          ...(alignment && { alignment }),
          ...(firstLine !== undefined && { indent: { firstLine } }),
          ...(keepNext && { keepNext }),
        },
      }),
    ),
  };
}
