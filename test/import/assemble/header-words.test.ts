import { describe, expect, it } from '@jest/globals';
import type { Task } from '../../../src/annex/types';
import { readTable } from './read-table';

describe('headers of tables that schools write', () => {
  it.each<[string, string, Partial<Task>]>([
    [
      'STT|Việc phải làm|Ai làm|Bao giờ xong',
      '1|Dọn kho sách|Cô Thu|30/9',
      { content: 'Dọn kho sách', leadUnit: 'Cô Thu', timing: '30/9' },
    ],
    [
      'TT|Tên báo cáo|Đơn vị thực hiện|Thời hạn gửi',
      '1|Báo cáo thư viện|Văn phòng|Tháng 5',
      { content: 'Báo cáo thư viện', leadUnit: 'Văn phòng', timing: 'Tháng 5' },
    ],
    [
      'TT|Tên văn bản|Đơn vị soạn thảo|Cơ quan phối hợp|Thời gian trình',
      '1|Quy chế thi đua|Kế toán|Công đoàn|Tháng 9',
      { content: 'Quy chế thi đua', leadUnit: 'Kế toán', coordinatingUnit: 'Công đoàn', product: '' },
    ],
    [
      'TT|Công việc|Người phụ trách|Tên báo cáo|Thời gian',
      '1|Nộp bảo hiểm|Kế toán|Báo cáo tăng giảm|Ngày 20',
      { content: 'Nộp bảo hiểm', leadUnit: 'Kế toán', product: 'Báo cáo tăng giảm' },
    ],
    [
      'TT|Nội dung|Tên văn bản|Người thực hiện',
      '1|Đổi mới sinh hoạt tổ|Kế hoạch|Tổ trưởng',
      { content: 'Đổi mới sinh hoạt tổ', product: 'Kế hoạch', leadUnit: 'Tổ trưởng' },
    ],
    [
      'Thứ, ngày|Lớp|Giáo viên chủ nhiệm|Công việc|Dụng cụ',
      'Hai 07/9|6A|Cô Thu|Quét sân trường|Chổi',
      { content: 'Quét sân trường', leadUnit: 'Cô Thu', timing: 'Hai 07/9', note: 'Lớp 6A' },
    ],
    [
      'TT|Tên cuộc họp|Chủ trì|Thành phần|Thời gian|Địa điểm',
      '1|Họp tổ|Tổ trưởng|Tổ viên|Tháng 9|Phòng tổ',
      { content: 'Họp tổ', leadUnit: 'Tổ trưởng', coordinatingUnit: 'Tổ viên' },
    ],
    [
      'TT|Nội dung kiểm tra|Người kiểm tra|Người thực hiện|Thời gian',
      '1|Dự giờ|Phó hiệu trưởng|Giáo viên|Hằng tháng',
      { leadUnit: 'Giáo viên', coordinatingUnit: '' },
    ],
    [
      'TT|Họ và tên|Chức vụ|Nhiệm vụ được phân công',
      '1|Trần Thị Bé|Kế toán|Quản lý tài chính',
      { content: 'Quản lý tài chính', leadUnit: 'Trần Thị Bé' },
    ],
    [
      'Ngày|Buổi|Nội dung|Chuẩn bị',
      '07/9|Sáng|Khai giảng|Âm thanh',
      { content: 'Khai giảng', timing: '07/9, Sáng' },
    ],
    [
      'TT|Nhiệm vụ|ĐV chủ trì|ĐV p/h|SP|TGHT|Ghi chú',
      '1|Dọn kho sách|Văn phòng|Các tổ|Biên bản|T9|',
      { leadUnit: 'Văn phòng', coordinatingUnit: 'Các tổ', product: 'Biên bản', timing: 'T9' },
    ],
    [
      'TT|Việc|Chính|Phụ|SP|Thời gian',
      '1|Dọn kho sách|Tổ 3|Thư viện|Biên bản|Tuần 22',
      { content: 'Dọn kho sách', leadUnit: 'Tổ 3', coordinatingUnit: 'Thư viện', product: 'Biên bản' },
    ],
    [
      'TT|Việc phải làm|Ai làm|Ai giúp|Phải có gì|Khi nào',
      '1|Dọn kho sách|Cô Thu|Cô Mận|Biên bản|09/3',
      { leadUnit: 'Cô Thu', coordinatingUnit: 'Cô Mận', product: 'Biên bản', timing: '09/3' },
    ],
    [
      'NV|CT|PH|KQ|TG|GC',
      'Dọn kho sách|Tổ 3|Thư viện|Biên bản|Tháng 9|',
      { content: 'Dọn kho sách', leadUnit: 'Tổ 3', coordinatingUnit: 'Thư viện', product: 'Biên bản' },
    ],
    ['TT|Nội dung', '1|Dọn kho sách', { content: 'Dọn kho sách' }],
  ])('%s', (header, row, expected) => {
    expect(readTable(header, row, row.replace(/^1/, '2')).tasks[0]).toMatchObject(expected);
  });

  it('are asked about where none names the contents', () => {
    const { tasks, warnings } = readTable(
      'TT|Khách thể|Giao cho|Hạn',
      '1|Lập danh sách học sinh khó khăn|Cô Mai|15/9',
      '2|Thu hồ sơ bảo hiểm|Cô Yến|30/9',
    );
    expect(tasks[0]).toMatchObject({ content: 'Lập danh sách học sinh khó khăn', leadUnit: 'Cô Mai' });
    expect(warnings).toContainEqual(
      expect.objectContaining({ code: 'content-guessed', details: { columns: '“Khách thể”' } }),
    );
  });

  it('name what is left out', () => {
    const { warnings } = readTable(
      'TT|Nội dung kiểm tra|Người kiểm tra|Thời gian',
      '1|Dự giờ|Hiệu phó|Tháng 9',
    );
    expect(warnings).toContainEqual(
      expect.objectContaining({ code: 'columns-unused', details: { columns: '“Người kiểm tra”' } }),
    );
  });

  it.each([
    ['Lãnh đạo phụ trách', 'Bộ phận thực hiện'],
    ['Lãnh đạo chỉ đạo', 'Đơn vị thực hiện'],
    ['BGH phụ trách', 'Đơn vị chủ trì'],
    ['Đồng chí phụ trách', 'Bộ phận'],
    ['Chỉ đạo', 'Chủ trì'],
    ['Lãnh đạo UBND xã', 'Cơ quan'],
  ])('do not take %s for the unit in charge beside %s', (leader, unit) => {
    const { tasks, warnings } = readTable(
      `TT|Nội dung|${leader}|${unit}|Phối hợp|Sản phẩm|Thời gian`,
      '1|Dọn kho sách|Đ/c An|Tổ 3|Thư viện|Biên bản|Tháng 9',
    );
    expect(tasks[0]).toMatchObject({ leadUnit: 'Tổ 3', coordinatingUnit: 'Thư viện' });
    expect(warnings).toContainEqual(
      expect.objectContaining({ code: 'columns-unused', details: { columns: `“${leader}”` } }),
    );
  });

  it('take the leader for who is in charge where no other column says it', () => {
    const { tasks } = readTable('TT|Nội dung|Lãnh đạo phụ trách|Phối hợp', '1|Dọn kho|Đ/c An|Thư viện');
    expect(tasks[0]).toMatchObject({ leadUnit: 'Đ/c An', coordinatingUnit: 'Thư viện' });
  });

  it('split the units beside a leader', () => {
    const { tasks } = readTable(
      'TT|Nội dung|Lãnh đạo theo dõi|Chủ trì, phối hợp|Thời gian',
      '1|Dọn kho|Đ/c An|Chủ trì: Tổ 3; Phối hợp: Thư viện|Tháng 9',
    );
    expect(tasks[0]).toMatchObject({ leadUnit: 'Tổ 3', coordinatingUnit: 'Thư viện' });
  });

  it('take who does it for the lead beside who takes part', () => {
    const { tasks } = readTable(
      'TT|Nhiệm vụ|Trường thực hiện|Đơn vị phối hợp|Thời gian',
      '1|Dọn kho|THCS A|Công an|Quý I',
    );
    expect(tasks[0]).toMatchObject({ leadUnit: 'THCS A', coordinatingUnit: 'Công an' });
  });

  it('name months under their quarters', () => {
    const { tasks } = readTable(
      'TT|Nhiệm vụ|Chủ trì|Quý I T1|Quý I T2|Quý II T4|Sản phẩm',
      '1|Dọn kho|Tổ 3|x||x|Biên bản',
    );
    expect(tasks[0]).toMatchObject({ timing: 'T1, T4', product: 'Biên bản' });
  });

  it('take no tick for a time', () => {
    const { tasks } = readTable(
      'TT|Nội dung|Người làm|Hạn|Xong?',
      '1|Dọn kho sách|Tổ 3|15/10/2026|TRUE',
      '2|Sơn cổng|Bảo vệ|Tháng 11|FALSE',
    );
    expect(tasks.map(({ timing }) => timing)).toEqual(['15/10/2026', 'Tháng 11']);
  });

  it.each(['Mảng việc', 'Mục tiêu'])('take the areas from a column “%s” that groups the rows', (header) => {
    const { tasks } = readTable(
      `${header}|TT|Nội dung|Người làm|Thời gian`,
      'Thư viện|1|Dọn kho sách|Tổ 3|Tháng 9',
      'Thư viện|2|Kiểm kê sách|Tổ 3|Tháng 10',
      'Cơ sở vật chất|3|Sơn cổng|Bảo vệ|Tháng 11',
    );
    expect(tasks.map(({ sectionTitle }) => sectionTitle)).toEqual(['Thư viện', 'Thư viện', 'Cơ sở vật chất']);
  });
});
