/** Words for issuing workbooks to units and consolidating what comes back. */
export const VI_CONSOLIDATION = {
  'command.issue-workbooks': 'Phát hành',
  'command.consolidate': 'Tổng hợp trường',

  'issue.done': 'Đã lập {made} sổ cho {units} đơn vị: {rows} nhiệm vụ mỗi sổ, vào {folder}.',
  'issue.kept': 'Giữ nguyên {kept} sổ đã có.',

  'finding.disagreement':
    '{performed} đơn vị thực hiện, {refused} đơn vị không thực hiện[[ (loại {kind})]]; bên ít hơn: {units}.',
  'finding.refused-with-progress':
    '[[{name}: ]]ghi “không thực hiện” nhưng đã có kết quả hoặc ngày hoàn thành.',
  'finding.undecided-with-answer':
    '[[{name}: ]]chưa ghi thực hiện hay không nhưng đã có kết quả, ngày hoàn thành hoặc lý do[[: “{reason}”]]; chưa được tính, cần hỏi đơn vị.',
  'finding.performed-with-reason':
    '[[{name}: ]]ghi “thực hiện” nhưng có lý do không thực hiện[[: “{reason}”]].',
  'finding.refused-without-reason': '[[{name}: ]]ghi “không thực hiện” nhưng không có lý do.',
  'finding.done-without-day':
    '[[{name}: ]]hoàn thành nhưng không ghi ngày, nên chưa biết đúng hạn hay quá hạn.',
  'finding.day-without-done': '[[{name}: ]]có ngày hoàn thành nhưng trạng thái chưa phải hoàn thành.',
  'finding.done-in-future': '[[{name}: ]]ngày hoàn thành sau ngày tổng hợp.',
  'finding.done-before-annex':
    '[[{name}: ]]ngày hoàn thành trước ngày có phụ lục, nên chưa tính là hoàn thành.',
  'finding.state-unread': '[[{name}: ]]thực hiện nhưng chưa ghi, hoặc ghi không rõ, trạng thái.',
  'finding.product-missing': '[[{name}: ]]thực hiện nhưng ô sản phẩm để trống.',
  'finding.evidence-missing': '[[{name}: ]]hoàn thành nhưng không có minh chứng hay ghi chú.',
  'finding.row-missing': 'Sổ của đơn vị không có nhiệm vụ này.',
  'finding.row-added': 'Dòng không có trong phụ lục[[: “{content}”]][[; gần nhất: {closest} ({score}%)]].',
  'finding.row-repeated': 'Nhiệm vụ có ở hai dòng; dòng này không được tính.',
  'finding.row-reworded': 'Nội dung khác phụ lục: “{before}” → “{after}” (giống {score}%).',
  'finding.cell-changed': 'Ô in sẵn ({field}) khác phụ lục: “{before}” → “{after}”.',
  'finding.other-edition': 'Đơn vị làm theo phụ lục khác: {after}[[; phụ lục đang tổng hợp: {before}]].',
  'finding.unit-missing': '{name} chưa gửi sổ.',
  'finding.unit-question': 'Chưa rõ tệp này của đơn vị nào[[; có thể là {candidates}]].',
  'finding.unit-twice': '{name} gửi {count} tệp; đang dùng {file}.',
  'finding.unit-choice':
    '{name} gửi {count} tệp mà ngày lưu không cho biết tệp nào mới hơn; chưa tệp nào được tính. Chọn tệp dùng: {files}.',
  'finding.sheet-choice':
    '{name}: sổ có nhiều trang cùng nhiệm vụ đã điền khác nhau ({sheets}) ở {count} ô, nhiệm vụ {tasks}; chưa trang nào được tính. Chọn trang dùng.',
  'finding.answers-copied':
    '{name} trả lời giống hệt {other} ở {same}/{total} nhiệm vụ, cả ngày và minh chứng. Hỏi lại đơn vị trước khi dùng số liệu.',
  'finding.name-look-alike': 'Tên đơn vị trong tệp có chữ giống mà không phải chữ Việt: “{name}”.',
  'finding.file-blank':
    '{name}: sổ chưa ghi kết quả nào; mọi nhiệm vụ còn “chưa thực hiện”, không ngày, không minh chứng.',
  'finding.file-warning': '{message}',

  'consolidate.files':
    'Đã nhận {received} tệp = đọc {read} + từ chối {failed} + bỏ ra {leftOut}; trùng đơn vị hoặc nội dung {duplicates}.',
  'consolidate.units': 'Đơn vị: phải gửi {expected}, đã gửi {sent}, chưa gửi {missing}[[ ({codes})]].',
  'consolidate.totals':
    'Nhiệm vụ: {required}; thực hiện {performed}, không thực hiện {notPerformed}, chưa xác định {undecided}; hoàn thành {done}, quá hạn {overdue}, cần xem lại {needsReview} (tính đến {asOf}).',
  'consolidate.identity': 'Xem trước khi dùng số liệu ({count}):',
  'consolidate.identity-line': '– [{code}] {message}[[ Tệp: {file}]]',
  'consolidate.more-identity': '… và {count} điều nữa (xem sổ tổng hợp, hoặc --json).',
  'consolidate.undecided': 'Chưa tính {count} đơn vị gửi nhiều tệp mà chưa chọn tệp dùng: {codes}.',
  'consolidate.undecided-sheets':
    'Chưa tính {count} đơn vị có nhiều trang điền khác nhau mà chưa chọn trang dùng: {codes}.',
  'consolidate.sheets': '{file}: chọn một trong các trang {sheets}, ví dụ {choice}; khác nhau ở:',
  'consolidate.sheet-difference': '– [[{task} ]]{field}: “{value}” ({place}) / “{otherValue}” ({otherPlace})',
  'consolidate.more-differences': '… và {count} ô nữa (xem --json).',
  'consolidate.findings': 'Điều cần xem: {count}.',
  'consolidate.renumbered': '{count} đơn vị đã đánh số lại so với phụ lục (số nhiệm vụ): {units}.',
  'consolidate.failed': 'Từ chối {file} [{code}]: {message} {next}',
  'consolidate.left-out': 'Bỏ ra {file} [{code}]: {message}',
  'left-out.lock-file': 'tệp khóa mà Office để lại khi tệp đang mở; đóng tệp rồi đọc tệp cùng tên.',
  'left-out.hidden-file': 'tệp ẩn; nếu là sổ của đơn vị thì đổi tên, bỏ dấu chấm ở đầu.',
  'left-out.system-file': 'tệp của hệ điều hành, không phải sổ.',
  'left-out.not-a-file':
    'không phải tệp thường (thiết bị, ống dẫn, liên kết hỏng); chép sổ thành tệp rồi đọc lại.',
  'left-out.linked-folder': 'liên kết tới thư mục; chọn thẳng thư mục ấy nếu cần đọc.',
  'left-out.own-output': 'chính là sổ tổng hợp sẽ ghi.',
  'left-out.ledger-folder': 'thư mục sổ cái của lần tổng hợp, không phải sổ của đơn vị.',
  'consolidate.changed': '{sheet}: thêm {added}, sửa {changed}, bỏ {removed} dòng.',
  'consolidate.unchanged': 'Sổ tổng hợp đã đúng như vậy, không có gì thay đổi.',

  'missing.question': 'Có tệp chờ quyết định: {file}',
  'missing.failed': 'Tệp không đọc được: {file}',

  'cli.verb.issue': 'lập sổ theo dõi cho từng đơn vị trong danh sách, từ phụ lục của cơ quan',
  'cli.verb.consolidate':
    'tổng hợp sổ của nhiều đơn vị (tệp, thư mục, mẫu tên); in số liệu, hoặc ghi vào sổ tổng hợp (sổ đã có thì chỉ sửa chỗ khác, điều cán bộ ghi được giữ)',
  'cli.option.masters':
    'phụ lục của cơ quan; lặp lại để tổng hợp nhiều văn bản một lần (mặc định: của lần trước, hoặc phụ lục mà nhiều sổ đã dùng)',
  'consolidate.document':
    'Văn bản {code}: {required} nhiệm vụ, thực hiện {performed}, hoàn thành {done}, quá hạn {overdue}.',
  'cli.option.master': 'phụ lục của cơ quan (mặc định: của lần trước, hoặc phụ lục mà nhiều sổ đã dùng)',
  'cli.option.consolidation': 'sổ tổng hợp cần ghi; đã có thì cập nhật',
  'cli.option.as-of': 'tính đến ngày (năm-tháng-ngày; mặc định: hôm nay)',
  'cli.option.report-due': 'hạn gửi báo cáo (năm-tháng-ngày)',
  'cli.option.level': 'mã và tên cấp tổng hợp, ví dụ P-01:phường Đồng Sen',
  'cli.option.sheet':
    'trang dùng của đơn vị có nhiều trang điền khác nhau, ví dụ "MN01=Quý II, TH02=Phụ lục (2)"',
  'cli.option.unit':
    'tệp của đơn vị nào, ví dụ "so la.xlsx=MN01, ban-2.xlsx=TH02"; “=dùng”: dùng tệp này trong các tệp của một đơn vị',
  'cli.option.units':
    'danh sách đơn vị (CSV hoặc .xlsx, .xls, .ods): mã, tên, tên khác, loại, cấp trên, từ ngày, đến ngày; dòng đầu là tên cột',
  'cli.option.defaults':
    'mặc định theo loại đơn vị (CSV): loại, mã nhiệm vụ hoặc lĩnh vực hoặc *, thực hiện hay không, lý do',
  'cli.option.folder': 'thư mục ghi các sổ',
  'cli.usage.no-units': 'chưa nêu danh sách đơn vị; dùng --units',
  'cli.usage.sheet':
    'cách chọn trang “{value}” không đúng; viết mã đơn vị = tên trang, cách nhau bằng dấu phẩy, ví dụ "MN01=Quý II"',
  'cli.usage.unit':
    'cách nêu đơn vị của tệp “{value}” không đúng; viết tên tệp = mã đơn vị, cách nhau bằng dấu phẩy, ví dụ "so la.xlsx=MN01"',
  'cli.usage.no-folder': 'chưa nêu thư mục ghi; dùng -o',
} as const;

export const VI_CONSOLIDATION_PROBLEMS = {
  'no-units': {
    what: 'Danh sách không có đơn vị nào.',
    next: 'Chọn danh sách có cột mã đơn vị và cột tên đơn vị.',
  },
  'too-many-units': {
    what: 'Danh sách có {count} dòng, quá {limit} đơn vị mà một sổ tổng hợp nhận.',
    next: 'Chia danh sách theo địa bàn hoặc cấp học, tổng hợp từng phần.',
  },
  'unit-incomplete': {
    what: 'Dòng này của danh sách đơn vị thiếu mã hoặc thiếu tên[[: “{text}”]].',
    next: 'Ghi đủ mã và tên; mã là căn cứ để nhận ra đơn vị.',
  },
  'unit-code-twice': {
    what: 'Mã đơn vị “{text}” có ở hai dòng của danh sách.',
    next: 'Mỗi đơn vị một mã riêng; sửa hoặc bỏ một trong hai dòng.',
  },
  'unit-letters': {
    what: 'Tên đơn vị mất chữ hoặc không phải Unicode: “{text}”.',
    next: 'Lưu lại danh sách bằng mã Unicode (CSV UTF-8 hoặc .xlsx), kiểm tra tên rồi làm lại.',
  },
  'unit-too-long': {
    what: 'Dòng này của danh sách đơn vị có mã hoặc tên dài quá 255 chữ: “{text}”.',
    next: 'Rút ngắn mã, tên hoặc tên khác, hoặc xem lại dấu nháy ở đầu dòng.',
  },
  'unit-name-twice': {
    what: 'Hai đơn vị cùng tên “{text}”: mã {other} và {code}.',
    next: 'Nếu là một đơn vị thì bỏ một dòng; nếu là hai thì sổ không ghi mã sẽ phải hỏi cán bộ.',
  },
  'unit-parent-missing': {
    what: 'Đơn vị cấp trên “{text}” ({count} đơn vị ghi) không có trong danh sách.',
    next: 'Kiểm tra mã cấp trên, hoặc thêm đơn vị ấy vào danh sách.',
  },
  'unit-look-alike': {
    what: 'Dòng này có chữ trông giống mà không phải chữ Việt, hoặc chữ không nhìn thấy; đọc là “{text}”.',
    next: 'Gõ lại mã và tên bằng bàn phím tiếng Việt.',
  },
  'unit-date': {
    what: 'Ngày “{text}” của đơn vị không đọc được.',
    next: 'Ghi ngày/tháng/năm, ví dụ 01/7/2025, hoặc để trống.',
  },
  'kind-default': {
    what: 'Dòng mặc định theo loại không dùng được[[: “{text}”]].',
    next: 'Cột hai là mã nhiệm vụ (IV.8), số lĩnh vực (IV) hoặc *; cột ba là “Thực hiện”, “Không thực hiện” hoặc để trống.',
  },
  'consolidation-table-gone': {
    what: 'Bảng {table} của trang “{sheet}” không còn trong sổ tổng hợp.',
    next: 'Mở bản sao lưu của sổ, hoặc tổng hợp vào một sổ mới.',
  },
  'consolidation-cut': {
    what: 'Lần tổng hợp trước dừng giữa chừng nên sổ chưa đủ.',
    next: 'Áp dụng lần này để ghi nốt phần còn thiếu.',
  },
  'consolidation-as-before': {
    what: 'Việc ghi không xong; sổ đã trở lại như trước khi tổng hợp.',
    next: 'Xử lý vướng mắc nêu cùng với thông báo này rồi tổng hợp lại.',
  },
  'decided-file-absent': {
    what: 'Tệp đã được chọn[[ cho đơn vị {unit}]] không có trong lần tổng hợp này[[: {file}]].',
    next: 'Chọn thêm tệp ấy rồi tổng hợp lại.',
  },
  'no-workbooks': {
    what: 'Không có sổ nào của đơn vị để tổng hợp.',
    next: 'Chọn các sổ mà đơn vị đã gửi, hoặc thư mục chứa chúng.',
  },
  'already-issued': {
    what: 'Sổ của đơn vị đã có trong thư mục nên được giữ nguyên.',
    next: 'Nếu muốn lập lại thì chuyển tệp cũ sang chỗ khác rồi chạy lại.',
  },
  'status-unclear': {
    what: 'Không hiểu trạng thái “{value}”.',
    next: 'Chọn một trạng thái trong danh sách: chưa thực hiện, đang thực hiện, hoàn thành, không phát sinh.',
  },
  'applicability-unclear': {
    what: 'Không rõ “{value}” là thực hiện hay không thực hiện.',
    next: 'Hỏi lại đơn vị, hoặc chọn “Thực hiện” hay “Không thực hiện”.',
  },
  'status-contradicts': {
    what: 'Cột trạng thái ghi “{value}” nhưng cột áp dụng ghi thực hiện.',
    next: 'Hỏi lại đơn vị nhiệm vụ này có thực hiện hay không.',
  },
  'note-contradicts': {
    what: 'Kết quả thực hiện là hoàn thành nhưng ghi chú viết “{value}”.',
    next: 'Hỏi đơn vị nhiệm vụ này đã xong hay chưa.',
  },
  'document-missing': {
    what: 'Sổ không có văn bản {document}; sổ đang theo dõi: {documents} (trong ngoặc là số nhiệm vụ).',
    next: 'Hỏi đơn vị đã nhập phụ lục của văn bản này chưa; nhiệm vụ của văn bản tính là chưa xác định.',
  },
  'document-other-sign': {
    what: 'Văn bản {document} trong sổ mang số, ký hiệu khác: {sign}; đã nhận ra theo các nhiệm vụ giống nhau.',
    next: 'Đối chiếu phụ lục của đơn vị với phụ lục gốc; nếu đơn vị dùng bản khác thì gửi lại bản đúng.',
  },
  'documents-left-out': {
    what: 'Sổ có {count} văn bản khác không tổng hợp lần này: {documents} (trong ngoặc là số nhiệm vụ).',
    next: 'Không cần làm gì; muốn tổng hợp văn bản nào thì chọn thêm phụ lục gốc của văn bản ấy.',
  },
  'record-missing': {
    what: 'Sổ có bảng nhiệm vụ nhưng không còn trang ẩn ghi mã đơn vị.',
    next: 'Kiểm tra tên đơn vị đã nhận ra có đúng không.',
  },
  'headers-hidden': {
    what: 'Bảng của bổ trợ đang tắt hàng tiêu đề: cột vẫn nhận ra theo tên trong bảng, nhưng các công thức hạn, trạng thái trong sổ không còn tính được nên số quá hạn có thể thiếu.',
    next: 'Mở tệp, bật Hàng Tiêu đề ở thẻ Thiết kế bảng, lưu rồi tổng hợp lại.',
  },
  'other-sheet-differs': {
    what: 'Trang “{other}” có cùng các nhiệm vụ nhưng ghi khác trang “{sheet}” ở {count} ô[[, nhiệm vụ {tasks}]][[, ví dụ {task}: “{value}” và “{otherValue}”]].',
    next: 'Hỏi đơn vị trang nào là đúng; nếu được hỏi thì chọn trang, nếu không thì xóa trang thừa rồi đọc lại.',
  },
  'sheets-merged': {
    what: 'Sổ có nhiều trang theo kỳ ({sheets}): đã gộp, mỗi nhiệm vụ lấy kỳ sau cùng có ghi.',
    next: 'Không cần làm gì nếu mỗi trang là một kỳ; nếu không, hỏi đơn vị trang nào là đúng.',
  },
  'periods-merged': {
    what: 'Trang có nhiều dòng theo kỳ cho một nhiệm vụ ({count} dòng): đã gộp, mỗi nhiệm vụ lấy kỳ sau cùng có ghi.',
    next: 'Không cần làm gì nếu mỗi dòng là một kỳ; nếu không, hỏi đơn vị dòng nào là đúng.',
  },
  'sheets-joined': {
    what: 'Sổ có nhiều trang, mỗi trang một phần nhiệm vụ ({sheets}): đã đọc chung.',
    next: 'Không cần làm gì nếu các trang là của một phụ lục; nếu không, hỏi đơn vị trang nào là đúng.',
  },
  'sheet-not-there': {
    what: 'Không có trang “{sheet}” để chọn cho đơn vị {unit}.',
    next: 'Xem các trang được nêu để chọn, hoặc mã đơn vị, rồi chạy lại.',
  },
  'file-not-there': {
    what: 'Có {count} tệp mang tên được nêu ở --unit, nên không chọn được tệp nào.',
    next: 'Ghi đúng tên như ở trang Tệp nguồn (thêm tên thư mục hoặc tệp nén nếu trùng tên), rồi chạy lại.',
  },
  'unit-not-there': {
    what: 'Không có đơn vị mã {unit} trong danh sách, nên tệp vẫn chưa được xếp vào đơn vị ấy.',
    next: 'Ghi đúng mã trong danh sách đơn vị ở --unit, rồi chạy lại.',
  },
  'period-differs': {
    what: 'Kỳ sau ghi “{after}”, kỳ trước (trang “{other}”) ghi “{before}”; đang tính kỳ sau.',
    next: 'Hỏi đơn vị việc ấy đã xong hay chưa, rồi sửa một trong hai trang.',
  },
  'sheet-hidden': {
    what: 'Trang được tính đang bị ẩn.',
    next: 'Hiện trang đó trong Excel, kiểm tra có đúng là trang đơn vị đã điền không.',
  },
  'column-unread': {
    what: 'Cột “{header}” có {count} ô đã ghi nhưng không hiểu được, nên không tính.',
    next: 'Xem cột đó, sửa tên cột theo mẫu (Áp dụng, Kết quả thực hiện, Ngày hoàn thành) hoặc sửa số liệu trong sổ tổng hợp.',
  },
  'marker-typed': {
    what: 'Ô ghi “{value}” trong khi cột Áp dụng ghi khác.',
    next: 'Hỏi đơn vị có thực hiện nhiệm vụ này không, rồi sửa ở sổ tổng hợp.',
  },
  'several-dates': {
    what: 'Ô có nhiều ngày (“{value}”), chưa rõ ngày nào là ngày hoàn thành.',
    next: 'Hỏi đơn vị ngày hoàn thành, rồi ghi vào sổ tổng hợp.',
  },
  'date-not-done': {
    what: 'Ngày trong ô (“{value}”) là ngày gia hạn, hạn hoặc dự kiến, không phải ngày hoàn thành.',
    next: 'Hỏi đơn vị ngày hoàn thành, rồi ghi vào sổ tổng hợp.',
  },
  'date-order': {
    what: 'Có thể ngày và tháng bị đổi chỗ ({value}): các ô khác trong cột ghi theo kiểu tháng/ngày.',
    next: 'Đối chiếu ngày này với đơn vị.',
  },
  'struck-out': {
    what: 'Chữ bị gạch ngang không được tính: “{value}”.',
    next: 'Kiểm tra đơn vị có định bỏ nội dung này không.',
  },
  'cell-error': {
    what: 'Ô có lỗi Excel hoặc ảnh đặt trong ô ({value}), không đọc được.',
    next: 'Mở sổ của đơn vị xem ô đó, rồi ghi lại bằng chữ.',
  },
  'picture-over-cell': {
    what: 'Có ảnh, nét viết tay hoặc hộp chữ đặt trên dòng nhiệm vụ; nội dung trong đó không đọc được.',
    next: 'Mở sổ của đơn vị xem ảnh ở ô đó, rồi ghi lại bằng chữ.',
  },
  'annex-changed': {
    what: 'Phụ lục được chọn lại sau khi đã đọc các tệp.',
    next: 'Chọn lại các tệp để đọc theo phụ lục mới.',
  },
  'file-named-other': {
    what: 'Tên tệp là của {other} ({name}) nhưng trong sổ ghi {unit}; đang tính cho {unit}.',
    next: 'Hỏi lại đơn vị sổ này là của ai; chọn đơn vị đúng ở trang Tệp nguồn rồi tổng hợp lại.',
  },
  'consolidation-among-units': {
    what: 'Đây là sổ tổng hợp của các đơn vị cũng gửi sổ riêng; không tính để khỏi tính hai lần.',
    next: 'Bỏ tệp này ra, hoặc chỉ chọn các sổ tổng hợp.',
  },
  'consolidation-record-missing': {
    what: 'Sổ tổng hợp này không còn trang ẩn đọc được: không rõ của cơ quan nào, và không rõ trang Dữ liệu có đủ mọi dòng không.',
    next: 'Chọn đơn vị của tệp; nếu sổ có sổ cái kèm theo thì xin lại sổ gốc.',
  },
  'unit-in-consolidation': {
    what: 'Đây là sổ của một đơn vị đã có trong sổ tổng hợp gửi cùng; không tính để khỏi tính hai lần.',
    next: 'Bỏ tệp này ra, hoặc bỏ sổ tổng hợp ra.',
  },
  'archive-too-deep': {
    what: 'Tệp nén nằm trong tệp nén quá {depth} lớp nên không mở.',
    next: 'Giải nén, rồi chọn thư mục đã giải nén.',
  },
  'archive-limit': {
    what: 'Các tệp nén chứa quá nhiều: quá {files} tệp hoặc {megabytes} MB; tệp này chưa được đọc.',
    next: 'Giải nén, rồi chọn thư mục đã giải nén.',
  },
  'archive-empty': {
    what: 'Tệp nén không có tệp nào.',
    next: 'Xin đơn vị gửi lại.',
  },
} as const;
