import { readFileSync } from 'node:fs';
import { findDocumentDate, findDocumentNumber, findDocumentYear } from '../../src/annex/document-references';
import { readDocumentTitle, readEdition } from '../../src/annex/read-edition';
import { describeShared, getSharedPath, readSharedJson } from '../support/shared-data';

describe('documentNumber', () => {
  it.each([
    ['Số: 165/KH-MNHC', '165/KH-MNHC'],
    ['Số:05/KH-UBND  Hà Nội, ngày 01 tháng 02 năm 2025', '05/KH-UBND'],
    ['Kế hoạch số 187/QĐ- UBND ngày', '187/QĐ-UBND'],
    ['Nghị định số 30/2020/NĐ-CP', '30/2020/NĐ-CP'],
    ['số 124-KH/TU ngày', '124-KH/TU'],
    ['Công văn 442/UBND-CCHC', '442/UBND-CCHC'],
    ['Số:           /KH-GDĐT', '/KH-GDĐT'],
    ['Số: ……/KH-GDĐT', '/KH-GDĐT'],
    ['Số: 13/KH-MNHC - Quận 1', '13/KH-MNHC'],
    ['Số: 35/KH-THCS&THPTĐS', '35/KH-THCS&THPTĐS'],
    ['Số: 36/KH-THCS & THPTĐS', '36/KH-THCS&THPTĐS'],
    ['Số 08KH- TrMN', '08KH-TrMN'],
    ['Số: 42/KH-THCS&THPT BL', '42/KH-THCS&THPT BL'],
    ['Số: 43/KH-PTDTNT THCS & THPT ML', '43/KH-PTDTNT THCS&THPT ML'],
    ['Số 12 học sinh - lớp 9', ''],
    ['Kế hoạch năm 2025', ''],
    ['ngày 05/6/2024', ''],
  ])('of %j is %j', (text, number) => {
    expect(findDocumentNumber(text)).toBe(number);
  });
});

describe('documentDate', () => {
  it.each([
    ['ngày 05 tháng 6 năm 2024', '2024-06-05'],
    ['Quận 1, ngày 13 tháng  6 năm 2023', '2023-06-13'],
    ['ngày 15/9/2020', '2020-09-15'],
    ['05-6-2024', '2024-06-05'],
    ['05.6.2024', '2024-06-05'],
    ['ngày     tháng 5 năm 2024', ''],
    ['ngày … tháng … năm 2024', ''],
    ['ngày 31/6/2024', ''],
    ['năm 2024', ''],
  ])('of %j is %j', (text, date) => {
    expect(findDocumentDate(text)).toBe(date);
  });
});

describe('documentYear', () => {
  it.each([
    ['Thời gian trình/ thực hiện trong năm 2024', 2024],
    ['Tổng kết năm 2023 và nhiệm vụ năm 2024', 2024],
    ['Kế hoạch năm học 2024 - 2025', 2024],
    ['giai đoạn 2021 - 2030', null],
    ['Phát triển giáo dục đến năm 2030', null],
    ['Chuyển đổi số năm 2026, định hướng đến năm 2030', 2026],
    ['năm 2026 và tầm nhìn đến năm 2045', 2026],
    ['thực hiện từ năm 2026 đến năm 2030', null],
    ['Chiến lược 05 năm 2026 - 2030', null],
    ['từ nay đến hết năm 2026', 2026],
    ['ngày 05 tháng 6 năm 2024', null],
  ])('of %j is %j', (text, year) => {
    expect(findDocumentYear(text)).toBe(year);
  });
});

describe('readEdition', () => {
  it('reads the title block of a school annex', () => {
    const lines = [
      'ỦY BAN NHÂN DÂN PHƯỜNG AN BÌNH',
      'TRƯỜNG MẦM NON HOA CÚC',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'PHỤ LỤC',
      'Phân công nhiệm vụ chuyển đổi số',
      'tại Trường mầm non Hoa Cúc năm 2025',
      '(Ban hành kèm theo Kế hoạch số 07/KH-',
      'MNHC ngày 05 tháng 02 năm 2025 của Trường mầm non Hoa Cúc)',
    ];
    expect(readEdition(lines)).toEqual({
      issuer: 'Trường mầm non Hoa Cúc',
      number: '07/KH-MNHC',
      date: '2025-02-05',
      title: 'Phân công nhiệm vụ chuyển đổi số tại Trường mầm non Hoa Cúc năm 2025',
      year: 2025,
    });
  });

  it('reads the annex of an authority, numbered, with its title on the line of the label', () => {
    const lines = [
      'Phụ lục II: DANH MỤC NHIỆM VỤ TRỌNG TÂM',
      '(Kèm theo Quyết định số 12/QĐ-UBND ngày 03/01/2026 của Chủ tịch UBND xã Bình Minh về giao nhiệm vụ)',
    ];
    expect(readEdition(lines, ['TT', 'Thời gian hoàn thành trong năm 2026'])).toEqual({
      issuer: 'Chủ tịch UBND xã Bình Minh',
      number: '12/QĐ-UBND',
      date: '2026-01-03',
      title: 'Phụ lục II: DANH MỤC NHIỆM VỤ TRỌNG TÂM',
      year: 2026,
    });
  });

  it('keeps the last parts of a sign out of the name of the unit', () => {
    const lines = [
      'UBND XÃ MƯỜNG LA',
      'TRƯỜNG PTDT NỘI TRÚ THCS & THPT MƯỜNG LA',
      'Số: 43/KH-PTDTNT THCS & THPT ML',
      'KẾ HOẠCH',
      'Phòng, chống thiên tai năm 2026',
    ];
    expect(readEdition(lines)).toMatchObject({
      issuer: 'TRƯỜNG PTDT NỘI TRÚ THCS & THPT MƯỜNG LA',
      number: '43/KH-PTDTNT THCS&THPT ML',
    });
  });

  it('leaves open what a draft leaves open', () => {
    const lines = [
      'UBND XÃ BÌNH MINH CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'PHÒNG VĂN HÓA - XÃ HỘI “Độc lập - Tự do - Hạnh phúc”',
      'Số:      /KH-VHXH',
      'Bình Minh, ngày     tháng 5 năm 2026',
      'KẾ HOẠCH',
      'Triển khai công tác cải cách hành chính',
      'Căn cứ Kế hoạch số 3/KH-UBND ngày 02/01/2026 của UBND tỉnh;',
    ];
    expect(readEdition(lines)).toEqual({
      issuer: 'PHÒNG VĂN HÓA - XÃ HỘI',
      number: '/KH-VHXH',
      date: '',
      title: 'KẾ HOẠCH Triển khai công tác cải cách hành chính',
      year: null,
    });
  });

  it('takes the annex, not the plan it is attached to', () => {
    const lines = [
      'UBND XÃ BÌNH MINH',
      'Số: 03/KH-UBND',
      'Bình Minh, ngày 02 tháng 01 năm 2026',
      'KẾ HOẠCH',
      'Cải cách hành chính năm 2026',
      'Căn cứ Nghị quyết số 76/NQ-CP;',
      'Phụ lục kèm theo Kế hoạch này giao việc cho các trường.',
      'Phụ lục',
      'NHIỆM VỤ CỤ THỂ NĂM 2026',
    ];
    expect(readEdition(lines)).toEqual({
      issuer: 'UBND XÃ BÌNH MINH',
      number: '03/KH-UBND',
      date: '2026-01-02',
      title: 'NHIỆM VỤ CỤ THỂ NĂM 2026',
      year: 2026,
    });
  });

  it.each([
    ['one line', ['Kèm theo văn bản số 12/KH-UBND ngày 03/02/2026 của Ủy ban nhân dân xã Tân An']],
    [
      'an issuer that goes on in the next line',
      ['Kèm theo văn bản số 12/KH-UBND ngày 03/02/2026 của', 'Ủy ban nhân dân', 'xã Tân An'],
    ],
  ])('reads the head of our own workbook, whose lines have no brackets: %s', (_, reference) => {
    const lines = [
      'Trường Mầm non Hoa Gạo',
      'Phân công nhiệm vụ cải cách hành chính năm 2026',
      ...reference,
      'Tổng số 9 nhiệm vụ: thực hiện 7, không thực hiện 2',
    ];
    expect(readEdition(lines)).toEqual({
      issuer: 'Ủy ban nhân dân xã Tân An',
      number: '12/KH-UBND',
      date: '2026-02-03',
      title: 'Phân công nhiệm vụ cải cách hành chính năm 2026',
      year: 2026,
    });
  });

  it.each([
    ['09/9/2026', 2026],
    ['15/12/2026', null],
  ])(
    'takes the year from the day of issue (%s) where the title names none, but not late in the year',
    (day, year) => {
      const lines = [
        'PHỤ LỤC',
        'Nhiệm vụ đến năm 2030',
        `(Kèm theo Kế hoạch số 15/KH-UBND ngày ${day} của Ủy ban nhân dân xã An Phú)`,
      ];
      expect(readEdition(lines).year).toBe(year);
    },
  );

  it.each([
    [
      ['KẾ HOẠCH CHI TIẾT', 'Chuẩn bị đánh giá ngoài năm 2026'],
      '',
      'KẾ HOẠCH CHI TIẾT Chuẩn bị đánh giá ngoài năm 2026',
    ],
    [['DANH MỤC CÔNG VIỆC', 'Năm học 2026 - 2027'], '', 'DANH MỤC CÔNG VIỆC Năm học 2026 - 2027'],
    [
      ['TRANG CHỦ', 'GIỚI THIỆU', 'TRƯỜNG TIỂU HỌC AN PHÚ', 'LỊCH CÔNG TÁC NĂM 2026'],
      'TRƯỜNG TIỂU HỌC AN PHÚ',
      'LỊCH CÔNG TÁC NĂM 2026',
    ],
    [['PHÒNG CHỐNG THIÊN TAI NĂM 2026'], '', 'PHÒNG CHỐNG THIÊN TAI NĂM 2026'],
    [['PHÂN CÔNG NHIỆM VỤ NĂM 2026', 'Đơn vị: Trường Tiểu học An Phú'], '', 'PHÂN CÔNG NHIỆM VỤ NĂM 2026'],
  ])('takes no line of the title, menu or label as the issuer: %j', (lines, issuer, title) => {
    expect(readEdition(lines)).toMatchObject({ issuer, title });
  });

  it('takes the head of a mail and its greeting for no title', () => {
    const mail = [
      'Từ: Tiểu học An Bình <th@example.edu.vn>',
      'Đến: Giáo viên',
      'Ngày: 9:00 Thứ Hai, 7 tháng 9, 2026',
      'Chủ đề: Gửi bảng',
      'Kính gửi các thầy cô,',
    ];
    expect(readEdition([...mail, 'PHÂN CÔNG TUẦN LỄ ĐỌC SÁCH NĂM 2026'])).toMatchObject({
      issuer: '',
      title: 'PHÂN CÔNG TUẦN LỄ ĐỌC SÁCH NĂM 2026',
      year: 2026,
    });
  });

  it('knows nothing of nothing', () => {
    expect(readEdition([])).toEqual({ issuer: '', number: '', date: '', title: '', year: null });
  });
});

type PlanHeader = {
  header: {
    agency: string | null;
    number: string | null;
    symbol: string;
    date: string | null;
    docType: string;
    title: string;
    planYear: number;
  };
};

describeShared('the heads of the four real plans', () => {
  const plans = readSharedJson<Record<string, PlanHeader>>('corpus', 'plans.gold.json');
  const files: Record<string, string> = {
    '000': 'plan-nguyen-thai-binh-2023.txt',
    '002': 'plan-20-10-2024.txt',
    '003': 'plan-nha-be-2024.txt',
    '004': 'plan-huong-sen-2024.txt',
  };

  it.each(Object.entries(files))('plan %s', (id, file) => {
    const { header } = plans[id] as PlanHeader;
    const lines = readFileSync(getSharedPath('seeds', file), 'utf8').split('\n').slice(0, 60);
    expect(readEdition(lines)).toEqual({
      issuer: header.agency ?? '',
      number: `${header.number ?? ''}/${header.symbol}`,
      date: header.date ?? '',
      title: `${header.docType} ${header.title}`,
      year: header.planYear,
    });
  });
});

describe('a title', () => {
  it.each([
    ['a plan', ['KẾ HOẠCH', 'Công tác nội trú năm 2026'], 'KẾ HOẠCH Công tác nội trú năm 2026'],
    ['a programme', ['CHƯƠNG TRÌNH', 'Phòng, chống đuối nước'], 'CHƯƠNG TRÌNH Phòng, chống đuối nước'],
    [
      'a table',
      ['BẢNG PHÂN CÔNG', 'Nhiệm vụ phòng, chống bão của trường'],
      'BẢNG PHÂN CÔNG Nhiệm vụ phòng, chống bão của trường',
    ],
    ['a numbered annex', ['PHỤ LỤC III', 'Nhiệm vụ của các tổ'], 'PHỤ LỤC III Nhiệm vụ của các tổ'],
    ['an annex without a number', ['PHỤ LỤC', 'Nhiệm vụ của các tổ'], 'Nhiệm vụ của các tổ'],
    ['an annex alone', ['PHỤ LỤC II'], 'PHỤ LỤC II'],
  ])('keeps the type of the document: %s', (_, lines, title) => {
    expect(readEdition(['UBND XÃ ĐÁ BẠC', ...lines]).title).toBe(title);
  });

  it.each([
    ['Số 15KH - TrPTDTBT', 'Đá Bạc, ngày 23/01/2026', '15KH-TrPTDTBT', '2026-01-23'],
    ['Số: 21/KH.MNĐB', 'Đá Bạc, ngày 23 tháng 01 năm 2026', '21/KH.MNĐB', '2026-01-23'],
    ['Số: 22/KH–MNĐB', '', '22/KH–MNĐB', ''],
    ['SỐ: 23/KH_MNĐB', '', '23/KH_MNĐB', ''],
    ['Số: 13/KH-MNĐB - Quận 1, ngày 23/01/2026', '', '13/KH-MNĐB', '2026-01-23'],
    ['Số: 12 KHTHCS', '', '', ''],
    ['Số:', '', '', ''],
    ['Số: 15 KHTHCS Đá Bạc, ngày 23/01/2026', '', '', '2026-01-23'],
    ['Số: …/KH-MNĐB   Đá Bạc, ngày …/01/2026', '', '/KH-MNĐB', ''],
  ])('has no sign of the document in it: %j', (sign, day, number, date) => {
    const lines = ['TRƯỜNG MẦM NON ĐÁ BẠC', sign, day, 'CHƯƠNG TRÌNH CÔNG TÁC NĂM 2026'];
    expect(readEdition(lines)).toMatchObject({ title: 'CHƯƠNG TRÌNH CÔNG TÁC NĂM 2026', number, date });
  });

  it.each([
    'Ban hành kèm theo Kế hoạch này',
    '(Kèm theo Phụ lục số 2 của Kế hoạch)',
    '(Ban hành theo Quyết định số 12/QĐ-MNĐB)',
    'Ban hành kèm Quyết định số 12/QĐ-MNĐB',
    '(Theo Kế hoạch số 3/KH-UBND của UBND xã)',
    'Đơn vị tính: triệu đồng',
    '(ĐVT: đồng)',
    'Ghi chú: cột 7 để trống nếu không phối hợp',
    '* Lưu ý: không thêm, bớt cột',
    'Kỳ báo cáo: tháng',
    'Ngày lập: 05/01/2026',
    '(Dùng cho khối văn phòng)',
    'Áp dụng từ ngày 01/02/2026',
    'Hạn gửi về văn phòng: ngày 5 hằng tháng',
    'Cách điền: ghi rõ người phụ trách',
  ])('ends before %j, and begins after it', (line) => {
    const title = 'BẢNG PHÂN CÔNG NHIỆM VỤ NĂM 2026';
    expect(readEdition(['TRƯỜNG MẦM NON ĐÁ BẠC', title, line])).toMatchObject({ title });
    expect(readEdition([line, 'TRƯỜNG MẦM NON ĐÁ BẠC', title])).toMatchObject({
      title,
      issuer: 'TRƯỜNG MẦM NON ĐÁ BẠC',
    });
  });

  it.each([
    'Chủ đề: Gia đình của bé',
    'Tháng hành động: vì trẻ em',
    '(Từ tháng 01 đến tháng 5 năm 2026)',
    'Đợt 1: chào mừng ngày 20/11',
    'THÁNG 9: CHÀO MỪNG NĂM HỌC MỚI',
  ])('goes on with %j', (line) => {
    expect(readEdition(['KẾ HOẠCH', line]).title).toBe(`KẾ HOẠCH ${line}`);
  });

  it('begins below advice on filling the table in', () => {
    const lines = [
      'Hướng dẫn điền',
      'Mỗi dòng một việc.',
      'Gửi file về văn phòng trước ngày 05.',
      'TRƯỜNG TIỂU HỌC ĐÁ BẠC',
      'DANH MỤC CÔNG VIỆC CỦA TỔ KHỐI 1 - NĂM HỌC 2026 - 2027',
    ];
    expect(readEdition(lines)).toMatchObject({
      issuer: 'TRƯỜNG TIỂU HỌC ĐÁ BẠC',
      title: 'DANH MỤC CÔNG VIỆC CỦA TỔ KHỐI 1 - NĂM HỌC 2026 - 2027',
      year: 2026,
    });
  });

  it('leaves to the annex what the document above it says of number, day and year', () => {
    const lines = [
      'TRƯỜNG THPT ĐÁ BẠC',
      'DANH MỤC NHIỆM VỤ NĂM 2026',
      '(Kèm theo Quyết định số 77/QĐ-THPT ngày 30 tháng 01 năm 2026 của Hiệu trưởng Trường THPT Đá Bạc)',
      'Phụ lục I. Nhiệm vụ của tổ Văn phòng',
    ];
    expect(readEdition(lines)).toEqual({
      issuer: 'TRƯỜNG THPT ĐÁ BẠC',
      number: '77/QĐ-THPT',
      date: '2026-01-30',
      title: 'Phụ lục I. Nhiệm vụ của tổ Văn phòng',
      year: 2026,
    });
    expect(readDocumentTitle(lines)).toBe('DANH MỤC NHIỆM VỤ NĂM 2026');
    expect(readDocumentTitle(lines.slice(1, 2))).toBe('');
  });
});

describe('a letterhead in narrow columns', () => {
  it.each([
    [['CỘNG HÒA XÃ HỘI CHỦ NGHĨA', 'UBND XÃ ĐÁ BẠC', 'VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc']],
    [['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT', 'UBND XÃ ĐÁ BẠC', 'NAM', 'Độc lập - Tự do -', 'Hạnh phúc']],
    [['CỘNG HÒA XÃ HỘI', 'UBND XÃ ĐÁ BẠC CHỦ NGHĨA VIỆT NAM']],
  ])('loses none of its words to the issuer: %j', (lines) => {
    expect(
      readEdition([
        'TỈNH ĐÁ BẠC',
        ...lines,
        'Số: 21a/KH-UBND',
        'Đá Bạc, ngày 02 tháng 02 năm',
        '2026',
        'KẾ HOẠCH',
        'Số hóa',
      ]),
    ).toMatchObject({
      issuer: 'UBND XÃ ĐÁ BẠC',
      number: '21a/KH-UBND',
      date: '2026-02-02',
      title: 'KẾ HOẠCH Số hóa',
    });
  });

  it.each([
    [['ỦY BAN NHÂN DÂN', 'XÃ ĐÁ BẠC'], 'ỦY BAN NHÂN DÂN XÃ ĐÁ BẠC'],
    [['UBND XÃ ĐÁ BẠC', 'TRƯỜNG MẦM NON', 'XÃ ĐÁ BẠC'], 'TRƯỜNG MẦM NON XÃ ĐÁ BẠC'],
    [['TỈNH LÀO CAI', 'XÃ ĐÁ BẠC'], 'XÃ ĐÁ BẠC'],
  ])('goes on with a name that says nothing alone: %j', (lines, issuer) => {
    expect(readEdition([...lines, 'KẾ HOẠCH', 'Số hóa năm 2026']).issuer).toBe(issuer);
  });

  it('has a day without its word, and a term names the school year', () => {
    expect(
      readEdition(['TRƯỜNG THCS ĐÁ BẠC', 'Đá Bạc, 15/01/2026', 'PHÂN VIỆC HỌC KỲ II (2025-2026)']),
    ).toMatchObject({ date: '2026-01-15', title: 'PHÂN VIỆC HỌC KỲ II (2025-2026)', year: 2025 });
  });
});

describe('a letterhead among other lines', () => {
  it('is found below the menu of a site, and the title ends where a sentence leads to the table', () => {
    expect(
      readEdition([
        'Trang chủ',
        'Tin tức - Sự kiện',
        'Trang chủ » Văn bản',
        'UBND XÃ ĐÁ BẠC',
        'TRƯỜNG THCS ĐÁ BẠC',
        'Số: 19/KH-THCSĐB',
        'KẾ HOẠCH',
        'Cải cách hành chính năm 2026',
        'Nhà trường phân công nhiệm vụ như sau:',
      ]),
    ).toMatchObject({
      issuer: 'TRƯỜNG THCS ĐÁ BẠC',
      number: '19/KH-THCSĐB',
      title: 'KẾ HOẠCH Cải cách hành chính năm 2026',
      year: 2026,
    });
  });

  it('keeps the end of a sign after a blank out of the name of the agency', () => {
    expect(
      readEdition(['TRƯỜNG THPT ĐÁ BẠC', 'Số: 42/KH-THCS&THPT ĐB', 'BẢNG PHÂN CÔNG NHIỆM VỤ', 'Năm 2026']),
    ).toMatchObject({ issuer: 'TRƯỜNG THPT ĐÁ BẠC', number: '42/KH-THCS&THPT ĐB' });
  });

  it('may be the names of the superior and the issuer in small letters', () => {
    expect(
      readEdition(['UBND xã Đá Bạc', 'Trường Mầm non Đá Bạc', 'Danh mục nhiệm vụ năm 2026']),
    ).toMatchObject({ issuer: 'Trường Mầm non Đá Bạc', title: 'Danh mục nhiệm vụ năm 2026' });
  });

  it.each([
    [
      'Kế hoạch số 68/KH-UBND ngày 20 tháng 4 năm 2026 của Ủy ban nhân dân phường Đồng Sen điều chỉnh, bổ sung Kế hoạch số 27/KH-UBND ngày 16 tháng 01 năm 2026',
      '68/KH-UBND',
      '27/KH-UBND',
    ],
    [
      'Quyết định số 90/QĐ-UBND ngày 02/5/2026 của UBND phường Đồng Sen thay thế Kế hoạch số 27/KH-UBND',
      '90/QĐ-UBND',
      '27/KH-UBND',
    ],
  ])('reads which document the annex of %s amends', (reference, number, amends) => {
    const edition = readEdition([
      'PHỤ LỤC',
      'PHÂN CÔNG NHIỆM VỤ NĂM 2026',
      `(Ban hành kèm theo ${reference})`,
    ]);
    expect(edition).toMatchObject({ number, amends });
    expect(edition.issuer).toMatch(/phường Đồng Sen$/);
  });

  it('names no amended document where the annex only carries out another one', () => {
    const edition = readEdition([
      'PHỤ LỤC',
      'THỰC HIỆN KẾ HOẠCH SỐ 12/KH-UBND NĂM 2026',
      '(Kèm theo Kế hoạch số 3/KH-MN)',
    ]);
    expect(edition).not.toHaveProperty('amends');
  });

  it('does not take its own number, cut short, for that of the amended one', () => {
    const edition = readEdition([
      'PHỤ LỤC',
      'Điều chỉnh phân công nhiệm vụ thực hiện Kế hoạch cải cách hành chính năm 2026',
      'tại Trường Mầm non Nắng Mai',
      '(Kèm theo Kế hoạch số 68/KH-UBND ngày 20 tháng 04 năm 2026 của Ủy ban nhân dân phường Đồng Sen)',
    ]);
    expect(edition).not.toHaveProperty('amends');
  });

  it.each([
    [
      'a mark of a draft in a box',
      ['ỦY BAN NHÂN DÂN', 'XÃ LA LÂY', 'DỰ THẢO', 'KẾ HOẠCH', 'Chuyển đổi số năm 2026'],
      { issuer: 'ỦY BAN NHÂN DÂN XÃ LA LÂY', title: 'KẾ HOẠCH Chuyển đổi số năm 2026' },
    ],
    [
      'marks behind the agency and before the title',
      ['TRƯỜNG THCS AN BÌNH DỰ THẢO LẦN 2', 'HỎA TỐC', 'DỰ THẢO KẾ HOẠCH', 'Lấy ý kiến dự thảo nội quy'],
      { issuer: 'TRƯỜNG THCS AN BÌNH', title: 'KẾ HOẠCH Lấy ý kiến dự thảo nội quy' },
    ],
    [
      'the office of who signs',
      ['TRƯỜNG THPT AN BÌNH', 'HIỆU TRƯỞNG', 'KẾ HOẠCH', 'Năm 2026'],
      { issuer: 'TRƯỜNG THPT AN BÌNH' },
    ],
  ])('leaves out %s', (_, lines, expected) => {
    expect(readEdition(lines)).toMatchObject(expected);
  });

  it.each([
    ['của Hiệu trưởng Trường THPT Bắc Sơn', 'Trường THPT Bắc Sơn'],
    ['của Giám đốc Sở Giáo dục và Đào tạo', 'Sở Giáo dục và Đào tạo'],
    ['của Hiệu trưởng nhà trường', 'TRƯỜNG THPT AN BÌNH'],
    ['của Hiệu trưởng', 'TRƯỜNG THPT AN BÌNH'],
  ])('names the school, not who signs: %s', (signer, issuer) => {
    const lines = ['TRƯỜNG THPT AN BÌNH', 'PHỤ LỤC', 'PHÂN CÔNG NHIỆM VỤ NĂM 2026'];
    expect(
      readEdition([...lines, `(Kèm theo Quyết định số 5/QĐ-THPT ngày 3/4/2026 ${signer})`]),
    ).toMatchObject({
      number: '5/QĐ-THPT',
      issuer,
    });
  });

  it.each([
    'Số 17/TB-AB, ngày 13/3/2026',
    'Số: 17/TB-AB - An Bình, ngày 13/3/2026',
    'Số: 17/TB-AB (13/3/2026)',
    'Số: 17/TB-AB; An Bình, ngày 13 tháng 3 năm 2026',
    'Số: 17/TB-AB\nNgày: 13/3/2026',
    'Số: 17/TB-AB\nAn Bình,\nngày 13/3/2026',
    'Số: 17/TB-AB\nAN BÌNH, NGÀY 13 THÁNG 3 NĂM 2026',
  ])('reads number and day from %j, and nothing of them into the title', (text) => {
    const lines = ['TRƯỜNG THCS AN BÌNH', ...text.split('\n'), 'PHÂN CÔNG NHIỆM VỤ'];
    expect(readEdition(lines)).toMatchObject({
      number: '17/TB-AB',
      date: '2026-03-13',
      issuer: 'TRƯỜNG THCS AN BÌNH',
      title: 'PHÂN CÔNG NHIỆM VỤ',
    });
  });

  it.each(['TRƯỜNG THCS AN BÌNH, ngày 13/3/2026', 'TRƯỜNG THCS AN BÌNH An Bình, ngày 13/3/2026'])(
    'takes no agency for the place: %s',
    (line) => {
      expect(readEdition([line, 'PHÂN CÔNG NHIỆM VỤ NĂM 2026'])).toMatchObject({
        issuer: 'TRƯỜNG THCS AN BÌNH',
        date: '2026-03-13',
      });
    },
  );

  it.each([
    ['in capitals', ['TRANG CHỦ', 'KẾ HOẠCH', 'TIN TỨC']],
    ['with its banner', ['Trang chủ » Văn bản', 'TRƯỜNG THCS AN BÌNH - PHƯỜNG A', 'Đăng nhập']],
  ])('skips the menu of a site %s', (_, menu) => {
    const letterhead = [
      'UBND PHƯỜNG A',
      'TRƯỜNG THCS AN BÌNH',
      'Số: 95/KH-AB',
      'A, ngày 11 tháng 9 năm 2026',
    ];
    expect(readEdition([...menu, ...letterhead, 'KẾ HOẠCH', 'Tuần lễ học tập năm 2026'])).toMatchObject({
      issuer: 'TRƯỜNG THCS AN BÌNH',
      number: '95/KH-AB',
      title: 'KẾ HOẠCH Tuần lễ học tập năm 2026',
    });
  });

  it('skips the menu above an article without a letterhead', () => {
    const lines = ['Trang chủ', 'Tin tức - Sự kiện', 'Kế hoạch ngày hội đọc sách năm 2026', 'Lượt xem: 12'];
    expect(readEdition(lines).title).toBe('Kế hoạch ngày hội đọc sách năm 2026');
  });

  it('reads the name of an annex that stands below its reference', () => {
    const lines = ['PHỤ LỤC 1', '(Kèm theo Kế hoạch số 12/KH-AB ngày 13/3/2026)', 'PHÂN CÔNG NHIỆM VỤ'];
    expect(readEdition(lines).title).toBe('PHỤ LỤC 1 PHÂN CÔNG NHIỆM VỤ');
  });

  it('ends the title of a decision where its authority is named', () => {
    const lines = [
      'QUYẾT ĐỊNH',
      'Về việc phân công nhiệm vụ năm học 2026 - 2027',
      'HIỆU TRƯỞNG TRƯỜNG THCS A',
    ];
    expect(readEdition(lines).title).toBe('QUYẾT ĐỊNH Về việc phân công nhiệm vụ năm học 2026 - 2027');
    expect(readEdition(['Điều 2. Phân công nhiệm vụ cụ thể:']).title).toBe('');
  });

  it('takes the agency in capitals below the title for the issuer', () => {
    expect(readEdition(['DANH MỤC VIỆC NĂM 2026', 'TRƯỜNG THCS AN BÌNH'])).toMatchObject({
      issuer: 'TRƯỜNG THCS AN BÌNH',
      title: 'DANH MỤC VIỆC NĂM 2026',
    });
    expect(readEdition(['NHIỆM VỤ NĂM 2026 CỦA', 'TRƯỜNG THCS AN BÌNH']).title).toBe(
      'NHIỆM VỤ NĂM 2026 CỦA TRƯỜNG THCS AN BÌNH',
    );
  });

  it('skips what a published sheet prints above its cells', () => {
    const lines = ['PC việc: Phân công', 'Bảng tính đã xuất bản - Tự động cập nhật 5 phút một lần'];
    expect(readEdition([...lines, 'TRƯỜNG THCS A', 'KẾ HOẠCH PHÂN CÔNG NĂM HỌC 2026 - 2027'])).toMatchObject({
      issuer: 'TRƯỜNG THCS A',
      title: 'KẾ HOẠCH PHÂN CÔNG NĂM HỌC 2026 - 2027',
    });
  });

  it('names the group of a school that issues its own plan', () => {
    const lines = [
      'TRƯỜNG THCS AN BÌNH',
      'TỔ KHOA HỌC TỰ NHIÊN',
      'KẾ HOẠCH HOẠT ĐỘNG',
      'NĂM HỌC 2026 - 2027',
    ];
    expect(readEdition(lines).issuer).toBe('TỔ KHOA HỌC TỰ NHIÊN');
  });

  it('puts the end of a name that a narrow column breaks back to it', () => {
    const head = (rest: string): string[] => [
      'UBND PHƯỜNG HÒA AN',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'TRƯỜNG THCS LÊ THỊ',
      'Độc lập - Tự do - Hạnh phúc',
      rest,
      'Số: 164/KH-THCS',
      'KẾ HOẠCH',
      'Chuyển đổi số năm học 2025 - 2026',
    ];
    expect(readEdition(head('LỊCH'))).toMatchObject({
      issuer: 'TRƯỜNG THCS LÊ THỊ LỊCH',
      title: 'KẾ HOẠCH Chuyển đổi số năm học 2025 - 2026',
    });
    expect(readEdition(head('2')).issuer).toBe('TRƯỜNG THCS LÊ THỊ 2');
    expect(readEdition(['TRƯỜNG THCS AN BÌNH', 'LỊCH', 'CÔNG TÁC THÁNG 9']).title).toBe(
      'LỊCH CÔNG TÁC THÁNG 9',
    );
  });

  it('ends the title where a sentence ends within the line', () => {
    const lines = [
      'THÔNG BÁO',
      'Kết luận cuộc họp giao ban tháng 4 năm 2026',
      'Sáng 02/4, Hiệu trưởng chủ trì họp giao ban. Sau khi nghe các tổ',
      'báo cáo, Hiệu trưởng kết luận như sau:',
    ];
    expect(readEdition(lines).title).toBe('THÔNG BÁO Kết luận cuộc họp giao ban tháng 4 năm 2026');
  });

  it('takes "kèm" before the number of a document for "kèm theo"', () => {
    expect(
      readEdition(['PHÂN CÔNG NHIỆM VỤ NĂM HỌC 2025-2026', '(Kèm Kế hoạch số 15/KH-LĐ ngày 08/9/2025)']),
    ).toMatchObject({ number: '15/KH-LĐ', date: '2025-09-08' });
    expect(readEdition(['PHÂN CÔNG NHIỆM VỤ', '(Kèm biểu số 2)']).number).toBe('');
  });
});
