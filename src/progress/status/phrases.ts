import {
  ACHIEVEMENTS,
  DELIVERING_ACTS,
  FIXING_ACTS,
  JOINING_ACTS,
  OPERATIONS,
  PLANNING_ACTS,
  PREPARING_ACTS,
  SENDING_ACTS,
  TOMORROW,
  WEAK_ACTS,
} from './acts';
import { HARMLESS_COMPOUNDS } from './compounds';

/** What a phrase of a status contributes to the meaning of its clause. */
export type StatusSense =
  /** Names completion by itself: "hoàn thành", "xong". */
  | 'done'
  /** Names completion only behind "đã": "đã nộp". */
  | 'act'
  /** As `act`; to whom it is sent decides: "đã gửi hiệu trưởng". */
  | 'send'
  /** As `act`; its object may be trouble: "đã khắc phục tồn tại". */
  | 'fix'
  /** As `act` where it is dated, counted or proven: "đã mời". */
  | 'weak'
  /** Comes before the work: "đã họp", "đã nhận văn bản". */
  | 'prep'
  /** Plans the work: "lên dự toán". */
  | 'plan'
  /** Says with whom; the verb comes later: "đã phối hợp với công an tổ chức". */
  | 'join'
  /** Repairs what was returned where it stands behind "đã"; otherwise what was handed in does not count. */
  | 'repair'
  /** Abbreviates "hoàn thành", and the headmaster ("hiệu trưởng") as often. */
  | 'ht'
  /** "Đạt": done at the beginning of a clause only. */
  | 'reached'
  | 'already'
  | 'not'
  | 'notYet'
  /** Stands between a negation or "đã" and its verb without changing either. */
  | 'filler'
  | 'and'
  /** "Đủ", "đầy đủ": completes the verb before it. */
  | 'fully'
  /** Who or what is done; may stand before a bare "hoàn thành". */
  | 'subject'
  /** Somebody above or beside the school: what they did is not what the school did. */
  | 'authority'
  /** "Phòng": an office above the school where "đã" stands behind it, otherwise a room. */
  | 'office'
  /** A plan, wish or duty: what is said has not happened. */
  | 'future'
  /** A time to come, or a condition; "đã" before it makes it a time of the past. */
  | 'condition'
  /** A time to come whatever stands before it. */
  | 'later'
  /** A plan or duty where it stands before a word of completion; what was fulfilled where it stands behind. */
  | 'target'
  /** "Để", "gần như", "hạn": what stands behind has not come. */
  | 'unreal'
  /** Tells others to do it: open behind "đã gửi công văn" as well. */
  | 'order'
  /** "Phải", "cần", "vì": something is still to be done, or needs a reason. */
  | 'need'
  /** "Mới": only just, where it stands before a verb. */
  | 'only'
  | 'doing'
  /** As `doing`, where nothing says that it is done: "triển khai". */
  | 'ongoing'
  | 'part'
  | 'request'
  | 'leader'
  | 'question'
  | 'trouble'
  /** Returned or incomplete: what was handed in does not count. */
  | 'returned'
  /** "Rồi" behind a verb: it is done. */
  | 'over'
  | 'past'
  /** "Tuy", "mặc dù": what follows is no objection. */
  | 'concession'
  /** What goes on after the work is done: "tiếp tục duy trì". */
  | 'upkeep'
  /** "Hằng tháng": it comes again. */
  | 'recurring'
  /** "Hôm qua", "sáng nay": a verb beside it has happened. */
  | 'recent'
  | 'now'
  /** "Trước" before a date: a deadline. */
  | 'before'
  | 'full'
  | 'share'
  | 'impossible'
  | 'date'
  /** What a percentage measures other than the work: "tỷ lệ hài lòng". */
  | 'result'
  | 'early'
  | 'onTime'
  | 'late'
  | 'dueSoon'
  | 'notDueYet'
  | 'notPerformed'
  | 'nothingArisen'
  | 'paused'
  | 'cancelled'
  | 'postponed'
  | 'extended'
  /** What proves the work or answers it: the work is done without it. */
  | 'proof'
  /** Answers a label: "Hoàn thành: có". */
  | 'yes'
  /** "Theo": what follows is by what it was done. */
  | 'according'
  | 'neutral'
  | 'other';

const listPhrases = (text: string): string[] => text.split(',').map((phrase) => phrase.trim());

const PREPARED_BY_TOMORROW = TOMORROW.flatMap((day) =>
  ['xong', 'hoàn thành', 'hoàn tất', 'sẽ', 'mới', ...DELIVERING_ACTS, ...SENDING_ACTS].map(
    (act) => `${day} ${act}`,
  ),
);

/**
 * Phrases by sense. The longest phrase at a place wins; of phrases that are alike without diacritics the first sense
 * listed counts in a text without any, so what casts doubt stands before what claims.
 */
export const STATUS_PHRASES: readonly (readonly [StatusSense, readonly string[]])[] = [
  [
    'notYet',
    listPhrases('chưa, chả, cth, ch, chửa, chx, chứ chưa, vẫn chưa, not yet, chưa có, chưa hề, chưa từng'),
  ],
  [
    'not',
    listPhrases(`không, ko, k, kg, hông, hong, chẳng, no, not, khg, hổng, hem, hẻm, hok, đâu có, mô có, không còn, never,
      hg, hk, khôg, kô, kông, hổng có, chẳng có, chả có, khỏi`),
  ],
  [
    'question',
    listPhrases(`hay chưa, hay không, chưa ạ, không ạ, chưa nhỉ, phải không, có phải, không biết, chưa biết, chưa rõ, không rõ,
      có hoàn thành không, xong chưa, hoàn thành chưa, đâu, ở đâu, sao, sao được, răng, hình như, có lẽ, dường như, có vẻ, nghe nói, nghe bảo, nghe đâu, tưởng, ngỡ, chắc là, không chắc, chưa chắc, hẳn, trường bạn, trường khác, trường cũ, trường bên, trường kia, trường trước, bên trường th, bên trường mn, bên trường thcs, bên trường mầm non, bên trường tiểu học, bên mn, bên th,
      đơn vị khác, đơn vị bạn, trường bên cạnh, maybe, hả, nghĩ là, nghĩ, nghe, nói, nói là, bảo, bảo là, cái gì, xong gì, gì mà, ai bảo, ai nói, ai làm, làm gì, làm gì có, gì có, nào có, thế nào, như thế nào, làm sao, tại sao, vì sao, bao nhiêu, khi nào, bao lâu, hay là, hoặc, chắc chắn chưa, không dám chắc, theo tôi, nếu không nhầm,
      không nhớ, quên, phần mềm đã tự, hệ thống đã tự, máy đã tự, giá mà, giá như, giá chi, phải chi, ước gì, suýt, suýt nữa, tí nữa thì, xém, coi bộ, coi mòi, đoán, ai đó, có người bảo, xem chừng, chừng như, trên sổ thì, trên giấy tờ, trên lý thuyết, đâu như, gì đâu, đâu mà, có gì đâu`),
  ],
  [
    'upkeep',
    listPhrases(
      'tiếp tục duy trì, duy trì, duy trì thường xuyên, tiếp tục phát huy, tiếp tục theo dõi, tiếp tục cập nhật, tiếp tục tuyên truyền, tiếp tục thực hiện tốt',
    ),
  ],
  [
    'doing',
    listPhrases(
      'gửi đi nạp, gửi đi sửa, gửi đi in, đem đi sửa, mang đi sửa, đã bắt đầu, đã bắt đầu từ, chưa có ý kiến, chưa cho ý kiến, chưa thấy ý kiến, đang vận hành thử, đang hoạt động thử, đang sử dụng thử, đang áp dụng thử',
    ),
  ],
  [
    'upkeep',
    listPhrases(
      OPERATIONS.flatMap((act) => [`đang ${act}`, `hiện đang ${act}`, `vẫn đang ${act}`, `còn ${act}`]).join(
        ',',
      ),
    ),
  ],
  ['ongoing', listPhrases('triển khai, triển khai thực hiện, thường xuyên')],
  [
    'recurring',
    listPhrases(
      'hàng tháng, hằng tháng, hàng tuần, hằng tuần, hàng quý, hằng quý, hàng ngày, hằng ngày, mỗi tháng, mỗi tuần, định kỳ hàng tháng, định kỳ hằng tháng',
    ),
  ],
  [
    'doing',
    listPhrases(`đang, đang thực hiện, tiếp tục, chờ, chờ phê duyệt, trình, đã trình,
      bắt đầu, bước đầu, dở dang, đang dở, trong quá trình, đang trong quá trình, in progress, cht, đth, ongoing, pending, waiting, wip, processing, đợi phê duyệt, dở, chưa đâu vào đâu, đang chờ, đợi, chờ đợi, làm tiếp, thực hiện tiếp,
      bổ sung tiếp, tiếp tục thực hiện, đệ trình, trình ký, trình duyệt, trình phê duyệt, dang dở, còn dở, trong tiến trình, on going, drafting, draft, in review, reviewing, under review, to do, todo, working, still, trình bgh, trình hiệu trưởng, chạy tiếp, nốt, làm nốt,
      đang đợi, vẫn đang, còn đang, xuyên suốt, liên tục, theo lộ trình, đang chạy, chờ ký, chờ duyệt, ngâm, treo lại`),
  ],
  [
    'part',
    listPhrases(`một phần, phần lớn, đa phần, phần nhiều, một nửa, phân nửa, cơ bản, về cơ bản, hầu hết, gần hết, một số, một vài, vài,
      hồ sơ mời thầu, móng, phần móng, sơn lót, phần thô, xây thô, xong thô, sàn tầng, tầng trệt, sơ sơ, sơ sài, qua loa, lai rai, khúc đầu, đoạn đầu, khung kế hoạch, khung kh, cái khung, phần khung, khung, nhiều lớp, nhiều tổ, nhiều khối, nhiều trường, nhiều bộ phận, nhiều giáo viên, nhiều gv, nhiều đơn vị, đề cương, dự thảo, bản thảo, bản nháp, nháp, giai đoạn, bước, phần, riêng, việc giao, mới được, nửa, 1 nửa, 1 phần, 1 số, 1 vài, quá nửa, hơn nửa, nửa chừng, mấy, ít, một ít, từng phần, từng bước, từ từ, phần nào, sơ bộ, dần, dần dần, đa số, số đông,
      gần đủ, cb hoàn thành, cb xong, cb ht, chủ yếu, xấp xỉ, chừng, chỉ, chỉ mới, mới chỉ, mới có, còn lại, trừ, ngoại trừ, trừ ra, còn, vẫn còn, hiện còn, partly, partially, half, lần 1, lần đầu, tạm thời, tương đối, đầu tiên, chút, một chút, chút ít, tí, xíu, sương sương, tàm tạm,
      được phần nào, về mặt, hầu hết các, tạm, coi như, xem như, gọi là, gọi là có, ngoài, loại trừ, không kể, chưa kể, chưa tính, không tính, duy nhất, nhiều nội dung, khâu, công đoạn, có mỗi, được mỗi, không trọn vẹn, chưa trọn vẹn, cho có,
      một nội dung, một việc, một lớp, một tổ, một khối, 1 nội dung, 1 việc, 1 lớp, 1 tổ, 1 khối, kha khá, kha khá rồi, phần đầu, phần một, bản mềm, bản word, thiếu một, non nửa, già nửa, hai phần ba, ba phần tư, một phần ba, một phần tư, phần trăm, quá bán, báo cáo quý trước, báo cáo năm trước, số liệu năm trước, của năm học trước, của quý trước, của kỳ trước, hoàn thành mẫu, hoàn thành mẫu biểu, hoàn thành biểu mẫu, xong mẫu, những em, những lớp, những người, có mặt, cái bìa, cho thợ, cốt cán, đại diện, ở điểm chính, ở điểm lẻ, tại điểm chính, tại điểm lẻ, một bên, một mặt, một góc, một đoạn, phía đông, phía tây, phía nam, phía bắc, phía trước, phía sau, bên trái, bên phải, mặt trước, mặt sau, một phía, trang bìa, vòng trường, vòng loại, vòng một, sơ khảo, dọn mặt bằng, tiền cọc, tiền đặt cọc, để đó, để đấy, để dành, first part, except, only, most, some, mostly`),
  ],
  [
    'returned',
    listPhrases(`chưa nhận được, chưa đóng dấu, hết hạn, hết hiệu lực, thay bằng, gộp vào, ghép vào, gộp chung, lộn, chết, chết hết, héo, trả lại, bị trả lại, phải làm lại, làm lại, phải bổ sung, còn thiếu, thiếu, thiếu sót, chỉnh sửa, sửa, phải sửa, sai, từ chối,
      bị từ chối, bác bỏ, bị bác, lỗi, bị lỗi, bị, trả, trả về, hoàn trả, không duyệt, chưa duyệt, kêu, bắt, đòi, lại từ đầu, sớm thôi,
      ngay thôi, thôi mà, nợ, còn nợ, sót, bỏ sót, hụt, hỏng, hư, mất, thất lạc, không đạt, chưa đạt, không đầy đủ, chưa đầy đủ, vênh, lệch, rejected, returned, refused, missing, failed,
      lacking, revise, redo, error, trục trặc, ách tắc, kẹt, sự cố, nhầm, quên, chưa khớp, không khớp, yêu cầu bổ sung, yêu cầu sửa, yêu cầu làm lại, yêu cầu chỉnh sửa,
      xem lại, kiểm tra lại, rà soát lại, rà lại, khiếu nại, bỏ dở, bỏ ngỏ, đổ bể, thất bại, vỡ kế hoạch, nhắc nhở, phê bình`),
  ],
  [
    'repair',
    listPhrases(
      'bổ sung, bổ xung, chỉnh sửa, sửa lại, làm lại, góp ý, hoàn chỉnh, chỉnh lý, rà soát lại, nộp bổ sung',
    ),
  ],
  [
    'future',
    listPhrases(`là mục tiêu, là chỉ tiêu, là yêu cầu, là kế hoạch, là nhiệm vụ, là điều kiện, sẽ, nếu, nếu như, miễn là, giá mà, với điều kiện, if, dự kiến, dự định, dự tính, phấn đấu, cố gắng, nỗ lực, quyết tâm, hứa, sắp, sắp sửa, chuẩn bị, hướng tới,
      hướng đến, tiến tới, ước, ước đạt, ước tính, khó, khó có thể, mong, mong muốn, hy vọng, có thể, chắc, will, plan, planned, to be,
      d k, dk, tranh thủ, gắng, ráng, cố, hẹn, lại vào, chừng nào, khi mô, nhất định, kiểu gì cũng, thế nào cũng, kiểu gì, rồi cũng, rồi sẽ, chậm nhất là,
      là hoàn thành, là xong, thì xong, thì hoàn thành, almost, nearly, soon, should, must, would, định, tính, khó mà, chả biết, going to, chuẩn bị xong,
      xong mới, lát xong, tí xong, chút xong, lát nữa xong, xong rồi mới, làm xong mới, xong đến nơi, xong tới nơi, xong đến nơi rồi, hạn chót, còn phải, vẫn phải, lùi lịch, dời lịch, đổi lịch, dời ngày, dời, lên lịch, bao giờ, đang tính, gần xong, sẽ phải, muốn, ước chừng, chắc cũng, nhắm,
      tới đây, sắp tới, nay mai, một ngày gần đây, expected, expect, scheduled, target`),
  ],
  [
    'later',
    listPhrases(`tuần sau, tuần tới, tháng sau, tháng tới, năm sau, năm tới, quý sau, quý tới, kỳ tới, kỳ sau, thời gian tới, trong thời gian tới, ngày mai,
      sáng mai, chiều mai, tối nay, đêm nay, bữa sau, bữa nào, hôm nào, hôm sau, ngày mốt, đợt sau, lần sau, chuyến sau, mai mốt, mai kia, sang năm, sang tuần, sang tháng, thứ hai tới, thứ 2 tới, thứ sáu này, cuối tuần này,
      vài ngày nữa, mấy ngày nữa, ít hôm nữa, ít bữa nữa, tuần nữa, tháng nữa, ngày nữa, hôm nữa, bữa nữa, lát nữa, chút nữa, tí nữa, nữa, next week, next month, tomorrow, later, rồi mới, hè này, học kỳ sau, năm học sau, năm học tới`),
  ],
  ['later', PREPARED_BY_TOMORROW],
  [
    'condition',
    listPhrases(`tuần này, tháng này, quý này, qua tết, ra tết, ra giêng, hết tuần này, qua lễ, qua đợt, khi, sau khi, trước khi, sau, hết năm, cuối năm, cuối tháng, cuối quý, cuối tuần, là được, trong tuần, trong tuần này, trong tháng này,
      là, thì, đảm bảo, bảo đảm, chắc chắn, tùy, tùy thuộc, phụ thuộc, when, after, trong năm, trong quý`),
  ],
  [
    'need',
    listPhrases(`vì, bởi vì, tại vì, bởi, phải, cần, cần phải, buộc phải, cần thêm, need, need to, needs, bắt buộc, đề nghị phường, đề nghị phòng, đề nghị ubnd,
      cần bổ sung, lẽ ra, đáng lẽ, đáng ra, kịp thì`),
  ],
  [
    'target',
    listPhrases(`kế hoạch, kh, tiêu chí, thời gian, mốc, ngày, mục tiêu, chỉ tiêu, yêu cầu, tỷ lệ, mức độ, mức,
      v v`),
  ],
  [
    'order',
    listPhrases(
      `giao, giao cho, phân công, chỉ đạo, nhắc, đôn đốc, đốc thúc, thúc, hối, hối thúc, giục, ủy quyền, khoán, bảo tổ, đề nghị các, yêu cầu các`,
    ),
  ],
  [
    'unreal',
    listPhrases(
      'đăng ký, cam kết, để, nhằm, gần, gần như, hầu như, giả sử, về việc, hạn, thời hạn, deadline, hạn nộp, hạn cuối',
    ),
  ],
  ['only', listPhrases('mới, vừa mới bắt đầu, mới vừa bắt đầu')],
  [
    'request',
    listPhrases(`đề nghị, xin, xin ý kiến, xin phép, ý kiến, đề xuất, kiến nghị, tờ trình, văn bản đề nghị, lùi, lùi thời hạn, lùi hạn,
      xem xét, hướng dẫn, nhờ, cho phép, xin lùi, xin hoãn, xin thêm, thêm thời gian, cho lùi, công văn hỏi, xin hướng dẫn, tháo gỡ giúp, please, request, hỗ trợ thêm, xin rút, đơn xin, xem trước, cho ý kiến, cho xem, hỏi`),
  ],
  ['leader', listPhrases('lãnh đạo, hiệu trưởng, bgh, ban giám hiệu, phó hiệu trưởng, pht, p ht')],
  [
    'trouble',
    listPhrases(`khó khăn, vướng mắc, tồn tại, hạn chế, sai sót, bất thường, vấn đề, vi phạm, sai phạm, trường hợp vi phạm, tồn đọng, tồn, khiếu nại tố cáo, phát sinh, khuyết điểm,
      kiến nghị gì, ý kiến gì, ý kiến khác, ý kiến, thắc mắc, phản ánh, ai vi phạm, sự cố, tai nạn, ngộ độc, hồ sơ trễ hạn, trường hợp trễ hạn, hồ sơ quá hạn, hồ sơ tồn, hồ sơ nào tồn, đơn thư, trường hợp quá hạn,
      thất thoát, mất mát, trường hợp nào, bất cập, trở ngại, gì thêm, thay đổi, ai nghỉ, em nào bỏ học, hs bỏ học, học sinh bỏ học, ca bệnh, dịch bệnh, chênh lệch, nợ đọng, thiếu sót, gì khó, gì vướng, gì khó khăn, gì đặc biệt, điểm mới`),
  ],
  ['dueSoon', listPhrases('sắp đến hạn, sắp tới hạn, gần đến hạn')],
  ['notDueYet', listPhrases('chưa đến hạn, chưa tới hạn, còn hạn, chưa đến thời hạn, chưa đến kỳ')],
  [
    'notPerformed',
    listPhrases(
      'không thực hiện, không áp dụng, không triển khai, không phải thực hiện, không thuộc, không có nhiệm vụ, không th, kth',
    ),
  ],
  [
    'nothingArisen',
    listPhrases(
      'không phát sinh, chưa phát sinh, không có phát sinh, chưa có phát sinh, không có nội dung phát sinh, kps',
    ),
  ],
  ['paused', listPhrases('tạm dừng, tạm ngưng, dừng, ngưng, ngừng, tạm hoãn, hoãn')],
  ['cancelled', listPhrases('hủy, hủy bỏ, bãi bỏ')],
  [
    'postponed',
    listPhrases(
      'chuyển kỳ sau, chuyển sang năm, chuyển sang quý, chuyển sang kỳ, chuyển sang tháng, chuyển sang tuần, chuyển sang học kỳ, chuyển sang hk, chuyển sang đợt, chuyển sang hè, chuyển sang tết, chuyển sang xxdate, chuyển sang năm sau, chuyển năm sau, chuyển quý sau, chuyển tiếp, dời sang, lùi sang',
    ),
  ],
  ['extended', listPhrases('gia hạn, xin gia hạn, đề nghị gia hạn')],
  [
    'past',
    listPhrases(
      'hiệu trưởng cũ, lâu lắm rồi, nhiều năm trước, mấy năm trước, trước sáp nhập, trước đây, trước kia, lúc đầu, ban đầu, năm ngoái, năm học trước, kỳ trước, khóa trước, trước đó, hồi đầu, thoạt đầu',
    ),
  ],
  ['before', listPhrases('trước, chậm nhất, muộn nhất, không quá, trc, by, till, until, before')],
  [
    'late',
    listPhrases(
      'chậm vì, trễ vì, muộn vì, trễ hạn vì, quá hạn, trễ hạn, trễ hẹn, chậm, trễ, chậm tiến độ, chậm hạn, muộn, quá thời hạn, sau hạn, sau thời hạn, trễ so với hạn, bị trễ, bị chậm, hơi trễ, hơi chậm, hơi muộn, late, bị muộn',
    ),
  ],
  [
    'early',
    listPhrases(
      'trước hạn, sớm, trước thời hạn, sớm hạn, vượt tiến độ, trước tiến độ, trc hạn, trc thời hạn, sớm hơn, trước kế hoạch, early, vượt, vượt mức, vượt chỉ tiêu, vượt kế hoạch',
    ),
  ],
  [
    'onTime',
    listPhrases(`đúng hạn, trong hạn, đúng tiến độ, kịp thời, đúng thời hạn, đúng quy định, đúng thời gian, đúng thời gian quy định,
      đúng kế hoạch, đúng hẹn, đúng ngày, kịp tiến độ, kịp hạn, sát hạn, on time, đúng quy trình`),
  ],
  [
    'proof',
    listPhrases(
      'minh chứng, hồ sơ minh chứng, ảnh, hình ảnh, link, scan, bản scan, văn bản đóng dấu, đóng dấu, lưu hồ sơ, phản hồi, mc',
    ),
  ],
  [
    'done',
    listPhrases(`hoàn thành, hoàn tất, đạt yêu cầu, triển khai xong, đã triển khai xong, đã triển khai hoàn thành, hoàn thiện xong, xong, thành công,
      done, completed, complete, finished, finish, xong xuôi, xong hết, đã triển khai thực hiện xong, đã triển khai thực hiện hoàn thành,
      đã triển khai thực hiện và hoàn thành, submitted, uploaded, published, delivered, sent, triển khai thực hiện xong, thành công tốt đẹp, trọn vẹn, dứt điểm, đã triển khai đầy đủ, đã triển khai thực hiện đầy đủ,
      đã triển khai hoàn tất, đã trình và được phê duyệt, đã trình và ban hành, đã trình ký và ban hành, đã trình duyệt và ban hành, đã triển khai thực hiện thành công, đã đạt chuẩn, đã đạt yêu cầu, được công nhận đạt`),
  ],
  ['done', ACHIEVEMENTS],
  ['ht', ['ht']],
  ['reached', ['đạt']],
  [
    'already',
    listPhrases(
      'đã, đã được, đều đã, dã, đx, dx, đẫ, đạ, đâ, đa, đả, already, has been, have been, là đã, thì đã, vừa, vừa mới, mới vừa, đã kịp, cũng đã, đã tự',
    ),
  ],
  ['yes', listPhrases('có, yes, đúng, x, v')],
  ['prep', PREPARING_ACTS],
  ['plan', PLANNING_ACTS],
  ['join', JOINING_ACTS],
  ['fix', FIXING_ACTS],
  ['send', SENDING_ACTS],
  ['weak', WEAK_ACTS],
  ['act', DELIVERING_ACTS],
  ['over', listPhrases('rồi, r, rùi, oy, rồi ạ, ròi, gòi, rồi nhé, rồi nha')],
  [
    'recent',
    listPhrases(`hôm qua, sáng nay, chiều nay, hôm nay, trưa nay, chiều qua, tối qua, sáng qua, tuần trước, tuần qua, tuần rồi, tháng trước, tháng rồi, tháng qua, hôm trước, hôm kia, bữa trước,
      bữa qua, hồi, từ hôm, từ lâu, lâu rồi, từ đầu năm, từ đầu năm học, từ tháng trước, từ tuần trước, từ tuần rồi, từ hôm trước, từ đợt trước, từ kỳ trước, từ hồi, từ lúc, từ sớm, từ xxdate, hôm xxdate, từ hôm xxdate, hồi xxdate, từ hồi xxdate, từ đầu xxdate, từ cuối xxdate, từ trước, từ trước tết, quý trước, đầu tháng rồi, hồi sáng, hồi chiều, hồi tháng`),
  ],
  [
    'now',
    listPhrases(
      'nay, đến nay, bây giờ, giờ, cuối cùng, cuối cùng cũng, sau đó, giờ thì, nay thì, đến giờ, tới nay, rốt cuộc, tới giờ, đến thời điểm này, đến thời điểm hiện tại, tính đến nay, tính đến hôm nay, đến hôm nay',
    ),
  ],
  [
    'fully',
    listPhrases('đủ, đầy đủ, đầy đủ các, hết, xong hết, hết trơn, hết cả, toàn bộ, trọn bộ, tất tần tật'),
  ],
  ['concession', listPhrases('tuy, mặc dù, mặc dầu, dù, dẫu, bất chấp, dù cho, mặc kệ')],
  ['and', listPhrases('và, rồi tiến hành, đồng thời, cùng lúc')],
  [
    'filler',
    listPhrases(
      'thể, được, đc, dc, có khả năng, khả năng, ký, phê duyệt và, phê duyệt, duyệt, hề, từng, tự, nghiêm túc, kịp, tích cực, khẩn trương, chủ động, tiến hành, lần lượt, nhanh chóng, chính thức, trực tiếp, luôn, mang, đem, cùng nhau, đồng loạt, bàn bạc và, thống nhất và, trình và, cho',
    ),
  ],
  [
    'authority',
    listPhrases(`công an, công an phường, công an xã, điện lực, ubnd, ubnd phường, ubnd xã, ubnd quận, ubnd huyện, ubnd tỉnh, ubnd thành phố, ủy ban, ủy ban nhân dân, phường, xã, phòng gd, phòng gdđt, phòng gd đt, phòng giáo dục,
      phòng vh, phòng vhxh, phòng vh xh, phòng văn hóa, phòng văn hóa xã hội, pgd, sở gd, sở gdđt, sở giáo dục, sgd, cấp trên, quận, huyện, nhà thầu, đơn vị thi công, bên thi công, công ty, nhà cung cấp,
      bên phường, bên phòng, phía phường, anh phường, cơ quan cấp trên, hội đồng nhân dân, chủ đầu tư, bên b,
      trạm y tế, ngân hàng, nhà nước, chính phủ, quốc hội, bộ gd, bộ gdđt, bộ giáo dục, trưởng thôn, trưởng ấp, tổ dân phố, bà con, bên bhxh, phía bhxh, bên ngân hàng, bên kho bạc, bên công an, thợ, viettel, vnpt, bhxh, bưu điện, kho bạc`),
  ],
  ['office', listPhrases('phòng, sở')],
  [
    'subject',
    listPhrases(`hiện, hiện tại, hiện nay, hiện giờ, nhà trường, trường, toàn trường, đơn vị, kết quả, kết quả thực hiện, trạng thái, tình trạng, tiến độ, tình hình, tình hình thực hiện,
      nội dung này, nội dung, nhiệm vụ, nhiệm vụ này, công việc, công việc này, việc này, việc, tất cả, các nội dung, các nhiệm vụ, mọi việc, mọi thứ,
      đều, cũng, tổ, bộ phận, văn phòng, chúng tôi, mầm non, tiểu học, thcs, ok, kết quả là, trạng thái là, tình trạng là, tình trạng là đã, all, fully,
      everything, it is, is, was, are, dạ, vâng, bên em, trường em, trường tôi, trường mình, bên mình, phía trường, bên trường, phía nhà trường, bên nhà trường, oke, okie, okay, okê, em, chị, xin báo cáo, em xin báo cáo, kính báo cáo, xin thông báo,
      thưa phòng, nhiệm vụ được giao, task, status, cả trường, các lớp, các tổ, các bộ phận, cbgvnv, giáo viên, học sinh, gv, hs, gvcn, cb gv nv, hạng mục, chỉ tiêu này, mục này, khoản này, phần này, khâu này, việc đó, nội dung đó, cái này, phần việc này, hồ sơ, báo cáo,
      danh sách, số liệu, dữ liệu, sổ sách, văn bản, công tác, về đích, rất, đã rất, nói chung, mục, ghi chú, ngày hoàn thành, lúc, vào, vào lúc`),
  ],
  [
    'result',
    listPhrases(`đồng thuận, đồng tình, nhất trí, hài lòng, mức độ hài lòng, tỷ lệ hài lòng, khá giỏi, học sinh giỏi, hs giỏi, đồng ý, tán thành, tín nhiệm, chuyên cần, đỗ, tốt nghiệp, lên lớp,
      suy dinh dưỡng, bao phủ, huy động, hoàn thành chương trình lớp học, ủng hộ, tốt khá, hạnh kiểm, học lực`),
  ],
  [
    'according',
    listPhrases('theo, theo đúng, đúng theo, theo như, đúng như, căn cứ, căn cứ theo, dựa theo, dựa trên'),
  ],
  [
    'neutral',
    listPhrases(`ngày vì, vì người nghèo, vì trẻ em, khen vì, gần đây, sau khi rà soát, sau khi chỉnh sửa, sau khi bổ sung, sau khi sửa, sau khi góp ý, sau khi được góp ý, sau góp ý, sau chỉnh sửa, sau rà soát, đâu vào đấy, đâu vào đó, không có ý kiến phản ánh, không có ý kiến phản hồi, không có ý kiến gì, không có ý kiến trái chiều, không có phản ánh, không ai phản ánh, không có ý kiến, không ý kiến, bắt đầu từ, nhé, nhe, nha, nhá, ạ, nghen, hén, đó, đảm bảo yêu cầu,
      bảo đảm yêu cầu, đảm bảo đúng quy định, đảm bảo chất lượng, đảm bảo an toàn, đảm bảo tiến độ, cảm ơn, cám ơn, xin cảm ơn, xin cám ơn, trân trọng, kính, thank, thanks, tks, cảm ơn phòng,
      cảm ơn phường, đề nghị kết thúc, đề nghị kết thúc nhiệm vụ, đề nghị ghi nhận, đề nghị công nhận, đề nghị đóng, đề nghị xác nhận, đề nghị đánh giá, kính đề nghị ghi nhận, kính mong ghi nhận, mong ghi nhận, mong phòng ghi nhận,
      mong phường ghi nhận, mong được ghi nhận, hơn kế hoạch, hơn dự kiến, hơn yêu cầu, vượt dự kiến, so với kế hoạch, so với dự kiến, so với chỉ tiêu, như dự kiến, như kế hoạch, như đã báo cáo, như đã nêu, đúng dự kiến,
      trước dự kiến, sớm hơn dự kiến, chậm hơn dự kiến, muộn hơn dự kiến, sau dự kiến, tối thiểu, các khâu, đủ các khâu, mọi khâu, tất cả các khâu, các phần, đủ các phần, tất cả các phần, các bước, đủ các bước, các đợt,
      các giai đoạn, các mục, quý phòng, quý ubnd, tốt, rất tốt, xuất sắc, cả rồi, cả, thôi, hihi, haha, hiệu quả, có hiệu quả, kinh nghiệm, cuối kỳ, khả thi, đã qua, qua bưu điện, về phòng, về phường, lên phường, lên phòng, cho phường, cho phòng,
      bên phường đã nhận, phường đã nhận, phòng đã nhận, phường nhận rồi, phòng nhận rồi, sớm nhất, xúc tiến, nghiêm túc đầy đủ, tính đến, tính đến nay, tính đến thời điểm này, hình thức trực tuyến`),
  ],
  ['neutral', HARMLESS_COMPOUNDS],
];
