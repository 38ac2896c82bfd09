/** Verbs that a clerk writes behind "đã", and what they say of the task. */

const listWords = (text: string): string[] => text.split(',').map((word) => word.trim());

/** Work that is finished once it has been done: "đã nộp", "đã tổ chức". */
export const DELIVERING_ACTS = listWords(`
  thực hiện, th, t h, làm, mần, lấy phiếu, đánh giá, bồi dưỡng, khám sức khỏe, tổ chức, kết thúc, đưa vào sử dụng, đưa vào hoạt động, đưa vào vận hành, bàn giao, giao nộp, đưa tin, đưa lên, chi trả, chuyển trả, chuyển khoản, chuyển tiền, trả lương, trả tiền, chốt số liệu, kiểm định, thẩm định, xác nhận, tựu trường, ra quyết định, củng cố, bầu cử, xét duyệt, ký cam kết, ký quy chế, ký kết quy chế, ký kết, ký biên bản, ký thỏa thuận, ký giao ước thi đua, ký bàn giao, ký bản cam kết, ký giao ước, ký ban hành, ký và ban hành, ký quyết định, dự giờ, trang bị, lắp đặt, cài đặt, đưa vào, tu sửa, sơn sửa, di dời, nhập số liệu, scan, lưu hồ sơ, sao lưu, nộp lưu, sao gửi, ủng hộ, thăm hỏi, giúp đỡ, hướng dẫn, tiêm phòng, cho uống, chuyển đổi, định danh, họp phụ huynh, họp ban đại diện, họp cha mẹ, họp phhs, họp cmhs, họp tổng kết, họp sơ kết, biên soạn, hội thảo, giao lưu, công nhận, rút kinh nghiệm, nộp thuế, mua bảo hiểm, đóng bảo hiểm, gia cố, luân chuyển, sắp xếp, sắp xếp lại, trích nộp, sửa đổi, sửa đổi bổ sung, giải thể, chuyển giao, tưởng niệm, nhận xét, trả, trả kết quả, trả nợ, thực hiện ký, duyệt và ban hành, hoàn trả hồ sơ, vào điểm, bình chọn, gia hạn chữ ký số, gia hạn hợp đồng, gia hạn tên miền, ký sổ, nhận bằng, nhận giấy khen, nhận cờ, đón nhận, treo băng rôn, treo cờ, treo pano, treo khẩu hiệu, ký học bạ, nạo vét, ghi nhận kết quả, nói chuyện, hội giảng cấp trường, thi giáo viên giỏi, giao lưu văn nghệ, chuyển ngạch, chuyển xếp lương, giải tỏa, bố trí lại, rút hồ sơ học sinh, bấm giờ, liên hoan, tổng duyệt và biểu diễn, chuyển lưu trữ, ký số, ký số học bạ, ký số hồ sơ, đi vào hoạt động, hoạt động chính thức, đi vào sử dụng, bấm gửi, tiến hành xxdate, tiến hành vào xxdate, đóng góp ý kiến, chụp ảnh, photo và phát, lập nhóm, lập nhóm zalo, đặt lại mật khẩu, đổ bê tông, đặt biển, đặt thùng rác, đặt bảng, ký nhận, ký xác nhận, ký kết giao ước, nhắn phụ huynh, cho mượn, đề nghị khen thưởng, ký thỏa ước, mua bổ sung, trang bị bổ sung, tuyển bổ sung, cấp bổ sung, trồng bổ sung, lắp bổ sung, ban hành bổ sung, tiêm vắc xin, ra văn bản, đề nghị tặng, ban hành, hoàn thiện, nghiệm thu, tham dự, dự, dự thi, dán, đăng, đăng tải, đăng bài, đăng tin, đăng lên, thông báo, chi, chi tiền, đối chiếu, khóa sổ, chốt sổ, thu, thu thập, thu gom, kiểm tra, tự kiểm tra, kiểm đếm, xác thực, tổng hợp, tổng kết, sơ kết, quán triệt, điều tra, phỏng vấn, nêu gương, ra quân, ra mắt, ra thông báo, tuyển dụng, kết nạp, thực tập, thực hành, thao giảng, hội giảng, ngoại khóa, kiểm tra học kỳ, xây dựng, tạo tài khoản, lập biên bản, chăm sóc, nhập, nhập liệu, khai báo, lưu trữ, tiếp công dân, tiếp dân, đối thoại, tiêm chủng, cân đo, áp dụng, sử dụng, tích hợp, kết nối, kỷ niệm, mít tinh, dâng hương, tham quan, chào cờ, chấm, chấm thi, coi thi, thi, chi thưởng, thanh tra, đo đạc, ứng dụng, cung cấp, chia sẻ, niêm phong, truy thu, chằng chống, nhân rộng, hoàn ứng, sáp nhập, tinh giản, gặp mặt, thực nghiệm, cân, đối soát, dâng hoa, lập sổ, khơi thông, hút, hàn, thi đấu, giới thiệu, phát tờ rơi, đỡ đầu, kết nghĩa, đánh số, dán nhãn, cập nhập, chuyên đề, thẩm tra, cấp thẻ, cấp thẻ bhyt, đấu nối, ngoại khoá, thực tế, đi thực tế, tuyên thệ, phong tặng, tôn vinh, hiến máu, lưu kho, nhập kho, chốt sổ bhxh, thông qua nghị quyết, phúc tra, dựng phim, xuất bản, làm bảng, cấp tài khoản, đổi mật khẩu, gắn biển, xếp thời khóa biểu, ra đề, in đề, chúc mừng thầy cô, kỉ niệm, kỷ luật, kỉ luật, kiểm tra đột xuất, kiểm tra chéo, đo thân nhiệt, đeo khẩu trang, mua vật tư, tinh gọn, ra nghị quyết, gắn, nối, nối mạng, khoan, cắt cỏ, chở, dựng`);

/** Verbs whose object is trouble that they end: "đã khắc phục xong các tồn tại". */
export const FIXING_ACTS = listWords(`
  gỡ, gỡ bỏ, dỡ, dỡ bỏ, xóa bỏ, cải chính, khắc phục, xử lý, giải quyết, tháo gỡ, sửa lỗi, chấn chỉnh, kiểm tra và khắc phục, trả lời kiến nghị, rà soát và khắc phục,
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
  bắt tay, bắt tay vào, bắt tay vào việc, vào cuộc, lên đường, kiếm, kiếm ra, kiếm được, tải về, tải về máy, tải công văn, tải văn bản, tải mẫu, gửi lời mời, bốc thăm, phân lịch, ôn luyện, luyện tập, tập luyện, tập văn nghệ, nộp lệ phí thi, phát loa kêu gọi, làm quen, đăng nhập, đăng nhập được, lưu công văn, ghi sổ công văn, cho qua, gác, gác lại, đổi ngày, chuyển ngày, lo chỗ, lo xong chỗ, duyệt giáo án, xếp phòng thi, đăng tin tìm, ghi điểm vào sổ tay, hướng dẫn tổ trưởng, cấp giấy giới thiệu, giới thiệu người,
  ngỏ lời, ngỏ ý, đánh tiếng, dọ giá, bàn sơ, có ý định, đã đến, đã về, đã tới, đã về tới, đã về đến, lấy, lấy đủ, đăng tin tuyển, đăng tin tuyển dụng, kêu gọi, rủ, xúc tiến, vạch, sưu tầm, thăm dò, đấu thầu, chào giá, hỏi giá, xin giấy phép, đặt vấn đề, tìm nguồn, tìm được, lo kinh phí, cân đối, ghi vào kế hoạch, ghi vào lịch, đưa vào kế hoạch, khảo sát mặt bằng, khảo sát giá, khảo sát địa điểm, rút hồ sơ, gom, tập hợp, photo, photo phát, lên phường, lên phòng, lên xã, nạp tiền cọc, hình dung, phân vai, chia việc, giao ban, tập kết, huy động nhân lực, nhờ, thử thách, khởi tạo, lên tinh thần,
  ký nháy, kí nháy, đào móng, khảo giá, rõ, bỏ, đi, đi công tác, gặp, nghỉ, mượn, tìm, tìm kiếm, dò, test, phác, khởi thảo,
  duyệt kh, duyệt kế hoạch, duyệt dự toán, duyệt chủ trương, được duyệt kh, phê duyệt chủ trương, được phê duyệt chủ trương, nghe, hứa, gặp gỡ, dự báo, cọc, lên đề xuất, lên đơn, nhận diện, khoanh vùng, nhận lời, đề cập, hình thành ý tưởng, định hướng, ủng hộ chủ trương, hết hạn, hết kinh phí, từ chối,
  chọn đơn vị, chọn địa điểm, mở tài khoản, giao nhiệm vụ, rục rịch, manh nha, bổ sung nhân sự, thành lập tổ công tác, họp tổ công tác,
  họp, họp bàn, họp triển khai, họp thống nhất, họp tổ, họp giao, hội ý, bàn, bàn bạc, thảo luận, trao đổi, thống nhất, liên hệ, liên lạc, gọi,
  gọi điện, nhắn, nhắn tin, hỏi, nhận, nhận được, tiếp nhận, đọc, xem, biết, nắm, nắm được, hiểu, tiếp thu, ghi nhận, đặt hàng, đặt mua,
  đặt lịch, đặt, hẹn, chuyển tiền cọc, chuyển cọc, đặt cọc, trả cọc, ký hợp đồng, kí hợp đồng, ký kết hợp đồng, ký hđ, khởi công, chọn nhà thầu, lựa chọn nhà thầu, chọn, lấy báo giá, báo giá,
  tạm ứng, làm việc, làm việc với, có, xem xét, cân nhắc, nghiên cứu, tìm hiểu, bố trí, trích, đồng ý, chấp thuận, cho chủ trương,
  làm đơn, làm tờ trình, làm thủ tục, làm hồ sơ, làm giấy, làm công văn, lập tờ trình, lập hồ sơ, lập tổ, lập nhóm, nộp đơn, nộp hồ sơ xin, tham mưu, tiếp cận, thử, thử nghiệm, chạy thử, làm thử, thí điểm, cố gắng,
  phát động, khởi động, mở đầu, đi vào, sẵn sàng, nghĩ, tính, quyết tâm, đồng thuận, được giao, được phân công, thông qua chủ trương, có chủ trương, cấp kinh phí, duyệt kinh phí, hỗ trợ kinh phí, bố trí kinh phí, có kinh phí, duyệt chủ trương,
  lấy số, vào sổ, lấy ý kiến, ký biên bản ghi nhớ, mở thầu, gửi các tổ, gửi cho các tổ, gửi kế toán, gửi cho kế toán, gửi văn thư, gửi cho văn thư, gửi tổ trưởng, gửi gvcn, gửi các lớp, gửi các bộ phận, mở hồ sơ, đưa vào kế hoạch, đưa vào lịch, đưa vào dự toán, phát phiếu, gửi phiếu, gửi giấy mời, gửi thư mời, phát giấy mời, thông báo họp, gửi mẫu, gửi link, phát mẫu, gửi thông báo họp, triệu tập, photo tài liệu, chuyển cho, chuyển, đẩy mạnh, tăng cường, chú trọng, quan tâm, tập trung, theo dõi, quản lý`);

/** Verbs of work and of what comes before it: only dated, counted or proven do they name the work. */
export const WEAK_ACTS = listWords('mời, thuê, ứng, ứng tiền, báo, nêu, viết, thuê đơn vị, lập');

/** Verbs that need another one behind them to say what was done: "đã phối hợp với công an tổ chức". */
export const JOINING_ACTS = listWords(
  'cho, đưa, dẫn, giúp, phối hợp, phối hợp với, phối hợp cùng, kết hợp, kết hợp với, cùng, cùng với, chủ động, chủ trì, cử, tham mưu',
);

/** What goes on once the work is done: "đã lắp đặt, đang vận hành tốt". */
export const OPERATIONS = listWords(`
  cho thu hoạch, thu hoạch, phát triển tốt, sinh trưởng tốt, vận hành, hoạt động, sử dụng, dùng, áp dụng, khai thác, lưu, lưu giữ, lưu trữ, lưu hồ sơ, lưu tại, niêm yết, phát huy, phục vụ, đưa vào sử dụng, đưa vào khai thác, phát sóng,
  có hiệu lực, hiển thị, bảo quản, treo tại, trưng bày, giữ, sinh hoạt, làm nhiệm vụ, chạy, chạy tốt, chạy ổn định`);

/** What others have said or given for work that is done, and papers that close it. */
export const ACHIEVEMENTS = listWords(`
  được tặng giấy khen, được tặng bằng khen, được tặng cờ, được tặng danh hiệu, được khen, được khen thưởng, được tuyên dương, được biểu dương, được tặng giấy khen, đạt giải, được giải, đoạt giải, được công nhận, đã được công nhận, kết luận đạt, đánh giá đạt, công nhận đạt, xác nhận đạt, nghiệm thu đạt, thẩm định đạt,
  xác nhận hoàn thành, đã được tiếp nhận, đã được nghiệm thu, đã được duyệt và ban hành, đã có biên bản nghiệm thu, đã có biên bản bàn giao, đã có biên bản thanh lý, đã có quyết định công nhận, đã có qđ công nhận, đã có giấy chứng nhận, đã có giấy biên nhận, đã có giấy xác nhận hoàn thành,
  sửa xong đã được duyệt, sửa xong được duyệt, nộp lại đã được duyệt, tiếp nhận xong, báo thành công, được đánh giá tốt, được đánh giá đạt, được xếp loại, kết thúc tốt đẹp, đã có kết luận đạt, kiểm nghiệm đạt, đạt chuẩn, đã được chấp nhận, được chấp nhận, đã được thông qua, diễn ra tốt đẹp, diễn ra an toàn, diễn ra thành công, tổ chức thành công, xếp thứ nhất, xếp thứ nhì, xếp thứ hai, xếp thứ ba, đứng thứ nhất, đứng thứ nhì, đứng thứ hai, đứng thứ ba, xếp hạng nhất, đạt danh hiệu, được cấp bằng, được cấp giấy chứng nhận, được cấp giấy khen, đã có giấy xác nhận, đã có qđ thành lập, đã có quyết định thành lập, đạt loại a, đạt loại tốt, đạt loại khá, trả hết nợ, thanh toán hết nợ`);

/** "Mai làm", "mốt nộp": a plan, where "Mai" alone is a name. */
export const TOMORROW = listWords('mai, mốt, mai mốt, ngày mai, ngày mốt, sáng mai, chiều mai, tối mai');
