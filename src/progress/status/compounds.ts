/** Compounds that hold a word of doubt and express none: "thiếu nhi" lacks nothing, "sắp xếp" is not "sắp". */
export const HARMLESS_COMPOUNDS: readonly string[] = `
  trước cổng, trước sân, trước cửa, trước nhà, trước lớp, trước toàn trường, trước mặt, trước hội đồng, trước cờ, trước phòng, phía trước, sân trước, sổ đăng ký, khỏi lo, không phải lo, không lo, trả bài, vắc xin, vacxin, không gian, không khí, phòng không, hàng không, không quân, không ngừng, không ít, không những, không tiền mặt, không dùng tiền mặt,
  không giấy tờ, không khói thuốc, không rác thải, không ma túy, nói không, không chuyên, không dây, trường học không khói thuốc,
  răng miệng, khám răng, răng hàm mặt, đánh răng, chải răng, vệ sinh răng, sao y, sao lưu, sao chép, bản sao, ngôi sao, sao đỏ, đội sao đỏ, sao nhi đồng, ý tưởng, tư tưởng, tin tưởng, lý tưởng,
  tưởng niệm, hẳn hoi, nói chuyện, nói tiếng, lời nói, nghe nhìn, nghe giảng, nghe chưa, bảo hiểm, bảo hiểm xã hội, bảo hiểm y tế, bảo trì, bảo dưỡng, bảo vệ, bảo quản,
  bảo mật, bảo tồn, bảo tàng, bảo mẫu, bảo hành, bảo trợ, bảo lãnh, bảo lưu, bảo ban, bảo hộ, bảo an, không quên, công trình, chương trình, quy trình, tiến trình, lịch trình, giáo trình, lộ trình, hành trình,
  quá trình, trình độ, trình diễn, trình tự, trình bày, trình chiếu, thuyết trình, phụ trình, phòng chờ, nhà chờ, sảnh chờ, nốt nhạc,
  bước vào, bước tiến, phần mềm, phần thưởng, phần quà, phần thi, thành phần, đủ thành phần, học phần, cổ phần, góp phần, phần cứng, khẩu phần, phần ăn, phần đường, phần việc, phần việc được giao,
  nói riêng, riêng biệt, riêng tư, riêng lẻ, không ít, ít nhất, ít người, chừng mực, địa chỉ, chứng chỉ, chỉ số, chỉ thị, tín chỉ, chỉ định, chỉ huy, chỉ dẫn, chỉ bảo, kim chỉ nam, ban chỉ đạo, ban chỉ huy,
  dưới sự chỉ đạo, có sự chỉ đạo, sự chỉ đạo, khấu trừ, giảm trừ, diệt trừ, trừ sâu, phòng trừ, bù trừ, tạm trú, tạm thu, tạm giữ, nhà tạm, ngoài ra, ngoài trời, nước ngoài, bên ngoài, ngoài giờ,
  ngoài giờ lên lớp, ngoài công lập, ngoài nhà trường, ngoài trường, trong và ngoài, may khâu, thiếu nhi, thiếu niên, thanh thiếu niên, thanh thiếu nhi, nhà thiếu nhi, sai số, bác sĩ,
  xin lỗi, lỗi thời, thiết bị, trang bị, trang thiết bị, dự bị, trả kết quả, trả lời, chi trả, trả lương, trả tiền, trả nợ, trả chế độ, kêu gọi, nắm bắt, bắt tay vào, mất an toàn, mất vệ sinh, mất đoàn kết,
  công nợ, nợ cũ, tài sản hỏng, thiết bị hỏng, đồ hỏng, hư hỏng, sách hỏng, máy hỏng, treo băng rôn, treo cờ, treo pano, treo bảng, treo khẩu hiệu, treo ảnh, dấu treo, sửa chữa, sửa sang, tham gia góp ý, lời hứa, sắp đặt, quy ước,
  hương ước, công ước, giao ước, hiệp ước, ước mơ, điều ước, vượt khó, vùng khó, học sinh khó khăn, hs khó khăn, hoàn cảnh khó khăn, hộ khó khăn, gia đình khó khăn, có hoàn cảnh khó khăn, em khó khăn, vững chắc,
  sự cố gắng, cố định, kiên cố, kiên cố hóa, cố vấn, hẹn giờ, giấy hẹn, quy định, quyết định, ổn định, xác định, giám định, nghị định, chỉ định, định kỳ, định mức, định hướng, nhận định, gia định, khẳng định, hoạch định, bình định, định lượng,
  máy tính, vi tính, bảng tính, giới tính, tính toán, tính chất, tính mạng, tính từ, tính năng, đặc tính, tính lương, tính điểm, hơn nữa, bên phải, lẽ phải, cần kiệm, cần thiết, cần cù, cần thơ, hậu cần,
  giao thông, an toàn giao thông, giao tiếp, giao dịch, giao ban, giao nhận, giao thừa, giao lưu, giao hữu, giao hàng, giao mùa, ngoại giao, chuyển giao, được giao, chỉ tiêu được giao, kế hoạch được giao, kế hoạch đề ra, mục tiêu đề ra, mục tiêu đặt ra, thúc đẩy, chứng khoán,
  khoán chi, để xe, nhà để xe, để lại, gần gũi, gần đây, gần trường, gần nhà, hạn hán, hạn mức, giới hạn, quyền hạn, vô hạn, kỳ hạn, ngắn hạn, dài hạn, trung hạn, đổi mới, năm mới, nông thôn mới, mới 100, mua mới, tuyển mới, người mới,
  phòng mới, sách mới, mới nhất, nếp sống mới, xây mới, nhờ sự, nhờ có, là nhờ, bảo tồn, tồn kho, tồn quỹ, điểm dừng, tiêu hủy, phá hủy, phòng họp, cuộc họp, phiên họp, biên bản họp, công nhận, xác nhận, ghi nhận, đón nhận, nhận thức,
  nhận biết, cá nhân, nhận xét, chứng nhận, giấy chứng nhận, biên nhận, giấy biên nhận, nhận diện, đọc sách, văn hóa đọc, phòng đọc, hiểu biết, lựa chọn, tuyển chọn, chọn lọc, thi thử, thử thách, thử việc, vận chuyển, chuyển biến, chuyển cấp, chuyển trường,
  chuyển lớp, bàn ghế, địa bàn, trên địa bàn, bóng bàn, bàn học, bàn ăn, bàn tay, tên gọi, câu hỏi, hỏi đáp, phiếu hỏi, soạn giảng, soạn bài, cán bộ, đội ngũ, trẻ em, hiện trạng, hiện vật, hiện trường, hiện đại, hiện hành, thể hiện, biểu hiện, phát hiện, xuất hiện,
  môi trường, hội trường, công trường, sở hữu, cơ sở, trụ sở, cơ sở dữ liệu, cơ sở vật chất, phòng chống, phòng cháy, phòng cháy chữa cháy, phòng học, phòng máy, phòng ban, phòng ngừa, phòng dịch, phòng bệnh, thị xã, xã hội, xã hội hóa, văn phòng phẩm, quốc phòng, dự phòng,
  hội phụ huynh, nhà nước, tiếp thị, hệ thống, việc làm, làm bằng, nhập học, văn nghệ, cuộc thi, hội thi, kỳ thi, phòng thi, bài thi, đề thi, thí sinh, đơn vị liên quan, mạng xã hội, giải phóng, còn hiệu lực, tổ trưởng, tổ phó, ban đại diện,
  giờ giấc, giờ học, giờ dạy, giờ lên lớp, giờ ra chơi, trong giờ, khuyến khích, sức mạnh, tác dụng, đề án, ngày công, ngày nay, chuyển đổi số, quy tắc, nguyên tắc, giáo dục thường xuyên, bồi dưỡng thường xuyên, hoạt động thường xuyên, chi thường xuyên, công việc thường xuyên,
  nhiệm vụ thường xuyên, thường xuyên liên tục, gọi điện thoại, ngày hội, ngày lễ, ngày tết, ngày nhà giáo, ngày thành lập, ngày khai giảng, yêu cầu đề ra, đúng yêu cầu, thời gian biểu, kế hoạch hóa, kế hoạch nhỏ, phong trào kế hoạch nhỏ, tài chính, từng lớp, từng em, từng tổ, từng gv, mở đầu năm học, hoàn toàn, đầu năm học mới, năm học mới, đánh giá ngoài, em bỏ học, học sinh bỏ học, khỏi csdl, khỏi danh sách, khỏi hệ thống, ra khỏi
`
  .split(',')
  .map((compound) => compound.trim());
