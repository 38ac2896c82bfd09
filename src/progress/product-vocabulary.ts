/**
 * Types of product, as data. An office edits its own copy: adds words, adds types, renames. `words` are what a product
 * of the type begins with or holds, compared without case and diacritics, the longest first; `sign` is the
 * abbreviation of the type in a document's number (Decree 30/2020/NĐ-CP, annex III), where the type is a document.
 */
export type ProductType = {
  /** Stays when the name is changed. */
  id: string;
  name: string;
  words: readonly string[];
  sign?: string;
};

export type ProductVocabulary = readonly ProductType[];

export const DEFAULT_PRODUCT_VOCABULARY: ProductVocabulary = [
  { id: 'plan', name: 'Kế hoạch', sign: 'KH', words: ['kế hoạch', 'kh'] },
  {
    id: 'report',
    name: 'Báo cáo',
    sign: 'BC',
    words: ['báo cáo', 'bc', 'báo cáo kết quả', 'sơ kết', 'tổng kết', 'bản tự đánh giá'],
  },
  { id: 'submission', name: 'Tờ trình', sign: 'TTr', words: ['tờ trình', 'ttr'] },
  { id: 'decision', name: 'Quyết định', sign: 'QĐ', words: ['quyết định', 'qđ'] },
  { id: 'resolution', name: 'Nghị quyết', sign: 'NQ', words: ['nghị quyết', 'nq'] },
  {
    id: 'letter',
    name: 'Công văn',
    words: ['công văn', 'cv', 'văn bản', 'văn bản chỉ đạo', 'văn bản triển khai', 'văn bản đề xuất'],
  },
  { id: 'guidance', name: 'Hướng dẫn', sign: 'HD', words: ['hướng dẫn', 'văn bản hướng dẫn'] },
  { id: 'notice', name: 'Thông báo', sign: 'TB', words: ['thông báo', 'tb'] },
  { id: 'minutes', name: 'Biên bản', sign: 'BB', words: ['biên bản', 'bb'] },
  { id: 'conclusion', name: 'Kết luận', sign: 'KL', words: ['kết luận'] },
  { id: 'scheme', name: 'Đề án', sign: 'ĐA', words: ['đề án'] },
  { id: 'project', name: 'Dự án', sign: 'DA', words: ['dự án'] },
  { id: 'programme', name: 'Chương trình', sign: 'CTr', words: ['chương trình'] },
  { id: 'option', name: 'Phương án', sign: 'PA', words: ['phương án'] },
  { id: 'regulation', name: 'Quy chế, quy định', sign: 'QC', words: ['quy chế', 'quy định', 'nội quy'] },
  { id: 'procedure', name: 'Quy trình', words: ['quy trình'] },
  {
    id: 'law',
    name: 'Văn bản quy phạm pháp luật',
    words: ['luật', 'nghị định', 'thông tư', 'pháp lệnh', 'chính sách', 'văn bản quy phạm pháp luật'],
  },
  { id: 'directive', name: 'Chỉ thị', sign: 'CT', words: ['chỉ thị'] },
  {
    id: 'standard',
    name: 'Tiêu chuẩn, bộ tiêu chí',
    words: [
      'tiêu chuẩn',
      'quy chuẩn',
      'bộ tiêu chí',
      'tiêu chí',
      'bộ chỉ số',
      'định mức',
      'văn bản định mức',
    ],
  },
  { id: 'list', name: 'Danh sách, danh mục', words: ['danh sách', 'danh mục'] },
  {
    id: 'table',
    name: 'Bảng, biểu',
    words: ['bảng', 'biểu', 'biểu mẫu', 'bảng tổng hợp', 'bảng điểm', 'bảng theo dõi', 'phụ lục'],
  },
  {
    id: 'dossier',
    name: 'Hồ sơ, minh chứng',
    words: ['hồ sơ', 'minh chứng', 'tài liệu', 'tài liệu kiểm chứng', 'tài liệu minh chứng', 'giải trình'],
  },
  {
    id: 'article',
    name: 'Tin, bài',
    words: [
      'tin bài',
      'tin',
      'bài',
      'bài viết',
      'bài đăng',
      'chuyên mục',
      'chuyên trang',
      'đường link',
      'link',
      'bản tin',
      'lượt người',
    ],
  },
  {
    id: 'clip',
    name: 'Clip tuyên truyền',
    words: ['clip', 'video', 'video clip', 'phóng sự', 'clip tuyên truyền', 'infographic'],
  },
  { id: 'image', name: 'Hình ảnh', words: ['hình ảnh', 'ảnh', 'pano', 'băng rôn', 'tờ rơi', 'áp phích'] },
  { id: 'outreach', name: 'Tuyên truyền', words: ['tuyên truyền', 'hội thi', 'cuộc thi', 'phát động'] },
  { id: 'survey', name: 'Khảo sát', words: ['khảo sát', 'phiếu khảo sát', 'phiếu', 'kết quả khảo sát'] },
  { id: 'comment', name: 'Góp ý', words: ['góp ý', 'văn bản góp ý', 'ý kiến góp ý', 'ý kiến', 'dự thảo'] },
  {
    id: 'meeting',
    name: 'Hội nghị, họp',
    words: ['hội nghị', 'hội thảo', 'tọa đàm', 'cuộc họp', 'buổi họp'],
  },
  { id: 'training', name: 'Tập huấn', words: ['tập huấn', 'lớp tập huấn', 'bồi dưỡng', 'lớp bồi dưỡng'] },
  {
    id: 'certificate',
    name: 'Giấy chứng nhận, khen thưởng',
    words: ['giấy chứng nhận', 'giấy khen', 'bằng khen', 'giấy phép', 'chứng chỉ'],
  },
  {
    id: 'initiative',
    name: 'Mô hình, sáng kiến',
    words: ['mô hình', 'sáng kiến', 'giải pháp', 'thí điểm', 'công cụ', 'đề tài'],
  },
  {
    id: 'system',
    name: 'Dữ liệu, phần mềm',
    words: [
      'cơ sở dữ liệu',
      'dữ liệu',
      'số liệu',
      'phần mềm',
      'hệ thống',
      'hệ thống thông tin',
      'nền tảng',
      'trung tâm dữ liệu',
      'kết nối',
      'học bạ số',
      'trang thông tin điện tử',
    ],
  },
  {
    id: 'result',
    name: 'Kết quả, chỉ tiêu',
    words: ['kết quả', 'tỷ lệ', 'chỉ tiêu', 'đạt', 'hoàn thành', 'tối thiểu', 'hoạt động'],
  },
];
