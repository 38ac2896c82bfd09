import { AlignmentType } from 'docx';
import type { IStylesOptions } from 'docx';
import { DECREE_30, mmToPoints } from '../decree-30';
import type { PaperDocument } from '../paper-document';

/** Word counts sizes in half points and lengths in twentieths of a point. */
export const halfPoints = (points: number): number => Math.round(points * 2);
export const twips = (points: number): number => Math.round(points * 20);
export const mmToTwips = (mm: number): number => twips(mmToPoints(mm));

/** Ids of the styles; their names are shown in Word's own list. */
export const STYLE = {
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

type Look = {
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

const { sizes, paragraph, font } = DECREE_30;
const { CENTER, LEFT, JUSTIFIED } = AlignmentType;

function looks(fontSize: number): Look[] {
  return [
    {
      id: STYLE.body,
      name: 'PL Nội dung',
      size: fontSize,
      alignment: JUSTIFIED,
      firstLine: mmToTwips(paragraph.firstLine),
      after: paragraph.after,
      line: paragraph.lineSpacing.usual,
    },
    { id: STYLE.cell, name: 'PL Ô bảng', size: fontSize, alignment: LEFT },
    { id: STYLE.cellHeader, name: 'PL Tiêu đề cột', size: fontSize, bold: true, alignment: CENTER },
    { id: STYLE.section, name: 'PL Lĩnh vực', size: fontSize, bold: true, alignment: LEFT, keepNext: true },
    { id: STYLE.superior, name: 'PL Cơ quan chủ quản', size: sizes.superior.usual, alignment: CENTER },
    { id: STYLE.agency, name: 'PL Cơ quan', size: sizes.agency.usual, bold: true, alignment: CENTER },
    {
      id: STYLE.nationalTitle,
      name: 'PL Quốc hiệu',
      size: sizes.nationalTitle.usual,
      bold: true,
      alignment: CENTER,
    },
    { id: STYLE.motto, name: 'PL Tiêu ngữ', size: sizes.motto.usual, bold: true, alignment: CENTER },
    { id: STYLE.number, name: 'PL Số, ký hiệu', size: sizes.numberLine.usual, alignment: CENTER },
    {
      id: STYLE.place,
      name: 'PL Địa danh, ngày',
      size: sizes.placeAndDate.usual,
      italics: true,
      alignment: CENTER,
    },
    {
      id: STYLE.label,
      name: 'PL Nhãn phụ lục',
      size: sizes.annexLabel.usual,
      bold: true,
      alignment: CENTER,
      before: 6,
    },
    { id: STYLE.title, name: 'PL Tên văn bản', size: sizes.annexTitle.usual, bold: true, alignment: CENTER },
    {
      id: STYLE.subject,
      name: 'PL Trích yếu',
      size: sizes.documentType.usual,
      bold: true,
      alignment: CENTER,
    },
    {
      id: STYLE.reference,
      name: 'PL Kèm theo',
      size: sizes.annexReference.usual,
      italics: true,
      alignment: CENTER,
      after: 6,
    },
    {
      id: STYLE.heading1,
      name: 'heading 1',
      size: fontSize,
      bold: true,
      before: 6,
      after: 6,
      keepNext: true,
    },
    {
      id: STYLE.heading2,
      name: 'heading 2',
      size: fontSize,
      bold: true,
      before: 3,
      after: 6,
      keepNext: true,
    },
    {
      id: STYLE.recipientsLabel,
      name: 'PL Nơi nhận',
      size: sizes.recipientsLabel.usual,
      bold: true,
      italics: true,
      alignment: LEFT,
    },
    { id: STYLE.recipients, name: 'PL Nơi nhận, danh sách', size: sizes.recipients.usual, alignment: LEFT },
    { id: STYLE.signature, name: 'PL Người ký', size: sizes.signature.usual, bold: true, alignment: CENTER },
  ];
}

/** Lines of one height are 240. */
const LINE = 240;

/** Styles of a document: sizes and faces of Decree 30/2020/NĐ-CP, so that an office can change all of a kind at once. */
export function stylesOf({ settings, language }: PaperDocument): IStylesOptions {
  return {
    default: {
      document: {
        run: { font, size: halfPoints(settings.fontSize), color: '000000', language: { value: language } },
      },
    },
    paragraphStyles: looks(settings.fontSize).map(
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
          font,
          size: halfPoints(size),
          bold: bold ?? false,
          italics: italics ?? false,
          color: '000000',
        },
        paragraph: {
          spacing: {
            before: twips(before),
            after: twips(after),
            line: Math.round(LINE * line),
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
