import type { ProblemCode } from '../../shared/problem';
import type { ProblemMessage } from '../fill-template';
import { VI_CONSOLIDATION_PROBLEMS } from './consolidation';
import { VI_LEDGER_PROBLEMS } from './ledger';
import { VI_PROGRESS_PROBLEMS } from './progress';
import { VI_REPORT_PROBLEMS } from './reports';

/** For every problem: what happened, then what to do next. Where it happened is set before by `formatPlace`. */
export const VI_PROBLEMS: Record<ProblemCode, ProblemMessage> = {
  ...VI_PROGRESS_PROBLEMS,
  ...VI_REPORT_PROBLEMS,
  ...VI_CONSOLIDATION_PROBLEMS,
  ...VI_LEDGER_PROBLEMS,
  'contradictory-row': {
    what: 'Nhiệm vụ ghi “không thực hiện” nhưng vẫn có sản phẩm hoặc thời gian.',
    next: 'Xem lại nhiệm vụ này: nếu thực hiện thì đổi cột “Áp dụng”; nếu không thì giữ nguyên.',
  },
  'incomplete-row': {
    what: 'Nhiệm vụ thực hiện nhưng chưa ghi sản phẩm hoặc thời gian.',
    next: 'Bổ sung sản phẩm, thời gian, hoặc hỏi lại cơ quan ban hành.',
  },
  'undecided-row': {
    what: 'Chưa xác định đơn vị thực hiện hay không thực hiện nhiệm vụ này.',
    next: 'Chọn “Thực hiện” hoặc “Không thực hiện” ở cột “Áp dụng”.',
  },
  'blank-lead-unit': {
    what: 'Nhiệm vụ chưa ghi đơn vị chủ trì.',
    next: 'Bổ sung đơn vị chủ trì nếu biết; nếu không thì hỏi lại cơ quan ban hành.',
  },
  'duplicate-task': {
    what: 'Hai nhiệm vụ trùng cả lĩnh vực và số thứ tự[[ ({id})]].',
    next: 'Đối chiếu với bản gốc và sửa số thứ tự của một trong hai nhiệm vụ.',
  },
  'numbering-gap': {
    what: 'Số thứ tự không liên tục[[: sau {before} là {after}]].',
    next: 'Đối chiếu với bản gốc xem có thiếu nhiệm vụ nào không.',
  },
  'no-section': {
    what: 'Nhiệm vụ đứng trước dòng lĩnh vực đầu tiên nên chưa thuộc lĩnh vực nào.',
    next: 'Ghi lĩnh vực cho nhiệm vụ này nếu bản gốc có.',
  },
  'unnumbered-row': {
    what: 'Hàng không có số thứ tự giữa các hàng có số; được giữ thành một nhiệm vụ riêng.',
    next: 'Đối chiếu với bản gốc: ghi số thứ tự, hoặc gộp vào nhiệm vụ phía trên.',
  },
  'blank-content': {
    what: 'Nhiệm vụ không có nội dung công việc.',
    next: 'Đối chiếu với bản gốc và bổ sung nội dung.',
  },
  'ditto-unresolved': {
    what: 'Ô ghi “như trên” nhưng phía trên, trong cùng lĩnh vực, không có gì để điền.',
    next: 'Ghi nội dung đầy đủ vào ô này.',
  },
  'ditto-filled': {
    what: 'Ô ghi “như trên” đã được điền theo ô phía trên[[: “{text}”]].',
    next: 'Kiểm tra nội dung đã điền.',
  },
  'row-rejoined': {
    what: 'Một hàng bị ngắt trang đã được nối lại.',
    next: 'Đối chiếu nội dung nhiệm vụ này với bản gốc.',
  },
  'ambiguous-marker': {
    what: 'Ghi chú[[ “{text}”]] chưa rõ là thực hiện hay không thực hiện.',
    next: 'Chọn “Thực hiện” hoặc “Không thực hiện” ở cột “Áp dụng”.',
  },

  'file-empty': { what: 'Tệp không có nội dung.', next: 'Chọn lại tệp, hoặc xin gửi lại tệp gốc.' },
  'file-too-large': {
    what: 'Tệp quá lớn[[: {size} MB]][[, giới hạn là {limit} MB]][[: đọc tệp cần hơn {memory} MB bộ nhớ]].',
    next: 'Lưu riêng phần phụ lục thành một tệp rồi nhập tệp ấy.',
  },
  'read-timeout': {
    what: 'Đọc tệp quá {seconds} giây nên đã dừng; chưa lấy gì từ tệp này.',
    next: 'Mở tệp bằng chương trình đã tạo ra nó, lưu riêng phần phụ lục thành tệp mới rồi nhập tệp ấy; nếu vẫn lỗi, xin tệp gốc của nơi gửi.',
  },
  'reader-stopped': {
    what: 'Bộ đọc dừng giữa chừng ở tệp này; chưa lấy gì từ tệp.',
    next: 'Mở tệp, lưu lại thành tệp mới rồi đọc lần nữa; nếu vẫn lỗi, gửi tệp cho người hỗ trợ.',
  },
  'reader-fault': {
    what: 'Chương trình có lỗi khi đọc tệp này[[: {reason}]]; tệp có thể không hỏng, chưa lấy gì từ tệp.',
    next: 'Gửi tệp và nguyên văn thông báo này cho người phụ trách phần mềm; trong khi chờ, mở tệp, lưu thành tệp mới (.xlsx, .docx) rồi đọc lại.',
  },
  'format-unknown': {
    what: 'Không nhận ra loại tệp này.',
    next: 'Dùng tệp Word (.docx, .odt, .rtf), Excel (.xlsx, .xls, .xlsb, .ods), PDF, HTML hoặc văn bản (.txt).',
  },
  'not-zip': {
    what: 'Tệp không phải là tệp Word hay Excel, dù tên tệp ghi như vậy.',
    next: 'Mở tệp bằng Word hoặc Excel rồi lưu lại thành .docx hoặc .xlsx.',
  },
  'zip-damaged': {
    what: 'Tệp bị hỏng hoặc tải về chưa đủ.',
    next: 'Tải lại, hoặc xin gửi lại tệp gốc.',
  },
  'zip-bomb': {
    what: 'Tệp nén bất thường: nội dung bung ra quá lớn nên không mở.',
    next: 'Không dùng tệp này; xin gửi lại tệp gốc từ cơ quan ban hành.',
  },
  encrypted: {
    what: 'Tệp có mật khẩu.',
    next: 'Mở tệp bằng mật khẩu, bỏ mật khẩu rồi lưu lại và nhập lại.',
  },
  'old-word': {
    what: 'Tệp Word kiểu cũ (.doc).',
    next: 'Mở bằng Word, chọn Lưu thành “Tài liệu Word (.docx)” rồi nhập lại; hoặc chép bảng trong Word rồi dán vào ngăn tác vụ.',
  },
  'old-excel': {
    what: 'Tệp Excel kiểu cũ (.xls).',
    next: 'Mở bằng Excel, chọn Lưu thành “Sổ làm việc Excel (.xlsx)” rồi nhập lại.',
  },
  'archive-file': {
    what: 'Tệp nén (.zip) chứa các tệp khác.',
    next: 'Giải nén, rồi chọn tệp cần đọc ở trong.',
  },
  'archive-unread': {
    what: 'Tệp nén loại này (.rar, .7z, .gz …) chưa mở được.',
    next: 'Giải nén, rồi chọn tệp hoặc thư mục đã giải nén; hoặc nén lại thành .zip.',
  },
  'format-unsupported': {
    what: 'Chưa nhập được loại tệp này[[ ({format})]].',
    next: 'Mở tệp bằng chương trình đã tạo ra nó, lưu thành .docx, .xlsx hoặc PDF rồi nhập lại; hoặc chép bảng rồi dán vào ngăn tác vụ.',
  },
  'xml-damaged': {
    what: 'Nội dung bên trong tệp bị hỏng[[ ({part})]].',
    next: 'Mở tệp bằng Word hoặc Excel, để chương trình sửa, lưu lại rồi nhập lại.',
  },
  'xml-doctype': {
    what: 'Tệp chứa khai báo không an toàn nên không mở[[ ({part})]].',
    next: 'Xin gửi lại tệp gốc từ cơ quan ban hành.',
  },
  'xml-too-deep': {
    what: 'Nội dung bên trong tệp lồng nhau quá nhiều lớp nên không đọc được.',
    next: 'Chép riêng bảng phụ lục sang một tệp mới rồi nhập tệp ấy.',
  },
  'part-missing': {
    what: 'Tệp thiếu phần nội dung chính[[ ({part})]].',
    next: 'Mở tệp bằng Word hoặc Excel, lưu lại rồi nhập lại.',
  },
  'no-table': {
    what: 'Không thấy bảng phân công nhiệm vụ nào trong tệp[[; bảng có các cột: {found}]].',
    next: 'Kiểm tra đã chọn đúng tệp có bảng phân công nhiệm vụ; nếu đúng, gán cột trong ngăn tác vụ (dòng lệnh: --columns "Nội dung=2, Chủ trì=3"), hoặc chép bảng từ Word, Excel rồi dán vào ngăn.',
  },
  'columns-missing': {
    what: 'Bảng không có đủ các cột cần thiết[[: thiếu {columns}]][[; các cột của bảng: {found}]].',
    next: 'Kiểm tra hàng tiêu đề; nếu cột có tên khác, gán cột trong ngăn tác vụ hoặc thêm --columns, ví dụ --columns "Nội dung=2, Chủ trì=3".',
  },
  'columns-unused': {
    what: 'Có cột không dùng đến khi nhập[[: {columns}]].',
    next: 'Kiểm tra: nếu cột ấy cần thiết, chép nội dung sang cột “Ghi chú” rồi nhập lại.',
  },
  'header-guessed': {
    what: 'Bảng không có hàng tiêu đề; các cột được nhận theo nội dung[[: {columns}]].',
    next: 'Kiểm tra từng cột ở bản xem trước; nếu sai, thêm hàng tiêu đề vào bảng rồi nhập lại.',
  },
  'content-guessed': {
    what: 'Không đầu cột nào ghi là nội dung nhiệm vụ; đã lấy cột có chữ dài nhất[[: {columns}]].',
    next: 'Đối chiếu cột ấy ở bản xem trước; nếu sai, ghi “Nội dung công việc” vào đầu cột đúng rồi nhập lại.',
  },
  'units-not-split': {
    what: 'Một ô ghi cả đơn vị chủ trì và đơn vị phối hợp, không rõ ranh giới[[: “{text}”]].',
    next: 'Kiểm tra hai cột ấy ở bản xem trước; nếu sai, tách lại trước khi ghi.',
  },
  'year-unknown': {
    what: 'Tiêu đề, đầu cột và ngày ban hành không cho biết phụ lục của năm nào, nên hạn như “Quý I” chưa có ngày.',
    next: 'Ghi năm ở ô “Năm của phụ lục” trước khi ghi vào sổ (dòng lệnh: --year); năm ấy dùng cho mọi nhiệm vụ, sửa được sau ở trang “Cấu hình”.',
  },
  'rows-skipped': {
    what: 'Có hàng không phải nhiệm vụ, cũng không phải lĩnh vực nên không nhập[[: “{text}”]].',
    next: 'Đối chiếu với bản gốc xem hàng ấy có cần không.',
  },
  'table-turned': {
    what: 'Bảng nằm ngang (mỗi cột là một nhiệm vụ); đã xoay lại để đọc, mỗi cột thành một hàng.',
    next: 'Đối chiếu từng nhiệm vụ với bảng gốc trước khi ghi.',
  },
  'other-table': {
    what: 'Bảng này có vẻ là {tableKind}[[ ({rows} hàng)]], không phải bảng phân công nhiệm vụ, nên chưa được nhập.',
    next: 'Chọn bảng khác; nếu vẫn muốn lấy từng hàng làm nhiệm vụ, chọn bảng này trong ngăn tác vụ hoặc thêm --as-tasks.',
  },
  'table-left-out': {
    what: 'Chưa nhập bảng[[ số {number}]][[ “{name}”]][[: {tableKind}]][[, {rows} hàng]].',
    next: 'Nếu cần bảng này, chọn nó ở danh sách bảng trong ngăn tác vụ, hoặc thêm --table[[ {number}]] (--table all để lấy mọi bảng nhiệm vụ).',
  },
  'table-not-there': {
    what: 'Tệp không có bảng[[ số {table}]][[; có {count} bảng]].',
    next: 'Chọn số bảng theo danh sách mà lệnh import in ra.',
  },
  'years-differ': {
    what: 'Các bảng đã chọn ghi năm khác nhau[[: {years}]].',
    next: 'Nhập riêng từng bảng, hoặc cho biết năm dùng chung (--year).',
  },
  'section-guessed': {
    what: 'Hàng chỉ có tên, không có số và không có ô nào khác; đã coi là một lĩnh vực[[: “{title}”]].',
    next: 'Nếu đó là nhiệm vụ, sửa lại ở phần soát từng hàng.',
  },
  'no-rows': {
    what: 'Bảng có tiêu đề nhưng không có nhiệm vụ nào.',
    next: 'Kiểm tra đã chọn đúng tệp, đúng trang tính.',
  },
  'too-many-rows': {
    what: 'Bảng có quá nhiều hàng[[: {rows}]][[, giới hạn là {limit}]].',
    next: 'Xóa các hàng trống ở cuối trang tính, lưu lại rồi nhập lại.',
  },
  'hidden-rows': {
    what: 'Có hàng đang bị ẩn[[: {rows}]]; vẫn được nhập.',
    next: 'Kiểm tra các hàng ấy; hàng nào không cần thì xóa sau khi nhập.',
  },
  'hidden-columns': {
    what: 'Có cột đang bị ẩn[[: {columns}]]; vẫn được nhập.',
    next: 'Kiểm tra các cột ấy; cột nào không cần thì bỏ đi rồi nhập lại.',
  },
  'hidden-sheet': {
    what: 'Có trang tính đang bị ẩn; không nhập từ trang ấy.',
    next: 'Nếu phụ lục nằm ở trang ẩn, bỏ ẩn, lưu lại rồi nhập lại.',
  },
  'sheet-chosen': {
    what: 'Tệp có nhiều trang tính; đã dùng trang[[ “{sheet}”]].',
    next: 'Nếu không đúng, chọn trang khác ở danh sách bảng trong ngăn tác vụ, hoặc bằng --table.',
  },
  'table-chosen': {
    what: 'Tệp có nhiều bảng; đã dùng bảng[[ số {table}]].',
    next: 'Nếu không đúng, chọn bảng khác ở danh sách bảng trong ngăn tác vụ, hoặc bằng --table.',
  },
  'tracked-changes': {
    what: 'Tệp Word còn dấu theo dõi sửa đổi; đã đọc như khi chấp nhận mọi sửa đổi.',
    next: 'Kiểm tra các chỗ sửa; nếu cần, chấp nhận hoặc từ chối trong Word rồi nhập lại.',
  },
  'legacy-font': {
    what: 'Chữ theo bảng mã cũ (TCVN3 hoặc VNI).',
    next: 'Kiểm tra chữ đã chuyển sang Unicode có đúng với bản gốc.',
  },
  'formula-text': {
    what: 'Ô có chữ bắt đầu bằng dấu = + - @; được giữ là chữ, không tính như công thức.',
    next: 'Không cần làm gì, trừ khi ô ấy phải là công thức.',
  },
  'formula-without-value': {
    what: 'Ô có công thức nhưng tệp không lưu kết quả.',
    next: 'Mở tệp bằng Excel, lưu lại rồi nhập lại.',
  },
  'text-box': {
    what: 'Tệp có chữ nằm trong khung chữ rời; phần ấy không thuộc bảng.',
    next: 'Kiểm tra khung chữ có chứa nội dung nhiệm vụ không.',
  },
  'workbook-damaged': {
    what: 'Tệp Excel kiểu cũ bị hỏng hoặc không đọc được.',
    next: 'Mở bằng Excel, lưu thành “Sổ làm việc Excel (.xlsx)” rồi nhập lại; nếu Excel cũng không mở được, xin gửi lại tệp.',
  },
  'pdf-damaged': {
    what: 'Tệp PDF bị hỏng hoặc tải về chưa đủ.',
    next: 'Tải lại, hoặc xin gửi lại tệp gốc.',
  },
  'pdf-text-unreadable': {
    what: 'Tệp PDF có chữ nhưng không cho biết là chữ gì (thiếu bảng mã của phông).',
    next: 'Xin tệp Word hoặc Excel gốc, hoặc in lại tệp PDF từ tệp gốc.',
  },
  scanned: {
    what: 'Tệp PDF là ảnh quét, không có chữ.',
    next: 'Xin tệp Word, Excel hoặc PDF gốc; nếu không có, dùng phần mềm nhận dạng chữ (OCR) rồi nhập lại.',
  },
  'pages-without-text': {
    what: 'Có trang chỉ là ảnh, không có chữ[[: trang {pages}]]; các trang ấy chưa được nhập.',
    next: 'Đối chiếu với bản gốc và bổ sung các nhiệm vụ ở trang ấy.',
  },
  'too-many-pages': {
    what: 'Tệp PDF có quá nhiều trang[[: {pages}]][[, giới hạn là {limit}]].',
    next: 'Tách riêng phần phụ lục thành một tệp PDF rồi nhập tệp ấy.',
  },
  'columns-guessed': {
    what: 'Bảng không có đủ đường kẻ; cột và hàng được suy từ khoảng trống.',
    next: 'Đối chiếu từng hàng với bản gốc trước khi áp dụng.',
  },
  'no-plan': {
    what: 'Không thấy nhiệm vụ nào trong kế hoạch này.',
    next: 'Chọn tệp kế hoạch có các mục đánh số (I, II… hoặc 1, 2…) hoặc tệp phụ lục có bảng nhiệm vụ.',
  },
  'plan-paragraph-joined': {
    what: 'Đoạn không có số đã được ghép vào mục[[ {item}]] ở trên, nhưng có thể là một nhiệm vụ riêng[[: “{text}”]].',
    next: 'Đối chiếu với bản gốc; nếu là nhiệm vụ riêng thì tách ra thành một dòng trên trang Phụ lục.',
  },
  'plan-text-skipped': {
    what: 'Có đoạn của kế hoạch không thuộc mục nào nên không đưa vào danh sách nội dung[[: “{text}”]].',
    next: 'Đối chiếu với bản gốc; nếu đoạn ấy là nhiệm vụ thì thêm bằng tay.',
  },
  'struck-text': {
    what: 'Có chữ bị gạch ngang; đã coi là bỏ nên không nhập[[: “{words}”]].',
    next: 'Đối chiếu với bản gốc; nếu chữ ấy vẫn còn hiệu lực thì ghi lại vào ô.',
  },
  'note-marks': {
    what: 'Dấu chú thích[[ “{mark}”]][[ sau chữ “{words}”]] không phải chữ của ô nên không nhập[[ (cả tài liệu có {count} dấu)]][[. Chú thích ghi: “{note}”]].',
    next: 'Đọc chú thích trong bản gốc; nếu nó đổi nội dung, đơn vị hay thời gian của nhiệm vụ thì ghi thêm vào ô.',
  },
  'stamp-text': {
    what: 'Chữ màu của dấu hoặc chữ ký số đè lên trang; không nhập vào bảng[[: “{words}”]].',
    next: 'Đối chiếu với bản gốc; nếu đó là nội dung nhiệm vụ thì ghi lại vào ô.',
  },
  'picture-unreadable': {
    what: 'Trang này là ảnh quét không giải mã được, nên không thấy đường kẻ của bảng.',
    next: 'Đối chiếu từng hàng của trang này với bản gốc, hoặc xin tệp Word, Excel gốc.',
  },
  'embedded-document': {
    what: 'Tệp Word chèn một tài liệu khác[[ ({format})]] chưa đọc được; phần ấy chưa được nhập.',
    next: 'Mở tệp bằng Word, lưu lại thành .docx mới (Word sẽ gộp phần chèn vào) rồi nhập lại.',
  },
  'text-missing': {
    what: 'Ô trỏ tới chữ không có trong tệp (tệp hỏng một phần)[[; {cells} ô]]; đã để trống.',
    next: 'Mở tệp bằng Excel, ghi lại nội dung ô ấy theo bản gốc, lưu lại rồi nhập lại.',
  },
  'error-value': {
    what: 'Ô chứa giá trị lỗi của Excel[[ ({value})]][[ (còn {more} ô nữa)]], không phải nội dung; đã để trống.',
    next: 'Mở tệp bằng Excel, sửa công thức ở ô ấy, lưu lại rồi nhập lại; hoặc tự ghi nội dung sau khi nhập.',
  },
  'plan-not-annex': {
    what: 'Tệp là kế hoạch dạng văn xuôi[[ ({items} nội dung)]], không có bảng phân công nhiệm vụ.',
    next: 'Nhập phụ lục kèm theo kế hoạch này; hoặc mở kế hoạch trong ngăn tác vụ để chọn nội dung làm nhiệm vụ.',
  },
  'row-unsure': {
    what: 'Hàng này được ghép từ các dòng chữ, chưa chắc đúng.',
    next: 'Đối chiếu với các dòng chữ gốc bên cạnh rồi sửa nếu cần.',
  },

  'no-annex-sheet': {
    what: 'Sổ này chưa có bảng nhiệm vụ.',
    next: 'Nhập phụ lục trước.',
  },
  'sheet-name-taken': {
    what: 'Tên trang tính[[ “{sheet}”]] đã có trong sổ.',
    next: 'Đổi tên trang tính đang có rồi làm lại.',
  },
  'table-name-taken': {
    what: 'Sổ đã có một bảng[[ “{table}”]] nhưng không phải bảng nhiệm vụ.',
    next: 'Đổi tên bảng ấy (thẻ Thiết kế bảng) rồi làm lại.',
  },
  'task-table-missing': {
    what: 'Không thấy bảng nhiệm vụ của sổ này: bảng đã bị đổi tên hoặc chuyển thành vùng ô thường. Chưa có gì được ghi.',
    next: 'Mở thẻ Trợ giúp, bấm Kiểm tra sổ để khôi phục bảng rồi nhập lại.',
  },
  'defined-name-taken': {
    what: 'Sổ đã dùng tên[[ “{name}”]] cho việc khác.',
    next: 'Đổi tên ấy trong Trình quản lý tên (thẻ Công thức) rồi làm lại.',
  },
  'header-row-off': {
    what: 'Bảng của bổ trợ đang tắt hàng tiêu đề nên không biết cột nào là cột nào.',
    next: 'Chạy Kiểm tra sổ rồi chọn sửa, hoặc bật Hàng Tiêu đề ở thẻ Thiết kế bảng.',
  },
  'no-summary-sheet': {
    what: 'Sổ không có trang Tổng hợp, hoặc các vùng tên của trang ấy đã mất.',
    next: 'Hoàn tác việc xóa trang; nếu không được, nhập phụ lục vào một sổ mới.',
  },
  'words-not-counted': {
    what: 'Ghi “{value}”: được tính là “{word}”, nhưng công thức của bảng Tổng hợp không đếm ô này.',
    next: 'Mở Kiểm tra sổ và chọn Sửa để ghi đúng từ trong danh sách, hoặc chọn lại trong ô.',
  },
  'status-outside-period': {
    what: 'Ghi “{value}”: thời gian hoàn thành trước khi có phụ lục hoặc sau hôm nay, nên chưa tính là hoàn thành.',
    next: 'Sửa lại thời gian trong ô, hoặc chọn lại trạng thái trong danh sách.',
  },
  'stays-not-performed': {
    what: 'Có {rows} nhiệm vụ vẫn là “Không thực hiện” vì chính hàng ấy ghi như vậy, ở ô {cells}.',
    next: 'Nếu trường còn cân nhắc, sửa chữ ở ô ấy rồi bỏ đánh dấu lại; nếu có thực hiện, đánh dấu “Thực hiện”.',
  },
  'summary-edited': {
    what: 'Trang Tổng hợp đã được sửa tay nên được giữ nguyên; lĩnh vực và đơn vị mới tính vào dòng “(khác)”.',
    next: 'Không cần làm gì; hoặc thêm dòng cho lĩnh vực, đơn vị mới.',
  },
  'gone-rows-kept': {
    what: 'Có nhiệm vụ không còn trong phụ lục mới nhưng được giữ lại[[: {tasks}]].',
    next: 'Xóa hàng trong bảng nếu không cần nữa.',
  },
  'marks-kept': {
    what: 'Phụ lục mới ghi khác với đánh dấu của đơn vị; đánh dấu của đơn vị được giữ[[: {tasks}]].',
    next: 'Xem lại cột “Áp dụng” của các nhiệm vụ ấy.',
  },
  'print-outdated': {
    what: 'Trang Bản in được lập trước lần nhập này nên chưa theo phụ lục mới.',
    next: 'Lập lại bản in ở phần In & báo cáo (dòng lệnh: phuluc print) trước khi in.',
  },
  'workbook-changed': {
    what: 'Sổ đã thay đổi sau khi xem trước.',
    next: 'Xem trước lại rồi ghi.',
  },
  'partly-written': {
    what: 'Việc ghi bị dừng giữa chừng và chưa đưa sổ về như cũ được.',
    next: 'Bấm Hoàn tác để đưa sổ về như trước khi ghi; nếu không được, đóng sổ mà không lưu.',
  },
  'no-task-selected': {
    what: 'Chưa chọn nhiệm vụ nào.',
    next: 'Chọn một hoặc nhiều hàng trong bảng nhiệm vụ rồi làm lại.',
  },
  'no-person-column': {
    what: 'Bảng nhiệm vụ chưa có cột “{column}”.',
    next: 'Gõ “{column}” vào ô ngay bên phải hàng tiêu đề của bảng trên trang Phụ lục, rồi làm lại.',
  },
  'column-missing': {
    what: 'Bảng nhiệm vụ không còn cột[[ “{column}”]].',
    next: 'Hoàn tác việc xóa cột, hoặc thêm lại cột với đúng tên ấy.',
  },
  'schema-newer': {
    what: 'Sổ được lập bằng phiên bản mới hơn của Phụ lục.',
    next: 'Cập nhật Phụ lục rồi mở lại sổ.',
  },
  'older-edition': {
    what: 'Bảng này là bản cũ ({after}) của văn bản {document}; sổ đang theo bản mới hơn ({before}). Không nhiệm vụ nào được sửa.',
    next: 'Nếu đúng là phải quay lại bản này, hãy chọn “{document}” ở mục Văn bản rồi ghi.',
  },
  'document-not-found': {
    what: 'Sổ không có văn bản “{document}”.',
    next: 'Xem danh sách văn bản của sổ rồi ghi lại số, ký hiệu.',
  },
  'document-unnamed': {
    what: 'Văn bản mới chưa có số, ký hiệu và tên.',
    next: 'Ghi số, ký hiệu (ví dụ 442/UBND-VX), hoặc tên văn bản.',
  },
  'document-exists': {
    what: 'Sổ đã có văn bản này: {document}.',
    next: 'Chọn {document} trong danh sách văn bản rồi thêm nhiệm vụ vào đó.',
  },
  'only-document': {
    what: 'Sổ chỉ có văn bản {document}, nên văn bản này luôn được theo dõi.',
    next: 'Hết năm, hết việc thì giữ cả tệp sổ làm tài liệu lưu trữ.',
  },
  'task-without-content': {
    what: 'Nhiệm vụ thứ {number} chưa có nội dung.',
    next: 'Ghi nội dung công việc rồi thêm lại.',
  },
  'task-repeated': {
    what: 'Văn bản đã có nhiệm vụ này với cùng thời gian; không thêm lần nữa: “{content}”.',
    next: 'Nếu là một việc khác, hãy ghi nội dung hoặc thời gian khác đi.',
  },
  'timing-uncertain': {
    what: 'Chưa chắc hạn của nhiệm vụ[[ {task}]][[: “{timing}”]].',
    next: 'Ghi lại thời gian cho rõ (ví dụ 30/11/2026), hoặc đồng ý giữ nguyên để xác định hạn sau (dòng lệnh: --as-printed).',
  },
  'document-not-chosen': {
    what: 'Sổ có nhiều văn bản: {documents}. Bản in và bản Word là của một văn bản.',
    next: 'Chọn văn bản cần in ở phần In & báo cáo, hoặc ghi --document trên dòng lệnh.',
  },
  'document-column-taken': {
    what: 'Bảng nhiệm vụ đã có cột “{column}” của đơn vị; sổ nhiều văn bản cần cột mang tên này.',
    next: 'Đổi tên cột đó trên trang tính “{sheet}” (ví dụ “Văn bản của trường”) rồi nhập lại.',
  },
  'edition-differs': {
    what: 'Phụ lục đang nhập[[ ({after})]] khác phụ lục đang có trong sổ[[ ({before})]].',
    next: 'Kiểm tra đúng phụ lục cần nhập; xem các thay đổi trước khi ghi.',
  },
  'no-targets-sheet': {
    what: 'Sổ không còn trang Chỉ tiêu.',
    next: 'Nhập lại kế hoạch để lập lại trang ấy.',
  },
  'sheet-gone': {
    what: 'Trang tính đã bị xóa hoặc đổi tên.',
    next: 'Đặt lại tên cũ cho trang tính rồi thử lại.',
  },
  'cells-changed': {
    what: 'Có {cells} ô đã được sửa sau đó nên được giữ nguyên.',
    next: 'Xem lại các ô ấy và tự sửa nếu cần.',
  },
  'cells-mixed': {
    what: 'Có {cells} ô dùng nhiều phông trong một ô nên chưa chuyển được.',
    next: 'Đặt mỗi ô ấy về một phông cũ duy nhất rồi chuyển lại, hoặc gõ lại ô.',
  },
  'nothing-legacy': {
    what: 'Trang này không có chữ mã cũ (TCVN3, VNI).',
    next: 'Mở trang có chữ bị lỗi phông rồi thử lại.',
  },
  'nothing-to-undo': {
    what: 'Không có gì để hoàn tác.',
    next: 'Không cần làm gì.',
  },
  'undo-blocked': {
    what: 'Chưa làm riêng được bước này: sau đó “{command}” ({at}) đã sửa cùng những ô ấy.',
    next: 'Hoàn tác “{command}” ({at}) trước.',
  },
  'redo-blocked': {
    what: 'Chưa làm lại riêng được bước này: “{command}” ({at}) trước đó cũng đang được hoàn tác và có cùng những ô ấy.',
    next: 'Làm lại “{command}” ({at}) trước.',
  },
  'undo-not-kept': {
    what: 'Thay đổi này quá lớn để giữ bản trước khi ghi, nên sẽ không hoàn tác được.',
    next: 'Lưu một bản sao của sổ trước khi tiếp tục.',
  },
  'sheet-protected': {
    what: 'Trang tính đang được bảo vệ nên không ghi được.',
    next: 'Bỏ bảo vệ trang tính (thẻ Xem lại) rồi làm lại.',
  },
  'cell-being-edited': {
    what: 'Excel đang ở chế độ sửa một ô.',
    next: 'Nhấn Enter hoặc Esc để kết thúc việc sửa ô rồi làm lại.',
  },
  'selection-not-cells': {
    what: 'Vùng đang chọn trong trang tính không dùng được ở đây: đang chọn biểu đồ, hình vẽ hoặc nhiều vùng rời nhau.',
    next: 'Bấm vào một ô, chọn một vùng ô liền nhau rồi làm lại.',
  },
  'hidden-rows-skipped': {
    what: 'Đã bỏ qua {rows} dòng đang ẩn trong vùng chọn; chỉ các dòng nhìn thấy được thay đổi.',
    next: 'Muốn thay đổi cả các dòng ẩn: bỏ lọc (Dữ liệu → Xóa) hoặc bỏ ẩn dòng rồi làm lại.',
  },
  'only-hidden-rows-selected': {
    what: 'Mọi dòng trong vùng chọn đều đang ẩn nên không dòng nào được thay đổi.',
    next: 'Bỏ lọc (Dữ liệu → Xóa) hoặc bỏ ẩn dòng, hoặc chọn các dòng nhìn thấy rồi làm lại.',
  },
  'rows-not-selected': {
    what: 'Excel chỉ chọn được một vùng liền nhau: đã chọn {selected} trong {total} dòng.',
    next: 'Các dòng còn lại của trang tính: {list}.',
  },
  'page-setup-missing': {
    what: 'Dữ liệu đã ghi đủ, nhưng Excel không đặt được khổ giấy và lề in của trang tính (thường do máy chưa có máy in).',
    next: 'Đặt tay trong Bố trí Trang (A4, chiều giấy, lề, vừa một trang ngang) trước khi in.',
  },
  'chart-missing': {
    what: 'Dữ liệu đã ghi đủ, nhưng Excel không vẽ được biểu đồ của trang tính.',
    next: 'Dùng bảng số liệu trên trang; muốn có biểu đồ, mở thẻ Trợ giúp, bấm Kiểm tra sổ hoặc làm lại bước này.',
  },
  'frozen-panes-missing': {
    what: 'Dữ liệu đã ghi đủ, nhưng Excel không cố định được dòng tiêu đề của trang tính.',
    next: 'Vào Xem → Cố định Ngăn nếu cần.',
  },
  'gridlines-shown': {
    what: 'Dữ liệu đã ghi đủ, nhưng Excel không ẩn được đường lưới của trang tính.',
    next: 'Vào Xem → bỏ chọn Đường lưới nếu cần.',
  },
  'rows-not-added': {
    what: 'Excel thêm thiếu dòng vào bảng.',
    next: 'Bỏ lọc trên bảng (Dữ liệu → Xóa), kiểm tra còn chỗ trống bên dưới bảng rồi làm lại.',
  },
  'sheet-not-shown': {
    what: 'Dữ liệu đã ghi đủ, nhưng Excel không chuyển tới trang tính được (có thể đang mở một sổ khác ở phía trước).',
    next: 'Bấm vào tên trang tính ở cuối cửa sổ để xem.',
  },
  'filter-not-readable': {
    what: 'Trang đang lọc theo màu hoặc biểu tượng mà Excel không cho bổ trợ biết, nên bỏ lọc rồi thì không đặt lại như cũ được. Chưa ghi gì.',
    next: 'Bỏ lọc (thẻ Dữ liệu, Xóa) rồi làm lại.',
  },
  'filter-set-again': {
    what: 'Trang đang lọc: bổ trợ đã bỏ lọc trong lúc ghi rồi đặt lại bộ lọc ấy. Hàng mới hoặc vừa sửa mà không khớp bộ lọc thì đang bị ẩn.',
    next: 'Muốn xem hết các hàng, bỏ lọc (thẻ Dữ liệu, Xóa).',
  },
  'filter-lost': {
    what: 'Trang đang lọc: bổ trợ đã bỏ lọc để ghi dữ liệu, nhưng Excel không đặt lại được bộ lọc. Các hàng đang hiện hết.',
    next: 'Lọc lại trang nếu cần.',
  },
  'rows-not-movable': {
    what: 'Excel không cho thêm hay xóa hàng ở đây: trang đang lọc, hoặc hàng ấy cắt qua một bảng hay vùng trộn ô khác.',
    next: 'Bỏ lọc (thẻ Dữ liệu, Xóa), dời bảng hoặc ô trộn bên cạnh sang chỗ khác, rồi làm lại.',
  },
  'cells-filtered': {
    what: 'Vùng cần ghi đang bị lọc nên Excel không ghi.',
    next: 'Bỏ lọc (Dữ liệu → Xóa) rồi làm lại.',
  },
  'workbook-not-in-front': {
    what: 'Một sổ khác đang ở phía trước nên Excel không làm được việc này.',
    next: 'Bấm vào cửa sổ của sổ này rồi làm lại.',
  },
  'cells-merged': {
    what: 'Trong vùng cần ghi có ô gộp nên Excel không ghi.',
    next: 'Bỏ gộp ô (Trang đầu → Phối & Căn giữa) trong bảng rồi làm lại.',
  },
  'no-space-on-sheet': {
    what: 'Trang tính không còn chỗ: chèn thêm dòng sẽ đẩy ô có dữ liệu ra ngoài trang.',
    next: 'Xóa dữ liệu ở các dòng cuối cùng của trang tính (Ctrl+End) rồi làm lại.',
  },
  'formula-too-long': {
    what: 'Có công thức dài hơn mức Excel nhận (8.192 ký tự).',
    next: 'Rút ngắn công thức, tên trang hoặc tên cột mà công thức nhắc tới rồi làm lại.',
  },
  'payload-too-large': {
    what: 'Dữ liệu vượt quá mức Excel nhận trong một lần.',
    next: 'Nhập từng phần của phụ lục, hoặc dùng Excel trên máy tính.',
  },
  'host-unsupported': {
    what: 'Phiên bản Excel này chưa có chức năng cần dùng[[ ({feature})]].',
    next: 'Cập nhật Excel, hoặc dùng Excel trên trình duyệt.',
  },
  'host-error': {
    what: 'Excel không thực hiện được yêu cầu[[ ({hostCode})]].',
    next: 'Làm lại; nếu vẫn lỗi, lưu sổ, đóng và mở lại Excel.',
  },

  'not-a-date': {
    what: 'Ô ngày ghi “{value}”, không phải là một ngày.',
    next: 'Ghi ngày/tháng/năm, ví dụ 15/06/2024.',
  },
  'done-without-date': {
    what: 'Đã ghi hoàn thành nhưng chưa có ngày hoàn thành.',
    next: 'Ghi ngày hoàn thành để xác định đúng hạn hay quá hạn.',
  },
  'done-in-future': {
    what: 'Ngày hoàn thành {value} ở sau ngày hôm nay.',
    next: 'Kiểm tra lại ngày hoàn thành.',
  },
  'date-without-done': {
    what: 'Có ngày hoàn thành {value} nhưng trạng thái chưa phải là hoàn thành.',
    next: 'Chọn “Hoàn thành”, hoặc xóa ngày hoàn thành.',
  },
  'no-evidence': {
    what: 'Đã hoàn thành nhưng chưa có minh chứng và chưa có giải trình.',
    next: 'Ghi số, ký hiệu văn bản, liên kết hoặc tên tệp; nếu không có thì giải trình ở cột ghi chú.',
  },
  'document-number': {
    what: 'Số, ký hiệu “{value}” chưa đúng thể thức.',
    next: 'Ghi như 05/KH-MNBT[[; có thể là {suggestion}]].',
  },
  'document-type': {
    what: 'Ký hiệu “{value}” không phải của sản phẩm phải nộp[[: {products}]].',
    next: 'Kiểm tra lại văn bản làm minh chứng.',
  },

  'file-not-found': {
    what: 'Không mở được tệp[[ ({reason})]].',
    next: 'Kiểm tra đường dẫn và quyền đọc tệp.',
  },
  'input-too-long': {
    what: 'Đầu vào dài hơn {limit} MB; chưa đọc dòng nào.',
    next: 'Chia đầu vào thành nhiều phần rồi chạy từng phần.',
  },
  'answer-not-printed': {
    what: 'Không in được kết quả ra chỗ nhận[[ ({reason})]]; phần đã in có thể chưa đủ. Tệp mà lệnh ghi bằng -o hay --ledger không bị ảnh hưởng.',
    next: 'Kiểm tra dung lượng của chỗ nhận kết quả rồi chạy lại.',
  },
  'output-is-folder': {
    what: 'Chỗ ghi là một thư mục, không phải tệp; chưa ghi gì.',
    next: 'Nêu cả tên tệp, ví dụ tong-hop.xlsx.',
  },
  'output-not-a-folder': {
    what: 'Chỗ ghi phải là thư mục nhưng đang là một tệp; chưa ghi gì.',
    next: 'Nêu một thư mục khác.',
  },
  'output-not-a-file': {
    what: 'Chỗ ghi không phải tệp thường (thiết bị hoặc ống dẫn); chưa ghi gì.',
    next: 'Nêu tên một tệp.',
  },
  'output-read-only': {
    what: 'Tệp chỉ đọc; tệp vẫn nguyên vẹn.',
    next: 'Bỏ thuộc tính chỉ đọc, hoặc ghi ra tệp khác.',
  },
  'output-open': {
    what: 'Tệp đang mở trong Excel hoặc LibreOffice; tệp vẫn nguyên vẹn.',
    next: 'Đóng tệp rồi chạy lại; nếu không ai mở thì xóa tệp khóa (~$…) bên cạnh.',
  },
  'output-busy': {
    what: 'Một lần chạy khác đang ghi chỗ này; lần chạy này không ghi vào đó.',
    next: 'Chờ lần chạy kia xong rồi chạy lại; nếu không còn lần chạy nào thì xóa tệp tạm (.….tmp) ở đó.',
  },
  'output-changed': {
    what: 'Tệp đã bị sửa trong lúc lệnh đang chạy; tệp giữ bản vừa sửa, kết quả của lệnh chưa được ghi.',
    next: 'Chạy lại để tính từ bản vừa sửa.',
  },
  'output-not-workbook': {
    what: 'Chỗ ghi phải là sổ Excel (.xlsx); chưa ghi gì.',
    next: 'Đặt tên tệp có đuôi .xlsx.',
  },
  'output-wrong-extension': {
    what: 'Tên tệp cần ghi phải có đuôi {expected}; chưa ghi gì.',
    next: 'Đặt lại tên tệp với đuôi {expected}.',
  },
  'file-not-writable': {
    what: 'Không ghi được tệp[[ ({reason})]]; tệp đang có vẫn nguyên vẹn.',
    next: 'Kiểm tra thư mục, quyền ghi, dung lượng, và đóng tệp nếu đang mở.',
  },
  'content-lost': {
    what: 'Có phần của tệp không giữ lại được khi ghi[[: {what}]].',
    next: 'Giữ một bản sao của tệp gốc trước khi dùng tệp đã ghi.',
  },
  usage: { what: 'Lệnh chưa đúng[[: {reason}]].', next: 'Xem “phuluc help”.' },
  'code-not-loaded': {
    what: 'Không tải được một phần của bổ trợ: mất kết nối, hoặc bổ trợ vừa được cập nhật.',
    next: 'Kiểm tra mạng rồi bấm “Tải lại ngăn”, hoặc đóng ngăn và mở lại; sổ vẫn nguyên vẹn.',
  },
  internal: {
    what: 'Lỗi trong chương trình[[: {reason}]].',
    next: 'Sổ chưa bị thay đổi; gửi thông báo này cho người phụ trách.',
  },
};
