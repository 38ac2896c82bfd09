/** A short plan as it is printed, with what plans have: a letterhead, bases, sections, bullets, targets, groups. */
export const PRINTED_PLAN = `ỦY BAN NHÂN DÂN PHƯỜNG SÔNG LAM
TRƯỜNG TIỂU HỌC SÔNG LAM
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 07/KH-THSL Sông Lam, ngày 05 tháng 02 năm 2025
KẾ HOẠCH
Phát triển văn hóa đọc năm 2025
Căn cứ Thông tư số 16/2022/TT-BGDĐT ngày 22 tháng 11 năm 2022 của Bộ trưởng Bộ Giáo
dục và Đào tạo ban hành quy định tiêu chuẩn thư viện; Quyết định số 12/QĐ-UBND ngày
03/01/2025 của Ủy ban nhân dân phường về việc giao chỉ tiêu năm học;
Trường Tiểu học Sông Lam xây dựng Kế hoạch phát triển văn hóa đọc như sau:
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
Học sinh có thói quen đọc sách mỗi ngày, biết chọn sách hợp lứa tuổi, biết kể lại điều
đã đọc.
Thư viện là nơi học sinh thích đến.
2. Yêu cầu
- Việc làm thiết thực, không hình thức.
II. CHỈ TIÊU
1. Tối thiểu 90% học sinh đọc ít nhất 02 quyển sách mỗi tháng.
2. Về tủ sách:
2.1. 100% lớp có tủ sách; riêng khối 1 đạt từ 98,5% trở lên.
III. NHIỆM VỤ
Bên cạnh các hoạt động thường xuyên, nhà trường tập trung:
1. Công tác thư viện
1.1. Kiểm kê sách trước ngày 15 tháng 8 năm 2025.
1.10. Mở cửa thư viện hằng tuần
theo lịch.
Phân công giáo viên trực.
2. Tuyên truyền
* Tổ văn phòng:
Đăng bài lên trang thông tin của trường.
Trên đây là Kế hoạch phát triển văn hóa đọc của trường.
Nơi nhận:
- Lưu: VT.`;
