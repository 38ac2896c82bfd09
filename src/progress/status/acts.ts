/** Verbs that a clerk writes behind "đã", and what they say of the task. */

const listWords = (text: string): string[] => text.split(',').map((word) => word.trim());

/** Work that is finished once it has been done: "đã nộp", "đã tổ chức". */
export const DELIVERING_ACTS = listWords(`
  thực hiện, th, t h, làm, ban hành, b h, tổ chức, hoàn thiện, kết thúc,
  mần, đưa vào sử dụng, đưa vào hoạt động, đưa vào vận hành, bàn giao, giao nộp, nghiệm thu, tham gia, tham dự, dự,
  dự thi, hưởng ứng, chấp hành, cập nhật, công khai, công bố, niêm yết, dán, treo, đăng, đăng tải, đăng bài, đăng tin,
  đăng lên, đưa tin, đưa lên, up, up lên, upload, tải lên, đẩy lên, post, phát hành, thông báo,
  thông tin, quyết toán, thanh toán, chi, chi trả, chi tiền, chuyển trả, chuyển khoản, chuyển tiền, trả lương, trả tiền,
  giải ngân, hạch toán, đối chiếu, khóa sổ, chốt, chốt sổ, chốt số liệu, thu, thu thập, thu gom, rà soát, rà,
  kiểm tra, tự kiểm tra, kiểm kê, kiểm đếm, kiểm điểm, kiểm định, kiểm soát, kiểm toán, đánh giá, tự đánh giá, xếp loại,
  phân loại, thẩm định, xác minh, xác nhận, xác thực, tổng hợp, thống kê, tổng kết, sơ kết, tập huấn, bồi dưỡng, đào tạo,
  tuyên truyền, phổ biến, quán triệt, truyền thông, khảo sát, điều tra, phỏng vấn, lấy phiếu, bỏ phiếu,
  phát, phát quà, cấp, cấp phát, phân phát, trao, trao tặng, trao thưởng, trao giải, tặng, tặng quà, khen,
  khen thưởng, tuyên dương, biểu dương, nêu gương, khai giảng, bế giảng, khai mạc, bế mạc, tựu trường, ra quân, ra mắt,
  ra quyết định, ra thông báo, thành lập, kiện toàn, củng cố, bầu, bầu cử, bổ nhiệm, tuyển dụng, tuyển sinh, tuyển,
  xét tuyển, xét, bình xét, xét duyệt, kết nạp, ký cam kết, ký quy chế, ký kết quy chế, ký kết, ký biên bản, ký thỏa thuận, ký giao ước thi đua, ký bàn giao, ký bản cam kết, ký giao ước, ký ban hành, ký và ban hành, ký quyết định,
  diễn tập, thực tập, thực hành, thao giảng, hội giảng, dự giờ, giảng dạy, dạy, dạy bù, sinh hoạt, ngoại khóa, ôn tập, kiểm tra học kỳ,
  mua, mua sắm, trang bị, lắp, lắp đặt, cài đặt, xây, xây dựng, thiết lập, tạo lập, tạo tài khoản, lập biên bản, mở lớp, vận hành,
  đưa vào, tu sửa, cải tạo, nâng cấp, vệ sinh, tổng vệ sinh, dọn, dọn dẹp, dọn vệ sinh,
  phun, phun thuốc, khử khuẩn, trồng, chăm sóc, cắt tỉa, chặt tỉa, sơn, sơn sửa, lát, di dời,
  nhập, nhập liệu, nhập số liệu, khai, khai báo, kê khai, điền, số hóa, scan, quét, lưu, lưu trữ, lưu hồ sơ, sao lưu, đóng, đóng góp, nộp lưu,
  sao gửi, phúc đáp, tiếp công dân, tiếp dân, đối thoại, tiếp xúc,
  vận động, quyên góp, ủng hộ, thăm hỏi, thăm, hỗ trợ, giúp đỡ, hướng dẫn, khám, khám sức khỏe, tiêm, tiêm chủng, tiêm phòng, cân đo, tẩy giun,
  cho uống, xét nghiệm, áp dụng, sử dụng, tích hợp, kết nối, kích hoạt, cấu hình, chuyển đổi, đồng bộ, định danh,
  họp phụ huynh, họp ban đại diện, họp cha mẹ, họp phhs, họp cmhs, họp tổng kết, họp sơ kết, biên soạn, viết bài, livestream,
  phát sóng, phát thanh, trình chiếu, chiếu, tọa đàm, hội thảo, giao lưu, kỷ niệm, mít tinh, tri ân, dâng hương, cắm trại, tham quan,
  trải nghiệm, chào cờ, chấm, chấm thi, coi thi, thi, công nhận, nâng lương, xếp lương, chi thưởng, rút kinh nghiệm,
  thanh tra, giám sát, đo đạc, ứng dụng, cung cấp, trình bày, chia sẻ, niêm phong, lồng ghép,
  truy thu, truy lĩnh, nộp thuế, mua bảo hiểm, đóng bảo hiểm, phân bổ,
  gia cố, chằng chống, mở rộng, nhân rộng, luân chuyển, sắp xếp, sắp xếp lại, trích nộp, hoàn ứng, sửa đổi, sửa đổi bổ sung, giải thể, sáp nhập, chuyển giao,
  tinh giản, học tập, chào mừng, tưởng niệm, viếng, chúc mừng, chúc tết, gặp mặt, thực nghiệm, nhận xét, làm sạch, lau dọn, diễn ra, khánh thành, đón, tiếp, đón tiếp, tiếp đón, mở, cân,
  quét dọn, quét vôi, kê, submit, send, trả, trả kết quả, trả nợ, đối soát, thực hiện ký, duyệt và ban hành, hoàn trả hồ sơ, vào điểm, xếp hạng, bình chọn, dâng hoa, gia hạn chữ ký số, gia hạn hợp đồng, gia hạn tên miền, lập sổ, ký sổ, uống, nhận bằng, nhận giấy khen, nhận cờ, đón nhận, treo băng rôn, treo cờ, treo pano, treo khẩu hiệu,
  ký học bạ, nạp, diệt, phát quang, nạo vét, khơi thông, xịt, rửa, giặt, hút, chống thấm, ốp, san lấp, kẻ, kẻ vạch, vẽ, trang trí, lợp, hàn,
  luyện tập, tập, tập luyện, biểu diễn, thi đấu, giới thiệu, quảng bá, phát tờ rơi, phát tài liệu, đỡ đầu, kết nghĩa, ghi nhận kết quả, đánh số, dán nhãn,
  kiểm phiếu, cập nhập, nói chuyện, chuyên đề, hội giảng cấp trường, thi giáo viên giỏi, thẩm tra, giao lưu văn nghệ, phát bằng, cấp bằng, cấp giấy, cấp thẻ, cấp thẻ bhyt,
  đấu nối, sang tên, chuyển ngạch, chuyển xếp lương, giải tỏa, bố trí lại, phủ sóng, rút hồ sơ học sinh, điểm danh, bấm giờ, sinh hoạt lớp, ngoại khoá, thực tế, đi thực tế, tuyên thệ,
  tuyên dương khen thưởng, liên hoan, tổng duyệt và biểu diễn, phong tặng, truy tặng, tôn vinh, vinh danh, cứu trợ, hiến máu, chuyển lưu trữ, ký số, ký số học bạ, ký số hồ sơ, lưu kho, nhập kho, chốt sổ bhxh, tập dượt, tất toán, kiểm nghiệm, phủ, đi vào hoạt động, hoạt động trở lại, hoạt động chính thức, đi vào sử dụng, mở cửa, bấm gửi, xóa, xóa tên, liên thông, thông qua nghị quyết, phúc tra, tiến hành xxdate, tiến hành vào xxdate, đóng góp ý kiến, in, in ấn, thiết kế, quay, quay phim, dựng phim, chụp ảnh, xuất bản, biên tập, photo, photo và phát, làm bảng, kẻ bảng, phân quyền, tạo nhóm, lập nhóm, lập nhóm zalo, tạo trang, mở trang, cấp tài khoản, đổi mật khẩu, đặt lại mật khẩu, trải nhựa, đổ bê tông, lót, cắm biển, gắn biển, đặt biển, đặt thùng rác, đặt bảng, xếp thời khóa biểu, ra đề, in đề, phát thưởng, trao học bổng, trao quà, phát học bổng, chia lớp, xếp lớp, biên chế lớp, phân lớp, bốc thăm, ký nhận, ký xác nhận, ký kết giao ước, thắp hương, chúc mừng thầy cô, chia tay, tiễn, kỉ niệm, kỷ luật, kỉ luật,
  nhắn phụ huynh, dạy học, dạy trực tuyến, dạy online, học online, kiểm tra đột xuất, kiểm tra chéo, đo thân nhiệt, đeo khẩu trang, mua bhyt, mua vật tư, mua sách, cho mượn, bổ nhiệm lại, phát lương, tăng lương, tinh gọn, đề nghị khen thưởng, ký thỏa ước, phân luồng, mua bổ sung, trang bị bổ sung, tuyển bổ sung, cấp bổ sung, trồng bổ sung, lắp bổ sung, ban hành bổ sung, tiêm vắc xin, ra nghị quyết, ra văn bản, đề nghị tặng, miễn giảm, miễn, gắn, nối, nối mạng, kéo dây, khoan, đào giếng, nấu, phục vụ, vớt, cắt cỏ, cắt, quét, lau, đắp, bó vỉa, bơm, lọc, xúc, chở, bốc, xếp, dựng, căng, che, chèn`);

/** Verbs whose object is trouble that they end: "đã khắc phục xong các tồn tại". */
export const FIXING_ACTS = listWords(`
  khắc phục, xử lý, giải quyết, tháo gỡ, sửa lỗi, chấn chỉnh, kiểm tra và khắc phục, trả lời kiến nghị, rà soát và khắc phục,
  hủy tài liệu, hủy hồ sơ, hủy thuốc, hủy hóa chất, hủy đề thi, hủy bài thi, hủy giấy tờ, hủy phiếu, hủy sách, hủy con dấu, xử lý dứt điểm, sử lý, sử lí, thông tắc, giải tỏa, nạo vét, giải quyết dứt điểm, thay, thay thế, thay mới, sửa, sửa chữa, thanh lý, tiêu hủy, thu hồi, loại bỏ, bảo trì, bảo dưỡng, khôi phục, trả lời, phản hồi, giải đáp, giải trình, đính chính, tháo dỡ`);

/** Hands something to somebody: to the headmaster it is only on its way. */
export const SENDING_ACTS = listWords(
  'nộp, nộp lại, gửi, gởi, gưi, gửi lại, báo cáo, bc, mail, email, nộp về, gửi về, gửi mail',
);

/** Plans of the work: even "xong" behind them does not say that the work is done. */
export const PLANNING_ACTS = listWords(`
  chuẩn bị, lên kế hoạch, lập kế hoạch, xây dựng kế hoạch, xây dựng kh, lập kh, lên kh, có kế hoạch, có kh, soạn kế hoạch, soạn kh,
  lên lịch, xếp lịch, phổ biến kế hoạch, phổ biến kh, quán triệt kế hoạch, ra kế hoạch, ra kh, lên phương án, xây dựng phương án, lập phương án, lập dự toán, lên dự toán, xây dựng dự toán, có dự toán, lên danh mục, lên danh sách,
  lên chương trình, lên kịch bản, xây dựng đề cương, xây dựng dự thảo, dự trù, soạn, soạn thảo, phác thảo, thảo, viết dự thảo, lên ý tưởng, lên khung`);

/** What comes before the work itself: even "xong" behind it does not say that the work is done. */
export const PREPARING_ACTS = listWords(`
  họp, họp bàn, họp triển khai, họp thống nhất, họp tổ, họp giao, hội ý, bàn, bàn bạc, thảo luận, trao đổi, thống nhất, liên hệ, liên lạc, gọi,
  gọi điện, nhắn, nhắn tin, hỏi, nhận, nhận được, tiếp nhận, đọc, xem, biết, nắm, nắm được, hiểu, tiếp thu, ghi nhận, đặt hàng, đặt mua,
  đặt lịch, đặt, hẹn, chuyển tiền cọc, chuyển cọc, đặt cọc, trả cọc, ký hợp đồng, kí hợp đồng, ký kết hợp đồng, ký hđ, khởi công, chọn nhà thầu, lựa chọn nhà thầu, chọn, lấy báo giá, báo giá,
  tạm ứng, làm việc, làm việc với, có, xem xét, cân nhắc, nghiên cứu, tìm hiểu, bố trí, trích, đồng ý, chấp thuận, cho chủ trương,
  làm đơn, làm tờ trình, làm thủ tục, làm hồ sơ, làm giấy, làm công văn, lập tờ trình, lập hồ sơ, lập tổ, lập nhóm, nộp đơn, nộp hồ sơ xin, tham mưu, tiếp cận, thử, thử nghiệm, chạy thử, làm thử, thí điểm, cố gắng,
  phát động, khởi động, mở đầu, đi vào, sẵn sàng, nghĩ, tính, quyết tâm, đồng thuận, được giao, được phân công, thông qua chủ trương, có chủ trương, cấp kinh phí, duyệt kinh phí, hỗ trợ kinh phí, bố trí kinh phí, có kinh phí, duyệt chủ trương,
  lấy số, vào sổ, lấy ý kiến, ký biên bản ghi nhớ, mở thầu, gửi các tổ, gửi cho các tổ, gửi kế toán, gửi cho kế toán, gửi văn thư, gửi cho văn thư, gửi tổ trưởng, gửi gvcn, gửi các lớp, gửi các bộ phận, mở hồ sơ, đưa vào kế hoạch, đưa vào lịch, đưa vào dự toán, phát phiếu, gửi phiếu, gửi giấy mời, gửi thư mời, phát giấy mời, thông báo họp, gửi mẫu, gửi link, phát mẫu, gửi thông báo họp, triệu tập, photo tài liệu, chuyển cho, chuyển, đẩy mạnh, tăng cường, chú trọng, quan tâm, tập trung, theo dõi, quản lý`);

/** Verbs that need another one behind them to say what was done: "đã phối hợp với công an tổ chức". */
export const JOINING_ACTS = listWords(
  'cho, đưa, dẫn, giúp, phối hợp, phối hợp với, phối hợp cùng, kết hợp, kết hợp với, cùng, cùng với, chủ động, chủ trì, cử, tham mưu',
);

/** What goes on once the work is done: "đã lắp đặt, đang vận hành tốt". */
export const OPERATIONS = listWords(`
  vận hành, hoạt động, sử dụng, áp dụng, khai thác, lưu, lưu giữ, lưu trữ, lưu hồ sơ, lưu tại, niêm yết, phát huy, phục vụ, đưa vào sử dụng, đưa vào khai thác, phát sóng,
  có hiệu lực, hiển thị, bảo quản, treo tại, trưng bày, giữ, sinh hoạt, làm nhiệm vụ, chạy, chạy tốt, chạy ổn định`);

/** What others have said or given for work that is done, and papers that close it. */
export const ACHIEVEMENTS = listWords(`
  được tặng giấy khen, được tặng bằng khen, được tặng cờ, được tặng danh hiệu, được khen, được khen thưởng, được tuyên dương, được biểu dương, được tặng giấy khen, đạt giải, được giải, đoạt giải, được công nhận, đã được công nhận, kết luận đạt, đánh giá đạt, công nhận đạt, xác nhận đạt, nghiệm thu đạt, thẩm định đạt,
  xác nhận hoàn thành, đã được tiếp nhận, đã được nghiệm thu, đã được duyệt và ban hành, đã có biên bản nghiệm thu, đã có biên bản bàn giao, đã có biên bản thanh lý, đã có quyết định công nhận, đã có qđ công nhận, đã có giấy chứng nhận, đã có giấy biên nhận, đã có giấy xác nhận hoàn thành,
  sửa xong đã được duyệt, sửa xong được duyệt, nộp lại đã được duyệt, tiếp nhận xong, báo thành công, được đánh giá tốt, được đánh giá đạt, được xếp loại, kết thúc tốt đẹp, đã có kết luận đạt, kiểm nghiệm đạt, đạt chuẩn, đã được chấp nhận, được chấp nhận, đã được thông qua, diễn ra tốt đẹp, diễn ra an toàn, diễn ra thành công, tổ chức thành công, xếp thứ nhất, xếp thứ nhì, xếp thứ hai, xếp thứ ba, đứng thứ nhất, đứng thứ nhì, đứng thứ hai, đứng thứ ba, xếp hạng nhất, đạt danh hiệu, được cấp bằng, được cấp giấy chứng nhận, được cấp giấy khen, đã có giấy xác nhận, đã có qđ thành lập, đã có quyết định thành lập, đạt loại a, đạt loại tốt, đạt loại khá, trả hết nợ, thanh toán hết nợ`);

/** "Mai làm", "mốt nộp": a plan, where "Mai" alone is a name. */
export const TOMORROW = listWords('mai, mốt, mai mốt, ngày mai, ngày mốt, sáng mai, chiều mai, tối mai');
